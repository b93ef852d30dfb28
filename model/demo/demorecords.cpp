#include "model/demo/demorecords.h"

#include <QJsonArray>

namespace tb {

namespace {

using Create = Result<qint64> (*)(Project &, const QList<FieldValue> &);

/// Makes a record from @p values, those that a person never types among them: the demo's data stands for the program.
template <class R> Result<qint64> createAs(Project &project, const QList<FieldValue> &values)
{
    R draft;
    for (const FieldValue &given : values) {
        const Field<R> *field = fieldOf<R>(given.field);
        if (!field || !field->assign(draft, given.value))
            return demo::missing(given.field + QLatin1Char('=') + given.value.toString());
    }
    const auto made = createRecord(project, draft);
    if (!made)
        return made.error();
    return made.value().value;
}

Create creatorOf(const QString &subject)
{
    static const auto all = std::apply(
        []<class... R>(RecordList<R> Records::*...) {
            return QHash<QString, Create> { { QLatin1String(Description<R>::table), createAs<R> }... };
        },
        recordLists);
    return all.value(subject);
}

using Writer = Status (DemoRecords::*)(const QJsonObject &);

Writer writerOf(const QJsonObject &entry)
{
    static const QHash<QString, Writer> writers { { QStringLiteral("create"), &DemoRecords::create },
                                                  { QStringLiteral("edit"), &DemoRecords::edit },
                                                  { QStringLiteral("relate"), &DemoRecords::link } };
    return writers.value(demo::text(entry, "do"));
}

QVariant plainValue(const QJsonValue &value)
{
    return value.isArray() ? QVariant(demo::texts(value)) : value.toVariant();
}

} // namespace

bool DemoRecords::knows(const QJsonObject &entry)
{
    return writerOf(entry) != nullptr;
}

Status DemoRecords::write(const QJsonObject &entry)
{
    return (this->*writerOf(entry))(entry);
}

Status DemoRecords::create(const QJsonObject &entry)
{
    const QString subject = demo::text(entry, "subject");
    const QJsonObject shared = entry.value(QLatin1String("set")).toObject();
    if (!entry.contains(QLatin1String("items")))
        return createOne(subject, shared, entry);
    for (const QJsonValue &item : entry.value(QLatin1String("items")).toArray()) {
        QJsonObject set = shared;
        const QJsonObject own = item.toObject().value(QLatin1String("set")).toObject();
        for (auto value = own.constBegin(); value != own.constEnd(); ++value)
            set.insert(value.key(), value.value());
        if (auto done = createOne(subject, set, item.toObject()); !done)
            return done;
    }
    return Ok {};
}

Status DemoRecords::createOne(const QString &subject, const QJsonObject &set, const QJsonObject &item)
{
    const SubjectSpec *spec = findSubject(subject);
    const Create make = creatorOf(subject);
    if (!spec || !make)
        return demo::missing(subject);
    const auto values = valuesOf(*spec, set);
    if (!values)
        return values.error();
    const auto made = make(m_project, values.value());
    if (!made)
        return made.error();
    const QString label = set.value(QLatin1String(spec->label)).toString();
    remember(subject, demo::textOr(item, "key", label), made.value());
    return addLinks(subject, made.value(), item.value(QLatin1String("links")).toObject());
}

Status DemoRecords::edit(const QJsonObject &entry)
{
    const SubjectOperations *subject = findOperations(demo::text(entry, "subject"));
    if (!subject)
        return demo::missing(demo::text(entry, "subject"));
    const QJsonObject set = entry.value(QLatin1String("set")).toObject();
    const auto values = valuesOf(*subject->spec, set);
    const auto keys = findAll(subject->spec->tableName(), demo::texts(entry, "ids"));
    if (!values || !keys)
        return values ? keys.error() : values.error();
    for (const qint64 key : keys.value()) {
        if (const auto done = subject->set(m_project, key, values.value()); !done)
            return done.error();
        const QJsonObject links = entry.value(QLatin1String("links")).toObject();
        if (auto done = addLinks(subject->spec->tableName(), key, links); !done)
            return done;
    }
    return Ok {};
}

Status DemoRecords::link(const QJsonObject &entry)
{
    const LinkSpec *spec = findLink(demo::text(entry, "table"));
    if (!spec)
        return demo::missing(demo::text(entry, "table"));
    const auto lefts = findAll(QLatin1String(spec->leftTable), demo::texts(entry, "left"));
    const auto rights = findAll(QLatin1String(spec->rightTable), demo::texts(entry, "right"));
    if (!lefts || !rights)
        return lefts ? rights.error() : lefts.error();
    return demo::statusOf(setLinks(m_project, *spec, lefts.value(), rights.value(), true));
}

Status DemoRecords::addLinks(const QString &subject, qint64 id, const QJsonObject &links)
{
    for (auto link = links.constBegin(); link != links.constEnd(); ++link) {
        const LinkSpec *spec = findLink(link.key());
        if (!spec)
            return demo::missing(link.key());
        const bool left = subject == QLatin1String(spec->leftTable);
        const auto others
            = findAll(QLatin1String(left ? spec->rightTable : spec->leftTable), demo::texts(link.value()));
        if (!others)
            return others.error();
        const QList<qint64> own { id };
        const auto done = setLinks(m_project, *spec, left ? own : others.value(), left ? others.value() : own, true);
        if (!done)
            return done.error();
    }
    return Ok {};
}

Result<QList<FieldValue>> DemoRecords::valuesOf(const SubjectSpec &subject, const QJsonObject &set) const
{
    QList<FieldValue> values;
    for (auto value = set.constBegin(); value != set.constEnd(); ++value) {
        const FieldSpec *field = subject.find(value.key());
        if (!field)
            return demo::missing(value.key());
        if (field->kind != FieldKind::Reference || value->toString().isEmpty()) {
            values.append({ value.key(), plainValue(value.value()) });
            continue;
        }
        const qint64 key = find(QLatin1String(field->target), value->toString());
        if (key == 0)
            return demo::missing(value->toString());
        values.append({ value.key(), key });
    }
    return values;
}

qint64 DemoRecords::find(const QString &subject, const QString &name) const
{
    const qint64 named = m_named.value(subject + QLatin1Char('/') + name);
    const SubjectOperations *operations = findOperations(subject);
    if (named || !operations)
        return named;
    if (subject == QLatin1String("policy_requirement"))
        return requirement(name);
    return subject == QLatin1String("answer") ? answer(name) : operations->find(m_project.records(), name);
}

qint64 DemoRecords::answer(const QString &name) const
{
    const qsizetype space = name.lastIndexOf(QLatin1Char(' '));
    const AssessmentId assessment = idOf<AssessmentId>(name.left(space));
    for (const Answer &one : m_project.records().answers.all()) {
        const Question *question = m_project.records().questions.find(one.question);
        if (one.assessment == assessment && question && question->code == name.mid(space + 1))
            return one.id.value;
    }
    return 0;
}

qint64 DemoRecords::requirement(const QString &name) const
{
    const PolicyId policy = idOf<PolicyId>(name.section(QLatin1Char(' '), 0, 0));
    for (const PolicyRequirement &one : m_project.records().policyRequirements.all()) {
        if (one.policy == policy && one.number == name.section(QLatin1Char(' '), 1))
            return one.id.value;
    }
    return 0;
}

Result<QList<qint64>> DemoRecords::findAll(const QString &subject, const QStringList &names) const
{
    QList<qint64> keys;
    for (const QString &name : names) {
        keys.append(find(subject, name));
        if (keys.last() == 0)
            return demo::missing(subject + QLatin1Char(' ') + name);
    }
    return keys;
}

void DemoRecords::remember(const QString &subject, const QString &name, qint64 id)
{
    if (!name.isEmpty())
        m_named.insert(subject + QLatin1Char('/') + name, id);
}

} // namespace tb
