#include "model/catalog/catalogid.h"
#include "model/checklist/checklistitem.h"
#include "model/description/descriptionsection.h"
#include "model/making/libraryfamilies.h"
#include "model/record/rank.h"
#include "model/requests/request.h"
#include "model/risks/risk.h"
#include "model/testing/samplingprofile.h"

namespace tb {

namespace {

ChecklistItem itemFrom(const CatalogChecklistItem &entry, int position)
{
    auto item = recordFrom<ChecklistItem>(entry.origin);
    item.code = entry.key;
    item.section = entry.section;
    item.text = entry.text;
    item.guidance = entry.guidance;
    item.doneWhen = entry.doneWhen.join(QLatin1Char('\n'));
    item.rank = rankAt(position);
    return item;
}

Request requestFrom(const CatalogRequest &entry, int position)
{
    auto request = recordFrom<Request>(entry.origin);
    request.code = entry.key;
    request.section = entry.section;
    request.text = entry.text;
    request.kind = fromWord<RequestKind>(entry.requestKind).value_or(request.kind);
    request.completeAnswer = entry.completeAnswer;
    request.rank = rankAt(position);
    return request;
}

void linkCriteria(LibraryWriter &writer, const LinkSpec &spec, qint64 left, const QStringList &criteria)
{
    for (const QString &code : criteria)
        writer.link(spec, left, catalogId(QStringLiteral("criteria"), code));
}

} // namespace

void writeChecklist(LibraryWriter &writer, const Catalog &catalog, const QStringList &categories)
{
    int position = 0;
    for (const CatalogChecklistItem &entry : catalog.checklist) {
        ++position;
        if (!isInScope(entry.category, categories))
            continue;
        writer.add(itemFrom(entry, position));
        linkCriteria(writer, checklistItemCriterion, entry.origin.id(), entry.criteria);
    }
}

void writeRequests(LibraryWriter &writer, const Catalog &catalog, const QStringList &categories)
{
    int position = 0;
    for (const CatalogRequest &entry : catalog.requests) {
        ++position;
        if (!isInScope(entry.category, categories))
            continue;
        writer.add(requestFrom(entry, position));
        linkCriteria(writer, requestCriterion, entry.origin.id(), entry.criteria);
    }
}

void writeRisks(LibraryWriter &writer, const Catalog &catalog)
{
    for (const CatalogRisk &entry : catalog.risks) {
        auto risk = recordFrom<Risk>(entry.origin);
        risk.code = entry.key;
        risk.title = entry.title;
        risk.category = entry.category;
        risk.threat = entry.threat;
        risk.vulnerability = entry.vulnerability;
        risk.inherentLikelihood = entry.likelihood;
        risk.inherentImpact = entry.impact;
        writer.add(risk);
    }
}

void writeSampling(LibraryWriter &writer, const Catalog &catalog)
{
    for (const CatalogSampling &entry : catalog.sampling) {
        auto profile = recordFrom<SamplingProfile>(entry.origin);
        profile.frequency = fromWord<Frequency>(entry.key).value_or(profile.frequency);
        profile.title = entry.title;
        profile.size = entry.size;
        profile.testAllUpTo = entry.testAllUpTo;
        profile.tolerableRate = entry.tolerableRate;
        writer.add(profile);
    }
}

void writeDescription(LibraryWriter &writer, const Catalog &catalog)
{
    int position = 0;
    for (const CatalogDescriptionSection &entry : catalog.description) {
        auto section = recordFrom<DescriptionSection>(entry.origin);
        section.code = QString(entry.key).replace(QLatin1Char('-'), QLatin1Char(' ')); // as the AICPA writes them
        section.title = entry.title;
        section.body = entry.body;
        section.guidance = entry.guidance;
        section.rank = rankAt(position++);
        writer.add(section);
    }
}

} // namespace tb
