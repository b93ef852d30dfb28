#pragma once

#include "model/evidence/attach.h"

/// What became of dropped files as sentences.
namespace tb::words {

/// Why a path was not taken, beginning with @p name, which is the path or its last part: "a.txt: is not there any
/// more".
QString refusal(Refusal reason, const QString &name);

/// What a drop came to, in one sentence: "12 files added, 3 are here already, 2 not taken"; with the code of the
/// control that it was for: "12 files added to AC-04".
QString intakeSentence(const AttachResult &result, const QString &control = {});
/// One line for each path that was not taken or was here already; empty when all were added.
QString intakeDetails(const AttachResult &result);

} // namespace tb::words
