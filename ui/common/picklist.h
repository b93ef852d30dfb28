#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace tb {

/// A list whose rows are a box, a code and a title in columns; a click anywhere on a row, or Space, turns its box over.
class PickList final : public QListWidget
{
    Q_OBJECT

public:
    explicit PickList(QWidget *parent = nullptr);

    void addRow(const QString &code, const QString &title, Qt::CheckState state);
    /// Hides the rows in which @p text does not occur; the first one left becomes current.
    void filter(const QString &text);
    int codeWidth() const { return m_codeWidth; } ///< of the widest code, in pixels

private:
    int m_codeWidth = 0;
};

/// Draws the rows of a PickList.
class PickDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PickDelegate(PickList &list);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const PickList &m_list;
};

} // namespace tb
