#pragma once

#include "model/result.h"

#include <QStringList>

namespace tb {

class Connection;

/// What SQLite's own checks find: structure of tables and indexes, and rows that refer to nothing. Untranslated; empty
/// when all is well. Reads everything but evidence pages that are free; see damagedPages() for those.
Result<QStringList> integrityFaults(Connection &connection);

} // namespace tb
