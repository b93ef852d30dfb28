#pragma once

#include "model/result.h"

#include <QTemporaryDir>

#include <memory>

namespace tb {

/// A file that comes into being whole or not at all. What is written meanwhile lies in a private folder beside the
/// target, for libraries that want a path, and goes with this; what a killed program left of one goes with the next
/// export beside it, once it is a day old. Any thread.
class TargetFile
{
public:
    /// @p path is where the file shall be; a link is followed. Fails when the folder cannot be written to, or the
    /// target is a folder or read-only.
    static Result<TargetFile> beside(const QString &path);

    /// Where to write meanwhile.
    QString path() const { return m_folder->filePath(QStringLiteral("new")); }
    /// The private folder, for scratch files.
    QString folder() const { return m_folder->path(); }
    /// The target's name, for messages.
    QString name() const;

    /// Syncs what lies at path() and puts it in the target's place at once.
    Status commit();
    /// The error for a failed write: full disk, or another cause that @p errorNumber tells.
    Error error(int errorNumber, const QString &detail) const;

private:
    TargetFile(QString target, std::unique_ptr<QTemporaryDir> folder);

    QString m_target;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tb
