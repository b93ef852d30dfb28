#include "reports/workbook/workbook.h"

#include "reports/words/terms.h"
#include "reports/words/tr.h"
#include "reports/workbook/xlsxfile.h"

namespace tb {

namespace {

using words::Say;

workbook::PageWords wordsOf(const ReportInput &input)
{
    const Engagement &engagement = input.records.engagement();
    workbook::PageWords words;
    words.title = Say::tr("%1: control matrix", "organisation").arg(engagement.organisation);
    words.author = engagement.lead;
    words.organisation = engagement.organisation;
    words.headerLeft = engagement.organisation;
    words.footerLeft = engagement.confidentiality.isEmpty() ? Say::tr("Confidential") : engagement.confidentiality;
    words.footerCentre = Say::tr("%1 · record %2", "date, hash")
                             .arg(words::date(input.date), QString::fromLatin1(input.head.hash.toHex().left(8)));
    words.date = input.date;
    return words;
}

QList<workbook::SheetTable> tablesOf(const ReportInput &input)
{
    const workbook::Places places = workbook::placesOf(input.records);
    QList<workbook::SheetTable> tables;
    for (const workbook::SheetTable &table :
         { workbook::controlSheet(input, places), workbook::coverageSheet(input, places),
           workbook::evidenceSheet(input, places) }) {
        if (table.rowCount > 0)
            tables.append(table);
    }
    return tables;
}

Error cancelled(const TargetFile &target)
{
    return { Error::Kind::Cancelled, target.name() };
}

} // namespace

Status writeWorkbook(const ReportInput &input, const QString &path, JobControl &job)
{
    auto target = TargetFile::beside(path);
    if (!target)
        return target.error();
    TargetFile file = std::move(target).value();
    const QList<workbook::SheetTable> tables = tablesOf(input);
    const QList<workbook::ChoiceList> lists = workbook::choiceLists(input.records);
    qint64 rows = 0;
    for (const workbook::SheetTable &table : tables)
        rows += table.rowCount;

    workbook::XlsxFile xlsx(file, wordsOf(input));
    workbook::RowProgress progress(job, rows);
    xlsx.addCover(workbook::coverLines(input, tables));
    for (const workbook::SheetTable &table : tables) {
        if (!xlsx.addTable(table, lists, progress))
            return cancelled(file);
    }
    xlsx.addLists(lists);
    if (const auto closed = xlsx.close(); !closed)
        return closed;
    return job.cancelled() ? Status(cancelled(file)) : file.commit();
}

} // namespace tb
