#pragma once

#include "model/controls/controlenums.h"
#include "model/record/subject.h"

namespace tb {

/// How many items are tested for controls of one frequency, and what is tolerated. Conventions: no standard sets them.
struct SamplingProfile
{
    SamplingProfileId id;
    Frequency frequency = Frequency::PerEvent;
    QString title;
    qint64 size = 40;
    qint64 testAllUpTo = 10; ///< populations up to this are tested in full
    qint64 tolerableRate = 0; ///< percent of deviations
    std::optional<qint64> graceDays; ///< instead of READINESS rule 13's
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const SamplingProfile &) const = default;
};

template <> struct Description<SamplingProfile>
{
    static constexpr const char *table = "sampling_profile";
    static constexpr const char *plural = "sampling_profiles";
    static constexpr const char *label = "title";
    static constexpr const char *order = "title";
    static constexpr std::array fields {
        field<&SamplingProfile::frequency>("frequency", Required | Unique | Fixed),
        field<&SamplingProfile::title>("title", Required),
        field<&SamplingProfile::size>("size", Required),
        field<&SamplingProfile::testAllUpTo>("test_all_up_to"),
        field<&SamplingProfile::tolerableRate>("tolerable_rate"),
        field<&SamplingProfile::graceDays>("grace_days"),
        field<&SamplingProfile::originKey>("origin_key", Fixed),
        field<&SamplingProfile::originHash>("origin_hash", Fixed),
        field<&SamplingProfile::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
