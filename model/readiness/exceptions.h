#pragma once

#include "model/readiness/context.h"

/// Rule 19: late, missing and deviating operations are exceptions of the window for good.
namespace tb::readiness {

/// Marks occurrences that were performed but did not work, and lists all exceptions of the control in the result.
void rule19Collect(Subject &subject);
/// Blocks for every exception whose finding is not closed with a response, or after which nothing worked yet.
/// Accepting the risk clears nothing.
void rule19Block(Subject &subject);

} // namespace tb::readiness
