#include "model/readiness/freshness.h"

#include "model/readiness/continuous.h"
#include "model/readiness/controlstate.h"
#include "model/readiness/duedates.h"
#include "model/readiness/events.h"
#include "model/readiness/occurrences.h"
#include "model/readiness/typeone.h"
#include "model/readiness/vendors.h"

#include <algorithm>

namespace tb::readiness {

namespace {

/// One control's word about one item.
struct View
{
    const Context &context;
    const EvidenceInput &item;
    const ControlInput &control;
    const ControlResult &result;

    const Window &window() const { return context.window; }
};

/// The day an item speaks for: last performed, else the end of what it covers, else collected.
QDate dayOf(const EvidenceInput &item, QDate at)
{
    if (!item.performedOn.isEmpty()) { // asked of every item of a control for each of them: no list is made
        QDate last;
        for (const QDate day : item.performedOn) {
            if (day.isValid() && day <= at && (!last.isValid() || day > last))
                last = day;
        }
        return last;
    }
    return item.covers.isEmpty() ? item.collectedOn : item.covers.to;
}

bool isAny(const EvidenceInput &)
{
    return true;
}

bool isPerformed(const EvidenceInput &item)
{
    return !item.performedOn.isEmpty();
}

/// Whether another item of the control, of those that @p matters admits, speaks for a later day.
template <class Matters = bool (*)(const EvidenceInput &)>
bool hasNewer(const View &view, QDate day, Matters matters = isAny)
{
    const QList<EvidenceId> all = view.context.index.evidence.of(view.control.id);
    return std::any_of(all.begin(), all.end(), [&](EvidenceId id) {
        const EvidenceInput *other = view.context.inputs.find<EvidenceInput>(id);
        return other != &view.item && counts(*other) && matters(*other) && dayOf(*other, view.window().T) > day;
    });
}

/// The due date after the one that was performed on @p day: the one it fills, else the first whose grace it is in.
QDate dueAfter(const View &view, const RevisionInput &revision, QDate day)
{
    const Schedule schedule(revision);
    for (const Occurrence &occurrence : view.result.occurrences) {
        if (occurrence.performedOn == day)
            return schedule.next(std::max(occurrence.due, day));
    }
    return schedule.next(schedule.firstOnOrAfter(day.addDays(-view.context.graceOf(revision))));
}

Freshness periodic(const View &view, const RevisionInput &revision, EvidenceResult &result)
{
    const QDate day = dayOf(view.item, view.window().T);
    if (!day.isValid())
        return Freshness::Stale;
    if (hasNewer(view, day, isPerformed)) // what fills nothing lets nothing rest (rule 15)
        return Freshness::Current;
    const QDate due = dueAfter(view, revision, day);
    if (view.control.retiredOn.isValid() && due > view.control.retiredOn)
        return Freshness::Current; // nothing is due after it
    if (view.window().T > due.addDays(view.context.graceOf(revision))) {
        const QDate last = Schedule(revision).lastBefore(due);
        result.missing += clipped(view.window().elapsed(), { DaySpan { last.addDays(1), view.window().C } });
        return Freshness::Stale;
    }
    return due <= view.window().T.addDays(view.context.inputs.engagement.dueSoonDays) ? Freshness::DueSoon
                                                                                      : Freshness::Current;
}

/// Systems that changed significantly and were not shown since (rule 16).
QList<SystemId> systemsChangedSince(const ControlResult &control)
{
    QList<SystemId> systems;
    for (const Remark &blocker : control.blockers) {
        if (blocker.code == RemarkCode::ChangeNotShown)
            systems.append(std::get<SystemId>(blocker.other.key));
    }
    return systems;
}

/// The systems of the control that the item shows; the empty id when it shows none of them.
QList<SystemId> systemsShown(const View &view)
{
    QList<SystemId> systems = systemsToShow(view.context, view.control);
    systems.removeIf([&](SystemId id) { return !view.item.systems.contains(id); });
    return systems.isEmpty() ? QList<SystemId> { SystemId {} } : systems;
}

/// Of several systems the worst: a newer item lets this one rest for those systems only that it shows (rule 16).
Freshness continuous(const View &view)
{
    const QList<SystemId> changed = systemsChangedSince(view.result);
    const QDate day = dayOf(view.item, view.window().T);
    const QDate now = std::min(view.window().T, view.window().E);
    const bool old = day.addDays(recentConfigurationDays) < now;
    const QList<SystemId> shown = systemsShown(view);
    const bool stale = std::any_of(shown.begin(), shown.end(), [&](SystemId system) {
        return (old || changed.contains(system)) && !hasNewer(view, day, [system](const EvidenceInput &other) {
                   return other.kind == EvidenceKind::Configuration && (!system || other.systems.contains(system));
               });
    });
    return stale ? Freshness::Stale : Freshness::Current;
}

Freshness perEvent(const View &view, EvidenceResult &result)
{
    const QList<PopulationId> exports = view.context.index.exportedTo.of(view.item.id);
    if (std::none_of(exports.begin(), exports.end(), [&](PopulationId id) {
            return view.context.inputs.find<PopulationInput>(id)->control == view.control.id;
        }))
        return Freshness::Current;
    ControlResult unused;
    const Subject subject { view.context, view.control, unused, {}, rule08Lifetimes(view.context, view.control) };
    const QList<DaySpan> gaps = populationGaps(subject);
    result.missing += gaps;
    return gaps.isEmpty() ? Freshness::Current : Freshness::PeriodGap;
}

Freshness typeOne(const View &view, const RevisionInput &revision)
{
    if (!showsAsOf(view.item, *revision.frequency, view.window()))
        return Freshness::Stale;
    const QDate day = dayOf(view.item, view.window().T);
    if (!isPeriodic(*revision.frequency) || !day.isValid() || hasNewer(view, day))
        return Freshness::Current;
    const QDate due = dueAfter(view, revision, day);
    return due <= view.window().T.addDays(view.context.inputs.engagement.dueSoonDays) ? Freshness::DueSoon
                                                                                      : Freshness::Current;
}

Freshness forControl(const View &view, EvidenceResult &result)
{
    if (view.result.state == ControlState::NotApplicable)
        return Freshness::Current;
    const Window &w = view.window();
    const RevisionInput *revision = revisionAt(view.control, std::min(w.T, w.E));
    if (!revision || !revision->frequency)
        return Freshness::Current;
    if (!w.typeTwo)
        return typeOne(view, *revision);
    switch (*revision->frequency) {
    case Frequency::Continuous: return continuous(view);
    case Frequency::PerEvent: return perEvent(view, result);
    default: return periodic(view, *revision, result);
    }
}

Freshness forVendor(const Context &context, const EvidenceInput &item, VendorId id, EvidenceResult &result,
                    const Evaluation &evaluation)
{
    const VendorInput *vendor = context.inputs.find<VendorInput>(id);
    const VendorResult &found = *evaluation.vendors.constFind(id);
    for (const VendorReportInput &report : vendor->reports) {
        if (report.evidence == item.id && report.period.to < context.window.C.addDays(-vendorReportDays))
            return Freshness::Stale;
    }
    if (vendor->subservice == SubserviceMethod::None || found.missing.isEmpty())
        return Freshness::Current;
    result.missing += found.missing;
    return Freshness::PeriodGap;
}

void drawBar(const Context &context, const EvidenceInput &item, EvidenceResult &result)
{
    const DaySpan window = context.window.days();
    result.covered = clipped(window, { item.covers });
    for (QDate day : datesOf(item, context.window.T)) {
        if (window.contains(day))
            result.points.append(day);
    }
}

} // namespace

EvidenceResult rule22Evidence(const Context &context, const EvidenceInput &item, const Evaluation &evaluation)
{
    EvidenceResult result;
    result.counts = counts(item);
    drawBar(context, item, result);
    if (!result.counts)
        return result;
    result.freshness = Freshness::Current;
    for (ControlId id : item.controls) {
        const ControlInput *control = context.inputs.find<ControlInput>(id);
        if (!control)
            continue;
        const View view { context, item, *control, *evaluation.controls.constFind(id) };
        result.freshness = std::max(result.freshness, forControl(view, result));
    }
    for (VendorId id : context.index.reportOf.of(item.id))
        result.freshness = std::max(result.freshness, forVendor(context, item, id, result, evaluation));
    result.missing = joined(result.missing);
    return result;
}

bool judgesAlike(const ControlResult &a, const ControlResult &b)
{
    return (a.state == ControlState::NotApplicable) == (b.state == ControlState::NotApplicable)
        && a.occurrences == b.occurrences && systemsChangedSince(a) == systemsChangedSince(b);
}

bool isOccurrenceRow(const PlanItemInput &item, const Evaluation &evaluation)
{
    const auto control = evaluation.controls.constFind(item.control);
    return control != evaluation.controls.constEnd()
        && std::any_of(control->occurrences.begin(), control->occurrences.end(),
                       [&](const Occurrence &o) { return o.due == item.due && o.isNotCollected(evaluation.at); });
}

Freshness rule22PlanItem(const Context &context, const PlanItemInput &item, const Evaluation &evaluation)
{
    Freshness worst = Freshness::NotCollected;
    for (EvidenceId id : item.evidence) {
        const EvidenceInput *shown = context.inputs.find<EvidenceInput>(id);
        if (!shown || !counts(*shown))
            continue;
        const Freshness freshness = evaluation.evidence.value(id).freshness;
        worst = worst == Freshness::NotCollected ? freshness : std::max(worst, freshness);
    }
    return worst;
}

} // namespace tb::readiness
