#include "model/demo/pdfwriter.h"

#include "model/demo/demofile.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>

namespace tb {

namespace {

constexpr int pageWidth = 595; // points, A4
constexpr int pageHeight = 842;
constexpr int margin = 56;
constexpr int rowHeight = 18;
constexpr int textSize = 9;
constexpr qsizetype charactersPerLine = 96; // of the paragraph: Helvetica 9 is about half as wide as high

QByteArray escaped(const QString &text)
{
    QByteArray bytes = text.toLatin1(); // the fonts are declared with WinAnsiEncoding, which agrees for what we write
    bytes.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    return bytes;
}

/// Collects the drawing operators of one page.
class PageContent
{
public:
    void text(int x, int y, const char *font, int size, const QString &words)
    {
        m_operators += "BT /" + QByteArray(font) + ' ' + QByteArray::number(size) + " Tf " + QByteArray::number(x) + ' '
            + QByteArray::number(y) + " Td (" + escaped(words) + ") Tj ET\n";
    }
    void line(int y)
    {
        m_operators += "0.6 w " + QByteArray::number(margin) + ' ' + QByteArray::number(y) + " m "
            + QByteArray::number(pageWidth - margin) + ' ' + QByteArray::number(y) + " l S\n";
    }
    const QByteArray &operators() const { return m_operators; }

private:
    QByteArray m_operators;
};

/// Left edge of each column: shares of the width by the longest cell.
QList<int> columnEdges(const DemoFile &file)
{
    QList<qsizetype> longest;
    qsizetype all = 0;
    for (qsizetype i = 0; i < file.columns.size(); ++i) {
        qsizetype most = file.columns.at(i).size();
        for (const QStringList &row : file.rows)
            most = std::max(most, i < row.size() ? row.at(i).size() : 0);
        longest.append(most + 2);
        all += most + 2;
    }
    QList<int> edges;
    qsizetype passed = 0;
    for (const qsizetype width : longest) {
        edges.append(margin + static_cast<int>((pageWidth - 2 * margin) * passed / std::max<qsizetype>(all, 1)));
        passed += width;
    }
    return edges;
}

QStringList wrapped(const QString &text)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && line.size() + word.size() >= charactersPerLine) {
            lines.append(line);
            line.clear();
        }
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

void tableRow(PageContent &page, int y, const QList<int> &edges, const QStringList &cells, const char *font)
{
    for (qsizetype i = 0; i < cells.size() && i < edges.size(); ++i)
        page.text(edges.at(i), y, font, textSize, cells.at(i));
}

int heading(PageContent &page, const DemoFile &file)
{
    int y = pageHeight - margin - 16;
    page.text(margin, y, "F2", 16, file.title);
    y -= 18;
    page.text(margin, y, "F1", textSize, file.subtitle);
    y -= 12;
    for (const QString &line : wrapped(file.text)) {
        y -= 13;
        page.text(margin, y, "F1", textSize, line);
    }
    return y - 28;
}

QList<PageContent> pagesOf(const DemoFile &file)
{
    const QList<int> edges = columnEdges(file);
    QList<PageContent> pages(1);
    int y = heading(pages.last(), file);
    const auto header = [&] {
        tableRow(pages.last(), y, edges, file.columns, "F2");
        pages.last().line(y - 5);
        y -= rowHeight;
    };
    header();
    for (const QStringList &row : file.rows) {
        if (y < margin + 2 * rowHeight) {
            pages.append(PageContent());
            y = pageHeight - margin;
            header();
        }
        tableRow(pages.last(), y, edges, row, "F1");
        y -= rowHeight;
    }
    for (qsizetype i = 0; i < pages.size(); ++i)
        pages[i].text(margin, margin / 2, "F1", 8, QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size()));
    return pages;
}

/// Numbers the objects of a file and remembers where each begins.
class PdfObjects
{
public:
    void add(const QByteArray &body)
    {
        m_offsets.append(m_bytes.size());
        m_bytes += QByteArray::number(m_offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    }
    QByteArray finished(const QByteArray &id) const
    {
        const QByteArray count = QByteArray::number(m_offsets.size() + 1);
        QByteArray bytes = m_bytes + "xref\n0 " + count + "\n0000000000 65535 f \n";
        for (const qsizetype offset : m_offsets)
            bytes += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        return bytes + "trailer\n<< /Size " + count + " /Root 1 0 R /Info 5 0 R /ID [<" + id + "> <" + id
            + ">] >>\nstartxref\n" + QByteArray::number(m_bytes.size()) + "\n%%EOF\n";
    }

private:
    QByteArray m_bytes = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    QList<qsizetype> m_offsets;
};

constexpr int firstPageObject = 6; // after catalogue, page tree, two fonts and the document's properties

QByteArray pageTree(qsizetype count)
{
    QByteArray kids;
    for (qsizetype i = 0; i < count; ++i)
        kids += QByteArray::number(firstPageObject + 2 * i) + " 0 R ";
    return "<< /Type /Pages /Count " + QByteArray::number(count) + " /Kids [" + kids + "] >>";
}

QByteArray font(const char *name)
{
    return QByteArray("<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /") + name + " >>";
}

} // namespace

QByteArray pdfOf(const DemoFile &file)
{
    const QList<PageContent> pages = pagesOf(file);
    PdfObjects objects;
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add(pageTree(pages.size()));
    objects.add(font("Helvetica"));
    objects.add(font("Helvetica-Bold"));
    objects.add("<< /Title (" + escaped(file.title) + ") /Producer (Trustbench) >>");
    QByteArray all;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QByteArray &content = pages.at(i).operators();
        objects.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> "
            ">> /Contents "
            + QByteArray::number(firstPageObject + 2 * i + 1) + " 0 R >>");
        objects.add("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "endstream");
        all += content;
    }
    return objects.finished(QCryptographicHash::hash(all, QCryptographicHash::Md5).toHex());
}

} // namespace tb
