#include "model/testing/drawing.h"

#include "model/catalog/catalogid.h"
#include "model/testing/sampling.h"

namespace tb {

namespace {

using Code = FieldProblem::Code;

constexpr qint64 mostItems = 100'000; ///< each becomes a record; no test looks at as many

Error problem(const QString &subject, const char *field, Code code, const QString &value = {})
{
    return { Error::Kind::Invalid, subject, {}, { { QLatin1String(field), code, value } } };
}

const SamplingProfile *profileOf(const Records &records, const Population &population)
{
    const Control *control = records.controls.find(population.control);
    for (const SamplingProfile &profile : records.samplingProfiles.all()) {
        if (control && profile.frequency == control->frequency)
            return &profile;
    }
    return nullptr;
}

QList<Draw> drawsFrom(const Records &records, PopulationId id)
{
    QList<Draw> draws;
    for (const Draw &draw : records.draws.all()) {
        if (draw.population == id)
            draws.append(draw);
    }
    return draws;
}

Draw drawFrom(const DrawOrder &order, const Population &population, const SamplingProfile *profile)
{
    Draw draw;
    draw.id = order.id ? order.id : DrawId { newKey() };
    draw.population = population.id;
    draw.method = order.method;
    draw.seed = order.method == DrawMethod::Random || order.method == DrawMethod::Systematic ? order.seed : QString();
    draw.drawnOn = order.day;
    draw.drawnBy = order.drawnBy;
    draw.populationHash = population.frozenHash;
    draw.redrawReason = order.redrawReason;
    draw.size = order.size.value_or(sampleSize(profile ? *profile : SamplingProfile {}, population.count));
    if (order.method == DrawMethod::All)
        draw.size = population.count;
    if (order.method == DrawMethod::Haphazard)
        draw.size = order.picks.size();
    draw.sizeRule = order.size || !profile ? QStringLiteral("given") : wordOf(profile->frequency);
    return draw;
}

Status checkOrder(const Records &records, const DrawOrder &order, const Population &population, const Draw &draw,
                  bool redraw)
{
    if (population.frozenHash.isEmpty())
        return problem(population.title, "frozen_hash", Code::Required);
    const bool seeded = order.method == DrawMethod::Random || order.method == DrawMethod::Systematic;
    if (seeded && order.seed.trimmed().isEmpty())
        return problem(population.title, "seed", Code::Required);
    if (draw.size < 1 || draw.size > std::min(population.count, mostItems))
        return problem(population.title, "size", Code::OutOfRange, QString::number(draw.size));
    if (redraw && order.redrawReason.trimmed().isEmpty())
        return problem(population.title, "redraw_reason", Code::NeedsReason);
    return asStatus(population.title, check(records, draw));
}

Result<QList<qint64>> positionsFor(const DrawOrder &order, const Population &population, const Draw &draw)
{
    if (order.method != DrawMethod::Haphazard)
        return drawPositions(order.method, order.seed, population.frozenHash, population.count, draw.size);
    QList<qint64> picks = order.picks;
    std::sort(picks.begin(), picks.end());
    if (std::adjacent_find(picks.cbegin(), picks.cend()) != picks.cend())
        return problem(population.title, "position", Code::NotUnique);
    if (picks.first() < 1 || picks.last() > population.count)
        return problem(population.title, "position", Code::OutOfRange, QString::number(picks.last()));
    return picks;
}

Status insertItems(Connection &connection, DrawId draw, const QList<qint64> &positions)
{
    for (const qint64 position : positions) {
        SampledItem item;
        item.id.value
            = catalogId(QStringLiteral("sampled_item"), QStringLiteral("%1/%2").arg(draw.value).arg(position));
        item.draw = draw;
        item.position = position;
        if (auto done = store::insert(connection, item); !done)
            return done;
    }
    return Ok {};
}

Status supersede(Connection &connection, const QList<Draw> &earlier)
{
    for (const Draw &draw : earlier) {
        Draw replaced = draw;
        replaced.superseded = true;
        if (auto done = store::update(connection, draw, replaced); !done)
            return done;
    }
    return Ok {};
}

} // namespace

Result<ChangeSet> freezePopulation(Project &project, PopulationId id, QDate day)
{
    const Population *population = project.records().populations.find(id);
    if (!population)
        return unknownRecord(id.value);
    if (!population->frozenHash.isEmpty())
        return problem(population->title, "frozen_hash", Code::Frozen);
    const Evidence *item = project.records().evidence.find(population->evidence);
    if (!item || item->sha256.isEmpty())
        return problem(population->title, "evidence_id", Code::Required);
    Population frozen = *population;
    frozen.frozenHash = item->sha256;
    frozen.frozenOn = day;
    return saveRecords(project, QList<Population> { frozen });
}

Result<DrawId> drawSample(Project &project, const DrawOrder &order)
{
    const Records &records = project.records();
    const Population *population = records.populations.find(order.population);
    if (!population)
        return unknownRecord(order.population.value, QStringLiteral("population_id"));
    const QList<Draw> earlier = drawsFrom(records, population->id);
    const Draw draw = drawFrom(order, *population, profileOf(records, *population));
    if (const auto fine = checkOrder(records, order, *population, draw, !earlier.isEmpty()); !fine)
        return fine.error();
    const auto positions = positionsFor(order, *population, draw);
    if (!positions)
        return positions.error();
    const auto done = project.change([&](Connection &connection) -> Status {
        if (auto marked = supersede(connection, earlier); !marked)
            return marked;
        if (auto made = store::insert(connection, draw); !made)
            return made;
        return insertItems(connection, draw.id, positions.value());
    });
    if (!done)
        return done.error();
    return draw.id;
}

TestOutcome outcomeOf(const Records &records, const Test &test)
{
    TestOutcome outcome;
    for (const SampledItem &item : records.sampledItems.all()) {
        const Draw *draw = records.draws.find(item.draw);
        if (!draw || draw->superseded || draw->population != test.population)
            continue;
        const bool tested = item.results.contains(QLatin1Char('p')) || item.deviates;
        outcome.tested += tested ? 1 : 0;
        outcome.deviations += item.deviates ? 1 : 0;
    }
    if (outcome.tested > 0)
        outcome.rate = 100.0 * static_cast<double>(outcome.deviations) / static_cast<double>(outcome.tested);
    outcome.withinTolerance = outcome.rate <= static_cast<double>(test.tolerableRate);
    return outcome;
}

Result<ChangeSet> setItemResults(Project &project, SampledItemId id, const QString &results)
{
    return setItemResults(project, QList<ItemResults> { { id, results } });
}

Result<ChangeSet> setItemResults(Project &project, const QList<ItemResults> &items)
{
    QList<SampledItem> tested;
    for (const ItemResults &given : items) {
        const SampledItem *item = project.records().sampledItems.find(given.item);
        if (!item)
            return unknownRecord(given.item.value);
        tested.append(*item);
        tested.last().results = given.results;
    }
    return saveRecords(project, tested);
}

} // namespace tb
