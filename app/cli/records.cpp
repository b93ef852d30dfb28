#include "app/cli/records.h"

#include "app/cli/opening.h"
#include "app/cli/words.h"
#include "model/commands.h"
#include "reports/words/changes.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tb::cli {

namespace {

QString subjectNames()
{
    QStringList names;
    for (const SubjectOperations &operations : subjectOperations())
        names.append(QLatin1String(operations.spec->plural));
    return names.join(QLatin1String(", "));
}

const LinkMap &linksOf(const Records &records, const LinkSpec &link)
{
    return QLatin1String(link.table) == QLatin1String(controlCriterion.table) ? records.controlCriteria
                                                                              : records.evidenceControls;
}

/// The keys at the other end of each link, under the other subject's name: "criteria": [ … ].
void addLinks(const Records &records, const SubjectSpec &subject, qint64 id, QJsonObject &object)
{
    for (const LinkSpec &link : linkSpecs()) {
        const bool isLeft = subject.tableName() == QLatin1String(link.leftTable);
        if (!isLeft && subject.tableName() != QLatin1String(link.rightTable))
            continue;
        const SubjectSpec *other = findSubject(QLatin1String(isLeft ? link.rightTable : link.leftTable));
        const LinkMap &links = linksOf(records, link);
        QJsonArray keys;
        for (const qint64 key : isLeft ? links.rightsOf(id) : links.leftsOf(id))
            keys.append(QString::number(key));
        object.insert(QLatin1String(other->plural), keys);
    }
}

void listJson(const Call &call, const Records &records, const SubjectOperations &subject)
{
    QJsonArray array;
    for (QJsonObject object : subject.list(records)) {
        addLinks(records, *subject.spec, object.value(QLatin1String("id")).toString().toLongLong(), object);
        array.append(object);
    }
    call.out << QJsonDocument(array).toJson(QJsonDocument::Indented);
}

/// What a person calls the record by: code and title where it has them.
QString lineOf(const SubjectSpec &subject, const QJsonObject &object)
{
    QStringList cells;
    for (const char *name : { "code", subject.label, "title" }) {
        const QString cell = object.value(QLatin1String(name)).toString();
        if (!cell.isEmpty() && !cells.contains(cell))
            cells.append(cell);
    }
    return cells.join(QLatin1Char('\t'));
}

/// FIELD=VALUE; a value of a reference may be the name or code of the record.
std::optional<FieldValue> fieldValueFrom(const Call &call, const Records &records, const SubjectSpec &subject,
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
    const SubjectOperations *target = findOperations(QLatin1String(field->target));
    const qint64 key = target ? target->find(records, value) : 0;
    if (key == 0) {
        call.complain(Say::tr("There is no %1 “%2”.").arg(QLatin1String(field->target), value));
        return {};
    }
    given.value = key;
    return given;
}

Result<ExitCode> sayChange(const Call &call, Project &project, const ChangeSet &changes)
{
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

} // namespace

void addListOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an array of objects with every field.") });
}

Result<ExitCode> runList(const Call &call)
{
    const SubjectOperations *subject = findOperations(call.arguments.at(1));
    if (!subject) {
        return call.misused(
            Say::tr("There is no subject “%1”. There are: %2.").arg(call.arguments.at(1), subjectNames()));
    }
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    if (call.has("json")) {
        listJson(call, records, *subject);
        return Fine;
    }
    for (const QJsonObject &object : subject->list(records))
        call.out << lineOf(*subject->spec, object) << '\n';
    return Fine;
}

Result<ExitCode> runSet(const Call &call)
{
    const SubjectOperations *subject = findOperations(call.arguments.at(1));
    if (!subject) {
        return call.misused(
            Say::tr("There is no subject “%1”. There are: %2.").arg(call.arguments.at(1), subjectNames()));
    }
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const qint64 id = subject->find(records, call.arguments.at(2));
    if (id == 0)
        return call.misused(Say::tr("There is no %1 “%2”.").arg(subject->spec->tableName(), call.arguments.at(2)));
    QList<FieldValue> values;
    for (const QString &argument : call.arguments.mid(3)) {
        const auto value = fieldValueFrom(call, records, *subject->spec, argument);
        if (!value)
            return Usage;
        values.append(*value);
    }
    const auto changes = subject->set(*project.value(), id, values);
    if (!changes)
        return changes.error();
    return sayChange(call, *project.value(), changes.value());
}

} // namespace tb::cli
