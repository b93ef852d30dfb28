#pragma once

#include "ui/common/theme.h"

#include <QRectF>
#include <QtCore/qnamespace.h>

class QColor;
class QPainter;
class QString;

namespace tb {

/// A check box of the window: tick, dash or empty, in @p box. Shared by forms (style) and tables.
void paintCheckBox(QPainter &painter, const QRectF &box, Qt::CheckState state, bool enabled);
/// A radio button.
void paintRadio(QPainter &painter, const QRectF &box, bool on, bool enabled);
/// The ground of one segment of a SegmentedControl: round only where the whole row ends.
void paintSegment(QPainter &painter, const QRectF &rect, bool first, bool last, const QColor &fill);
/// The frame and ground of a field: plain, focused (2 px accent), wrong (2 px bad) or read-only (sunken).
void paintField(QPainter &painter, const QRectF &rect, bool focus, bool wrong, bool readOnly);
/// The 2 px ring around a focused control; @p rect is its outer edge.
void paintFocusRing(QPainter &painter, const QRectF &rect);
/// A bundled icon centred in @p rect.
void paintIcon(QPainter &painter, const QRect &rect, const QString &name, Ink ink);

} // namespace tb
