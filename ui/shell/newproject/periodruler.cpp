#include "ui/shell/newproject/periodruler.h"

#include "reports/paint/periodbar.h"
#include "ui/common/textstyle.h"

#include <QLocale>
#include <QPainter>

namespace tb {

PeriodRuler::PeriodRuler(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PeriodRuler::sizeHint() const
{
    return { 400, 14 + metrics::line() };
}

void PeriodRuler::setPeriod(QDate from, QDate to)
{
    m_from = from;
    m_to = to;
    const auto words = [](QDate date) { return QLocale().toString(date, QStringLiteral("d MMMM yyyy")); };
    setAccessibleName(!from.isValid() || !to.isValid() ? QString()
                          : from == to                 ? words(from)
                                                       : tr("%1 to %2").arg(words(from), words(to)));
    update();
}

QDate PeriodRuler::firstMonth() const
{
    // A window within one year is shown on that year; a longer one on the months that it touches.
    return m_from.year() == m_to.year() ? QDate(m_from.year(), 1, 1) : QDate(m_from.year(), m_from.month(), 1);
}

QDate PeriodRuler::lastMonth() const
{
    return m_from.year() == m_to.year() ? QDate(m_to.year(), 12, 31)
                                        : QDate(m_to.year(), m_to.month(), m_to.daysInMonth());
}

void PeriodRuler::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0.5, 0.5, width() - 1, 12);
    painter.setPen(QPen(t.lineStrong, 1));
    painter.setBrush(t.sunken);
    painter.drawRoundedRect(track, 2, 2);
    if (!m_from.isValid() || !m_to.isValid() || m_to < m_from)
        return;
    paint::Period scale;
    scale.first = firstMonth();
    scale.last = lastMonth();
    const qreal left = scale.x(m_from, 1, width() - 2);
    const qreal right = scale.x(m_to.addDays(1), 1, width() - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.tone(Tone::Info).bar);
    painter.drawRect(QRectF(left, 1, std::max(3.0, right - left), 11));
    paint::paintMonths(painter, QRectF(1, 15, width() - 2, metrics::line() - 2), scale, textFont(TextStyle::Micro),
                       t.text2);
}

} // namespace tb
