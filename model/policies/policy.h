#pragma once

#include "model/record/subject.h"

namespace tb {

/// A policy of the organisation. Its texts are versions.
struct Policy
{
    PolicyId id;
    QString code; ///< e.g. "PL-02"
    QString title;
    QString summary;
    PersonId owner;
    qint64 reviewMonths = 12; ///< 0: none
    QDate nextReviewOn;
    QDate retiredOn; ///< its last day
    QString rank;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const Policy &) const = default;
};

template <> struct Description<Policy>
{
    static constexpr const char *table = "policy";
    static constexpr const char *plural = "policies";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Policy::code>("code", Required | Unique | Searched),
        field<&Policy::title>("title", Required | Searched),
        field<&Policy::summary>("summary", Long | Searched),
        field<&Policy::owner>("owner_id"),
        field<&Policy::reviewMonths>("review_months"),
        field<&Policy::nextReviewOn>("next_review_on"),
        field<&Policy::retiredOn>("retired_on"),
        field<&Policy::rank>("rank", Fixed),
        field<&Policy::originKey>("origin_key", Fixed),
        field<&Policy::originHash>("origin_hash", Fixed),
        field<&Policy::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
