#include "model/activity/logreading.h"

#include "model/job.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"

namespace tb {

namespace {

constexpr qsizetype batchEntries = 256;
constexpr qsizetype batchBytes = 4 * 1024 * 1024; // an import alone may be that long

/// Stops a check when it is cancelled or when somebody waits for the file, and counts how far it is.
class GivingWay final : public JobControl
{
public:
    GivingWay(JobControl &job, WriteGate &gate, qint64 total) : m_job(job), m_gate(gate), m_total(total) { }

    bool cancelled() const override
    {
        constexpr qint64 reportEvery = 256;
        if (++m_asked % reportEvery == 0)
            m_job.progress(std::min(m_base + m_asked, m_total), m_total, {});
        return m_job.cancelled() || m_gate.waiting() > 0;
    }
    void progress(qint64, qint64, const QString &) override { }
    void startPart(qint64 base)
    {
        m_base = base;
        m_asked = 0;
    }

private:
    JobControl &m_job;
    WriteGate &m_gate;
    qint64 m_total;
    qint64 m_base = 0;
    mutable qint64 m_asked = 0; // the checks ask once for each entry
};

template <class T, class Check>
Result<T> givingWay(ProjectStorage &storage, JobControl &job, GivingWay &control, qint64 base, Check check)
{
    for (;;) {
        control.startPart(base);
        const auto turn = storage.gate().enter(WriteGate::Reader);
        Result<T> done = check();
        const bool gaveWay = !done && done.error().kind == Error::Kind::Cancelled && !job.cancelled();
        if (!gaveWay)
            return done;
    }
}

} // namespace

Status visitLog(ProjectStorage &storage, const LogSpan &span, JobControl &job,
                const std::function<Status(const LogEntry &)> &visit)
{
    const auto connection = storage.openInTurn();
    if (!connection)
        return connection.error();
    const auto fetch = [&](qint64 after) -> Result<QList<LogEntry>> {
        QList<LogEntry> batch;
        qsizetype bytes = 0;
        const auto turn = storage.gate().enter(WriteGate::Reader);
        const auto read = activitylog::forEach(*connection.value(), after, [&](const LogEntry &entry) {
            if (entry.seq > span.until)
                return false;
            batch.append(entry);
            bytes += entry.changeset.size();
            return batch.size() < batchEntries && bytes < batchBytes;
        });
        return read ? Result<QList<LogEntry>>(batch) : read.error();
    };
    for (qint64 after = span.after;;) {
        const auto batch = fetch(after);
        if (!batch)
            return batch.error();
        if (batch.value().isEmpty())
            return Ok {};
        for (const LogEntry &entry : batch.value()) {
            if (job.cancelled())
                return Error { Error::Kind::Cancelled };
            if (const Status done = visit(entry); !done)
                return done;
        }
        after = batch.value().last().seq;
    }
}

Result<LogCheck> checkLog(ProjectStorage &storage, bool deep, qint64 entries, JobControl &job)
{
    const auto opened = storage.openInTurn();
    if (!opened)
        return opened.error();
    Connection &connection = *opened.value();
    GivingWay control(job, storage.gate(), deep ? 2 * entries : entries);
    auto chain = givingWay<LogCheck>(storage, job, control, 0, [&] { return checkChain(connection, &control); });
    if (!chain || !deep || !chain.value().faults.isEmpty())
        return chain;
    auto replay
        = givingWay<QList<LogFault>>(storage, job, control, entries, [&] { return checkReplay(connection, &control); });
    if (!replay)
        return replay.error();
    chain.value().faults = replay.value();
    return chain;
}

} // namespace tb
