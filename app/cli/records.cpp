#include "app/cli/records.h"

#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/commands.h"
#include "reports/words/terms.h"
#include "reports/words/values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tb::cli {

namespace {

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

/// "Owner: Priya Shah", one field a line, what is empty left out; then the names at the other end of each link.
void sayRecord(const Call &call, const Records &records, const SubjectSpec &subject, qint64 id,
               const QJsonObject &object)
{
    for (int i = 0; i < subject.fieldCount; ++i) {
        const FieldSpec &field = subject.fieldAt(i);
        const QString shown = shownValue(records, field, object.value(field.nameString()));
        if (!shown.isEmpty() && words::isShown(field))
            call.out << words::fieldName(subject.tableName(), field.nameString()) << ": " << shown << '\n';
    }
    for (const LinkList &link : linkLists) {
        const QStringList names = linkedNames(records, link, subject, id);
        if (!names.isEmpty())
            call.out << otherEnd(link, subject) << ": " << words::list(names) << '\n';
    }
}

/// The command that makes records of a subject that nobody may make up; nullptr for all others.
const char *makerOf(const SubjectSpec &subject)
{
    static const QHash<QString, const char *> makers { { QStringLiteral("draw"), "sample" },
                                                       { QStringLiteral("policy_version"), "version" },
                                                       { QStringLiteral("sampled_item"), "sample" } };
    return makers.value(subject.tableName());
}

/// The ids of a subject's records in the order that people gave them.
QList<qint64> orderedIds(const Records &records, const SubjectOperations &subject)
{
    QList<std::pair<QString, qint64>> ranked;
    for (const QJsonObject &object : subject.list(records))
        ranked.append({ object.value(QLatin1String("rank")).toString(),
                        object.value(QLatin1String("id")).toString().toLongLong() });
    std::sort(ranked.begin(), ranked.end());
    QList<qint64> ids;
    for (const auto &[rank, id] : std::as_const(ranked))
        ids.append(id);
    return ids;
}

} // namespace

void addListOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an array of objects with every field.") });
}

Result<ExitCode> runList(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    if (!subject)
        return Usage;
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

void addShowOptions(QCommandLineParser &options)
{
    options.addOption(
        { QStringLiteral("json"), Say::tr("Write an object with every field and the keys of its links.") });
}

Result<ExitCode> runShow(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    if (!subject)
        return Usage;
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const qint64 id = recordNamed(call, records, *subject, call.arguments.at(2));
    if (id == 0)
        return Usage;
    QJsonObject object = subject->json(records, id);
    addLinks(records, *subject->spec, id, object);
    if (call.has("json"))
        call.out << QJsonDocument(object).toJson(QJsonDocument::Indented);
    else
        sayRecord(call, records, *subject->spec, id, object);
    return Fine;
}

Result<ExitCode> runSet(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    if (!subject)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const qint64 id = recordNamed(call, records, *subject, call.arguments.at(2));
    const auto values = id == 0 ? std::nullopt : valuesFrom(call, records, *subject->spec, call.arguments.mid(3));
    if (!values)
        return Usage;
    const auto changes = subject->set(*project.value(), id, *values);
    return sayChange(call, *project.value(), changes);
}

Result<ExitCode> runAdd(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    if (!subject)
        return Usage;
    if (const char *maker = makerOf(*subject->spec))
        return call.misused(
            Say::tr("%1 come from the command “%2”.").arg(QLatin1String(subject->spec->plural), QLatin1String(maker)));
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const auto values = valuesFrom(call, project.value()->records(), *subject->spec, call.arguments.mid(2));
    if (!values)
        return Usage;
    const auto id = subject->create(*project.value(), *values);
    if (!id)
        return id.error();
    call.out << id.value() << Qt::endl;
    return Fine;
}

Result<ExitCode> runRemove(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    if (!subject)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    QList<qint64> ids;
    for (const QString &name : call.arguments.mid(2)) {
        ids.append(recordNamed(call, project.value()->records(), *subject, name));
        if (ids.last() == 0)
            return Usage;
    }
    const auto changes = subject->remove(*project.value(), ids);
    return sayChange(call, *project.value(), changes);
}

void addMoveOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("before"), Say::tr("Put it before <record>."), QStringLiteral("record") });
    options.addOption({ QStringLiteral("after"), Say::tr("Put it after <record>."), QStringLiteral("record") });
}

Result<ExitCode> runMove(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    if (!subject)
        return Usage;
    if (!subject->move)
        return call.misused(Say::tr("%1 have no order of their own.").arg(QLatin1String(subject->spec->plural)));
    if (call.has("before") == call.has("after"))
        return call.misused(Say::tr("Say where to: --before RECORD or --after RECORD."));
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const qint64 id = recordNamed(call, records, *subject, call.arguments.at(2));
    const QString &name = call.value(call.has("before") ? "before" : "after");
    const qint64 other = id == 0 ? 0 : recordNamed(call, records, *subject, name);
    if (other == 0)
        return Usage;
    if (other == id)
        return call.misused(Say::tr("A record cannot be put beside itself."));
    QList<qint64> ids = orderedIds(records, *subject);
    ids.removeOne(id);
    const qsizetype at = ids.indexOf(other);
    const auto changes = call.has("before") ? subject->move(*project.value(), id, ids.value(at - 1), other)
                                            : subject->move(*project.value(), id, other, ids.value(at + 1));
    return sayChange(call, *project.value(), changes);
}

void addLinkOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("remove"), Say::tr("Take the links away instead.") });
}

Result<ExitCode> runLink(const Call &call)
{
    const SubjectOperations *subject = subjectNamed(call, call.arguments.at(1));
    const SubjectOperations *other = subject ? subjectNamed(call, call.arguments.at(3)) : nullptr;
    if (!other)
        return Usage;
    const LinkList *link = findLinkBetween(subject->spec->tableName(), other->spec->tableName());
    if (!link) {
        return call.misused(Say::tr("%1 and %2 are not linked in a project.")
                                .arg(QLatin1String(subject->spec->plural), QLatin1String(other->spec->plural)));
    }
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const qint64 id = recordNamed(call, project.value()->records(), *subject, call.arguments.at(2));
    QList<qint64> ends;
    for (const QString &name : call.arguments.mid(4)) {
        ends.append(id == 0 ? 0 : recordNamed(call, project.value()->records(), *other, name));
        if (ends.last() == 0)
            return Usage;
    }
    const bool isLeft = subject->spec->tableName() == QLatin1String(link->spec->leftTable);
    const auto changes = setLinks(*project.value(), *link->spec, isLeft ? QList<qint64> { id } : ends,
                                  isLeft ? ends : QList<qint64> { id }, !call.has("remove"));
    return sayChange(call, *project.value(), changes);
}

} // namespace tb::cli
