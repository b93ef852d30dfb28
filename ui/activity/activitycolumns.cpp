#include "ui/activity/activitycolumns.h"

#include "reports/words/terms.h"

#include <QCoreApplication>

namespace tb {

namespace {

/// The translation context of this file.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

using Row = ActivityRow;
constexpr int weekDays = 7;
constexpr int monthDays = 30;
constexpr int openDays = 3; ///< today and the two days before it start open

QList<Column<Row>> columns()
{
    Column<Row> time { { .id = QStringLiteral("time"), .title = Say::tr("Time"), .width = 92 },
                       [](const Row &row) { return row.at.toString(QStringLiteral("HH:mm:ss")); } };
    time.sort = [](const Row &row) { return row.seq; };
    time.tip = [](const Row &row) {
        return Say::tr("Entry %1, %2")
            .arg(words::number(row.seq), QLocale().toString(row.at, QStringLiteral("d MMM yyyy, HH:mm:ss")));
    };
    Column<Row> action {
        { .id = QStringLiteral("action"), .title = Say::tr("Action"), .width = 180, .flex = true, .secondary = false },
        [](const Row &row) { return row.action; }
    };
    action.tip = [](const Row &row) { return row.action; };
    Column<Row> hash { { .id = QStringLiteral("hash"),
                         .title = Say::tr("Hash"),
                         .width = 108,
                         .hideOrder = 1,
                         .painter = cells::mono() },
                       [](const Row &row) { return shortHash(row.hash); } };
    hash.tip = [](const Row &row) { return QString::fromLatin1(row.hash.toHex()); };
    return { time,
             { { .id = QStringLiteral("person"), .title = Say::tr("Person"), .width = 132, .secondary = false },
               [](const Row &row) { return row.actor; } },
             action,
             { { .id = QStringLiteral("record"), .title = Say::tr("Record"), .width = 88, .hideOrder = 2 },
               [](const Row &row) { return row.record; } },
             hash,
             { { .id = QStringLiteral("kind"), .title = Say::tr("Type"), .width = 88, .optional = true },
               [](const Row &row) { return words::term(row.kind); } } };
}

QString dayName(QDate day, QDate today)
{
    const QString date = words::longDate(day);
    if (day == today)
        return Say::tr("Today, %1").arg(date);
    return day.addDays(1) == today ? Say::tr("Yesterday, %1").arg(date) : date;
}

GroupSummary summaryOf(const GroupKey &key, const QList<const Row *> &rows)
{
    GroupSummary summary;
    summary.count = entryCount(rows.size());
    summary.spoken = Say::tr("%1, %2").arg(key.title, summary.count);
    return summary;
}

QList<Grouping<Row>> groupings(const std::function<QDate()> &today)
{
    const auto day = [today](const Row &row) -> QList<GroupKey> {
        const QDate date = row.at.date(); // newest first, so the order counts backwards
        return { { date.toString(Qt::ISODate),
                   {},
                   dayName(date, today()),
                   -date.toJulianDay(),
                   date.daysTo(today()) >= openDays } };
    };
    const auto person = [](const Row &row) -> QList<GroupKey> { return { { row.actor, {}, row.actor, row.actor } }; };
    return { { { QStringLiteral("day"), Say::tr("Day") }, day, summaryOf },
             { { QStringLiteral("person"), Say::tr("Person") }, person, summaryOf } };
}

QList<FilterField<Row>> filters(const std::function<QDate()> &today)
{
    const auto age = [today](const Row &row) {
        const qint64 days = row.at.date().daysTo(today());
        QStringList names;
        if (days <= 0)
            names.append(Say::tr("Today"));
        if (days < weekDays)
            names.append(Say::tr("Last 7 days"));
        if (days < monthDays)
            names.append(Say::tr("Last 30 days"));
        else
            names.append(Say::tr("Earlier"));
        return names;
    };
    return { { { QStringLiteral("person"), Say::tr("Person") },
               [](const Row &row) { return QStringList { row.actor }; } },
             { { QStringLiteral("record"), Say::tr("Record") }, [](const Row &row) { return row.records; } },
             { { QStringLiteral("kind"), Say::tr("Type") },
               [](const Row &row) { return QStringList { words::term(row.kind) }; } },
             { { QStringLiteral("date"), Say::tr("Date") }, age } };
}

} // namespace

RecordSpec<ActivityRow> activitySpec(const std::function<QDate()> &today)
{
    RecordSpec<ActivityRow> spec;
    spec.id = [](const Row &row) { return row.seq; };
    spec.columns = columns();
    spec.groupings = groupings(today);
    spec.filters = filters(today);
    return spec;
}

QString entryCount(qint64 count)
{
    return count == 1 ? Say::tr("1 entry") : Say::tr("%1 entries").arg(words::number(count));
}

} // namespace tb
