#pragma once

#include "model/record/words.h"

namespace tb {

enum class ControlKind { Preventive, Detective, Corrective, Compensating };
enum class ControlNature { Manual, Automated, ItDependentManual };
enum class Frequency { Continuous, PerEvent, Daily, Weekly, Monthly, Quarterly, SemiAnnual, Annual };
/// What a person states about the work; the shown status is computed from it and the evidence (READINESS.md).
enum class WorkStatus { NotStarted, InProgress, Implemented, NotApplicable };

template <> struct Words<ControlKind>
{
    static constexpr std::array all { "preventive", "detective", "corrective", "compensating" };
};
template <> struct Words<ControlNature>
{
    static constexpr std::array all { "manual", "automated", "it_dependent_manual" };
};
template <> struct Words<Frequency>
{
    static constexpr std::array all { "continuous", "per_event", "daily",       "weekly",
                                      "monthly",    "quarterly", "semi_annual", "annual" };
};
template <> struct Words<WorkStatus>
{
    static constexpr std::array all { "not_started", "in_progress", "implemented", "not_applicable" };
};

/// The days that a daily control works on.
enum class Calendar { EveryDay, Weekdays };
template <> struct Words<Calendar>
{
    static constexpr std::array all { "every_day", "weekdays" };
};

} // namespace tb
