#pragma once

#include "reports/words/changes.h"

namespace tb::words {

/// The name of the row's record: its code when the row says it, else the label that the entry kept.
QString recordName(const RowDelta &row, const Labels &labels);

/// One phrase for everything that @p rows did, whatever the reason for the entry.
EntryWords summary(const QList<RowDelta> &rows, const Labels &labels);

} // namespace tb::words
