#include "model/store/replay.h"

#include "model/job.h"
#include "model/store/changeset.h"
#include "model/store/connection.h"
#include "model/store/schema.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <limits>

namespace tb {

namespace {

constexpr int mostFaults = 100; // enough to say where; a file torn to pieces need not be listed row by row
constexpr qint64 rowsBetweenQuestions = 256;

Error cancelledError()
{
    return Error { Error::Kind::Cancelled };
}

void checkEntry(const LogEntry &entry, const LogHead &before, QList<LogFault> &faults)
{
    using Kind = LogFault::Kind;
    if (entry.seq != before.seq + 1)
        faults.append({ Kind::Missing, before.seq + 1, {}, 0 });
    if (entry.previousHash != before.hash)
        faults.append({ Kind::Link, entry.seq, {}, 0 });
    if (entry.hash != activitylog::hashOf(entry))
        faults.append({ Kind::Hash, entry.seq, {}, 0 });
}

Result<std::unique_ptr<Connection>> emptyState()
{
    auto memory = schema::openMemory();
    if (!memory)
        return memory;
    // Rows come in the order in which they were written, not in that of their references.
    if (const auto off = memory.value()->execute("PRAGMA foreign_keys=OFF"); !off)
        return off.error();
    if (const auto made = schema::migrate(*memory.value()); !made)
        return made.error();
    return memory;
}

/// Applies entries up to @p last; an entry that cannot be applied is a fault and ends the replay.
Result<QList<LogFault>> replayInto(Connection &target, Connection &source, qint64 last, JobControl *job)
{
    auto transaction = Transaction::begin(target.handle());
    if (!transaction)
        return transaction.error();
    QList<LogFault> faults;
    bool stopped = false;
    const auto read = activitylog::forEach(source, 0, [&](const LogEntry &entry) {
        stopped = job && job->cancelled();
        if (stopped || entry.seq > last)
            return false;
        if (!changeset::apply(target, entry.changeset))
            faults.append({ LogFault::Kind::Unreadable, entry.seq, {}, 0 });
        return faults.isEmpty();
    });
    if (!read)
        return read.error();
    if (stopped)
        return cancelledError();
    if (const auto done = transaction.value().commit(); !done)
        return done.error();
    return faults;
}

/// Steps through a table in key order.
class TableWalk
{
public:
    static Result<TableWalk> start(Connection &connection, const QString &table)
    {
        const QByteArray sql = "SELECT * FROM \"" + table.toUtf8() + "\" ORDER BY 1, 2";
        auto query = Statement::prepare(connection.handle(), sql.constData());
        if (!query)
            return query.error();
        return TableWalk(std::move(query).value());
    }

    bool next()
    {
        m_valid = m_query.next();
        return m_valid;
    }
    bool valid() const { return m_valid; }
    qint64 key() const { return m_query.integer(0); }
    Status status() const { return m_query.status(); }
    bool equals(const TableWalk &other) const
    {
        for (int column = 0; column < m_query.columnCount(); ++column) {
            if (m_query.isNull(column) != other.m_query.isNull(column)
                || m_query.blob(column) != other.m_query.blob(column))
                return false;
        }
        return true;
    }

private:
    explicit TableWalk(Statement query) : m_query(std::move(query)) { }
    Statement m_query;
    bool m_valid = false;
};

Status compareTable(Connection &file, Connection &replayed, const QString &table, JobControl *job,
                    QList<LogFault> &faults)
{
    auto left = TableWalk::start(file, table);
    auto right = TableWalk::start(replayed, table);
    if (!left || !right)
        return left ? right.error() : left.error();
    TableWalk &a = left.value();
    TableWalk &b = right.value();
    a.next();
    b.next();
    for (qint64 row = 0; (a.valid() || b.valid()) && faults.size() < mostFaults; ++row) {
        if (job && row % rowsBetweenQuestions == 0 && job->cancelled())
            return cancelledError();
        const bool same = a.valid() && b.valid() && a.equals(b);
        const qint64 aKey = a.valid() ? a.key() : std::numeric_limits<qint64>::max();
        const qint64 bKey = b.valid() ? b.key() : std::numeric_limits<qint64>::max();
        if (!same)
            faults.append({ LogFault::Kind::Table, 0, table, std::min(aKey, bKey) });
        if (aKey <= bKey)
            a.next();
        if (bKey <= aKey)
            b.next();
    }
    return a.status();
}

Status checkReferences(Connection &replayed, const QString &table, QList<LogFault> &faults)
{
    auto query = Statement::prepare(replayed.handle(), "SELECT \"table\", rowid FROM pragma_foreign_key_check(?1)");
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(table));
    while (query.value().next() && faults.size() < mostFaults)
        faults.append({ LogFault::Kind::Reference, 0, query.value().text(0), query.value().integer(1) });
    return query.value().status();
}

} // namespace

Result<LogCheck> checkChain(Connection &connection, JobControl *job)
{
    LogCheck check;
    bool stopped = false;
    const auto read = activitylog::forEach(connection, 0, [&](const LogEntry &entry) {
        checkEntry(entry, check.head, check.faults);
        check.head = { entry.seq, entry.hash };
        stopped = job && job->cancelled();
        return !stopped && check.faults.size() < mostFaults;
    });
    if (!read)
        return read.error();
    if (stopped)
        return cancelledError();
    return check;
}

Result<std::unique_ptr<Connection>> stateAt(Connection &connection, qint64 seq)
{
    auto memory = emptyState();
    if (!memory)
        return memory;
    const auto faults = replayInto(*memory.value(), connection, seq, nullptr);
    if (!faults)
        return faults.error();
    if (!faults.value().isEmpty())
        return Error { Error::Kind::Damaged, QString::number(faults.value().first().seq), {} };
    return memory;
}

Result<QList<LogFault>> checkReplay(Connection &connection, JobControl *job)
{
    auto memory = emptyState();
    if (!memory)
        return memory.error();
    auto faults = replayInto(*memory.value(), connection, std::numeric_limits<qint64>::max(), job);
    if (!faults || !faults.value().isEmpty())
        return faults;
    QList<LogFault> found;
    for (const QString &table : schema::loggedTables()) {
        if (const auto done = compareTable(connection, *memory.value(), table, job, found); !done)
            return done.error();
        if (const auto done = checkReferences(*memory.value(), table, found); !done)
            return done.error();
    }
    return found;
}

} // namespace tb
