#pragma once

#include <QByteArray>

namespace tb {

/// Whether an SVG can be drawn without opening any other file: no picture, style sheet or entity in it, and no address
/// but one inside it; links to click are fine. False for what is not readable XML, compressed drawings among it.
bool isSelfContained(const QByteArray &svg);

} // namespace tb
