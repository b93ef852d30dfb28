#pragma once

#include "model/result.h"

#include <QFile>

#include <memory>
#include <optional>
#include <variant>

namespace tb {

/// Why a dropped file or folder was not taken; the sentence is made in reports/words.
enum class Refusal {
    Vanished, ///< was there when dropped, or was deleted while it was read
    Unreadable, ///< no permission, a name that cannot be opened, or a read error
    UnreadableFolder,
    EmptyFolder, ///< holds no file that could be taken
    NotAFile, ///< pipe, device or socket
    Link, ///< symbolic link inside a dropped folder: it may lead anywhere
    Hidden, ///< begins with a dot inside a dropped folder
    Empty, ///< 0 bytes prove nothing
    Changed, ///< was written to while it was read
    OpenProject, ///< the project that is open here, its lock file or its journal
    TooDeep, ///< folders within folders beyond sense
};

/// One dropped path that was not taken, and why.
struct IntakeIssue
{
    QString path;
    Refusal reason = Refusal::Vanished;
    QString detail = {}; ///< the system's own words, untranslated; may be empty

    bool operator==(const IntakeIssue &other) const { return path == other.path && reason == other.reason; }
};

/// A regular file opened for reading that notices when it changes meanwhile. Opening never waits: a pipe, device or
/// socket is refused, not read.
class SourceFile
{
public:
    using Opened = std::variant<SourceFile, IntakeIssue>;

    /// @p followLinks: true for a path that a person named, false for one found in a folder.
    static Opened open(const QString &path, bool followLinks);

    SourceFile(SourceFile &&) noexcept = default;
    SourceFile &operator=(SourceFile &&) noexcept = default;

    const QString &path() const { return m_path; }
    qint64 size() const { return m_size; } ///< bytes when opened
    /// Reads on: fills @p buffer as far as the file goes. Fewer bytes mean its end, -1 a read error.
    qint64 read(char *buffer, qint64 most);
    bool rewind();
    /// Nothing, when the file is still the one that was opened and has the size and time it had then.
    std::optional<IntakeIssue> changed(qint64 bytesRead) const;

private:
    SourceFile(QString path, std::unique_ptr<QFile> file);

    QString m_path;
    std::unique_ptr<QFile> m_file;
    qint64 m_size = 0;
    qint64 m_modified = 0; ///< as precise as the system tells
    quint64 m_device = 0; ///< with m_inode: which file it is; 0 where the system does not say
    quint64 m_inode = 0;
};

} // namespace tb
