#pragma once

#include "app/cli/call.h"

/// The commands about what was answered and what tests showed.
namespace tb::cli {

void addAnswerOptions(QCommandLineParser &options);
Result<ExitCode> runAnswer(const Call &call);

void addCompleteOptions(QCommandLineParser &options);
Result<ExitCode> runComplete(const Call &call);

Result<ExitCode> runResults(const Call &call);

} // namespace tb::cli
