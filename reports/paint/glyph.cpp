#include "reports/paint/glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <numbers>

namespace tb::paint {
namespace {

/// A painter already scaled to the 16-unit box, and the two colours.
struct Canvas
{
    QPainter &painter;
    QColor ink;
    QColor ground;

    void stroke(const QColor &colour, qreal width)
    {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
    }
    void fill(const QColor &colour)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
    }
    void line(qreal x1, qreal y1, qreal x2, qreal y2) { painter.drawLine(QPointF(x1, y1), QPointF(x2, y2)); }
    void lines(std::initializer_list<QPointF> points)
    {
        QPainterPath path(*points.begin());
        for (const QPointF *point = points.begin() + 1; point != points.end(); ++point)
            path.lineTo(*point);
        painter.drawPath(path);
    }
};

constexpr QPointF Centre(8, 8);
constexpr qreal Ring = 1.6;

void ring(Canvas &canvas)
{
    canvas.stroke(canvas.ink, Ring);
    canvas.painter.drawEllipse(Centre, 6.2, 6.2);
}

void disc(Canvas &canvas)
{
    canvas.fill(canvas.ink);
    canvas.painter.drawEllipse(Centre, 7.2, 7.2);
}

void dashedRing(Canvas &canvas)
{
    canvas.stroke(canvas.ink, Ring);
    QPen pen = canvas.painter.pen();
    const qreal around = 2 * std::numbers::pi * 6.2 / Ring; // in pen widths: ten equal dashes and gaps
    pen.setDashPattern({ around / 20, around / 20 });
    pen.setCapStyle(Qt::FlatCap);
    canvas.painter.setPen(pen);
    canvas.painter.drawEllipse(Centre, 6.2, 6.2);
}

void filledRing(Canvas &canvas, int startDegrees, int spanDegrees)
{
    ring(canvas);
    canvas.fill(canvas.ink);
    canvas.painter.drawPie(QRectF(4.1, 4.1, 7.8, 7.8), startDegrees * 16, spanDegrees * 16);
}

void exclamation(Canvas &canvas, qreal top, qreal bottom)
{
    canvas.stroke(canvas.ground, 1.8);
    canvas.line(8, top, 8, bottom - 3.1);
    canvas.fill(canvas.ground);
    canvas.painter.drawEllipse(QPointF(8, bottom), 1.05, 1.05);
}

QPainterPath roundedTriangle()
{
    QPainterPath path(QPointF(8, 1.9));
    path.lineTo(14.6, 13.6);
    path.lineTo(1.4, 13.6);
    path.closeSubpath();
    return path;
}

void triangle(Canvas &canvas)
{
    canvas.stroke(canvas.ink, 1.8);
    canvas.painter.setBrush(canvas.ink);
    canvas.painter.drawPath(roundedTriangle());
    exclamation(canvas, 6, 12.2);
}

void octagon(Canvas &canvas)
{
    canvas.stroke(canvas.ink, 1.2);
    canvas.painter.setBrush(canvas.ink);
    const qreal a = 1.4;
    const qreal b = 5.3;
    const qreal c = 10.7;
    const qreal d = 14.6;
    canvas.lines({ { b, a }, { c, a }, { d, b }, { d, c }, { c, d }, { b, d }, { a, c }, { a, b }, { b, a } });
    exclamation(canvas, 4.4, 11.5);
}

void clock(Canvas &canvas)
{
    ring(canvas);
    canvas.lines({ { 8, 4.7 }, { 8, 8.2 }, { 10.4, 9.7 } });
}

void brokenBar(Canvas &canvas)
{
    canvas.fill(canvas.ink);
    canvas.painter.drawRect(QRectF(0.8, 5, 4.8, 6));
    canvas.painter.drawRect(QRectF(10.4, 5, 4.8, 6));
    canvas.painter.drawRect(QRectF(7.1, 3, 1.8, 4));
    canvas.painter.drawRect(QRectF(7.1, 9, 1.8, 4));
}

void slashRing(Canvas &canvas)
{
    ring(canvas);
    canvas.line(12.2, 3.8, 3.8, 12.2);
}

void diamond(Canvas &canvas)
{
    canvas.stroke(canvas.ink, 1.2);
    canvas.painter.setBrush(canvas.ink);
    canvas.lines({ { 8, 1.6 }, { 14.4, 8 }, { 8, 14.4 }, { 1.6, 8 }, { 8, 1.6 } });
    canvas.stroke(canvas.ground, 1.6);
    canvas.line(5.6, 8, 10.4, 8);
}

void hollowTriangle(Canvas &canvas)
{
    canvas.stroke(canvas.ink, Ring);
    canvas.lines({ { 2, 3.4 }, { 14, 3.4 }, { 8, 13.2 }, { 2, 3.4 }, { 3, 3.4 } });
}

void tick(Canvas &canvas, const QColor &colour)
{
    canvas.stroke(colour, 1.9);
    canvas.lines({ { 4.6, 8.3 }, { 7, 10.7 }, { 11.5, 5.7 } });
}

void cross(Canvas &canvas, const QColor &colour)
{
    canvas.stroke(colour, 1.8);
    canvas.line(5.4, 5.4, 10.6, 10.6);
    canvas.line(10.6, 5.4, 5.4, 10.6);
}

void plus(Canvas &canvas)
{
    canvas.stroke(canvas.ink, 1.9);
    canvas.line(8, 3, 8, 13);
    canvas.line(3, 8, 13, 8);
}

void paintShape(Canvas &canvas, Glyph glyph)
{
    switch (glyph) {
    case Glyph::None: return;
    case Glyph::DashedRing: return dashedRing(canvas);
    case Glyph::HalfRing: return filledRing(canvas, -90, 180);
    case Glyph::ThreeQuarterRing: return filledRing(canvas, 90, -270);
    case Glyph::TickDisc: disc(canvas); return tick(canvas, canvas.ground);
    case Glyph::Triangle: return triangle(canvas);
    case Glyph::Octagon: return octagon(canvas);
    case Glyph::Clock: return clock(canvas);
    case Glyph::BrokenBar: return brokenBar(canvas);
    case Glyph::SlashRing: return slashRing(canvas);
    case Glyph::Diamond: return diamond(canvas);
    case Glyph::HollowTriangle: return hollowTriangle(canvas);
    case Glyph::CrossDisc: disc(canvas); return cross(canvas, canvas.ground);
    case Glyph::Plus: return plus(canvas);
    case Glyph::Tick: return tick(canvas, canvas.ink);
    case Glyph::Cross: return cross(canvas, canvas.ink);
    case Glyph::Dash: canvas.stroke(canvas.ink, 1.8); return canvas.line(5, 8, 11, 8);
    }
}

} // namespace

void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &ink, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    Canvas canvas { painter, ink, ground };
    paintShape(canvas, glyph);
    painter.restore();
}

} // namespace tb::paint
