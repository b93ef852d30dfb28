#include "ui/shell/busybar.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace tb {

namespace {
constexpr int steps = 60; ///< of one run across
constexpr int interval = 25; ///< milliseconds
} // namespace

BusyBar::BusyBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(3);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % steps;
        update();
    });
}

void BusyBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
}

void BusyBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void BusyBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().line);
    const qreal length = width() * 0.3;
    const qreal left = (width() + length) * m_step / steps - length;
    painter.fillRect(QRectF(left, 0, length, height()), theme().accentFill);
}

} // namespace tb
