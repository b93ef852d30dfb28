#include "ui/evidence/evidenceintake.h"

#include "model/evidence/privatefolder.h"
#include "reports/words/terms.h"
#include "ui/common/progressstrip.h"

#include <QImage>

namespace tb {

namespace {
constexpr int tickMs = 200;
constexpr int showAfterMs = 600; ///< shorter work needs no strip
constexpr double rateMemory = 0.7; ///< share of the old rate in the shown one
} // namespace

QString transferWords(qint64 done, qint64 total, double bytesPerSecond)
{
    QString text = EvidenceIntake::tr("Adding files: %1 of %2").arg(words::bytes(done), words::bytes(total));
    if (bytesPerSecond > 0)
        text += EvidenceIntake::tr(" · %1/s", "rate").arg(words::bytes(static_cast<qint64>(bytesPerSecond)));
    return text;
}

EvidenceIntake::EvidenceIntake(Project &project, QThreadPool &jobs, ProgressStrip &strip, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_jobs(jobs)
    , m_strip(strip)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &EvidenceIntake::report);
    connect(&m_strip, &ProgressStrip::cancelled, this, &EvidenceIntake::cancel);
}

void EvidenceIntake::take(const AttachRequest &request, int remote)
{
    AttachRequest metered = request;
    metered.meter = std::make_shared<TransferMeter>();
    enqueue({ [project = &m_project, metered](JobControl &job) { return attachFiles(*project, metered, job); },
              metered.meter, remote });
}

void EvidenceIntake::takeImage(const QImage &image, const QString &name, const AttachRequest &request)
{
    AttachRequest metered = request;
    metered.meter = std::make_shared<TransferMeter>();
    const auto work = [project = &m_project, image, name, metered](JobControl &job) -> Result<AttachResult> {
        const auto folder = PrivateFolder::make(); // wiped as soon as the bytes are in the project
        if (!folder)
            return folder.error();
        const auto path = folder.value()->pathFor(name);
        if (!path)
            return path.error();
        if (!image.save(path.value(), "PNG"))
            return Error { Error::Kind::Io, name, {} };
        AttachRequest with = metered;
        with.paths = QStringList { path.value() };
        return attachFiles(*project, with, job);
    };
    enqueue({ work, metered.meter, 0 });
}

void EvidenceIntake::enqueue(Waiting drop)
{
    m_waiting.enqueue(std::move(drop));
    if (!m_job)
        next();
}

void EvidenceIntake::next()
{
    if (m_waiting.isEmpty()) {
        m_tick.stop();
        m_strip.finish();
        return;
    }
    const Waiting waiting = m_waiting.dequeue();
    m_meter = waiting.meter;
    m_since.start();
    m_lastDone = 0;
    m_lastAt = 0;
    m_rate = 0;
    m_tick.start();
    m_job = Job::start<AttachResult>(m_jobs, this, waiting.work,
                                     [this, remote = waiting.remote](Result<AttachResult> result) {
                                         m_job = nullptr;
                                         emit finished(result, remote);
                                         next();
                                     });
}

void EvidenceIntake::cancel()
{
    m_waiting.clear();
    if (m_job)
        m_job->cancel();
}

void EvidenceIntake::report()
{
    const qint64 now = m_since.elapsed();
    const qint64 done = m_meter->done;
    const qint64 total = m_meter->total;
    if (now > m_lastAt) {
        const double present = static_cast<double>(done - m_lastDone) * 1000 / static_cast<double>(now - m_lastAt);
        m_rate = m_rate > 0 ? rateMemory * m_rate + (1 - rateMemory) * present : present;
    }
    m_lastDone = done;
    m_lastAt = now;
    if (now < showAfterMs)
        return;
    if (!m_strip.isVisibleTo(m_strip.parentWidget()))
        m_strip.start(tr("Adding files…"));
    if (total > 0)
        m_strip.setProgress(static_cast<int>(done * 1000 / total), transferWords(done, total, m_rate));
}

} // namespace tb
