#pragma once

#include "model/store/changeset.h"

namespace tb {

/// The names of the records that @p rows touch or refer to, as they are now or were before they were deleted: JSON,
/// table → key → name. A person reads the log by them long after the records have changed.
QString labelsFor(Connection &connection, const QList<RowDelta> &rows);

/// Reads what labelsFor() wrote.
class Labels
{
public:
    explicit Labels(const QString &json);
    /// The name of record @p key of @p table; empty when the entry does not hold it.
    QString of(const QString &table, qint64 key) const;

private:
    QHash<QString, QHash<QString, QString>> m_names;
};

} // namespace tb
