#pragma once

#include "reports/pagecolours.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>

/// What a workbook says, before anything is written: values that tests and the renderer read alike.
namespace tb::workbook {

/// One cell. The value is a QString, QDate or number; anything else is empty.
struct Cell
{
    QVariant value = {};
    page::Tone tone = page::Tone::Plain;
    QString link = {}; ///< a place in the workbook, e.g. "'Control matrix'!A5"
};

/// What stands in the way, or is to be watched: the mark before the text tells them apart without colour, as the glyphs
/// of the window do. Empty for no text.
Cell blockerCell(const QString &text);
Cell warningCell(const QString &text);

/// One column of a table, as its heading, validation and protection tell it.
struct Column
{
    QString key = {}; ///< the field it comes back as; empty for what is computed
    QString title = {};
    int width = 12; ///< in characters
    bool locked = false;
    bool hidden = false;
    bool wrap = false;
    bool date = false;
    QStringList choices = {}; ///< the only values it takes
    QString choicesFrom = {}; ///< title of a column of the lists sheet; other values are taken too
};

/// A sheet with one table from its first row on. Rows are made when they are written.
struct SheetTable
{
    QString name; ///< of the sheet
    QString tableName; ///< of the table in it, without spaces
    QString note; ///< one line about it, for the cover
    QList<Column> columns;
    qsizetype rowCount = 0;
    std::function<QList<Cell>(qsizetype)> row;
    int frozenColumns = 2;
    int printedColumns = 0; ///< the first ones go on paper

    int columnOf(const QString &key) const;
};

/// "'Control matrix'!A5" for the cell of column @p column in row @p row of the table.
QString placeOf(const QString &sheet, qsizetype row, int column);
/// "A", "AB" for column 0, 27.
QString columnLetters(int column);

} // namespace tb::workbook
