#pragma once

#include "ui/common/cells.h"

#include <QIcon>

namespace tb {

/// A status glyph as an icon for combo boxes and menus, painted in the theme's colours of the moment.
QIcon glyphIcon(const StatusLook &look);

} // namespace tb
