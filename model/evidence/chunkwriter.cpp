#include "model/evidence/chunkwriter.h"

#include "model/evidence/chunkremover.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
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
    Pace(qint64 least, qint64 most) : m_least(least), m_most(most) { }
    qint64 chunks() const { return m_chunks; }
    void took(qint64 milliseconds)
    {
        if (milliseconds < 4)
            m_chunks = std::min(m_chunks * 2, m_most);
        else if (milliseconds > 8)
            m_chunks = std::max(m_chunks / 2, m_least);
    }

private:
    qint64 m_chunks = blobs::chunksPerStep;
    qint64 m_least;
    qint64 m_most;
};

/// Removes at most @p room chunks of @p seqs; takes the blobs that are done off the list.
Status removeStep(Connection &connection, QList<qint64> &seqs, qint64 room)
{
    while (room > 0 && !seqs.isEmpty()) {
        const auto removed = blobs::removeChunks(connection, seqs.last(), room);
        if (!removed)
            return removed.error();
        // Asked in the same transaction: once all are gone, a new drop may take this number.
        const auto more = blobs::anyChunk(connection, seqs.last());
        if (!more)
            return more.error();
        if (!more.value())
            seqs.removeLast();
        room -= removed.value();
    }
    return Ok {};
}

constexpr qint64 pagesPerChunk = 64; // of 16 KiB

/// Cuts free pages off the file; a page in use that lies behind them is moved first.
Status shrink(Connection &connection, WriteGate &gate, Pace pace, const std::function<bool()> &goesOn)
{
    qint64 before = 0;
    for (;;) {
        if (!goesOn())
            return Error { Error::Kind::Cancelled };
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

/// A removal that overwrites costs what writing does and keeps to its steps. One that only frees pages costs little:
/// less than its commit where syncing is slow, so that smaller steps would only make it longer.
Pace paceOf(Removal removal)
{
    constexpr qint64 mostToFree = 256; // chunks
    return removal == Removal::Overwrite ? Pace(1, blobs::chunksPerStep) : Pace(blobs::chunksPerStep, mostToFree);
}

constexpr int chunksWhileEditing = 2; // of a transaction: half a slow disk's 10 ms
constexpr int calmAfter = 256; // transactions: then nobody is at work on the project any more

} // namespace

ChunkWriter::ChunkWriter(Connection &connection, WriteGate &gate, ChunkRemover &remover)
    : m_connection(connection)
    , m_gate(gate)
    , m_remover(remover)
    , m_seenTurns(gate.foregroundTurns())
    , m_calm(calmAfter)
{ }

ChunkWriter::~ChunkWriter()
{
    dropAll();
}

int ChunkWriter::room()
{
    const qint64 turns = m_gate.foregroundTurns();
    m_calm = turns == m_seenTurns ? std::min(m_calm + 1, calmAfter) : 0;
    m_seenTurns = turns;
    return m_calm < calmAfter ? chunksWhileEditing : blobs::chunksPerStep;
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

void ChunkWriter::drop(int blob)
{
    if (const qint64 seq = m_written.take(blob).seq; seq != 0)
        m_remover.remove({ seq });
}

void ChunkWriter::dropAll()
{
    QList<qint64> seqs;
    for (const Progress &progress : std::as_const(m_written))
        seqs.append(progress.seq);
    m_written.clear();
    m_remover.remove(seqs);
}

void ChunkWriter::keepAllBut(const QList<int> &needless)
{
    m_written.removeIf([&](const auto &blob) { return !needless.contains(blob.key()); });
    dropAll();
}

Status removeChunksInSteps(Connection &connection, WriteGate &gate, QList<qint64> seqs, Removal removal,
                           const RemovalWatch &watch)
{
    if (seqs.isEmpty())
        return Ok {};
    const Pace start = paceOf(removal);
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
    // What was to be overwritten is gone by now: to stop here would only leave the file longer than it need be.
    return shrink(connection, gate, start, [&] { return removal == Removal::Overwrite || !watch || watch(removed); });
}

} // namespace tb
