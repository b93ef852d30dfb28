#include "model/readiness/controlstate.h"

#include "model/readiness/continuous.h"
#include "model/readiness/criteria.h"
#include "model/readiness/events.h"
#include "model/readiness/exceptions.h"
#include "model/readiness/occurrences.h"
#include "model/readiness/policies.h"
#include "model/readiness/typeone.h"

#include <algorithm>

namespace tb::readiness {

namespace {

bool isSevereAndOpen(const FindingInput &finding, QDate at)
{
    const bool closed = finding.state == FindingState::Closed && finding.closedOn.isValid() && finding.closedOn <= at;
    return finding.severity >= Severity::High && !closed;
}

bool hasFrequency(const Subject &subject)
{
    if (!subject.lifetimes.isEmpty()) {
        return std::all_of(subject.lifetimes.begin(), subject.lifetimes.end(),
                           [](const Lifetime &l) { return l.revision->frequency.has_value(); });
    }
    const RevisionInput *revision = revisionAt(subject.control, subject.window().E);
    return revision && revision->frequency;
}

bool isSignedOff(const Subject &subject)
{
    const std::optional<SignOff> &signOff = subject.control.signOff;
    const RevisionInput *current = revisionAt(subject.control, subject.window().T);
    return signOff && signOff->who && signOff->on.isValid() && signOff->on <= subject.window().T && current
        && signOff->revisionHash == current->hash;
}

QList<const EvidenceInput *> evidenceOf(const Context &context, ControlId control)
{
    QList<const EvidenceInput *> result;
    for (EvidenceId id : context.index.evidence.of(control)) {
        const EvidenceInput *item = context.inputs.find<EvidenceInput>(id);
        if (counts(*item))
            result.append(item);
    }
    return result;
}

/// A subservice organisation's blockers are those of the control that monitors it.
void rule20Monitoring(Subject &subject, const QHash<VendorId, VendorResult> &vendors)
{
    QList<VendorId> seen;
    for (CsocId id : subject.context.index.monitored.of(subject.control.id)) {
        const VendorId vendor = subject.context.inputs.find<CsocInput>(id)->vendor;
        if (seen.contains(vendor))
            continue;
        seen.append(vendor);
        const VendorResult result = vendors.value(vendor);
        subject.result.blockers += result.blockers;
        subject.result.warnings += result.warnings;
    }
}

void applyTypeOne(Subject &subject)
{
    rule05Implemented(subject);
    rule05Policies(subject);
    rule06Evidence(subject);
}

void applyTypeTwo(Subject &subject)
{
    const bool operates
        = subject.control.workStatus == WorkStatus::Implemented && subject.control.implementedOn.isValid();
    if (operates)
        rule08LateStart(subject);
    rule09Policies(subject);
    rule11Expect(subject);
    rule12Fill(subject);
    if (operates)
        rule11NothingDue(subject);
    rule13States(subject);
    rule14GraceBeyondWindow(subject);
    rule16Continuous(subject);
    if (operates)
        rule17Populations(subject);
    if (operates)
        rule18Samples(subject);
    rule19Collect(subject);
    rule19Block(subject);
}

/// Rule 23: a control that changed its frequency shows the slots of the last one.
void rule23Slots(Subject &subject)
{
    if (subject.lifetimes.isEmpty() || !subject.lifetimes.last().revision->frequency)
        return;
    const Frequency frequency = *subject.lifetimes.last().revision->frequency;
    Slots &slotCount = subject.result.slotCount;
    if (!isPeriodic(frequency)) {
        if ((slotCount.kind == Slots::Kind::Systems) != (frequency == Frequency::Continuous))
            slotCount = {};
        return;
    }
    const QList<Occurrence> &all = subject.result.occurrences;
    const auto filled = std::count_if(all.begin(), all.end(), [](const Occurrence &o) { return o.isFilled(); });
    slotCount = { Slots::Kind::Occurrences, static_cast<int>(filled), static_cast<int>(all.size()) };
}

} // namespace

void rule04Basics(Subject &subject)
{
    QList<Remark> &blockers = subject.result.blockers;
    if (!subject.control.ownerActive)
        blockers.append(remark(RemarkCode::NoActiveOwner));
    if (!hasFrequency(subject))
        blockers.append(remark(RemarkCode::NoFrequency));
    if (subject.control.workStatus != WorkStatus::Implemented || !subject.control.implementedOn.isValid())
        blockers.append(remark(RemarkCode::NoImplementedDate));
}

void rule04Findings(Subject &subject)
{
    for (FindingId id : subject.context.index.findings.of(subject.control.id)) {
        if (isSevereAndOpen(*subject.context.inputs.find<FindingInput>(id), subject.window().T))
            subject.result.blockers.append(remark(RemarkCode::SevereFindingOpen, id));
    }
}

ControlState stateOf(const Subject &subject)
{
    const QList<Remark> &blockers = subject.result.blockers;
    const bool severe = std::any_of(blockers.begin(), blockers.end(),
                                    [](const Remark &r) { return r.code == RemarkCode::SevereFindingOpen; });
    const bool implemented = subject.control.workStatus == WorkStatus::Implemented;
    if (severe || (implemented && !blockers.isEmpty()))
        return ControlState::Gap;
    if (subject.control.workStatus == WorkStatus::InProgress)
        return ControlState::InProgress;
    if (!implemented)
        return ControlState::NotStarted;
    return isSignedOff(subject) ? ControlState::Ready : ControlState::InReview;
}

bool isRetiredBefore(const ControlInput &control, const Window &window)
{
    return control.retiredOn.isValid() && control.retiredOn < window.S;
}

bool isNotApplicable(const ControlInput &control)
{
    return control.workStatus == WorkStatus::NotApplicable && control.notApplicableApproved;
}

ControlResult evaluateControl(const Context &context, const ControlInput &control,
                              const QHash<VendorId, VendorResult> &vendors)
{
    ControlResult result;
    result.inScope = mapsIntoScope(context, control);
    if (isNotApplicable(control) || isRetiredBefore(control, context.window)) {
        result.inScope = result.inScope && isNotApplicable(control);
        result.state = ControlState::NotApplicable;
        return result;
    }
    Subject subject { context, control, result, evidenceOf(context, control.id), {} };
    if (context.window.typeTwo)
        subject.lifetimes = rule08Lifetimes(context, control);
    rule04Basics(subject);
    if (control.workStatus == WorkStatus::NotApplicable)
        result.blockers.append(remark(RemarkCode::NotApplicableWithoutApproval));
    rule04Policies(subject);
    rule04Findings(subject);
    context.window.typeTwo ? applyTypeTwo(subject) : applyTypeOne(subject);
    rule20Monitoring(subject, vendors);
    rule23Slots(subject);
    result.state = stateOf(subject);
    result.readyToDate = result.state == ControlState::Ready && context.window.isOpen();
    return result;
}

} // namespace tb::readiness
