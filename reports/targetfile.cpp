#include "reports/targetfile.h"

#include "model/store/filesniff.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tb {

namespace {

/// Below this much free space a write that failed without a reason has run out of it.
constexpr qint64 almostNothing = 1024 * 1024;

bool syncFile(const QString &path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
#else
    return QFile::exists(path);
#endif
}

bool isFull(int errorNumber)
{
    bool full = errorNumber == ENOSPC || errorNumber == EFBIG;
#ifdef Q_OS_UNIX
    full = full || errorNumber == EDQUOT;
#endif
    return full;
}

/// Removes what killed exports left in @p folder: plain text that nobody would find. Younger ones may be under way.
void sweepLeftovers(const QString &folder)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QFileInfoList left = QDir(folder).entryInfoList({ QStringLiteral(".trustbench-export-??????") },
                                                          QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &old : left) {
        if (old.lastModified() < yesterday)
            QDir(old.filePath()).removeRecursively();
    }
}

} // namespace

TargetFile::TargetFile(QString target, std::unique_ptr<QTemporaryDir> folder)
    : m_target(std::move(target))
    , m_folder(std::move(folder))
{ }

Result<TargetFile> TargetFile::beside(const QString &path)
{
    const QFileInfo asked(path);
    const QFileInfo target(asked.isSymLink() ? asked.symLinkTarget() : path);
    if (target.isDir())
        return Error { Error::Kind::Io, target.fileName(), QStringLiteral("is a folder") };
    if (target.exists() && !target.isWritable())
        return Error { Error::Kind::ReadOnly, target.fileName(), QStringLiteral("is read-only") };
    if (const Status fine = refuseProject(target.absoluteFilePath()); !fine)
        return fine.error();
    const QString parent = target.absolutePath();
    if (!QFileInfo(parent).isDir())
        return Error { Error::Kind::NotFound, parent, {} };
    sweepLeftovers(parent);
    auto folder = std::make_unique<QTemporaryDir>(parent + QStringLiteral("/.trustbench-export-XXXXXX"));
    const int errorNumber = errno;
    if (!folder->isValid()) {
        const Error::Kind kind = isFull(errorNumber) ? Error::Kind::DiskFull : Error::Kind::ReadOnly;
        return Error { kind, target.fileName(), folder->errorString() };
    }
    return TargetFile(target.absoluteFilePath(), std::move(folder));
}

QString TargetFile::name() const
{
    return QFileInfo(m_target).fileName();
}

Status TargetFile::commit()
{
    errno = 0;
    if (!syncFile(path()))
        return error(errno, QStringLiteral("sync"));
    std::error_code code;
    std::filesystem::rename(path().toStdU16String(), m_target.toStdU16String(), code);
    if (code)
        return error(code.value(), QString::fromStdString(code.message()));
    return Ok {};
}

Error TargetFile::error(int errorNumber, const QString &detail) const
{
    if (isFull(errorNumber) || QStorageInfo(folder()).bytesAvailable() < almostNothing)
        return { Error::Kind::DiskFull, name(), detail };
    const bool denied = errorNumber == EACCES || errorNumber == EPERM || errorNumber == EROFS;
    return { denied ? Error::Kind::ReadOnly : Error::Kind::Io, name(), detail };
}

} // namespace tb
