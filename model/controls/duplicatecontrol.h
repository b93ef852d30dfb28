#pragma once

#include "model/project.h"

namespace tb {

/// Makes a control that says the same as @p original and is judged by the same: criteria, points of focus, policies and
/// their requirements, systems, risks and test procedures go with it. Evidence, findings, decisions, earlier wordings
/// and the sign-off stay with the original. One change; @p copy is the new one's key. NotFound without the original.
Result<ChangeSet> duplicateControl(Project &project, ControlId original, ControlId copy);

} // namespace tb
