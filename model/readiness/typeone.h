#pragma once

#include "model/readiness/context.h"

/// Rules 5 to 7: Type I, and readiness-only engagements with the evaluation date as D.
namespace tb::readiness {

/// Rule 5: implemented on or before D.
void rule05Implemented(Subject &subject);
/// Rules 6 and 7: something shows D or the last cadence before it; before the first occurrence is due, the approved
/// procedure suffices.
void rule06Evidence(Subject &subject);
/// Rule 6 for one item.
bool showsAsOf(const EvidenceInput &evidence, Frequency frequency, const Window &window);

} // namespace tb::readiness
