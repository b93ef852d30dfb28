#pragma once

#include "model/readiness/remark.h"
#include "model/records.h"

/// The records that remarks are about, by table, key and name.
namespace tb {

/// "control"; empty for no record.
QString tableOf(const readiness::RecordRef &record);
/// 0 for no record.
qint64 keyOf(const readiness::RecordRef &record);
/// What the command line takes for it: its code, else its label; empty for no record.
QString codeOf(const Records &records, const readiness::RecordRef &record);
/// What a sentence calls it: as codeOf, but a policy by its title.
QString nameOf(const Records &records, const readiness::RecordRef &record);

} // namespace tb
