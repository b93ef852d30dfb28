#pragma once

#include "model/result.h"

#include <QString>

namespace tb {

enum class Purpose { Reading, Writing };

/// The Error behind @p code (an errno) for what was tried on @p path.
Error errnoError(int code, const QString &path, Purpose purpose);

/// Forces what was written to @p path, a file or a folder, to the device.
Status syncToDevice(const QString &path);

/// A file being written beside its target, with a name of its own. Removed, with its journal, unless published.
class SiblingFile
{
public:
    /// Makes an empty file in @p target's folder that only its owner may read.
    static Result<SiblingFile> create(const QString &target);

    SiblingFile(SiblingFile &&other) noexcept;
    SiblingFile &operator=(SiblingFile &&) = delete;
    SiblingFile(const SiblingFile &) = delete;
    SiblingFile &operator=(const SiblingFile &) = delete;
    ~SiblingFile();

    /// Removes what a killed program left in @p folder more than a day ago.
    static void sweep(const QString &folder);

    const QString &path() const { return m_path; }

    /// Syncs, renames over the target and syncs the folder: afterwards the target is the new file, or, on failure,
    /// still the old one. Nobody may have either of them open. Permissions of an old target are kept.
    Status publish();

private:
    SiblingFile(QString path, QString target);

    QString m_path;
    QString m_target;
};

} // namespace tb
