#pragma once

#include "model/record/subject.h"

namespace tb {

/// A value that policy texts leave to the organisation.
struct PolicyParameter
{
    PolicyParameterId id;
    QString key; ///< as policy texts write it: "review_cycle"
    QString title;
    QString value;
    QString unit; ///< follows the value in texts: "days"
    QString unitOfOne; ///< follows the value 1: "day"
    bool integer = false;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const PolicyParameter &) const = default;
};

template <> struct Description<PolicyParameter>
{
    static constexpr const char *table = "policy_parameter";
    static constexpr const char *plural = "policy_parameters";
    static constexpr const char *label = "title";
    static constexpr const char *order = "title";
    static constexpr std::array fields {
        field<&PolicyParameter::key>("key", Required | Unique | Fixed),
        field<&PolicyParameter::title>("title", Required | Searched),
        field<&PolicyParameter::value>("value"),
        field<&PolicyParameter::unit>("unit", Fixed),
        field<&PolicyParameter::unitOfOne>("unit_one", Fixed),
        field<&PolicyParameter::integer>("integer", Fixed),
        field<&PolicyParameter::originKey>("origin_key", Fixed),
        field<&PolicyParameter::originHash>("origin_hash", Fixed),
        field<&PolicyParameter::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
