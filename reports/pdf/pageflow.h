#pragma once

#include "reports/pdf/fontset.h"

namespace tb::pdf {

/// Fills pages from top to bottom: text, headings, lines, boxes. Knows nothing of what they mean.
class PageFlow
{
public:
    PageFlow(const FontSet &fonts, const Geometry &geometry) : m_fonts(fonts), m_geometry(geometry) { }

    const FontSet &fonts() const { return m_fonts; }
    const Geometry &geometry() const { return m_geometry; }
    QList<Page> pages() const { return m_pages; }
    QList<Bookmark> bookmarks() const { return m_bookmarks; }

    /// Starts a page; the running header says @p section from here on.
    void startPage(const QString &section);
    /// Starts a page of the same section.
    void breakPage() { startPage(m_section); }
    qreal y() const { return m_y; }
    void skip(qreal points) { m_y += points; }
    qreal room() const { return m_geometry.bottom - m_y; }
    /// Breaks the page unless @p height fits; true when it did break.
    bool ensure(qreal height);
    int pageIndex() const { return static_cast<int>(m_pages.size()) - 1; }

    void add(const Item &item) { m_pages.last().items.append(item); }
    /// One line whose top is at @p top.
    void addLine(Style style, const QString &text, qreal x, qreal top);
    void addLineRight(Style style, const QString &text, qreal right, qreal top);
    void addRule(qreal top, qreal thickness = 0.25);
    /// A paragraph over the width of the page.
    void addText(Style style, const QString &text, qreal after = 6);
    /// A heading with its place in the outline.
    void addHeading(Style style, const QString &text, int level);
    void addBookmark(const QString &title, int level);

private:
    const FontSet &m_fonts;
    Geometry m_geometry;
    QList<Page> m_pages;
    QList<Bookmark> m_bookmarks;
    QString m_section;
    qreal m_y = 0;
};

} // namespace tb::pdf
