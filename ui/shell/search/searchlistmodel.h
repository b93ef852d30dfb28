#pragma once

#include "ui/common/cells.h"
#include "ui/shell/search/searchhit.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

#include <functional>

namespace tb {

/// The rows of the search list: headings, records and commands.
class SearchListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, IconRole, CodeRole, TitleRole, LookRole, KeysRole, QueryRole };
    enum class Kind { Heading, Record, Command };

    struct Row
    {
        Kind kind = Kind::Heading;
        QString icon;
        QString code;
        QString title;
        StatusLook look;
        QString keys;
        SearchHit hit; ///< of a record
        QPointer<QAction> command; ///< of a command
    };

    explicit SearchListModel(QObject *parent = nullptr);

    void setRows(const QList<Row> &rows, const QString &query);
    const Row *rowAt(const QModelIndex &index) const;
    /// The next row that can be chosen from @p from in direction @p step (1 or -1); invalid at the end.
    QModelIndex neighbour(const QModelIndex &from, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Row> m_rows;
    QString m_query;
};

} // namespace tb
