#include "model/evidence/chunkremover.h"

#include "model/evidence/chunkwriter.h"
#include "model/evidence/erase.h"
#include "model/search/textindex.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
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

void ChunkRemover::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_changed.notify_all();
}

Status ChunkRemover::sweep()
{
    const auto found = [this]() -> Result<std::pair<QList<qint64>, bool>> {
        const auto turn = m_storage.gate().enter(WriteGate::Reader);
        const auto chunks = blobs::leftovers(m_storage.connection());
        if (!chunks)
            return chunks.error();
        const auto texts = textindex::orphans(m_storage.connection());
        if (!texts)
            return texts.error();
        return std::pair(chunks.value(), !texts.value().isEmpty());
    }();
    if (!found)
        return found.error();
    const auto &[chunks, anyText] = found.value();
    if (chunks.isEmpty() && !anyText)
        return Ok {};
    const std::lock_guard lock(m_mutex);
    m_left = chunks;
    start();
    return Ok {};
}

void ChunkRemover::remove(const QList<qint64> &seqs)
{
    if (seqs.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    m_seqs += seqs;
    start();
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
        m_changed.wait(lock, [this] { return m_stop || hasWork(); });
        if (m_stop)
            return;
        const QList<qint64> seqs = std::exchange(m_seqs, {});
        const auto left = std::exchange(m_left, std::nullopt);
        m_busy = true;
        lock.unlock();
        work(seqs, left);
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

/// Failing to remove is not lost: the next opening finds chunks without a row.
void ChunkRemover::work(const QList<qint64> &seqs, const std::optional<QList<qint64>> &left)
{
    if (!seqs.isEmpty()) {
        if (const auto connection = m_storage.openInTurn())
            static_cast<void>(removeChunksInSteps(*connection.value(), m_storage.gate(), seqs, Removal::Free,
                                                  [this](qint64) { return !m_stop; }));
    }
    if (!left)
        return;
    const Status swept = sweepEvidence(m_storage, *left, [this] { return !m_stop; });
    if (!swept && swept.error().kind != Error::Kind::Cancelled)
        qWarning("leftovers could not be removed: %s", qPrintable(swept.error().detail));
}

} // namespace tb
