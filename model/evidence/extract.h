#pragma once

#include "model/evidence/evidence.h"
#include "model/job.h"

namespace tb {

class ProjectStorage;

/// Writes the bytes of @p item to @p path, streamed and checked against their hash: the target appears whole and right,
/// or stays as it was. Damaged when the bytes are not what was stored; NotFound when they were erased or the item has
/// none (a link).
Status extractTo(ProjectStorage &storage, const Evidence &item, const QString &path, JobControl &job);

/// Writes @p item into @p folder under its own name made safe; never over a file that is there. Returns the path.
Result<QString> extractInto(ProjectStorage &storage, const Evidence &item, const QString &folder, JobControl &job);

/// What extracting many items came to.
struct Extraction
{
    struct Failure
    {
        EvidenceId id;
        QString code;
        Error error;
    };
    QStringList paths; ///< written, in the order of the items
    QList<Failure> failures; ///< the others are not held up by them
    QList<EvidenceId> without; ///< links and erased items: they have no bytes
};

/// Writes all @p items into @p folder, which is made when it is missing. Names that would be one on some system get a
/// number. A full or read-only target and cancelling end the whole; what is written by then stays.
Result<Extraction> extractAll(ProjectStorage &storage, const QList<Evidence> &items, const QString &folder,
                              JobControl &job);

/// The beginning of a stored file, for a preview.
struct Preview
{
    QByteArray bytes;
    bool isWhole = false; ///< false: the file is longer than was asked for
};
/// At most @p most bytes of @p item. A whole file is checked against its hash.
Result<Preview> readPreview(ProjectStorage &storage, const Evidence &item, qint64 most, JobControl &job);

} // namespace tb
