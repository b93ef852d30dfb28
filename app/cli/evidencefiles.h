#pragma once

#include "app/cli/call.h"

/// The commands about evidence files.
namespace tb::cli {

void addAttachOptions(QCommandLineParser &options);
Result<ExitCode> runAttach(const Call &call);

void addExtractOptions(QCommandLineParser &options);
Result<ExitCode> runExtract(const Call &call);

} // namespace tb::cli
