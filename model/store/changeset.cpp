#include "model/store/changeset.h"

#include "model/store/connection.h"
#include "model/store/schema.h"
#include "model/store/sqliteerror.h"
#include "model/store/statement.h"

#include <QHash>

#include <sqlite3.h>

namespace tb {

namespace {

Error broken(const char *what, int code)
{
    return Error { Error::Kind::Damaged,
                   {},
                   QStringLiteral("%1: %2").arg(QLatin1String(what), QLatin1String(sqlite3_errstr(code))) };
}

/// Owns memory that SQLite allocated.
struct SqliteFree
{
    void operator()(void *memory) const { sqlite3_free(memory); }
};

struct IteratorEnd
{
    void operator()(sqlite3_changeset_iter *iterator) const { sqlite3changeset_finalize(iterator); }
};
using Iterator = std::unique_ptr<sqlite3_changeset_iter, IteratorEnd>;

void *bytesOf(const QByteArray &change)
{
    return const_cast<char *>(change.constData()); // SQLite's interface is not const-correct; it only reads
}

Result<Iterator> iterate(const QByteArray &change)
{
    sqlite3_changeset_iter *raw = nullptr;
    const int code = sqlite3changeset_start(&raw, static_cast<int>(change.size()), bytesOf(change));
    if (code != SQLITE_OK)
        return broken("changeset", code);
    return Iterator(raw);
}

QVariant valueOf(sqlite3_value *value)
{
    if (!value)
        return {};
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return QVariant(static_cast<qlonglong>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT: return QVariant(sqlite3_value_double(value));
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return QString::fromUtf8(text, sqlite3_value_bytes(value));
    }
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
    default: return QVariant::fromValue(nullptr);
    }
}

Operation operationOf(int code)
{
    return code == SQLITE_INSERT ? Operation::Insert : code == SQLITE_DELETE ? Operation::Delete : Operation::Update;
}

sqlite3_value *side(sqlite3_changeset_iter *iterator, int column, bool before)
{
    sqlite3_value *value = nullptr;
    const int code
        = before ? sqlite3changeset_old(iterator, column, &value) : sqlite3changeset_new(iterator, column, &value);
    return code == SQLITE_OK ? value : nullptr;
}

void readKey(RowDelta &row, const QVariant &value, int &keysSeen)
{
    (keysSeen == 0 ? row.key : row.secondKey) = value.toLongLong();
    ++keysSeen;
}

Result<RowDelta> currentRow(sqlite3_changeset_iter *iterator)
{
    const char *table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    unsigned char *keys = nullptr;
    int code = sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
    if (code == SQLITE_OK)
        code = sqlite3changeset_pk(iterator, &keys, &columns);
    if (code != SQLITE_OK)
        return broken("changeset row", code);

    RowDelta row { QString::fromUtf8(table), operationOf(operation), 0, 0, {} };
    const bool hasOld = operation != SQLITE_INSERT;
    const bool hasNew = operation != SQLITE_DELETE;
    int keysSeen = 0;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value *before = hasOld ? side(iterator, column, true) : nullptr;
        sqlite3_value *after = hasNew ? side(iterator, column, false) : nullptr;
        if (keys[column])
            readKey(row, valueOf(before ? before : after), keysSeen);
        else if (before || after)
            row.cells.append({ column, valueOf(before), valueOf(after) });
    }
    return row;
}

struct TableShape
{
    int columns = 0;
    QList<bool> keys;
};

Result<TableShape> shapeOf(Connection &connection, const QString &table)
{
    auto query = Statement::prepare(connection.handle(), "SELECT pk FROM pragma_table_info(?) ORDER BY cid");
    if (!query)
        return query.error();
    query.value().bind(1, table);
    TableShape shape;
    while (query.value().next()) {
        shape.keys.append(query.value().integer(0) > 0);
        ++shape.columns;
    }
    if (const auto done = query.value().status(); !done)
        return done.error();
    return shape;
}

bool fits(const TableShape &shape, int columns, const unsigned char *keys)
{
    if (columns > shape.columns) // fewer is an older schema: columns are only ever appended
        return false;
    for (int column = 0; column < columns; ++column) {
        if (shape.keys.at(column) != (keys[column] != 0))
            return false;
    }
    return true;
}

Status checkTable(Connection &connection, const char *name, int columns, const unsigned char *keys)
{
    const QString table = QString::fromUtf8(name);
    const Error misfit { Error::Kind::Damaged, table, QStringLiteral("a log entry does not fit this table") };
    if (!schema::loggedTables().contains(table))
        return misfit;
    const auto shape = shapeOf(connection, table);
    if (!shape)
        return shape.error();
    if (!fits(shape.value(), columns, keys))
        return misfit;
    return Ok {};
}

Status checkShapes(Connection &connection, const QByteArray &change)
{
    auto iterator = iterate(change);
    if (!iterator)
        return iterator.error();
    QByteArray previous;
    int code = SQLITE_OK;
    while ((code = sqlite3changeset_next(iterator.value().get())) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        unsigned char *keys = nullptr;
        sqlite3changeset_op(iterator.value().get(), &table, &columns, &operation, nullptr);
        if (previous == table)
            continue;
        previous = table;
        sqlite3changeset_pk(iterator.value().get(), &keys, &columns);
        if (auto fit = checkTable(connection, table, columns, keys); !fit)
            return fit;
    }
    return code == SQLITE_DONE ? Status(Ok {}) : Status(broken("changeset", code));
}

int abortOnConflict(void *, int, sqlite3_changeset_iter *)
{
    return SQLITE_CHANGESET_ABORT;
}

} // namespace

void ChangeRecorder::Deleter::operator()(sqlite3_session *session) const
{
    sqlite3session_delete(session);
}

ChangeRecorder::ChangeRecorder(sqlite3_session *session) : m_session(session) { }

Result<ChangeRecorder> ChangeRecorder::start(Connection &connection)
{
    sqlite3_session *raw = nullptr;
    int code = sqlite3session_create(connection.handle(), "main", &raw);
    ChangeRecorder recorder(raw);
    for (const QString &table : schema::loggedTables()) {
        if (code == SQLITE_OK)
            code = sqlite3session_attach(raw, table.toUtf8().constData());
    }
    if (code != SQLITE_OK)
        return sqliteError(connection.handle(), QStringLiteral("session"));
    return recorder;
}

Result<QByteArray> ChangeRecorder::take()
{
    int size = 0;
    void *bytes = nullptr;
    const int code = sqlite3session_changeset(m_session.get(), &size, &bytes);
    const std::unique_ptr<void, SqliteFree> owned(bytes);
    if (code != SQLITE_OK)
        return broken("taking the changeset", code);
    return QByteArray(static_cast<const char *>(bytes), size);
}

namespace changeset {

Status apply(Connection &connection, const QByteArray &change)
{
    if (change.isEmpty())
        return Ok {};
    if (auto fit = checkShapes(connection, change); !fit)
        return fit;
    const int code
        = sqlite3changeset_apply_v2(connection.handle(), static_cast<int>(change.size()), bytesOf(change), nullptr,
                                    abortOnConflict, nullptr, nullptr, nullptr, SQLITE_CHANGESETAPPLY_FKNOACTION);
    if (code == SQLITE_ABORT)
        return Error { Error::Kind::Conflict, {}, QStringLiteral("what it changed has been changed since") };
    if ((code & 0xff) == SQLITE_CONSTRAINT)
        return Error { Error::Kind::Conflict, {}, QStringLiteral("something refers to what would go") };
    if (code != SQLITE_OK) // not the handle's code: what rolled back afterwards succeeded
        return Error { sqliteErrorKind(code), QStringLiteral("changeset"), QString::fromUtf8(sqlite3_errstr(code)) };
    return Ok {};
}

Result<QByteArray> inverted(const QByteArray &change)
{
    int size = 0;
    void *bytes = nullptr;
    const int code = sqlite3changeset_invert(static_cast<int>(change.size()), bytesOf(change), &size, &bytes);
    const std::unique_ptr<void, SqliteFree> owned(bytes);
    if (code != SQLITE_OK)
        return broken("inverting the changeset", code);
    return QByteArray(static_cast<const char *>(bytes), size);
}

Status read(const QByteArray &change, const std::function<bool(const RowDelta &)> &row)
{
    if (change.isEmpty())
        return Ok {};
    auto iterator = iterate(change);
    if (!iterator)
        return iterator.error();
    int code = SQLITE_OK;
    while ((code = sqlite3changeset_next(iterator.value().get())) == SQLITE_ROW) {
        const auto current = currentRow(iterator.value().get());
        if (!current)
            return current.error();
        if (!row(current.value()))
            return Ok {};
    }
    return code == SQLITE_DONE ? Status(Ok {}) : Status(broken("changeset", code));
}

Result<QList<RowDelta>> rows(const QByteArray &change, int most)
{
    QList<RowDelta> all;
    const auto done = read(change, [&](const RowDelta &row) {
        if (most >= 0 && all.size() >= most)
            return false;
        all.append(row);
        return true;
    });
    if (!done)
        return done.error();
    return all;
}

} // namespace changeset
} // namespace tb
