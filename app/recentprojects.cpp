#include "app/recentprojects.h"

#include "app/settings.h"
#include "model/record/words.h"

#include <QFileInfo>

namespace tb {

namespace {

constexpr qsizetype longestList = 12;
const QString listKey = QStringLiteral("recent");

QVariantMap packed(const RecentProject &project)
{
    QVariantMap line { { QStringLiteral("path"), project.path },
                       { QStringLiteral("file"), project.file },
                       { QStringLiteral("opened"), project.openedAt },
                       { QStringLiteral("keychain"), project.inKeychain } };
    if (project.names) {
        line.insert(QStringLiteral("organisation"), project.names->organisation);
        line.insert(QStringLiteral("type"), wordOf(project.names->reportType));
        line.insert(QStringLiteral("as_of"), project.names->asOf);
        line.insert(QStringLiteral("from"), project.names->from);
        line.insert(QStringLiteral("to"), project.names->to);
    }
    return line;
}

RecentProject unpacked(const QVariantMap &line)
{
    RecentProject project;
    project.path = line.value(QStringLiteral("path")).toString();
    project.file = line.value(QStringLiteral("file")).toString();
    project.openedAt = line.value(QStringLiteral("opened")).toDateTime();
    project.inKeychain = line.value(QStringLiteral("keychain")).toBool();
    if (line.contains(QStringLiteral("organisation"))) {
        const auto type = fromWord<ReportType>(line.value(QStringLiteral("type")).toString());
        project.names
            = RecentProject::Names { line.value(QStringLiteral("organisation")).toString(),
                                     type.value_or(ReportType::TypeTwo), line.value(QStringLiteral("as_of")).toDate(),
                                     line.value(QStringLiteral("from")).toDate(),
                                     line.value(QStringLiteral("to")).toDate() };
    }
    return project;
}

} // namespace

QList<RecentProject> RecentProjects::all() const
{
    QList<RecentProject> projects;
    const QVariantList lines = m_settings.group(listKey).value(QStringLiteral("projects")).toList();
    for (const QVariant &line : lines)
        projects.append(unpacked(line.toMap()));
    return projects;
}

void RecentProjects::write(const QList<RecentProject> &projects)
{
    QVariantList lines;
    for (const RecentProject &project : projects.mid(0, longestList))
        lines.append(packed(project));
    m_settings.setGroup(listKey, { { QStringLiteral("projects"), lines } });
    m_settings.sync();
}

void RecentProjects::opened(RecentProject project)
{
    if (!m_settings.value(options::keepRecent))
        return;
    if (!m_settings.value(options::namesBeforeUnlocking))
        project.names.reset();
    QList<RecentProject> projects = all();
    projects.removeIf([&](const RecentProject &other) { return other.path == project.path; });
    projects.prepend(project);
    write(projects);
}

void RecentProjects::setInKeychain(const QString &path, bool kept)
{
    QList<RecentProject> projects = all();
    for (RecentProject &project : projects) {
        if (project.path == path)
            project.inKeychain = kept;
    }
    write(projects);
}

void RecentProjects::relocate(const QString &from, const QString &to)
{
    QList<RecentProject> projects = all();
    projects.removeIf([&](const RecentProject &other) { return other.path == to; });
    for (RecentProject &project : projects) {
        if (project.path == from)
            project.path = to;
    }
    write(projects);
}

void RecentProjects::remove(const QString &path)
{
    QList<RecentProject> projects = all();
    projects.removeIf([&](const RecentProject &other) { return other.path == path; });
    write(projects);
}

void RecentProjects::clear()
{
    write({});
}

void RecentProjects::applyOptions()
{
    if (!m_settings.value(options::keepRecent)) {
        clear();
        return;
    }
    if (m_settings.value(options::namesBeforeUnlocking))
        return;
    QList<RecentProject> projects = all();
    for (RecentProject &project : projects)
        project.names.reset();
    write(projects);
}

} // namespace tb
