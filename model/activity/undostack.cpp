#include "model/activity/undostack.h"

#include <algorithm>

namespace tb {

void UndoStack::add(qint64 seq, EntryKind kind, std::optional<qint64> target)
{
    switch (kind) {
    case EntryKind::Undo:
        while (target && !m_undo.isEmpty() && m_undo.last() >= *target)
            m_undo.removeLast();
        m_redo.append(seq);
        return;
    case EntryKind::Redo:
        if (!m_redo.isEmpty())
            m_redo.removeLast();
        m_undo.append(seq);
        return;
    case EntryKind::Edit:
    case EntryKind::Revert:
    case EntryKind::Import:
    case EntryKind::Merge:
        m_undo.append(seq);
        m_redo.clear();
        return;
    case EntryKind::Create:
    case EntryKind::Migration:
    case EntryKind::Baseline: clear(); return;
    }
}

void UndoStack::clear()
{
    m_undo.clear();
    m_redo.clear();
}

std::optional<qint64> UndoStack::undoable() const
{
    return m_undo.isEmpty() ? std::nullopt : std::optional(m_undo.last());
}

std::optional<qint64> UndoStack::redoable() const
{
    return m_redo.isEmpty() ? std::nullopt : std::optional(m_redo.last());
}

QList<qint64> UndoStack::undoableFrom(qint64 seq) const
{
    if (!m_undo.contains(seq))
        return {};
    QList<qint64> newestFirst;
    for (auto it = m_undo.crbegin(); it != m_undo.crend() && *it >= seq; ++it)
        newestFirst.append(*it);
    return newestFirst;
}

} // namespace tb
