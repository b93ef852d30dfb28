#pragma once

#include "reports/pagecolours.h"
#include "reports/paint/glyph.h"
#include "reports/reportinput.h"
#include "reports/words/remarks.h"

/// What reports read out of the evaluation: one place, so that workbook and PDF say the same.
namespace tb {

/// The result of a control; an empty one when it was not evaluated. Lives as long as @p input.
const readiness::ControlResult &resultOf(const ReportInput &input, ControlId id);
const readiness::CriterionResult &resultOf(const ReportInput &input, CriterionId id);
const readiness::VendorResult &resultOf(const ReportInput &input, VendorId id);

/// "Ready to date" while the window is open, else the display word of the state.
QString statusText(const readiness::ControlResult &result);
/// "Ready", "Not ready", "Not relevant" or "Not in scope".
QString statusText(const readiness::CriterionResult &result, const Criterion &criterion);
page::Tone toneOf(ControlState state);
page::Tone toneOf(Freshness freshness);
/// The shape that says the same as the word beside it.
paint::Glyph glyphOf(ControlState state);
paint::Glyph glyphOf(Freshness freshness);
/// "2/4"; empty when nothing is counted (READINESS rule 23) or expected.
QString slotsText(const readiness::Slots &slotCount);
/// Computed once implemented, the target until then.
QDate dueOf(const Control &control, const readiness::ControlResult &result);

/// How remarks at @p control name what they are about.
words::RemarkContext contextOf(const ReportInput &input, const Control *control);
/// Every blocker of the control as one text.
QString missingText(const ReportInput &input, const Control &control);
QString missingText(const ReportInput &input, const Criterion &criterion);
QString missingText(const ReportInput &input, const Vendor &vendor);
/// Every warning of it as one text.
QString warningText(const ReportInput &input, const Control &control);
QString warningText(const ReportInput &input, const Criterion &criterion);

/// The criteria in scope, in their order.
QList<Criterion> criteriaInScope(const ReportInput &input);
/// The controls of a criterion, in the controls' own order.
QList<Control> controlsOf(const ReportInput &input, CriterionId criterion);
/// The codes of a control's criteria, in the criteria's own order.
QStringList criteriaCodes(const Records &records, ControlId control);
/// The codes of the controls that an item supports, in the controls' own order.
QStringList controlCodes(const Records &records, EvidenceId evidence);

} // namespace tb
