#pragma once

#include "app/cli/call.h"

/// The command that shows the content library without a project.
namespace tb::cli {

void addLibraryOptions(QCommandLineParser &options);
Result<ExitCode> runLibrary(const Call &call);

} // namespace tb::cli
