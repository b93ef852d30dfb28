#pragma once

#include "model/project.h"
#include "model/search/textindexing.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace tb {

class Job;

/// Keeps the text of evidence in the search index while a project is open: reads what is new after opening and whenever
/// evidence comes in, one run at a time. A thread of its own, so that a long run keeps no export waiting.
class EvidenceTexts final : public QObject
{
    Q_OBJECT

public:
    /// @p project outlives this.
    explicit EvidenceTexts(Project &project, QObject *parent = nullptr);
    ~EvidenceTexts() override; ///< waits until the run under way has noticed

    /// Ends the run under way soon, and starts no other.
    void stop();
    bool isRunning() const;

signals:
    void finished(const tb::TextIndexing &done);

private:
    void follow(const ChangeSet &changes);
    void start();

    Project &m_project;
    QThreadPool m_pool;
    QTimer m_soon;
    QPointer<Job> m_job; ///< a child
    bool m_isStopped = false;
};

} // namespace tb
