#pragma once

#include "ui/common/tablerecords.h"
#include "ui/evidence/evidencerow.h"

namespace tb {

class Project;

/// Columns, groupings and filters of the evidence table. @p project supplies the people to choose owners from and must
/// outlive the spec; @p today says which year goes without saying.
RecordSpec<EvidenceRow> evidenceSpec(const Project &project, const std::function<QDate()> &today);

/// The bundled icon for a file of @p mediaType.
QString fileIconName(const Evidence &item);

} // namespace tb
