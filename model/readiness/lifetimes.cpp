#include "model/readiness/occurrences.h"

#include <algorithm>

namespace tb::readiness {

QList<Lifetime> rule08Lifetimes(const Context &context, const ControlInput &control)
{
    QList<Lifetime> result;
    const Window &w = context.window;
    if (w.days().isEmpty())
        return result;
    const bool implemented = control.workStatus == WorkStatus::Implemented && control.implementedOn.isValid();
    const QDate start = later(w.S, implemented ? control.implementedOn : w.T);
    for (const RevisionInput &revision : control.revisions) {
        const QDate end = earlier(w.E, earlier(revision.to, control.retiredOn));
        const Lifetime lifetime { &revision, { later(start, revision.from), end } };
        if (!lifetime.days.isEmpty())
            result.append(lifetime);
    }
    std::sort(result.begin(), result.end(),
              [](const Lifetime &a, const Lifetime &b) { return a.days.from < b.days.from; });
    return result;
}

void rule08LateStart(Subject &subject)
{
    const QDate implemented = subject.control.implementedOn;
    if (implemented > subject.window().S)
        subject.blockUnlessDecided(remark(RemarkCode::LateStart, DaySpan { subject.window().S, implemented }));
}

} // namespace tb::readiness
