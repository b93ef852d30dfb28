#pragma once

#include "model/id.h"

namespace tb {

using ChangeId = SignificantChangeId;
/// Of what says that an operation of a control deviated: a sampled item or an occurrence of a finding.
using DeviationId = Id<"deviation">;

} // namespace tb
