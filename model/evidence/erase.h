#pragma once

#include "model/evidence/evidence.h"
#include "model/project.h"

#include <functional>

namespace tb {

class JobControl;

/// What erasing came to.
struct Erasure
{
    ChangeSet changes; ///< the tombstones; empty when everything named was erased before
    bool isComplete = true; ///< false: removing was interrupted; the next opening of the project completes it
};

/// Removes the bytes of @p items for good, on request, and their text from the search index; the items stay as
/// tombstones with hash and time, logged as one change. The tombstone commits together with giving up the bytes, so
/// that a crash can only ever be followed by their removal. Undo takes back the tombstone, never the bytes, and
/// verifyEvidence() accepts that by the log.
///
/// Items with the same content share their bytes: erasing one would have to erase the other unasked, or leave the bytes
/// where they are. So it is Conflict, naming the others, until all of them are among @p items. Invalid for a link.
///
/// Cancelled before the tombstones are written, nothing has happened; after that only the removing stops early, and the
/// next opening of the project completes it. Progress in bytes.
Result<Erasure> eraseEvidence(Project &project, const QList<EvidenceId> &items, JobControl &job);

/// Overwrites and removes the chunks of @p leftovers, and the texts whose bytes are gone: what an interrupted run or
/// erasure left. Any thread; in short turns, as long as @p goesOn says so. What is left the next opening takes.
Status sweepEvidence(ProjectStorage &storage, const QList<qint64> &leftovers, const std::function<bool()> &goesOn);

} // namespace tb
