#pragma once

#include <QString>

namespace tb {
struct Theme;

/// Borders, paddings and radii of the widgets that TrustbenchStyle leaves to Qt's style sheets.
QString styleSheet(const Theme &theme);

} // namespace tb
