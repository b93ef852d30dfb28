#include "model/demo/fixture.h"
#include "model/store/filestorage.h"
#include "reports/workbook/sheets.h"
#include "reports/workbook/workbook.h"
#include "tests/bench/measure.h"

#include <xlsxwriter.h>

namespace tb::bench {

namespace {

/// What the workbook's tables hold, as text, so that the limit writes the same cells.
QList<QList<QByteArrayList>> cellsOf(const ReportInput &input)
{
    const workbook::Places places = workbook::placesOf(input.records);
    QList<QList<QByteArrayList>> sheets;
    for (const workbook::SheetTable &sheet :
         { workbook::controlSheet(input, places), workbook::coverageSheet(input, places),
           workbook::evidenceSheet(input, places) }) {
        QList<QByteArrayList> rows;
        for (qsizetype row = 0; row < sheet.rowCount; ++row) {
            QByteArrayList cells;
            for (const workbook::Cell &cell : sheet.row(row))
                cells.append(cell.value.toString().toUtf8());
            rows.append(cells);
        }
        sheets.append(rows);
    }
    return sheets;
}

/// The limit: the same cells with nothing but libxlsxwriter.
void writeBare(const QString &path, const QList<QList<QByteArrayList>> &sheets)
{
    lxw_workbook *book = workbook_new(path.toLocal8Bit().constData());
    for (const QList<QByteArrayList> &rows : sheets) {
        lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (qsizetype column = 0; column < rows.at(row).size(); ++column)
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                       rows.at(row).at(column).constData(), nullptr);
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
        5, [&] { must(writeWorkbook(input, folder + QStringLiteral("/ours.xlsx"), quiet), "workbook"); },
        [&] { writeBare(folder + QStringLiteral("/bare.xlsx"), cells); });
    result.insert(QStringLiteral("rows"), rows);
    return result;
}

} // namespace tb::bench
