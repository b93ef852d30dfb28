#include "model/evidence/privatefolder.h"

#include "model/evidence/safename.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace tb {

namespace {

constexpr QLatin1String prefix("trustbench-view-");
constexpr QLatin1String lockName("session.lock");

/// Overwrites the content of a file with zeros before it goes. On media that write elsewhere each time this cannot
/// reach the old place; the usual base is memory for that reason.
void wipeFile(const QString &path)
{
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        const QByteArray zeros(1 << 20, '\0');
        for (qint64 left = file.size(); left > 0;) {
            const qint64 count = file.write(zeros.constData(), std::min<qint64>(left, zeros.size()));
            if (count <= 0)
                break;
            left -= count;
        }
#ifdef Q_OS_UNIX
        static_cast<void>(fsync(file.handle()));
#endif
        file.close();
    }
    QFile::remove(path);
}

/// Everything in @p folder but the session's lock. Links are removed, never followed.
void wipeContent(const QString &folder, bool isTop)
{
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    for (const QFileInfo &entry : QDir(folder).entryInfoList(everything)) {
        if (entry.isSymLink()) {
            QFile::remove(entry.filePath());
        } else if (entry.isDir()) {
            wipeContent(entry.filePath(), false);
            QDir().rmdir(entry.filePath());
        } else if (!isTop || entry.fileName() != lockName) {
            wipeFile(entry.filePath());
        }
    }
}

std::unique_ptr<QLockFile> lockIn(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(lockName));
    lock->setStaleLockTime(0); // a session may run for weeks; only a dead process makes its lock stale
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

bool isOurs(const QFileInfo &info)
{
#ifdef Q_OS_UNIX
    return !info.isSymLink() && info.isDir() && info.ownerId() == geteuid();
#else
    return !info.isSymLink() && info.isDir();
#endif
}

bool wipeDeadSession(const QString &folder)
{
    const auto lock = lockIn(folder);
    if (!lock)
        return false; // alive
    wipeContent(folder, true);
    lock->unlock();
    return QDir(folder).removeRecursively();
}

} // namespace

QString PrivateFolder::usualBase()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

int wipeDeadSessions(const QString &base)
{
    int count = 0;
    const QDir::Filters folders = QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
    for (const QFileInfo &info : QDir(base).entryInfoList({ prefix + QLatin1Char('*') }, folders)) {
        if (isOurs(info) && wipeDeadSession(info.filePath()))
            ++count;
    }
    return count;
}

Result<std::unique_ptr<PrivateFolder>> PrivateFolder::make(const QString &base)
{
    wipeDeadSessions(base);
    constexpr int tries = 8; // another program that starts takes a folder without a lock for a dead session's
    for (int i = 0; i < tries; ++i) {
        QTemporaryDir folder(QDir(base).filePath(prefix + QStringLiteral("XXXXXX"))); // for the owner only
        if (!folder.isValid())
            return Error { Error::Kind::Io, base, folder.errorString() };
        auto lock = lockIn(folder.path());
        if (!lock)
            continue;
        folder.setAutoRemove(false);
        return std::unique_ptr<PrivateFolder>(new PrivateFolder(folder.path(), std::move(lock)));
    }
    return Error { Error::Kind::Io, base, QStringLiteral("no lock") };
}

PrivateFolder::PrivateFolder(QString path, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{ }

PrivateFolder::~PrivateFolder()
{
    wipe();
    m_lock.reset();
    QDir().rmdir(m_path);
}

Result<QString> PrivateFolder::pathFor(const QString &fileName)
{
    const QString folder = QDir(m_path).filePath(QString::number(++m_count));
    if (!QDir().mkdir(folder))
        return Error { Error::Kind::Io, folder, QStringLiteral("cannot be made") };
    return QDir(folder).filePath(safeFileName(fileName));
}

void PrivateFolder::wipe()
{
    wipeContent(m_path, true);
}

} // namespace tb
