#pragma once

#include "model/record/subject.h"

namespace tb {

enum class PlanState { Open, Asked, Collected, Dropped };
template <> struct Words<PlanState>
{
    static constexpr std::array all { "open", "asked", "collected", "dropped" };
};

/// Evidence that is to be collected.
struct PlanItem
{
    PlanItemId id;
    ControlId control;
    QDate dueOn;
    QString expected;
    PersonId from;
    PlanState state = PlanState::Open;

    bool operator==(const PlanItem &) const = default;
};

template <> struct Description<PlanItem>
{
    static constexpr const char *table = "plan_item";
    static constexpr const char *plural = "plan_items";
    static constexpr const char *label = "expected";
    static constexpr const char *order = "due_on";
    static constexpr std::array fields {
        field<&PlanItem::control>("control_id", Required | Part),
        field<&PlanItem::dueOn>("due_on", Required),
        field<&PlanItem::expected>("expected", Required | Long | Searched),
        field<&PlanItem::from>("from_id"),
        field<&PlanItem::state>("state", Required),
    };
};

} // namespace tb
