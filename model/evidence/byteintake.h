#pragma once

#include "model/evidence/chunkwriter.h"
#include "model/evidence/sourcefile.h"
#include "model/job.h"

#include <atomic>

namespace tb {

class SourceReader;

/// How far a transfer is, in bytes; written by the job, read by whoever shows rate and time left.
struct TransferMeter
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
};

/// A file whose bytes are in the project, or were there before.
struct TakenFile
{
    QString path;
    QString sha256;
    qint64 size = 0;
    QByteArray head; ///< the first bytes, to tell its media type
    int blob = -1; ///< number of the new blob within this intake; -1: the bytes were stored before
};

/// Brings the bytes of one drop into a project, on one background connection of the calling thread. Reading and hashing
/// run beside writing; the same bytes are stored once. Until commitRows() nothing counts: an intake that ends without
/// it removes what it wrote.
class ByteIntake
{
public:
    /// @p meter may be null. @p total: bytes expected, for the progress.
    ByteIntake(Connection &connection, WriteGate &gate, ChunkRemover &remover, JobControl &job, TransferMeter *meter,
               qint64 total);
    Q_DISABLE_COPY_MOVE(ByteIntake)

    using Taken = std::variant<TakenFile, IntakeIssue>;
    /// Takes one file. An IntakeIssue concerns this file only; an Error ends the whole drop.
    Result<Taken> take(const QString &path, bool followLinks);
    /// Writes what is still waiting for its transaction. After the last take().
    Status flush();

    /// Inside the change that adds the records, on its connection: the row of each new blob that @p files use.
    Status commitRows(Connection &connection, const QList<TakenFile> &files);
    /// After commitRows(): whether the bytes of @p file were new to the project.
    bool isNew(const TakenFile &file) const { return file.blob >= 0 && !m_needless.contains(file.blob); }
    /// After that change is committed: has the blobs removed that turned out to be stored already.
    void settle();

private:
    struct Waiting
    {
        int blob = 0;
        QByteArray bytes;
    };

    Result<Taken> takeWhole(SourceFile &source);
    Result<Taken> takeStream(SourceFile &source);
    Result<std::optional<TakenFile>> hashFirst(SourceFile &source);
    Status pump(SourceReader &reader, TakenFile &file);
    Result<bool> known(TakenFile &file);
    Status advance(qint64 bytes, const QString &path);

    Connection &m_connection;
    WriteGate &m_gate;
    JobControl &m_job;
    TransferMeter *m_meter;
    qint64 m_total;
    qint64 m_done = 0;
    ChunkWriter m_writer;
    QList<Waiting> m_waiting; ///< small files for the next transaction
    qint64 m_waitingBytes = 0;
    QHash<QString, int> m_new; ///< SHA-256 → number of the new blob
    QList<int> m_needless; ///< another drop stored the same bytes meanwhile
    int m_count = 0;
};

} // namespace tb
