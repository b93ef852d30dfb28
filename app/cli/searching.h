#pragma once

#include "app/cli/call.h"

/// The commands about the search index.
namespace tb::cli {

void addSearchOptions(QCommandLineParser &options);
Result<ExitCode> runSearch(const Call &call);

Result<ExitCode> runIndex(const Call &call);

} // namespace tb::cli
