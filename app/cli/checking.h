#pragma once

#include "app/cli/call.h"

/// The commands about the file itself: whether it is whole, its key, its copies.
namespace tb::cli {

void addVerifyOptions(QCommandLineParser &options);
Result<ExitCode> runVerify(const Call &call);

Result<ExitCode> runUpgrade(const Call &call);

void addPassphraseOptions(QCommandLineParser &options);
Result<ExitCode> runPassphrase(const Call &call);

void addCopyOptions(QCommandLineParser &options);
Result<ExitCode> runCopy(const Call &call);

} // namespace tb::cli
