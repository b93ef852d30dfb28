#include "reports/evaluated.h"

#include "reports/recordrefs.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb {

namespace {

/// The records of @p keys in the order of @p list.
template <class R> QList<R> inOrder(const RecordList<R> &list, const QList<qint64> &keys)
{
    QList<R> found;
    for (const qint64 key : keys) {
        if (const R *record = list.find({ key }))
            found.append(*record);
    }
    std::sort(found.begin(), found.end(),
              [](const R &a, const R &b) { return std::tie(a.rank, a.code, a.id) < std::tie(b.rank, b.code, b.id); });
    return found;
}

template <class R> QStringList codesOf(const QList<R> &records)
{
    QStringList codes;
    for (const R &record : records)
        codes.append(record.code);
    return codes;
}

constexpr qsizetype mostReasons = 6;

template <class Key, class Result> const Result &found(const QHash<Key, Result> &results, Key id)
{
    static const Result none;
    const auto at = results.constFind(id);
    return at == results.constEnd() ? none : *at;
}

} // namespace

const readiness::ControlResult &resultOf(const ReportInput &input, ControlId id)
{
    return found(input.evaluation.controls, id);
}

const readiness::CriterionResult &resultOf(const ReportInput &input, CriterionId id)
{
    return found(input.evaluation.criteria, id);
}

const readiness::VendorResult &resultOf(const ReportInput &input, VendorId id)
{
    return found(input.evaluation.vendors, id);
}

QString statusText(const readiness::ControlResult &result)
{
    return result.state == ControlState::Ready && result.readyToDate ? words::Say::tr("Ready to date")
                                                                     : words::term(result.state);
}

QString statusText(const readiness::CriterionResult &result, const Criterion &criterion)
{
    if (!result.inScope)
        return criterion.notRelevant ? words::Say::tr("Not relevant") : words::Say::tr("Not in scope");
    return result.ready ? words::Say::tr("Ready") : words::Say::tr("Not ready");
}

page::Tone toneOf(ControlState state)
{
    switch (state) {
    case ControlState::NotApplicable:
    case ControlState::NotStarted: return page::Tone::Neutral;
    case ControlState::Gap: return page::Tone::Bad;
    case ControlState::InProgress: return page::Tone::Info;
    case ControlState::InReview: return page::Tone::Review;
    case ControlState::Ready: return page::Tone::Ok;
    }
    return page::Tone::Plain;
}

page::Tone toneOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Current: return page::Tone::Ok;
    case Freshness::DueSoon: return page::Tone::Warn;
    case Freshness::Stale:
    case Freshness::PeriodGap: return page::Tone::Bad;
    case Freshness::NotCollected: return page::Tone::Neutral;
    }
    return page::Tone::Plain;
}

paint::Glyph glyphOf(ControlState state)
{
    switch (state) {
    case ControlState::NotApplicable: return paint::Glyph::SlashRing;
    case ControlState::Gap: return paint::Glyph::Triangle;
    case ControlState::NotStarted: return paint::Glyph::DashedRing;
    case ControlState::InProgress: return paint::Glyph::HalfRing;
    case ControlState::InReview: return paint::Glyph::ThreeQuarterRing;
    case ControlState::Ready: return paint::Glyph::TickDisc;
    }
    return paint::Glyph::None;
}

paint::Glyph glyphOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Current: return paint::Glyph::TickDisc;
    case Freshness::DueSoon: return paint::Glyph::Clock;
    case Freshness::Stale: return paint::Glyph::Octagon;
    case Freshness::PeriodGap: return paint::Glyph::BrokenBar;
    case Freshness::NotCollected: return paint::Glyph::DashedRing;
    }
    return paint::Glyph::None;
}

QString slotsText(const readiness::Slots &slotCount)
{
    if (slotCount.kind == readiness::Slots::Kind::None || slotCount.expected == 0)
        return {};
    return QStringLiteral("%1/%2").arg(slotCount.filled).arg(slotCount.expected);
}

QDate dueOf(const Control &control, const readiness::ControlResult &result)
{
    return control.workStatus == WorkStatus::Implemented ? result.nextDue : control.targetOn;
}

words::RemarkContext contextOf(const ReportInput &input, const Control *control)
{
    words::RemarkContext context;
    context.name = [records = &input.records](const readiness::RecordRef &record) { return nameOf(*records, record); };
    if (control)
        context.frequency = control->frequency;
    return context;
}

QString missingText(const ReportInput &input, const Control &control)
{
    return words::capitalised(
        words::reasons(resultOf(input, control.id).blockers, contextOf(input, &control), mostReasons));
}

QString missingText(const ReportInput &input, const Criterion &criterion)
{
    return words::capitalised(
        words::reasons(resultOf(input, criterion.id).blockers, contextOf(input, nullptr), mostReasons));
}

QString missingText(const ReportInput &input, const Vendor &vendor)
{
    return words::capitalised(
        words::reasons(resultOf(input, vendor.id).blockers, contextOf(input, nullptr), mostReasons));
}

QString warningText(const ReportInput &input, const Control &control)
{
    return words::capitalised(
        words::reasons(resultOf(input, control.id).warnings, contextOf(input, &control), mostReasons));
}

QString warningText(const ReportInput &input, const Criterion &criterion)
{
    return words::capitalised(
        words::reasons(resultOf(input, criterion.id).warnings, contextOf(input, nullptr), mostReasons));
}

QList<Criterion> criteriaInScope(const ReportInput &input)
{
    QList<Criterion> inScope;
    for (const Criterion &criterion : input.records.criteria.all()) {
        if (resultOf(input, criterion.id).inScope)
            inScope.append(criterion);
    }
    return inScope;
}

QList<Control> controlsOf(const ReportInput &input, CriterionId criterion)
{
    return inOrder(input.records.controls, input.records.controlCriteria.leftsOf(criterion.value));
}

QStringList criteriaCodes(const Records &records, ControlId control)
{
    return codesOf(inOrder(records.criteria, records.controlCriteria.rightsOf(control.value)));
}

QStringList controlCodes(const Records &records, EvidenceId evidence)
{
    return codesOf(inOrder(records.controls, records.evidenceControls.rightsOf(evidence.value)));
}

} // namespace tb
