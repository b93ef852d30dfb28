#pragma once

#include "model/readiness/context.h"

/// Rules 1 to 3.
namespace tb::readiness {

/// Rule 1: its category is selected and it is not marked not relevant, which needs reason and approver.
bool rule01InScope(const Context &context, const CriterionInput &criterion);
/// Maps to a criterion in scope, or to none at all (an unmapped control is work in hand, and lint's business).
bool mapsIntoScope(const Context &context, const ControlInput &control);
/// Rules 1 to 3 from the results of the controls.
CriterionResult evaluateCriterion(const Context &context, const CriterionInput &criterion,
                                  const QHash<ControlId, ControlResult> &controls);

} // namespace tb::readiness
