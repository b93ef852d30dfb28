#include "reports/evaluated.h"
#include "reports/pdf/pagetable.h"
#include "reports/pdf/reportsections.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"

#include <QSet>

namespace tb::pdf {

namespace {

using words::counted;
using words::Say;

QString evidenceText(const ReportInput &input, const Control &control)
{
    const QString counts = slotsText(resultOf(input, control.id).slotCount);
    if (!counts.isEmpty())
        return counts;
    const qsizetype items = input.records.evidenceControls.leftsOf(control.id.value).size();
    return items > 0 ? words::number(items) : QStringLiteral("–");
}

TableRow rowOf(const ReportInput &input, const Control &control, const QString &repeatOf)
{
    const readiness::ControlResult &result = resultOf(input, control.id);
    TableRow row { { { control.code, Style::TableStrong },
                     { control.title },
                     { input.records.personName(control.owner) },
                     { evidenceText(input, control) },
                     { statusText(result), Style::Table, glyphOf(result.state), toneOf(result.state) } } };
    if (!repeatOf.isEmpty()) {
        row.details.append({ Say::tr("Listed under %1 too.", "criterion").arg(repeatOf) });
        return row;
    }
    if (result.state == ControlState::Gap)
        row.details.append({ missingText(input, control) });
    if (result.hasException())
        row.details.append({ Say::tr("Exception in the window: it stays in the record.") });
    return row;
}

QString readyText(const ReportInput &input, const Criterion &criterion, const QList<Control> &controls)
{
    if (controls.isEmpty())
        return Say::tr("Not ready: no control");
    int ready = 0;
    int applicable = 0;
    for (const Control &control : controls) {
        const ControlState state = resultOf(input, control.id).state;
        ready += state == ControlState::Ready ? 1 : 0;
        applicable += state == ControlState::NotApplicable ? 0 : 1;
    }
    const QString count = Say::tr("%1 of %2 controls ready").arg(ready).arg(applicable);
    return resultOf(input, criterion.id).ready ? Say::tr("Ready · %1").arg(count)
                                               : Say::tr("Not ready · %1").arg(count);
}

QList<Control> withoutCriterion(const ReportInput &input)
{
    QList<Control> loose;
    for (const Control &control : input.records.controls.all()) {
        if (input.records.controlCriteria.rightsOf(control.id.value).isEmpty())
            loose.append(control);
    }
    return loose;
}

QString introduction(const readiness::Figures &figures)
{
    return Say::
        tr("%1 support the %2 in scope. A control stands under each criterion that it supports and is counted once.",
           "controls, criteria")
            .arg(counted(figures.controls.total(), QT_TRANSLATE_NOOP("Words", "1 control"),
                         QT_TRANSLATE_NOOP("Words", "%n controls")),
                 counted(figures.criteriaInScope, QT_TRANSLATE_NOOP("Words", "1 criterion"),
                         QT_TRANSLATE_NOOP("Words", "%n criteria")));
}

} // namespace

bool addControls(PageFlow &flow, const ReportInput &input, JobControl &job)
{
    const QString title = Say::tr("2  Controls by criterion", "section");
    flow.startPage(title);
    flow.addHeading(Style::Heading, title, 0);
    flow.addText(Style::Quiet, introduction(input.evaluation.totals), 10);
    PageTable table(flow,
                    { { Say::tr("ID"), 52 },
                      { Say::tr("Control"), 0 },
                      { Say::tr("Owner"), 88 },
                      { Say::tr("Evidence"), 56 },
                      { Say::tr("Status"), 92 } });
    QHash<ControlId, QString> seen;
    for (const Criterion &criterion : criteriaInScope(input)) {
        if (job.cancelled())
            return false;
        const QList<Control> controls = controlsOf(input, criterion.id);
        QList<TableRow> rows;
        for (const Control &control : controls) {
            rows.append(rowOf(input, control, seen.value(control.id)));
            seen.insert(control.id, criterion.code);
        }
        table.addGroup(Say::tr("%1  %2", "criterion, its title").arg(criterion.code, criterion.title),
                       readyText(input, criterion, controls), rows, 1);
    }
    QList<TableRow> loose;
    for (const Control &control : withoutCriterion(input))
        loose.append(rowOf(input, control, {}));
    if (!loose.isEmpty())
        table.addGroup(Say::tr("Without a criterion"), {}, loose, 1);
    return true;
}

bool addEvidence(PageFlow &flow, const ReportInput &input, JobControl &job)
{
    const QList<Evidence> &items = input.records.evidence.all();
    const QString title = Say::tr("4  Evidence index", "section");
    flow.startPage(title);
    flow.addHeading(Style::Heading, title, 0);
    if (items.isEmpty()) {
        flow.addText(Style::Quiet, Say::tr("No evidence has been collected yet."));
        return true;
    }
    flow.addText(
        Style::Quiet,
        Say::tr("%1. The SHA-256 of a file tells whether it is still the one that was collected.", "evidence files")
            .arg(words::subjectCount(QStringLiteral("evidence"), items.size())),
        10);
    PageTable table(flow,
                    { { Say::tr("ID"), 52 },
                      { Say::tr("Evidence"), 0 },
                      { Say::tr("Controls"), 74 },
                      { Say::tr("Collected"), 68 },
                      { Say::tr("Freshness"), 92 } });
    qint64 done = 0;
    for (const Evidence &item : items) {
        if (job.cancelled())
            return false;
        const auto result = input.evaluation.evidence.value(item.id);
        TableRow row { { { item.code, Style::TableStrong },
                         { item.title },
                         { controlCodes(input.records, item.id).join(QStringLiteral(", ")) },
                         { words::date(item.collectedOn) },
                         { words::term(result.freshness), Style::Table, glyphOf(result.freshness),
                           toneOf(result.freshness) } } };
        if (!item.fileName.isEmpty())
            row.details.append({ Say::tr("%1 · %2", "file name, size").arg(item.fileName, words::bytes(item.size)) });
        if (!item.address.isEmpty())
            row.details.append({ item.address });
        if (!item.sha256.isEmpty())
            row.details.append({ item.sha256, Style::Mono });
        if (!item.shared)
            row.details.append({ Say::tr("Withheld from the auditor: %1").arg(item.withheldReason) });
        table.addRow(row);
        job.progress(++done, 2 * items.size(), title);
    }
    return true;
}

} // namespace tb::pdf
