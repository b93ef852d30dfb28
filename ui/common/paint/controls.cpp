#include "ui/common/paint/controls.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace tb {
namespace {

QRectF inset(const QRectF &rect, qreal by)
{
    return rect.adjusted(by, by, -by, -by);
}

} // namespace

void paintCheckBox(QPainter &painter, const QRectF &box, Qt::CheckState state, bool enabled)
{
    const Theme &t = theme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = state != Qt::Unchecked;
    const QColor frame = enabled ? (on ? t.accentFill : t.field) : t.lineStrong;
    painter.setPen(QPen(frame, 1));
    painter.setBrush(on ? QBrush(frame) : QBrush(t.surface));
    painter.drawRoundedRect(inset(box, 0.5), 3, 3);
    painter.setPen(QPen(t.onFill, box.width() * 0.115, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
    if (state == Qt::Checked) {
        const QPointF tick[] = { at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.33) };
        painter.drawPolyline(tick, 3);
    } else if (state == Qt::PartiallyChecked) {
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    }
    painter.restore();
}

void paintRadio(QPainter &painter, const QRectF &box, bool on, bool enabled)
{
    const Theme &t = theme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor frame = enabled ? (on ? t.accentFill : t.field) : t.lineStrong;
    painter.setPen(QPen(frame, on ? 1.5 : 1));
    painter.setBrush(t.surface);
    painter.drawEllipse(inset(box, 0.75));
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(frame);
        painter.drawEllipse(inset(box, box.width() * 0.27));
    }
    painter.restore();
}

void paintSegment(QPainter &painter, const QRectF &rect, bool first, bool last, const QColor &fill)
{
    constexpr qreal radius = 4;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().lineStrong, 1));
    painter.setBrush(fill);
    const qreal left = first ? 0.5 : -2 * radius; // what is out of the clip is square here
    const qreal right = last ? -0.5 : 2 * radius;
    painter.drawRoundedRect(rect.adjusted(left, 0.5, right, -0.5), radius, radius);
    if (!first)
        painter.fillRect(QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2), theme().lineStrong);
    painter.restore();
}

void paintField(QPainter &painter, const QRectF &rect, bool focus, bool wrong, bool readOnly)
{
    const Theme &t = theme();
    const bool strong = focus || wrong;
    const QColor frame = wrong ? t.tone(Tone::Bad).text : focus ? t.accent : readOnly ? t.lineStrong : t.field;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frame, strong ? 2 : 1));
    painter.setBrush(readOnly ? t.sunken : t.surface);
    painter.drawRoundedRect(inset(rect, strong ? 1 : 0.5), 4, 4);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(inset(rect, 1), 6, 6);
    painter.restore();
}

void paintIcon(QPainter &painter, const QRect &rect, const QString &name, Ink ink)
{
    icon(name, ink).paint(&painter, rect);
}

} // namespace tb
