#pragma once

#include "model/evidence/blobs.h"

#include <QIODevice>

namespace tb {

class WriteGate;

/// The bytes of a blob as a file to read in, in any order, for readers that want one. Holds one chunk in memory, and
/// the gate only while that is fetched. What is read is not compared with the hash: nothing may be concluded from it
/// that verifyEvidence() would not bear out.
class BlobDevice final : public QIODevice
{
    Q_OBJECT

public:
    /// Opens for reading. The connection is of the thread that reads.
    BlobDevice(Connection &connection, WriteGate &gate, const Blob &blob);

    qint64 size() const override { return m_blob.size; }
    bool isSequential() const override { return false; }
    /// What went wrong with the project while reading; NotFound when the bytes are gone.
    const Status &status() const { return m_status; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    Status fetch(qint64 number);

    Connection &m_connection;
    WriteGate &m_gate;
    const Blob m_blob;
    QByteArray m_chunk;
    qint64 m_number = -1; ///< of m_chunk
    Status m_status = Ok {};
};

} // namespace tb
