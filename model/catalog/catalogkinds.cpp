#include "model/catalog/catalogschema.h"
#include "model/controls/controlenums.h"

namespace tb {

namespace {

using enum CatalogType;

constexpr const char *categories[] { "security", "availability", "confidentiality", "processing_integrity", "privacy" };
constexpr const char *methods[] { "inquiry", "observation", "inspection", "reperformance" };
constexpr const char *sizes[] { "lean", "standard", "full" };
constexpr const char *answerTypes[] { "yes_partly_no", "choice", "number", "date", "text" };
constexpr const char *findingSources[] { "gap", "test", "vendor", "review" };
constexpr const char *severities[] { "low", "medium", "high", "critical" };
constexpr const char *requestKinds[] { "document", "population", "sample" };
constexpr const char *reportTypes[] { "readiness", "type1", "type2" };
constexpr const char *tiers[] { "low", "medium", "high", "critical" };
constexpr const char *parameterTypes[] { "integer", "text" };

constexpr CatalogField seriesFields[] {
    { "key", Key, true, 8 },
    { "title", Text, true, 45 },
    { "category", Word, true, 32, categories },
};
constexpr CatalogField criterionFields[] {
    { "key", Key, true, 8 },         { "series", Key, true, 8 },   { "category", Word, true, 32, categories },
    { "principle", Key, false, 8 },  { "title", Text, true, 45 },  { "statement", Text, true, 400 },
    { "looksFor", Text, true, 500 }, { "gaps", Texts, true, 200 },
};
constexpr CatalogField pointFields[] {
    { "key", Key, true, 12 },
    { "criterion", Key, true, 8 },
    { "category", Word, true, 32, categories },
    { "text", Text, true, 250 },
};
constexpr CatalogField principleFields[] {
    { "key", Key, true, 8 },          { "component", Text, true, 45 }, { "title", Text, true, 60 },
    { "statement", Text, true, 300 }, { "criterion", Key, true, 8 },
};
constexpr CatalogField expectedEvidenceFields[] {
    { "what", Text, true, 300 },
    { "source", Text, true, 150 },
    { "dates", Text, true, 200 },
};
constexpr CatalogField testFields[] {
    { "methods", WordList, true, 16, methods },
    { "population", Text, true, 300 },
    { "attributes", Texts, true, 300 },
};
constexpr CatalogField controlFields[] {
    { "key", Key, true, 8 },
    { "title", Text, true, 60 },
    { "description", Text, true, 800 },
    { "kind", Word, true, 16, Words<ControlKind>::all },
    { "nature", Word, true, 24, Words<ControlNature>::all },
    { "frequency", Word, true, 16, Words<Frequency>::all },
    { "criteria", Keys, true, 8 },
    { "points", Keys, true, 12 },
    { "evidence", Objects, true, 0, {}, expectedEvidenceFields },
    { "test", Object, true, 0, {}, testFields },
    { "policy", Key, true, 40 },
    { "size", Word, true, 16, sizes },
    { "owner", Key, true, 40 },
    { "performer", Key, true, 40 },
    { "phrases", Keys, false, 60 },
};

constexpr CatalogField checklistFields[] {
    { "key", Key, true, 8 },       { "section", Text, true, 60 },   { "category", Word, true, 32, categories },
    { "text", Text, true, 100 },   { "guidance", Text, true, 400 }, { "doneWhen", Texts, true, 120 },
    { "criteria", Keys, true, 8 }, { "phrases", Keys, true, 60 },
};
constexpr CatalogField coverageFields[] {
    { "key", Key, true, 60 },
    { "phrase", Text, true, 80 },
    { "checklist", Keys, true, 8 },
};
constexpr CatalogField liveFields[] {
    { "field", Text, true, 60 },
    { "shows", Text, true, 150 },
};
constexpr CatalogField descriptionFields[] {
    { "key", Key, true, 8 },
    { "title", Text, true, 80 },
    { "appliesTo", WordList, true, 16, reportTypes },
    { "guidance", Text, true, 400 },
    { "commonMistakes", Texts, true, 200 },
    { "body", Text, true, 4000 },
    { "fields", Objects, true, 0, {}, liveFields },
};
constexpr CatalogField findingFields[] {
    { "key", Key, true, 8 },
    { "source", Word, true, 16, findingSources },
    { "severity", Word, true, 16, severities },
    { "title", Text, true, 80 },
    { "condition", Text, true, 300 },
    { "cause", Text, true, 300 },
    { "effect", Text, true, 300 },
    { "remediation", Text, true, 300 },
    { "criteria", Keys, true, 8 },
    { "controls", Keys, true, 8 },
};
constexpr CatalogField termFields[] {
    { "key", Key, true, 60 },
    { "term", Text, true, 60 },
    { "definition", Text, true, 300 },
    { "see", Keys, false, 60 },
};
constexpr CatalogField optionFields[] {
    { "text", Text, true, 100 },
    { "points", Integer, false, 100 },
    { "effect", Text, false, 60 },
};
constexpr CatalogField questionFields[] {
    { "key", Key, true, 8 },
    { "section", Text, true, 60 },
    { "text", Text, true, 200 },
    { "answerType", Word, true, 16, answerTypes },
    { "weight", Integer, false, 100 },
    { "guidance", Text, true, 300 },
    { "badAnswer", Text, true, 300 },
    { "criteria", Keys, true, 8 },
    { "options", Objects, false, 0, {}, optionFields },
    { "unit", Text, false, 20 },
};
constexpr CatalogField questionnaireFields[] {
    { "key", Key, true, 20 },
    { "title", Text, true, 60 },
    { "description", Text, true, 300 },
    { "appliesTo", WordList, true, 16, tiers },
    { "questions", Objects, true, 0, {}, questionFields },
};
constexpr CatalogField requestFields[] {
    { "key", Key, true, 8 },
    { "section", Text, true, 60 },
    { "category", Word, true, 32, categories },
    { "text", Text, true, 300 },
    { "criteria", Keys, true, 8 },
    { "controls", Keys, true, 8 },
    { "completeAnswer", Text, true, 300 },
    { "kind", Word, true, 16, requestKinds },
};
constexpr CatalogField riskFields[] {
    { "key", Key, true, 8 },        { "category", Text, true, 40 },       { "title", Text, true, 80 },
    { "threat", Text, true, 200 },  { "vulnerability", Text, true, 200 }, { "likelihood", Integer, true, 5 },
    { "impact", Integer, true, 5 }, { "controls", Keys, true, 8 },
};
constexpr CatalogField samplingFields[] {
    { "key", Word, true, 16, Words<Frequency>::all },
    { "title", Text, true, 60 },
    { "size", Integer, true, 10'000 },
    { "smallest", Integer, true, 10'000 },
    { "largest", Integer, true, 10'000 },
    { "testAllUpTo", Integer, true, 10'000 },
    { "tolerableRate", Integer, true, 100 },
    { "guidance", Text, true, 300 },
    { "population", Text, true, 200 },
};
constexpr CatalogField roleFields[] {
    { "key", Key, true, 40 },
    { "title", Text, true, 60 },
    { "description", Text, true, 200 },
};
constexpr CatalogField parameterFields[] {
    { "key", Key, true, 60 },           { "title", Text, true, 80 }, { "type", Word, true, 16, parameterTypes },
    { "default", Value, true, 200 },    { "unit", Blank, true, 40 }, { "unit_one", Blank, true, 40 },
    { "description", Text, true, 200 },
};
constexpr CatalogField requirementFields[] {
    { "number", Key, true, 8 },
    { "title", Text, true, 80 },
    { "controls", Keys, false, 8 },
};
constexpr CatalogField policyFields[] {
    { "key", Key, true, 40 },
    { "code", Key, true, 8 },
    { "title", Text, true, 80 },
    { "summary", Text, true, 200 },
    { "file", Key, true, 60 },
    { "owner_role", Key, true, 40 },
    { "review_cycle_param", Key, true, 60 },
    { "criteria", Keys, true, 8 },
    { "controls", Keys, true, 8 },
    { "requirements", Objects, true, 0, {}, requirementFields },
};
constexpr CatalogField policyIndexFields[] {
    { "version", Integer, true, 1'000'000 },
    { "roles", Objects, true, 0, {}, roleFields },
    { "parameters", Objects, true, 0, {}, parameterFields },
    { "policies", Objects, true, 0, {}, policyFields },
};

struct Kind
{
    const char *name;
    std::span<const CatalogField> fields;
};
constexpr Kind kinds[] {
    { "series", seriesFields },
    { "criteria", criterionFields },
    { "points", pointFields },
    { "principles", principleFields },
    { "controls", controlFields },
    { "checklist", checklistFields },
    { "coverage", coverageFields },
    { "description", descriptionFields },
    { "findings", findingFields },
    { "glossary", termFields },
    { "questionnaires", questionnaireFields },
    { "report-review", questionFields },
    { "requests", requestFields },
    { "risks", riskFields },
    { "sampling", samplingFields },
    { "index", policyIndexFields },
};

} // namespace

std::span<const CatalogField> catalogSchema(QStringView kind)
{
    for (const Kind &known : kinds) {
        if (kind == QLatin1String(known.name))
            return known.fields;
    }
    return {};
}

QStringList catalogKinds()
{
    QStringList names;
    for (const Kind &known : kinds)
        names.append(QLatin1String(known.name));
    return names;
}

} // namespace tb
