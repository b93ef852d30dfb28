#pragma once

#include "reports/pdf/pageflow.h"

namespace tb::pdf {

/// A column of a printed table; width 0 shares what the others leave.
struct TableColumn
{
    QString title;
    qreal width = 0;
};

struct TableCell
{
    QString text;
    Style style = Style::Table;
    paint::Glyph glyph = paint::Glyph::None;
    page::Tone tone = page::Tone::Plain;
};

/// A line below the cells of a row, from the second column to the right edge.
struct DetailLine
{
    QString text;
    Style style = Style::Detail;
};

struct TableRow
{
    QList<TableCell> cells;
    QList<DetailLine> details = {};
};

/// A table that runs over pages: its heading is repeated, rows are not split unless they are longer than a third of a
/// page, and a group heading keeps two rows with it.
class PageTable
{
public:
    PageTable(PageFlow &flow, QList<TableColumn> columns);

    /// A heading over @p rows with @p right at its right edge; in the outline at @p level unless that is negative.
    void addGroup(const QString &title, const QString &right, const QList<TableRow> &rows, int level);
    void addRow(const TableRow &row);

private:
    /// A row broken into lines.
    struct Line
    {
        struct Piece
        {
            qreal x;
            QString text;
            Style style;
            paint::Glyph glyph;
            page::Tone tone;
        };
        QList<Piece> pieces;
        qreal height = 0;
    };
    QList<Line> linesOf(const TableRow &row) const;
    static qreal heightOf(const QList<Line> &lines);
    void addHeader();
    void place(const QList<Line> &lines);
    void placeSplit(const QList<Line> &lines);
    void placeLine(const Line &line);
    void needRoom(qreal height);

    PageFlow &m_flow;
    QList<TableColumn> m_columns;
    QList<qreal> m_left; ///< x of each column
    bool m_fresh = false; ///< nothing stands below the heading yet
};

} // namespace tb::pdf
