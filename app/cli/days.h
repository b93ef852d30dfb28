#pragma once

#include "app/cli/call.h"

#include <QDate>

namespace tb::cli {

/// The day that an option gives, or today; complains about one that is no date.
std::optional<QDate> dayOf(const Call &call, const char *option);

} // namespace tb::cli
