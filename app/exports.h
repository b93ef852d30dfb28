#pragma once

#include "ui/shell/exportkind.h"

#include <QDate>

namespace tb {

/// What the Export menu offers.
QList<ExportKind> exportKinds(const Project &project, const std::function<QDate()> &today);

} // namespace tb
