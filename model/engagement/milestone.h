#pragma once

#include "model/record/subject.h"

namespace tb {

enum class MilestoneKind { Kickoff, Readiness, WindowStart, WindowEnd, Fieldwork, Draft, Report, Other };
template <> struct Words<MilestoneKind>
{
    static constexpr std::array all { "kickoff",   "readiness_review", "window_start", "window_end",
                                      "fieldwork", "draft_report",     "final_report", "other" };
};

/// A date that the preparation works towards.
struct Milestone
{
    MilestoneId id;
    QString title;
    QDate dueOn;
    MilestoneKind kind = MilestoneKind::Kickoff;
    QDate reachedOn;

    bool operator==(const Milestone &) const = default;
};

template <> struct Description<Milestone>
{
    static constexpr const char *table = "milestone";
    static constexpr const char *plural = "milestones";
    static constexpr const char *label = "title";
    static constexpr const char *order = "due_on";
    static constexpr std::array fields {
        field<&Milestone::title>("title", Required | Searched),
        field<&Milestone::dueOn>("due_on", Required),
        field<&Milestone::kind>("kind", Required),
        field<&Milestone::reachedOn>("reached_on"),
    };
};

} // namespace tb
