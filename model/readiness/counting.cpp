#include "model/readiness/counting.h"

#include "model/readiness/criteria.h"

#include <numeric>

namespace tb::readiness {

namespace {

void addTo(Figures &figures, const ControlShare &share, int rows, int sign)
{
    const std::size_t state = static_cast<std::size_t>(share.state);
    figures.controls.by.at(state) += sign;
    figures.shown.by.at(state) += sign * rows;
    figures.exceptions += share.exception ? sign : 0;
}

void addTo(Figures &figures, const CriterionShare &share, int sign)
{
    figures.criteriaInScope += sign;
    figures.criteriaReady += share.ready ? sign : 0;
}

template <class Key, class Change> void change(QMap<Key, Figures> &map, const Key &key, Change &&apply)
{
    Figures &figures = map[key];
    apply(figures);
    if (figures == Figures {})
        map.remove(key);
}

} // namespace

int StateCounts::total() const
{
    return std::accumulate(by.begin(), by.end(), 0) - of(ControlState::NotApplicable);
}

ControlShare shareOf(const Context &context, const ControlInput &control, const ControlResult &result)
{
    ControlShare share;
    share.state = result.state;
    share.counted = result.inScope;
    share.exception = result.hasException();
    for (const Occurrence &occurrence : result.occurrences)
        share.notCollected += occurrence.isNotCollected(context.window.T) ? 1 : 0;
    QList<CriterionId> seen;
    for (CriterionId id : control.criteria) {
        const CriterionInput *criterion = context.inputs.find<CriterionInput>(id);
        if (!criterion || seen.contains(id) || !rule01InScope(context, *criterion))
            continue;
        seen.append(id);
        ++share.series[criterion->series];
        ++share.categories[criterion->category];
    }
    return share;
}

CriterionShare shareOf(const CriterionInput &criterion, const CriterionResult &result)
{
    return { result.inScope, result.ready, criterion.series, criterion.category };
}

void count(Evaluation &evaluation, const ControlShare &share, int sign)
{
    evaluation.evidenceBy.at(static_cast<std::size_t>(Freshness::NotCollected)) += sign * share.notCollected;
    if (!share.counted)
        return;
    int rows = 0;
    for (auto it = share.series.begin(); it != share.series.end(); ++it) {
        rows += it.value();
        change(evaluation.series, it.key(), [&](Figures &f) { addTo(f, share, it.value(), sign); });
    }
    for (auto it = share.categories.begin(); it != share.categories.end(); ++it)
        change(evaluation.categories, it.key(), [&](Figures &f) { addTo(f, share, it.value(), sign); });
    addTo(evaluation.totals, share, rows == 0 ? 1 : rows, sign); // an unmapped control is shown once
}

void count(Evaluation &evaluation, const CriterionShare &share, int sign)
{
    if (!share.counted)
        return;
    addTo(evaluation.totals, share, sign);
    change(evaluation.series, share.series, [&](Figures &f) { addTo(f, share, sign); });
    change(evaluation.categories, share.category, [&](Figures &f) { addTo(f, share, sign); });
}

} // namespace tb::readiness
