#pragma once

#include "model/commands.h"

namespace tb {

/// Freezes a population: keeps the SHA-256 of its export, after which its export, days and count never change.
/// Invalid while it has no export with content or is already frozen.
Result<ChangeSet> freezePopulation(Project &project, PopulationId id, QDate day);

/// What a person decides for a draw.
struct DrawOrder
{
    PopulationId population;
    DrawMethod method = DrawMethod::Random;
    QString seed; ///< any text; not for haphazard and all items
    std::optional<qint64> size; ///< from the control's sampling profile when empty
    QList<qint64> picks = {}; ///< positions chosen by hand, for haphazard
    QString redrawReason; ///< needed when the population has been drawn from before
    PersonId drawnBy;
    QDate day;
    DrawId id = {}; ///< a new one when empty
};

/// Draws from a frozen population: one change adds the draw and its items; an earlier draw from the same population
/// stays, marked as replaced. Invalid with field problems: not frozen, no seed, a size outside 1 to the count, a
/// redraw without a reason.
Result<DrawId> drawSample(Project &project, const DrawOrder &order);

/// What the results of a test come to.
struct TestOutcome
{
    qint64 tested = 0; ///< items with a result
    qint64 deviations = 0;
    double rate = 0; ///< deviations of tested, percent; 0 while nothing is tested
    bool withinTolerance = true;

    bool operator==(const TestOutcome &) const = default;
};
/// Counts the items of the draws that are not replaced, of the test's population.
TestOutcome outcomeOf(const Records &records, const Test &test);

/// Sets what the test of one item showed, a letter per attribute (p, d, n or -); the item deviates when one is d.
Result<ChangeSet> setItemResults(Project &project, SampledItemId id, const QString &results);

/// What the test of one item showed.
struct ItemResults
{
    SampledItemId item;
    QString results; ///< a letter per attribute
};
/// The same for several items as one change.
Result<ChangeSet> setItemResults(Project &project, const QList<ItemResults> &items);

} // namespace tb
