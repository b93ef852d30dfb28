#include "model/record/bulkwriter.h"

namespace tb::store {

template <class MakeSql> Result<Statement *> BulkWriter::statementFor(const char *table, MakeSql sql)
{
    const auto known = m_statements.find(QByteArray::fromRawData(table, static_cast<qsizetype>(qstrlen(table))));
    if (known != m_statements.end())
        return &known->second;
    auto made = Statement::prepare(m_connection.handle(), sql().constData());
    if (!made)
        return made.error();
    return &m_statements.emplace(QByteArray(table), std::move(made).value()).first->second;
}

Status BulkWriter::insertRow(const SubjectSpec &subject, qint64 id, const QVariantList &values)
{
    const auto statement = statementFor(subject.table, [&] { return insertSql(subject); });
    if (!statement)
        return statement.error();
    statement.value()->bind(1, id);
    for (int i = 0; i < values.size(); ++i)
        bindValue(*statement.value(), i + 2, values.at(i));
    return statement.value()->run();
}

Status BulkWriter::link(const LinkSpec &spec, qint64 left, qint64 right)
{
    const auto statement = statementFor(spec.table, [&] { return linkSql(spec); });
    if (!statement)
        return statement.error();
    statement.value()->bind(1, left);
    statement.value()->bind(2, right);
    return statement.value()->run();
}

} // namespace tb::store
