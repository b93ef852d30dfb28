#include "ui/shell/railitem.h"

#include "ui/common/paint/controls.h"
#include "ui/common/textstyle.h"

#include <QPainter>

namespace tb {

RailItem::RailItem(QString iconName, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(std::move(iconName))
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RailItem::setBadge(int count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    describe();
    update();
}

void RailItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setToolTip(collapsed ? text() : QString());
    updateGeometry();
    update();
}

void RailItem::describe()
{
    const QString said = m_badge == 1 ? tr("%1, 1 needs attention") : tr("%1, %n need attention", nullptr, m_badge);
    setAccessibleName(m_badge > 0 ? said.arg(text()) : text());
}

QSize RailItem::sizeHint() const
{
    return { metrics::scaled(m_collapsed ? 48 : 208), metrics::row() };
}

void RailItem::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(8, 0, -8, 0);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? t.selection : t.hover);
        painter.drawRoundedRect(ground, 4, 4);
    }
    if (isChecked()) {
        painter.setBrush(t.accentFill);
        painter.drawRoundedRect(QRectF(0, height() / 2.0 - 8, 3, 16), 1.5, 1.5);
    }
    const int side = metrics::icon();
    const int middle = (width() - side) / 2 - (m_badge > 0 ? 4 : 0); // the badge covers a corner, not the half
    const int left = m_collapsed ? middle : 16;
    paintIcon(painter, QRect(left, (height() - side) / 2, side, side), m_iconName,
              isChecked() ? Ink::Accent : Ink::Text2);
    if (!m_collapsed) {
        painter.setFont(textFont(isChecked() ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(isChecked() ? t.text : t.text2);
        painter.drawText(rect().adjusted(left + side + 10, 0, -48, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    }
    if (m_badge > 0)
        paintBadge(painter);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 4, 4);
    }
}

void RailItem::paintBadge(QPainter &painter) const
{
    const Theme &t = theme();
    const QString count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    painter.setFont(textFont(TextStyle::MicroStrong));
    const int height = metrics::scaled(m_collapsed ? 15 : 18);
    const int width = std::max(height + 2, painter.fontMetrics().horizontalAdvance(count) + 10);
    const int corner
        = std::min(this->width() / 2 + 2, this->width() - width - 1); // "99+" is wider than the rail leaves
    const QRect badge = m_collapsed ? QRect(corner, 0, width, height)
                                    : QRect(this->width() - 16 - width, (this->height() - height) / 2, width, height);
    painter.setPen(QPen(t.lineStrong, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    painter.setPen(t.text2);
    painter.drawText(badge, Qt::AlignCenter, count);
}

void RailItem::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailItem::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace tb
