#pragma once

#include "model/record/subject.h"
#include "model/store/connection.h"

namespace tb {

/// The SQL of records, made from their description. All statements run in the caller's transaction.
namespace store {

/// "SELECT id, every field FROM table" with @p rest appended.
QByteArray selectSql(const SubjectSpec &subject, const char *rest);
/// "INSERT INTO table" with a mark for the id and for every field.
QByteArray insertSql(const SubjectSpec &subject);
/// Inserts a pair of a link table unless it is there.
QByteArray linkSql(const LinkSpec &spec);
/// Binds a stored value; an invalid one as NULL.
void bindValue(Statement &statement, int position, const QVariant &value);
/// Inserts a row: @p values in the order of the subject's fields.
Status insertRow(Connection &connection, const SubjectSpec &subject, qint64 id, const QVariantList &values);
/// Sets only the columns at @p positions to @p values.
Status updateRow(Connection &connection, const SubjectSpec &subject, qint64 id, const QList<int> &positions,
                 const QVariantList &values);
/// Deletes a row; NotFound when there is none, Invalid while others point to it.
Status deleteRow(Connection &connection, const SubjectSpec &subject, qint64 id);

/// The first of @p ids that is no row of @p table; empty when every one is there.
Result<std::optional<qint64>> firstMissing(Connection &connection, const char *table, const QList<qint64> &ids);

/// Adds or removes one pair of a link table; adding a pair that is there, or removing one that is not, changes nothing.
Status link(Connection &connection, const LinkSpec &spec, qint64 left, qint64 right);
Status unlink(Connection &connection, const LinkSpec &spec, qint64 left, qint64 right);
/// Removes every pair that holds @p id of @p table.
Status unlinkAll(Connection &connection, const LinkSpec &spec, const char *table, qint64 id);
/// Asks whether a pair, bound as 1 and 2, is linked: gives a row or none.
Result<Statement> linkQuery(Connection &connection, const LinkSpec &spec);
Result<QList<std::pair<qint64, qint64>>> loadLinks(Connection &connection, const LinkSpec &spec);

template <class R> R recordFrom(const Statement &row)
{
    R record;
    record.id.value = row.integer(0);
    int column = 0;
    for (const Field<R> &described : Description<R>::fields)
        described.load(record, row, ++column);
    return record;
}

template <class R>
Result<QList<R>> loadWhere(Connection &connection, const char *rest, std::optional<qint64> bound = {})
{
    auto query = Statement::prepare(connection.handle(), selectSql(subjectOf<R>(), rest).constData());
    if (!query)
        return query.error();
    if (bound)
        query.value().bind(1, *bound);
    QList<R> records;
    while (query.value().next())
        records.append(recordFrom<R>(query.value()));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return records;
}

template <class R> Result<QList<R>> loadAll(Connection &connection)
{
    const QByteArray order = QByteArray(" ORDER BY \"") + subjectOf<R>().order + "\", id";
    return loadWhere<R>(connection, order.constData());
}

template <class R> Result<R> load(Connection &connection, qint64 id)
{
    auto found = loadWhere<R>(connection, " WHERE id = ?", id);
    if (!found)
        return found.error();
    if (found.value().isEmpty())
        return Error { Error::Kind::NotFound, QString::number(id), {} };
    return found.value().first();
}

/// The stored values of @p record, in the order of its fields.
template <class R> QVariantList valuesOf(const R &record)
{
    QVariantList values;
    for (const Field<R> &described : Description<R>::fields)
        values.append(described.value(record));
    return values;
}

template <class R> Status insert(Connection &connection, const R &record)
{
    return insertRow(connection, subjectOf<R>(), record.id.value, valuesOf(record));
}

/// Writes the fields in which @p after differs from @p before.
template <class R> Status update(Connection &connection, const R &before, const R &after)
{
    QList<int> positions;
    QVariantList values;
    int position = 0;
    for (const Field<R> &described : Description<R>::fields) {
        if (!described.same(before, after)) {
            positions.append(position);
            values.append(described.value(after));
        }
        ++position;
    }
    return positions.isEmpty() ? Status(Ok {})
                               : updateRow(connection, subjectOf<R>(), after.id.value, positions, values);
}

} // namespace store
} // namespace tb
