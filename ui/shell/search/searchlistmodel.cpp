#include "ui/shell/search/searchlistmodel.h"

namespace tb {

SearchListModel::SearchListModel(QObject *parent) : QAbstractListModel(parent) { }

void SearchListModel::setRows(const QList<Row> &rows, const QString &query)
{
    beginResetModel();
    m_rows = rows;
    m_query = query;
    endResetModel();
}

const SearchListModel::Row *SearchListModel::rowAt(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex SearchListModel::neighbour(const QModelIndex &from, int step) const
{
    for (int row = (from.isValid() ? from.row() : -1) + step; row >= 0 && row < m_rows.size(); row += step) {
        if (m_rows.at(row).kind != Kind::Heading)
            return index(row);
    }
    return {};
}

int SearchListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SearchListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case Qt::AccessibleTextRole:
        return QStringList { row.code, row.title, row.look.text }.join(QLatin1Char(' ')).simplified();
    case KindRole: return static_cast<int>(row.kind);
    case IconRole: return row.icon;
    case CodeRole: return row.code;
    case LookRole: return QVariant::fromValue(row.look);
    case KeysRole: return row.keys;
    case QueryRole: return m_query;
    default: return {};
    }
}

Qt::ItemFlags SearchListModel::flags(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row && row->kind != Kind::Heading ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace tb
