#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QStringView>

namespace tb {

/// A Lucide icon (names in resources/icons/CMakeLists.txt) in the colour of @p ink. It asks for the theme whenever it
/// is painted and for the pixels of the device, so a theme switch or another screen needs no new icon.
QIcon icon(const QString &name, Ink ink = Ink::Text2);

/// The program's own mark.
QIcon markIcon();

/// Whether @p name is among the bundled icons.
bool hasIcon(const QString &name);

} // namespace tb
