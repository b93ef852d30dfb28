#pragma once

#include "model/records.h"

namespace tb {

/// How often fields of other records point to each record of @p table ("person"): by key; what nobody refers to is not
/// in it. Goes over every record that has such a field once.
QHash<qint64, int> referenceCounts(const Records &records, const QString &table);

} // namespace tb
