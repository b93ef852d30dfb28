#pragma once

#include "model/job.h"
#include "reports/pdf/page.h"
#include "reports/reportinput.h"

namespace tb {

/// Writes the readiness report as PDF/A-1b to @p path: cover, contents, summary, controls by criterion, evidence index
/// with SHA-256. The target stays as it was when this is cancelled or fails; the same input gives the same bytes. Any
/// thread, once paint::loadFonts() has run in the main one; needs a QGuiApplication (offscreen is enough).
Status writeReadinessReport(const ReportInput &input, const QString &path, JobControl &job,
                            pdf::Paper paper = pdf::Paper::A4);

/// Letter where the system's locale measures in US units, else A4.
pdf::Paper defaultPaper();

} // namespace tb
