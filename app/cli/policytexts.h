#pragma once

#include "app/cli/call.h"

/// The commands about the texts of policies: written, reviewed, approved, read.
namespace tb::cli {

void addVersionOptions(QCommandLineParser &options);
Result<ExitCode> runVersion(const Call &call);

void addReviewOptions(QCommandLineParser &options);
Result<ExitCode> runReview(const Call &call);

void addApproveOptions(QCommandLineParser &options);
Result<ExitCode> runApprove(const Call &call);

void addAcknowledgeOptions(QCommandLineParser &options);
Result<ExitCode> runAcknowledge(const Call &call);

} // namespace tb::cli
