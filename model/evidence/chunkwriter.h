#pragma once

#include "model/evidence/blobs.h"

#include <QHash>

#include <functional>
#include <memory>

namespace tb {

class ChunkRemover;
class WriteGate;

/// Writes chunks of new blobs through a background connection in short transactions: everything of one transaction is
/// in memory before the gate is asked, so that a slow source never holds up an edit. Blob rows are the caller's, last.
class ChunkWriter
{
public:
    ChunkWriter(Connection &connection, WriteGate &gate, ChunkRemover &remover);
    ~ChunkWriter(); ///< removes what was neither kept nor dropped
    Q_DISABLE_COPY_MOVE(ChunkWriter)

    /// One chunk of what a transaction shall write. The bytes must live until write() returns.
    struct Piece
    {
        int blob = 0; ///< any number of the caller's: pieces with the same one are parts of one blob, in order
        QByteArrayView bytes;
    };
    /// How many chunks the next transaction should have: a step's worth, but few while a person edits, who waits for
    /// the transaction under way.
    int room();
    /// Writes @p pieces in one transaction.
    Status write(const QList<Piece> &pieces);

    qint64 seqOf(int blob) const { return m_written.value(blob).seq; } ///< 0 before its first piece is written

    /// Has the chunks of one blob removed again.
    void drop(int blob);
    /// Has every blob written that was not kept removed: a cancelled drop leaves nothing.
    void dropAll();
    /// The rows of all blobs but @p needless are committed: those are no longer this writer's to remove.
    void keepAllBut(const QList<int> &needless);

private:
    struct Progress
    {
        qint64 seq = 0;
        qint64 chunks = 0;
    };
    Status insert(const QList<Piece> &pieces, QHash<int, Progress> &written);

    Connection &m_connection;
    WriteGate &m_gate;
    ChunkRemover &m_remover;
    QHash<int, Progress> m_written; ///< committed
    qint64 m_seenTurns = 0; ///< of the foreground
    int m_calm; ///< transactions since then
};

/// What becomes of the pages of removed chunks.
enum class Removal {
    Free, ///< given back as they are: what was written by a drop that did not end well
    Overwrite, ///< on a connection with secure_delete=ON, in steps of at most 8 MiB
};
/// How far a removal is, in chunks, and whether to go on. Cancelled between two steps when it says false.
using RemovalWatch = std::function<bool(qint64 removed)>;
/// Removes every chunk of the blobs @p seqs in short transactions, then gives the space back to the system. @p watch
/// may be null; it may count more than there are, since a step need not be full.
Status removeChunksInSteps(Connection &connection, WriteGate &gate, QList<qint64> seqs, Removal removal,
                           const RemovalWatch &watch = {});

} // namespace tb
