#pragma once

#include "model/readiness/context.h"

/// Rule 20: what a subservice organisation's own reports say about our window.
namespace tb::readiness {

/// Rule 20's limit for the end of a report's period and for its review, in days before C.
inline constexpr int vendorReportDays = 365;

VendorResult rule20Vendor(const Context &context, const VendorInput &vendor);

} // namespace tb::readiness
