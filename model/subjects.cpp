#include "model/subjects.h"

#include "model/commands.h"
#include "model/policies/versions.h"
#include "model/record/json.h"

#include <array>

namespace tb {

namespace {

template <class R> QList<QJsonObject> listJson(const Records &records)
{
    QList<QJsonObject> objects;
    for (const R &record : listOf<R>(records).all())
        objects.append(toJson(record));
    return objects;
}

template <class R> QList<qint64> keysWith(const Records &records, const Field<R> *field, const QString &text)
{
    QList<qint64> keys;
    if (!field)
        return keys;
    for (const R &record : listOf<R>(records).all()) {
        if (field->value(record).toString() == text)
            keys.append(record.id.value);
    }
    return keys;
}

template <class R> QList<qint64> findAllByName(const Records &records, const QString &name)
{
    const decltype(R::id) id { name.toLongLong() };
    if (id.toString() == name && listOf<R>(records).contains(id))
        return { id.value };
    const QList<qint64> coded = keysWith<R>(records, fieldOf<R>(QStringLiteral("code")), name);
    return coded.isEmpty() ? keysWith<R>(records, fieldOf<R>(QLatin1String(Description<R>::label)), name) : coded;
}

template <class R> qint64 findByName(const Records &records, const QString &name)
{
    const QList<qint64> keys = findAllByName<R>(records, name);
    return keys.size() == 1 ? keys.first() : 0;
}

template <class R> Result<ChangeSet> setByName(Project &project, qint64 id, const QList<FieldValue> &values)
{
    return setFields<R>(project, { { id } }, values);
}

/// How a record of the subject comes to be when it is made by name.
template <class R> Result<decltype(R::id)> make(Project &project, const R &draft)
{
    return createRecord(project, draft);
}

/// The next one, as a draft.
Result<PolicyVersionId> make(Project &project, const PolicyVersion &draft)
{
    return addVersion(project, draft);
}

template <class R> Result<qint64> createByName(Project &project, const QList<FieldValue> &values)
{
    QList<FieldProblem> problems;
    const R draft = withValues(R {}, values, problems);
    if (const auto fine = asStatus({}, problems); !fine)
        return fine.error();
    const auto made = make(project, draft);
    if (!made)
        return made.error();
    return made.value().value;
}

template <class R> Result<ChangeSet> removeByKey(Project &project, const QList<qint64> &ids)
{
    QList<decltype(R::id)> typed;
    for (const qint64 id : ids)
        typed.append(decltype(R::id) { id });
    return removeRecords<R>(project, typed);
}

template <class R> auto moveOperation() -> decltype(SubjectOperations::move)
{
    if constexpr (requires(R record) { record.rank; })
        return [](Project &project, qint64 id, qint64 before, qint64 after) {
            return moveRecord<R>(project, { id }, { before }, { after });
        };
    else
        return nullptr;
}

template <class R> SubjectOperations operationsOf()
{
    return { &subjectOf<R>(),
             listJson<R>,
             [](const Records &records, qint64 id) {
                 const R *record = listOf<R>(records).find({ id });
                 return record ? toJson(*record) : QJsonObject {};
             },
             findAllByName<R>,
             findByName<R>,
             setByName<R>,
             createByName<R>,
             removeByKey<R>,
             moveOperation<R>(),
             [](const Records &records, qint64 id) { return listOf<R>(records).contains({ id }); },
             [](const Records &records, qint64 id) {
                 const R *record = listOf<R>(records).find({ id });
                 return record ? tb::checkRemoval(*record) : QList<FieldProblem> {};
             } };
}

} // namespace

std::span<const SubjectOperations> subjectOperations()
{
    static const auto all = std::apply(
        []<class... R>(RecordList<R> Records::*...) { return std::array { operationsOf<R>()... }; }, recordLists);
    return all;
}

const SubjectOperations *findOperations(const QString &name)
{
    for (const SubjectOperations &operations : subjectOperations()) {
        if (name == operations.spec->tableName() || name == QLatin1String(operations.spec->plural))
            return &operations;
    }
    return nullptr;
}

const SubjectSpec *findSubject(const QString &table)
{
    const SubjectOperations *operations = findOperations(table);
    return operations && operations->spec->tableName() == table ? operations->spec : nullptr;
}

std::span<const LinkSpec> linkSpecs()
{
    static const auto all = [] {
        std::array<LinkSpec, std::size(linkLists)> specs;
        std::transform(std::begin(linkLists), std::end(linkLists), specs.begin(),
                       [](const LinkList &list) { return *list.spec; });
        return specs;
    }();
    return all;
}

const LinkSpec *findLink(const QString &table)
{
    for (const LinkSpec &link : linkSpecs()) {
        if (table == QLatin1String(link.table))
            return &link;
    }
    return nullptr;
}

const LinkList *findLinkBetween(const QString &table, const QString &other)
{
    const auto found = std::find_if(std::begin(linkLists), std::end(linkLists), [&](const LinkList &list) {
        const QLatin1String left(list.spec->leftTable);
        const QLatin1String right(list.spec->rightTable);
        return (left == table && right == other) || (left == other && right == table);
    });
    return found == std::end(linkLists) ? nullptr : found;
}

} // namespace tb
