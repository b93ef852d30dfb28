#pragma once

#include "model/result.h"
#include "model/search/snippet.h"

namespace tb {

class Connection;
class ProjectStorage;

/// A record that a search found: by its own fields, or an item of evidence by the text in its file.
struct IndexHit
{
    QString subject; ///< its table
    qint64 id = 0;
    QString field; ///< the first of its fields that matches; "text" for the text of a file
    Snippet snippet; ///< of that field
    double rank = 0; ///< orders the hits of one search: smaller comes first. Records before texts of files

    bool operator==(const IndexHit &) const = default;
};

/// What a search found.
struct SearchAnswer
{
    QList<IndexHit> hits;
    bool isComplete = true; ///< false: there is more than was asked for or looked at
};

/// Searches records and the text of evidence for @p text as it is typed (see SearchQuery): records by relevance, the
/// names before the rest, then files from the newest on, at most @p limit of each. All words must occur in one record,
/// or in one file within about 64,000 characters. Runs on @p connection; the caller has a turn.
Result<SearchAnswer> search(Connection &connection, const QString &text, int limit);

/// The same through a connection of the calling thread, in a turn as a reader.
Result<SearchAnswer> searchProject(ProjectStorage &storage, const QString &text, int limit);

/// The same for records only, at most @p limit of each subject: the many of one do not push out the few of another.
Result<SearchAnswer> searchSubjects(ProjectStorage &storage, const QString &text, int limit);
/// The same for the text of evidence only.
Result<SearchAnswer> searchTexts(ProjectStorage &storage, const QString &text, int limit);

} // namespace tb
