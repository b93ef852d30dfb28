#pragma once

#include "model/search/textsource.h"

namespace tb {

class ProjectStorage;

/// What reading the text of evidence came to.
struct TextIndexing
{
    qint64 read = 0; ///< files, with the following three among them
    qint64 withoutText = 0;
    qint64 cut = 0;
    qint64 refused = 0;

    bool operator==(const TextIndexing &) const = default;
};

/// Brings the text of all evidence that has none yet into the search index: each content once, the newest first, in
/// transactions of at most 512 KB of text behind the gate. May be cancelled or killed at any moment; the next run goes
/// on where it was. Any thread. Error: Cancelled, or what the file on disk says.
Result<TextIndexing> indexTexts(ProjectStorage &storage, TextSource &source, JobControl &job);

} // namespace tb
