#include "model/store/sqlitedriver.h"

#include "model/store/sqliteerror.h"
#include "model/store/sqliteresult.h"

#include <QSqlField>
#include <QUrl>

#include <sqlite3.h>

namespace tb {

namespace {
QByteArray openName(const QString &path, bool immutable)
{
    if (!immutable)
        return path.toUtf8();
    // Only an URI carries this promise; the path is percent-encoded so that '?' and '%' in a name stay part of it.
    return QByteArrayLiteral("file:") + QUrl::toPercentEncoding(path, QByteArrayLiteral("/"))
        + QByteArrayLiteral("?immutable=1");
}

int openFlags(const SqliteOpen &flags)
{
    int result = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    result |= flags.readOnly || flags.immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    result |= flags.create ? SQLITE_OPEN_CREATE : 0;
    result |= flags.immutable ? SQLITE_OPEN_URI : 0;
    return result;
}
} // namespace

SqliteDriver::SqliteDriver(Keyer keyer, SqliteOpen flags, QObject *parent)
    : QSqlDriver(parent)
    , m_keyer(std::move(keyer))
    , m_flags(std::move(flags))
{ }

SqliteDriver::~SqliteDriver()
{
    close();
}

void SqliteDriver::interrupt()
{
    const QMutexLocker lock(&m_handleLock);
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

bool SqliteDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case BLOB:
    case Transactions:
    case Unicode:
    case LastInsertId:
    case PreparedQueries:
    case PositionalPlaceholders:
    case SimpleLocking:
    case FinishQuery:
    case LowPrecisionNumbers:
    case CancelQuery: return true;
    case QuerySize:
    case NamedPlaceholders: // Qt turns them into positions, which repeats a reused name correctly
    case BatchOperations: // Qt runs the statement once per row
    case EventNotifications:
    case MultipleResultSets: return false;
    }
    return false;
}

bool SqliteDriver::openHandle(const QString &path)
{
    sqlite3 *handle = nullptr;
    const QByteArray vfs = m_flags.vfs.toUtf8();
    int code = sqlite3_open_v2(openName(path, m_flags.immutable).constData(), &handle, openFlags(m_flags),
                               vfs.isEmpty() ? nullptr : vfs.constData());
    if (code == SQLITE_OK && m_keyer)
        code = m_keyer(handle);
    if (code != SQLITE_OK) {
        setLastError(sqliteQtError(handle, QStringLiteral("Unable to open the database"), QSqlError::ConnectionError));
        sqlite3_close(handle);
        return false;
    }
    const QMutexLocker lock(&m_handleLock);
    m_handle = handle;
    return true;
}

bool SqliteDriver::open(const QString &path, const QString & /*user*/, const QString & /*password*/,
                        const QString & /*host*/, int /*port*/, const QString & /*options*/)
{
    close();
    const bool isOpen = openHandle(path);
    setOpen(isOpen);
    setOpenError(!isOpen);
    return isOpen;
}

void SqliteDriver::close()
{
    const QSet<SqliteResult *> results = m_results;
    for (SqliteResult *result : results)
        result->finalise();
    sqlite3 *handle = nullptr;
    {
        const QMutexLocker lock(&m_handleLock);
        std::swap(handle, m_handle);
    }
    if (handle && sqlite3_close(handle) != SQLITE_OK)
        sqlite3_close_v2(handle); // somebody holds a bare statement: the handle goes when that does
    setOpen(false);
    setOpenError(false);
}

QSqlResult *SqliteDriver::createResult() const
{
    return new SqliteResult(this);
}

bool SqliteDriver::execute(const char *sql)
{
    if (m_handle && sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    setLastError(sqliteQtError(m_handle, QString::fromLatin1(sql), QSqlError::TransactionError));
    return false;
}

bool SqliteDriver::beginTransaction()
{
    return execute("BEGIN");
}

bool SqliteDriver::commitTransaction()
{
    return execute("COMMIT");
}

bool SqliteDriver::rollbackTransaction()
{
    return execute("ROLLBACK");
}

bool SqliteDriver::cancelQuery()
{
    interrupt();
    return true;
}

QVariant SqliteDriver::handle() const
{
    return QVariant::fromValue(m_handle);
}

QString SqliteDriver::escapeIdentifier(const QString &identifier, IdentifierType type) const
{
    if (identifier.isEmpty() || isIdentifierEscaped(identifier, type))
        return identifier;
    QString escaped = identifier;
    escaped.replace(u'"', QLatin1String("\"\""));
    if (type == TableName)
        escaped.replace(u'.', QLatin1String("\".\""));
    return u'"' + escaped + u'"';
}

QString SqliteDriver::formatValue(const QSqlField &field, bool trimStrings) const
{
    if (field.metaType().id() == QMetaType::QByteArray && !field.isNull())
        return QLatin1String("X'") + QString::fromLatin1(field.value().toByteArray().toHex()) + QLatin1Char('\'');
    return QSqlDriver::formatValue(field, trimStrings);
}

} // namespace tb
