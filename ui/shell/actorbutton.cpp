#include "ui/shell/actorbutton.h"

#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/textstyle.h"

#include <QPainter>

namespace tb {

ActorButton::ActorButton(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("actor"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ActorButton::setActor(const QString &name, const QString &role)
{
    setText(name);
    m_role = role;
    setAccessibleName(tr("Acting person: %1").arg(name));
    setToolTip(tr("%1. All changes are recorded under this name.").arg(name));
    update();
}

void ActorButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    update();
}

QSize ActorButton::sizeHint() const
{
    return { metrics::scaled(48), 2 * metrics::line() + 11 };
}

QString ActorButton::initials(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString first = words.first().left(1);
    return (words.size() > 1 ? first + words.last().left(1) : words.first().left(2)).toUpper();
}

void ActorButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        painter.fillRect(rect(), t.hover);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    const int side = metrics::scaled(24);
    const QRect disc(m_collapsed ? (width() - side) / 2 : 16, (height() - side) / 2 + 1, side, side);
    painter.setPen(QPen(t.lineStrong, 1));
    painter.setBrush(t.selection.lightness() > 128 ? t.sunken : t.hover);
    painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(textFont(TextStyle::MicroStrong));
    painter.setPen(t.text2);
    painter.drawText(disc, Qt::AlignCenter, initials(text()));
    if (!m_collapsed) {
        const int left = disc.right() + 9;
        const int line = metrics::line();
        const int top = m_role.isEmpty() ? (height() - line) / 2 : (height() - 2 * line) / 2 + 1;
        drawText(painter, QRect(left, top, width() - left - 32, line), text(), textFont(TextStyle::SmallMedium),
                 t.text);
        drawText(painter, QRect(left, top + line - 1, width() - left - 32, line), m_role, textFont(TextStyle::Micro),
                 t.text2);
        const int chevron = metrics::scaled(14);
        paintIcon(painter, QRect(width() - 16 - chevron, (height() - chevron) / 2, chevron, chevron),
                  QStringLiteral("chevron-up"), Ink::Text2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(5, 4, -6, -3), 4, 4);
    }
}

} // namespace tb
