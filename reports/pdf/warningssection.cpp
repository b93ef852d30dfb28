#include "reports/pdf/pagetable.h"
#include "reports/pdf/reportsections.h"
#include "reports/recordrefs.h"
#include "reports/remarklist.h"
#include "reports/words/remarks.h"
#include "reports/words/tr.h"

namespace tb::pdf {

namespace {

using words::Say;

/// One sentence with every record that it stands at.
struct Warning
{
    int rule = 0;
    QString text;
    QString remedy;
    QStringList records;
};

/// Whether it counts: a control that only supports criteria out of scope is nobody's worry.
bool isInScope(const ReportInput &input, const readiness::RecordRef &record)
{
    const auto *control = std::get_if<ControlId>(&record.key);
    return !control || input.evaluation.controls.value(*control).inScope;
}

void add(QList<Warning> &warnings, const Warning &next)
{
    const auto same = std::find_if(warnings.begin(), warnings.end(), [&](const Warning &other) {
        return other.rule == next.rule && other.text == next.text && other.remedy == next.remedy;
    });
    if (same == warnings.end())
        warnings.append(next);
    else
        same->records += next.records;
}

/// By rule, in the order of the lists.
QList<Warning> warningsOf(const ReportInput &input)
{
    QList<Warning> warnings;
    for (const RemarkAt &remark : remarksOf(input)) {
        if (!remark.blocks && isInScope(input, remark.at)) {
            add(warnings,
                { remark.remark.rule(),
                  remark.text,
                  words::remedy(remark.remark.mend),
                  { codeOf(input.records, remark.at) } });
        }
    }
    std::stable_sort(warnings.begin(), warnings.end(),
                     [](const Warning &a, const Warning &b) { return a.rule < b.rule; });
    return warnings;
}

} // namespace

void addWarnings(PageFlow &flow, const ReportInput &input)
{
    const QString title = Say::tr("3  Warnings", "section");
    flow.startPage(title);
    flow.addHeading(Style::Heading, title, 0);
    const QList<Warning> warnings = warningsOf(input);
    if (warnings.isEmpty()) {
        flow.addText(Style::Quiet, Say::tr("Nothing is to be watched."));
        return;
    }
    flow.addText(
        Style::Quiet,
        Say::tr("What does not stand in the way, and may if nothing is done; what was decided stands here too. "
                "Each is named once, with everything that it concerns."),
        10);
    PageTable table(flow,
                    { { Say::tr("Warning"), 0 },
                      { Say::tr("Where"), 130 },
                      { Say::tr("What to do"), 112 },
                      { Say::tr("Rule"), 36 } });
    for (const Warning &warning : warnings) {
        table.addRow({ { { words::capitalised(warning.text), Style::Table, paint::Glyph::Clock, page::Tone::Warn },
                         { warning.records.join(QStringLiteral(", ")) },
                         { warning.remedy.isEmpty() ? QStringLiteral("–") : warning.remedy },
                         { QString::number(warning.rule) } } });
    }
}

} // namespace tb::pdf
