#pragma once

#include "model/job.h"
#include "reports/pdf/fontset.h"
#include "reports/reportinput.h"

namespace tb::pdf {

/// The readiness report laid out: pure, but for the measures of the fonts. Cancelled when @p job is.
Result<Document> layOutReadinessReport(const ReportInput &input, const FontSet &fonts, Paper paper, JobControl &job);

} // namespace tb::pdf
