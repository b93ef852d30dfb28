// The keyboard of RecordView (UI.md sections 5 and 6), apart from its looks and its memory.
#include "ui/common/recordview.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace tb {
void RecordView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState || !(groupKey(event) || rowKey(event)))
        QTreeView::keyPressEvent(event);
    else
        event->accept();
}

bool RecordView::groupKey(QKeyEvent *event)
{
    const QModelIndex at = currentIndex().siblingAtColumn(0);
    if (!at.isValid() || !m_model.records().grouped())
        return false;
    const QModelIndex group = m_model.isGroup(at) ? at : at.parent();
    switch (event->key()) {
    case Qt::Key_Left:
        setGroupExpanded(group, false);
        selectionModel()->setCurrentIndex(group, QItemSelectionModel::NoUpdate);
        return true;
    case Qt::Key_Right:
        if (!m_model.isGroup(at))
            return true;
        if (isExpanded(group))
            moveCurrent(1);
        else
            setGroupExpanded(group, true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_model.isGroup(at))
            return false;
        setGroupExpanded(group, !isExpanded(group));
        return true;
    default: return false;
    }
}

void RecordView::toggleBox()
{
    const QModelIndex at = currentIndex();
    if (m_model.source().ownBox())
        emit boxToggled(m_model.idAt(at), at.data(RecordTableModel::BoxRole).toInt() != Qt::Checked);
    else
        selectionModel()->select(at, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

bool RecordView::rowKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        selectAllShown();
        return true;
    }
    if (event->key() == Qt::Key_Escape && !m_selected.isEmpty()) {
        clearSelection();
        return true;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) { // the Menu key comes by itself
        emit customContextMenuRequested(visualRect(currentIndex()).center());
        return true;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const qint64 id = currentId();
    if (!plain || id == 0)
        return false;
    switch (event->key()) {
    case Qt::Key_Space: toggleBox(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit opened(id); return true;
    case Qt::Key_Delete: emit deletePressed(); return true;
    case Qt::Key_F2: {
        const QModelIndex at = currentIndex();
        const QModelIndex cell = at.flags().testFlag(Qt::ItemIsEditable) ? at : nextEditable(at.siblingAtColumn(0), 1);
        if (cell.isValid()) {
            selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
            edit(cell);
        }
        return true;
    }
    default: break;
    }
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        emit digitPressed(event->key() - Qt::Key_0);
        return true;
    }
    if (m_typeAhead || event->text().size() != 1 || !event->text().at(0).isLetter())
        return false;
    emit letterPressed(event->text().at(0).toUpper());
    return true;
}

void RecordView::keyboardSearch(const QString &typed)
{
    if (!m_typeAhead || typed.isEmpty())
        return;
    if (!m_typedAt.isValid() || m_typedAt.elapsed() > QApplication::keyboardInputInterval())
        m_typed.clear();
    m_typedAt.start();
    m_typed += typed.toLower();
    const auto matches = [this](const QModelIndex &row) {
        const int slot = m_model.slotAt(row);
        const QList<ColumnInfo> &columns = m_model.source().columns();
        for (int column = 0; slot >= 0 && column < columns.size(); ++column) {
            const bool named = column == 0 || columns.at(column).flex; // ID and title
            if (named && m_model.source().text(slot, column).toLower().startsWith(m_typed))
                return true;
        }
        return false;
    };
    const QModelIndex first = m_model.index(0, 0);
    const QModelIndex start = currentIndex().isValid() ? currentIndex().siblingAtColumn(0) : first;
    QModelIndex at = m_typed.size() == 1 && start.isValid() ? indexBelow(start) : start;
    for (int pass = 0; pass < 2; ++pass, at = first) {
        for (; at.isValid(); at = indexBelow(at)) {
            if (matches(at)) {
                setCurrentIndex(at.siblingAtColumn(std::max(1, currentIndex().column())));
                return;
            }
        }
    }
}

} // namespace tb
