#pragma once

#include "model/findings/findingenums.h"
#include "model/policies/policyversion.h"
#include "model/readiness/result.h"
#include "model/testing/testingenums.h"
#include "ui/common/cells.h"

namespace tb {

/// Glyph, tone and word of every status, as UI.md section 3 gives them. One shape for each meaning: nothing else in the
/// window decides how a status looks.
StatusLook look(ControlState state);
StatusLook look(Freshness freshness);
StatusLook look(WorkStatus status);
/// The status of a control as reports say it too: "Ready to date" while the window is open.
StatusLook look(const readiness::ControlResult &result);
StatusLook look(Conclusion conclusion);
StatusLook look(FindingState state);
StatusLook look(Severity severity);
StatusLook look(VersionState state);
/// The mark that a control keeps once an occurrence in the window was late, missing or deviating (READINESS).
StatusLook exceptionLook();

/// Parts of a stacked bar in the fixed order Ready, In review, In progress, Gap, Not started.
TonePartList barOf(const readiness::StateCounts &counts);

} // namespace tb
