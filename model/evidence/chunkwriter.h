#pragma once

#include "model/evidence/blobs.h"

#include <QHash>

#include <functional>
#include <memory>

namespace tb {

class ProjectStorage;
class WriteGate;

/// Writes chunks of new blobs through a background connection in short transactions: everything of one transaction is
/// in memory before the gate is asked, so that a slow source never holds up an edit. Blob rows are the caller's, last.
class ChunkWriter
{
public:
    ChunkWriter(Connection &connection, WriteGate &gate);
    ~ChunkWriter(); ///< removes what was neither kept nor dropped
    Q_DISABLE_COPY_MOVE(ChunkWriter)

    /// One chunk of what a transaction shall write. The bytes must live until write() returns.
    struct Piece
    {
        int blob = 0; ///< any number of the caller's: pieces with the same one are parts of one blob, in order
        QByteArrayView bytes;
    };
    /// Writes @p pieces, at most a step's worth, in one transaction.
    Status write(const QList<Piece> &pieces);

    qint64 seqOf(int blob) const { return m_written.value(blob).seq; } ///< 0 before its first piece is written

    /// Removes the chunks of one blob again.
    Status drop(int blob);
    /// Removes every blob written that was not kept: a cancelled drop leaves nothing.
    Status dropAll();
    /// The rows of all blobs but @p needless are committed: those are no longer this writer's to remove.
    Status keepAllBut(const QList<int> &needless);

private:
    struct Progress
    {
        qint64 seq = 0;
        qint64 chunks = 0;
    };
    Status insert(const QList<Piece> &pieces, QHash<int, Progress> &written);

    Connection &m_connection;
    WriteGate &m_gate;
    QHash<int, Progress> m_written; ///< committed
};

/// A connection of the calling thread, opened in a turn: opening reads, and would fail while a writer commits.
Result<std::unique_ptr<Connection>> openInTurn(ProjectStorage &storage);

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
