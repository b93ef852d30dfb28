#include "model/change.h"

#include "model/search/subjectindex.h"
#include "model/store/connection.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

namespace tb {

namespace {

Result<ChangeSet> touchedBy(const QByteArray &change, const LogEntry &entry)
{
    ChangeSet set { entry.seq, entry.hash, entry.kind, {} };
    const auto done = changeset::read(change, [&](const RowDelta &row) {
        set.rows.append({ row.table, row.key, row.secondKey, row.operation });
        return true;
    });
    if (!done)
        return done.error();
    return set;
}

LogEntry entryFor(const Action &action, const QByteArray &change)
{
    LogEntry entry;
    entry.at = action.at.isValid() ? action.at : QDateTime::currentDateTimeUtc();
    entry.actor = action.actor;
    entry.kind = action.kind;
    entry.target = action.target;
    entry.changeset = change;
    return entry;
}

constexpr int labelledRows = 200; // a 20,000-row import is counted, not spelled out

} // namespace

bool ChangeSet::touches(QLatin1String table) const
{
    return std::any_of(rows.cbegin(), rows.cend(), [&](const TouchedRow &row) { return row.table == table; });
}

QSet<qint64> ChangeSet::keys(QLatin1String table) const
{
    QSet<qint64> found;
    for (const TouchedRow &row : rows) {
        if (row.table == table)
            found.insert(row.key);
    }
    return found;
}

Result<ChangeSet> runChange(Connection &connection, const Action &action, const Work &work, const Labeller &labeller)
{
    auto transaction = Transaction::begin(connection.handle());
    if (!transaction)
        return transaction.error();
    auto recorder = ChangeRecorder::start(connection);
    if (!recorder)
        return recorder.error();
    if (const auto done = work(connection); !done)
        return done.error();
    const auto change = recorder.value().take();
    if (!change)
        return change.error();
    if (change.value().isEmpty())
        return ChangeSet { 0, {}, action.kind, {} };

    if (const auto indexed = subjectindex::follow(connection, change.value()); !indexed)
        return indexed.error();
    const auto first = changeset::rows(change.value(), labelledRows);
    if (!first)
        return first.error();
    LogEntry entry = entryFor(action, change.value());
    entry.labels = labeller(connection, first.value());
    const auto logged = activitylog::append(connection, entry);
    if (!logged)
        return logged.error();
    if (const auto done = transaction.value().commit(); !done)
        return done.error();
    return touchedBy(change.value(), logged.value());
}

} // namespace tb
