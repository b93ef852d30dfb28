#include "ui/shell/start/projectwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace tb::projectwords {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("tb::projectwords", text);
}

} // namespace

QString reportType(ReportType type)
{
    switch (type) {
    case ReportType::Readiness: return words("Readiness");
    case ReportType::TypeOne: return words("SOC 2 Type I");
    case ReportType::TypeTwo: return words("SOC 2 Type II");
    }
    return {};
}

QString shortDate(QDate date)
{
    return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
}

QString period(ReportType type, QDate asOf, QDate from, QDate to)
{
    if (type == ReportType::TypeOne)
        return asOf.isValid() ? words("As of %1").arg(shortDate(asOf)) : QString();
    if (!from.isValid() || !to.isValid())
        return {};
    const QString first
        = from.year() == to.year() ? QLocale().toString(from, QStringLiteral("d MMM")) : shortDate(from);
    return QStringLiteral("%1 – %2").arg(first, shortDate(to));
}

QString ago(const QDateTime &moment, QDate today)
{
    const QDateTime local = moment.toLocalTime();
    if (local.date() == today)
        return words("Today, %1").arg(QLocale().toString(local.time(), QStringLiteral("HH:mm")));
    if (local.date().addDays(1) == today)
        return words("Yesterday");
    return shortDate(local.date());
}

QString place(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    const QString home = QDir::toNativeSeparators(QDir::homePath()) + QDir::separator();
    return native.startsWith(home) ? QStringLiteral("~") + QDir::separator() + native.mid(home.size()) : native;
}

} // namespace tb::projectwords
