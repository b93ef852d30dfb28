#include "ui/common/steplist.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tb {

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepList::addStep(const QString &title)
{
    m_steps << Step { title, {}, false };
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
    return { metrics::scaled(208), static_cast<int>(m_steps.size()) * (2 * metrics::line() + 16) };
}

QRect StepList::rectOf(int step) const
{
    const int height = 2 * metrics::line() + 16;
    return { 0, step * height, width(), height };
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &t = theme();
    const int side = metrics::scaled(20);
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        const QRect rect = rectOf(i);
        const QRectF circle(rect.left() + 4, rect.top() + 4, side, side);
        const bool now = i == m_current;
        painter.setPen(QPen(now || step.finished ? t.accentFill : t.field, 1.5));
        painter.setBrush(now ? QBrush(t.accentFill) : QBrush(t.surface));
        painter.drawEllipse(circle);
        if (step.finished && !now)
            paint::paintGlyph(painter, circle, Glyph::Tick, t.accent, t.surface);
        else
            drawText(painter, circle.toRect(), QString::number(i + 1), textFont(TextStyle::MicroStrong),
                     now ? t.onFill : t.text2, Qt::AlignHCenter);
        if (i + 1 < m_steps.size())
            painter.fillRect(QRectF(circle.center().x(), circle.bottom() + 3, 1, rect.height() - side - 6),
                             t.lineStrong);
        const QRect title(rect.left() + side + 16, rect.top() + 4, rect.width() - side - 20, side);
        drawText(painter, title, step.title, textFont(now ? TextStyle::BodyStrong : TextStyle::Body),
                 now || step.finished ? t.text : t.text2);
        drawText(painter, title.translated(0, side), step.summary, textFont(TextStyle::Small), t.text2);
    }
    if (hasFocus() && m_current < m_steps.size()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rectOf(m_current)).adjusted(1, 1, -1, -1), 4, 4);
    }
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
