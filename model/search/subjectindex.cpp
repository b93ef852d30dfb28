#include "model/search/subjectindex.h"

#include "model/store/changeset.h"
#include "model/store/connection.h"
#include "model/store/statement.h"
#include "model/subjects.h"

#include <QHash>

#include <sqlite3.h>

namespace tb::subjectindex {

namespace {

const QString metaKey = QStringLiteral("search_index");
constexpr int layoutVersion = 1; // raised when what is written for the same fields changes

/// How the rows of one table are read.
struct Reader
{
    SearchedFields fields;
    QSet<int> columns; ///< positions of the searched columns in the table
    std::optional<Statement> select; ///< the fields of one record

    bool isNeeded(const RowDelta &row) const
    {
        return row.operation != Operation::Update
            || std::any_of(row.cells.cbegin(), row.cells.cend(),
                           [this](const CellDelta &cell) { return columns.contains(cell.column); });
    }
};

Result<QSet<int>> columnsOf(Connection &connection, const QString &table, const QList<QByteArray> &names)
{
    auto query = Statement::prepare(connection.handle(), "SELECT cid, name FROM pragma_table_info(?)");
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(table));
    QSet<int> columns;
    while (query.value().next()) {
        if (names.contains(query.value().text(1).toUtf8()))
            columns.insert(static_cast<int>(query.value().integer(0)));
    }
    if (const auto done = query.value().status(); !done)
        return done.error();
    return columns;
}

QByteArray selectOf(const QString &table, const QList<QByteArray> &names, const char *rest)
{
    return "SELECT id, \"" + names.join("\", \"") + "\" FROM \"" + table.toUtf8() + '"' + rest;
}

/// A field's text as it is indexed.
QString cleaned(QString text)
{
    for (QChar &c : text) {
        if (c == QChar(boundary) || c.isNull())
            c = QLatin1Char(' ');
    }
    return text;
}

/// Fields @p from up to @p to of the row under @p query, with boundaries.
QString joined(const Statement &query, qsizetype from, qsizetype to)
{
    QStringList parts;
    for (qsizetype i = from; i < to; ++i)
        parts.append(cleaned(query.text(static_cast<int>(i) + 1)));
    return parts.join(QLatin1Char(' ') + QString(QChar(boundary)) + QLatin1Char(' '));
}

/// Writes rows of the index, with each statement prepared once.
class Writer
{
public:
    explicit Writer(Connection &connection) : m_connection(connection) { }

    Status follow(const RowDelta &row);
    Status addAll(const QString &table);

private:
    Result<Reader *> readerOf(const QString &table);
    Result<qint64> rowOf(const QString &table, qint64 id);
    Status add(const QString &table, const SearchedFields &fields, const Statement &record);
    Status replace(qint64 row, const SearchedFields &fields, const Statement &record);
    Status remove(qint64 row);
    Result<Statement *> statement(const char *sql);

    Connection &m_connection;
    QHash<QString, std::shared_ptr<Reader>> m_readers;
    QHash<const char *, std::shared_ptr<Statement>> m_statements; ///< by the literal's address
};

Result<Statement *> Writer::statement(const char *sql)
{
    std::shared_ptr<Statement> &kept = m_statements[sql];
    if (!kept) {
        auto made = Statement::prepare(m_connection.handle(), sql);
        if (!made)
            return made.error();
        kept = std::make_shared<Statement>(std::move(made).value());
    }
    kept->reset();
    return kept.get();
}

Result<Reader *> Writer::readerOf(const QString &table)
{
    std::shared_ptr<Reader> &reader = m_readers[table];
    if (reader)
        return reader.get();
    auto made = std::make_shared<Reader>();
    made->fields = searchedFields(table);
    if (!made->fields.names.isEmpty()) {
        const auto columns = columnsOf(m_connection, table, made->fields.names);
        auto select = Statement::prepare(m_connection.handle(),
                                         selectOf(table, made->fields.names, " WHERE id = ?").constData());
        if (!columns || !select)
            return columns ? select.error() : columns.error();
        made->columns = columns.value();
        made->select.emplace(std::move(select).value());
    }
    reader = made;
    return reader.get();
}

constexpr const char *findRow = "SELECT id FROM search_record WHERE subject=? AND record_id=?";
constexpr const char *addRow = "INSERT INTO search_record(subject, record_id) VALUES(?, ?)";
constexpr const char *dropRow = "DELETE FROM search_record WHERE id=?";
constexpr const char *addWords = "INSERT INTO search_words(rowid, head, body) VALUES(?, ?, ?)";
constexpr const char *setWords = "UPDATE search_words SET head=?2, body=?3 WHERE rowid=?1";
constexpr const char *dropWords = "DELETE FROM search_words WHERE rowid=?";

Result<qint64> Writer::rowOf(const QString &table, qint64 id)
{
    auto find = statement(findRow);
    if (!find)
        return find.error();
    find.value()->bind(1, QStringView(table));
    find.value()->bind(2, id);
    const qint64 row = find.value()->next() ? find.value()->integer(0) : 0;
    const Status done = find.value()->status();
    find.value()->reset(); // an open cursor would stand in the way of a rollback
    if (!done)
        return done.error();
    return row;
}

Status bindWords(Statement &write, qint64 row, const SearchedFields &fields, const Statement &record)
{
    write.bind(1, row);
    write.bind(2, QStringView(joined(record, 0, fields.named)));
    write.bind(3, QStringView(joined(record, fields.named, fields.names.size())));
    return write.run();
}

Status Writer::add(const QString &table, const SearchedFields &fields, const Statement &record)
{
    auto row = statement(addRow);
    if (!row)
        return row.error();
    row.value()->bind(1, QStringView(table));
    row.value()->bind(2, record.integer(0));
    if (auto done = row.value()->run(); !done)
        return done;
    auto words = statement(addWords);
    return words ? bindWords(*words.value(), sqlite3_last_insert_rowid(m_connection.handle()), fields, record)
                 : Status(words.error());
}

Status Writer::replace(qint64 row, const SearchedFields &fields, const Statement &record)
{
    auto words = statement(setWords);
    return words ? bindWords(*words.value(), row, fields, record) : Status(words.error());
}

Status Writer::remove(qint64 row)
{
    for (const char *sql : { dropWords, dropRow }) {
        auto drop = statement(sql);
        if (!drop)
            return drop.error();
        drop.value()->bind(1, row);
        if (auto done = drop.value()->run(); !done)
            return done;
    }
    return Ok {};
}

Status Writer::follow(const RowDelta &delta)
{
    const auto reader = readerOf(delta.table);
    if (!reader)
        return reader.error();
    if (reader.value()->fields.names.isEmpty() || !reader.value()->isNeeded(delta))
        return Ok {};
    const auto row = rowOf(delta.table, delta.key);
    if (!row)
        return row.error();
    Statement &record = *reader.value()->select;
    record.reset();
    record.bind(1, delta.key);
    Status done = Ok {};
    if (!record.next())
        done = record.status() && row.value() != 0 ? remove(row.value()) : record.status();
    else if (row.value() == 0)
        done = add(delta.table, reader.value()->fields, record);
    else
        done = replace(row.value(), reader.value()->fields, record);
    record.reset();
    return done;
}

Status Writer::addAll(const QString &table)
{
    const SearchedFields fields = searchedFields(table);
    if (fields.names.isEmpty())
        return Ok {};
    auto records = Statement::prepare(m_connection.handle(), selectOf(table, fields.names, " ORDER BY id").constData());
    if (!records)
        return records.error();
    while (records.value().next()) {
        if (auto done = add(table, fields, records.value()); !done)
            return done;
    }
    return records.value().status();
}

QString fingerprint()
{
    QStringList parts { QString::number(layoutVersion) };
    for (const SubjectOperations &operations : subjectOperations()) {
        const SearchedFields fields = searchedFields(operations.spec->tableName());
        parts.append(operations.spec->tableName() + QLatin1Char(':') + QString::fromLatin1(fields.names.join(',')));
    }
    return parts.join(QLatin1Char(';'));
}

} // namespace

SearchedFields searchedFields(const QString &table)
{
    SearchedFields fields;
    const SubjectSpec *subject = findSubject(table);
    if (!subject)
        return fields;
    const auto isName = [subject](const FieldSpec &field) {
        const QLatin1String name = field.nameString();
        return name == QLatin1String("code") || name == QLatin1String("title") || name == QLatin1String(subject->label);
    };
    for (const bool names : { true, false }) {
        for (int i = 0; i < subject->fieldCount; ++i) {
            const FieldSpec &field = subject->fieldAt(i);
            if (field.has(Searched) && isName(field) == names)
                fields.names.append(field.name);
        }
        if (names)
            fields.named = fields.names.size();
    }
    return fields;
}

Status follow(Connection &connection, const QByteArray &changeset)
{
    Writer writer(connection);
    Status done = Ok {};
    const Status read = changeset::read(changeset, [&](const RowDelta &row) {
        done = writer.follow(row);
        return static_cast<bool>(done);
    });
    return read ? done : read;
}

Result<bool> isCurrent(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "SELECT value FROM meta WHERE key=?");
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(metaKey));
    const bool same = query.value().next() && query.value().blob(0) == fingerprint().toUtf8();
    if (const auto done = query.value().status(); !done)
        return done.error();
    return same;
}

Status rebuild(Connection &connection)
{
    if (auto done = connection.execute("DELETE FROM search_words; DELETE FROM search_record"); !done)
        return done;
    Writer writer(connection);
    for (const SubjectOperations &operations : subjectOperations()) {
        if (auto done = writer.addAll(operations.spec->tableName()); !done)
            return done;
    }
    auto remember = Statement::prepare(connection.handle(), "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)");
    if (!remember)
        return remember.error();
    const QByteArray value = fingerprint().toUtf8();
    remember.value().bind(1, QStringView(metaKey));
    remember.value().bind(2, QByteArrayView(value));
    return remember.value().run();
}

} // namespace tb::subjectindex
