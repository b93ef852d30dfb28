#pragma once

#include "model/evidence/attach.h"

namespace tb {

/// Why a dropped path was not taken, as a sentence that begins with its name.
QString refusalSentence(const IntakeIssue &issue);

/// What a drop came to, in one sentence: "12 files added, 3 were here already, 2 not taken".
QString intakeSentence(const AttachResult &result);
/// One line for each path that was not taken or was here already; empty when all were added.
QString intakeDetails(const AttachResult &result);

} // namespace tb
