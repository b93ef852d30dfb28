#pragma once

#include "model/store/activitylog.h"
#include "model/store/changeset.h"

#include <QMetaType>
#include <QSet>

namespace tb {

/// Who changes what for which reason, as the log will say it.
struct Action
{
    QString actor;
    EntryKind kind = EntryKind::Edit;
    std::optional<qint64> target = {}; ///< the entry that an undo, redo or revert is about
    QDateTime at = {}; ///< UTC; invalid: now. Given when a history is made, as for the demo project
};

/// What a change does, inside its transaction, on the connection of the thread that called.
using Work = std::function<Status(Connection &)>;

/// One row that a change touched.
struct TouchedRow
{
    QString table;
    qint64 key = 0;
    qint64 secondKey = 0; ///< of a link table
    Operation operation = Operation::Update;
};

/// What a committed change touched: what tables and readiness refresh from. Empty when nothing differed.
struct ChangeSet
{
    qint64 seq = 0; ///< its entry in the log; 0 when nothing changed and nothing was logged
    QByteArray hash; ///< of that entry
    EntryKind kind = EntryKind::Edit;
    QList<TouchedRow> rows;

    bool isEmpty() const { return rows.isEmpty(); }
    bool touches(QLatin1String table) const;
    /// First keys of the rows of @p table that were touched.
    QSet<qint64> keys(QLatin1String table) const;
};

/// Makes the labels of an entry from what it touched: see activity/labels.h.
using Labeller = std::function<QString(Connection &, const QList<RowDelta> &)>;

/// Runs @p work in one transaction of @p connection under a session and appends one log entry. Nothing remains of a
/// work that fails; a work that changes nothing leaves no entry.
Result<ChangeSet> runChange(Connection &connection, const Action &action, const Work &work, const Labeller &labeller);

} // namespace tb

Q_DECLARE_METATYPE(tb::ChangeSet)
