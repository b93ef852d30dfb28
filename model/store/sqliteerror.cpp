#include "model/store/sqliteerror.h"

#include <sqlite3.h>

namespace tb {

Error::Kind sqliteErrorKind(int code)
{
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
        return Error::Kind::UnfinishedWrite;
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        return Error::Kind::Conflict; // others refer to what would go
    switch (code & 0xff) {
    case SQLITE_FULL: return Error::Kind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM: return Error::Kind::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Error::Kind::InUse;
    case SQLITE_CORRUPT: return Error::Kind::Damaged;
    case SQLITE_NOTADB: return Error::Kind::WrongPassphrase;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL: return Error::Kind::Io;
    case SQLITE_INTERRUPT: return Error::Kind::Cancelled;
    default: return Error::Kind::Storage;
    }
}

Error sqliteError(sqlite3 *handle, const QString &subject)
{
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    const QString text = handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString::fromUtf8(sqlite3_errstr(code));
    return { sqliteErrorKind(code), subject, QStringLiteral("SQLite %1: %2").arg(code).arg(text) };
}

QSqlError sqliteQtError(sqlite3 *handle, const QString &what, QSqlError::ErrorType type)
{
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    const QString text = handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString();
    return QSqlError(what, text, type, QString::number(code));
}

Error queryError(const QSqlError &error, const QString &subject)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    return { isNumber ? sqliteErrorKind(code) : Error::Kind::Storage, subject, error.text() };
}

} // namespace tb
