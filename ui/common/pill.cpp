#include "ui/common/pill.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QFontMetrics>
#include <QPainter>

namespace tb {

Pill::Pill(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Pill::setLook(const StatusLook &look)
{
    m_look = look;
    setAccessibleName(look.text);
    setVisible(!look.text.isEmpty());
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return { pillWidth(m_look), metrics::pill() };
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPill(painter, rect(), m_look);
}

StatusLabel::StatusLabel(const StatusLook &look, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setLook(look);
}

void StatusLabel::setLook(const StatusLook &look)
{
    m_look = look;
    setAccessibleName(look.text);
    updateGeometry();
    update();
}

QSize StatusLabel::sizeHint() const
{
    const int glyph = m_look.glyph == Glyph::None ? 0 : metrics::glyph() + 6;
    return { glyph + QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(m_look.text) + 2, metrics::line() };
}

void StatusLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect rest = drawGlyph(painter, rect(), m_look.glyph, m_look.tone, theme().surface);
    drawText(painter, rest, m_look.text, textFont(TextStyle::Small), theme().text);
}

} // namespace tb
