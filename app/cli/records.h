#pragma once

#include "app/cli/call.h"

/// The commands about records of any subject.
namespace tb::cli {

void addListOptions(QCommandLineParser &options);
Result<ExitCode> runList(const Call &call);

Result<ExitCode> runSet(const Call &call);

} // namespace tb::cli
