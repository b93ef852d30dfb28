#include "model/evidence/chunkremover.h"

#include "model/evidence/chunkwriter.h"
#include "model/store/connection.h"
#include "model/store/projectstorage.h"

#include <chrono>
#include <utility>

namespace tb {

ChunkRemover::~ChunkRemover()
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(1), [this] { return isIdle(); });
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ChunkRemover::remove(const QList<qint64> &seqs)
{
    if (seqs.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_seqs += seqs;
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_changed.notify_all();
}

void ChunkRemover::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return isIdle(); });
}

void ChunkRemover::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_seqs.isEmpty(); });
        if (m_stop)
            return;
        const QList<qint64> seqs = std::exchange(m_seqs, {});
        m_busy = true;
        lock.unlock();
        // Failing to remove is not lost: the sweep at the next opening takes chunks without a row.
        if (const auto connection = m_storage.openInTurn())
            static_cast<void>(removeChunksInSteps(*connection.value(), m_storage.gate(), seqs, Removal::Free,
                                                  [this](qint64) { return !m_stop; }));
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

} // namespace tb
