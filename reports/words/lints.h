#pragma once

#include "model/lint/lint.h"

namespace tb::words {

/// What lint found and what to do about it, after the record's name: "the text says “periodically”. Name the days."
QString lintSentence(const LintFinding &finding);

} // namespace tb::words
