#pragma once

#include "model/record/subject.h"

namespace tb {

/// The operation of a control that a finding is about: a due date, or the day of an event.
struct FindingOccurrence
{
    FindingOccurrenceId id;
    FindingId finding;
    ControlId control;
    QDate occurredOn;
    bool deviates = false; ///< performed, but it did not work

    bool operator==(const FindingOccurrence &) const = default;
};

template <> struct Description<FindingOccurrence>
{
    static constexpr const char *table = "finding_occurrence";
    static constexpr const char *plural = "finding_occurrences";
    static constexpr const char *label = "occurred_on";
    static constexpr const char *order = "occurred_on";
    static constexpr std::array fields {
        field<&FindingOccurrence::finding>("finding_id", Required | Fixed | Part),
        field<&FindingOccurrence::control>("control_id", Required),
        field<&FindingOccurrence::occurredOn>("occurred_on", Required),
        field<&FindingOccurrence::deviates>("deviates"),
    };
};

} // namespace tb
