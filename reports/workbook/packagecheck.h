#pragma once

#include <QString>

namespace tb::workbook {

/// Whether the zip at @p path can be read through and every XML part in it ends with the tag it began with.
bool isWholePackage(const QString &path);

} // namespace tb::workbook
