#pragma once

#include "model/evidence/attach.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQueue>
#include <QTimer>

class QImage;
class QThreadPool;

namespace tb {

class Job;
class ProgressStrip;

/// Takes dropped files and pasted pictures in, one drop after the other, in the background, and tells the strip how far
/// it is. UI thread; dies with its owner, which cancels.
class EvidenceIntake final : public QObject
{
    Q_OBJECT

public:
    EvidenceIntake(Project &project, QThreadPool &jobs, ProgressStrip &strip, QObject *parent);

    /// @p remote more files cannot be taken: finished() says so again.
    void take(const AttachRequest &request, int remote);
    /// A picture from the clipboard, as a PNG called @p name; it waits in a private folder, never in a plain one.
    void takeImage(const QImage &image, const QString &name, const AttachRequest &request);
    void cancel(); ///< the drop that runs and those that wait
    bool isBusy() const { return m_job != nullptr; }

signals:
    void finished(const tb::Result<tb::AttachResult> &result, int remote);

private:
    using Work = std::function<Result<AttachResult>(JobControl &)>;
    struct Waiting
    {
        Work work;
        std::shared_ptr<TransferMeter> meter;
        int remote = 0;
    };

    void enqueue(Waiting drop);
    void next();
    void report();

    Project &m_project;
    QThreadPool &m_jobs;
    ProgressStrip &m_strip;
    QQueue<Waiting> m_waiting;
    QPointer<Job> m_job;
    std::shared_ptr<TransferMeter> m_meter; ///< of the running drop
    QTimer m_tick;
    QElapsedTimer m_since;
    qint64 m_lastDone = 0;
    qint64 m_lastAt = 0; ///< ms since the start
    double m_rate = 0; ///< bytes per second, smoothed
};

/// "340 MB of 2 GB · 180 MB/s".
QString transferWords(qint64 done, qint64 total, double bytesPerSecond);

} // namespace tb
