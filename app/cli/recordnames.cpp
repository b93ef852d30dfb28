#include "app/cli/recordnames.h"

#include "app/cli/words.h"
#include "reports/words/changes.h"
#include "reports/words/terms.h"

#include <QJsonArray>

namespace tb::cli {

namespace {

QString subjectNames()
{
    QStringList names;
    for (const SubjectOperations &operations : subjectOperations())
        names.append(QLatin1String(operations.spec->plural));
    return names.join(QLatin1String(", "));
}

bool isLeft(const LinkList &link, const SubjectSpec &subject)
{
    return subject.tableName() == QLatin1String(link.spec->leftTable);
}

bool isAbout(const LinkList &link, const SubjectSpec &subject)
{
    return isLeft(link, subject) || subject.tableName() == QLatin1String(link.spec->rightTable);
}

const SubjectOperations &otherSubject(const LinkList &link, const SubjectSpec &subject)
{
    return *findOperations(QLatin1String(isLeft(link, subject) ? link.spec->rightTable : link.spec->leftTable));
}

QList<qint64> linkedKeys(const Records &records, const LinkList &link, const SubjectSpec &subject, qint64 id)
{
    const LinkMap &map = records.*link.map;
    return isLeft(link, subject) ? map.rightsOf(id) : map.leftsOf(id);
}

QString nameOf(const Records &records, const SubjectOperations &subject, qint64 id)
{
    return subject.json(records, id).value(QLatin1String(subject.spec->label)).toVariant().toString();
}

std::optional<FieldValue> valueFrom(const Call &call, const Records &records, const SubjectSpec &subject,
                                    const QString &argument)
{
    const qsizetype equals = argument.indexOf(QLatin1Char('='));
    if (equals <= 0) {
        call.complain(Say::tr("“%1” is not of the form FIELD=VALUE.").arg(argument));
        return {};
    }
    FieldValue given { argument.left(equals), argument.mid(equals + 1) };
    const FieldSpec *field = subject.find(given.field);
    const QString value = given.value.toString();
    if (!field || field->kind != FieldKind::Reference || value.isEmpty())
        return given; // the model refuses a field that is not there
    const qint64 key = recordNamed(call, records, *findOperations(QLatin1String(field->target)), value);
    if (key == 0)
        return {};
    given.value = key;
    return given;
}

} // namespace

const SubjectOperations *subjectNamed(const Call &call, const QString &name)
{
    const SubjectOperations *subject = findOperations(name);
    if (!subject)
        call.complain(Say::tr("There is no subject “%1”. There are: %2.").arg(name, subjectNames()));
    return subject;
}

qint64 recordNamed(const Call &call, const Records &records, const SubjectOperations &subject, const QString &name)
{
    const QList<qint64> keys = subject.findAll(records, name);
    if (keys.size() == 1)
        return keys.first();
    if (keys.isEmpty()) {
        call.complain(Say::tr("There is no %1 “%2”.").arg(subject.spec->tableName(), name));
        return 0;
    }
    call.complain(Say::tr("%1 %2 are called “%3”. Name one by its id, which list --json shows.")
                      .arg(QString::number(keys.size()), QLatin1String(subject.spec->plural), name));
    return 0;
}

qint64 recordNamed(const Call &call, const Records &records, const char *table, const QString &name)
{
    return recordNamed(call, records, *findOperations(QLatin1String(table)), name);
}

std::optional<QList<qint64>> keysNamed(const Call &call, const Records &records, const char *table,
                                       const QStringList &names)
{
    QList<qint64> keys;
    for (const QString &name : names) {
        keys.append(recordNamed(call, records, table, name));
        if (keys.last() == 0)
            return {};
    }
    return keys;
}

std::optional<qint64> keyOf(const Call &call, const Records &records, const char *option, const char *table)
{
    if (call.value(option).isEmpty())
        return 0;
    const qint64 key = recordNamed(call, records, table, call.value(option));
    return key == 0 ? std::nullopt : std::optional(key);
}

std::optional<QList<FieldValue>> valuesFrom(const Call &call, const Records &records, const SubjectSpec &subject,
                                            const QStringList &arguments)
{
    QList<FieldValue> values;
    for (const QString &argument : arguments) {
        const auto value = valueFrom(call, records, subject, argument);
        if (!value)
            return {};
        values.append(*value);
    }
    return values;
}

void addLinks(const Records &records, const SubjectSpec &subject, qint64 id, QJsonObject &object)
{
    for (const LinkList &link : linkLists) {
        if (!isAbout(link, subject))
            continue;
        QJsonArray keys;
        for (const qint64 key : linkedKeys(records, link, subject, id))
            keys.append(QString::number(key));
        object.insert(otherEnd(link, subject), keys);
    }
}

QString shownValue(const Records &records, const FieldSpec &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (field.kind) {
    case FieldKind::Boolean: return value.toBool() ? Say::tr("yes") : Say::tr("no");
    case FieldKind::Enumeration: return words::term(value.toString());
    case FieldKind::Reference:
        return nameOf(records, *findOperations(QLatin1String(field.target)), value.toString().toLongLong());
    case FieldKind::Dates:
    case FieldKind::List: return value.toVariant().toStringList().join(QLatin1String(", "));
    default: return value.toVariant().toString();
    }
}

QStringList linkedNames(const Records &records, const LinkList &link, const SubjectSpec &subject, qint64 id)
{
    QStringList names;
    if (!isAbout(link, subject))
        return names;
    for (const qint64 key : linkedKeys(records, link, subject, id))
        names.append(nameOf(records, otherSubject(link, subject), key));
    names.sort();
    return names;
}

QString otherEnd(const LinkList &link, const SubjectSpec &subject)
{
    return QLatin1String(otherSubject(link, subject).spec->plural);
}

Result<ExitCode> sayChange(const Call &call, Project &project, const Result<ChangeSet> &done)
{
    if (!done)
        return done.error();
    const ChangeSet &changes = done.value();
    if (changes.isEmpty()) {
        call.out << Say::tr("Nothing to change: it reads so already.") << Qt::endl;
        return Fine;
    }
    const auto entry = project.entry(changes.seq);
    if (!entry)
        return entry.error();
    call.out << words::describe(entry.value()).sentence << Qt::endl;
    return Fine;
}

} // namespace tb::cli
