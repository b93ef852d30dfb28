#pragma once

#include "model/readiness/result.h"
#include "model/records.h"

namespace tb {

/// What an auditor would bounce or ask about in a programme. The comment names what a finding carries.
enum class LintCode {
    OneControlOnly, ///< criterion
    ControlWithoutOwner, ///< control
    ControlWithoutFrequency, ///< control
    ControlWithoutCriterion, ///< control
    VagueWording, ///< control, policy version or request; field, word = the vague word
    MixedActivities, ///< control: it both grants and reviews, which are tested differently
    PolicyReviewOverdue, ///< policy; on = when it was due
    PolicyWithoutVersion, ///< policy
    ApprovalWithoutProof, ///< policy version
    ApprovalDoesNotMatch, ///< policy version: its text is not the one that was approved
    AuthorApproved, ///< policy version: who wrote it approved it
    ReviewerPerformed, ///< control or test: who performed it (its owner when nobody is named) reviewed it
    OwnAccessReviewed, ///< control that reviews access; word = a system of its that the one who performs it runs
    EvidenceOutsideWindow, ///< evidence that shows nothing of the window; field = the date to blame, on = that date
    EvidenceReused, ///< evidence, other = the item with the same content
    VendorWithoutAssessment, ///< vendor that handles customer data
    AssessmentOverdue, ///< vendor; on = when it was due
    CuecNotMapped, ///< vendor's complementary user entity control
    SubserviceWithoutControls, ///< carved-out vendor without a complementary control expected of it
    GraceEndsAfterWindow, ///< control; on = the due date (READINESS rule 14)
    RiskAboveAppetite, ///< risk
    AcceptanceExpired, ///< risk or finding; on = until when it held
    FindingOverdue, ///< finding; on = when it was due
    RequestOverdue, ///< request; on = when it was due
    ConclusionBeyondTolerance, ///< test that passed although more items deviate than are tolerated
    RequirementWithoutControl, ///< policy requirement
};
template <> struct Words<LintCode>
{
    static constexpr std::array all { "one_control_only",
                                      "control_without_owner",
                                      "control_without_frequency",
                                      "control_without_criterion",
                                      "vague_wording",
                                      "mixed_activities",
                                      "policy_review_overdue",
                                      "policy_without_version",
                                      "approval_without_proof",
                                      "approval_does_not_match",
                                      "author_approved",
                                      "reviewer_performed",
                                      "own_access_reviewed",
                                      "evidence_outside_window",
                                      "evidence_reused",
                                      "vendor_without_assessment",
                                      "assessment_overdue",
                                      "cuec_not_mapped",
                                      "subservice_without_controls",
                                      "grace_ends_after_window",
                                      "risk_above_appetite",
                                      "acceptance_expired",
                                      "finding_overdue",
                                      "request_overdue",
                                      "conclusion_beyond_tolerance",
                                      "requirement_without_control" };
};

/// How much a lint finding matters: a note may be meant so, an error will be raised.
enum class LintSeverity { Note, Warning, Error };
template <> struct Words<LintSeverity>
{
    static constexpr std::array all { "note", "warning", "error" };
};

/// One thing that lint found, with its place.
struct LintFinding
{
    LintCode code = LintCode::OneControlOnly;
    LintSeverity severity = LintSeverity::Warning;
    QString table; ///< of the record it is about
    qint64 key = 0;
    QString name; ///< what a person calls the record
    QString field = {}; ///< when one field is to blame
    QString word = {}; ///< a vague word as it stands in the text, or the name of another record
    QDate on = {};

    bool operator==(const LintFinding &) const = default;
};

/// Reads the whole programme as an auditor would before testing. Ordered by severity, worst first, then by code and
/// name. @p evaluation is of the same records; overdue is judged at its day.
QList<LintFinding> lint(const Records &records, const readiness::Evaluation &evaluation);

/// The first vague word of a text ("appropriate", "periodically" …), as it stands there; empty when there is none.
QString vagueWordIn(const QString &text);

/// Whether a control's text grants access or rights and also reviews them.
bool mixesActivities(const QString &text);

/// Whether a control's text says that access, accounts or rights are reviewed.
bool reviewsAccess(const QString &text);

} // namespace tb
