#pragma once

#include "model/job.h"
#include "reports/targetfile.h"
#include "reports/workbook/sheets.h"
#include "reports/workbook/xlsxformats.h"

namespace tb::workbook {

/// What is printed around every sheet, and what the file says of itself.
struct PageWords
{
    QString title;
    QString author;
    QString organisation;
    QString headerLeft;
    QString footerLeft;
    QString footerCentre;
    QDate date;
};

/// Counts the rows written over all sheets and asks whether to go on.
class RowProgress
{
public:
    RowProgress(JobControl &job, qint64 total) : m_job(job), m_total(total) { }
    /// False when the job is cancelled.
    bool advance(const QString &what);

private:
    JobControl &m_job;
    qint64 m_total;
    qint64 m_done = 0;
};

/// One xlsx file in the making, by libxlsxwriter. Dropped without close() it leaves nothing. One thread.
class XlsxFile
{
public:
    XlsxFile(const TargetFile &target, const PageWords &words);

    /// The cover is the first sheet; a person sees it on opening.
    void addCover(const QList<CoverLine> &lines);
    void addLists(const QList<ChoiceList> &lists);
    /// Writes @p table as a sheet; false when @p progress says to stop.
    bool addTable(const SheetTable &table, const QList<ChoiceList> &lists, RowProgress &progress);
    /// Packs the file and checks that all of it arrived.
    Status close();

private:
    lxw_worksheet *addSheet(const QString &name);
    void setPage(lxw_worksheet *sheet);
    void writeCoverLine(lxw_worksheet *sheet, lxw_row_t row, const CoverLine &line);
    void setColumns(lxw_worksheet *sheet, const SheetTable &table);
    void addValidations(lxw_worksheet *sheet, const SheetTable &table, const QList<ChoiceList> &lists);
    void addTableFrame(lxw_worksheet *sheet, const SheetTable &table);
    void writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, const Column &column, const Cell &cell);

    const TargetFile &m_target;
    PageWords m_words;
    QByteArray m_scratch;
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook *)> m_book;
    XlsxFormats m_formats;
};

/// The text as a cell can hold it: at most 32,767 UTF-16 units, marked where it was cut.
QString cellText(const QString &text);

} // namespace tb::workbook
