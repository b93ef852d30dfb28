#pragma once

#include "model/record/subject.h"

namespace tb {

/// A numbered sentence of a policy that controls and tests point at.
struct PolicyRequirement
{
    PolicyRequirementId id;
    PolicyId policy;
    QString number; ///< "4.7"
    QString title;
    QString rank;

    bool operator==(const PolicyRequirement &) const = default;
};

template <> struct Description<PolicyRequirement>
{
    static constexpr const char *table = "policy_requirement";
    static constexpr const char *plural = "policy_requirements";
    static constexpr const char *label = "number";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&PolicyRequirement::policy>("policy_id", Required | Fixed | Part),
        field<&PolicyRequirement::number>("number", Required),
        field<&PolicyRequirement::title>("title", Required | Searched),
        field<&PolicyRequirement::rank>("rank", Fixed),
    };
};

inline constexpr LinkSpec policyRequirementControl { "policy_requirement_control", "policy_requirement", "control" };

} // namespace tb
