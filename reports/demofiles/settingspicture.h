#pragma once

#include "model/demo/demofile.h"

namespace tb {

/// A demo evidence file as the picture of a settings page, in PNG. Any thread, once a QGuiApplication exists and the
/// fonts are loaded (paint::loadFonts()).
QByteArray settingsPicture(const DemoFile &file);

} // namespace tb
