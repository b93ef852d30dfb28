#include "model/evidence/blobdevice.h"

#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/statement.h"

#include <cstring>

namespace tb {

BlobDevice::BlobDevice(Connection &connection, WriteGate &gate, const Blob &blob)
    : m_connection(connection)
    , m_gate(gate)
    , m_blob(blob)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

Status BlobDevice::fetch(qint64 number)
{
    const auto turn = m_gate.enter(WriteGate::Reader);
    auto query = Statement::prepare(m_connection.handle(), "SELECT data FROM chunk WHERE id=?", m_blob.sha256);
    if (!query)
        return query.error();
    query.value().bind(1, blobs::firstChunk(m_blob.seq) + number);
    if (!query.value().next()) {
        const auto done = query.value().status();
        return done ? Status(Error { Error::Kind::NotFound, m_blob.sha256, QStringLiteral("a chunk") }) : done;
    }
    m_chunk = query.value().blob(0).toByteArray();
    m_number = number;
    return Ok {};
}

qint64 BlobDevice::readData(char *data, qint64 most)
{
    qint64 done = 0;
    const qint64 end = std::min(m_blob.size, pos() + most);
    while (pos() + done < end) {
        const qint64 at = pos() + done;
        const qint64 number = at / blobs::chunkSize;
        if (number != m_number)
            m_status = fetch(number);
        const qint64 offset = at % blobs::chunkSize;
        if (m_status && offset >= m_chunk.size())
            m_status = Error { Error::Kind::Damaged, m_blob.sha256, QStringLiteral("a chunk is too short") };
        if (!m_status) {
            setErrorString(m_status.error().detail);
            return -1;
        }
        const qint64 count = std::min(end - at, m_chunk.size() - offset);
        std::memcpy(data + done, m_chunk.constData() + offset, static_cast<std::size_t>(count));
        done += count;
    }
    return done;
}

qint64 BlobDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace tb
