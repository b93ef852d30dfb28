#pragma once

#include "model/readiness/context.h"

/// Rule 16: controls that operate all the time are shown by the configuration of their systems.
namespace tb::readiness {

/// One configuration item per in-scope system inside W and after each recorded change; none lately is a warning.
/// An item of the change's own day counts, as dates have no hours.
void rule16Continuous(Subject &subject);
/// Rule 16's "last 30 days".
inline constexpr int recentConfigurationDays = 30;

} // namespace tb::readiness
