#pragma once

#include "model/result.h"

#include <QList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace tb {

class ProjectStorage;

/// Removes the chunks of drops that did not end well, and what an earlier session left, in a thread of its own and in
/// short turns: giving up two gigabytes takes longer than a person who clicked Cancel, or opens a project, should wait.
/// Such chunks belong to no record. What is left when the project closes meanwhile, the next opening takes.
class ChunkRemover
{
public:
    explicit ChunkRemover(ProjectStorage &storage) : m_storage(storage) { }
    ~ChunkRemover(); ///< gives the rest about a second
    Q_DISABLE_COPY_MOVE(ChunkRemover)

    /// Finds what an earlier session left and has it removed; see sweepEvidence(). To be called when a project is
    /// opened for writing, in the thread of its connection, before anything is added.
    Status sweep();
    /// Returns at once. Any thread.
    void remove(const QList<qint64> &seqs);
    /// Waits until nothing is left to remove. Not inside a turn.
    void wait();

private:
    void start(); ///< with the lock
    void run();
    void work(const QList<qint64> &seqs, const std::optional<QList<qint64>> &left);
    bool hasWork() const { return !m_seqs.isEmpty() || m_left; }
    bool isIdle() const { return !hasWork() && !m_busy; }

    ProjectStorage &m_storage;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    QList<qint64> m_seqs;
    std::optional<QList<qint64>> m_left; ///< to be swept
    bool m_busy = false;
    std::thread m_thread; ///< started by the first work
};

} // namespace tb
