#pragma once

#include "model/record/recordstore.h"

#include <map>

namespace tb::store {

/// Inserts many rows with one prepared statement a table. Lives inside one transaction of the caller.
class BulkWriter
{
public:
    explicit BulkWriter(Connection &connection) : m_connection(connection) { }

    template <class R> Status insert(const R &record)
    {
        return insertRow(subjectOf<R>(), record.id.value, valuesOf(record));
    }
    /// @p values in the order of the subject's fields.
    Status insertRow(const SubjectSpec &subject, qint64 id, const QVariantList &values);
    /// Adds a pair; one that is there already stays.
    Status link(const LinkSpec &spec, qint64 left, qint64 right);

    /// How many statements were prepared: one a table that was written to, however many rows.
    qsizetype prepared() const { return static_cast<qsizetype>(m_statements.size()); }

private:
    /// The statement of @p table; the SQL is made only for its first row.
    template <class MakeSql> Result<Statement *> statementFor(const char *table, MakeSql sql);

    Connection &m_connection;
    std::map<QByteArray, Statement> m_statements; ///< by table
};

} // namespace tb::store
