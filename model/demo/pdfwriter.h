#pragma once

#include <QByteArray>

namespace tb {

struct DemoFile;

/// @p file as a small PDF 1.4 on A4: title, paragraph and a table over as many pages as it takes, in the standard fonts
/// that every reader has. The same file gives the same bytes.
QByteArray pdfOf(const DemoFile &file);

} // namespace tb
