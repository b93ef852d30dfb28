#pragma once

#include "model/record/subject.h"

namespace tb {

/// What we expect of our customers (DC 6). Only a complementary one is needed for a criterion; the others are plain
/// user responsibilities and kept apart.
struct UserControl
{
    UserControlId id;
    QString code;
    QString text;
    bool complementary = true;
    QString note;

    bool operator==(const UserControl &) const = default;
};

template <> struct Description<UserControl>
{
    static constexpr const char *table = "user_control";
    static constexpr const char *plural = "user_controls";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&UserControl::code>("code", Required | Unique | Searched),
        field<&UserControl::text>("text", Required | Long | Searched),
        field<&UserControl::complementary>("complementary"),
        field<&UserControl::note>("note", Long | Searched),
    };
};

inline constexpr LinkSpec userControlCriterion { "user_control_criterion", "user_control", "criterion" };

} // namespace tb
