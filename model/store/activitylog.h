#pragma once

#include "model/record/words.h"
#include "model/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace tb {

class Connection;

/// Why an entry of the activity log exists.
enum class EntryKind { Create, Edit, Undo, Redo, Revert, Import, Merge, Migration, Baseline };
template <> struct Words<EntryKind>
{
    static constexpr std::array all { "create", "edit",  "undo",      "redo",    "revert",
                                      "import", "merge", "migration", "baseline" };
};

/// One entry of the append-only log. Its hash covers all the rest and the hash before it.
struct LogEntry
{
    qint64 seq = 0;
    QDateTime at; ///< UTC, to the millisecond
    QString actor;
    EntryKind kind = EntryKind::Edit;
    std::optional<qint64> target; ///< what an undo, redo or revert is about
    std::optional<QByteArray> otherHead; ///< of the file merged in
    QString labels; ///< JSON: names of what was touched, as they were
    QByteArray changeset;
    QByteArray previousHash; ///< 32 zero bytes for the first entry
    QByteArray hash;
};

/// Count and hash of the newest entry: what an export states so that it can be checked against the file.
struct LogHead
{
    qint64 seq = 0;
    QByteArray hash = QByteArray(32, '\0');

    bool operator==(const LogHead &) const = default;
};

/// Reading and extending the activity table.
namespace activitylog {

/// SHA-256 over seq, at, actor, kind, target, other head, labels, changeset and previous hash, each preceded by its
/// length as 64-bit little endian, NULL by all ones; integers as 64-bit little endian.
QByteArray hashOf(const LogEntry &entry);

Result<LogHead> head(Connection &connection);
/// Completes @p entry (seq, previous hash, hash) and appends it.
Result<LogEntry> append(Connection &connection, LogEntry entry);
Result<LogEntry> entry(Connection &connection, qint64 seq);
/// Calls @p visit with each entry after @p after in order; stops when it returns false.
Status forEach(Connection &connection, qint64 after, const std::function<bool(const LogEntry &)> &visit);
/// Calls @p visit with number, kind and target of every entry in order: all that undo needs, without the changesets.
Status forEachHeader(Connection &connection,
                     const std::function<void(qint64 seq, EntryKind kind, std::optional<qint64> target)> &visit);

} // namespace activitylog
} // namespace tb
