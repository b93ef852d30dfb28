#include "model/store/sqliteresult.h"

#include "model/store/sqlitedriver.h"
#include "model/store/sqliteerror.h"

#include <QDateTime>
#include <QSqlField>

#include <limits>
#include <sqlite3.h>

Q_DECLARE_OPAQUE_POINTER(sqlite3_stmt *)
Q_DECLARE_METATYPE(sqlite3_stmt *)

namespace tb {

SqliteResult::SqliteResult(const SqliteDriver *driver) : QSqlResult(driver), m_driver(driver)
{
    driver->m_results.insert(this);
}

SqliteResult::~SqliteResult()
{
    finalise();
    if (m_driver)
        m_driver->m_results.remove(this);
}

void SqliteResult::finalise()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_handle = nullptr;
    m_rowAhead = false;
    m_rows.clear();
    setAt(QSql::BeforeFirstRow);
    setActive(false);
}

QVariant SqliteResult::handle() const
{
    return QVariant::fromValue(m_statement);
}

bool SqliteResult::fail(const QString &what)
{
    setLastError(sqliteQtError(m_handle, what, QSqlError::StatementError));
    if (m_statement)
        sqlite3_reset(m_statement);
    setActive(false);
    return false;
}

bool SqliteResult::reset(const QString &query)
{
    return prepare(query) && exec();
}

bool SqliteResult::prepare(const QString &query)
{
    if (!driver() || !driver()->isOpen() || driver()->isOpenError())
        return false;
    finalise();
    m_handle = m_driver->sqlite();
    const QByteArray sql = query.toUtf8();
    const char *tail = nullptr;
    setSelect(false);
    const int code = sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, &tail);
    if (code != SQLITE_OK)
        return fail(QStringLiteral("Unable to prepare the statement"));
    if (!QByteArray::fromRawData(tail, sql.constData() + sql.size() - tail).trimmed().isEmpty()) {
        finalise();
        setLastError(QSqlError(QStringLiteral("Unable to execute several statements at a time"), {},
                               QSqlError::StatementError, QString::number(SQLITE_MISUSE)));
        return false;
    }
    return true;
}

bool SqliteResult::bindAll()
{
    const QVariantList values = boundValues();
    if (sqlite3_bind_parameter_count(m_statement) != values.size()) {
        setLastError(QSqlError(QStringLiteral("Parameter count mismatch"), {}, QSqlError::StatementError,
                               QString::number(SQLITE_RANGE)));
        return false;
    }
    for (int i = 0; i < values.size(); ++i) {
        if (!bindOne(i + 1, values.at(i)))
            return fail(QStringLiteral("Unable to bind parameter %1").arg(i + 1));
    }
    return true;
}

bool SqliteResult::exec()
{
    m_rows.clear();
    m_rowAhead = false;
    m_changes = -1;
    m_lastInsertId = 0;
    setAt(QSql::BeforeFirstRow);
    setActive(false);
    if (!m_statement)
        return false;
    sqlite3_reset(m_statement);
    setLastError({});
    if (!bindAll())
        return false;
    const qint64 changesBefore = sqlite3_total_changes64(m_handle);
    const int code = step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return fail(QStringLiteral("Unable to execute the statement"));
    setSelect(sqlite3_column_count(m_statement) > 0);
    if (sqlite3_stmt_readonly(m_statement) == 0) {
        m_changes = sqlite3_total_changes64(m_handle) == changesBefore ? 0 : sqlite3_changes64(m_handle);
        m_lastInsertId = sqlite3_last_insert_rowid(m_handle);
    }
    setActive(true);
    return true;
}

int SqliteResult::step()
{
    const int code = sqlite3_step(m_statement);
    m_rowAhead = code == SQLITE_ROW;
    if (code == SQLITE_DONE)
        sqlite3_reset(m_statement); // ends the read transaction as soon as the last row is known
    return code;
}

bool SqliteResult::takeRow()
{
    if (!m_rowAhead)
        return false;
    Row row;
    const int columns = sqlite3_column_count(m_statement);
    row.reserve(columns);
    for (int i = 0; i < columns; ++i)
        row.append(column(i));
    if (isForwardOnly())
        m_rows.clear();
    m_rows.append(std::move(row));
    const int code = step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        setLastError(sqliteQtError(m_handle, QStringLiteral("Unable to fetch a row"), QSqlError::StatementError));
    return true;
}

bool SqliteResult::fetchNext()
{
    const int next = at() < 0 ? (at() == QSql::AfterLastRow ? -1 : 0) : at() + 1;
    if (next < 0)
        return false;
    if (!isForwardOnly() && next < m_rows.size()) {
        setAt(next);
        return true;
    }
    if (takeRow()) {
        setAt(next);
        return true;
    }
    setAt(QSql::AfterLastRow);
    return false;
}

bool SqliteResult::fetch(int row)
{
    if (!isActive() || row < 0)
        return false;
    if (row == at())
        return true;
    if (isForwardOnly()) {
        if (at() == QSql::AfterLastRow || row < at())
            return false;
        while (at() < row) {
            if (!fetchNext())
                return false;
        }
        return true;
    }
    while (m_rows.size() <= row) {
        if (!takeRow()) {
            setAt(QSql::AfterLastRow);
            return false;
        }
    }
    setAt(row);
    return true;
}

bool SqliteResult::fetchFirst()
{
    return isForwardOnly() && at() == QSql::BeforeFirstRow ? fetchNext() : fetch(0);
}

bool SqliteResult::fetchLast()
{
    if (!isActive())
        return false;
    if (isForwardOnly()) {
        int last = at();
        while (takeRow())
            last = last < 0 ? 0 : last + 1;
        if (m_rows.isEmpty())
            return false;
        setAt(last);
        return true;
    }
    while (takeRow()) { }
    return !m_rows.isEmpty() && fetch(static_cast<int>(m_rows.size()) - 1);
}

const SqliteResult::Row *SqliteResult::currentRow() const
{
    if (at() < 0 || m_rows.isEmpty())
        return nullptr;
    const qsizetype index = isForwardOnly() ? 0 : at();
    return index < m_rows.size() ? &m_rows.at(index) : nullptr;
}

QVariant SqliteResult::data(int column)
{
    const Row *row = currentRow();
    return row && column >= 0 && column < row->size() ? row->at(column) : QVariant();
}

bool SqliteResult::isNull(int column)
{
    return data(column).isNull();
}

QVariant SqliteResult::column(int index) const
{
    switch (sqlite3_column_type(m_statement, index)) {
    case SQLITE_INTEGER: return QVariant::fromValue<qint64>(sqlite3_column_int64(m_statement, index));
    case SQLITE_FLOAT: {
        const double value = sqlite3_column_double(m_statement, index);
        switch (numericalPrecisionPolicy()) {
        case QSql::LowPrecisionInt32: return static_cast<int>(value);
        case QSql::LowPrecisionInt64: return static_cast<qint64>(value);
        case QSql::LowPrecisionDouble:
        case QSql::HighPrecision: return value;
        }
        return value;
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, index));
        return QByteArray(bytes ? bytes : "", sqlite3_column_bytes(m_statement, index)); // empty is not NULL
    }
    case SQLITE_NULL: return QVariant(field(index).metaType());
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, index));
        return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, index));
    }
    }
}

int SqliteResult::size()
{
    return -1;
}

int SqliteResult::numRowsAffected()
{
    return static_cast<int>(qMin<qint64>(m_changes, std::numeric_limits<int>::max()));
}

QVariant SqliteResult::lastInsertId() const
{
    return isActive() && m_lastInsertId != 0 ? QVariant::fromValue<qint64>(m_lastInsertId) : QVariant();
}

void SqliteResult::detachFromResultSet()
{
    if (m_statement)
        sqlite3_reset(m_statement);
    m_rowAhead = false;
}

} // namespace tb
