#pragma once

#include "model/result.h"

struct sqlite3;

namespace tb {

/// A write transaction that rolls back unless committed. Begins IMMEDIATE, so that it cannot fail halfway for a lock.
class Transaction
{
public:
    static Result<Transaction> begin(sqlite3 *handle, const QString &subject = {});

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    /// False once SQLite has ended the transaction by itself (it does after some I/O errors): whatever is written then
    /// would be committed statement by statement.
    bool isOpen() const;
    Status commit(); ///< a failure rolls back
    void rollback();

private:
    Transaction(sqlite3 *handle, QString subject);

    sqlite3 *m_handle;
    QString m_subject;
};

} // namespace tb
