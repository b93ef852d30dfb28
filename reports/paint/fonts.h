#pragma once

#include <QString>

namespace tb::paint {

/// Registers the bundled faces (Inter 400 to 700, JetBrains Mono 400) with Qt; again is harmless. Main thread, after
/// the QGuiApplication. Returns whether every face was taken.
bool loadFonts();

/// Family of running text: Inter, or the system's own when the bundled face was refused.
QString textFamily();
/// Family of hashes, cell addresses and policy source.
QString monoFamily();

} // namespace tb::paint
