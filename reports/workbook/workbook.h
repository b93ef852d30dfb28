#pragma once

#include "model/job.h"
#include "reports/reportinput.h"

namespace tb {

/// Writes the control matrix workbook (cover, control matrix, criteria coverage, evidence index, lists) to @p path.
/// The target stays as it was when this is cancelled or fails; the same input gives the same bytes. Any thread.
Status writeWorkbook(const ReportInput &input, const QString &path, JobControl &job);

} // namespace tb
