#include "reports/pdf/pagetable.h"

namespace tb::pdf {

namespace {

constexpr qreal padding = 5; // above and below the text of a row
constexpr qreal inset = 6; // from the left edge of a column
constexpr qreal gap = 8; // between columns
constexpr qreal glyphSize = 8;
constexpr qreal glyphRoom = 13;
constexpr qreal headerHeight = 20;
constexpr qreal groupHeight = 25;

} // namespace

PageTable::PageTable(PageFlow &flow, QList<TableColumn> columns) : m_flow(flow), m_columns(std::move(columns))
{
    qreal fixed = 0;
    int flexible = 0;
    for (const TableColumn &column : std::as_const(m_columns)) {
        fixed += column.width;
        flexible += column.width == 0.0 ? 1 : 0;
    }
    qreal x = flow.geometry().left;
    for (TableColumn &column : m_columns) {
        if (column.width == 0.0)
            column.width = (flow.geometry().bodyWidth() - fixed) / flexible;
        m_left.append(x + inset);
        x += column.width;
    }
    needRoom(headerHeight * 3);
    if (!m_fresh)
        addHeader();
}

void PageTable::addHeader()
{
    const Geometry &page = m_flow.geometry();
    const qreal top = m_flow.y();
    m_flow.add(BoxItem { { page.left, top, page.bodyWidth(), headerHeight }, page::headerTint() });
    for (int i = 0; i < m_columns.size(); ++i)
        m_flow.addLine(Style::TableStrong, m_columns.at(i).title, m_left.at(i), top + 4);
    m_flow.addRule(top + headerHeight - 0.75, 0.75);
    m_flow.skip(headerHeight);
    m_fresh = true;
}

void PageTable::needRoom(qreal height)
{
    if (m_flow.ensure(height))
        addHeader();
}

void PageTable::addGroup(const QString &title, const QString &right, const QList<TableRow> &rows, int level)
{
    QList<QList<Line>> laid;
    qreal kept = groupHeight;
    for (const TableRow &row : rows) {
        laid.append(linesOf(row));
        if (laid.size() <= 2)
            kept += heightOf(laid.last());
    }
    if (kept < m_flow.geometry().bodyHeight())
        needRoom(kept);
    if (level >= 0)
        m_flow.addBookmark(title, level);
    const qreal top = m_flow.y() + 8;
    const qreal edge = m_flow.geometry().right - inset;
    const qreal rightWidth = m_flow.fonts().width(Style::Detail, right);
    const QString shown = m_flow.fonts().elided(Style::TableStrong, title, edge - rightWidth - gap - m_left.first());
    m_flow.addLine(Style::TableStrong, shown, m_left.first(), top);
    m_flow.addLineRight(Style::Detail, right, edge, top + 1);
    m_flow.skip(groupHeight);
    m_flow.addRule(m_flow.y());
    m_fresh = false;
    for (const QList<Line> &lines : std::as_const(laid))
        place(lines);
}

void PageTable::addRow(const TableRow &row)
{
    place(linesOf(row));
}

QList<PageTable::Line> PageTable::linesOf(const TableRow &row) const
{
    QList<Line> lines;
    const FontSet &fonts = m_flow.fonts();
    for (int i = 0; i < row.cells.size(); ++i) {
        const TableCell &cell = row.cells.at(i);
        const qreal room = cell.glyph == paint::Glyph::None ? 0 : glyphRoom;
        const qreal width = m_columns.at(i).width - inset - gap + (i + 1 == row.cells.size() ? gap : 0) - room;
        const QStringList texts = fonts.wrapped(cell.style, cell.text, width);
        for (int n = 0; n < texts.size(); ++n) {
            if (n == lines.size())
                lines.append(Line {});
            lines[n].pieces.append(
                { m_left.at(i) + room, texts.at(n), cell.style, n == 0 ? cell.glyph : paint::Glyph::None, cell.tone });
            lines[n].height = std::max(lines.at(n).height, FontSet::lineHeight(cell.style));
        }
    }
    const qreal from = m_left.value(1, m_left.first());
    for (const DetailLine &detail : row.details) {
        const QStringList texts = fonts.wrapped(detail.style, detail.text, m_flow.geometry().right - from - inset);
        for (const QString &text : texts) {
            lines.append({ { { from, text, detail.style, paint::Glyph::None, page::Tone::Plain } },
                           FontSet::lineHeight(detail.style) });
        }
    }
    return lines;
}

qreal PageTable::heightOf(const QList<Line> &lines)
{
    qreal height = 2 * padding;
    for (const Line &line : lines)
        height += line.height;
    return height;
}

void PageTable::place(const QList<Line> &lines)
{
    const qreal height = heightOf(lines);
    if (height > m_flow.geometry().bodyHeight() / 3 && height > m_flow.room()) {
        placeSplit(lines);
        return;
    }
    needRoom(height);
    m_flow.skip(padding);
    for (const Line &line : lines)
        placeLine(line);
    m_flow.skip(padding);
    m_flow.addRule(m_flow.y());
    m_fresh = false;
}

void PageTable::placeSplit(const QList<Line> &lines)
{
    m_flow.skip(padding);
    for (const Line &line : lines) {
        needRoom(line.height + padding);
        placeLine(line);
    }
    m_flow.skip(padding);
    m_flow.addRule(m_flow.y());
    m_fresh = false;
}

void PageTable::placeLine(const Line &line)
{
    for (const Line::Piece &piece : line.pieces) {
        m_flow.addLine(piece.style, piece.text, piece.x, m_flow.y());
        if (piece.glyph != paint::Glyph::None) {
            const QRectF box(piece.x - glyphRoom, m_flow.y() + 2, glyphSize, glyphSize);
            m_flow.add(GlyphItem { box, piece.glyph, page::coloursOf(piece.tone).text });
        }
    }
    m_flow.skip(line.height);
}

} // namespace tb::pdf
