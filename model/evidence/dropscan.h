#pragma once

#include "model/evidence/sourcefile.h"
#include "model/job.h"

namespace tb {

/// The files behind a list of dropped paths.
struct DropScan
{
    struct Found
    {
        QString path;
        bool named = true; ///< a person named it; false: found in a folder
    };
    QList<Found> files; ///< each once: as named, folders in sorted order
    QList<IntakeIssue> refused;
    qint64 bytes = 0; ///< of all files, as the folder listing tells
};

/// Looks through @p paths: files are taken as they are, folders with everything below them except hidden files and
/// symbolic links, which are reported. Opens nothing. Cancelled when the job is.
Result<DropScan> scanDrop(const QStringList &paths, JobControl &job);

} // namespace tb
