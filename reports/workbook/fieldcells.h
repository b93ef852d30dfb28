#pragma once

#include "model/commands.h"
#include "reports/words/terms.h"
#include "reports/workbook/sheettable.h"

/// Columns and cells of described fields, so that a new field of a record needs nothing here.
namespace tb::workbook {

/// The column of a field: heading, validation and lock follow from its description.
Column columnOf(const SubjectSpec &subject, const FieldSpec &field, int width);
/// A stored value as a cell.
Cell cellOf(const FieldSpec &field, const QVariant &stored, const Records &records);

/// A column of a table of records R: how it looks and what stands in it.
template <class R> struct Source
{
    Column column;
    std::function<Cell(const R &)> cell;
};

template <class R> Source<R> fieldSource(const Records &records, const char *name, int width)
{
    const Field<R> *field = fieldOf<R>(QString(QLatin1String(name)));
    return { columnOf(subjectOf<R>(), *field, width),
             [field, records](const R &record) { return cellOf(*field, field->value(record), records); } };
}

/// The hidden column that carries the record's key, as text: 63 bits do not fit a sheet's numbers.
template <class R> Source<R> keySource()
{
    Column column { QStringLiteral("id"), QStringLiteral("Key"), 22, true, true };
    return { column, [](const R &record) { return Cell { record.id.toString() }; } };
}

/// A table with one row per record.
template <class R> SheetTable tableOf(const QList<R> &records, const QList<Source<R>> &sources)
{
    SheetTable table;
    for (const Source<R> &source : sources)
        table.columns.append(source.column);
    table.rowCount = records.size();
    table.row = [records, sources](qsizetype row) {
        QList<Cell> cells;
        cells.reserve(sources.size());
        for (const Source<R> &source : sources)
            cells.append(source.cell(records.at(row)));
        return cells;
    };
    return table;
}

} // namespace tb::workbook
