#pragma once

#include "model/commands.h"

namespace tb {

/// Hash of what an approver approves: the text, or the hash of the attached document. Hex SHA-256.
QString versionHash(const Records &records, const PolicyVersion &version);

/// The version in force on @p day: approved, effective by then, the latest of these. Nullptr when there is none.
const PolicyVersion *versionInForce(const Records &records, PolicyId policy, QDate day);
/// The version with the highest number; nullptr when there is none.
const PolicyVersion *latestVersion(const Records &records, PolicyId policy);

/// Adds the next version as a draft; @p draft's number and state are set here. Invalid while an earlier draft is open.
Result<PolicyVersionId> addVersion(Project &project, PolicyVersion draft);

/// Takes a draft to review, or back.
Result<ChangeSet> setInReview(Project &project, PolicyVersionId id, bool inReview);

/// Who approves a version, when, and from when it holds.
struct Approval
{
    PersonId by;
    QDate on;
    QDate effectiveOn; ///< not before `on`
    EvidenceId proof = {}; ///< may follow later; lint names a version without one
};
/// Approves a version: it is bound to the hash of its text and never changes again; the version approved before it is
/// superseded, and the policy's next review is set by its cycle. Invalid when the version has no text and no document,
/// or is approved already.
Result<ChangeSet> approveVersion(Project &project, PolicyVersionId id, const Approval &approval);

/// Whether an approved version still is what was approved: nothing but damage or an edit past the program makes it
/// false.
bool matchesApproval(const Records &records, const PolicyVersion &version);

/// Records that people have read a version; who has already is left out.
Result<ChangeSet> acknowledge(Project &project, PolicyVersionId id, const QList<PersonId> &people, QDate day);

} // namespace tb
