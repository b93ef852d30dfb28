#include "reports/evaluated.h"
#include "reports/words/tr.h"
#include "reports/workbook/fieldcells.h"
#include "reports/workbook/sheets.h"

namespace tb::workbook {

namespace {

using words::Say;

Source<Evidence> freshnessSource(const ReportInput &input)
{
    Column column;
    column.title = Say::tr("Freshness");
    column.width = 14;
    column.locked = true;
    return { column, [input](const Evidence &item) {
                const auto result = input.evaluation.evidence.constFind(item.id);
                if (result == input.evaluation.evidence.constEnd())
                    return Cell {};
                return Cell { words::term(result->freshness), toneOf(result->freshness) };
            } };
}

Source<Evidence> controlsSource(const ReportInput &input, const Places &places)
{
    Column column;
    column.key = QStringLiteral("controls");
    column.title = Say::tr("Controls");
    column.width = 16;
    column.wrap = true;
    return { column, [input, places](const Evidence &item) {
                const QStringList codes = controlCodes(input.records, item.id);
                Cell cell { codes.join(QStringLiteral("; ")) };
                const QList<qint64> controls = input.records.evidenceControls.rightsOf(item.id.value);
                if (controls.size() == 1 && places.controls.contains({ controls.first() }))
                    cell.link = placeOf(controlSheetName(), places.controls.value({ controls.first() }), 0);
                return cell;
            } };
}

QList<Source<Evidence>> evidenceSources(const ReportInput &input, const Places &places)
{
    const auto field = [&](const char *name, int width) { return fieldSource<Evidence>(input.records, name, width); };
    auto hash = field("sha256", 66);
    hash.column.wrap = false;
    return { field("code", 10),
             field("title", 38),
             controlsSource(input, places),
             field("collected_on", 14),
             field("performed_on", 24),
             field("covers_from", 13),
             field("covers_to", 13),
             freshnessSource(input),
             field("owner_id", 18),
             hash,
             field("file_name", 34),
             field("size", 13),
             field("kind", 14),
             field("source_system", 20),
             field("collected_by_id", 18),
             field("received_at", 13),
             field("description", 40),
             field("procedure", 40),
             field("sensitivity", 13),
             field("shared", 12),
             field("withheld_reason", 30),
             field("supersedes_id", 11),
             field("redacts_id", 11),
             field("follows_id", 11),
             field("ipe_query", 30),
             field("ipe_rows", 9),
             field("ipe_run_by_id", 18),
             field("ipe_completeness", 30),
             field("address", 30),
             field("media_type", 20),
             field("tags", 16),
             keySource<Evidence>() };
}

} // namespace

QString evidenceSheetName()
{
    return Say::tr("Evidence index", "sheet");
}

SheetTable evidenceSheet(const ReportInput &input, const Places &places)
{
    SheetTable table = tableOf(input.records.evidence.all(), evidenceSources(input, places));
    table.name = evidenceSheetName();
    table.tableName = QStringLiteral("EvidenceIndex");
    table.note = Say::tr("Every evidence item with its dates, controls and SHA-256. White columns can be edited.");
    table.printedColumns = 10;
    return table;
}

} // namespace tb::workbook
