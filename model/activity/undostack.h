#pragma once

#include "model/store/activitylog.h"

#include <QList>

namespace tb {

/// What can be undone and redone, worked out from the log alone, so that it is the same after reopening.
///
/// An undo entry names the oldest entry that it undid; a redo entry names the undo that it took back. Both are entries
/// like any other: undoing a redo inverts what the redo recorded.
class UndoStack
{
public:
    /// Takes in the next entry of the log.
    void add(qint64 seq, EntryKind kind, std::optional<qint64> target);
    void clear();

    /// The entry that undo() would take back; nothing when there is none.
    std::optional<qint64> undoable() const;
    /// The undo entry that redo() would take back.
    std::optional<qint64> redoable() const;
    /// Entries to invert, newest first, to be as before @p seq; empty when it cannot be undone.
    QList<qint64> undoableFrom(qint64 seq) const;

private:
    QList<qint64> m_undo;
    QList<qint64> m_redo;
};

} // namespace tb
