#pragma once

#include <QStyledItemDelegate>

namespace tb {

/// A term in the list of the glossary: one line, the chosen one marked as everywhere.
class TermDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tb
