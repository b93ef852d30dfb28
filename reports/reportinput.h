#pragma once

#include "model/readiness/result.h"
#include "model/records.h"
#include "model/store/activitylog.h"

#include <QDate>

namespace tb {

/// Everything that a report is made from: values only, copied into the job that writes it. The same values give the
/// same bytes.
struct ReportInput
{
    Records records;
    readiness::Evaluation evaluation; ///< of these records; every figure is taken from it
    LogHead head; ///< of the log that these records stand for
    QDate date; ///< of the export, as printed; never the clock
};

/// Evaluates @p records at @p date, which is also the date of the export.
ReportInput reportInput(const Records &records, const LogHead &head, QDate date);

} // namespace tb
