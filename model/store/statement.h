#pragma once

#include "model/result.h"

#include <QByteArrayView>
#include <QStringView>

struct sqlite3;
struct sqlite3_stmt;

namespace tb {

/// One prepared statement for hot paths: no QVariant between SQLite and the caller. Belongs to its connection's thread
/// and must be gone before that connection is. Positions of bind() count from 1, columns from 0, as in SQLite.
class Statement
{
public:
    /// @p sql must be one statement; pass constants, bind values. @p subject names what an Error is about.
    static Result<Statement> prepare(sqlite3 *handle, const char *sql, const QString &subject = {});

    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    // Binding cannot fail but by our own mistake (a wrong position) or for want of memory: the next step() reports it.
    void bind(int position, qint64 value);
    void bind(int position, double value);
    void bind(int position, QStringView text); ///< a null view is bound as NULL, an empty one as ''
    void bind(int position, QByteArrayView bytes); ///< not copied: must stay alive until the next reset()
    void bindNull(int position);

    Result<bool> step(); ///< true: a row is there; false: done
    bool next(); ///< step() for reading loops; a failure ends the loop and stays in status()
    Status status() const; ///< the first failure since prepare() or reset()
    Status run(); ///< steps to the end, then reset(): for statements without rows
    void reset(); ///< ready to bind and run again; keeps the bound values

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const; ///< NULL gives a null string
    QByteArrayView blob(int column) const; ///< valid until the next step() or reset()
    bool isNull(int column) const;
    int columnCount() const;

private:
    Statement(sqlite3_stmt *statement, QString subject);
    void note(int code);
    Error lastError() const;

    sqlite3_stmt *m_statement = nullptr;
    QString m_subject;
    int m_failure = 0; ///< SQLite code of the first failure
    QString m_failureText;
};

} // namespace tb
