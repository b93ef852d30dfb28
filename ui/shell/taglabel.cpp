#include "ui/shell/taglabel.h"

#include "ui/common/textstyle.h"

#include <QPainter>

namespace tb {

TagLabel::TagLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextStyle(this, TextStyle::Small);
    setTextInk(this, Ink::Text2);
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize TagLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + 14, metrics::tag() };
}

void TagLabel::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().lineStrong, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    QLabel::paintEvent(event);
}

} // namespace tb
