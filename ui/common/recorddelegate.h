#pragma once

#include "ui/common/cells.h"

#include <QStyledItemDelegate>

namespace tb {

/// Draws the cells of a record table through their column's painter and makes the in-place editors. It never writes to
/// the model: a committed value goes out by signal and returns as a difference.
class RecordDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Draws one cell of a record's row on @p ground; @p rect is the whole cell.
    void paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &ground,
                   bool selected) const;
    void setTwoLine(bool on) { m_twoLine = on; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

signals:
    void edited(qint64 id, const QString &column, const QVariant &value) const;

private:
    QWidget *choiceEditor(QWidget *parent, const QModelIndex &index) const;

    bool m_twoLine = false;
};

} // namespace tb
