#pragma once

#include "model/record/subject.h"

namespace tb {

/// Approved versions never change again.
enum class VersionState { Draft, InReview, Approved, Superseded };
template <> struct Words<VersionState>
{
    static constexpr std::array all { "draft", "in_review", "approved", "superseded" };
};

/// One text of a policy: Markdown, or the organisation's own document. Approved ones never change again.
struct PolicyVersion
{
    PolicyVersionId id;
    PolicyId policy;
    qint64 number = 1; ///< 1, 2, 3 …
    QString body; ///< Markdown with fields; empty when a document is attached
    EvidenceId document;
    QString changeNote;
    PersonId author;
    VersionState state = VersionState::Draft;
    PersonId approvedBy;
    QDate approvedOn;
    QDate effectiveOn;
    QString textHash; ///< see versionHash()
    EvidenceId proof;

    bool operator==(const PolicyVersion &) const = default;
};

template <> struct Description<PolicyVersion>
{
    static constexpr const char *table = "policy_version";
    static constexpr const char *plural = "policy_versions";
    static constexpr const char *label = "number";
    static constexpr const char *order = "number";
    static constexpr std::array fields {
        field<&PolicyVersion::policy>("policy_id", Required | Fixed | Part),
        field<&PolicyVersion::number>("number", Required | Fixed | Stamped),
        field<&PolicyVersion::body>("body", Long | Searched),
        field<&PolicyVersion::document>("document_id"),
        field<&PolicyVersion::changeNote>("change_note", Long | Searched),
        field<&PolicyVersion::author>("author_id"),
        field<&PolicyVersion::state>("state", Required | Fixed | Stamped),
        field<&PolicyVersion::approvedBy>("approved_by_id", Fixed),
        field<&PolicyVersion::approvedOn>("approved_on", Fixed),
        field<&PolicyVersion::effectiveOn>("effective_on"),
        field<&PolicyVersion::textHash>("text_hash", Fixed),
        field<&PolicyVersion::proof>("proof_id"),
    };
};

} // namespace tb
