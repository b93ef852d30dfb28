#include "model/store/posixfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tb {

namespace {
QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

QString journalOf(const QString &path)
{
    return path + QStringLiteral("-journal");
}
} // namespace

Error errnoError(int code, const QString &path, Purpose purpose)
{
    const QString detail
        = QString::fromLocal8Bit(strerror(code)); // NOLINT(concurrency-mt-unsafe): glibc's is per thread
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return { Error::Kind::DiskFull, path, detail };
    case EROFS: return { Error::Kind::ReadOnly, path, detail };
    case EACCES:
    case EPERM: return { purpose == Purpose::Writing ? Error::Kind::ReadOnly : Error::Kind::Io, path, detail };
    case ENOENT:
    case ENOTDIR: return { Error::Kind::NotFound, path, detail };
    case ENAMETOOLONG:
    case EISDIR: return { Error::Kind::Invalid, path, detail };
    default: return { Error::Kind::Io, path, detail };
    }
}

Status syncToDevice(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errnoError(errno, path, Purpose::Writing);
    const int failed = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    // Some network and FUSE file systems cannot sync a folder and say so; there is nothing more to do on them.
    if (failed != 0 && failed != EINVAL)
        return errnoError(failed, path, Purpose::Writing);
    return Ok {};
}

Result<SiblingFile> SiblingFile::create(const QString &target)
{
    // Not made from the target's name, which may already be as long as a name can be.
    const QString name
        = QStringLiteral(".trustbench-%1.tmp").arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    const QString path = QDir(folderOf(target)).filePath(name);
    const int file
        = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return errnoError(errno, folderOf(target), Purpose::Writing);
    ::close(file);
    return SiblingFile(path, target);
}

void SiblingFile::sweep(const QString &folder)
{
    // A day: longer than any copy takes, also one made by another computer on a share.
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QFileInfoList left = QDir(folder).entryInfoList({ QStringLiteral(".trustbench-????????????????.tmp*") },
                                                          QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : left) {
        if (file.lastModified() < yesterday)
            QFile::remove(file.filePath());
    }
}

SiblingFile::SiblingFile(QString path, QString target) : m_path(std::move(path)), m_target(std::move(target)) { }

SiblingFile::SiblingFile(SiblingFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_target(std::move(other.m_target))
{ }

SiblingFile::~SiblingFile()
{
    if (m_path.isEmpty())
        return;
    QFile::remove(m_path);
    QFile::remove(journalOf(m_path));
}

Status SiblingFile::publish()
{
    const QByteArray from = QFile::encodeName(m_path);
    const QByteArray to = QFile::encodeName(m_target);
    struct stat old = {};
    if (::stat(to.constData(), &old) == 0)
        static_cast<void>(::chmod(from.constData(), old.st_mode & 07777U)); // a stricter file is no failure
    if (const Status synced = syncToDevice(m_path); !synced)
        return synced;
    // A journal of the file that is replaced would be rolled back into the new one.
    if (::unlink(QFile::encodeName(journalOf(m_target)).constData()) != 0 && errno != ENOENT)
        return errnoError(errno, m_target, Purpose::Writing);
    if (::rename(from.constData(), to.constData()) != 0)
        return errnoError(errno, m_target, Purpose::Writing);
    QFile::remove(journalOf(m_path));
    m_path.clear();
    // Past the rename the name leads to the new file: a folder that cannot be synced is no reason to say otherwise.
    if (const Status synced = syncToDevice(folderOf(m_target)); !synced)
        qWarning("the folder of a new file could not be synced: %s", qPrintable(synced.error().detail));
    return Ok {};
}

} // namespace tb
