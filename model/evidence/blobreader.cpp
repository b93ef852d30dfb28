#include "model/evidence/blobreader.h"

#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/sha256.h"
#include "model/store/statement.h"

#include <cstring>
#include <thread>

namespace tb {

namespace {
constexpr int blocksAhead = blobs::chunksPerStep + 4;
constexpr qint64 threadFrom = 4 * blobs::chunkSize; // smaller blobs are hashed faster than a thread is started
} // namespace

/// Hashes blocks: beside the caller when there are many, at once when there are few.
class BlobReader::Hasher
{
public:
    explicit Hasher(qint64 size) : m_pipe(blocksAhead, blobs::chunkSize)
    {
        if (size > threadFrom)
            m_thread = std::thread([this] { run(); });
    }
    ~Hasher()
    {
        m_pipe.stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Hasher)

    Block *empty() { return m_pipe.takeEmpty(); }
    /// The block may be read until the next empty() after all blocks of a step were added.
    void add(Block *block)
    {
        if (m_thread.joinable())
            return m_pipe.giveFull(block);
        m_hash.add(block->view());
    }
    /// After the caller is done with the bytes; a thread gives blocks back by itself.
    void release(Block *block)
    {
        if (!m_thread.joinable())
            m_pipe.giveEmpty(block);
    }
    QString result()
    {
        m_pipe.finish();
        if (m_thread.joinable())
            m_thread.join();
        return QString::fromLatin1(m_hash.result().toHex());
    }

private:
    void run()
    {
        while (Block *block = m_pipe.takeFull()) {
            m_hash.add(block->view());
            m_pipe.giveEmpty(block);
        }
    }

    BlockPipe m_pipe;
    Sha256 m_hash;
    std::thread m_thread;
};

BlobReader::BlobReader(Connection &connection, WriteGate &gate, JobControl &job)
    : m_connection(connection)
    , m_gate(gate)
    , m_job(job)
{ }

/// Copies the chunks of @p range into blocks while the gate is held.
Result<BlobFault> BlobReader::copyOut(const Blob &blob, Range range, Hasher &hasher, QList<Block *> &blocks)
{
    const auto turn = m_gate.enter(WriteGate::Reader);
    auto query
        = Statement::prepare(m_connection.handle(), "SELECT id, data FROM chunk WHERE id >= ? AND id < ? ORDER BY id");
    if (!query)
        return query.error();
    query.value().bind(1, blobs::firstChunk(blob.seq) + range.from);
    query.value().bind(2, blobs::firstChunk(blob.seq) + range.to);
    for (qint64 number = range.from; number < range.to; ++number) {
        if (!query.value().next() || query.value().integer(0) != blobs::firstChunk(blob.seq) + number)
            return query.value().status() ? Result<BlobFault>(BlobFault::MissingChunk) : query.value().status().error();
        const QByteArrayView bytes = query.value().blob(1);
        if (bytes.size() != std::min(blobs::chunkSize, blob.size - number * blobs::chunkSize))
            return BlobFault::WrongSize;
        Block *block = hasher.empty();
        std::memcpy(block->data.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
        block->used = bytes.size();
        blocks.append(block);
    }
    return BlobFault::None;
}

Result<bool> BlobReader::hasMore(const Blob &blob)
{
    const auto turn = m_gate.enter(WriteGate::Reader);
    auto query = Statement::prepare(m_connection.handle(), "SELECT id FROM chunk WHERE id >= ? AND id < ? LIMIT 1");
    if (!query)
        return query.error();
    query.value().bind(1, blobs::firstChunk(blob.seq) + blobs::chunkCount(blob.size));
    query.value().bind(2, blobs::firstChunk(blob.seq + 1));
    return query.value().step();
}

Result<BlobFault> BlobReader::read(const Blob &blob, const ByteSink &sink)
{
    Hasher hasher(blob.size);
    const qint64 count = blobs::chunkCount(blob.size);
    for (qint64 from = 0; from < count; from += blobs::chunksPerStep) {
        QList<Block *> blocks;
        const Range range { from, std::min<qint64>(from + blobs::chunksPerStep, count) };
        const auto copied = copyOut(blob, range, hasher, blocks);
        if (!copied || copied.value() != BlobFault::None)
            return copied;
        for (Block *block : blocks) {
            // The hasher may hand the block back while the sink still reads it; the next step begins only afterwards.
            const QByteArrayView bytes = block->view();
            hasher.add(block);
            if (m_job.cancelled())
                return Error { Error::Kind::Cancelled };
            if (const Status taken = sink(bytes); !taken)
                return taken.error();
            hasher.release(block);
        }
    }
    const auto more = hasMore(blob);
    if (!more)
        return more.error();
    if (more.value())
        return BlobFault::WrongSize;
    return hasher.result() == blob.sha256 ? BlobFault::None : BlobFault::WrongHash;
}

} // namespace tb
