#pragma once

#include "model/engagement/engagementenums.h"
#include "model/record/subject.h"

namespace tb {

/// What a control may address under a criterion; a criterion can be met without it (TSP section 100).
struct PointOfFocus
{
    PointOfFocusId id;
    CriterionId criterion;
    QString code; ///< criterion and number: "CC6.1-03"
    QString text; ///< in our own words
    Category category = Category::Security; ///< may be narrower than its criterion's
    QString rank;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const PointOfFocus &) const = default;
};

template <> struct Description<PointOfFocus>
{
    static constexpr const char *table = "point_of_focus";
    static constexpr const char *plural = "points_of_focus";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&PointOfFocus::criterion>("criterion_id", Required | Fixed),
        field<&PointOfFocus::code>("code", Required | Unique | Searched),
        field<&PointOfFocus::text>("text", Required | Long | Searched),
        field<&PointOfFocus::category>("category", Required),
        field<&PointOfFocus::rank>("rank", Fixed),
        field<&PointOfFocus::originKey>("origin_key", Fixed),
        field<&PointOfFocus::originHash>("origin_hash", Fixed),
        field<&PointOfFocus::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
