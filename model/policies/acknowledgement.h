#pragma once

#include "model/record/subject.h"

namespace tb {

/// A person has read a policy version and agrees to follow it.
struct Acknowledgement
{
    AcknowledgementId id;
    PersonId person;
    PolicyVersionId version;
    QDate acknowledgedOn;

    bool operator==(const Acknowledgement &) const = default;
};

template <> struct Description<Acknowledgement>
{
    static constexpr const char *table = "acknowledgement";
    static constexpr const char *plural = "acknowledgements";
    static constexpr const char *label = "acknowledged_on";
    static constexpr const char *order = "acknowledged_on";
    static constexpr std::array fields {
        field<&Acknowledgement::person>("person_id", Required),
        field<&Acknowledgement::version>("policy_version_id", Required | Part),
        field<&Acknowledgement::acknowledgedOn>("acknowledged_on", Required),
    };
};

} // namespace tb
