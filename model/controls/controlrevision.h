#pragma once

#include "model/controls/controlenums.h"
#include "model/record/subject.h"

namespace tb {

/// What a control said and how often it worked from a date to a date. The control itself holds the revision in force,
/// so that an edit is never retroactive (READINESS rule 8).
struct ControlRevision
{
    ControlRevisionId id;
    ControlId control;
    QDate from; ///< empty: since ever
    QDate to; ///< its last day
    QString title;
    QString description;
    std::optional<Frequency> frequency;
    QDate anchorOn;
    Calendar calendar = Calendar::EveryDay;
    std::optional<qint64> graceDays;
    QString hash; ///< see revisionHash()

    bool operator==(const ControlRevision &) const = default;
};

template <> struct Description<ControlRevision>
{
    static constexpr const char *table = "control_revision";
    static constexpr const char *plural = "control_revisions";
    static constexpr const char *label = "title";
    static constexpr const char *order = "from_on";
    static constexpr std::array fields {
        field<&ControlRevision::control>("control_id", Required | Fixed | Stamped | Part),
        field<&ControlRevision::from>("from_on", Fixed),
        field<&ControlRevision::to>("to_on", Required | Fixed | Stamped),
        field<&ControlRevision::title>("title", Required | Fixed | Stamped | Searched),
        field<&ControlRevision::description>("description", Fixed | Long | Searched),
        field<&ControlRevision::frequency>("frequency", Fixed),
        field<&ControlRevision::anchorOn>("anchor_on", Fixed),
        field<&ControlRevision::calendar>("calendar", Fixed),
        field<&ControlRevision::graceDays>("grace_days", Fixed),
        field<&ControlRevision::hash>("hash", Fixed),
    };
};

} // namespace tb
