#pragma once

#include "model/engagement/engagementenums.h"
#include "model/people/person.h"

namespace tb {

/// A set of criteria, such as the trust services criteria.
struct Framework
{
    FrameworkId id;
    QString code;
    QString title;
    QString revision; ///< e.g. "2017, points of focus revised 2022"

    bool operator==(const Framework &) const = default;
};

/// One criterion of a framework, in our own words.
struct Criterion
{
    CriterionId id;
    FrameworkId framework;
    QString code; ///< e.g. "CC6.1"
    QString series; ///< e.g. "CC6"
    QString title;
    QString statement;
    Category category = Category::Security;
    std::optional<qint64> cosoPrinciple; ///< 1 to 17, for CC1 to CC5
    bool notRelevant = false; ///< with reason and approver, disclosed under DC 8
    QString notRelevantReason;
    PersonId notRelevantApprover;
    QString rank;
    QString originKey; ///< key in the shipped catalogue; empty for one of the user's own
    QString originHash; ///< of what was taken, so that a later catalogue can be offered as an update
    qint64 originVersion = 1; ///< of the catalogue

    bool operator==(const Criterion &) const = default;
};

template <> struct Description<Framework>
{
    static constexpr const char *table = "framework";
    static constexpr const char *plural = "frameworks";
    static constexpr const char *label = "title";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Framework::code>("code", Required | Unique),
        field<&Framework::title>("title", Required),
        field<&Framework::revision>("revision"),
    };
};

template <> struct Description<Criterion>
{
    static constexpr const char *table = "criterion";
    static constexpr const char *plural = "criteria";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&Criterion::framework>("framework_id", Required | Fixed),
        field<&Criterion::code>("code", Required | Unique | Searched),
        field<&Criterion::series>("series", Required),
        field<&Criterion::title>("title", Required | Searched),
        field<&Criterion::statement>("statement", Long | Searched),
        field<&Criterion::category>("category", Required),
        field<&Criterion::cosoPrinciple>("coso_principle"),
        field<&Criterion::notRelevant>("not_relevant"),
        field<&Criterion::notRelevantReason>("not_relevant_reason", Long | Searched),
        field<&Criterion::notRelevantApprover>("not_relevant_approver_id"),
        field<&Criterion::rank>("rank", Fixed),
        field<&Criterion::originKey>("origin_key", Fixed),
        field<&Criterion::originHash>("origin_hash", Fixed),
        field<&Criterion::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
