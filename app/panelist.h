#pragma once

#include "ui/shell/workspace.h"

namespace tb {

/// The panes of the rail, in its order.
QList<PaneMaker> paneMakers();

} // namespace tb
