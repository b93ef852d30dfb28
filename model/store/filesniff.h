#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace tb {

/// What a project file shows without a key.
struct FileSniff
{
    QByteArray salt; ///< its first saltSize bytes
    qint64 size = 0; ///< bytes
    bool hasHotJournal = false; ///< a change was under way when the last writer died
};

/// Looks at a file without waiting (a FIFO has no say) and without changing it. Only for a FileClaim's holder: closing
/// the file drops every lock that SQLite has on it in this process. NotOurs for everything that is no project,
/// Damaged for a project that is cut short.
Result<FileSniff> sniffFile(const QString &path);

/// Refuses (IsProject) a path at which a project lies, open here or not: what is written out must not take its place.
/// Any other file, and none, is fine.
Status refuseProject(const QString &path);

/// This process's right to open one file by its path, as long as it lives. POSIX locks belong to the process, so a
/// second opening would silently end the first one's locks.
class FileClaim
{
public:
    /// InUse when this process has the file open already, NotFound when there is none.
    static Result<FileClaim> take(const QString &path);
    /// Whether this process has the file that @p path leads to open as a project.
    static bool isTaken(const QString &path);

    FileClaim(FileClaim &&other) noexcept;
    FileClaim &operator=(FileClaim &&other) noexcept;
    FileClaim(const FileClaim &) = delete;
    FileClaim &operator=(const FileClaim &) = delete;
    ~FileClaim();

private:
    FileClaim(dev_t device, ino_t inode);

    dev_t m_device = 0;
    ino_t m_inode = 0; ///< 0: moved away
};

} // namespace tb
