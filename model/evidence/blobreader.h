#pragma once

#include "model/evidence/blobs.h"
#include "model/evidence/blockpipe.h"
#include "model/job.h"

#include <functional>

namespace tb {

class WriteGate;

/// What is wrong with the stored bytes of a blob.
enum class BlobFault {
    None,
    MissingChunk,
    WrongSize, ///< a chunk is too short or too long, or there are more than the size says
    WrongHash,
};

/// Takes bytes in order; an Error ends the reading.
using ByteSink = std::function<Status(QByteArrayView)>;

/// Streams blobs out of a project through one connection of the calling thread. It holds the gate only while a few
/// megabytes are copied out, and hashes in a second thread while the sink works.
class BlobReader
{
public:
    BlobReader(Connection &connection, WriteGate &gate, JobControl &job);

    /// Passes the bytes of @p blob to @p sink and says whether they are what was stored. The sink has seen bytes before
    /// that is known: what it made of them counts only for BlobFault::None. Cancelled when the job is.
    Result<BlobFault> read(const Blob &blob, const ByteSink &sink);

private:
    class Hasher;
    struct Range
    {
        qint64 from = 0; ///< number of the chunk
        qint64 to = 0; ///< beyond the last
    };
    Result<BlobFault> copyOut(const Blob &blob, Range range, Hasher &hasher, QList<Block *> &blocks);
    Result<bool> hasMore(const Blob &blob);

    Connection &m_connection;
    WriteGate &m_gate;
    JobControl &m_job;
};

} // namespace tb
