#pragma once

#include "app/cli/call.h"

/// The commands that read the programme as an auditor would: lint, and drawing samples.
namespace tb::cli {

void addLintOptions(QCommandLineParser &options);
Result<ExitCode> runLint(const Call &call);

void addSampleOptions(QCommandLineParser &options);
Result<ExitCode> runSample(const Call &call);

} // namespace tb::cli
