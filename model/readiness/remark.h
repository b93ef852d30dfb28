#pragma once

#include "model/readiness/inputs.h"
#include "model/record/words.h"

/// What a rule has to say about a record, as codes; the sentence is made in reports/words.
namespace tb::readiness {

/// One finding of a rule. The comment names the fields of Remark that carry its parameters.
enum class RemarkCode {
    NotRelevantWithoutApproval, ///< rule 1, the criterion
    NoControl, ///< rule 2
    ControlNotReady, ///< rule 2: record = control
    NotApplicableWithoutApproval, ///< rule 2, the control
    CsocNotMonitored, ///< rule 3: record = CSOC, other = vendor
    MonitoringNotReady, ///< rule 3: record = monitoring control, other = CSOC
    NoActiveOwner, ///< rule 4
    NoFrequency, ///< rule 4
    NoImplementedDate, ///< rule 4
    PolicyNotApproved, ///< rule 4: record = policy
    SevereFindingOpen, ///< rule 4: record = finding
    ImplementedAfterAsOf, ///< rule 5: from = implemented on, to = D
    PolicyNotEffective, ///< rule 5: record = policy, to = D
    NoEvidenceAtAsOf, ///< rule 6: from..to = where evidence is looked for
    NotYetOperated, ///< rule 7: from = first due date
    LateStart, ///< rule 8: from = S, to = implemented on
    PolicyGap, ///< rule 9: record = policy, from..to = first gap, count = days of all gaps
    NothingDue, ///< rule 11: from = next due date, if any
    OccurrenceLate, ///< rule 13: from = due, to = performed; record = finding if there is one
    OccurrenceMissing, ///< rule 13: from..to = first and last due of a run, count; record = finding if there is one
    GraceEndsAfterWindow, ///< rule 14: from = due, to = end of grace
    SystemNotShown, ///< rule 16: record = system (none: no system is in scope)
    ChangeNotShown, ///< rule 16: record = change, other = system, from = the change
    NoRecentConfiguration, ///< rule 16: record = system, from = latest item
    PopulationGap, ///< rule 17: from..to = first gap, count = days of all gaps
    PopulationTail, ///< rule 17: from..to = days still tolerated
    PopulationNotComplete, ///< rule 17: record = population
    FinalExportTooEarly, ///< rule 17: record = population, from = collected, to = last day it must hold
    NoStatementOfNoEvents, ///< rule 18
    NoEvents, ///< rule 18
    SampleNotDrawn, ///< rule 18: expected
    SampleTooSmall, ///< rule 18: record = draw, count of expected
    SampleWithoutEvidence, ///< rule 18: record = draw, count = items without
    OccurrenceDeviates, ///< rule 19: from = the occurrence; record = finding if there is one
    VendorReportMissing, ///< rule 20: record = vendor
    VendorReportOld, ///< rule 20: record = vendor, other = report, from = period end
    VendorReviewOld, ///< rule 20: record = vendor, other = report, from = reviewed on
    VendorDaysUncovered, ///< rule 20: record = vendor, from..to = first hole, count = days of all holes
};

/// What a person can do about a remark.
enum class Mend {
    ApproveExclusion,
    AddControl,
    MendControl,
    LinkMonitoringControl,
    AssignOwner,
    SetFrequency,
    SetImplementedDate,
    ApprovePolicy,
    CloseFinding,
    RecordFinding,
    RespondToFinding,
    PerformLaterOccurrence,
    AddEvidence,
    NoteDecision,
    PerformEarly,
    PerformBeforeWindowEnds,
    CollectConfiguration,
    ExportPopulation,
    MarkPopulationComplete,
    StateNoEvents,
    DrawSample,
    AttachSampleEvidence,
    ObtainVendorReport,
    ReviewVendorReport,
    Nothing,
};

using RecordKey = std::variant<CriterionId, ControlId, EvidenceId, FindingId, PolicyId, VendorId, VendorReportId,
                               CsocId, PopulationId, DrawId, SystemId, ChangeId>;

/// Names any record that a rule looks at.
struct RecordRef
{
    RecordKey key;

    template <TableName Table> RecordRef(Id<Table> id) : key(id) { }
    RecordRef() = default;
    bool operator==(const RecordRef &) const = default;
    /// True unless it names nothing.
    explicit operator bool() const;
};

/// One blocker or warning with its rule, records and parameters.
struct Remark
{
    RemarkCode code = RemarkCode::NoControl;
    Mend mend = Mend::Nothing;
    RecordRef record;
    RecordRef other;
    QDate from;
    QDate to;
    int count = 0;
    int expected = 0;
    bool decided = false; ///< a noted decision turned this blocker into a warning

    bool operator==(const Remark &) const = default;
    /// The number of the rule in READINESS.md.
    int rule() const;
};

/// The rule that a code belongs to.
int ruleOf(RemarkCode code);
/// The rules whose blockers a noted decision clears (READINESS rules 8, 9 and 11).
inline constexpr std::array decidableRules { 8, 9, 11 };
bool isDecidable(int rule);
/// A remark with the usual way to mend it.
Remark remark(RemarkCode code, RecordRef record = {}, RecordRef other = {});
/// The same about days.
Remark remark(RemarkCode code, const DaySpan &days, RecordRef record = {}, RecordRef other = {});

} // namespace tb::readiness

namespace tb {

template <> struct Words<readiness::RemarkCode>
{
    static constexpr std::array all {
        "not_relevant_without_approval",
        "no_control",
        "control_not_ready",
        "not_applicable_without_approval",
        "csoc_not_monitored",
        "monitoring_not_ready",
        "no_active_owner",
        "no_frequency",
        "no_implemented_date",
        "policy_not_approved",
        "severe_finding_open",
        "implemented_after_as_of",
        "policy_not_effective",
        "no_evidence_at_as_of",
        "not_yet_operated",
        "late_start",
        "policy_gap",
        "nothing_due",
        "occurrence_late",
        "occurrence_missing",
        "grace_ends_after_window",
        "system_not_shown",
        "change_not_shown",
        "no_recent_configuration",
        "population_gap",
        "population_tail",
        "population_not_complete",
        "final_export_too_early",
        "no_statement_of_no_events",
        "no_events",
        "sample_not_drawn",
        "sample_too_small",
        "sample_without_evidence",
        "occurrence_deviates",
        "vendor_report_missing",
        "vendor_report_old",
        "vendor_review_old",
        "vendor_days_uncovered",
    };
};

template <> struct Words<readiness::Mend>
{
    static constexpr std::array all {
        "approve_exclusion",
        "add_control",
        "mend_control",
        "link_monitoring_control",
        "assign_owner",
        "set_frequency",
        "set_implemented_date",
        "approve_policy",
        "close_finding",
        "record_finding",
        "respond_to_finding",
        "perform_later_occurrence",
        "add_evidence",
        "note_decision",
        "perform_early",
        "perform_before_window_ends",
        "collect_configuration",
        "export_population",
        "mark_population_complete",
        "state_no_events",
        "draw_sample",
        "attach_sample_evidence",
        "obtain_vendor_report",
        "review_vendor_report",
        "nothing",
    };
};

} // namespace tb
