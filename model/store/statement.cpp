#include "model/store/statement.h"

#include "model/store/sqliteerror.h"

#include <sqlite3.h>

namespace tb {

Result<Statement> Statement::prepare(sqlite3 *handle, const char *sql, const QString &subject)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return sqliteError(handle, subject);
    return Statement(statement, subject);
}

Statement::Statement(sqlite3_stmt *statement, QString subject) : m_statement(statement), m_subject(std::move(subject))
{ }

Statement::Statement(Statement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_subject(std::move(other.m_subject))
    , m_failure(other.m_failure)
    , m_failureText(std::move(other.m_failureText))
{ }

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    m_subject.swap(other.m_subject);
    std::swap(m_failure, other.m_failure);
    m_failureText.swap(other.m_failureText);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::note(int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || m_failure != SQLITE_OK)
        return;
    m_failure = code;
    m_failureText = QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_statement)));
}

void Statement::bind(int position, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, position, value));
}

void Statement::bind(int position, double value)
{
    note(sqlite3_bind_double(m_statement, position, value));
}

void Statement::bind(int position, QStringView text)
{
    if (text.isNull())
        return bindNull(position);
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text64(m_statement, position, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int position, QByteArrayView bytes)
{
    const char *data = bytes.data() ? bytes.data() : "";
    note(sqlite3_bind_blob64(m_statement, position, data, static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC));
}

void Statement::bindNull(int position)
{
    note(sqlite3_bind_null(m_statement, position));
}

Result<bool> Statement::step()
{
    if (m_failure != SQLITE_OK)
        return lastError();
    const int code = sqlite3_step(m_statement);
    note(code);
    if (m_failure != SQLITE_OK)
        return lastError();
    return code == SQLITE_ROW;
}

bool Statement::next()
{
    const Result<bool> row = step();
    return row && row.value();
}

Error Statement::lastError() const
{
    return { sqliteErrorKind(m_failure), m_subject, QStringLiteral("SQLite %1: %2").arg(m_failure).arg(m_failureText) };
}

Status Statement::status() const
{
    return m_failure == SQLITE_OK ? Status(Ok {}) : Status(lastError());
}

Status Statement::run()
{
    while (next()) { }
    const Status result = status();
    reset();
    return result;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_failure = SQLITE_OK;
    m_failureText.clear();
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes ? QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArrayView Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArrayView(bytes, bytes ? sqlite3_column_bytes(m_statement, column) : 0);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

} // namespace tb
