#include "model/store/transaction.h"

#include "model/store/sqliteerror.h"

#include <sqlite3.h>

namespace tb {

Result<Transaction> Transaction::begin(sqlite3 *handle, const QString &subject)
{
    if (sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(handle, subject);
    return Transaction(handle, subject);
}

Transaction::Transaction(sqlite3 *handle, QString subject) : m_handle(handle), m_subject(std::move(subject)) { }

Transaction::Transaction(Transaction &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_subject(std::move(other.m_subject))
{ }

Transaction::~Transaction()
{
    rollback();
}

bool Transaction::isOpen() const
{
    return m_handle && sqlite3_get_autocommit(m_handle) == 0;
}

Status Transaction::commit()
{
    if (!isOpen()) {
        m_handle = nullptr;
        return Error { Error::Kind::Io, m_subject, QStringLiteral("SQLite had already rolled the transaction back") };
    }
    if (sqlite3_exec(m_handle, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) {
        const Error error = sqliteError(m_handle, m_subject);
        rollback();
        return error;
    }
    m_handle = nullptr;
    return Ok {};
}

void Transaction::rollback()
{
    if (isOpen())
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    m_handle = nullptr;
}

} // namespace tb
