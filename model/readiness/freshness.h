#pragma once

#include "model/readiness/context.h"

/// Rule 22: what an evidence row says, and what its period bar draws.
namespace tb::readiness {

/// The worst that the item's controls and vendor reports say about it.
EvidenceResult rule22Evidence(const Context &context, const EvidenceInput &item, const Evaluation &evaluation);
/// Whether both results of one control say the same about its evidence and plan items.
bool judgesAlike(const ControlResult &a, const ControlResult &b);
/// True when the plan item is about an occurrence that is an evidence row of its own.
bool isOccurrenceRow(const PlanItemInput &item, const Evaluation &evaluation);
/// A plan item is not collected until something that counts stands behind it; then it says what that says.
Freshness rule22PlanItem(const Context &context, const PlanItemInput &item, const Evaluation &evaluation);

} // namespace tb::readiness
