#pragma once

#include "model/store/activitylog.h"

#include <QStringList>

#include <memory>

namespace tb {

class Connection;
class JobControl;

/// A place where the log does not add up, or where the tables are not what it says.
struct LogFault
{
    enum class Kind {
        Hash, ///< the entry's hash does not cover what it holds
        Link, ///< the entry does not follow the one before it
        Missing, ///< a number is left out
        Unreadable, ///< its changeset cannot be applied
        Table, ///< a row differs from what the log makes of it
        Reference, ///< a row refers to nothing
    };
    Kind kind = Kind::Hash;
    qint64 seq = 0; ///< the entry, for the kinds about one
    QString table; ///< the table, for the others
    qint64 key = 0;

    bool operator==(const LogFault &) const = default;
};

/// What checking the log found; no fault means that it is whole.
struct LogCheck
{
    LogHead head;
    QList<LogFault> faults;
};

/// Checks numbers, hashes and links of every entry.
Result<LogCheck> checkChain(Connection &connection, JobControl *job = nullptr);

/// Replays the log from its last baseline in memory and compares every row of every logged table with the file.
/// Finds a page copied back from an older file, which page encryption cannot see.
Result<QList<LogFault>> checkReplay(Connection &connection, JobControl *job = nullptr);

/// The state after entry @p seq, in a connection of its own, in memory.
Result<std::unique_ptr<Connection>> stateAt(Connection &connection, qint64 seq);

} // namespace tb
