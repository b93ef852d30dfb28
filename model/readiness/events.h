#pragma once

#include "model/readiness/context.h"

/// Rules 17 and 18: controls that operate when something happens are shown by populations and samples.
namespace tb::readiness {

/// Rule 17's tail that may still be missing while the window is open.
inline constexpr int toleratedTailDays = 31;

/// The days L up to C that a per-event control's populations leave open; a tolerated tail is not among them.
QList<DaySpan> populationGaps(const Subject &subject);
/// Rule 17: populations cover L up to C, are complete, and the final export was collected after the end.
void rule17Populations(Subject &subject);
/// Rule 18: a statement when nothing happened, else a sample of the right size with evidence for every item.
void rule18Samples(Subject &subject);
/// Rule 18: min(count, profile), but everything while it is few.
int sampleSizeOf(int count, const SampleProfile &profile);

} // namespace tb::readiness
