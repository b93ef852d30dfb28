#pragma once

#include "model/record/subject.h"

namespace tb {

enum class RiskResponse { Undecided, Mitigate, Accept, Transfer, Avoid };
template <> struct Words<RiskResponse>
{
    static constexpr std::array all { "undecided", "mitigate", "accept", "transfer", "avoid" };
};

/// Something that may keep the organisation from meeting its commitments. Likelihood and impact go from 1 to 5.
struct Risk
{
    RiskId id;
    QString code;
    QString title;
    QString category;
    QString threat;
    QString vulnerability;
    qint64 inherentLikelihood = 3;
    qint64 inherentImpact = 3;
    std::optional<qint64> residualLikelihood;
    std::optional<qint64> residualImpact;
    std::optional<qint64> appetite; ///< highest residual score (likelihood × impact) that is borne
    RiskResponse response = RiskResponse::Undecided;
    PersonId acceptedBy;
    QDate acceptedUntil;
    PersonId owner;
    QDate reviewOn;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const Risk &) const = default;
};

template <> struct Description<Risk>
{
    static constexpr const char *table = "risk";
    static constexpr const char *plural = "risks";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Risk::code>("code", Required | Unique | Searched),
        field<&Risk::title>("title", Required | Searched),
        field<&Risk::category>("category", Searched),
        field<&Risk::threat>("threat", Long | Searched),
        field<&Risk::vulnerability>("vulnerability", Long | Searched),
        field<&Risk::inherentLikelihood>("inherent_likelihood"),
        field<&Risk::inherentImpact>("inherent_impact"),
        field<&Risk::residualLikelihood>("residual_likelihood"),
        field<&Risk::residualImpact>("residual_impact"),
        field<&Risk::appetite>("appetite"),
        field<&Risk::response>("response", Required),
        field<&Risk::acceptedBy>("accepted_by_id"),
        field<&Risk::acceptedUntil>("accepted_until"),
        field<&Risk::owner>("owner_id"),
        field<&Risk::reviewOn>("review_on"),
        field<&Risk::originKey>("origin_key", Fixed),
        field<&Risk::originHash>("origin_hash", Fixed),
        field<&Risk::originVersion>("origin_version", Fixed),
    };
};

inline constexpr LinkSpec riskControl { "risk_control", "risk", "control" };
inline constexpr LinkSpec riskCommitment { "risk_commitment", "risk", "commitment" };

} // namespace tb
