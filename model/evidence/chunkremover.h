#pragma once

#include <QList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tb {

class ProjectStorage;

/// Removes the chunks of drops that did not end well, in a thread of its own and in short turns: giving up two
/// gigabytes takes longer than a person who clicked Cancel should wait. Such chunks belong to no record. What is left
/// when the project closes meanwhile, the sweep at the next opening takes.
class ChunkRemover
{
public:
    explicit ChunkRemover(ProjectStorage &storage) : m_storage(storage) { }
    ~ChunkRemover(); ///< gives the rest about a second
    Q_DISABLE_COPY_MOVE(ChunkRemover)

    /// Returns at once. Any thread.
    void remove(const QList<qint64> &seqs);
    /// Waits until nothing is left to remove. Not inside a turn.
    void wait();

private:
    void run();
    bool isIdle() const { return m_seqs.isEmpty() && !m_busy; }

    ProjectStorage &m_storage;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    QList<qint64> m_seqs;
    bool m_busy = false;
    std::thread m_thread; ///< started by the first remove()
};

} // namespace tb
