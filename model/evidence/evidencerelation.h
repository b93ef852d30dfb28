#pragma once

#include "model/commands.h"

namespace tb {

/// How an item of evidence stands to another one. Three different things that are easily mixed up.
enum class EvidenceRelation {
    NextOccurrence, ///< the control operated again: both count
    Replacement, ///< the other one was wrong and no longer counts
    RedactedCopy, ///< shown to the auditor instead of the other one, which is withheld
};

/// Relates @p item to @p other as one change. The item takes over what it lacks: a next occurrence the controls and
/// systems, a replacement or copy every link and the dates. A redacted copy withholds the original for @p reason, which
/// it needs. Invalid for an item and itself, for circles, and without the reason.
Result<ChangeSet> relateEvidence(Project &project, EvidenceId item, EvidenceRelation relation, EvidenceId other,
                                 const QString &reason = {});

} // namespace tb
