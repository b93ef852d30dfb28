#include "model/demo/blobwriting.h"

#include "model/evidence/blobs.h"

#include <QCryptographicHash>

namespace tb {

Result<QString> storeBytes(Connection &connection, const QByteArray &bytes)
{
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const auto known = blobs::find(connection, sha256);
    if (!known)
        return known.error();
    if (known.value())
        return sha256;
    const auto seq = blobs::nextSeq(connection);
    if (!seq)
        return seq.error();
    for (qint64 number = 0; number < blobs::chunkCount(bytes.size()); ++number) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(number * blobs::chunkSize);
        const QByteArrayView chunk = rest.first(std::min<qsizetype>(rest.size(), blobs::chunkSize));
        if (const auto done = blobs::addChunk(connection, seq.value(), number, chunk); !done)
            return done.error();
    }
    if (const auto done = blobs::addRow(connection, { seq.value(), sha256, bytes.size() }); !done)
        return done.error();
    return sha256;
}

} // namespace tb
