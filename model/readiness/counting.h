#pragma once

#include "model/readiness/context.h"

/// "Counting, so that numbers add up": every figure is the sum of contributions that can be taken back one by one.
namespace tb::readiness {

/// What one control adds: once to the totals, once to each of its series and categories, and to `shown` once for each
/// of its criteria in scope.
struct ControlShare
{
    ControlState state = ControlState::NotApplicable;
    bool counted = false;
    bool exception = false;
    int notCollected = 0; ///< due occurrences with nothing behind them
    QMap<QString, int> series; ///< criteria in scope per series
    QMap<Category, int> categories;
};

/// What one criterion adds.
struct CriterionShare
{
    bool counted = false;
    bool ready = false;
    QString series;
    Category category = Category::Security;
};

ControlShare shareOf(const Context &context, const ControlInput &control, const ControlResult &result);
CriterionShare shareOf(const CriterionInput &criterion, const CriterionResult &result);
/// Adds the share to the figures (@p sign 1) or takes it back (-1); series and categories without any are dropped.
void count(Evaluation &evaluation, const ControlShare &share, int sign);
void count(Evaluation &evaluation, const CriterionShare &share, int sign);

} // namespace tb::readiness
