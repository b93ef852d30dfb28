#pragma once

#include "model/controls/control.h"
#include "model/evidence/evidenceenums.h"

namespace tb {

/// One item of evidence. Its bytes lie in the evidence store under their SHA-256; its dates say when the control
/// operated, which is not the day of the upload.
struct Evidence
{
    EvidenceId id;
    QString code; ///< e.g. "E-0042"
    QString title;
    QString description;
    EvidenceKind kind = EvidenceKind::Document;
    QString fileName; ///< as it was called when received
    QString mediaType;
    qint64 size = 0; ///< bytes
    QString sha256; ///< hex; empty for a link
    QString address; ///< of a link
    QList<QDate> performedOn; ///< when the control operated, one date per occurrence
    QDate coversFrom;
    QDate coversTo; ///< inclusive
    QDate collectedOn;
    QDateTime receivedAt; ///< stamped when the file came in, never edited
    PersonId collectedBy;
    PersonId owner;
    QString sourceSystem;
    QString procedure; ///< how it was collected
    Sensitivity sensitivity = Sensitivity::Internal;
    bool shared = true; ///< with the auditor
    QString withheldReason;
    EvidenceId supersedes; ///< the item that this one replaces
    QDateTime erasedAt; ///< its bytes were removed on request; the hash stays
    QStringList tags;
    EvidenceId redacts; ///< the original whose redacted copy this is; the copy is shared instead
    EvidenceId follows; ///< the occurrence before this one; both count
    QString query; ///< information produced by a system (IPE): query or parameters
    std::optional<qint64> rows; ///< IPE: row count
    PersonId runBy; ///< IPE: who ran it
    QString completeness; ///< IPE: how completeness was checked

    bool operator==(const Evidence &) const = default;
};

template <> struct Description<Evidence>
{
    static constexpr const char *table = "evidence";
    static constexpr const char *plural = "evidence";
    static constexpr const char *label = "title";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Evidence::code>("code", Required | Unique | Searched),
        field<&Evidence::title>("title", Required | Searched),
        field<&Evidence::description>("description", Long | Searched),
        field<&Evidence::kind>("kind", Required),
        field<&Evidence::fileName>("file_name", Fixed | Searched),
        field<&Evidence::mediaType>("media_type", Fixed),
        field<&Evidence::size>("size", Fixed),
        field<&Evidence::sha256>("sha256", Fixed),
        field<&Evidence::address>("address"),
        field<&Evidence::performedOn>("performed_on"),
        field<&Evidence::coversFrom>("covers_from"),
        field<&Evidence::coversTo>("covers_to"),
        field<&Evidence::collectedOn>("collected_on"),
        field<&Evidence::receivedAt>("received_at", Fixed),
        field<&Evidence::collectedBy>("collected_by_id"),
        field<&Evidence::owner>("owner_id"),
        field<&Evidence::sourceSystem>("source_system"),
        field<&Evidence::procedure>("procedure", Long | Searched),
        field<&Evidence::sensitivity>("sensitivity"),
        field<&Evidence::shared>("shared"),
        field<&Evidence::withheldReason>("withheld_reason", Long | Searched),
        field<&Evidence::supersedes>("supersedes_id"),
        field<&Evidence::erasedAt>("erased_at", Fixed),
        field<&Evidence::tags>("tags"),
        field<&Evidence::redacts>("redacts_id"),
        field<&Evidence::follows>("follows_id", Loose),
        field<&Evidence::query>("ipe_query", Long | Searched),
        field<&Evidence::rows>("ipe_rows"),
        field<&Evidence::runBy>("ipe_run_by_id"),
        field<&Evidence::completeness>("ipe_completeness", Long | Searched),
    };
};

inline constexpr LinkSpec evidenceControl { "evidence_control", "evidence", "control" };
inline constexpr LinkSpec evidencePolicy { "evidence_policy", "evidence", "policy" };
inline constexpr LinkSpec evidenceVendor { "evidence_vendor", "evidence", "vendor" };
inline constexpr LinkSpec evidenceRequest { "evidence_request", "evidence", "request" };
inline constexpr LinkSpec evidenceTest { "evidence_test", "evidence", "test" };
inline constexpr LinkSpec evidenceChecklistItem { "evidence_checklist_item", "evidence", "checklist_item" };
inline constexpr LinkSpec evidenceSystem { "evidence_system", "evidence", "system" };
inline constexpr LinkSpec evidencePlanItem { "evidence_plan_item", "evidence", "plan_item" };
inline constexpr LinkSpec evidenceAnswer { "evidence_answer", "evidence", "answer" };
inline constexpr LinkSpec evidenceSampledItem { "evidence_sampled_item", "evidence", "sampled_item" };

} // namespace tb
