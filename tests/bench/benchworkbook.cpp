#include "model/demo/fixture.h"
#include "model/store/filestorage.h"
#include "reports/workbook/sheets.h"
#include "reports/workbook/workbook.h"
#include "reports/workbook/xlsxfile.h"
#include "tests/bench/measure.h"

namespace tb::bench {

namespace {

/// A cell as libxlsxwriter takes it, made beforehand.
struct BareCell
{
    enum Kind { Nothing, Blank, Text, Number, Date, Link };
    Kind kind = Nothing;
    workbook::Column column = {};
    page::Tone tone = page::Tone::Plain;
    QByteArray text = {};
    QByteArray link = {};
    double number = 0;
    lxw_datetime date = {};
};

BareCell bareCell(const workbook::Column &column, const workbook::Cell &cell)
{
    BareCell bare { BareCell::Text, column, cell.tone, workbook::cellText(cell.value.toString()).toUtf8() };
    if (!cell.link.isEmpty()) {
        bare.kind = BareCell::Link;
        bare.link = "internal:" + cell.link.toUtf8();
    } else if (bare.text.isEmpty()) {
        bare.kind = cell.tone == page::Tone::Plain ? BareCell::Nothing : BareCell::Blank;
    } else if (const QDate day = cell.value.toDate(); cell.value.typeId() == QMetaType::QDate && day.isValid()) {
        bare.kind = BareCell::Date;
        bare.column.date = true;
        bare.date = { day.year(), day.month(), day.day(), 0, 0, 0.0 };
    } else if (cell.value.typeId() != QMetaType::QString) {
        bare.kind = BareCell::Number;
        bare.number = cell.value.toDouble();
    }
    return bare;
}

/// What the workbook's tables hold, so that the limit writes the same cells.
QList<QList<QList<BareCell>>> cellsOf(const ReportInput &input)
{
    const workbook::Places places = workbook::placesOf(input.records);
    QList<QList<QList<BareCell>>> sheets;
    for (const workbook::SheetTable &sheet :
         { workbook::controlSheet(input, places), workbook::coverageSheet(input, places),
           workbook::evidenceSheet(input, places) }) {
        QList<QList<BareCell>> rows;
        for (qsizetype row = 0; row < sheet.rowCount; ++row) {
            QList<BareCell> cells;
            for (const workbook::Cell &cell : sheet.row(row))
                cells.append(bareCell(sheet.columns.at(cells.size()), cell));
            rows.append(cells);
        }
        sheets.append(rows);
    }
    return sheets;
}

void writeBareCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, const BareCell &cell, lxw_format *format)
{
    switch (cell.kind) {
    case BareCell::Nothing: break;
    case BareCell::Blank: worksheet_write_blank(sheet, row, col, format); break;
    case BareCell::Text: worksheet_write_string(sheet, row, col, cell.text.constData(), format); break;
    case BareCell::Number: worksheet_write_number(sheet, row, col, cell.number, format); break;
    case BareCell::Date: {
        lxw_datetime date = cell.date;
        worksheet_write_datetime(sheet, row, col, &date, format);
        break;
    }
    case BareCell::Link:
        worksheet_write_url_opt(sheet, row, col, cell.link.constData(), format, cell.text.constData(), nullptr);
        break;
    }
}

/// The limit: the same cells (values, formats, links) with nothing but libxlsxwriter: no arranging, no column widths,
/// row heights, validation or table, no check of what was written.
void writeBare(const QString &path, const QList<QList<QList<BareCell>>> &sheets)
{
    lxw_workbook *book = workbook_new(path.toLocal8Bit().constData());
    workbook::XlsxFormats formats(book);
    for (const QList<QList<BareCell>> &rows : sheets) {
        lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (qsizetype column = 0; column < rows.at(row).size(); ++column) {
                const BareCell &cell = rows.at(row).at(column);
                writeBareCell(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), cell,
                              formats.cell(cell.column, cell.tone, cell.kind == BareCell::Link));
            }
        }
    }
    workbook_close(book);
}

} // namespace

QJsonObject benchWorkbook(const QString &folder)
{
    Quiet quiet;
    Unlock unlock;
    unlock.rawKey = RawKey::random();
    const QString path = folder + QStringLiteral("/sheets.trustbench");
    auto fresh
        = must(FileStorage::attach(must(ProjectFile::create(path, unlock, projectFormat()), "create")), "attach");
    const auto project
        = must(makeFixture(std::move(fresh), must(loadCatalog(), "catalog"), { 1000, 5000, 64 }, quiet), "fixture");
    const ReportInput input = reportInput(project->records(), project->head(), QDate(2026, 3, 12));
    const auto cells = cellsOf(input);
    const qint64 rows = project->records().controls.size() + project->records().evidence.size();
    QJsonObject result = inTurn(
        9, [&] { must(writeWorkbook(input, folder + QStringLiteral("/ours.xlsx"), quiet), "workbook"); },
        [&] { writeBare(folder + QStringLiteral("/bare.xlsx"), cells); });
    result.insert(QStringLiteral("rows"), rows);
    return result;
}

} // namespace tb::bench
