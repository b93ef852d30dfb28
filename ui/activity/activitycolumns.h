#pragma once

#include "ui/activity/activityrow.h"
#include "ui/common/tablerecords.h"

namespace tb {

/// Columns, groupings and filters of the activity list. @p today names the days that are near.
RecordSpec<ActivityRow> activitySpec(const std::function<QDate()> &today);

/// "1 entry", "1,284 entries".
QString entryCount(qint64 count);

} // namespace tb
