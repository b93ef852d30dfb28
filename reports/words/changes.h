#pragma once

#include "model/activity/labels.h"
#include "model/store/activitylog.h"

/// Sentences about entries of the activity log, made from what they recorded and the names of that time.
namespace tb::words {

/// What an entry of the log reads like.
struct EntryWords
{
    QString sentence; ///< whole, for the command line and toasts: "Control AC-02: owner changed from Ana to Luis"
    QString action; ///< short, beside the record: "Owner set to Luis"
    QString record; ///< "AC-02", "CM-01 +5", or empty
};

/// One field of one record, before and after; the text is empty where there was or is none.
struct FieldChange
{
    QString table;
    qint64 key = 0;
    QString record; ///< its name, e.g. "AC-02"
    QString field; ///< "Owner"
    QString before;
    QString after;
};

/// @p rows is what the entry's changeset holds, all of it: the counts are taken from it.
EntryWords describe(const LogEntry &entry, const QList<RowDelta> &rows);
/// Decodes the changeset itself. An entry that cannot be read says so.
EntryWords describe(const LogEntry &entry);

/// What the entry did field by field; at most @p most of them. What no person typed (ranks, hashes of the library) is
/// left out, and so are fields that were empty in a new record.
QList<FieldChange> fieldChanges(const LogEntry &entry, const QList<RowDelta> &rows, qsizetype most = 500);

} // namespace tb::words
