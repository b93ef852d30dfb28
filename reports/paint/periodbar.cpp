#include "reports/paint/periodbar.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tb::paint {
namespace {

constexpr qreal Track = 12;

/// 45 degree lines, 4 units apart, drawn as lines so that they are crisp on every device and stay vectors in a PDF.
void hatch(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 4)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

void frame(QPainter &painter, const QRectF &rect, const QColor &colour, Qt::PenStyle style)
{
    QPen pen(colour, 1);
    if (style != Qt::SolidLine)
        pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintSpan(QPainter &painter, const QRectF &rect, Period::Cover cover, const PeriodColours &colours)
{
    painter.save();
    switch (cover) {
    case Period::Cover::Covered:
    case Period::Cover::Bridge:
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(cover == Period::Cover::Covered ? colours.covered : colours.bridge);
        painter.drawRoundedRect(rect, 2, 2);
        if (cover == Period::Cover::Bridge)
            hatch(painter, rect, colours.ground);
        break;
    case Period::Cover::Missing:
        painter.fillRect(rect, colours.missingTint);
        hatch(painter, rect, colours.missingLine);
        frame(painter, rect, colours.missingLine, Qt::SolidLine);
        break;
    case Period::Cover::Expected: frame(painter, rect, colours.expected, Qt::CustomDashLine); break;
    }
    painter.restore();
}

void paintPoint(QPainter &painter, QPointF at, Period::Mark mark, const PeriodColours &colours)
{
    const qreal r = 4.3; // with its stroke the diamond is 10 units wide
    QPainterPath path(at + QPointF(0, -r));
    path.lineTo(at + QPointF(r, 0));
    path.lineTo(at + QPointF(0, r));
    path.lineTo(at + QPointF(-r, 0));
    path.closeSubpath();
    const QColor line = mark == Period::Mark::Done ? colours.covered
        : mark == Period::Mark::Planned            ? colours.expected
                                                   : colours.missingLine;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.4));
    painter.setBrush(mark == Period::Mark::Done ? line : colours.ground);
    painter.drawPath(path);
    painter.restore();
}

void paintQuarters(QPainter &painter, const QRectF &track, const Period &period, const QColor &colour)
{
    for (QDate quarter = period.first.addMonths(3); quarter <= period.last; quarter = quarter.addMonths(3)) {
        const qreal x = qRound(period.x(quarter, track.left(), track.width()));
        painter.fillRect(QRectF(x, track.top(), 1, track.height()), colour);
    }
}

} // namespace

qreal Period::x(QDate date, qreal left, qreal width) const
{
    const auto days = static_cast<qreal>(first.daysTo(last) + 1);
    return left + width * std::clamp(static_cast<qreal>(first.daysTo(date)) / days, 0.0, 1.0);
}

void paintPeriod(QPainter &painter, const QRectF &box, const Period &period, const PeriodColours &colours)
{
    if (!period.first.isValid() || period.last < period.first || box.width() < 1)
        return;
    const QRectF track(box.left(), qRound(box.center().y() - Track / 2), box.width(), Track);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.track);
    painter.drawRoundedRect(track, 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintQuarters(painter, track, period, colours.tick);
    for (const Period::Span &span : period.spans) {
        if (span.to < period.first || span.from > period.last)
            continue;
        const qreal left = qRound(period.x(span.from, track.left(), track.width()));
        const qreal right = qRound(period.x(span.to.addDays(1), track.left(), track.width()));
        const qreal width = std::max(3.0, right - left);
        paintSpan(painter, QRectF(std::min(left, track.right() - width), track.top() + 1, width, Track - 2), span.cover,
                  colours);
    }
    for (const Period::Point &point : period.points) {
        const qreal x
            = std::clamp(period.x(point.on, track.left(), track.width()), track.left() + 5, track.right() - 5);
        paintPoint(painter, QPointF(x, track.center().y()), point.mark, colours);
    }
    if (period.today >= period.first && period.today <= period.last) {
        const qreal x = qRound(period.x(period.today, track.left(), track.width()));
        painter.fillRect(QRectF(x, track.top() - 4, 1.5, Track + 8), colours.today);
    }
    painter.restore();
}

void paintMonths(QPainter &painter, const QRectF &box, const Period &window, const QFont &font, const QColor &colour)
{
    if (!window.first.isValid() || window.last < window.first)
        return;
    painter.save();
    painter.setFont(font);
    painter.setPen(colour);
    const QLocale locale;
    for (QDate month(window.first.year(), window.first.month(), 1); month <= window.last; month = month.addMonths(1)) {
        const qreal left = window.x(month, box.left(), box.width());
        const qreal right = window.x(month.addMonths(1), box.left(), box.width());
        const QString letter = locale.standaloneMonthName(month.month(), QLocale::ShortFormat).left(1).toUpper();
        if (right - left >= 6)
            painter.drawText(QRectF(left, box.top(), right - left, box.height()), Qt::AlignCenter, letter);
    }
    painter.restore();
}

} // namespace tb::paint
