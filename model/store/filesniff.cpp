#include "model/store/filesniff.h"

#include "model/store/posixfile.h"
#include "model/store/secret.h"

#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSet>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tb {

namespace {
constexpr qint64 pageSize = 16384;

/// Closes what it holds.
class Descriptor
{
public:
    explicit Descriptor(int file) : m_file(file) { }
    ~Descriptor()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int value() const { return m_file; }

private:
    int m_file;
};

bool hasHotJournal(const QString &path)
{
    // Committing empties the journal (journal_mode TRUNCATE); any byte in it belongs to an unfinished change.
    struct stat journal = {};
    const QByteArray name = QFile::encodeName(path + QStringLiteral("-journal"));
    return ::stat(name.constData(), &journal) == 0 && journal.st_size > 0;
}

Status judge(const FileSniff &sniff, const QString &path)
{
    const qsizetype known = qMin(sniff.salt.size(), fileMagic.size());
    if (known == 0 || sniff.salt.first(known) != fileMagic.first(known))
        return Error { Error::Kind::NotOurs, path };
    if (sniff.size < pageSize)
        return Error { Error::Kind::Damaged, path, QStringLiteral("cut short within the first page") };
    // With a journal the last page may be half written; rolling back mends that.
    if (sniff.size % pageSize != 0 && !sniff.hasHotJournal)
        return Error { Error::Kind::Damaged, path, QStringLiteral("cut short within a page") };
    return Ok {};
}

using FileId = std::pair<dev_t, ino_t>;

/// The files that this process has open; locks are the process's, so this knowledge is too.
struct OpenFiles
{
    QMutex lock;
    QSet<FileId> ids;
};

OpenFiles &openFiles()
{
    static OpenFiles files;
    return files;
}
} // namespace

Result<FileSniff> sniffFile(const QString &path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file.value() < 0)
        return errnoError(errno, path, Purpose::Reading);
    struct stat status = {};
    if (::fstat(file.value(), &status) != 0)
        return errnoError(errno, path, Purpose::Reading);
    if (!S_ISREG(status.st_mode))
        return Error { Error::Kind::NotOurs, path, QStringLiteral("not a regular file") };
    FileSniff sniff { QByteArray(saltSize, '\0'), status.st_size, hasHotJournal(path) };
    const ssize_t count = ::pread(file.value(), sniff.salt.data(), static_cast<size_t>(saltSize), 0);
    if (count < 0)
        return errnoError(errno, path, Purpose::Reading);
    sniff.salt.truncate(count);
    if (const Status ours = judge(sniff, path); !ours)
        return ours.error();
    return sniff;
}

Status refuseProject(const QString &path)
{
    const Error refused { Error::Kind::IsProject, QFileInfo(path).fileName() };
    if (FileClaim::isTaken(path))
        return refused; // and not opened: closing it would drop the project's locks
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    QByteArray head(fileMagic.size(), '\0');
    const bool read
        = file.value() >= 0 && ::pread(file.value(), head.data(), static_cast<size_t>(head.size()), 0) == head.size();
    return read && head == fileMagic ? Status(refused) : Status(Ok {});
}

FileClaim::FileClaim(dev_t device, ino_t inode) : m_device(device), m_inode(inode) { }

Result<FileClaim> FileClaim::take(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return errnoError(errno, path, Purpose::Reading);
    OpenFiles &files = openFiles();
    const QMutexLocker lock(&files.lock);
    const FileId id(status.st_dev, status.st_ino);
    if (files.ids.contains(id))
        return Error { Error::Kind::InUse, path, QStringLiteral("open in this program already") };
    files.ids.insert(id);
    return FileClaim(status.st_dev, status.st_ino);
}

bool FileClaim::isTaken(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return false;
    OpenFiles &files = openFiles();
    const QMutexLocker lock(&files.lock);
    return files.ids.contains(FileId(status.st_dev, status.st_ino));
}

FileClaim::FileClaim(FileClaim &&other) noexcept
    : m_device(other.m_device)
    , m_inode(std::exchange(other.m_inode, 0)) { }

FileClaim &FileClaim::operator=(FileClaim &&other) noexcept
{
    std::swap(m_device, other.m_device);
    std::swap(m_inode, other.m_inode);
    return *this;
}

FileClaim::~FileClaim()
{
    if (m_inode == 0)
        return;
    OpenFiles &files = openFiles();
    const QMutexLocker lock(&files.lock);
    files.ids.remove(FileId(m_device, m_inode));
}

} // namespace tb
