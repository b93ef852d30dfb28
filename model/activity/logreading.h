#pragma once

#include "model/store/replay.h"

#include <functional>
#include <limits>

namespace tb {

class ProjectStorage;

/// Entries after one number up to another.
struct LogSpan
{
    qint64 after = 0;
    qint64 until = std::numeric_limits<qint64>::max();
};

/// Calls @p visit with the entries of @p span in order, on a connection of the calling thread. The file is held only
/// while a batch is fetched, never while it is visited, so that an edit does not wait for the decoding.
Status visitLog(ProjectStorage &storage, const LogSpan &span, JobControl &job,
                const std::function<Status(const LogEntry &)> &visit);

/// Checks the chain and, when @p deep, that the tables are what the log makes of them. Gives way at once to whoever
/// wants to write and then starts that part again: what has been written meanwhile is checked too. @p entries is about
/// how many there are, for the progress.
Result<LogCheck> checkLog(ProjectStorage &storage, bool deep, qint64 entries, JobControl &job);

} // namespace tb
