#pragma once

#include "model/result.h"

namespace tb {

struct Catalog;

/// Whether every key that an entry names exists: Error's subject is "file: entry: field", its detail the unknown key.
Status checkReferences(const Catalog &catalog);

} // namespace tb
