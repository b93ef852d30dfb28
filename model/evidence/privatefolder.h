#pragma once

#include "model/result.h"

#include <QLockFile>

#include <memory>

namespace tb {

/// A folder of this session that only its user can enter, for files that another program shall show. What lies in it is
/// overwritten and removed when the object goes; what a crashed session left, when the next one starts.
class PrivateFolder
{
public:
    /// Memory-backed where the system has such a place for the user, else the temporary folder.
    static QString usualBase();

    /// Makes a folder below @p base, after wiping those that dead sessions left there.
    static Result<std::unique_ptr<PrivateFolder>> make(const QString &base = usualBase());
    ~PrivateFolder();
    Q_DISABLE_COPY_MOVE(PrivateFolder)

    const QString &path() const { return m_path; }
    /// A path that is free in this folder, in a sub-folder of its own, so that the name stays the given one.
    Result<QString> pathFor(const QString &fileName);
    /// Overwrites and removes all files now; they may be in use elsewhere, and what cannot be removed is tried again at
    /// the end.
    void wipe();

private:
    PrivateFolder(QString path, std::unique_ptr<QLockFile> lock);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< says that this session lives
    int m_count = 0;
};

/// Wipes the folders of dead sessions below @p base; returns how many.
int wipeDeadSessions(const QString &base);

} // namespace tb
