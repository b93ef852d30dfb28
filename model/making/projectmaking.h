#pragma once

#include "model/catalog/catalog.h"
#include "model/project.h"

namespace tb {

/// How much of the control library a new project starts with.
enum class StartingSet { None, Lean, Standard, Full };
template <> struct Words<StartingSet>
{
    static constexpr std::array all { "none", "lean", "standard", "full" };
};

/// What a person decides before a project exists.
struct NewProject
{
    Engagement engagement;
    StartingSet startingSet = StartingSet::Standard;

    bool operator==(const NewProject &) const = default;
};

/// Everything that stands against making @p draft; empty when it can be made. Touches nothing.
QList<FieldProblem> problemsOf(const NewProject &draft);

/// The criteria of @p catalog that @p categories bring into scope. Security is always in scope.
int criteriaInScope(const Catalog &catalog, const QStringList &categories);

/// Fills an empty project as one change of the kind "create", so that undo never goes behind it: the engagement, its
/// lead as a person, the library's criteria with points of focus, policies as first drafts, questionnaires, sampling
/// profiles, description sections, checklist, requests and risks (of the categories in scope), and the starting
/// controls with their test procedures and links. @p at is when; invalid: now.
Result<ChangeSet> fillProject(Project &project, const NewProject &draft, const Catalog &catalog,
                              const QDateTime &at = {});

/// Fills the new, empty @p storage and opens the project in it. When this fails the caller removes the file: nothing
/// in it is worth keeping.
Result<std::unique_ptr<Project>> makeProject(std::unique_ptr<ProjectStorage> storage, const NewProject &draft,
                                             const Catalog &catalog, const QString &actor, const QDateTime &at = {});

/// Adds the library's controls of @p keys with their test procedures and links, each in its place in the list, as one
/// change; those that the project already holds stay as they are. NotFound for a key that the library does not have.
Result<ChangeSet> addLibraryControls(Project &project, const Catalog &catalog, const QStringList &keys);

/// The rank of a new control at the end of the list.
QString rankAfterLast(const Records &records);

} // namespace tb
