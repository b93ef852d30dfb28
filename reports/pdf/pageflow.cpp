#include "reports/pdf/pageflow.h"

namespace tb::pdf {

void PageFlow::startPage(const QString &section)
{
    m_section = section;
    m_pages.append(Page { section, {} });
    m_y = m_geometry.top;
}

bool PageFlow::ensure(qreal height)
{
    if (height <= room())
        return false;
    breakPage();
    return true;
}

void PageFlow::addLine(Style style, const QString &text, qreal x, qreal top)
{
    if (!text.isEmpty())
        add(TextItem { { x, top + m_fonts.ascent(style) }, text, style });
}

void PageFlow::addLineRight(Style style, const QString &text, qreal right, qreal top)
{
    addLine(style, text, right - m_fonts.width(style, text), top);
}

void PageFlow::addRule(qreal top, qreal thickness)
{
    add(BoxItem { { m_geometry.left, top, m_geometry.bodyWidth(), thickness }, page::line() });
}

void PageFlow::addText(Style style, const QString &text, qreal after)
{
    const qreal height = FontSet::lineHeight(style);
    for (const QString &line : m_fonts.wrapped(style, text, m_geometry.bodyWidth())) {
        ensure(height);
        addLine(style, line, m_geometry.left, m_y);
        skip(height);
    }
    skip(after);
}

void PageFlow::addHeading(Style style, const QString &text, int level)
{
    ensure(FontSet::lineHeight(style) * 3);
    addBookmark(text, level);
    addText(style, text, 4);
}

void PageFlow::addBookmark(const QString &title, int level)
{
    m_bookmarks.append({ title, level, pageIndex(), m_y });
}

} // namespace tb::pdf
