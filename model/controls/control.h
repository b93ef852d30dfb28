#pragma once

#include "model/controls/controlenums.h"
#include "model/criteria/criterion.h"
#include "model/people/person.h"

namespace tb {

/// What the organisation does to meet criteria. Its shown status is computed: see model/readiness.
struct Control
{
    ControlId id;
    QString code; ///< e.g. "AC-04"
    QString title;
    QString description; ///< how it works: who does what, how often, leaving what trace
    PersonId owner;
    ControlKind kind = ControlKind::Preventive;
    ControlNature nature = ControlNature::Manual;
    std::optional<Frequency> frequency; ///< nothing until somebody chooses one (READINESS rule 4)
    WorkStatus workStatus = WorkStatus::NotStarted;
    QString notApplicableReason;
    PersonId notApplicableApprover;
    QDate targetOn; ///< until implemented; afterwards the shown due date is computed
    QDate implementedOn;
    QDate retiredOn;
    PersonId performer;
    PersonId signedOffBy; ///< the reviewer
    QDate signedOffOn;
    QString signedOffHash; ///< of the revision that the reviewer saw; a later revision voids the sign-off
    QDate anchorOn; ///< due dates are this plus whole cadence units (READINESS rule 10)
    Calendar calendar = Calendar::EveryDay;
    std::optional<qint64> graceDays; ///< READINESS rule 13's default when empty
    QStringList tags;
    QString notes;
    QString rank;
    QString originKey;
    QString originHash;
    qint64 originVersion = 1;
    QDate revisedOn; ///< the wording is in force since then; empty: since ever

    bool operator==(const Control &) const = default;
};

/// Hash of what the control says and how often it works: what a reviewer signs off. Hex SHA-256.
QString revisionHash(const Control &control);

template <> struct Description<Control>
{
    static constexpr const char *table = "control";
    static constexpr const char *plural = "controls";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&Control::code>("code", Required | Unique | Searched),
        field<&Control::title>("title", Required | Searched),
        field<&Control::description>("description", Long | Searched),
        field<&Control::owner>("owner_id"),
        field<&Control::kind>("kind", Required),
        field<&Control::nature>("nature", Required),
        field<&Control::frequency>("frequency"),
        field<&Control::workStatus>("work_status", Required),
        field<&Control::notApplicableReason>("not_applicable_reason", Long | Searched),
        field<&Control::notApplicableApprover>("not_applicable_approver_id"),
        field<&Control::targetOn>("target_on"),
        field<&Control::implementedOn>("implemented_on"),
        field<&Control::retiredOn>("retired_on"),
        field<&Control::performer>("performer_id"),
        field<&Control::signedOffBy>("signed_off_by_id"),
        field<&Control::signedOffOn>("signed_off_on"),
        field<&Control::signedOffHash>("signed_off_hash", Fixed),
        field<&Control::anchorOn>("anchor_on"),
        field<&Control::calendar>("calendar"),
        field<&Control::graceDays>("grace_days"),
        field<&Control::tags>("tags"),
        field<&Control::notes>("notes", Long | Searched),
        field<&Control::rank>("rank", Fixed),
        field<&Control::originKey>("origin_key", Fixed),
        field<&Control::originHash>("origin_hash", Fixed),
        field<&Control::originVersion>("origin_version", Fixed),
        field<&Control::revisedOn>("revised_on", Fixed),
    };
};

inline constexpr LinkSpec controlCriterion { "control_criterion", "control", "criterion" };
inline constexpr LinkSpec controlPointOfFocus { "control_point_of_focus", "control", "point_of_focus" };
inline constexpr LinkSpec controlPolicy { "control_policy", "control", "policy" };
inline constexpr LinkSpec controlSystem { "control_system", "control", "system" };

} // namespace tb
