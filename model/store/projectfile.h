#pragma once

#include "model/result.h"
#include "model/store/connection.h"
#include "model/store/filesniff.h"
#include "model/store/gate.h"
#include "model/store/secret.h"

#include <QLockFile>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace tb {

class JobControl;

/// What opens a file: the raw key when it is known (recovery sheet, keychain), else passphrase and key file.
struct Unlock
{
    QString passphrase;
    QByteArray keyFileHash; ///< keyFileHash() of the key file; empty: none
    RawKey rawKey;
    QByteArray salt = {}; ///< of what is to be written, when its key was derived beforehand; empty: a random one
    KeyCost cost; ///< weaker only in tests
};

/// What the tables inside are, told by those who know them.
struct FileFormat
{
    int version = 0; ///< PRAGMA user_version that migrate() leads to
    std::function<Status(Connection &)>
        migrate; ///< makes a `meta (key TEXT PRIMARY KEY, value BLOB)` table among others
    std::function<Status(const Connection &)>
        check; ///< Damaged when the schema is not what migrate() makes; may be null
};

/// One project file, held open by this process: its lock, its key, its first bytes. Has no connection itself; each
/// thread opens its own with specForThread(). Made in one thread (deriving the key takes a second), used in any.
class ProjectFile
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Makes the file, beside its name first, so that @p path is either what it was or a whole project. Replaces a file
    /// that has that name, unless it is in use. A raw key in @p unlock is taken as it is.
    static Result<std::unique_ptr<ProjectFile>> create(const QString &path, const Unlock &unlock,
                                                       const FileFormat &format);

    /// NotFound, NotOurs, Damaged, WrongPassphrase, NewerVersion; for ReadWrite also InUse and ReadOnly, when read-only
    /// may still work; for ReadOnly also UnfinishedWrite, when only ReadWrite will. Brings an older file up to date
    /// after saving a copy of it as PATH.vN (PATH.vN-2 and so on where that is taken).
    static Result<std::unique_ptr<ProjectFile>> open(const QString &path, const Unlock &unlock, Access access,
                                                     const FileFormat &format);

    ~ProjectFile();
    ProjectFile(const ProjectFile &) = delete;
    ProjectFile &operator=(const ProjectFile &) = delete;

    const QString &path() const { return m_path; } ///< links resolved
    bool isReadOnly() const { return m_access == Access::ReadOnly; }
    const RawKey &key() const { return m_key; }
    const QByteArray &salt() const { return m_salt; }
    /// The copy of the file as it was, when opening it brought it up to date; else empty.
    const QString &keptCopy() const { return m_keptCopy; }
    ConnectionSpec specForThread() const; ///< opens one more connection without deriving the key again
    WriteGate &gate() const { return m_gate; } ///< orders the threads of this process
    int connectionCount() const { return m_users->load(); }

    /// Writes a copy, under @p newKey if given. Edits go on meanwhile, and the copy has each of them or not, as a
    /// whole. Any thread, one at a time.
    Status saveCopy(const QString &target, const std::optional<Unlock> &newKey, JobControl &job) const;

    /// Replaces the file by a copy of itself under another key. InUse while any connection is open: close them all, and
    /// open again with the new specForThread(). Interrupted at any moment, the file is the old one or the new one.
    Status changePassphrase(const Unlock &newKey, JobControl &job);

private:
    ProjectFile(QString path, Access access);
    Status lock();
    Status unlockWith(const Unlock &unlock, const FileSniff &sniff);
    Status start(const FileFormat &format);
    Status bringUpToDate(Connection &connection, const FileFormat &format);
    Status readSalt(Connection &connection);
    Status make(const Unlock &unlock, const FileFormat &format);
    Status writeCopy(const QString &target, const RawKey &key, const QByteArray &salt, JobControl &job) const;

    QString m_path;
    Access m_access;
    std::optional<FileClaim> m_claim;
    std::unique_ptr<QLockFile> m_lock; ///< null when read-only
    RawKey m_key;
    QString m_keptCopy;
    QByteArray m_salt; ///< as kept inside, should the first bytes have been altered
    mutable WriteGate m_gate;
    std::shared_ptr<std::atomic<int>> m_users = std::make_shared<std::atomic<int>>(0);
};

} // namespace tb
