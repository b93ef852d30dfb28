#pragma once

#include "model/id.h"

namespace tb {

using ChangeId = Id<struct ChangeTag>;
using CsocId = Id<struct CsocTag>;
using DeviationId = Id<struct DeviationTag>;
using DrawId = Id<struct DrawTag>;
using FindingId = Id<struct FindingTag>;
using PlanItemId = Id<struct PlanItemTag>;
using PolicyId = Id<struct PolicyTag>;
using PopulationId = Id<struct PopulationTag>;
using SystemId = Id<struct SystemTag>;
using VendorId = Id<struct VendorTag>;
using VendorReportId = Id<struct VendorReportTag>;

} // namespace tb
