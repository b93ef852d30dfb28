#pragma once

#include "reports/paint/periodbar.h"
#include "reports/paint/stackedbar.h"
#include "ui/common/cells.h"

#include <QRect>

class QPainter;

namespace tb {

/// One line of text, elided to its rectangle; @p alignment's horizontal part counts, vertically it is centred.
void drawText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
              Qt::Alignment alignment = Qt::AlignLeft);

/// A status glyph of the usual size, vertically centred at the left of @p rect, on whole device pixels. Returns the
/// rectangle that is left for the text beside it.
QRect drawGlyph(QPainter &painter, const QRect &rect, Glyph glyph, Tone tone, const QColor &ground);

/// Glyph and word of a status on its tint, radius 4; @p rect gives place and height. Returns the width it took.
int drawPill(QPainter &painter, const QRect &rect, const StatusLook &look);
int pillWidth(const StatusLook &look);

/// Tone parts with the theme's bar colours.
QList<paint::Part> barParts(const TonePartList &parts);
/// The theme's colours for period bars on @p ground.
paint::PeriodColours periodColours(const QColor &ground);

/// "Covers 1 July to 30 September 2025; missing 1 October 2025 to 12 March 2026": a period bar in words.
QString periodInWords(const paint::Period &period);

} // namespace tb
