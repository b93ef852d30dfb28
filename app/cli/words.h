#pragma once

#include <QCoreApplication>

namespace tb::cli {

/// The translation context of what the command line says.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace tb::cli
