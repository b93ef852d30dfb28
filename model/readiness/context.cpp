#include "model/readiness/context.h"

#include <algorithm>

namespace tb::readiness {

Window windowAt(const EngagementInput &engagement, QDate at)
{
    if (engagement.type == ReportType::TypeTwo) {
        const DaySpan &w = engagement.window;
        return { true, w.from, w.to, std::min(at.addDays(-1), w.to), at };
    }
    const QDate day = engagement.type == ReportType::TypeOne ? engagement.asOf : at;
    return { false, day, day, day, at };
}

int Context::graceOf(const RevisionInput &revision) const
{
    if (revision.graceDays)
        return std::max(0, *revision.graceDays);
    if (!revision.frequency)
        return 0;
    return inputs.engagement.graceDays.at(static_cast<std::size_t>(*revision.frequency));
}

void Subject::block(const Remark &remark)
{
    (window().isBefore() ? result.warnings : result.blockers).append(remark);
}

void Subject::blockUnlessDecided(Remark remark, QDate since)
{
    Q_ASSERT(isDecidable(remark.rule()));
    remark.decided = isDecided(remark.rule(), since);
    if (remark.decided)
        remark.mend = Mend::Nothing;
    remark.decided ? warn(remark) : block(remark);
}

bool Subject::isDecided(int rule, QDate since) const
{
    return std::any_of(control.decisions.begin(), control.decisions.end(), [&](const Decision &decision) {
        return decision.rule == rule && !decision.text.trimmed().isEmpty() && decision.who && decision.on.isValid()
            && decision.on <= window().T && (!since.isValid() || decision.on >= since);
    });
}

bool counts(const EvidenceInput &evidence)
{
    const bool dated = !evidence.performedOn.isEmpty() || !evidence.covers.isEmpty() || evidence.collectedOn.isValid();
    return dated && !evidence.replaced && !evidence.withheld;
}

QList<QDate> datesOf(const EvidenceInput &evidence, QDate at)
{
    QList<QDate> dates = evidence.performedOn;
    if (dates.isEmpty() && evidence.collectedOn.isValid())
        dates.append(evidence.collectedOn);
    dates.removeIf([at](QDate date) { return !date.isValid() || date > at; });
    std::sort(dates.begin(), dates.end());
    return dates;
}

const RevisionInput *revisionAt(const ControlInput &control, QDate day)
{
    const RevisionInput *best = nullptr;
    const auto begun = [day](const RevisionInput *revision) { return revision->from <= day; }; // invalid: since ever
    for (const RevisionInput &revision : control.revisions) {
        if (!best || (begun(&revision) && !begun(best)))
            best = &revision;
        else if (begun(&revision) == begun(best) && (revision.from > best->from) == begun(best))
            best = &revision;
    }
    return best;
}

bool isPeriodic(Frequency frequency)
{
    return frequency != Frequency::Continuous && frequency != Frequency::PerEvent;
}

} // namespace tb::readiness
