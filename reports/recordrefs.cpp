#include "reports/recordrefs.h"

#include "model/subjects.h"

namespace tb {

namespace {

template <class R> QString codeIn(const RecordList<R> &list, decltype(R::id) id)
{
    const R *found = list.find(id);
    return found ? found->code : QString();
}

} // namespace

QString tableOf(const readiness::RecordRef &record)
{
    return record ? std::visit([](auto id) { return QString(QLatin1String(id.table)); }, record.key) : QString();
}

qint64 keyOf(const readiness::RecordRef &record)
{
    return std::visit([](auto id) { return id.value; }, record.key);
}

QString codeOf(const Records &records, const readiness::RecordRef &record)
{
    // Most remarks name these; an item is known by its code, though its label is its title.
    if (const auto *control = std::get_if<ControlId>(&record.key))
        return codeIn(records.controls, *control);
    if (const auto *criterion = std::get_if<CriterionId>(&record.key))
        return codeIn(records.criteria, *criterion);
    if (const auto *evidence = std::get_if<EvidenceId>(&record.key))
        return codeIn(records.evidence, *evidence);
    const SubjectOperations *subject = record ? findOperations(tableOf(record)) : nullptr;
    if (!subject)
        return {};
    const QJsonObject found = subject->json(records, keyOf(record));
    return found.value(QLatin1String(subject->spec->label)).toVariant().toString();
}

QString nameOf(const Records &records, const readiness::RecordRef &record)
{
    if (const auto *policy = std::get_if<PolicyId>(&record.key)) {
        const Policy *found = records.policies.find(*policy);
        return found ? found->title : QString();
    }
    return codeOf(records, record);
}

} // namespace tb
