#include "reports/pdf/pagepainter.h"

#include "reports/paint/stackedbar.h"
#include "reports/words/tr.h"

#include <QPainter>
#include <QPdfWriter>

namespace tb::pdf {

namespace {

/// Paints items given in points onto a device of resolution().
class ItemPainter
{
public:
    ItemPainter(QPainter &painter, const FontSet &fonts) : m_painter(painter), m_fonts(fonts) { }

    void operator()(const TextItem &item) const
    {
        m_painter.setFont(m_fonts.font(item.style));
        m_painter.setPen(FontSet::colour(item.style));
        m_painter.drawText(item.baseline * unitsPerPoint, m_fonts.printable(item.style, item.text));
    }
    void operator()(const BoxItem &item) const { m_painter.fillRect(scaled(item.box), item.colour); }
    void operator()(const GlyphItem &item) const
    {
        paint::paintGlyph(m_painter, scaled(item.box), item.glyph, item.colour, page::paper());
    }
    void operator()(const BarItem &item) const
    {
        QList<paint::Part> parts;
        for (const auto &[amount, colour] : item.parts)
            parts.append({ static_cast<qreal>(amount), colour });
        m_painter.save();
        m_painter.scale(unitsPerPoint, unitsPerPoint);
        paint::paintStackedBar(m_painter, item.box, parts);
        m_painter.restore();
    }

private:
    static QRectF scaled(const QRectF &box) { return { box.topLeft() * unitsPerPoint, box.size() * unitsPerPoint }; }

    QPainter &m_painter;
    const FontSet &m_fonts;
};

/// The running header and footer of one page.
QList<Item> runningLines(const Document &document, const FontSet &fonts, int index)
{
    const Geometry &page = document.geometry;
    const Page &shown = document.pages.at(index);
    const QString number = words::Say::tr("Page %1 of %2").arg(index + 1).arg(document.pages.size());
    const auto right = [&](Style style, const QString &text, qreal base) {
        return TextItem { { page.right - fonts.width(style, text), base }, text, style };
    };
    if (shown.section.isEmpty())
        return {}; // the cover
    const qreal sectionWidth = fonts.width(Style::Running, shown.section);
    const QString left = fonts.elided(Style::Running, document.headerLeft, page.bodyWidth() - sectionWidth - 16);
    const qreal centreWidth
        = fonts.width(Style::Running, document.footerCentre) + fonts.width(Style::RunningMono, document.footerMono);
    const qreal centre = page.left + (page.bodyWidth() - centreWidth) / 2;
    const QString label = fonts.elided(Style::Running, document.footerLeft, centre - page.left - 12);
    return { TextItem { { page.left, page.headerBase }, left, Style::Running },
             right(Style::Running, shown.section, page.headerBase),
             BoxItem { { page.left, page.headerRule, page.bodyWidth(), 0.5 }, page::line() },
             BoxItem { { page.left, page.footerRule, page.bodyWidth(), 0.5 }, page::line() },
             TextItem { { page.left, page.footerBase }, label, Style::Running },
             TextItem { { centre, page.footerBase }, document.footerCentre, Style::Running },
             TextItem { { centre + fonts.width(Style::Running, document.footerCentre), page.footerBase },
                        document.footerMono,
                        Style::RunningMono },
             right(Style::Running, number, page.footerBase) };
}

} // namespace

Status paintDocument(QPdfWriter &writer, const Document &document, const FontSet &fonts, JobControl &job)
{
    QPainter painter;
    if (!painter.begin(&writer))
        return Error { Error::Kind::Io, {}, QStringLiteral("the PDF could not be begun") };
    painter.setRenderHint(QPainter::Antialiasing);
    const ItemPainter paint(painter, fonts);
    for (int i = 0; i < document.pages.size(); ++i) {
        if (job.cancelled())
            return Error { Error::Kind::Cancelled };
        if (i > 0)
            writer.newPage();
        for (const Item &item : document.pages.at(i).items)
            std::visit(paint, item);
        for (const Item &item : runningLines(document, fonts, i))
            std::visit(paint, item);
        job.progress(document.pages.size() + i + 1, 2 * document.pages.size(), words::Say::tr("Writing pages"));
    }
    painter.end();
    return Ok {};
}

} // namespace tb::pdf
