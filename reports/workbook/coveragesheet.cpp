#include "reports/evaluated.h"
#include "reports/words/tr.h"
#include "reports/workbook/fieldcells.h"
#include "reports/workbook/sheets.h"

namespace tb::workbook {

namespace {

using words::Say;

Column locked(const QString &title, int width, bool wrap = false)
{
    Column column;
    column.title = title;
    column.width = width;
    column.locked = true;
    column.wrap = wrap;
    return column;
}

Cell stateCell(const readiness::CriterionResult &result, const Criterion &criterion)
{
    const page::Tone tone = !result.inScope ? page::Tone::Neutral : result.ready ? page::Tone::Ok : page::Tone::Bad;
    return { statusText(result, criterion), tone };
}

struct ControlCounts
{
    int ready = 0;
    int applicable = 0;
    int evidence = 0;
};

ControlCounts countsOf(const ReportInput &input, const QList<Control> &controls)
{
    ControlCounts counts;
    QSet<qint64> evidence;
    for (const Control &control : controls) {
        const ControlState state = resultOf(input, control.id).state;
        counts.ready += state == ControlState::Ready ? 1 : 0;
        counts.applicable += state == ControlState::NotApplicable ? 0 : 1;
        for (const qint64 item : input.records.evidenceControls.leftsOf(control.id.value))
            evidence.insert(item);
    }
    counts.evidence = static_cast<int>(evidence.size());
    return counts;
}

Cell codesCell(const QList<Control> &controls)
{
    QStringList codes;
    for (const Control &control : controls)
        codes.append(control.code);
    return { codes.join(QStringLiteral("; ")) };
}

/// How many are ready, with a link to the first of them all.
Cell readyCell(const ControlCounts &counts, const QList<Control> &controls, const Places &places)
{
    if (controls.isEmpty())
        return {};
    Cell cell { QStringLiteral("%1/%2").arg(counts.ready).arg(counts.applicable) };
    cell.link = placeOf(controlSheetName(), places.controls.value(controls.first().id), 0);
    return cell;
}

QList<Cell> rowOf(const ReportInput &input, const Places &places, const Criterion &criterion)
{
    const readiness::CriterionResult &result = resultOf(input, criterion.id);
    const QList<Control> controls = controlsOf(input, criterion.id);
    const ControlCounts counts = countsOf(input, controls);
    return { { criterion.code },
             { criterion.title },
             { words::term(criterion.category) },
             stateCell(result, criterion),
             readyCell(counts, controls, places),
             codesCell(controls),
             { counts.evidence },
             result.inScope ? blockerCell(missingText(input, criterion)) : Cell { criterion.notRelevantReason },
             warningCell(warningText(input, criterion)),
             { criterion.id.toString() } };
}

} // namespace

QString coverageSheetName()
{
    return Say::tr("Criteria coverage", "sheet");
}

SheetTable coverageSheet(const ReportInput &input, const Places &places)
{
    SheetTable table;
    table.name = coverageSheetName();
    table.tableName = QStringLiteral("Coverage");
    table.note = Say::tr("Every criterion with the controls that support it. A control can stand at several criteria.");
    Column key = locked(QStringLiteral("Key"), 22);
    key.key = QStringLiteral("id");
    key.hidden = true;
    table.columns = { locked(Say::tr("ID"), 9),
                      locked(Say::tr("Criterion"), 44, true),
                      locked(Say::tr("Category"), 18),
                      locked(Say::tr("State"), 13),
                      locked(Say::tr("Controls ready"), 15),
                      locked(Say::tr("Controls"), 30, true),
                      locked(Say::tr("Evidence files"), 15),
                      locked(Say::tr("What is missing"), 52, true),
                      locked(Say::tr("Warnings"), 30, true),
                      key };
    table.printedColumns = 9;
    table.rowCount = input.records.criteria.size();
    table.row = [input, places](qsizetype row) { return rowOf(input, places, input.records.criteria.all().at(row)); };
    return table;
}

} // namespace tb::workbook
