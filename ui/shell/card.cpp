#include "ui/shell/card.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace tb {

Card::Card(Ground ground, QWidget *parent) : QFrame(parent), m_ground(ground) { }

void Card::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().line, 1));
    painter.setBrush(m_ground == Ground::Sunken ? theme().sunken : theme().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace tb
