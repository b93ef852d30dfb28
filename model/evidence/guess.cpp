#include "model/evidence/guess.h"

#include <QMimeDatabase>
#include <QRegularExpression>

namespace tb::guess {

namespace {

using Option = QRegularExpression::PatternOption;

Period monthOf(int year, int month)
{
    const QDate first(year, month, 1);
    return { first, first.addMonths(1).addDays(-1) };
}

Period months(int year, int firstMonth, int count)
{
    return { QDate(year, firstMonth, 1), QDate(year, firstMonth, 1).addMonths(count).addDays(-1) };
}

/// Days written as 2026-01-09, 2026_01_09, 2026.01.09 or 20260109, with or without a time behind it.
QList<QDate> days(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?<!\\d)(20\\d\\d)([-_.]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:\\d{4}(?:\\d\\d)?)?(?!\\d)"));
    QList<QDate> found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QDate day(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
        if (day.isValid())
            found.append(day);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Parts of a year: "2025-Q3", "Q3 2025", "H1_2026".
std::optional<Period> partOfYear(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\da-z])(?:(20\\d\\d)[-_ .]?([qh])([1-4])|([qh])([1-4])[-_ .]?(20\\d\\d))(?![\\da-z])"),
        Option::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool yearFirst = match.hasCaptured(1);
    const int year = match.captured(yearFirst ? 1 : 6).toInt();
    const bool half = match.captured(yearFirst ? 2 : 4).toLower() == QLatin1String("h");
    const int part = match.captured(yearFirst ? 3 : 5).toInt();
    const int length = half ? 6 : 3;
    if (part * length > 12)
        return std::nullopt;
    return months(year, (part - 1) * length + 1, length);
}

std::optional<Period> month(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("(?<!\\d)(20\\d\\d)[-_.](0[1-9]|1[0-2])(?![-_.]?\\d)"));
    if (const auto match = digits.match(text); match.hasMatch())
        return monthOf(match.captured(1).toInt(), match.captured(2).toInt());

    static const QString names = QStringLiteral("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*");
    static const QRegularExpression named(
        QStringLiteral("(?<![a-z])%1[-_ .,]{0,2}(20\\d\\d)(?!\\d)|(?<!\\d)(20\\d\\d)[-_ .]?%1(?![a-z])").arg(names),
        Option::CaseInsensitiveOption);
    const auto match = named.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool nameFirst = match.hasCaptured(1);
    const QString name = match.captured(nameFirst ? 1 : 4).toLower();
    const int year = match.captured(nameFirst ? 2 : 3).toInt();
    return monthOf(year, static_cast<int>(names.mid(1).indexOf(name)) / 4 + 1);
}

} // namespace

std::optional<Period> period(const QString &fileName)
{
    if (const QList<QDate> found = days(fileName); !found.isEmpty())
        return Period { found.first(), found.last() };
    if (const auto part = partOfYear(fileName))
        return part;
    return month(fileName);
}

QString title(const QString &fileName)
{
    static const QRegularExpression suffix(QStringLiteral("(?<=.)(\\.tar)?\\.[\\w]{1,10}$"));
    QString text = fileName;
    text.remove(suffix);
    text.replace(u'_', u' ');
    text = text.simplified();
    return text.isEmpty() ? fileName : text;
}

EvidenceKind kind(const QString &fileName, const QString &mediaType)
{
    const QString suffix = fileName.section(u'.', -1).toLower();
    const auto isOneOf = [&](std::initializer_list<const char *> suffixes) {
        return std::any_of(suffixes.begin(), suffixes.end(),
                           [&](const char *one) { return suffix == QLatin1String(one); });
    };
    if (mediaType.startsWith(QLatin1String("image/")))
        return EvidenceKind::Screenshot;
    if (isOneOf({ "csv", "tsv", "xls", "xlsx", "ods", "parquet" }))
        return EvidenceKind::Export;
    if (isOneOf({ "log", "evtx", "syslog", "jsonl" }))
        return EvidenceKind::Log;
    if (isOneOf({ "json", "yaml", "yml", "conf", "cfg", "ini", "toml", "tf", "tfvars", "xml", "properties", "env" }))
        return EvidenceKind::Configuration;
    return EvidenceKind::Document;
}

QString mediaType(const QString &fileName, const QByteArray &head)
{
    return QMimeDatabase().mimeTypeForFileNameAndData(fileName, head).name();
}

} // namespace tb::guess
