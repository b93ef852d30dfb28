#include "model/making/projectmaking.h"

#include "model/commands.h"
#include "model/making/libraryfamilies.h"
#include "model/store/projectstorage.h"

namespace tb {

namespace {

void writeLead(LibraryWriter &writer, const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    Person lead;
    lead.id.value = newKey();
    lead.name = name.trimmed();
    writer.add(lead);
}

/// Everything in the library but controls and what points to them.
void writeLists(LibraryWriter &writer, const Catalog &catalog, const QStringList &categories)
{
    writeCriteria(writer, catalog);
    writePolicies(writer, catalog.policies);
    writeQuestionnaires(writer, catalog);
    writeChecklist(writer, catalog, categories);
    writeRequests(writer, catalog, categories);
    writeRisks(writer, catalog);
    writeSampling(writer, catalog);
    writeDescription(writer, catalog);
}

template <class R> void noteKeys(QSet<qint64> &keys, const RecordList<R> &list)
{
    for (const R &record : list.all())
        keys.insert(record.id.value);
}

/// What links of added controls may point to. Controls that are there are left out: their links are the user's.
QSet<qint64> linkTargets(const Records &records)
{
    QSet<qint64> keys;
    noteKeys(keys, records.criteria);
    noteKeys(keys, records.pointsOfFocus);
    noteKeys(keys, records.policies);
    noteKeys(keys, records.policyRequirements);
    noteKeys(keys, records.requests);
    noteKeys(keys, records.risks);
    return keys;
}

/// The library's controls of @p keys that the project does not hold.
Result<QList<CatalogControl>> missingControls(const Records &records, const Catalog &catalog, const QStringList &keys)
{
    QList<CatalogControl> missing;
    for (const QString &key : keys) {
        const auto entry = std::find_if(catalog.controls.cbegin(), catalog.controls.cend(),
                                        [&](const CatalogControl &control) { return control.key == key; });
        if (entry == catalog.controls.cend())
            return Error { Error::Kind::NotFound, key, {} };
        if (!records.controls.contains({ entry->origin.id() }))
            missing.append(*entry);
    }
    return missing;
}

} // namespace

QList<FieldProblem> problemsOf(const NewProject &draft)
{
    return checkFields(draft.engagement) + checkSubject(draft.engagement);
}

int criteriaInScope(const Catalog &catalog, const QStringList &categories)
{
    return static_cast<int>(
        std::count_if(catalog.criteria.cbegin(), catalog.criteria.cend(),
                      [&](const CatalogCriterion &criterion) { return isInScope(criterion.category, categories); }));
}

Result<ChangeSet> fillProject(Project &project, const NewProject &draft, const Catalog &catalog, const QDateTime &at)
{
    if (const auto fine = asStatus(draft.engagement.organisation, problemsOf(draft)); !fine)
        return fine.error();
    QList<CatalogControl> controls;
    if (draft.startingSet != StartingSet::None)
        controls = startingControls(catalog, wordOf(draft.startingSet), draft.engagement.categories);
    const Action action { project.actor(), EntryKind::Create, {}, at };
    return project.change(action, [&](Connection &connection) {
        LibraryWriter writer(connection);
        writer.add(draft.engagement);
        writeLead(writer, draft.engagement.lead);
        writeLists(writer, catalog, draft.engagement.categories);
        writeControls(writer, catalog, controls);
        linkToControls(writer, catalog);
        return writer.status();
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
    const auto wanted = missingControls(project.records(), catalog, keys);
    if (!wanted)
        return wanted.error();
    return project.change([&](Connection &connection) {
        LibraryWriter writer(connection, linkTargets(project.records()));
        writeControls(writer, catalog, wanted.value());
        linkToControls(writer, catalog);
        return writer.status();
    });
}

QString rankAfterLast(const Records &records)
{
    QString last;
    for (const Control &control : records.controls.all())
        last = std::max(last, control.rank);
    return rankBetween(last, {});
}

} // namespace tb
