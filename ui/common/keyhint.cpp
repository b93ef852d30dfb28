#include "ui/common/keyhint.h"

#include "ui/common/metrics.h"

#include <QFontMetrics>
#include <QPainter>

namespace tb {

QString keyText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' '));
}

int paintKeyHint(QPainter &painter, const QRect &area, const QString &keys, Ink ink)
{
    const QFont font = textFont(TextStyle::Micro);
    const int width = QFontMetrics(font).horizontalAdvance(keys) + metrics::scaled(9);
    const int height = metrics::line() - 1;
    const QRect cap(area.right() + 1 - width, area.center().y() + 1 - height / 2, width, height);
    const QColor colour = theme().ink(ink);
    QColor frame = ink == Ink::OnFill ? colour : theme().lineStrong;
    if (ink == Ink::OnFill)
        frame.setAlphaF(0.6F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(cap, Qt::AlignCenter, keys);
    painter.restore();
    return width;
}

} // namespace tb
