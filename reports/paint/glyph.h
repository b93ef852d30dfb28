#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace tb::paint {

/// The shapes of the status vocabulary, one for each meaning, so that nothing depends on colour.
enum class Glyph {
    None,
    DashedRing,
    HalfRing,
    ThreeQuarterRing,
    TickDisc,
    Triangle,
    Octagon,
    Clock,
    BrokenBar,
    SlashRing,
    Diamond,
    HollowTriangle,
    CrossDisc,
    Plus,
    Tick,
    Cross,
    Dash,
};

/// Paints @p glyph, drawn on a 16-unit box, into @p box. @p ink is its colour, @p ground what shows through its
/// cut-outs (the background of the row or page). Any paint device, in vectors.
void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &ink, const QColor &ground);

} // namespace tb::paint
