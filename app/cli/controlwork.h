#pragma once

#include "app/cli/call.h"

/// The commands about controls that are more than setting fields.
namespace tb::cli {

Result<ExitCode> runAdopt(const Call &call);

void addReviseOptions(QCommandLineParser &options);
Result<ExitCode> runRevise(const Call &call);

void addSignOffOptions(QCommandLineParser &options);
Result<ExitCode> runSignOff(const Call &call);

} // namespace tb::cli
