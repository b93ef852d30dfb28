#pragma once

#include "app/cli/call.h"

/// The commands that make a project.
namespace tb::cli {

void addNewOptions(QCommandLineParser &options);
Result<ExitCode> runNew(const Call &call);

void addDemoOptions(QCommandLineParser &options);
Result<ExitCode> runDemo(const Call &call);

void addFixtureOptions(QCommandLineParser &options);
Result<ExitCode> runFixture(const Call &call);

} // namespace tb::cli
