#include "ui/common/steplist.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tb {

namespace {

constexpr int margin = 8;

int textLeft()
{
    return margin + metrics::scaled(20) + 11;
}

} // namespace

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StepList::addStep(const QString &title, const QString &hint)
{
    m_steps << Step { title, hint, {}, false };
    updateGeometry();
    describe();
}

void StepList::setCurrent(int step)
{
    m_current = step;
    describe();
    update();
}

void StepList::setFinished(int step, const QString &summary)
{
    if (step < 0 || step >= m_steps.size())
        return;
    m_steps[step].finished = true;
    m_steps[step].summary = summary;
    updateGeometry();
    update();
}

void StepList::describe()
{
    if (m_current < m_steps.size())
        setAccessibleName(
            tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps.at(m_current).title));
}

QSize StepList::sizeHint() const
{
    const int width = metrics::scaled(200);
    return { width, heightForWidth(width) };
}

int StepList::heightForWidth(int width) const
{
    int height = 0;
    for (const Step &step : m_steps)
        height += heightOf(step, width);
    return height;
}

int StepList::heightOf(const Step &step, int width) const
{
    const QString &below = step.finished ? step.summary : step.hint;
    const QRect room(0, 0, width - textLeft() - margin, 1000);
    const int lines = below.isEmpty()
        ? 0
        : QFontMetrics(textFont(TextStyle::Micro)).boundingRect(room, Qt::TextWordWrap, below).height();
    return metrics::line() + lines + 2 * margin + 2;
}

QRect StepList::rectOf(int step) const
{
    int top = 0;
    for (int i = 0; i < step; ++i)
        top += heightOf(m_steps.at(i), width());
    return { 0, top, width(), heightOf(m_steps.at(step), width()) };
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_steps.size(); ++i)
        paintStep(painter, i, rectOf(i));
    if (hasFocus() && m_current < m_steps.size()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rectOf(m_current)).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void StepList::paintStep(QPainter &painter, int number, const QRect &rect) const
{
    const Theme &t = theme();
    const Step &step = m_steps.at(number);
    const bool now = number == m_current;
    if (now) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.selection);
        painter.drawRoundedRect(rect, 4, 4);
    }
    const int side = metrics::scaled(20);
    const QRectF circle(rect.left() + margin, rect.top() + margin, side, side);
    if (step.finished && !now) {
        paint::paintGlyph(painter, circle.adjusted(1, 1, -1, -1), Glyph::TickDisc, t.ink(Ink::Ok), t.rail);
    } else {
        painter.setPen(QPen(now ? t.accentFill : t.field, 1.5));
        painter.setBrush(now ? QBrush(t.accentFill) : QBrush(Qt::NoBrush));
        painter.drawEllipse(circle);
        drawText(painter, circle.toRect(), QString::number(number + 1), textFont(TextStyle::MicroStrong),
                 now ? t.onFill : t.text2, Qt::AlignHCenter);
    }
    const QRect text = rect.adjusted(textLeft(), margin, -margin, -margin);
    drawText(painter, QRect(text.left(), text.top(), text.width(), metrics::line() + 1), step.title,
             textFont(now ? TextStyle::BodyStrong : TextStyle::Body), now || step.finished ? t.text : t.text2);
    painter.setFont(textFont(TextStyle::Micro));
    painter.setPen(t.text2);
    painter.drawText(text.adjusted(0, metrics::line() + 1, 0, 4), Qt::TextWordWrap,
                     step.finished ? step.summary : step.hint);
}

void StepList::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (rectOf(i).contains(event->pos()) && (m_steps.at(i).finished || i == m_current))
            emit stepClicked(i);
    }
}

void StepList::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    const int to = m_current + step;
    if (step != 0 && to >= 0 && to < m_steps.size() && m_steps.at(to).finished)
        emit stepClicked(to);
    else
        QWidget::keyPressEvent(event);
}

} // namespace tb
