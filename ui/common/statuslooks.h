#pragma once

#include "model/readiness/result.h"
#include "ui/common/cells.h"

namespace tb {

/// Glyph, tone and word of every status, as UI.md section 3 gives them. One shape for each meaning: nothing else in the
/// window decides how a status looks.
StatusLook look(ControlState state);
StatusLook look(Freshness freshness);
StatusLook look(WorkStatus status);

/// Parts of a stacked bar in the fixed order Ready, In review, In progress, Gap, Not started.
TonePartList barOf(const readiness::StateCounts &counts);

} // namespace tb
