// What SqliteDriver tells about tables: names, columns with their declared types, primary keys.
#include "model/store/sqlitedriver.h"
#include "model/store/statement.h"

#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>

namespace tb {

namespace {
QMetaType declaredType(const QString &declaration)
{
    const QString type = declaration.toUpper();
    if (type.contains(QLatin1String("INT")))
        return QMetaType::fromType<qint64>();
    if (type == QLatin1String("BLOB"))
        return QMetaType::fromType<QByteArray>();
    if (type == QLatin1String("REAL") || type.contains(QLatin1String("DOUB")) || type.contains(QLatin1String("FLOA")))
        return QMetaType::fromType<double>();
    return QMetaType::fromType<QString>();
}

struct Column
{
    QSqlField field;
    qint64 keyPosition = 0; ///< from 1; 0: not part of the primary key
};

Column readColumn(Statement &statement, const QString &table)
{
    const QString declaration = statement.text(1);
    Column column { QSqlField(statement.text(0), declaredType(declaration), table), statement.integer(4) };
    column.field.setRequired(statement.integer(2) != 0);
    if (!statement.isNull(3))
        column.field.setDefaultValue(statement.text(3));
    const bool isRowId = column.keyPosition == 1 && declaration.compare(u"INTEGER", Qt::CaseInsensitive) == 0;
    column.field.setAutoValue(isRowId);
    column.field.setGenerated(statement.integer(5) < 2); // 2 and 3: computed columns, which cannot be written
    return column;
}

QList<Column> readColumns(const SqliteDriver &driver, const QString &name)
{
    QString table = driver.stripDelimiters(name, QSqlDriver::TableName);
    QString schema = QStringLiteral("main");
    if (const auto dot = name.indexOf(u'.'); dot > 0 && !driver.isIdentifierEscaped(name, QSqlDriver::TableName)) {
        schema = name.left(dot);
        table = name.mid(dot + 1);
    }
    auto statement = Statement::prepare(
        driver.sqlite(), "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?1, ?2)");
    if (!statement)
        return {};
    Statement query = std::move(statement).value();
    query.bind(1, table);
    query.bind(2, schema);
    QList<Column> columns;
    while (query.next())
        columns.append(readColumn(query, table));
    return columns;
}

const char *tablesSql(QSql::TableType type)
{
    switch (type) {
    case QSql::Tables:
        return "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    case QSql::Views: return "SELECT name FROM sqlite_schema WHERE type = 'view'";
    case QSql::SystemTables: return "SELECT 'sqlite_schema'";
    case QSql::AllTables: return "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')";
    }
    return "SELECT name FROM sqlite_schema WHERE 0";
}
} // namespace

QStringList SqliteDriver::tables(QSql::TableType type) const
{
    QStringList names;
    if (!m_handle)
        return names;
    auto statement = Statement::prepare(m_handle, tablesSql(type));
    if (!statement)
        return names;
    Statement query = std::move(statement).value();
    while (query.next())
        names.append(query.text(0));
    if (type == QSql::AllTables)
        names.append(QStringLiteral("sqlite_schema"));
    return names;
}

QSqlRecord SqliteDriver::record(const QString &table) const
{
    QSqlRecord record;
    if (!m_handle)
        return record;
    const QList<Column> columns = readColumns(*this, table);
    for (const Column &column : columns)
        record.append(column.field);
    return record;
}

QSqlIndex SqliteDriver::primaryIndex(const QString &table) const
{
    QSqlIndex index(table);
    if (!m_handle)
        return index;
    QList<Column> columns = readColumns(*this, table);
    std::sort(columns.begin(), columns.end(),
              [](const Column &a, const Column &b) { return a.keyPosition < b.keyPosition; });
    for (const Column &column : std::as_const(columns)) {
        if (column.keyPosition > 0)
            index.append(column.field);
    }
    return index;
}

} // namespace tb
