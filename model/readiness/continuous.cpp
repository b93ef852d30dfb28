#include "model/readiness/continuous.h"

#include <algorithm>

namespace tb::readiness {

namespace {

QList<DaySpan> continuousDays(const Subject &subject)
{
    QList<DaySpan> days;
    for (const Lifetime &lifetime : subject.lifetimes) {
        if (lifetime.revision->frequency == Frequency::Continuous)
            days.append(lifetime.days);
    }
    return joined(days);
}

/// The latest day in the window on which a configuration item shows the system; invalid when none does.
QDate latestShown(const Subject &subject, SystemId system)
{
    QDate latest;
    for (const EvidenceInput *item : subject.evidence) {
        if (item->kind != EvidenceKind::Configuration || (system && !item->systems.contains(system)))
            continue;
        for (QDate day : datesOf(*item, subject.window().T)) {
            if (subject.window().days().contains(day))
                latest = later(latest, day);
        }
    }
    return latest;
}

QList<const ChangeInput *> changesOf(const Subject &subject, const QList<DaySpan> &days, SystemId system)
{
    QList<const ChangeInput *> result;
    for (const ChangeInput &change : subject.context.inputs.table<ChangeInput>()) {
        const bool concerns = !system || change.systems.isEmpty() || change.systems.contains(system);
        const bool inDays
            = std::any_of(days.begin(), days.end(), [&](const DaySpan &span) { return span.contains(change.on); });
        if (concerns && inDays && change.on <= subject.window().T)
            result.append(&change);
    }
    std::sort(result.begin(), result.end(), [](const ChangeInput *a, const ChangeInput *b) {
        return a->on != b->on ? a->on < b->on : a->id < b->id;
    });
    return result;
}

void judge(Subject &subject, const QList<DaySpan> &days, SystemId system, QDate latest)
{
    if (!latest.isValid()) {
        subject.block(remark(RemarkCode::SystemNotShown, system));
        return;
    }
    for (const ChangeInput *change : changesOf(subject, days, system)) {
        if (change->on > latest)
            subject.block(remark(RemarkCode::ChangeNotShown, DaySpan { change->on, {} }, change->id, system));
    }
    const QDate now = std::min(subject.window().T, days.last().to);
    if (latest.addDays(recentConfigurationDays) < now)
        subject.warn(remark(RemarkCode::NoRecentConfiguration, DaySpan { latest, {} }, system));
}

} // namespace

QList<SystemId> systemsToShow(const Context &context, const ControlInput &control)
{
    const QSet<SystemId> &inScope = context.index.systemsInScope;
    QList<SystemId> systems;
    if (control.systems.isEmpty()) {
        systems = inScope.values();
    } else {
        for (SystemId system : control.systems) {
            if (inScope.contains(system) && !systems.contains(system))
                systems.append(system);
        }
    }
    std::sort(systems.begin(), systems.end());
    if (systems.isEmpty())
        systems.append(SystemId {});
    return systems;
}

void rule16Continuous(Subject &subject)
{
    const QList<DaySpan> days = continuousDays(subject);
    if (days.isEmpty())
        return;
    const bool operates = days.first().from <= subject.window().T
        && subject.control.workStatus == WorkStatus::Implemented && subject.control.implementedOn.isValid();
    const QList<SystemId> systems = systemsToShow(subject.context, subject.control);
    Slots &count = subject.result.slotCount;
    count = { Slots::Kind::Systems, 0, static_cast<int>(systems.size()) };
    for (SystemId system : systems) {
        const QDate latest = latestShown(subject, system);
        count.filled += latest.isValid() ? 1 : 0;
        if (operates)
            judge(subject, days, system, latest);
    }
}

} // namespace tb::readiness
