#pragma once

#include "model/result.h"
#include "model/store/replay.h"

#include <QObject>
#include <QPointer>
#include <QTime>

class QThreadPool;

namespace tb {

class Job;
class Project;

/// What is known of the activity chain of the open project: checked in the background after opening and when asked. The
/// status line and the Activity pane show it. GUI thread; owned by the workspace.
class ChainCheck final : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Checking, Intact, Broken };

    /// @p project and @p pool must outlive the jobs that this starts: closing the project waits for them.
    ChainCheck(Project &project, QThreadPool &pool, QObject *parent = nullptr);

    /// Checks numbers, hashes and links in a job that gives way to edits. Nothing while one runs.
    void start();
    /// Takes over what a check made elsewhere has found.
    void take(const LogCheck &check);

    State state() const { return m_state; }
    const QList<LogFault> &faults() const { return m_faults; }
    qint64 brokenAt() const; ///< the first entry that does not fit; 0 when none is known
    qint64 entries() const; ///< in the log now
    QTime checkedAt() const { return m_at; }

signals:
    void changed(); ///< the state, or how many entries are known to be whole
    void failed(const tb::Error &error);

private:
    void setState(State state);

    Project &m_project;
    QThreadPool &m_pool;
    QPointer<Job> m_job;
    State m_state = State::Unknown;
    QList<LogFault> m_faults;
    QTime m_at;
};

} // namespace tb
