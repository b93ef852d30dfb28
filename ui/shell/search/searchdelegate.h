#pragma once

#include <QStyledItemDelegate>

namespace tb {

/// Draws the rows of the search list; what matches the typed words is bold.
class SearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintTitle(QPainter &painter, const QRect &rect, const QString &title, const QString &query);
};

} // namespace tb
