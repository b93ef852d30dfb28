#include "model/record/recordstore.h"

#include "model/record/bulkwriter.h"

namespace tb::store {

namespace {

QByteArray quoted(const char *name)
{
    return QByteArray("\"") + name + '"';
}

Status finish(Statement &statement)
{
    statement.next();
    return statement.status();
}

Status runPair(Connection &connection, const QByteArray &sql, qint64 left, qint64 right)
{
    auto statement = Statement::prepare(connection.handle(), sql.constData());
    if (!statement)
        return statement.error();
    statement.value().bind(1, left);
    statement.value().bind(2, right);
    return finish(statement.value());
}

} // namespace

void bindValue(Statement &statement, int position, const QVariant &value)
{
    if (!value.isValid())
        statement.bindNull(position);
    else if (value.typeId() == QMetaType::QString) // empty text is '', never NULL
        statement.bind(position, QStringView(value.toString().isNull() ? QStringLiteral("") : value.toString()));
    else
        statement.bind(position, value.toLongLong());
}

QByteArray insertSql(const SubjectSpec &subject)
{
    QByteArray columns = "id";
    QByteArray marks = "?";
    for (int i = 0; i < subject.fieldCount; ++i) {
        columns += ',' + quoted(subject.fieldAt(i).name);
        marks += ",?";
    }
    return "INSERT INTO " + quoted(subject.table) + '(' + columns + ") VALUES(" + marks + ')';
}

QByteArray linkSql(const LinkSpec &spec)
{
    return "INSERT OR IGNORE INTO " + quoted(spec.table) + '(' + spec.leftColumn().toUtf8() + ','
        + spec.rightColumn().toUtf8() + ") VALUES(?,?)";
}

QByteArray selectSql(const SubjectSpec &subject, const char *rest)
{
    QByteArray sql = "SELECT id";
    for (int i = 0; i < subject.fieldCount; ++i)
        sql += ',' + quoted(subject.fieldAt(i).name);
    return sql + " FROM " + quoted(subject.table) + rest;
}

Status insertRow(Connection &connection, const SubjectSpec &subject, qint64 id, const QVariantList &values)
{
    return BulkWriter(connection).insertRow(subject, id, values);
}

Status updateRow(Connection &connection, const SubjectSpec &subject, qint64 id, const QList<int> &positions,
                 const QVariantList &values)
{
    QByteArray sql = "UPDATE " + quoted(subject.table) + " SET ";
    for (int i = 0; i < positions.size(); ++i)
        sql += (i ? "," : "") + quoted(subject.fieldAt(positions.at(i)).name) + "=?";
    sql += " WHERE id=?";
    auto statement = Statement::prepare(connection.handle(), sql.constData());
    if (!statement)
        return statement.error();
    int position = 1;
    for (const QVariant &value : values)
        bindValue(statement.value(), position++, value);
    statement.value().bind(position, id);
    return finish(statement.value());
}

Status deleteRow(Connection &connection, const SubjectSpec &subject, qint64 id)
{
    const QByteArray sql = "DELETE FROM " + quoted(subject.table) + " WHERE id=?";
    auto statement = Statement::prepare(connection.handle(), sql.constData());
    if (!statement)
        return statement.error();
    statement.value().bind(1, id);
    return finish(statement.value());
}

Result<std::optional<qint64>> firstMissing(Connection &connection, const char *table, const QList<qint64> &ids)
{
    const QByteArray sql = "SELECT 1 FROM " + quoted(table) + " WHERE id=?";
    auto query = Statement::prepare(connection.handle(), sql.constData());
    if (!query)
        return query.error();
    for (const qint64 id : ids) {
        query.value().reset();
        query.value().bind(1, id);
        const bool there = query.value().next();
        if (const auto done = query.value().status(); !done)
            return done.error();
        if (!there)
            return std::optional<qint64>(id);
    }
    return std::optional<qint64>();
}

Status link(Connection &connection, const LinkSpec &spec, qint64 left, qint64 right)
{
    return runPair(connection, linkSql(spec), left, right);
}

Status unlink(Connection &connection, const LinkSpec &spec, qint64 left, qint64 right)
{
    return runPair(connection,
                   "DELETE FROM " + quoted(spec.table) + " WHERE " + spec.leftColumn().toUtf8() + "=? AND "
                       + spec.rightColumn().toUtf8() + "=?",
                   left, right);
}

Status unlinkAll(Connection &connection, const LinkSpec &spec, const char *table, qint64 id)
{
    const QByteArray sql = "DELETE FROM " + quoted(spec.table) + " WHERE " + table + "_id=?";
    auto statement = Statement::prepare(connection.handle(), sql.constData());
    if (!statement)
        return statement.error();
    statement.value().bind(1, id);
    return finish(statement.value());
}

Result<Statement> linkQuery(Connection &connection, const LinkSpec &spec)
{
    const QByteArray sql = "SELECT 1 FROM " + quoted(spec.table) + " WHERE " + spec.leftColumn().toUtf8() + "=? AND "
        + spec.rightColumn().toUtf8() + "=?";
    return Statement::prepare(connection.handle(), sql.constData());
}

Result<QList<std::pair<qint64, qint64>>> loadLinks(Connection &connection, const LinkSpec &spec)
{
    const QByteArray sql
        = "SELECT " + spec.leftColumn().toUtf8() + ',' + spec.rightColumn().toUtf8() + " FROM " + quoted(spec.table);
    auto query = Statement::prepare(connection.handle(), sql.constData());
    if (!query)
        return query.error();
    QList<std::pair<qint64, qint64>> pairs;
    while (query.value().next())
        pairs.append({ query.value().integer(0), query.value().integer(1) });
    if (const auto done = query.value().status(); !done)
        return done.error();
    return pairs;
}

} // namespace tb::store
