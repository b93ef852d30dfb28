#include "model/catalog/catalogid.h"
#include "model/controls/control.h"
#include "model/evidence/evidence.h"
#include "model/making/libraryfamilies.h"
#include "model/policies/policyrequirement.h"
#include "model/record/rank.h"
#include "model/requests/request.h"
#include "model/risks/risk.h"
#include "model/testing/testprocedure.h"

namespace tb {

namespace {

Control controlFrom(const CatalogControl &entry, int position)
{
    auto control = recordFrom<Control>(entry.origin);
    control.code = entry.key;
    control.title = entry.title;
    control.description = entry.description;
    control.kind = entry.kind;
    control.nature = entry.nature;
    control.frequency = entry.frequency;
    control.rank = rankAt(position);
    return control;
}

/// "what — from where — which dates must be visible", one item a line.
QString expectedFrom(const QList<CatalogEvidence> &items)
{
    QStringList lines;
    for (const CatalogEvidence &item : items)
        lines.append(QStringList { item.what, item.source, item.dates }.join(QStringLiteral(" \u2014 ")));
    return lines.join(QLatin1Char('\n'));
}

/// The library describes the test with its control: they share their origin.
TestProcedure procedureFrom(const CatalogControl &entry)
{
    auto procedure = recordFrom<TestProcedure>(entry.origin);
    procedure.id.value = catalogId(QStringLiteral("test-procedures"), entry.key);
    procedure.control.value = entry.origin.id();
    procedure.code = QLatin1String("TP-") + entry.key;
    procedure.methods = entry.test.methods;
    procedure.attributes = entry.test.attributes.join(QLatin1Char('\n'));
    procedure.population = entry.test.population;
    procedure.expectedEvidence = expectedFrom(entry.evidence);
    return procedure;
}

void linkControl(LibraryWriter &writer, const CatalogControl &entry)
{
    const qint64 id = entry.origin.id();
    for (const QString &criterion : entry.criteria)
        writer.link(controlCriterion, id, catalogId(QStringLiteral("criteria"), criterion));
    for (const QString &point : entry.points)
        writer.link(controlPointOfFocus, id, catalogId(QStringLiteral("points"), point));
    writer.link(controlPolicy, id, catalogId(QStringLiteral("policies"), entry.policy));
}

/// Where the library lists a control.
QHash<QString, int> positionsIn(const Catalog &catalog)
{
    QHash<QString, int> positions;
    for (const CatalogControl &entry : catalog.controls)
        positions.insert(entry.key, static_cast<int>(positions.size()));
    return positions;
}

template <class Entry> void linkEntry(LibraryWriter &writer, const LinkSpec &spec, qint64 left, const Entry &entry)
{
    for (const QString &control : entry.controls)
        writer.link(spec, left, catalogId(QStringLiteral("controls"), control));
}

} // namespace

void writeControls(LibraryWriter &writer, const Catalog &catalog, const QList<CatalogControl> &controls)
{
    const QHash<QString, int> positions = positionsIn(catalog);
    for (const CatalogControl &entry : controls) {
        writer.add(controlFrom(entry, positions.value(entry.key)));
        writer.add(procedureFrom(entry));
        linkControl(writer, entry);
    }
}

void linkToControls(LibraryWriter &writer, const Catalog &catalog)
{
    for (const CatalogPolicy &policy : catalog.policies.policies) {
        for (const CatalogRequirement &requirement : policy.requirements)
            linkEntry(writer, policyRequirementControl, requirementId(policy, requirement), requirement);
    }
    for (const CatalogRequest &entry : catalog.requests)
        linkEntry(writer, requestControl, entry.origin.id(), entry);
    for (const CatalogRisk &entry : catalog.risks)
        linkEntry(writer, riskControl, entry.origin.id(), entry);
}

} // namespace tb
