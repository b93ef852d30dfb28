#pragma once

#include "ui/shell/recentproject.h"

#include <QAbstractListModel>

namespace tb {

/// The recent projects as rows, those that match a filter; a row knows whether its file is still there.
class RecentListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TitleRole = Qt::UserRole, DetailRole, PlaceRole, PathRole, MissingRole, KeychainRole, DateRole };

    explicit RecentListModel(QObject *parent = nullptr);

    void setProjects(const QList<RecentProject> &projects, QDate today);
    void setFilter(const QString &text); ///< matches title, detail or place
    const RecentProject *projectAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &path) const;
    bool isEmpty() const { return m_all.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        RecentProject project;
        bool missing = false;
    };
    static QString titleOf(const RecentProject &project);
    static QString detailOf(const RecentProject &project);
    QString spoken(const Row &row) const;
    void applyFilter();

    QList<Row> m_all;
    QList<Row> m_shown;
    QString m_filter;
    QDate m_today;
};

} // namespace tb
