#include "model/catalog/catalogreferences.h"

#include "model/catalog/catalog.h"

#include <QSet>

#include <initializer_list>

namespace tb {

namespace {

/// Collects the known keys and the first reference that leads nowhere.
class References
{
public:
    template <class Entry> void know(const QList<Entry> &entries)
    {
        for (const Entry &entry : entries)
            m_known.insert(entry.origin.kind + QLatin1Char('/') + entry.key);
    }
    void need(const CatalogOrigin &from, const char *field, const char *kind, const QStringList &keys)
    {
        for (const QString &key : keys) {
            if (m_status && !m_known.contains(QLatin1String(kind) + QLatin1Char('/') + key))
                m_status = Error { Error::Kind::Invalid,
                                   QStringLiteral("%1.json: %2: %3").arg(from.kind, from.key, QLatin1String(field)),
                                   QStringLiteral("unknown key: \"%1\"").arg(key) };
        }
    }
    Status status() const { return m_status; }

private:
    QSet<QString> m_known;
    Status m_status { Ok {} };
};

void knowAll(References &references, const Catalog &catalog)
{
    references.know(catalog.series);
    references.know(catalog.criteria);
    references.know(catalog.points);
    references.know(catalog.principles);
    references.know(catalog.controls);
    references.know(catalog.checklist);
    references.know(catalog.coverage);
    references.know(catalog.glossary);
    references.know(catalog.policies.roles);
    references.know(catalog.policies.parameters);
    references.know(catalog.policies.policies);
}

void needOfCriteria(References &references, const Catalog &catalog)
{
    for (const CatalogCriterion &criterion : catalog.criteria) {
        references.need(criterion.origin, "series", "series", { criterion.series });
        if (!criterion.principle.isEmpty())
            references.need(criterion.origin, "principle", "principles", { criterion.principle });
    }
    for (const CatalogPoint &point : catalog.points)
        references.need(point.origin, "criterion", "criteria", { point.criterion });
    for (const CatalogPrinciple &principle : catalog.principles)
        references.need(principle.origin, "criterion", "criteria", { principle.criterion });
}

void needOfControls(References &references, const Catalog &catalog)
{
    for (const CatalogControl &control : catalog.controls) {
        references.need(control.origin, "criteria", "criteria", control.criteria);
        references.need(control.origin, "points", "points", control.points);
        references.need(control.origin, "policy", "policies", { control.policy });
        references.need(control.origin, "owner", "roles", { control.owner });
        references.need(control.origin, "performer", "roles", { control.performer });
        references.need(control.origin, "phrases", "coverage", control.phrases);
    }
}

/// The criteria and controls that entries of one kind name.
template <class Entry> void needOfAll(References &references, const QList<Entry> &entries)
{
    for (const Entry &entry : entries) {
        if constexpr (requires { entry.criteria; })
            references.need(entry.origin, "criteria", "criteria", entry.criteria);
        if constexpr (requires { entry.controls; })
            references.need(entry.origin, "controls", "controls", entry.controls);
    }
}

void needOfLists(References &references, const Catalog &catalog)
{
    needOfAll(references, catalog.checklist);
    needOfAll(references, catalog.findings);
    needOfAll(references, catalog.reportReview);
    needOfAll(references, catalog.requests);
    needOfAll(references, catalog.risks);
    needOfAll(references, catalog.policies.policies);
    for (const CatalogChecklistItem &item : catalog.checklist)
        references.need(item.origin, "phrases", "coverage", item.phrases);
    for (const CatalogPhrase &phrase : catalog.coverage)
        references.need(phrase.origin, "checklist", "checklist", phrase.checklist);
    for (const CatalogTerm &term : catalog.glossary)
        references.need(term.origin, "see", "glossary", term.see);
    for (const CatalogQuestionnaire &questionnaire : catalog.questionnaires) {
        for (const CatalogQuestion &question : questionnaire.questions)
            references.need(questionnaire.origin, "questions", "criteria", question.criteria);
    }
}

/// The roles, parameters and controls that a text names between braces; a field of no known kind leads nowhere either.
void needOfText(References &references, const CatalogOrigin &origin, const QString &body, const QStringList &plain)
{
    for (const QString &field : fieldsIn(body)) {
        const QString kind = field.section(QLatin1Char(':'), 0, 0);
        const QStringList key { field.section(QLatin1Char(':'), 1) };
        if (kind == QLatin1String("role"))
            references.need(origin, "body", "roles", key);
        else if (kind == QLatin1String("param"))
            references.need(origin, "body", "parameters", key);
        else if (kind == QLatin1String("control"))
            references.need(origin, "body", "controls", key);
        else if (!plain.contains(field))
            references.need(origin, "body", "fields", { field });
    }
}

void needOfTexts(References &references, const Catalog &catalog)
{
    const QStringList plain { QStringLiteral("organisation"), QStringLiteral("service") };
    for (const CatalogPolicy &policy : catalog.policies.policies) {
        references.need(policy.origin, "owner_role", "roles", { policy.ownerRole });
        references.need(policy.origin, "review_cycle_param", "parameters", { policy.reviewCycleParameter });
        for (const CatalogRequirement &requirement : policy.requirements)
            references.need(policy.origin, "requirements", "controls", requirement.controls);
        needOfText(references, policy.origin, policy.body, plain);
    }
    for (const CatalogDescriptionSection &section : catalog.description) {
        QStringList declared = plain;
        declared << QStringLiteral("window") << QStringLiteral("categories");
        for (const CatalogLiveField &field : section.fields)
            declared << field.field;
        needOfText(references, section.origin, section.body, declared);
    }
}

} // namespace

Status checkReferences(const Catalog &catalog)
{
    References references;
    knowAll(references, catalog);
    needOfCriteria(references, catalog);
    needOfControls(references, catalog);
    needOfLists(references, catalog);
    needOfTexts(references, catalog);
    return references.status();
}

} // namespace tb
