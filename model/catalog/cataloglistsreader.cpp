#include "model/catalog/catalogreader.h"

#include <QJsonArray>

namespace tb {

namespace {

constexpr auto text = catalogText;
constexpr auto texts = catalogTexts;

int number(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInt();
}

/// The objects of a list, each read by \a read.
template <class Item, class Read> QList<Item> objects(const QJsonObject &object, const char *name, Read read)
{
    QList<Item> list;
    for (const auto &item : object.value(QLatin1String(name)).toArray())
        list.append(read(item.toObject()));
    return list;
}

CatalogLiveField liveField(const QJsonObject &object)
{
    return { text(object, "field"), text(object, "shows") };
}

CatalogOption option(const QJsonObject &object)
{
    return { text(object, "text"), number(object, "points"), text(object, "effect") };
}

CatalogQuestion question(const QJsonObject &object)
{
    CatalogQuestion read = catalogEntry<CatalogQuestion>(object);
    read.key = text(object, "key");
    return read;
}

CatalogRequirement requirement(const QJsonObject &object)
{
    return { text(object, "number"), text(object, "title"), texts(object, "controls") };
}

} // namespace

template <> CatalogChecklistItem catalogEntry(const QJsonObject &object)
{
    CatalogChecklistItem item;
    item.section = text(object, "section");
    item.category = text(object, "category");
    item.text = text(object, "text");
    item.guidance = text(object, "guidance");
    item.doneWhen = texts(object, "doneWhen");
    item.criteria = texts(object, "criteria");
    item.phrases = texts(object, "phrases");
    return item;
}

template <> CatalogPhrase catalogEntry(const QJsonObject &object)
{
    CatalogPhrase phrase;
    phrase.phrase = text(object, "phrase");
    phrase.checklist = texts(object, "checklist");
    return phrase;
}

template <> CatalogFinding catalogEntry(const QJsonObject &object)
{
    CatalogFinding finding;
    finding.source = text(object, "source");
    finding.severity = text(object, "severity");
    finding.title = text(object, "title");
    finding.condition = text(object, "condition");
    finding.cause = text(object, "cause");
    finding.effect = text(object, "effect");
    finding.remediation = text(object, "remediation");
    finding.criteria = texts(object, "criteria");
    finding.controls = texts(object, "controls");
    return finding;
}

template <> CatalogTerm catalogEntry(const QJsonObject &object)
{
    CatalogTerm term;
    term.term = text(object, "term");
    term.definition = text(object, "definition");
    term.see = texts(object, "see");
    return term;
}

template <> CatalogRequest catalogEntry(const QJsonObject &object)
{
    CatalogRequest request;
    request.section = text(object, "section");
    request.category = text(object, "category");
    request.text = text(object, "text");
    request.criteria = texts(object, "criteria");
    request.controls = texts(object, "controls");
    request.completeAnswer = text(object, "completeAnswer");
    request.requestKind = text(object, "kind");
    return request;
}

template <> CatalogRisk catalogEntry(const QJsonObject &object)
{
    CatalogRisk risk;
    risk.category = text(object, "category");
    risk.title = text(object, "title");
    risk.threat = text(object, "threat");
    risk.vulnerability = text(object, "vulnerability");
    risk.likelihood = number(object, "likelihood");
    risk.impact = number(object, "impact");
    risk.controls = texts(object, "controls");
    return risk;
}

template <> CatalogSampling catalogEntry(const QJsonObject &object)
{
    CatalogSampling sampling;
    sampling.title = text(object, "title");
    sampling.size = number(object, "size");
    sampling.smallest = number(object, "smallest");
    sampling.largest = number(object, "largest");
    sampling.testAllUpTo = number(object, "testAllUpTo");
    sampling.tolerableRate = number(object, "tolerableRate");
    sampling.guidance = text(object, "guidance");
    sampling.population = text(object, "population");
    return sampling;
}

template <> CatalogDescriptionSection catalogEntry(const QJsonObject &object)
{
    CatalogDescriptionSection section;
    section.title = text(object, "title");
    section.appliesTo = texts(object, "appliesTo");
    section.guidance = text(object, "guidance");
    section.commonMistakes = texts(object, "commonMistakes");
    section.body = text(object, "body");
    section.fields = objects<CatalogLiveField>(object, "fields", liveField);
    return section;
}

template <> CatalogQuestion catalogEntry(const QJsonObject &object)
{
    CatalogQuestion one;
    one.section = text(object, "section");
    one.text = text(object, "text");
    one.answerType = text(object, "answerType");
    one.weight = number(object, "weight");
    one.guidance = text(object, "guidance");
    one.badAnswer = text(object, "badAnswer");
    one.criteria = texts(object, "criteria");
    one.options = objects<CatalogOption>(object, "options", option);
    one.unit = text(object, "unit");
    return one;
}

template <> CatalogQuestionnaire catalogEntry(const QJsonObject &object)
{
    CatalogQuestionnaire questionnaire;
    questionnaire.title = text(object, "title");
    questionnaire.description = text(object, "description");
    questionnaire.appliesTo = texts(object, "appliesTo");
    questionnaire.questions = objects<CatalogQuestion>(object, "questions", question);
    return questionnaire;
}

template <> CatalogRole catalogEntry(const QJsonObject &object)
{
    CatalogRole role;
    role.title = text(object, "title");
    role.description = text(object, "description");
    return role;
}

template <> CatalogParameter catalogEntry(const QJsonObject &object)
{
    CatalogParameter parameter;
    parameter.title = text(object, "title");
    parameter.integer = text(object, "type") == QLatin1String("integer");
    parameter.defaultValue = object.value(QLatin1String("default")).toVariant().toString();
    parameter.unit = text(object, "unit");
    parameter.unitOfOne = text(object, "unit_one");
    parameter.description = text(object, "description");
    return parameter;
}

template <> CatalogPolicy catalogEntry(const QJsonObject &object)
{
    CatalogPolicy policy;
    policy.code = text(object, "code");
    policy.title = text(object, "title");
    policy.summary = text(object, "summary");
    policy.ownerRole = text(object, "owner_role");
    policy.reviewCycleParameter = text(object, "review_cycle_param");
    policy.criteria = texts(object, "criteria");
    policy.controls = texts(object, "controls");
    policy.requirements = objects<CatalogRequirement>(object, "requirements", requirement);
    return policy;
}

} // namespace tb
