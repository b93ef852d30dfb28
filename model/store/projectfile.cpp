#include "model/store/projectfile.h"

#include "model/job.h"
#include "model/store/keycheck.h"
#include "model/store/posixfile.h"
#include "model/store/projectcopy.h"
#include "model/store/statement.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <climits>
#include <sys/stat.h>
#include <unistd.h>

namespace tb {

namespace {
/// For copies that nobody watches.
class Unwatched final : public JobControl
{
public:
    bool cancelled() const override { return false; }
    void progress(qint64 /*done*/, qint64 /*total*/, const QString & /*what*/) override { }
};

/// The file that @p path leads to: lock and journal stand beside that one, and a rename must not replace a link.
QString resolved(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
}

constexpr qsizetype longestSuffix = 8; // "-journal"

Result<RawKey> keyOf(const Unlock &unlock, const QByteArray &salt)
{
    return unlock.rawKey.isNull() ? deriveKey(unlock.passphrase, unlock.keyFileHash, salt, unlock.cost)
                                  : Result<RawKey>(unlock.rawKey);
}

Result<std::unique_ptr<QLockFile>> lockBeside(const QString &path)
{
    if (QFile::encodeName(QFileInfo(path).fileName()).size() + longestSuffix > NAME_MAX)
        return Error { Error::Kind::Invalid, path, QStringLiteral("the name is too long") };
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a long day's work is not stale; a dead process's lock is, and Qt sees that
    if (lock->tryLock(0))
        return lock;
    qint64 process = 0;
    QString host;
    QString program;
    switch (lock->error()) {
    case QLockFile::LockFailedError:
        lock->getLockInfo(&process, &host, &program);
        return Error { Error::Kind::InUse, path, QStringLiteral("%1 (%2) on %3").arg(program).arg(process).arg(host) };
    case QLockFile::PermissionError: return Error { Error::Kind::ReadOnly, path, QStringLiteral("lock file") };
    case QLockFile::NoError:
    case QLockFile::UnknownError: break;
    }
    // Qt keeps no cause. Making a file there ourselves tells it.
    auto probe = SiblingFile::create(path);
    return probe ? Error { Error::Kind::DiskFull, path, QStringLiteral("lock file") } : probe.error();
}

Result<int> versionOf(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "PRAGMA user_version", connection.path());
    if (!query)
        return query.error();
    const Result<bool> row = query.value().step();
    if (!row)
        return row.error();
    return static_cast<int>(query.value().integer(0));
}
} // namespace

ProjectFile::ProjectFile(QString path, Access access) : m_path(std::move(path)), m_access(access) { }

ProjectFile::~ProjectFile()
{
    // Committing empties the journal but leaves it; the person sees a tidy folder. Never one with something in it.
    const QString journal = m_path + QStringLiteral("-journal");
    if (m_lock && connectionCount() == 0 && QFileInfo(journal).size() == 0)
        QFile::remove(journal);
}

ConnectionSpec ProjectFile::specForThread() const
{
    ConnectionSpec spec;
    spec.path = m_path;
    spec.key = m_key;
    spec.mode = isReadOnly() ? ConnectionSpec::Mode::ReadOnly : ConnectionSpec::Mode::ReadWrite;
    spec.salt = m_salt;
    spec.users = m_users;
    return spec;
}

Status ProjectFile::lock()
{
    auto locked = lockBeside(m_path);
    if (!locked)
        return locked.error();
    m_lock = std::move(locked).value();
    return Ok {};
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::create(const QString &path, const Unlock &unlock,
                                                         const FileFormat &format)
{
    std::unique_ptr<ProjectFile> file(new ProjectFile(resolved(path), Access::ReadWrite));
    if (const Status locked = file->lock(); !locked)
        return locked.error();
    if (const Status made = file->make(unlock, format); !made)
        return made.error();
    auto claim = FileClaim::take(file->m_path);
    if (!claim)
        return claim.error();
    file->m_claim = std::move(claim).value();
    return file;
}

Status ProjectFile::make(const Unlock &unlock, const FileFormat &format)
{
    if (QFileInfo(m_path).isDir())
        return Error { Error::Kind::Invalid, m_path, QStringLiteral("a folder has this name") };
    auto sibling = SiblingFile::create(m_path);
    if (!sibling)
        return sibling.error();
    m_salt = unlock.salt.isEmpty() ? randomSalt() : unlock.salt;
    auto key = keyOf(unlock, m_salt);
    if (!key)
        return key.error();
    m_key = std::move(key).value();
    {
        ConnectionSpec spec = specForThread();
        spec.path = sibling.value().path();
        spec.mode = ConnectionSpec::Mode::Create;
        auto connection = Connection::open(spec);
        if (!connection)
            return connection.error();
        if (const Status migrated = format.migrate(*connection.value()); !migrated)
            return migrated;
        if (const Status salted = rememberSalt(*connection.value(), m_salt); !salted)
            return salted;
    }
    return sibling.value().publish();
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::open(const QString &path, const Unlock &unlock, Access access,
                                                       const FileFormat &format)
{
    std::unique_ptr<ProjectFile> file(new ProjectFile(resolved(path), access));
    auto claim = FileClaim::take(file->m_path);
    if (!claim)
        return claim.error();
    file->m_claim = std::move(claim).value();
    const auto sniff = sniffFile(file->m_path);
    if (!sniff)
        return sniff.error();
    if (access == Access::ReadWrite) {
        if (::access(QFile::encodeName(file->m_path).constData(), W_OK) != 0)
            return errnoError(errno, file->m_path, Purpose::Writing);
        if (const Status locked = file->lock(); !locked)
            return locked.error();
        SiblingFile::sweep(QFileInfo(file->m_path).absolutePath());
    }
    if (const Status unlocked = file->unlockWith(unlock, sniff.value()); !unlocked)
        return unlocked.error();
    if (const Status started = file->start(format); !started)
        return started.error();
    return file;
}

Status ProjectFile::unlockWith(const Unlock &unlock, const FileSniff &sniff)
{
    auto key = keyOf(unlock, sniff.salt);
    if (!key)
        return key.error();
    m_key = std::move(key).value();
    m_salt = sniff.salt;
    ConnectionSpec spec = specForThread();
    return checkKey(spec, sniff.hasHotJournal);
}

Status ProjectFile::start(const FileFormat &format)
{
    auto connection = Connection::open(specForThread());
    if (!connection) {
        // The key was tried and fits: whatever does not authenticate now was altered.
        Error error = connection.error();
        if (error.kind == Error::Kind::WrongPassphrase)
            error.kind = Error::Kind::Damaged;
        return error;
    }
    if (const Status dated = bringUpToDate(*connection.value(), format); !dated)
        return dated;
    if (format.check) {
        if (const Status checked = format.check(*connection.value()); !checked)
            return checked;
    }
    return readSalt(*connection.value());
}

namespace {

/// PATH.vN, or the first of PATH.vN-2, PATH.vN-3 that is free: an earlier backup is never replaced.
QString backupName(const QString &path, int version)
{
    const QString first = QStringLiteral("%1.v%2").arg(path, QString::number(version));
    QString name = first;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = QStringLiteral("%1-%2").arg(first, QString::number(number));
    return name;
}

} // namespace

Status ProjectFile::bringUpToDate(Connection &connection, const FileFormat &format)
{
    const Result<int> version = versionOf(connection);
    if (!version)
        return version.error();
    if (version.value() > format.version)
        return Error { Error::Kind::NewerVersion, m_path, QString::number(version.value()) };
    if (version.value() == format.version)
        return Ok {};
    if (isReadOnly())
        return Error { Error::Kind::OlderVersion, m_path, QString::number(version.value()) };
    // What is in it beyond an older format's own schema would act while it is brought up to date.
    if (const Status checked = format.check ? format.check(connection) : Status(Ok {}); !checked)
        return checked;
    Unwatched job;
    const QString backup = backupName(m_path, version.value());
    if (const Status saved = writeCopy(backup, m_key, m_salt, job); !saved)
        return saved;
    m_keptCopy = backup;
    return format.migrate(connection);
}

Status ProjectFile::readSalt(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "SELECT value FROM meta WHERE key = 'salt'", m_path);
    if (!query)
        return query.error();
    const Result<bool> row = query.value().step();
    if (!row)
        return row.error();
    const QByteArray inside = row.value() ? query.value().blob(0).toByteArray() : QByteArray();
    if (inside.size() != saltSize)
        return Error { Error::Kind::Damaged, m_path, QStringLiteral("no salt inside") };
    m_salt = inside; // opened by its raw key, a file with altered first bytes still makes sound copies
    return Ok {};
}

Status ProjectFile::writeCopy(const QString &target, const RawKey &key, const QByteArray &salt, JobControl &job) const
{
    auto sibling = SiblingFile::create(target);
    if (!sibling)
        return sibling.error();
    ConnectionSpec copy;
    copy.path = sibling.value().path();
    copy.key = key;
    copy.salt = salt;
    copy.mode = ConnectionSpec::Mode::Create;
    if (const Status copied = copyDatabase(specForThread(), copy, m_gate, job); !copied) {
        Error error = copied.error();
        if (error.subject == copy.path)
            error.subject = target; // the name that the person knows
        return error;
    }
    if (job.cancelled())
        return Error { Error::Kind::Cancelled, target };
    return sibling.value().publish();
}

Status ProjectFile::saveCopy(const QString &target, const std::optional<Unlock> &newKey, JobControl &job) const
{
    const QString path = resolved(target);
    if (path == m_path)
        return Error { Error::Kind::Invalid, path, QStringLiteral("a copy needs another name") };
    if (QFileInfo(path).isDir())
        return Error { Error::Kind::Invalid, path, QStringLiteral("a folder has this name") };
    const auto lock = lockBeside(path); // somebody may work in the file that is to be replaced
    if (!lock)
        return lock.error();
    const QByteArray salt = newKey ? randomSalt() : m_salt;
    const Result<RawKey> key = newKey ? keyOf(*newKey, salt) : Result<RawKey>(m_key);
    return key ? writeCopy(path, key.value(), salt, job) : Status(key.error());
}

Status ProjectFile::changePassphrase(const Unlock &newKey, JobControl &job)
{
    if (isReadOnly())
        return Error { Error::Kind::ReadOnly, m_path };
    if (connectionCount() > 0)
        return Error { Error::Kind::InUse, m_path, QStringLiteral("connections of this program are open") };
    const QByteArray salt = newKey.salt.isEmpty() ? randomSalt() : newKey.salt;
    const Result<RawKey> key = keyOf(newKey, salt);
    if (!key)
        return key.error();
    if (const Status copied = writeCopy(m_path, key.value(), salt, job); !copied)
        return copied;
    m_key = key.value();
    m_salt = salt;
    auto claim = FileClaim::take(m_path); // the name now leads to another file
    if (!claim)
        return claim.error();
    m_claim = std::move(claim).value();
    return Ok {};
}

} // namespace tb
