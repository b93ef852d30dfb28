#include "ui/common/recordview.h"

#include "ui/common/metrics.h"
#include "ui/common/recorddelegate.h"
#include "ui/common/recordheader.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace tb {

RecordView::RecordView(RecordTableModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new RecordDelegate(this))
    , m_header(new RecordHeader(this))
{
    setHeader(m_header);
    setItemDelegate(m_delegate);
    setModel(&model);
    setUniformRowHeights(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setAnimated(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RecordView::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        restore();
        if (m_model.idAt(currentIndex()) != 0)
            bringIntoSight(currentIndex(), EnsureVisible);
    });
    connect(&model, &RecordTableModel::mergeStarts, this, &RecordView::remember);
    connect(&model, &RecordTableModel::merged, this, &RecordView::restore);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordView::noteSelection);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now, const QModelIndex &before) {
                updateRow(before);
                updateRow(now);
                if (!m_restoring)
                    emit currentIdChanged(m_model.idAt(now));
            });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &group) { noteExpansion(group, false); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &group) { noteExpansion(group, true); });
    applyExpansion();
}

qint64 RecordView::currentId() const
{
    return m_model.idAt(currentIndex());
}

void RecordView::setCurrentId(qint64 id)
{
    if (id != currentId())
        leave();
    const QModelIndex row = m_model.indexOf(id);
    if (!row.isValid())
        return;
    if (row.parent().isValid())
        expand(row.parent());
    selectionModel()->setCurrentIndex(row.siblingAtColumn(1),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const bool inSight = viewport()->rect().contains(visualRect(row));
    bringIntoSight(row, inSight ? EnsureVisible : PositionAtCenter); // with its neighbours, not at the edge
}

/// The first row of a group comes with the name of the group.
void RecordView::bringIntoSight(const QModelIndex &row, ScrollHint hint)
{
    scrollTo(row, hint);
    if (row.row() == 0 && row.parent().isValid())
        scrollTo(row.parent());
}

void RecordView::setSelectedIds(const QList<qint64> &ids)
{
    const QSet<qint64> wanted(ids.begin(), ids.end());
    QItemSelection selection;
    const int last = m_model.columnCount() - 1;
    const auto take = [&](const QModelIndex &parent) {
        int first = -1;
        const int rows = m_model.rowCount(parent);
        for (int row = 0; row <= rows; ++row) { // one range for each run of selected rows
            const bool in = row < rows && wanted.contains(m_model.idAt(m_model.index(row, 0, parent)));
            if (in && first < 0)
                first = row;
            if (!in && first >= 0) {
                selection.select(m_model.index(first, 0, parent), m_model.index(row - 1, last, parent));
                first = -1;
            }
        }
    };
    if (!wanted.isEmpty() && m_model.records().grouped()) {
        for (int group = 0; group < m_model.rowCount(); ++group)
            take(m_model.index(group, 0));
    } else if (!wanted.isEmpty()) {
        take({});
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RecordView::selectAllShown()
{
    QItemSelection selection;
    const int last = m_model.columnCount() - 1;
    const auto take = [&](const QModelIndex &parent) {
        if (const int rows = m_model.rowCount(parent); rows > 0)
            selection.select(m_model.index(0, 0, parent), m_model.index(rows - 1, last, parent));
    };
    if (m_model.records().grouped()) {
        for (int group = 0; group < m_model.rowCount(); ++group)
            take(m_model.index(group, 0));
    } else {
        take({});
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RecordView::toggleAllShown()
{
    if (m_selected.size() == m_model.records().shown())
        clearSelection();
    else
        selectAllShown();
}

void RecordView::setGroupExpanded(const QModelIndex &group, bool expanded)
{
    setExpanded(group.siblingAtColumn(0), expanded);
}

void RecordView::commitEditor()
{
    QWidget *editor = state() == EditingState ? indexWidget(currentIndex()) : nullptr;
    if (!editor)
        return;
    commitData(editor);
    closeEditor(editor, QAbstractItemDelegate::NoHint);
}

/// What is being typed goes first: it may change where the rows are.
void RecordView::leave()
{
    commitEditor();
    emit leaving();
}

void RecordView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    const QScopedValueRollback moving(m_moving, true);
    QTreeView::currentChanged(current, previous);
}

bool RecordView::moveCurrent(int step)
{
    leave();
    QModelIndex at = currentIndex().siblingAtColumn(0);
    do
        at = step > 0 ? indexBelow(at) : indexAbove(at);
    while (at.isValid() && m_model.isGroup(at));
    if (!at.isValid())
        return false;
    selectionModel()->setCurrentIndex(at.siblingAtColumn(std::max(1, currentIndex().column())),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(at);
    return true;
}

void RecordView::remember()
{
    m_restoring = true;
    m_keptSelection = m_selected;
    m_keptCurrent = currentId();
    m_keptColumn = std::max(1, currentIndex().column());
}

void RecordView::restore()
{
    applyExpansion();
    const QModelIndex current = m_model.indexOf(m_keptCurrent);
    if (current.isValid() && currentId() != m_keptCurrent)
        selectionModel()->setCurrentIndex(current.siblingAtColumn(m_keptColumn), QItemSelectionModel::NoUpdate);
    setSelectedIds(m_keptSelection);
    m_restoring = false;
    noteSelection();
    if (currentId() != m_keptCurrent)
        emit currentIdChanged(currentId());
}

void RecordView::applyExpansion()
{
    if (!m_model.records().grouped())
        return;
    QList<bool> open;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const GroupKey &key = m_model.groupAt(m_model.index(row, 0))->key;
        open.append(m_open.value(key.id, startsOpen(key)));
    }
    m_expanding = true;
    if (!open.contains(false)) {
        expandAll(); // one layout instead of one for each group
    } else {
        for (int row = 0; row < open.size(); ++row)
            setExpanded(m_model.index(row, 0), open.at(row));
    }
    m_expanding = false;
}

/// What a filter finds is shown, also in groups that start closed.
bool RecordView::startsOpen(const GroupKey &key) const
{
    return !key.startsClosed || m_model.records().filtered();
}

void RecordView::noteExpansion(const QModelIndex &group, bool open)
{
    const auto *shown = m_model.groupAt(group);
    if (!shown || m_expanding)
        return;
    if (open == startsOpen(shown->key))
        m_open.remove(shown->key.id);
    else
        m_open.insert(shown->key.id, open);
}

void RecordView::noteSelection()
{
    if (m_restoring)
        return;
    QSet<qint64> seen;
    QList<qint64> ids;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const qint64 id = m_model.idAt(m_model.index(row, 0, range.parent()));
            if (id != 0 && !seen.contains(id)) {
                seen.insert(id);
                ids << id;
            }
        }
    }
    const int shown = m_model.records().shown();
    m_header->setBoxState(ids.isEmpty() ? Qt::Unchecked : ids.size() == shown ? Qt::Checked : Qt::PartiallyChecked);
    if (ids == m_selected)
        return;
    m_selected = ids;
    emit selectedIdsChanged(m_selected);
}

void RecordView::updateRow(const QModelIndex &row)
{
    if (row.isValid())
        viewport()->update(0, visualRect(row).top() - 1, viewport()->width(), rowHeight(row) + 2);
}

void RecordView::hoverAt(const QModelIndex &row)
{
    moveMark(m_hover, row.siblingAtColumn(0));
}

void RecordView::offerAt(const QModelIndex &row)
{
    moveMark(m_offered, m_model.idAt(row) != 0 ? row.siblingAtColumn(0) : QModelIndex());
}

void RecordView::moveMark(QPersistentModelIndex &mark, const QModelIndex &to)
{
    if (mark == to)
        return;
    const QModelIndex old = mark;
    mark = to;
    updateRow(old);
    updateRow(to);
}

bool RecordView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        hoverAt(indexAt(static_cast<QMouseEvent *>(event)->pos()));
    else if (event->type() == QEvent::Leave)
        hoverAt({});
    return QTreeView::viewportEvent(event);
}

bool RecordView::isOwnBox(const QModelIndex &index) const
{
    return index.column() == RecordTableModel::BoxColumn && m_model.source().ownBox();
}

void RecordView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->pos());
    if (m_model.isGroup(at) && event->button() == Qt::LeftButton && event->pos().x() < metrics::scaled(36)) {
        setGroupExpanded(at, !isExpanded(at.siblingAtColumn(0)));
        return;
    }
    if (at.isValid() && !m_model.isGroup(at) && isOwnBox(at) && event->button() == Qt::LeftButton) {
        emit boxToggled(m_model.idAt(at), at.data(RecordTableModel::BoxRole).toInt() != Qt::Checked);
        return;
    }
    QTreeView::mousePressEvent(event);
}

void RecordView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->pos());
    if (m_model.isGroup(at)) {
        if (event->pos().x() >= metrics::scaled(36))
            setGroupExpanded(at, !isExpanded(at.siblingAtColumn(0)));
        else
            mousePressEvent(event); // a fast second click on the chevron
        return;
    }
    QTreeView::mouseDoubleClickEvent(event);
}

QItemSelectionModel::SelectionFlags RecordView::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const bool box = index.isValid() && index.column() == RecordTableModel::BoxColumn && !m_model.isGroup(index);
    const auto *mouse = event && event->type() >= QEvent::MouseButtonPress && event->type() <= QEvent::MouseMove
        ? static_cast<const QMouseEvent *>(event)
        : nullptr;
    if (!box || !mouse || mouse->modifiers().testFlag(Qt::ShiftModifier))
        return QTreeView::selectionCommand(index, event);
    if (event->type() == QEvent::MouseButtonPress)
        return QItemSelectionModel::Toggle | QItemSelectionModel::Rows; // the box column adds
    return QItemSelectionModel::NoUpdate;
}

bool RecordView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool opened = QTreeView::edit(index, trigger, event);
    if (opened && isEditing())
        emit editingChanged();
    return opened;
}

void RecordView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex at = currentIndex();
    using Delegate = QAbstractItemDelegate;
    QTreeView::closeEditor(editor, hint == Delegate::RevertModelCache ? hint : Delegate::NoHint);
    setFocus();
    emit editingChanged();
    if (hint == Delegate::EditNextItem || hint == Delegate::EditPreviousItem) {
        const QModelIndex next = nextEditable(at, hint == Delegate::EditNextItem ? 1 : -1);
        if (next.isValid()) {
            setCurrentIndex(next);
            edit(next);
        }
    } else if (hint == Delegate::SubmitModelCache && QApplication::keyboardModifiers() == Qt::NoModifier && !m_moving
               && at == currentIndex()) {
        const QModelIndex below = indexBelow(at);
        if (below.isValid() && !m_model.isGroup(below))
            setCurrentIndex(below.siblingAtColumn(at.column()));
    }
}

QModelIndex RecordView::nextEditable(const QModelIndex &from, int step) const
{
    for (int visual = m_header->visualIndex(from.column()) + step; visual > 0 && visual < m_header->count();
         visual += step) {
        const QModelIndex candidate = from.siblingAtColumn(m_header->logicalIndex(visual));
        if (!isColumnHidden(candidate.column()) && candidate.flags().testFlag(Qt::ItemIsEditable))
            return candidate;
    }
    return {};
}

} // namespace tb
