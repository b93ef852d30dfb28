#pragma once

#include "model/readiness/context.h"

/// Rules 8 and 10 to 15: when a periodic control should have operated, and when it did.
namespace tb::readiness {

/// Rule 8: the days in which each revision is expected to operate, in order. A control that is not implemented yet is
/// planned from the evaluation date on.
QList<Lifetime> rule08Lifetimes(const Context &context, const ControlInput &control);
/// Rule 8: implemented after S blocks until a decision is noted.
void rule08LateStart(Subject &subject);
/// Rules 10 and 11: the due dates inside the lifetimes, still unfilled.
void rule11Expect(Subject &subject);
/// Rules 12, 14 and 15: fills the due dates with what was performed in the window.
void rule12Fill(Subject &subject);
/// Rule 11: nothing due in the window blocks until it is performed early or the auditor's agreement is noted.
void rule11NothingDue(Subject &subject);
/// Rule 13, and rule 21 before the window: the state of each due date.
void rule13States(Subject &subject);
/// Rule 14: warns of open due dates whose grace cannot be used up since the window ends before.
void rule14GraceBeyondWindow(Subject &subject);

} // namespace tb::readiness
