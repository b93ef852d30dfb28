#pragma once

#include "app/cli/call.h"

/// The commands about the activity log.
namespace tb::cli {

void addLogOptions(QCommandLineParser &options);
Result<ExitCode> runLog(const Call &call);

Result<ExitCode> runUndo(const Call &call);

} // namespace tb::cli
