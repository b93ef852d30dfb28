#include "model/store/projectcopy.h"

#include "model/job.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/sqliteerror.h"
#include "model/store/statement.h"
#include "model/store/verifypages.h"

#include <memory>
#include <sqlite3.h>

namespace tb {

namespace {
constexpr qint64 pageSize = 16384;
constexpr int pagesPerStep = 64; // 1 MiB: a cancel is heard within a few milliseconds

using Backup = std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)>;

/// The second half of the way: reading the copy back.
class SecondHalf final : public JobControl
{
public:
    explicit SecondHalf(JobControl &job) : m_job(job) { }
    bool cancelled() const override { return m_job.cancelled(); }
    void progress(qint64 done, qint64 total, const QString &what) override
    {
        m_job.progress(total + done, 2 * total, what);
    }

private:
    JobControl &m_job;
};

Status copyPages(Connection &from, Connection &to, JobControl &job)
{
    // One read transaction around all steps: the copy shows one moment, and no step has to begin again.
    if (const Status begun = from.execute("BEGIN; SELECT count(*) FROM sqlite_schema"); !begun)
        return begun;
    Backup backup(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"), &sqlite3_backup_finish);
    if (!backup)
        return sqliteError(to.handle(), to.path());
    int code = SQLITE_OK;
    while ((code = sqlite3_backup_step(backup.get(), pagesPerStep)) == SQLITE_OK) {
        if (job.cancelled())
            return Error { Error::Kind::Cancelled, to.path() };
        const qint64 total = sqlite3_backup_pagecount(backup.get());
        job.progress((total - sqlite3_backup_remaining(backup.get())) * pageSize, 2 * total * pageSize, {});
    }
    const int finished = sqlite3_backup_finish(backup.release());
    const int fault = code != SQLITE_DONE ? code : finished;
    if (fault != SQLITE_OK)
        return Error { sqliteErrorKind(fault), to.path(), QString::fromUtf8(sqlite3_errstr(fault)) };
    return from.execute("COMMIT");
}

Status checkCopy(const ConnectionSpec &target, JobControl &job)
{
    SecondHalf second(job);
    const auto damaged = damagedPages(target, second);
    if (!damaged)
        return damaged.error();
    if (!damaged.value().isEmpty()) {
        const DamagedPage &first = damaged.value().first();
        return Error { Error::Kind::Io, target.path,
                       QStringLiteral("page %1 of the copy: %2").arg(first.number).arg(first.detail) };
    }
    return Ok {};
}

Status writeCopy(const ConnectionSpec &source, const ConnectionSpec &target, WriteGate &gate, JobControl &job)
{
    ConnectionSpec reader = source;
    reader.mode = ConnectionSpec::Mode::ReadOnly;
    auto from = Connection::open(reader);
    if (!from)
        return from.error();
    auto to = Connection::open(target);
    if (!to)
        return to.error();
    // A file that nobody knows yet needs no journal; it is synced as a whole before it gets its name.
    if (const Status quick = to.value()->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"); !quick)
        return quick;
    const WriteGate::Turn turn = gate.enter(WriteGate::Reader);
    if (const Status copied = copyPages(*from.value(), *to.value(), job); !copied)
        return copied;
    return rememberSalt(*to.value(), target.salt);
}
} // namespace

Status copyDatabase(const ConnectionSpec &source, const ConnectionSpec &target, WriteGate &gate, JobControl &job)
{
    if (const Status written = writeCopy(source, target, gate, job); !written)
        return written;
    return checkCopy(target, job);
}

Status rememberSalt(Connection &connection, const QByteArray &salt)
{
    auto statement = Statement::prepare(
        connection.handle(),
        "INSERT INTO meta (key, value) VALUES ('salt', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
        connection.path());
    if (!statement)
        return statement.error();
    statement.value().bind(1, QByteArrayView(salt));
    return statement.value().run();
}

} // namespace tb
