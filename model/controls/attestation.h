#pragma once

#include "model/record/subject.h"

namespace tb {

/// An owner states that a control worked as described.
struct Attestation
{
    AttestationId id;
    ControlId control;
    PersonId person;
    QDate attestedOn;
    QString statement;

    bool operator==(const Attestation &) const = default;
};

template <> struct Description<Attestation>
{
    static constexpr const char *table = "attestation";
    static constexpr const char *plural = "attestations";
    static constexpr const char *label = "statement";
    static constexpr const char *order = "attested_on";
    static constexpr std::array fields {
        field<&Attestation::control>("control_id", Required | Part),
        field<&Attestation::person>("person_id", Required),
        field<&Attestation::attestedOn>("attested_on", Required),
        field<&Attestation::statement>("statement", Required | Long | Searched),
    };
};

} // namespace tb
