#include "ui/shell/panel.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace tb {

Panel::Panel(Ground ground, QWidget *parent) : QWidget(parent), m_ground(ground) { }

void Panel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), m_ground == Ground::Surface ? t.surface : m_ground == Ground::Rail ? t.rail : t.sunken);
    if (m_ground == Ground::Rail)
        painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
    if (m_ground == Ground::Sunken)
        painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace tb
