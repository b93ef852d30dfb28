#pragma once

#include "reports/paint/stackedbar.h"

namespace tb::paint {

/// Start and span in degrees of one drawn segment, clockwise from twelve o'clock.
struct Arc
{
    qreal start = 0;
    qreal span = 0;
};

/// Where the segments of @p amounts lie; amounts above zero get at least 2 degrees, zero ones a span of 0.
QList<Arc> donutArcs(const QList<qreal> &amounts);

/// A ring of width @p thickness inside @p box, segments 1.5 units apart; without amounts a ring in @p track.
void paintDonut(QPainter &painter, const QRectF &box, qreal thickness, const QList<Part> &parts, const QColor &track);

} // namespace tb::paint
