#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <compare>

namespace tb {

/// The name of a table as part of a type.
template <std::size_t N> struct TableName
{
    char text[N] {};

    consteval TableName(const char (&name)[N]) { std::copy_n(name, N, text); }
};

/// A record's key, typed by the table it belongs to so that two kinds of key cannot be mixed up in one call. 0 means
/// none.
template <TableName Table> struct Id
{
    static constexpr const char *table = Table.text;

    qint64 value = 0;

    auto operator<=>(const Id &) const = default;
    explicit operator bool() const noexcept { return value != 0; }
    /// As written in files and on the command line: text, since 63 bits do not fit a double.
    QString toString() const { return QString::number(value); }
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using EngagementId = Id<"engagement">;
using PersonId = Id<"person">;
using FrameworkId = Id<"framework">;
using CriterionId = Id<"criterion">;
using ControlId = Id<"control">;
using EvidenceId = Id<"evidence">;
using MilestoneId = Id<"milestone">;
using RoleId = Id<"role">;
using TrainingRecordId = Id<"training_record">;
using PointOfFocusId = Id<"point_of_focus">;
using ControlRevisionId = Id<"control_revision">;
using ControlDecisionId = Id<"control_decision">;
using AttestationId = Id<"attestation">;
using SystemId = Id<"system">;
using LocationId = Id<"location">;
using CommitmentId = Id<"commitment">;
using IncidentId = Id<"incident">;
using SignificantChangeId = Id<"significant_change">;
using SubsequentEventId = Id<"subsequent_event">;
using PolicyId = Id<"policy">;
using PolicyVersionId = Id<"policy_version">;
using PolicyRequirementId = Id<"policy_requirement">;
using PolicyParameterId = Id<"policy_parameter">;
using AcknowledgementId = Id<"acknowledgement">;
using PlanItemId = Id<"plan_item">;
using RequestId = Id<"request">;
using RequestNoteId = Id<"request_note">;
using VendorId = Id<"vendor">;
using QuestionnaireId = Id<"questionnaire">;
using QuestionId = Id<"question">;
using AssessmentId = Id<"assessment">;
using AnswerId = Id<"answer">;
using VendorReportId = Id<"vendor_report">;
using VendorCuecId = Id<"vendor_cuec">;
using UserControlId = Id<"user_control">;
using CsocId = Id<"csoc">;
using ChecklistItemId = Id<"checklist_item">;
using RiskId = Id<"risk">;
using FindingId = Id<"finding">;
using FindingOccurrenceId = Id<"finding_occurrence">;
using SamplingProfileId = Id<"sampling_profile">;
using PopulationId = Id<"population">;
using TestProcedureId = Id<"test_procedure">;
using TestId = Id<"test">;
using DrawId = Id<"draw">;
using SampledItemId = Id<"sampled_item">;
using DescriptionSectionId = Id<"description_section">;

/// A new random key: positive, 63 bits, from the system's generator, so that two copies of a project never collide.
qint64 newKey();

} // namespace tb
