#include "model/store/projectcopy.h"

#include "model/job.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/sqliteerror.h"
#include "model/store/statement.h"
#include "model/store/verifypages.h"

#include <algorithm>
#include <memory>
#include <optional>
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

/// Copies pages in steps, each in a turn of its own, so that edits go on. After an edit the next step begins anew by
/// itself, so the copy shows one moment; who edits again and again waits in the end.
class PageCopy
{
public:
    PageCopy(Connection &from, Connection &to, WriteGate &gate, JobControl &job)
        : m_to(to)
        , m_gate(gate)
        , m_job(job)
        , m_backup(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"), &sqlite3_backup_finish)
    { }

    Status run()
    {
        if (!m_backup)
            return sqliteError(m_to.handle(), m_to.path());
        int code = SQLITE_OK;
        while ((code = step()) == SQLITE_OK) {
            if (m_job.cancelled())
                return Error { Error::Kind::Cancelled, m_to.path() };
            report();
        }
        const int finished = sqlite3_backup_finish(m_backup.release());
        const int fault = code != SQLITE_DONE ? code : finished;
        return fault == SQLITE_OK
            ? Status(Ok {})
            : Error { sqliteErrorKind(fault), m_to.path(), QString::fromUtf8(sqlite3_errstr(fault)) };
    }

private:
    int step()
    {
        if (m_beginnings > mostBeginnings && !m_last)
            m_last.emplace(m_gate.enter(WriteGate::Reader));
        if (m_last)
            return sqlite3_backup_step(m_backup.get(), pagesPerStep);
        const WriteGate::Turn turn = m_gate.enter(WriteGate::Reader);
        return sqlite3_backup_step(m_backup.get(), pagesPerStep);
    }
    void report()
    {
        const qint64 total = sqlite3_backup_pagecount(m_backup.get());
        const qint64 done = total - sqlite3_backup_remaining(m_backup.get());
        m_beginnings += done <= pagesPerStep ? 1 : 0;
        m_reported = std::max(m_reported, std::min(done, total) * pageSize);
        m_job.progress(m_reported, std::max(2 * total * pageSize, m_reported), {});
    }

    static constexpr int mostBeginnings = 5;

    Connection &m_to;
    WriteGate &m_gate;
    JobControl &m_job;
    Backup m_backup;
    std::optional<WriteGate::Turn> m_last; ///< held to the end, once edits came too often
    int m_beginnings = 0;
    qint64 m_reported = 0; ///< bytes; never goes back
};

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
    if (const Status copied = PageCopy(*from.value(), *to.value(), gate, job).run(); !copied)
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
