#pragma once

#include "model/record/subject.h"

namespace tb {

/// A significant change to the system in the window (DC 9, Type II).
struct SignificantChange
{
    SignificantChangeId id;
    QString title;
    QDate happenedOn;
    QString what;
    QString effect;
    bool disclosed = true;
    QString undisclosedReason;

    bool operator==(const SignificantChange &) const = default;
};

template <> struct Description<SignificantChange>
{
    static constexpr const char *table = "significant_change";
    static constexpr const char *plural = "significant_changes";
    static constexpr const char *label = "title";
    static constexpr const char *order = "happened_on";
    static constexpr std::array fields {
        field<&SignificantChange::title>("title", Required | Searched),
        field<&SignificantChange::happenedOn>("happened_on", Required),
        field<&SignificantChange::what>("what", Long | Searched),
        field<&SignificantChange::effect>("effect", Long | Searched),
        field<&SignificantChange::disclosed>("disclosed"),
        field<&SignificantChange::undisclosedReason>("undisclosed_reason", Long | Searched),
    };
};

inline constexpr LinkSpec significantChangeSystem { "significant_change_system", "significant_change", "system" };

} // namespace tb
