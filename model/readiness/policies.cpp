#include "model/readiness/policies.h"

#include <algorithm>

namespace tb::readiness {

namespace {

const QDate endOfTime(9999, 12, 31);

bool isApproved(const PolicyVersionInput &version, QDate at)
{
    return version.approvedOn.isValid() && version.approvedOn <= at;
}

bool hasApproved(const PolicyInput *policy, QDate at)
{
    return policy && std::any_of(policy->versions.begin(), policy->versions.end(), [at](const PolicyVersionInput &v) {
               return isApproved(v, at);
           });
}

/// The mapped policies with an approved version; those without are rule 4's.
QList<const PolicyInput *> approvedPolicies(const Subject &subject)
{
    QList<const PolicyInput *> result;
    for (PolicyId id : subject.control.policies) {
        const PolicyInput *policy = subject.context.inputs.find<PolicyInput>(id);
        if (hasApproved(policy, subject.window().T))
            result.append(policy);
    }
    return result;
}

} // namespace

QList<DaySpan> effectiveDays(const PolicyInput &policy, QDate at)
{
    struct InForce
    {
        DaySpan days;
        bool untilNext;
    };
    QList<InForce> versions;
    for (const PolicyVersionInput &version : policy.versions) {
        // Nothing is in force before somebody approved it, whatever date it names.
        if (isApproved(version, at))
            versions.append({ { later(version.effectiveOn, version.approvedOn), version.effectiveTo },
                              !version.effectiveTo.isValid() });
    }
    std::stable_sort(versions.begin(), versions.end(),
                     [](const InForce &a, const InForce &b) { return a.days.from < b.days.from; });
    QList<DaySpan> result;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        DaySpan days = versions[i].days;
        if (versions[i].untilNext)
            days.to = i + 1 < versions.size() ? versions[i + 1].days.from.addDays(-1) : endOfTime;
        result.append({ days.from, earlier(days.to, policy.retiredOn) });
    }
    return joined(result);
}

void rule04Policies(Subject &subject)
{
    for (PolicyId id : subject.control.policies) {
        if (!hasApproved(subject.context.inputs.find<PolicyInput>(id), subject.window().T))
            subject.result.blockers.append(remark(RemarkCode::PolicyNotApproved, id));
    }
}

void rule05Policies(Subject &subject)
{
    const QDate day = subject.window().E;
    for (const PolicyInput *policy : approvedPolicies(subject)) {
        if (!uncovered(DaySpan { day, day }, effectiveDays(*policy, subject.window().T)).isEmpty())
            subject.block(remark(RemarkCode::PolicyNotEffective, DaySpan { {}, day }, policy->id));
    }
}

void rule09Policies(Subject &subject)
{
    for (const PolicyInput *policy : approvedPolicies(subject)) {
        const QList<DaySpan> gaps = uncovered(subject.window().elapsed(), effectiveDays(*policy, subject.window().T));
        if (gaps.isEmpty())
            continue;
        Remark gap = remark(RemarkCode::PolicyGap, gaps.first(), policy->id);
        gap.count = static_cast<int>(dayCount(gaps));
        subject.blockUnlessDecided(gap, gaps.last().from);
    }
}

} // namespace tb::readiness
