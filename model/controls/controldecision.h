#pragma once

#include "model/record/subject.h"

namespace tb {

/// A noted decision that clears what one readiness rule says of a control.
struct ControlDecision
{
    ControlDecisionId id;
    ControlId control;
    qint64 rule = 8; ///< 1 to 24, see READINESS
    QString text;
    PersonId decidedBy;
    QDate decidedOn;

    bool operator==(const ControlDecision &) const = default;
};

template <> struct Description<ControlDecision>
{
    static constexpr const char *table = "control_decision";
    static constexpr const char *plural = "control_decisions";
    static constexpr const char *label = "text";
    static constexpr const char *order = "decided_on";
    static constexpr std::array fields {
        field<&ControlDecision::control>("control_id", Required | Part),
        field<&ControlDecision::rule>("rule", Required),
        field<&ControlDecision::text>("text", Required | Long | Searched),
        field<&ControlDecision::decidedBy>("decided_by_id", Required),
        field<&ControlDecision::decidedOn>("decided_on", Required),
    };
};

} // namespace tb
