#pragma once

#include <QString>

namespace tb {

/// A sort key that lies between two others, so that moving a row touches that row only. Keys compare as plain text.
/// An empty @p before means the start of the list, an empty @p after its end.
QString rankBetween(const QString &before, const QString &after);

/// The key of row @p index of a list made in one go: short, with room around each.
QString rankAt(int index);

} // namespace tb
