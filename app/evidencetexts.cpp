#include "app/evidencetexts.h"

#include "app/text/filetextsource.h"
#include "model/job.h"
#include "model/store/projectstorage.h"

namespace tb {

namespace {
constexpr int delay = 400; ///< milliseconds: of a burst of changes, only the last one starts a run
} // namespace

EvidenceTexts::EvidenceTexts(Project &project, QObject *parent) : QObject(parent), m_project(project)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_soon.setSingleShot(true);
    m_soon.setInterval(delay);
    connect(&m_soon, &QTimer::timeout, this, &EvidenceTexts::start);
    connect(&m_project, &Project::changed, this, &EvidenceTexts::follow);
    if (!m_project.storage().isReadOnly())
        m_soon.start();
}

EvidenceTexts::~EvidenceTexts()
{
    stop();
    m_pool.waitForDone();
}

void EvidenceTexts::stop()
{
    m_isStopped = true;
    m_soon.stop();
    if (m_job)
        m_job->cancel();
}

bool EvidenceTexts::isRunning() const
{
    return m_pool.activeThreadCount() > 0;
}

void EvidenceTexts::follow(const ChangeSet &changes)
{
    if (!m_isStopped && changes.touches(QLatin1String("evidence")))
        m_soon.start();
}

void EvidenceTexts::start()
{
    if (m_job)
        return m_soon.start(); // what came in meanwhile is for the next run
    ProjectStorage *storage = &m_project.storage();
    m_job = Job::start<TextIndexing>(
        m_pool, this,
        [storage](JobControl &job) -> Result<TextIndexing> {
            FileTextSource source;
            return indexTexts(*storage, source, job);
        },
        [this](const Result<TextIndexing> &done) {
            if (done)
                emit finished(done.value());
            else if (done.error().kind != Error::Kind::Cancelled) // nobody asked for it: search finds less, that is all
                qWarning("the text of evidence could not be indexed: %s", qPrintable(done.error().detail));
        });
}

} // namespace tb
