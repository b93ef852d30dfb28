#include "reports/workbook/sheettable.h"

namespace tb::workbook {

namespace {

Cell marked(QChar mark, const QString &text)
{
    return { text.isEmpty() ? QString() : QStringLiteral("%1 %2").arg(mark).arg(text) };
}

} // namespace

Cell blockerCell(const QString &text)
{
    return marked(QChar(0x25B2), text); // the triangle of a gap
}

Cell warningCell(const QString &text)
{
    return marked(QChar(0x25F7), text); // the clock of what is to be watched
}

int SheetTable::columnOf(const QString &key) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).key == key)
            return i;
    }
    return -1;
}

QString columnLetters(int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters;
}

QString placeOf(const QString &sheet, qsizetype row, int column)
{
    // The heading is row 1.
    return QStringLiteral("'%1'!%2%3").arg(sheet, columnLetters(column)).arg(row + 2);
}

} // namespace tb::workbook
