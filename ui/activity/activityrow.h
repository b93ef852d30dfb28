#pragma once

#include "model/store/activitylog.h"

#include <QStringList>

namespace tb {

/// One entry of the log as a person reads it, without its changeset: thousands of them stay small.
struct ActivityRow
{
    qint64 seq = 0;
    QDateTime at; ///< local time
    QString actor;
    EntryKind kind = EntryKind::Edit;
    QString action; ///< "Status set to Gap"
    QString record; ///< "AC-04", "CM-01 +5", or empty
    QStringList records; ///< names of what it touched, the first of them, for filtering
    QByteArray hash;
    qint64 size = 0; ///< bytes of the changeset: an import may be long to decode
};

/// Decodes @p entry. One that cannot be read says so in its action.
ActivityRow activityRow(const LogEntry &entry);

/// "e41b…9c07": enough of a hash to compare by eye.
QString shortHash(const QByteArray &hash);
/// "e41b 7d02 5f3c … 88a1 9c07": in groups of four.
QString groupedHash(const QByteArray &hash);

} // namespace tb
