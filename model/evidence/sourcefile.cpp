#include "model/evidence/sourcefile.h"

#include "model/store/filesniff.h"

#include <QDateTime>
#include <QFileInfo>

#include <optional>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#endif

namespace tb {

namespace {

/// What tells one state of a file from another.
struct Stamp
{
    qint64 size = 0;
    qint64 modified = 0;
    quint64 device = 0;
    quint64 inode = 0;
    bool regular = true;
};

#ifdef Q_OS_UNIX
Stamp stampOf(const struct stat &info)
{
#ifdef Q_OS_DARWIN
    const struct timespec &time = info.st_mtimespec;
#else
    const struct timespec &time = info.st_mtim;
#endif
    return { info.st_size, static_cast<qint64>(time.tv_sec) * 1000000000 + time.tv_nsec,
             static_cast<quint64>(info.st_dev), static_cast<quint64>(info.st_ino), S_ISREG(info.st_mode) };
}

IntakeIssue issueOf(const QString &path, int code)
{
    const bool gone = code == ENOENT || code == ENOTDIR;
    const Refusal reason = gone ? Refusal::Vanished : code == ENXIO ? Refusal::NotAFile : Refusal::Unreadable;
    return { path, reason, QString::fromLocal8Bit(std::strerror(code)) };
}

std::optional<Stamp> stampOfOpen(const QFile &file)
{
    struct stat info = {};
    return fstat(file.handle(), &info) == 0 ? std::optional(stampOf(info)) : std::nullopt;
}

std::optional<Stamp> stampOfPath(const QString &path)
{
    struct stat info = {};
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? std::optional(stampOf(info)) : std::nullopt;
}

/// Opens without ever waiting for the other end of a pipe or turning a device.
std::optional<IntakeIssue> openFile(QFile &file, const QString &path, bool followLinks)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info = {};
    if ((followLinks ? stat(name.constData(), &info) : lstat(name.constData(), &info)) != 0)
        return issueOf(path, errno);
    if (S_ISLNK(info.st_mode))
        return IntakeIssue { path, Refusal::Link };
    if (!S_ISREG(info.st_mode))
        return IntakeIssue { path, Refusal::NotAFile };
    const int noFollow = followLinks ? 0 : O_NOFOLLOW;
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | noFollow);
    if (descriptor < 0)
        return issueOf(path, errno);
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return IntakeIssue { path, Refusal::Unreadable, file.errorString() };
    return std::nullopt;
}
#else
std::optional<Stamp> stampOfPath(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::nullopt;
    return Stamp { info.size(), info.lastModified().toMSecsSinceEpoch(), 0, 0, info.isFile() };
}

std::optional<Stamp> stampOfOpen(const QFile &file)
{
    return stampOfPath(file.fileName());
}

std::optional<IntakeIssue> openFile(QFile &file, const QString &path, bool followLinks)
{
    const QFileInfo info(path);
    if (!info.exists())
        return IntakeIssue { path, Refusal::Vanished };
    if (info.isSymLink() && !followLinks)
        return IntakeIssue { path, Refusal::Link };
    if (!info.isFile())
        return IntakeIssue { path, Refusal::NotAFile };
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return IntakeIssue { path, Refusal::Unreadable, file.errorString() };
    return std::nullopt;
}
#endif

/// Whether @p path is a project open in this process or stands beside one for as long as it is open. Such a file must
/// not even be opened: closing it drops the locks that keep another process from reading half a change.
bool belongsToOpenProject(const QString &path)
{
    QStringView project(path);
    for (const QLatin1String beside : { QLatin1String(".lock"), QLatin1String("-journal") }) {
        if (path.endsWith(beside))
            project.chop(beside.size());
    }
    return FileClaim::isTaken(project.toString());
}

} // namespace

SourceFile::SourceFile(QString path, std::unique_ptr<QFile> file) : m_path(std::move(path)), m_file(std::move(file)) { }

SourceFile::Opened SourceFile::open(const QString &path, bool followLinks)
{
    if (belongsToOpenProject(path))
        return IntakeIssue { path, Refusal::OpenProject };
    auto file = std::make_unique<QFile>();
    if (auto issue = openFile(*file, path, followLinks))
        return *issue;
    const auto stamp = stampOfOpen(*file);
    if (!stamp)
        return IntakeIssue { path, Refusal::Unreadable, file->errorString() };
    if (!stamp->regular)
        return IntakeIssue { path, Refusal::NotAFile };
    if (stamp->size == 0)
        return IntakeIssue { path, Refusal::Empty };
    SourceFile source(path, std::move(file));
    source.m_size = stamp->size;
    source.m_modified = stamp->modified;
    source.m_device = stamp->device;
    source.m_inode = stamp->inode;
    return source;
}

qint64 SourceFile::read(char *buffer, qint64 most)
{
    qint64 filled = 0;
    while (filled < most) {
        const qint64 count = m_file->read(buffer + filled, most - filled);
        if (count < 0)
            return -1;
        if (count == 0)
            break;
        filled += count;
    }
    return filled;
}

bool SourceFile::rewind()
{
    return m_file->seek(0);
}

std::optional<IntakeIssue> SourceFile::changed(qint64 bytesRead) const
{
    const auto named = stampOfPath(m_path);
    const auto opened = stampOfOpen(*m_file);
    if (!named || !opened)
        return IntakeIssue { m_path, Refusal::Vanished };
    const auto isSame = [&](const Stamp &stamp) {
        return stamp.size == m_size && stamp.modified == m_modified && stamp.device == m_device
            && stamp.inode == m_inode;
    };
    if (bytesRead != m_size || !isSame(*named) || !isSame(*opened))
        return IntakeIssue { m_path, Refusal::Changed };
    return std::nullopt;
}

} // namespace tb
