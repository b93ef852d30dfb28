#include "model/readiness/events.h"

#include <algorithm>

namespace tb::readiness {

namespace {

QList<DaySpan> eventDays(const Subject &subject)
{
    QList<DaySpan> days;
    for (const Lifetime &lifetime : subject.lifetimes) {
        if (lifetime.revision->frequency == Frequency::PerEvent)
            days.append(lifetime.days);
    }
    return joined(days);
}

QDate collectedOn(const Subject &subject, const PopulationInput &population)
{
    if (population.collectedOn.isValid())
        return population.collectedOn;
    const EvidenceInput *item = subject.context.inputs.find<EvidenceInput>(population.evidence);
    return item ? item->collectedOn : QDate();
}

/// The populations that count: their export counts, was collected by now, and touches the days of the control.
QList<const PopulationInput *> populationsOf(const Subject &subject, const QList<DaySpan> &days)
{
    QList<const PopulationInput *> result;
    for (PopulationId id : subject.context.index.populations.of(subject.control.id)) {
        const PopulationInput *population = subject.context.inputs.find<PopulationInput>(id);
        const EvidenceInput *item = subject.context.inputs.find<EvidenceInput>(population->evidence);
        const bool touches = std::any_of(days.begin(), days.end(), [population](const DaySpan &span) {
            return !common(span, population->period).isEmpty();
        });
        if (item && counts(*item) && touches && !(collectedOn(subject, *population) > subject.window().T))
            result.append(population);
    }
    return result;
}

QList<DaySpan> allGaps(const Subject &subject, const QList<DaySpan> &days)
{
    QList<DaySpan> covered;
    for (const PopulationInput *population : populationsOf(subject, days))
        covered.append(population->period);
    QList<DaySpan> required;
    for (const DaySpan &span : days)
        required.append(common(span, subject.window().elapsed()));
    return uncovered(required, covered);
}

/// The last days before now may still be missing while the window is open.
DaySpan takeTail(const Subject &subject, QList<DaySpan> &gaps)
{
    const Window &w = subject.window();
    const bool tolerated
        = !gaps.isEmpty() && w.T <= w.E && gaps.last().to == w.C && gaps.last().days() <= toleratedTailDays;
    return tolerated ? gaps.takeLast() : DaySpan {};
}

void rule17FinalExport(Subject &subject, const QList<const PopulationInput *> &populations, QDate end)
{
    if (subject.window().T <= subject.window().E)
        return;
    const PopulationInput *early = nullptr;
    for (const PopulationInput *population : populations) {
        if (!population->period.contains(end))
            continue;
        if (collectedOn(subject, *population) > end)
            return;
        if (!early || population->period.from < early->period.from)
            early = population;
    }
    if (early)
        subject.block(
            remark(RemarkCode::FinalExportTooEarly, DaySpan { collectedOn(subject, *early), end }, early->id));
}

struct Drawn
{
    DrawId named; ///< where to look first: one that lacks evidence, if any does
    int items = 0;
    int withoutEvidence = 0;
};

bool hasEvidence(const Context &context, const SampleItem &item)
{
    return std::any_of(item.evidence.begin(), item.evidence.end(), [&](EvidenceId id) {
        const EvidenceInput *shown = context.inputs.find<EvidenceInput>(id);
        return shown && counts(*shown);
    });
}

/// What was drawn from @p populations; a sample of last year's, or of an export that was replaced, shows nothing here.
Drawn drawnFrom(const Subject &subject, const QList<const PopulationInput *> &populations)
{
    Drawn drawn;
    for (DrawId id : subject.context.index.draws.of(subject.control.id)) {
        const DrawInput *draw = subject.context.inputs.find<DrawInput>(id);
        const bool ours = std::any_of(populations.begin(), populations.end(),
                                      [draw](const PopulationInput *p) { return p->id == draw->population; });
        if (draw->superseded || !ours)
            continue;
        int open = 0;
        for (const SampleItem &item : draw->items)
            open += hasEvidence(subject.context, item) ? 0 : 1;
        drawn.items += static_cast<int>(draw->items.size());
        drawn.withoutEvidence += open;
        if (!drawn.named || open > 0)
            drawn.named = id;
    }
    return drawn;
}

void judgeNone(Subject &subject, const QList<const PopulationInput *> &populations)
{
    const bool stated
        = std::any_of(populations.begin(), populations.end(), [](const PopulationInput *p) { return p->zeroStated; });
    const auto first = std::min_element(populations.begin(), populations.end(), [](const auto *a, const auto *b) {
        return std::tie(a->period.from, a->id) < std::tie(b->period.from, b->id);
    });
    subject.result.noOccurrence = true;
    if (stated)
        subject.warn(remark(RemarkCode::NoEvents));
    else
        subject.block(remark(RemarkCode::NoStatementOfNoEvents, (*first)->id));
}

void judgeSample(Subject &subject, const Drawn &drawn, int size)
{
    const bool over = subject.window().T > subject.window().E;
    if (!drawn.named) {
        Remark missing = remark(RemarkCode::SampleNotDrawn);
        missing.expected = size;
        if (over)
            subject.block(missing);
        return;
    }
    subject.result.slotCount
        = { Slots::Kind::Samples, drawn.items - drawn.withoutEvidence, std::max(size, drawn.items) };
    if (drawn.items < size) {
        Remark small = remark(RemarkCode::SampleTooSmall, drawn.named);
        small.count = drawn.items;
        small.expected = size;
        over ? subject.block(small) : subject.warn(small); // an interim draw grows with the population
    }
    if (drawn.withoutEvidence > 0) {
        Remark open = remark(RemarkCode::SampleWithoutEvidence, drawn.named);
        open.count = drawn.withoutEvidence;
        open.expected = drawn.items;
        subject.block(open);
    }
}

} // namespace

int sampleSizeOf(int count, const SampleProfile &profile)
{
    return count <= profile.testAllUpTo ? count : std::min(count, profile.size);
}

QList<DaySpan> populationGaps(const Subject &subject)
{
    QList<DaySpan> gaps = allGaps(subject, eventDays(subject));
    takeTail(subject, gaps);
    return gaps;
}

void rule17Populations(Subject &subject)
{
    const QList<DaySpan> days = eventDays(subject);
    if (days.isEmpty())
        return;
    QList<DaySpan> gaps = allGaps(subject, days);
    const DaySpan tail = takeTail(subject, gaps);
    if (!tail.isEmpty())
        subject.warn(remark(RemarkCode::PopulationTail, tail));
    if (!gaps.isEmpty()) {
        Remark gap = remark(RemarkCode::PopulationGap, gaps.first());
        gap.count = static_cast<int>(dayCount(gaps));
        subject.block(gap);
    }
    const QList<const PopulationInput *> populations = populationsOf(subject, days);
    for (const PopulationInput *population : populations) {
        if (!population->complete)
            subject.block(remark(RemarkCode::PopulationNotComplete, population->id));
    }
    rule17FinalExport(subject, populations, days.last().to);
}

void rule18Samples(Subject &subject)
{
    const QList<const PopulationInput *> populations = populationsOf(subject, eventDays(subject));
    if (populations.isEmpty())
        return;
    qint64 count = 0; // several exports of a billion events each are more than an int holds
    for (const PopulationInput *population : populations)
        count += std::max(0, population->count);
    const int events = static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    if (events == 0)
        return judgeNone(subject, populations);
    const int size = sampleSizeOf(events, subject.context.inputs.engagement.eventSample);
    judgeSample(subject, drawnFrom(subject, populations), size);
}

} // namespace tb::readiness
