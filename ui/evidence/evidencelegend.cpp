#include "ui/evidence/evidencelegend.h"

#include "reports/words/terms.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QPainter>

namespace tb {

namespace {

using paint::Period;

constexpr int swatchWidth = 18;
constexpr int wideGap = 16;
constexpr int narrowGap = 8;
constexpr int roomForAll = 620; ///< below this the marks alone are named

/// A week of nothing but @p cover.
Period filled(Period::Cover cover)
{
    const QDate from(2026, 1, 1);
    Period period { from, from.addDays(6), {}, {}, {} };
    period.spans.append({ from, from.addDays(6), cover });
    return period;
}

/// A week with one mark in its middle.
Period pointed()
{
    const QDate from(2026, 1, 1);
    Period period { from, from.addDays(6), {}, {}, {} };
    period.points.append({ from.addDays(3), Period::Mark::Done });
    return period;
}

/// Draws swatch and word at @p x, returns where the next begins.
class Line
{
public:
    Line(QPainter &painter, const QRect &rect, int gap) : m_painter(painter), m_rect(rect), m_gap(gap), m_x(rect.left())
    { }

    void word(const QString &text, Ink ink)
    {
        const QFont font = textFont(ink == Ink::Text ? TextStyle::SmallMedium : TextStyle::Small);
        const int width = QFontMetrics(font).horizontalAdvance(text) + 2;
        drawText(m_painter, QRect(m_x, m_rect.top(), width, m_rect.height()), text, font, theme().ink(ink));
        m_x += width + m_gap;
    }
    void swatch(const Period &period)
    {
        paint::PeriodColours colours = periodColours(theme().surface);
        colours.track = Qt::transparent; // the mark alone
        paint::paintPeriod(m_painter, QRectF(m_x, m_rect.top(), swatchWidth, m_rect.height()), period, colours);
        m_x += swatchWidth + 6;
    }
    void today()
    {
        m_painter.fillRect(QRectF(m_x, m_rect.center().y() - 7, 1.5, 15), theme().text);
        m_x += 8;
    }

private:
    QPainter &m_painter;
    QRect m_rect;
    int m_gap;
    int m_x;
};

} // namespace

EvidenceLegend::EvidenceLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend: covered, point in time, missing, expected, today"));
}

void EvidenceLegend::setToday(QDate today)
{
    m_today = today;
    update();
}

QSize EvidenceLegend::sizeHint() const
{
    return { 200, metrics::row() + 2 };
}

void EvidenceLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.fillRect(0, 0, width(), 1, theme().line);
    const bool roomy = width() >= metrics::scaled(roomForAll);
    Line line(painter, rect().adjusted(16, 1, -16, 0), roomy ? wideGap : narrowGap);
    if (roomy)
        line.word(tr("Audit window"), Ink::Text);
    line.swatch(filled(Period::Cover::Covered));
    line.word(tr("Covered"), Ink::Text2);
    line.swatch(pointed());
    line.word(tr("Point in time"), Ink::Text2);
    line.swatch(filled(Period::Cover::Missing));
    line.word(tr("Missing"), Ink::Text2);
    line.swatch(filled(Period::Cover::Expected));
    line.word(tr("Expected"), Ink::Text2);
    line.today();
    line.word(tr("Today, %1").arg(words::dayAndMonth(m_today)), Ink::Text2);
}

} // namespace tb
