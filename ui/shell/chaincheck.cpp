#include "ui/shell/chaincheck.h"

#include "model/activity/logreading.h"
#include "model/job.h"
#include "model/project.h"

namespace tb {

ChainCheck::ChainCheck(Project &project, QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_pool(pool)
{
    connect(&project, &Project::changed, this, [this] {
        if (m_state == State::Intact)
            emit changed(); // the new entry was chained by us
    });
}

void ChainCheck::start()
{
    if (m_job)
        return;
    setState(State::Checking);
    m_job = Job::start<LogCheck>(
        m_pool, this,
        [&storage = m_project.storage(), entries = m_project.head().seq](JobControl &job) {
            return checkLog(storage, false, entries, job);
        },
        [this](Result<LogCheck> check) {
            m_job.clear();
            if (check)
                return take(check.value());
            setState(State::Unknown);
            if (check.error().kind != Error::Kind::Cancelled)
                emit failed(check.error());
        });
}

void ChainCheck::take(const LogCheck &check)
{
    m_faults = check.faults;
    m_at = QTime::currentTime();
    setState(m_faults.isEmpty() ? State::Intact : State::Broken);
}

void ChainCheck::setState(State state)
{
    m_state = state;
    if (state != State::Broken)
        m_faults.clear();
    emit changed();
}

qint64 ChainCheck::brokenAt() const
{
    return m_faults.isEmpty() ? 0 : m_faults.first().seq;
}

qint64 ChainCheck::entries() const
{
    return m_project.head().seq;
}

} // namespace tb
