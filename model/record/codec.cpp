#include "model/record/codec.h"

#include <algorithm>

namespace tb::detail {

bool parseDate(QDate &date, const QString &text)
{
    date = QDate();
    if (text.isEmpty())
        return true;
    static_assert(sizeof("YYYY-MM-DD") == 11);
    if (text.size() == 10)
        date = QDate::fromString(text, Qt::ISODate);
    return date.isValid();
}

QString joinDates(const QList<QDate> &dates)
{
    QStringList texts;
    for (const QDate &date : dates)
        texts.append(date.toString(Qt::ISODate));
    return texts.join(QLatin1Char(','));
}

bool parseDates(QList<QDate> &dates, const QString &text)
{
    dates.clear();
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        QDate date;
        if (!parseDate(date, part.trimmed()) || !date.isValid())
            return false;
        dates.append(date);
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return true;
}

QString joinList(const QStringList &list)
{
    return list.join(QLatin1Char(','));
}

QStringList splitList(const QString &text)
{
    QStringList list;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString entry = part.trimmed();
        if (!entry.isEmpty() && !list.contains(entry))
            list.append(entry);
    }
    return list;
}

bool parseBoolean(bool &flag, const QVariant &value)
{
    const QString word = value.toString().toLower();
    const bool yes = word == QLatin1String("1") || word == QLatin1String("true") || word == QLatin1String("yes");
    const bool no = word == QLatin1String("0") || word == QLatin1String("false") || word == QLatin1String("no");
    if (yes || no)
        flag = yes;
    return yes || no;
}

} // namespace tb::detail
