#pragma once

#include "model/readiness/context.h"

/// Rules 4, 5 and 9 about a control's mapped policies.
namespace tb::readiness {

/// The days on which an approved version of the policy is in force, seen from @p at; the last one is open-ended.
QList<DaySpan> effectiveDays(const PolicyInput &policy, QDate at);
/// Rule 4: a mapped policy without an approved version.
void rule04Policies(Subject &subject);
/// Rule 5: mapped policies effective at D.
void rule05Policies(Subject &subject);
/// Rule 9: mapped policies effective without a gap over [S,C]; a noted decision clears a gap.
void rule09Policies(Subject &subject);

} // namespace tb::readiness
