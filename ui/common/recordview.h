#pragma once

#include "ui/common/recordtablemodel.h"

#include <QElapsedTimer>
#include <QTreeView>

namespace tb {

class RecordDelegate;
class RecordHeader;

/// The tree view inside a RecordTable: paints rows in two phases, keeps selection, current row and closed groups by id
/// through every change, and turns keys into facts. Panes use RecordTable.
class RecordView final : public QTreeView
{
    Q_OBJECT

public:
    explicit RecordView(RecordTableModel &model, QWidget *parent = nullptr);

    RecordHeader *recordHeader() const { return m_header; }
    RecordDelegate *recordDelegate() const { return m_delegate; }

    qint64 currentId() const;
    QList<qint64> selectedIds() const { return m_selected; } ///< each record once, in no particular order
    void setCurrentId(qint64 id);
    void setSelectedIds(const QList<qint64> &ids);
    void selectAllShown();
    void toggleAllShown();
    void setTypeAhead(bool on) { m_typeAhead = on; }
    void setGroupExpanded(const QModelIndex &group, bool expanded);
    bool isEditing() const { return state() == EditingState; }
    void commitEditor(); ///< takes over what is being typed in a cell, if anything
    bool moveCurrent(int step); ///< to the next or previous record's row; false at the ends

    using QTreeView::edit;
    void keyboardSearch(const QString &typed) override;

signals:
    void leaving(); ///< another row is about to become current, not by the mouse; what is typed for this one goes first
    void currentIdChanged(qint64 id);
    void selectedIdsChanged(const QList<qint64> &ids);
    void opened(qint64 id);
    void boxToggled(qint64 id, bool on);
    void digitPressed(int digit);
    void letterPressed(QChar letter);
    void deletePressed();
    void filesDropped(const QStringList &paths, qint64 onId, int remote);
    void editingChanged(); ///< an editor was opened or closed

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event = nullptr) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void paintGroup(QPainter &painter, const QRect &rect, const QModelIndex &group) const;
    void paintRecord(QPainter &painter, const QRect &rect, const QModelIndex &row) const;
    void bringIntoSight(const QModelIndex &row, ScrollHint hint);
    void leave();
    void remember();
    void restore();
    bool startsOpen(const GroupKey &key) const;
    void applyExpansion();
    void noteExpansion(const QModelIndex &group, bool open);
    void noteSelection();
    void hoverAt(const QModelIndex &row);
    void offerAt(const QModelIndex &row); ///< files are held over it
    void moveMark(QPersistentModelIndex &mark, const QModelIndex &to);
    void updateRow(const QModelIndex &row);
    bool groupKey(QKeyEvent *event);
    bool rowKey(QKeyEvent *event);
    void toggleBox();
    bool isOwnBox(const QModelIndex &index) const;
    QModelIndex nextEditable(const QModelIndex &from, int step) const;

    RecordTableModel &m_model;
    RecordDelegate *m_delegate; // child
    RecordHeader *m_header; // child
    QList<qint64> m_selected;
    QList<qint64> m_keptSelection; ///< across a reset or merge
    qint64 m_keptCurrent = 0;
    int m_keptColumn = 1;
    QHash<QString, bool> m_open; ///< group ids that the person opened or closed
    QPersistentModelIndex m_hover;
    QPersistentModelIndex m_offered; ///< where files would go if they were let go of now
    bool m_typeAhead = true;
    bool m_restoring = false;
    bool m_moving = false; ///< another row has become current: what closes now closes for that
    bool m_expanding = false; ///< by itself, not by the person
    QString m_typed;
    QElapsedTimer m_typedAt;
};

} // namespace tb
