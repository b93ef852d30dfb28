#include "model/activity/labels.h"

#include "model/record/subject.h"
#include "model/store/connection.h"
#include "model/store/statement.h"
#include "model/subjects.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tb {

namespace {

using Names = QMap<QString, QMap<QString, QString>>; // ordered, so that the same change gives the same text

QString storedName(Connection &connection, const SubjectSpec &subject, qint64 key)
{
    const QByteArray sql = QByteArray("SELECT \"") + subject.label + "\" FROM \"" + subject.table + "\" WHERE id=?";
    auto query = Statement::prepare(connection.handle(), sql.constData());
    if (!query)
        return {};
    query.value().bind(1, key);
    return query.value().next() ? query.value().text(0) : QString();
}

/// The label as the deleted row had it.
QString nameBefore(const SubjectSpec &subject, const RowDelta &row)
{
    const int column = subject.indexOf(QLatin1String(subject.label)) + 1;
    for (const CellDelta &cell : row.cells) {
        if (cell.column == column)
            return cell.before.toString();
    }
    return {};
}

void add(Names &names, Connection &connection, const QString &table, qint64 key)
{
    const SubjectSpec *subject = findSubject(table);
    if (!subject || key == 0 || names[table].contains(QString::number(key)))
        return;
    const QString name = storedName(connection, *subject, key);
    if (!name.isEmpty())
        names[table].insert(QString::number(key), name);
}

void addReferences(Names &names, Connection &connection, const SubjectSpec &subject, const RowDelta &row)
{
    for (const CellDelta &cell : row.cells) {
        if (cell.column == 0 || cell.column > subject.fieldCount)
            continue;
        const FieldSpec &field = subject.fieldAt(cell.column - 1);
        if (field.kind != FieldKind::Reference)
            continue;
        add(names, connection, QLatin1String(field.target), cell.before.toLongLong());
        add(names, connection, QLatin1String(field.target), cell.after.toLongLong());
    }
}

void addRow(Names &names, Connection &connection, const RowDelta &row)
{
    if (const LinkSpec *link = findLink(row.table)) {
        add(names, connection, QLatin1String(link->leftTable), row.key);
        add(names, connection, QLatin1String(link->rightTable), row.secondKey);
        return;
    }
    const SubjectSpec *subject = findSubject(row.table);
    if (!subject)
        return;
    if (row.operation == Operation::Delete)
        names[row.table].insert(QString::number(row.key), nameBefore(*subject, row));
    else
        add(names, connection, row.table, row.key);
    addReferences(names, connection, *subject, row);
}

} // namespace

QString labelsFor(Connection &connection, const QList<RowDelta> &rows)
{
    Names names;
    for (const RowDelta &row : rows)
        addRow(names, connection, row);
    QJsonObject json;
    for (auto table = names.cbegin(); table != names.cend(); ++table) {
        QJsonObject keys;
        for (auto key = table->cbegin(); key != table->cend(); ++key)
            keys.insert(key.key(), key.value());
        if (!keys.isEmpty())
            json.insert(table.key(), keys);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Labels::Labels(const QString &json)
{
    const QJsonObject tables = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto table = tables.constBegin(); table != tables.constEnd(); ++table) {
        const QJsonObject keys = table->toObject();
        for (auto key = keys.constBegin(); key != keys.constEnd(); ++key)
            m_names[table.key()].insert(key.key(), key->toString());
    }
}

QString Labels::of(const QString &table, qint64 key) const
{
    return m_names.value(table).value(QString::number(key));
}

} // namespace tb
