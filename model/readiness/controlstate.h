#pragma once

#include "model/readiness/context.h"

/// Rule 4 and the computed status.
namespace tb::readiness {

/// Rule 4: no active owner, frequency or implemented date.
void rule04Basics(Subject &subject);
/// Rule 4: a high or critical finding that is not closed; accepting the risk does not close it.
void rule04Findings(Subject &subject);
/// The shown status, first match wins.
ControlState stateOf(const Subject &subject);
/// Retired before the first day of the window: it plays no part in this engagement.
bool isRetiredBefore(const ControlInput &control, const Window &window);
/// Marked not applicable with reason and approver.
bool isNotApplicable(const ControlInput &control);

/// Everything about one control, from all rules. Complexity: what the control links to.
ControlResult evaluateControl(const Context &context, const ControlInput &control,
                              const QHash<VendorId, VendorResult> &vendors);

} // namespace tb::readiness
