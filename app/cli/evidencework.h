#pragma once

#include "app/cli/call.h"

/// The commands about evidence that is there: how it stands to other evidence, and its end.
namespace tb::cli {

void addRelateOptions(QCommandLineParser &options);
Result<ExitCode> runRelate(const Call &call);

Result<ExitCode> runErase(const Call &call);

} // namespace tb::cli
