#pragma once

#include <QColor>
#include <QDate>
#include <QList>
#include <QRectF>

class QPainter;
class QFont;

namespace tb::paint {

/// What evidence covers inside the audit window, on a scale from its first to its last day (both inclusive).
struct Period
{
    enum class Cover { Covered, Missing, Expected, Bridge };
    enum class Mark { Done, Planned, Missed };
    struct Span
    {
        QDate from;
        QDate to; ///< inclusive
        Cover cover = Cover::Covered;
        bool operator==(const Span &) const = default;
    };
    struct Point
    {
        QDate on;
        Mark mark = Mark::Done;
        bool operator==(const Point &) const = default;
    };

    QDate first;
    QDate last;
    QDate today;
    QList<Span> spans;
    QList<Point> points;

    /// Horizontal place of the start of @p date on a bar from @p left, @p width wide; clipped to the bar.
    qreal x(QDate date, qreal left, qreal width) const;
    bool operator==(const Period &) const = default;
};

/// The colours of a period bar; the caller takes them from its theme or its page.
struct PeriodColours
{
    QColor track;
    QColor tick;
    QColor covered;
    QColor bridge;
    QColor missingTint;
    QColor missingLine;
    QColor expected;
    QColor today;
    QColor ground; ///< behind the bar, inside hollow diamonds
};

/// The bar, 12 units high and vertically centred in @p box, which is as wide as the window of time.
void paintPeriod(QPainter &painter, const QRectF &box, const Period &period, const PeriodColours &colours);

/// First letters of the months, each centred over its month.
void paintMonths(QPainter &painter, const QRectF &box, const Period &window, const QFont &font, const QColor &colour);

} // namespace tb::paint
