#include "ui/common/donutwidget.h"

#include "reports/paint/donut.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

namespace tb {
namespace {
constexpr qreal thickness = 14;
}

DonutWidget::DonutWidget(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DonutWidget::setSegments(const QList<Segment> &segments)
{
    m_segments = segments;
    m_current = -1;
    QStringList legend;
    for (const Segment &segment : segments) {
        if (segment.count > 0)
            legend << tr("%1 %2", "count and status, e.g. 12 Ready").arg(segment.count).arg(segment.name);
    }
    setAccessibleName(legend.join(QStringLiteral(", ")));
    update();
}

void DonutWidget::setCentre(const QString &number, const QString &caption)
{
    m_number = number;
    m_caption = caption;
    setAccessibleDescription(QStringList { number, caption }.join(u' '));
    update();
}

QSize DonutWidget::sizeHint() const
{
    return { metrics::scaled(120) + 8, metrics::scaled(120) + 8 };
}

QRectF DonutWidget::ring() const
{
    const int side = qMin(width(), height()) - 8;
    return QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side);
}

void DonutWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &t = theme();
    QList<paint::Part> parts;
    for (const Segment &segment : m_segments)
        parts << paint::Part { static_cast<qreal>(segment.count), t.tone(segment.tone).bar };
    paint::paintDonut(painter, ring(), thickness, parts, t.tone(Tone::Neutral).tint);
    QFont number = textFont(TextStyle::PageTitle);
    number.setPixelSize(metrics::scaled(24));
    const QRect middle = ring().toRect();
    drawText(painter, middle.translated(0, -metrics::scaled(7)), m_number, number, t.text, Qt::AlignHCenter);
    drawText(painter, middle.translated(0, metrics::scaled(14)), m_caption, textFont(TextStyle::Small), t.text2,
             Qt::AlignHCenter);
    if (!hasFocus() || m_current < 0)
        return;
    QList<qreal> amounts;
    for (const Segment &segment : m_segments)
        amounts << segment.count;
    const paint::Arc arc = paint::donutArcs(amounts).at(m_current);
    painter.setPen(QPen(t.accent, 2));
    painter.drawArc(ring().adjusted(-2, -2, 2, 2), qRound((90 - arc.start) * 16), qRound(-arc.span * 16));
}

int DonutWidget::segmentAt(const QPointF &point) const
{
    const QPointF from = point - ring().center();
    const qreal distance = std::hypot(from.x(), from.y());
    if (distance > ring().width() / 2 || distance < ring().width() / 2 - thickness)
        return -1;
    qreal angle = qRadiansToDegrees(std::atan2(from.x(), -from.y())); // clockwise from twelve o'clock
    if (angle < 0)
        angle += 360;
    QList<qreal> amounts;
    for (const Segment &segment : m_segments)
        amounts << segment.count;
    const QList<paint::Arc> arcs = paint::donutArcs(amounts);
    for (qsizetype i = 0; i < arcs.size(); ++i) {
        if (angle >= arcs.at(i).start && angle < arcs.at(i).start + arcs.at(i).span)
            return static_cast<int>(i);
    }
    return -1;
}

void DonutWidget::walk(int step)
{
    const int count = static_cast<int>(m_segments.size());
    for (int i = 1; i <= count; ++i) {
        const int next = ((m_current < 0 && step < 0 ? 0 : m_current) + step * i + 2 * count) % count;
        if (m_segments.at(next).count > 0) {
            m_current = next;
            break;
        }
    }
    update();
}

void DonutWidget::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!m_segments.isEmpty())
            walk(event->key() == Qt::Key_Right ? 1 : -1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit segmentChosen(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void DonutWidget::mousePressEvent(QMouseEvent *event)
{
    const int segment = segmentAt(event->position());
    if (segment >= 0) {
        m_current = segment;
        emit segmentChosen(segment);
    }
}

void DonutWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && !m_segments.isEmpty())
        walk(1);
}

bool DonutWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int segment = segmentAt(help->pos());
        if (segment >= 0)
            QToolTip::showText(help->globalPos(),
                               tr("%1: %2").arg(m_segments.at(segment).name).arg(m_segments.at(segment).count), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace tb
