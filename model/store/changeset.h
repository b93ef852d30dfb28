#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

struct sqlite3_session;

namespace tb {

class Connection;

enum class Operation { Insert, Update, Delete };

/// One cell of a recorded row: what it was and what it became; invalid QVariant where the side does not exist.
struct CellDelta
{
    int column = 0; ///< position in the table
    QVariant before;
    QVariant after;
};

/// One row of a changeset, as read for people and for refreshing tables.
struct RowDelta
{
    QString table;
    Operation operation = Operation::Update;
    qint64 key = 0; ///< first column of the primary key
    qint64 secondKey = 0; ///< of a link table; 0 otherwise
    QList<CellDelta> cells; ///< key columns left out
};

/// Records what happens to the logged tables of a connection while it lives (SQLite's session extension).
class ChangeRecorder
{
public:
    static Result<ChangeRecorder> start(Connection &connection);
    /// Everything since start() as one changeset; empty when the tables are as they were.
    Result<QByteArray> take();

private:
    explicit ChangeRecorder(sqlite3_session *session);
    struct Deleter
    {
        void operator()(sqlite3_session *session) const;
    };
    std::unique_ptr<sqlite3_session, Deleter> m_session;
};

namespace changeset {

/// Applies @p change, or its inverse, inside the open transaction; any conflict is an Error and the caller rolls back.
/// The table names, column counts and keys are compared first, since SQLite skips a mismatch silently.
Status apply(Connection &connection, const QByteArray &change);
Result<QByteArray> inverted(const QByteArray &change);

/// Calls @p row for each row of @p change; stops early when it returns false.
Status read(const QByteArray &change, const std::function<bool(const RowDelta &)> &row);
/// The rows of @p change, at most @p most of them (-1: all).
Result<QList<RowDelta>> rows(const QByteArray &change, int most = -1);

} // namespace changeset
} // namespace tb
