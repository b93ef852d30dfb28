#pragma once

#include "app/cli/call.h"

/// The commands that say how far the preparation is.
namespace tb::cli {

void addReadinessOptions(QCommandLineParser &options);
Result<ExitCode> runReadiness(const Call &call);

void addExportOptions(QCommandLineParser &options);
Result<ExitCode> runExport(const Call &call);

} // namespace tb::cli
