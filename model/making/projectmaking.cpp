#include "model/making/projectmaking.h"

#include "model/catalog/catalogid.h"
#include "model/commands.h"
#include "model/record/rank.h"
#include "model/store/projectstorage.h"

#include <QHash>

namespace tb {

namespace {

Framework trustServices()
{
    Framework framework;
    framework.id.value = catalogId(QStringLiteral("frameworks"), QStringLiteral("tsc"));
    framework.code = QStringLiteral("TSC");
    framework.title = QStringLiteral("Trust services criteria");
    framework.revision = QStringLiteral("2017, points of focus revised 2022");
    return framework;
}

Criterion criterionFrom(const CatalogCriterion &entry, FrameworkId framework, int position)
{
    Criterion criterion;
    criterion.id.value = entry.origin.id();
    criterion.framework = framework;
    criterion.code = entry.key;
    criterion.series = entry.series;
    criterion.title = entry.title;
    criterion.statement = entry.statement;
    criterion.category = fromWord<Category>(entry.category).value_or(Category::Security);
    if (!entry.principle.isEmpty())
        criterion.cosoPrinciple = entry.principle.toLongLong();
    criterion.rank = rankAt(position);
    criterion.originKey = entry.key;
    criterion.originHash = QString::fromLatin1(entry.origin.hash.toHex());
    return criterion;
}

Control controlFrom(const CatalogControl &entry, int position)
{
    Control control;
    control.id.value = entry.origin.id();
    control.code = entry.key;
    control.title = entry.title;
    control.description = entry.description;
    control.kind = entry.kind;
    control.nature = entry.nature;
    control.frequency = entry.frequency;
    control.rank = rankAt(position);
    control.originKey = entry.key;
    control.originHash = QString::fromLatin1(entry.origin.hash.toHex());
    return control;
}

Status insertCriteria(Connection &connection, const Catalog &catalog)
{
    const Framework framework = trustServices();
    if (auto done = store::insert(connection, framework); !done)
        return done;
    int position = 0;
    for (const CatalogCriterion &entry : catalog.criteria) {
        if (auto done = store::insert(connection, criterionFrom(entry, framework.id, position++)); !done)
            return done;
    }
    return Ok {};
}

Status insertControl(Connection &connection, const CatalogControl &entry, int position)
{
    if (auto done = store::insert(connection, controlFrom(entry, position)); !done)
        return done;
    for (const QString &criterion : entry.criteria) {
        const qint64 key = catalogId(QStringLiteral("criteria"), criterion);
        if (auto done = store::link(connection, controlCriterion, entry.origin.id(), key); !done)
            return done;
    }
    return Ok {};
}

/// Where the library lists a control; its rank follows from it, so that one added later falls into its place.
QHash<QString, int> positionsIn(const Catalog &catalog)
{
    QHash<QString, int> positions;
    for (const CatalogControl &entry : catalog.controls)
        positions.insert(entry.key, static_cast<int>(positions.size()));
    return positions;
}

Status insertControls(Connection &connection, const Catalog &catalog, const QList<CatalogControl> &controls)
{
    const QHash<QString, int> positions = positionsIn(catalog);
    for (const CatalogControl &entry : controls) {
        if (auto done = insertControl(connection, entry, positions.value(entry.key)); !done)
            return done;
    }
    return Ok {};
}

Status insertLead(Connection &connection, const QString &name)
{
    if (name.trimmed().isEmpty())
        return Ok {};
    Person lead;
    lead.id.value = newKey();
    lead.name = name.trimmed();
    return store::insert(connection, lead);
}

} // namespace

QList<FieldProblem> problemsOf(const NewProject &draft)
{
    return checkFields(draft.engagement) + checkSubject(draft.engagement);
}

int criteriaInScope(const Catalog &catalog, const QStringList &categories)
{
    return static_cast<int>(
        std::count_if(catalog.criteria.cbegin(), catalog.criteria.cend(), [&](const CatalogCriterion &criterion) {
            return criterion.category == wordOf(Category::Security) || categories.contains(criterion.category);
        }));
}

Result<ChangeSet> fillProject(Project &project, const NewProject &draft, const Catalog &catalog, const QDateTime &at)
{
    if (const auto fine = asStatus(draft.engagement.organisation, problemsOf(draft)); !fine)
        return fine.error();
    QList<CatalogControl> controls;
    if (draft.startingSet != StartingSet::None)
        controls = startingControls(catalog, wordOf(draft.startingSet), draft.engagement.categories);
    const Action action { project.actor(), EntryKind::Create, {}, at };
    return project.change(action, [&](Connection &connection) -> Status {
        if (auto done = store::insert(connection, draft.engagement); !done)
            return done;
        if (auto done = insertLead(connection, draft.engagement.lead); !done)
            return done;
        if (auto done = insertCriteria(connection, catalog); !done)
            return done;
        return insertControls(connection, catalog, controls);
    });
}

Result<std::unique_ptr<Project>> makeProject(std::unique_ptr<ProjectStorage> storage, const NewProject &draft,
                                             const Catalog &catalog, const QString &actor, const QDateTime &at)
{
    auto project = Project::load(std::move(storage), actor);
    if (!project)
        return project.error();
    if (const auto made = fillProject(*project.value(), draft, catalog, at); !made)
        return made.error();
    return std::move(project).value();
}

Result<ChangeSet> addLibraryControls(Project &project, const Catalog &catalog, const QStringList &keys)
{
    const QHash<QString, int> positions = positionsIn(catalog);
    QList<CatalogControl> wanted;
    for (const QString &key : keys) {
        if (!positions.contains(key))
            return Error { Error::Kind::NotFound, key, {} };
        const CatalogControl &entry = catalog.controls.at(positions.value(key));
        if (!project.records().controls.contains({ entry.origin.id() }))
            wanted.append(entry);
    }
    return project.change([&](Connection &connection) { return insertControls(connection, catalog, wanted); });
}

QString rankAfterLast(const Records &records)
{
    QString last;
    for (const Control &control : records.controls.all())
        last = std::max(last, control.rank);
    return rankBetween(last, {});
}

} // namespace tb
