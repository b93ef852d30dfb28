#pragma once

#include "model/result.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <span>

namespace tb {

class Connection;

/// One numbered step of the schema; steps only ever append tables and columns.
struct Migration
{
    int version;
    const char *sql;
};

/// What the tables are and how they came to be. The file's version is PRAGMA user_version.
namespace schema {

std::span<const Migration> migrations();
int currentVersion();

/// Tables whose every change is recorded in the activity log, in an order that satisfies their references.
const QStringList &loggedTables();
/// Tables outside the log, each for a reason given beside the list.
const QStringList &unloggedTables();

/// Runs every migration after the file's version up to @p upTo, each in a transaction of its own.
Status migrate(Connection &connection, int upTo = currentVersion());

/// An empty, private, unencrypted database in memory: for replays and comparisons.
Result<std::unique_ptr<Connection>> openMemory();

/// Compares the text of the schema in the file with that of the migrations; Damaged when somebody changed it.
Status checkText(const Connection &connection);

} // namespace schema
} // namespace tb
