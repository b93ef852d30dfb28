#pragma once

#include "model/job.h"
#include "reports/pdf/pageflow.h"
#include "reports/reportinput.h"

/// The sections of the readiness report, each filling pages of its own.
namespace tb::pdf {

void addCover(PageFlow &flow, const ReportInput &input);
void addSummary(PageFlow &flow, const ReportInput &input);
/// What does not block yet, each kind once with the records that it stands at.
void addWarnings(PageFlow &flow, const ReportInput &input);
/// False when @p job was cancelled.
bool addControls(PageFlow &flow, const ReportInput &input, JobControl &job);
bool addEvidence(PageFlow &flow, const ReportInput &input, JobControl &job);

} // namespace tb::pdf
