#pragma once

#include <QStyledItemDelegate>

namespace tb {

/// Draws one recent project: name and report, place, keychain and date; a missing file offers Locate….
class RecentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void locateAsked(const QModelIndex &index);

private:
    static QRect locateRect(const QRect &row);
    static int paintRight(QPainter &painter, const QRect &row, const QModelIndex &index);
};

} // namespace tb
