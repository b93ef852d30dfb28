#pragma once

#include "model/findings/findingenums.h"
#include "model/record/subject.h"

namespace tb {

/// Something that is not as it should be, with what is done about it.
struct Finding
{
    FindingId id;
    QString code; ///< e.g. "F-04"
    QString title;
    FindingSource source = FindingSource::Gap;
    Severity severity = Severity::Medium;
    QString what;
    QString cause;
    QString effect;
    ControlId compensating;
    QString response;
    QString plan;
    PersonId owner;
    QDate dueOn;
    FindingState state = FindingState::Open;
    QDate foundOn;
    RetestResult retest = RetestResult::NotRetested;
    QDate retestedOn;
    QDate closedOn;
    PersonId acceptedBy;
    QDate acceptedUntil;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const Finding &) const = default;
};

template <> struct Description<Finding>
{
    static constexpr const char *table = "finding";
    static constexpr const char *plural = "findings";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Finding::code>("code", Required | Unique | Searched),
        field<&Finding::title>("title", Required | Searched),
        field<&Finding::source>("source", Required),
        field<&Finding::severity>("severity", Required),
        field<&Finding::what>("what", Long | Searched),
        field<&Finding::cause>("cause", Long | Searched),
        field<&Finding::effect>("effect", Long | Searched),
        field<&Finding::compensating>("compensating_id"),
        field<&Finding::response>("response", Long | Searched),
        field<&Finding::plan>("plan", Long | Searched),
        field<&Finding::owner>("owner_id"),
        field<&Finding::dueOn>("due_on"),
        field<&Finding::state>("state", Required),
        field<&Finding::foundOn>("found_on"),
        field<&Finding::retest>("retest"),
        field<&Finding::retestedOn>("retested_on"),
        field<&Finding::closedOn>("closed_on"),
        field<&Finding::acceptedBy>("accepted_by_id"),
        field<&Finding::acceptedUntil>("accepted_until"),
        field<&Finding::originKey>("origin_key", Fixed),
        field<&Finding::originHash>("origin_hash", Fixed),
        field<&Finding::originVersion>("origin_version", Fixed),
    };
};

inline constexpr LinkSpec findingControl { "finding_control", "finding", "control" };

} // namespace tb
