#include "model/evidence/chunkwriter.h"

#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <QElapsedTimer>

namespace tb {

namespace {

/// Runs @p work in a transaction of its own as a background writer.
template <class Work> Status inBackground(Connection &connection, WriteGate &gate, Work work)
{
    const auto turn = gate.enter(WriteGate::Background);
    auto transaction = Transaction::begin(connection.handle());
    if (!transaction)
        return transaction.error();
    if (const Status done = work(); !done)
        return done;
    return transaction.value().commit();
}

Result<qint64> freePages(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "PRAGMA freelist_count");
    if (!query)
        return query.error();
    return query.value().next() ? query.value().integer(0) : Result<qint64>(0);
}

/// How much one turn may do, in chunks of a megabyte: more while turns stay short, so that giving up a large drop takes
/// a few of them, and less as soon as an edit would notice.
class Pace
{
public:
    explicit Pace(qint64 most) : m_most(most) { }
    qint64 chunks() const { return m_chunks; }
    void took(qint64 milliseconds)
    {
        if (milliseconds < 4)
            m_chunks = std::min(m_chunks * 2, m_most);
        else if (milliseconds > 8)
            m_chunks = std::max<qint64>(m_chunks / 2, 1);
    }

private:
    qint64 m_chunks = blobs::chunksPerStep;
    qint64 m_most;
};

/// Removes at most @p room chunks of @p seqs; takes the blobs that are done off the list.
Status removeStep(Connection &connection, QList<qint64> &seqs, qint64 room)
{
    while (room > 0 && !seqs.isEmpty()) {
        const auto removed = blobs::removeChunks(connection, seqs.last(), room);
        if (!removed)
            return removed.error();
        if (removed.value() < room)
            seqs.removeLast();
        room -= removed.value();
    }
    return Ok {};
}

constexpr qint64 pagesPerChunk = 64; // of 16 KiB

/// Cuts free pages off the file; a page in use that lies behind them is moved first.
Status shrink(Connection &connection, WriteGate &gate, Pace pace)
{
    qint64 before = 0;
    for (;;) {
        const auto turn = gate.enter(WriteGate::Background);
        const auto left = freePages(connection);
        if (!left)
            return left.error();
        if (left.value() == 0 || left.value() == before)
            return Ok {};
        before = left.value();
        QElapsedTimer timer;
        timer.start();
        const QByteArray step = "PRAGMA incremental_vacuum(" + QByteArray::number(pace.chunks() * pagesPerChunk) + ')';
        if (const Status done = connection.execute(step.constData()); !done)
            return done;
        pace.took(timer.elapsed());
    }
}

/// A removal that overwrites costs what writing does and keeps to its steps; one that only frees pages costs little.
constexpr qint64 mostToFree = 256; // chunks

} // namespace

ChunkWriter::ChunkWriter(Connection &connection, WriteGate &gate) : m_connection(connection), m_gate(gate) { }

ChunkWriter::~ChunkWriter()
{
    // Failing to remove is not lost: the sweep at the next opening takes chunks without a row.
    static_cast<void>(dropAll());
}

Status ChunkWriter::write(const QList<Piece> &pieces)
{
    QHash<int, Progress> written = m_written;
    const Status done = inBackground(m_connection, m_gate, [&] { return insert(pieces, written); });
    if (done)
        m_written = written;
    return done;
}

Status ChunkWriter::insert(const QList<Piece> &pieces, QHash<int, Progress> &written)
{
    for (const Piece &piece : pieces) {
        Progress &progress = written[piece.blob];
        if (progress.seq == 0) {
            const auto seq = blobs::nextSeq(m_connection);
            if (!seq)
                return seq.error();
            progress.seq = seq.value();
        }
        if (const Status done = blobs::addChunk(m_connection, progress.seq, progress.chunks++, piece.bytes); !done)
            return done;
    }
    return Ok {};
}

Status ChunkWriter::drop(int blob)
{
    const qint64 seq = m_written.take(blob).seq;
    return seq == 0 ? Status(Ok {}) : removeChunksInSteps(m_connection, m_gate, { seq }, Removal::Free);
}

Status ChunkWriter::dropAll()
{
    QList<qint64> seqs;
    for (const Progress &progress : std::as_const(m_written))
        seqs.append(progress.seq);
    m_written.clear();
    return removeChunksInSteps(m_connection, m_gate, seqs, Removal::Free);
}

Status ChunkWriter::keepAllBut(const QList<int> &needless)
{
    m_written.removeIf([&](const auto &blob) { return !needless.contains(blob.key()); });
    return dropAll();
}

Result<std::unique_ptr<Connection>> openInTurn(ProjectStorage &storage)
{
    const auto turn = storage.gate().enter(WriteGate::Reader);
    return storage.openForThread();
}

Status removeChunksInSteps(Connection &connection, WriteGate &gate, QList<qint64> seqs, Removal removal,
                           const RemovalWatch &watch)
{
    if (seqs.isEmpty())
        return Ok {};
    const Pace start(removal == Removal::Overwrite ? blobs::chunksPerStep : mostToFree);
    qint64 removed = 0;
    for (Pace pace = start; !seqs.isEmpty();) {
        if (watch && !watch(removed))
            return Error { Error::Kind::Cancelled };
        removed += pace.chunks();
        QElapsedTimer timer;
        const Status done = inBackground(connection, gate, [&] {
            timer.start(); // the wait for the turn is not our time
            return removeStep(connection, seqs, pace.chunks());
        });
        if (!done)
            return done;
        pace.took(timer.elapsed());
    }
    return shrink(connection, gate, start);
}

} // namespace tb
