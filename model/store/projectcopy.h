#pragma once

#include "model/result.h"

#include <QString>

namespace tb {

class Connection;
class JobControl;
class WriteGate;
struct ConnectionSpec;

/// Copies the database of @p source, as it is at one moment, into a new file under @p target's key and salt, page by
/// page, then reads every page of the copy back. Progress in bytes over both halves. Whatever fails, the source is
/// untouched and the target worthless. Writers take their turns at @p gate between two steps of a megabyte. Not
/// sqlite3_rekey: that has no progress, and killed at the wrong moment it leaves the new salt with the old key.
Status copyDatabase(const ConnectionSpec &source, const ConnectionSpec &target, WriteGate &gate, JobControl &job);

/// Writes the salt of @p spec into the file's own `meta` table; see FileSniff::salt.
Status rememberSalt(Connection &connection, const QByteArray &salt);

} // namespace tb
