#pragma once

#include "model/job.h"
#include "model/store/secret.h"

#include <QDate>

/// The sample project that the start screen offers and the pictures show.
namespace tb::sample {

QDate today(); ///< the day that it is meant to be looked at
QString passphrase(); ///< no secret: said on the start screen's strip
/// Makes the file at @p path and closes it again; returns its key. On a job's thread.
Result<RawKey> make(const QString &path, JobControl &job);

} // namespace tb::sample
