#pragma once

#include "model/result.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace tb {

class Connection;

/// The bytes of one file in the project: its chunks lie under the row ids from firstChunk(seq) on, without a gap.
struct Blob
{
    qint64 seq = 0;
    QString sha256; ///< hex, lower case
    qint64 size = 0; ///< bytes

    bool operator==(const Blob &) const = default;
};

/// The SQL of evidence bytes. Chunks without a blob row belong to nobody: they are being written, or are what an
/// interrupted run left. Everything that writes runs in the caller's transaction.
namespace blobs {

inline constexpr qint64 chunkSize = 1 << 20; ///< bytes; only the last chunk of a blob is shorter
inline constexpr int chunksPerStep = 8; ///< of one transaction or one locked read: longer, and an edit would wait

constexpr qint64 firstChunk(qint64 seq)
{
    return seq << 24;
}
constexpr qint64 chunkCount(qint64 size)
{
    return (size + chunkSize - 1) / chunkSize;
}

Result<std::optional<Blob>> find(Connection &connection, const QString &sha256);
/// Whether any blob has exactly @p size bytes: without one, a file of that size cannot be there already.
Result<bool> anyOfSize(Connection &connection, qint64 size);
Result<QList<Blob>> all(Connection &connection); ///< in order of seq

/// The number for a new blob. Taken by writing its first chunk in the same transaction.
Result<qint64> nextSeq(Connection &connection);
Status addChunk(Connection &connection, qint64 seq, qint64 number, QByteArrayView bytes);
Status addRow(Connection &connection, const Blob &blob);
Status removeRow(Connection &connection, qint64 seq);

/// Removes at most @p most chunks of @p seq, the first ones first; returns how many it removed.
Result<qint64> removeChunks(Connection &connection, qint64 seq, qint64 most);

/// Whether @p seq has any chunk.
Result<bool> anyChunk(Connection &connection, qint64 seq);

/// A run of blob numbers that no blob row has, although chunks may lie there.
struct Gap
{
    qint64 first = 0;
    qint64 last = 0;
};
/// The blob numbers without a row that have chunks, in order; looks only into the gaps between rows, so that it costs
/// little in a project where nothing was left behind.
Result<QList<qint64>> leftovers(Connection &connection);
/// Chunks that belong to no blob.
Result<qint64> countLeftovers(Connection &connection);

} // namespace blobs
} // namespace tb
