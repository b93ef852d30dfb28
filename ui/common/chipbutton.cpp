#include "ui/common/chipbutton.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/termtips.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tb {

ChipButton::ChipButton(const QString &title, const Chip &chip, QWidget *parent)
    : QAbstractButton(parent)
    , m_title(title)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setTermTitle(this, title);
    setChip(chip);
}

void ChipButton::setChip(const Chip &chip)
{
    m_chip = chip;
    setAccessibleName(tr("Filter %1: %2").arg(m_title, chip.values.join(QStringLiteral(", "))));
    setToolTip(tr("%1: %2 (Delete removes)").arg(m_title, chip.values.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QString ChipButton::valueText() const
{
    if (m_chip.values.size() <= 2)
        return m_chip.values.join(QStringLiteral(", "));
    return tr("%n values", nullptr, static_cast<int>(m_chip.values.size()));
}

QSize ChipButton::sizeHint() const
{
    const int title = QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(m_title);
    const int value = QFontMetrics(textFont(TextStyle::BodyStrong)).horizontalAdvance(valueText());
    return { 8 + title + 6 + qMin(value, metrics::scaled(240)) + 8 + metrics::scaled(14) + 6, metrics::chip() };
}

QRect ChipButton::closeRect() const
{
    const int side = metrics::scaled(14);
    return { width() - side - 6, (height() - side) / 2, side, side };
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme().accent : theme().selectionLine, hasFocus() ? 2 : 1));
    painter.setBrush(theme().selection);
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    QRect text = rect().adjusted(8, 0, -(metrics::scaled(14) + 12), 0);
    drawText(painter, text, m_title, textFont(TextStyle::Small), theme().text2);
    text.setLeft(text.left() + QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(m_title) + 6);
    QFont value = textFont(TextStyle::Small);
    value.setWeight(QFont::DemiBold);
    drawText(painter, text, valueText(), value, theme().text);
    paintIcon(painter, closeRect(), QStringLiteral("x"), Ink::Text2);
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removeAsked();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit editAsked();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChipButton::mouseReleaseEvent(QMouseEvent *event)
{
    setDown(false);
    if (closeRect().adjusted(-4, -6, 4, 6).contains(event->pos()))
        emit removeAsked();
    else if (rect().contains(event->pos()))
        emit editAsked();
}

} // namespace tb
