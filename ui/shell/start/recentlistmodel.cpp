#include "ui/shell/start/recentlistmodel.h"

#include "ui/shell/start/projectwords.h"

#include <QFileInfo>

namespace tb {

RecentListModel::RecentListModel(QObject *parent) : QAbstractListModel(parent) { }

void RecentListModel::setProjects(const QList<RecentProject> &projects, QDate today)
{
    m_today = today;
    m_all.clear();
    for (const RecentProject &project : projects)
        m_all.append({ project, !QFileInfo(project.path).isFile() });
    applyFilter();
}

void RecentListModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    applyFilter();
}

void RecentListModel::applyFilter()
{
    beginResetModel();
    m_shown.clear();
    for (const Row &row : std::as_const(m_all)) {
        const QString hay
            = titleOf(row.project) + QLatin1Char('\n') + detailOf(row.project) + QLatin1Char('\n') + row.project.path;
        if (hay.contains(m_filter, Qt::CaseInsensitive))
            m_shown.append(row);
    }
    endResetModel();
}

const RecentProject *RecentListModel::projectAt(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_shown.at(index.row()).project : nullptr;
}

QModelIndex RecentListModel::indexOf(const QString &path) const
{
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row).project.path == path)
            return index(row);
    }
    return {};
}

int RecentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QString RecentListModel::titleOf(const RecentProject &project)
{
    return project.names ? project.names->organisation : QFileInfo(project.path).completeBaseName();
}

QString RecentListModel::detailOf(const RecentProject &project)
{
    if (!project.names)
        return {};
    const RecentProject::Names &names = *project.names;
    const QString period = projectwords::period(names.reportType, names.asOf, names.from, names.to);
    return QStringLiteral("%1 · %2").arg(projectwords::reportType(names.reportType),
                                         period.isEmpty() ? tr("No period set") : period);
}

QString RecentListModel::spoken(const Row &row) const
{
    QStringList parts { titleOf(row.project), detailOf(row.project), row.project.path };
    if (row.project.inKeychain)
        parts << tr("In keychain");
    parts << (row.missing ? tr("Not found") : projectwords::ago(row.project.openedAt, m_today));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant RecentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return titleOf(row.project);
    case DetailRole: return detailOf(row.project);
    case PlaceRole: return projectwords::place(row.project.path);
    case PathRole:
    case Qt::ToolTipRole: return row.project.path;
    case MissingRole: return row.missing;
    case KeychainRole: return row.project.inKeychain;
    case DateRole: return projectwords::ago(row.project.openedAt, m_today);
    case Qt::AccessibleTextRole: return spoken(row);
    default: return {};
    }
}

} // namespace tb
