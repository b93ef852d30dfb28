#pragma once

#include "model/record/subject.h"

namespace tb {

enum class CommitmentKind { ServiceCommitment, SystemRequirement };
template <> struct Words<CommitmentKind>
{
    static constexpr std::array all { "service_commitment", "system_requirement" };
};

enum class CommitmentSource { Contract, ServiceLevel, Policy, Law };
template <> struct Words<CommitmentSource>
{
    static constexpr std::array all { "contract", "service_level", "policy", "law" };
};

/// A principal service commitment or system requirement (DC 2).
struct Commitment
{
    CommitmentId id;
    QString code; ///< e.g. "SC-03"
    QString text;
    CommitmentKind kind = CommitmentKind::ServiceCommitment;
    CommitmentSource source = CommitmentSource::Contract;
    QString reference;
    QStringList categories; ///< words of Category

    bool operator==(const Commitment &) const = default;
};

template <> struct Description<Commitment>
{
    static constexpr const char *table = "commitment";
    static constexpr const char *plural = "commitments";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Commitment::code>("code", Required | Unique | Searched),
        field<&Commitment::text>("text", Required | Long | Searched),
        field<&Commitment::kind>("kind", Required),
        field<&Commitment::source>("source", Required),
        field<&Commitment::reference>("reference"),
        field<&Commitment::categories>("categories"),
    };
};

} // namespace tb
