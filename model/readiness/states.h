#pragma once

#include "model/record/words.h"

namespace tb {

/// The computed status of a control, in the order in which the first match wins (READINESS.md, "Control state").
enum class ControlState { NotApplicable, Gap, NotStarted, InProgress, InReview, Ready };
inline constexpr int controlStateCount = 6;

/// What an evidence row says (rule 22), from best to worst; the worst of an item's controls wins.
enum class Freshness { Current, DueSoon, Stale, PeriodGap, NotCollected };
inline constexpr int freshnessCount = 5;

/// How one due date of a periodic control stands (rules 12, 13 and 21).
enum class OccurrenceState { NotDueYet, DueSoon, Filled, FilledInGrace, Late, Missing };

template <> struct Words<ControlState>
{
    static constexpr std::array all { "not_applicable", "gap", "not_started", "in_progress", "in_review", "ready" };
};
template <> struct Words<Freshness>
{
    static constexpr std::array all { "current", "due_soon", "stale", "period_gap", "not_collected" };
};
template <> struct Words<OccurrenceState>
{
    static constexpr std::array all { "not_due_yet", "due_soon", "filled", "filled_in_grace", "late", "missing" };
};

} // namespace tb
