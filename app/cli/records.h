#pragma once

#include "app/cli/call.h"

/// The commands about records of any subject.
namespace tb::cli {

void addListOptions(QCommandLineParser &options);
Result<ExitCode> runList(const Call &call);

void addShowOptions(QCommandLineParser &options);
Result<ExitCode> runShow(const Call &call);

Result<ExitCode> runSet(const Call &call);
Result<ExitCode> runAdd(const Call &call);
Result<ExitCode> runRemove(const Call &call);

void addMoveOptions(QCommandLineParser &options);
Result<ExitCode> runMove(const Call &call);

void addLinkOptions(QCommandLineParser &options);
Result<ExitCode> runLink(const Call &call);

} // namespace tb::cli
