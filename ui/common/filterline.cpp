#include "ui/common/filterline.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace tb {

FilterLine::FilterLine(const QString &iconName, const QString &placeholder, const QString &keyHint, QWidget *parent)
    : QLineEdit(parent)
    , m_iconName(iconName)
    , m_keyHint(keyHint)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setToolTip(keyHint.isEmpty() ? placeholder : QStringLiteral("%1 (%2)").arg(placeholder, keyHint));
    setTextMargins(metrics::icon() + 4, 0, 0, 0);
}

void FilterLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = metrics::scaled(14);
    paintIcon(painter, QRect(9, (height() - side) / 2, side, side), m_iconName, Ink::Text2);
    const QFont font = textFont(TextStyle::Micro);
    const int width = QFontMetrics(font).horizontalAdvance(m_keyHint) + 8;
    const int wanted = QFontMetrics(this->font()).horizontalAdvance(placeholderText()) + metrics::icon() + width + 36;
    if (m_keyHint.isEmpty() || !text().isEmpty() || wanted > this->width())
        return;
    const QRectF key(this->width() - width - 8.5, (height() - metrics::line() + 1) / 2 + 0.5, width,
                     metrics::line() - 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().lineStrong, 1));
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(key, 3, 3);
    drawText(painter, key.toRect(), m_keyHint, font, theme().text3, Qt::AlignHCenter);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit leftByDown();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tb
