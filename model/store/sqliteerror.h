#pragma once

#include "model/error.h"

#include <QSqlError>

struct sqlite3;

namespace tb {

/// The kind of failure behind an SQLite result code, plain or extended.
Error::Kind sqliteErrorKind(int code);

/// What the last call on @p handle failed with; @p subject names the file or record it was about.
Error sqliteError(sqlite3 *handle, const QString &subject);

/// The same for Qt's SQL classes; nativeErrorCode() is the extended result code.
QSqlError sqliteQtError(sqlite3 *handle, const QString &what, QSqlError::ErrorType type);

/// Reads an Error out of a failed query's nativeErrorCode().
Error queryError(const QSqlError &error, const QString &subject);

} // namespace tb
