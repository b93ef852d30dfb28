#pragma once

#include "app/cli/call.h"

#include <span>

namespace tb::cli {

std::span<const Command> commands();
/// nullptr when there is no such command.
const Command *findCommand(const QString &name);

/// Runs the program on @p arguments (without its own name); returns the exit code. Only @p out and @p err are written.
int runProgram(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// Whether the command that @p arguments name draws text and so needs a QGuiApplication.
bool needsFonts(const QStringList &arguments);

} // namespace tb::cli
