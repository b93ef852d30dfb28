#include "ui/common/iconlabel.h"

#include "ui/common/metrics.h"

#include <QPainter>

namespace tb {

IconLabel::IconLabel(const QIcon &icon, int side, QWidget *parent) : QWidget(parent), m_icon(icon), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = metrics::scaled(m_side);
    return { side, side };
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace tb
