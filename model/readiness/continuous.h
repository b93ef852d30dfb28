#pragma once

#include "model/readiness/context.h"

/// Rule 16: controls that operate all the time are shown by the configuration of their systems.
namespace tb::readiness {

/// One configuration item per in-scope system inside W and after each recorded change; none lately is a warning.
/// An item of the change's own day counts, as dates have no hours.
void rule16Continuous(Subject &subject);
/// The control's systems in scope; all of them when it names none. With nothing in scope one item of any system is
/// still needed, which the empty id stands for.
QList<SystemId> systemsToShow(const Context &context, const ControlInput &control);
/// Rule 16's "last 30 days".
inline constexpr int recentConfigurationDays = 30;

} // namespace tb::readiness
