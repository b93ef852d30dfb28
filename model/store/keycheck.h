#pragma once

#include "model/result.h"

namespace tb {

struct ConnectionSpec;

/// Whether @p spec's key opens its file, without locking, rolling back or changing anything. A normal opening would say
/// "malformed" for a wrong key when there is a hot journal, and could act on that journal. With one, page 1 may be half
/// written; then the key is tried on the page 1 that the journal holds.
Status checkKey(const ConnectionSpec &spec, bool hasHotJournal);

} // namespace tb
