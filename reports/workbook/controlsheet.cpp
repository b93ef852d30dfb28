#include "reports/evaluated.h"
#include "reports/words/tr.h"
#include "reports/workbook/fieldcells.h"
#include "reports/workbook/sheets.h"

namespace tb::workbook {

namespace {

using words::Say;

/// What the columns of a table look things up in; shared by them, since a copy of the input is only references.
struct Lookup
{
    ReportInput input;
    Places places;
};

Column computed(const QString &title, int width)
{
    Column column;
    column.title = title;
    column.width = width;
    column.locked = true;
    return column;
}

Source<Control> statusSource(const Lookup &lookup)
{
    return { computed(Say::tr("Status"), 14), [lookup](const Control &control) {
                const auto &result = resultOf(lookup.input, control.id);
                return Cell { statusText(result), toneOf(result.state) };
            } };
}

/// The slots, with a link to the first item behind the control.
Source<Control> slotsSource(const Lookup &lookup)
{
    return { computed(Say::tr("Evidence"), 10), [lookup](const Control &control) {
                const QList<qint64> items = lookup.input.records.evidenceControls.leftsOf(control.id.value);
                qsizetype first = -1;
                for (const qint64 item : items) {
                    const qsizetype row = lookup.places.evidence.value({ item }, -1);
                    first = first < 0 || (row >= 0 && row < first) ? row : first;
                }
                QString text = slotsText(resultOf(lookup.input, control.id).slotCount);
                if (text.isEmpty() && !items.isEmpty())
                    text = words::number(items.size());
                Cell cell { text };
                if (first >= 0)
                    cell.link = placeOf(evidenceSheetName(), first, 0);
                return cell;
            } };
}

Source<Control> dueSource(const Lookup &lookup)
{
    Column column = computed(Say::tr("Due"), 13);
    column.date = true;
    return { column,
             [lookup](const Control &control) { return Cell { dueOf(control, resultOf(lookup.input, control.id)) }; } };
}

Source<Control> missingSource(const Lookup &lookup)
{
    Column column = computed(Say::tr("What is missing"), 38);
    column.wrap = true;
    return { column, [lookup](const Control &control) { return blockerCell(missingText(lookup.input, control)); } };
}

/// Not among the printed columns: near the window's end most controls have one, and the PDF report lists them by kind.
Source<Control> warningSource(const Lookup &lookup)
{
    Column column = computed(Say::tr("Warnings"), 38);
    column.wrap = true;
    return { column, [lookup](const Control &control) { return warningCell(warningText(lookup.input, control)); } };
}

Source<Control> exceptionSource(const Lookup &lookup)
{
    return { computed(Say::tr("Exception"), 11), [lookup](const Control &control) {
                const bool has = resultOf(lookup.input, control.id).hasException();
                return Cell { has ? Say::tr("Exception") : QString(), has ? page::Tone::Bad : page::Tone::Plain };
            } };
}

Source<Control> criteriaSource(const Records &records)
{
    Column column;
    column.key = QStringLiteral("criteria");
    column.title = Say::tr("Criteria");
    column.width = 14;
    column.wrap = true;
    return { column, [records](const Control &control) {
                return Cell { criteriaCodes(records, control.id).join(QStringLiteral("; ")) };
            } };
}

QList<Source<Control>> controlSources(const Lookup &lookup)
{
    const Records &records = lookup.input.records;
    const auto field = [&](const char *name, int width) { return fieldSource<Control>(records, name, width); };
    auto title = field("title", 38);
    title.column.title = Say::tr("Control");
    return { field("code", 9),
             title,
             field("owner_id", 18),
             field("frequency", 13),
             slotsSource(lookup),
             statusSource(lookup),
             dueSource(lookup),
             criteriaSource(records),
             missingSource(lookup),
             warningSource(lookup),
             exceptionSource(lookup),
             field("work_status", 15),
             field("description", 70),
             field("kind", 14),
             field("nature", 19),
             field("target_on", 13),
             field("implemented_on", 14),
             field("retired_on", 13),
             field("performer_id", 18),
             field("signed_off_by_id", 18),
             field("signed_off_on", 14),
             field("not_applicable_reason", 30),
             field("not_applicable_approver_id", 18),
             field("anchor_on", 14),
             field("calendar", 13),
             field("grace_days", 9),
             field("tags", 16),
             field("notes", 40),
             keySource<Control>() };
}

} // namespace

QString controlSheetName()
{
    return Say::tr("Control matrix", "sheet");
}

SheetTable controlSheet(const ReportInput &input, const Places &places)
{
    SheetTable table = tableOf(input.records.controls.all(), controlSources({ input, places }));
    table.name = controlSheetName();
    table.tableName = QStringLiteral("Controls");
    table.note = Say::tr(
        "Every control with its owner, status, what is missing and what to watch. White columns can be edited.");
    table.printedColumns = 9;
    return table;
}

} // namespace tb::workbook
