#include "reports/evaluated.h"
#include "reports/pdf/pagetable.h"
#include "reports/pdf/reportsections.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::pdf {

namespace {

using words::counted;
using words::Say;

constexpr int mostObstacles = 8;
constexpr std::array chartStates { ControlState::Ready, ControlState::InReview, ControlState::InProgress,
                                   ControlState::Gap, ControlState::NotStarted };

QString headline(const readiness::Figures &figures)
{
    const QString criteria = Say::tr("%1 of %2 criteria in scope are ready.", "numbers")
                                 .arg(words::number(figures.criteriaReady), words::number(figures.criteriaInScope));
    const QString controls = Say::tr("%1 of %2 controls are ready", "numbers")
                                 .arg(words::number(figures.controls.ready()), words::number(figures.controls.total()));
    const QString gaps = counted(figures.controls.of(ControlState::Gap), QT_TRANSLATE_NOOP("Words", "1 has a gap"),
                                 QT_TRANSLATE_NOOP("Words", "%n have a gap"));
    const QString idle
        = counted(figures.controls.of(ControlState::NotStarted), QT_TRANSLATE_NOOP("Words", "1 has not been started"),
                  QT_TRANSLATE_NOOP("Words", "%n have not been started"));
    return Say::tr("%1 %2, %3 and %4.", "sentence, controls ready, gaps, not started")
        .arg(criteria, controls, gaps, idle);
}

QString timeLeft(const ReportInput &input)
{
    const Engagement &engagement = input.records.engagement();
    const QDate at = input.evaluation.at;
    if (engagement.reportType != ReportType::TypeTwo || !engagement.to.isValid())
        return {};
    if (at > engagement.to)
        return Say::tr("The period ended on %1.").arg(words::longDate(engagement.to));
    if (at < engagement.from)
        return Say::tr("The period begins on %1.").arg(words::longDate(engagement.from));
    return Say::tr("%1 until the period ends on %2.", "days, date")
        .arg(counted(static_cast<qsizetype>(at.daysTo(engagement.to)), QT_TRANSLATE_NOOP("Words", "1 day"),
                     QT_TRANSLATE_NOOP("Words", "%n days")),
             words::longDate(engagement.to));
}

/// The one chart: controls by state, with the numbers printed below.
void addChart(PageFlow &flow, const readiness::StateCounts &counts)
{
    const Geometry &page = flow.geometry();
    BarItem bar { { page.left, flow.y(), page.bodyWidth(), 11 }, {} };
    for (const ControlState state : chartStates)
        bar.parts.append({ counts.of(state), page::coloursOf(toneOf(state)).bar });
    if (counts.total() > 0)
        flow.add(bar);
    else
        flow.add(BoxItem { bar.box, page::coloursOf(page::Tone::Neutral).tint });
    flow.skip(18);
    qreal x = page.left;
    for (const ControlState state : chartStates) {
        const QString word = words::term(state);
        const QString number = words::number(counts.of(state));
        flow.add(GlyphItem { { x, flow.y() + 2, 8, 8 }, glyphOf(state), page::coloursOf(toneOf(state)).text });
        flow.addLine(Style::Table, word, x + 12, flow.y());
        const qreal after = x + 12 + flow.fonts().width(Style::Table, word) + 5;
        flow.addLine(Style::TableStrong, number, after, flow.y());
        x = after + flow.fonts().width(Style::TableStrong, number) + 16;
    }
    flow.skip(26);
}

void addCategories(PageFlow &flow, const readiness::Evaluation &evaluation)
{
    if (evaluation.categories.isEmpty())
        return;
    flow.addHeading(Style::SubHeading, Say::tr("By category"), 1);
    PageTable table(flow,
                    { { Say::tr("Category"), 0 },
                      { Say::tr("Criteria ready"), 90 },
                      { Say::tr("Controls ready"), 90 },
                      { Say::tr("Gaps"), 60 } });
    for (auto category = evaluation.categories.cbegin(); category != evaluation.categories.cend(); ++category) {
        const readiness::Figures &figures = category.value();
        const QString of = Say::tr("%1 of %2", "ready, all");
        table.addRow({ { { words::term(static_cast<Category>(category.key())) },
                         { of.arg(figures.criteriaReady).arg(figures.criteriaInScope) },
                         { of.arg(figures.controls.ready()).arg(figures.controls.total()) },
                         { words::number(figures.controls.of(ControlState::Gap)) } } });
    }
    flow.skip(6);
    flow.addText(
        Style::Detail,
        Say::tr("A control that supports several categories counts in each of them and once in the totals above. "
                "Controls that are not applicable are left out."),
        14);
}

/// Criteria without a control, then controls with a gap, then vendors, in their own order.
QList<TableRow> obstacles(const ReportInput &input, int &all)
{
    QList<TableRow> rows;
    all = 0;
    const auto add = [&](const QString &code, const QString &title, const QString &who, const QString &missing) {
        if (++all <= mostObstacles)
            rows.append({ { { code, Style::TableStrong }, { title }, { who } }, { { missing } } });
    };
    for (const Criterion &criterion : criteriaInScope(input)) {
        if (controlsOf(input, criterion.id).isEmpty())
            add(criterion.code, criterion.title, {}, missingText(input, criterion));
    }
    for (const Control &control : input.records.controls.all()) {
        const readiness::ControlResult &result = resultOf(input, control.id);
        if (result.state == ControlState::Gap && result.inScope)
            add(control.code, control.title, input.records.personName(control.owner), missingText(input, control));
    }
    for (const Vendor &vendor : input.records.vendors.all()) {
        if (!resultOf(input, vendor.id).blockers.isEmpty())
            add(Say::tr("Vendor"), vendor.name, input.records.personName(vendor.owner), missingText(input, vendor));
    }
    return rows;
}

void addObstacles(PageFlow &flow, const ReportInput &input)
{
    int all = 0;
    const QList<TableRow> rows = obstacles(input, all);
    if (rows.isEmpty())
        return;
    flow.addHeading(Style::SubHeading, Say::tr("What stands in the way"), 1);
    PageTable table(
        flow, { { Say::tr("ID"), 52 }, { Say::tr("Criterion, control or vendor"), 0 }, { Say::tr("Owner"), 110 } });
    for (const TableRow &row : rows)
        table.addRow(row);
    flow.skip(6);
    if (all > rows.size()) {
        flow.addText(Style::Detail,
                     counted(all - rows.size(), QT_TRANSLATE_NOOP("Words", "1 more stands in section 2."),
                             QT_TRANSLATE_NOOP("Words", "%n more stand in section 2.")),
                     14);
    }
}

} // namespace

void addSummary(PageFlow &flow, const ReportInput &input)
{
    const readiness::Figures &totals = input.evaluation.totals;
    const QString title = Say::tr("1  Summary", "section");
    flow.startPage(title);
    flow.addHeading(Style::Heading, title, 0);
    flow.addText(Style::Quiet, headline(totals), 2);
    flow.addText(Style::Quiet, timeLeft(input), 10);
    addChart(flow, totals.controls);
    addCategories(flow, input.evaluation);
    addObstacles(flow, input);
    flow.addHeading(Style::SubHeading, Say::tr("How to read this report"), 1);
    flow.addText(
        Style::Body,
        Say::tr("Every status is computed from the dates, evidence and sign-offs in the project as they stood on %1; "
                "nobody types it. A criterion is ready when it has at least one applicable control and all of them "
                "are ready. Warnings, which do not stand in the way yet, are in section 3. The report shows readiness "
                "as the organisation sees it. It is not an opinion: that is "
                "given by a licensed CPA firm after its own examination.")
            .arg(words::longDate(input.evaluation.at)));
}

} // namespace tb::pdf
