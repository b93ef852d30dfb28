#include "model/readiness/typeone.h"

#include "model/readiness/duedates.h"
#include "model/readiness/policies.h"

#include <algorithm>

namespace tb::readiness {

namespace {

/// The first due date since the control was implemented; invalid for continuous and per-event controls.
QDate firstDue(const ControlInput &control)
{
    QDate first;
    for (const RevisionInput &revision : control.revisions) {
        if (!revision.frequency || !isPeriodic(*revision.frequency))
            continue;
        const QDate due = Schedule(revision).firstOnOrAfter(later(control.implementedOn, revision.from));
        if (!revision.to.isValid() || due <= revision.to)
            first = earlier(first, due);
    }
    return first;
}

bool hasProcedure(const Subject &subject)
{
    const QDate day = subject.window().E;
    return std::any_of(subject.control.policies.begin(), subject.control.policies.end(), [&](PolicyId id) {
        const PolicyInput *policy = subject.context.inputs.find<PolicyInput>(id);
        return policy && uncovered(DaySpan { day, day }, effectiveDays(*policy, subject.window().T)).isEmpty();
    });
}

} // namespace

void rule05Implemented(Subject &subject)
{
    const QDate day = subject.window().E;
    if (subject.control.implementedOn > day)
        subject.block(remark(RemarkCode::ImplementedAfterAsOf, DaySpan { subject.control.implementedOn, day }));
}

bool showsAsOf(const EvidenceInput &evidence, Frequency frequency, const Window &window)
{
    if (evidence.covers.contains(window.E))
        return true;
    const DaySpan lately { oneCadenceBefore(window.E, frequency), window.E };
    const auto isLate = [&](QDate day) { return lately.contains(day) && day <= window.T; };
    return isLate(evidence.collectedOn)
        || std::any_of(evidence.performedOn.begin(), evidence.performedOn.end(), isLate);
}

void rule06Evidence(Subject &subject)
{
    const Window &w = subject.window();
    const RevisionInput *revision = revisionAt(subject.control, w.E);
    if (!revision || !revision->frequency || !w.E.isValid())
        return;
    const Frequency frequency = *revision->frequency;
    if (std::any_of(subject.evidence.begin(), subject.evidence.end(),
                    [&](const EvidenceInput *item) { return showsAsOf(*item, frequency, w); }))
        return;
    const QDate first = subject.control.implementedOn.isValid() ? firstDue(subject.control) : QDate();
    if (first > w.E && hasProcedure(subject)) {
        subject.result.notYetOperated = true;
        subject.warn(remark(RemarkCode::NotYetOperated, DaySpan { first, {} }));
        return;
    }
    subject.block(remark(RemarkCode::NoEvidenceAtAsOf, DaySpan { oneCadenceBefore(w.E, frequency), w.E }));
}

} // namespace tb::readiness
