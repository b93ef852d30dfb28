#include "model/evidence/extract.h"

#include "model/evidence/blobreader.h"
#include "model/evidence/chunkwriter.h"
#include "model/evidence/safename.h"
#include "model/store/connection.h"
#include "model/store/filesniff.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"

#include <QDir>
#include <QSaveFile>
#include <QStorageInfo>

#include <cerrno>

namespace tb {

namespace {

Result<Blob> blobOf(Connection &connection, WriteGate &gate, const Evidence &item)
{
    if (item.erasedAt.isValid())
        return Error { Error::Kind::NotFound, item.code, QStringLiteral("its bytes were erased on request") };
    if (item.sha256.isEmpty())
        return Error { Error::Kind::NotFound, item.code, QStringLiteral("it has no file") };
    const auto turn = gate.enter(WriteGate::Reader);
    const auto found = blobs::find(connection, item.sha256);
    if (!found)
        return found.error();
    if (!found.value())
        return Error { Error::Kind::Damaged, item.code, QStringLiteral("its bytes are missing") };
    return *found.value();
}

Status asStatus(const Result<BlobFault> &read, const Evidence &item)
{
    if (!read)
        return read.error();
    switch (read.value()) {
    case BlobFault::None: return Ok {};
    case BlobFault::MissingChunk:
        return Error { Error::Kind::Damaged, item.code, QStringLiteral("a chunk is missing") };
    case BlobFault::WrongSize:
        return Error { Error::Kind::Damaged, item.code, QStringLiteral("a chunk has a wrong size") };
    case BlobFault::WrongHash: break;
    }
    return Error { Error::Kind::Damaged, item.code, QStringLiteral("the hash does not match") };
}

/// Qt tells a full disk from other failures, but not a quota or a limit on the size of a file.
bool isFull(int errorNumber)
{
    bool full = errorNumber == ENOSPC || errorNumber == EFBIG;
#ifdef Q_OS_UNIX
    full = full || errorNumber == EDQUOT;
#endif
    return full;
}

/// Right after the failure: it looks at errno.
Error writeError(const QFileDevice &target)
{
    using Kind = Error::Kind;
    const bool full = isFull(errno) || target.error() == QFileDevice::ResourceError
        || QStorageInfo(QFileInfo(target.fileName()).path()).bytesAvailable() == 0;
    const bool denied = target.error() == QFileDevice::PermissionsError;
    return { full ? Kind::DiskFull : denied ? Kind::ReadOnly : Kind::Io, target.fileName(), target.errorString() };
}

/// One connection that extracts item after item.
class Extractor
{
public:
    static Result<Extractor> start(ProjectStorage &storage, JobControl &job)
    {
        auto connection = storage.openInTurn();
        if (!connection)
            return connection.error();
        return Extractor(std::move(connection).value(), storage.gate(), job);
    }

    Status toSink(const Evidence &item, const ByteSink &sink)
    {
        const auto blob = blobOf(*m_connection, *m_gate, item);
        if (!blob)
            return blob.error();
        return asStatus(BlobReader(*m_connection, *m_gate, *m_job).read(blob.value(), sink), item);
    }
    Status toFile(const Evidence &item, const QString &path);
    void setTotal(qint64 bytes) { m_total = bytes; }

private:
    Extractor(std::unique_ptr<Connection> connection, WriteGate &gate, JobControl &job)
        : m_connection(std::move(connection))
        , m_gate(&gate)
        , m_job(&job)
    { }

    std::unique_ptr<Connection> m_connection;
    WriteGate *m_gate; ///< of the project file
    JobControl *m_job; ///< of the caller
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Status Extractor::toFile(const Evidence &item, const QString &path)
{
    if (const Status fine = refuseProject(path); !fine)
        return fine;
    QSaveFile target(path);
    errno = 0;
    if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return writeError(target);
    const Status written = toSink(item, [&](QByteArrayView bytes) -> Status {
        errno = 0;
        if (target.write(bytes.data(), bytes.size()) != bytes.size())
            return writeError(target);
        m_done += bytes.size();
        m_job->progress(m_done, m_total, item.fileName);
        return Ok {};
    });
    if (!written)
        return written; // the target is discarded with its writer
    errno = 0;
    return target.commit() ? Status(Ok {}) : Status(writeError(target));
}

bool endsAll(Error::Kind kind)
{
    return kind == Error::Kind::Cancelled || kind == Error::Kind::DiskFull || kind == Error::Kind::ReadOnly;
}

NamesInUse namesIn(const QString &folder)
{
    NamesInUse names;
    for (const QString &name : QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System))
        names.add(name);
    return names;
}

} // namespace

Status extractTo(ProjectStorage &storage, const Evidence &item, const QString &path, JobControl &job)
{
    auto extractor = Extractor::start(storage, job);
    if (!extractor)
        return extractor.error();
    Extractor own = std::move(extractor).value();
    own.setTotal(item.size);
    return own.toFile(item, path);
}

Result<QString> extractInto(ProjectStorage &storage, const Evidence &item, const QString &folder, JobControl &job)
{
    const QString path = QDir(folder).filePath(namesIn(folder).claim(safeFileName(item.fileName)));
    const Status done = extractTo(storage, item, path, job);
    if (!done)
        return done.error();
    return path;
}

Result<Extraction> extractAll(ProjectStorage &storage, const QList<Evidence> &items, const QString &folder,
                              JobControl &job)
{
    if (!QDir().mkpath(folder))
        return Error { Error::Kind::Io, folder, QStringLiteral("the folder cannot be made") };
    auto started = Extractor::start(storage, job);
    if (!started)
        return started.error();
    Extractor extractor = std::move(started).value();
    qint64 total = 0;
    for (const Evidence &item : items)
        total += item.size;
    extractor.setTotal(total);

    Extraction result;
    NamesInUse names = namesIn(folder);
    for (const Evidence &item : items) {
        if (item.sha256.isEmpty() || item.erasedAt.isValid()) {
            result.without.append(item.id);
            continue;
        }
        const QString path = QDir(folder).filePath(names.claim(safeFileName(item.fileName)));
        const Status done = extractor.toFile(item, path);
        if (done)
            result.paths.append(path);
        else if (endsAll(done.error().kind))
            return done.error();
        else
            result.failures.append({ item.id, item.code, done.error() });
    }
    return result;
}

Result<Preview> readPreview(ProjectStorage &storage, const Evidence &item, qint64 most, JobControl &job)
{
    auto extractor = Extractor::start(storage, job);
    if (!extractor)
        return extractor.error();
    Preview preview;
    preview.isWhole = item.size <= most;
    bool enough = false;
    const Status done = std::move(extractor).value().toSink(item, [&](QByteArrayView bytes) -> Status {
        preview.bytes += bytes.first(std::min<qint64>(bytes.size(), most - preview.bytes.size()));
        enough = !preview.isWhole && preview.bytes.size() >= most;
        return enough ? Status(Error { Error::Kind::Cancelled }) : Status(Ok {});
    });
    if (!done && !enough)
        return done.error();
    return preview;
}

} // namespace tb
