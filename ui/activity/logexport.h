#pragma once

#include "model/result.h"

#include <QString>

namespace tb {

class JobControl;
class ProjectStorage;

/// @p text as one field of a CSV file. What a spreadsheet would take for a formula (it begins with = + - @, a tab or a
/// line end) gets an apostrophe in front, since names and notes come from many hands.
QString csvField(const QString &text);

/// Writes every entry of the log to @p path as CSV, UTF-8, oldest first, with both hashes in full so that the chain can
/// be followed outside. The file comes into being whole or not at all. @p entries is for the progress.
Status exportLog(ProjectStorage &storage, const QString &path, qint64 entries, JobControl &job);

} // namespace tb
