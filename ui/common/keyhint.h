#pragma once

#include "ui/common/theme.h"

#include <QKeySequence>
#include <QRect>

class QPainter;

namespace tb {

/// "Ctrl K" as key caps are written on this system, without the plus.
QString keyText(const QKeySequence &keys);

/// A key cap at the right edge of @p area, vertically centred; returns its width.
int paintKeyHint(QPainter &painter, const QRect &area, const QString &keys, Ink ink);

} // namespace tb
