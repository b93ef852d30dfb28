#pragma once

#include "reports/workbook/sheettable.h"

#include <QHash>

#include <xlsxwriter.h>

namespace tb::workbook {

/// The cell formats of one workbook, each made once. Owned by the workbook.
class XlsxFormats
{
public:
    explicit XlsxFormats(lxw_workbook *book) : m_book(book) { }

    /// Of a cell of @p column in @p tone; @p link underlines it.
    lxw_format *cell(const Column &column, page::Tone tone, bool link);
    lxw_format *header(bool locked);
    lxw_format *title();
    lxw_format *subtitle();
    lxw_format *heading();
    lxw_format *label();
    lxw_format *value();
    lxw_format *note();
    lxw_format *mono();
    lxw_format *link();
    /// A label of the cover on the tint of @p tone.
    lxw_format *toned(page::Tone tone);

private:
    lxw_format *made(int key, void (*shape)(lxw_format *));
    lxw_format *makeCell(const Column &column, page::Tone tone, bool link);

    lxw_workbook *m_book;
    QHash<int, lxw_format *> m_formats;
};

lxw_color_t xlsxColour(const QColor &colour);

} // namespace tb::workbook
