#pragma once

#include "model/result.h"

#include <QList>

namespace tb {

class JobControl;
struct ConnectionSpec;

/// One page of a project file that does not authenticate. Pages count from 1; one past the last: bytes that belong to
/// no page.
struct DamagedPage
{
    qint64 number = 0;
    QString detail; ///< untranslated

    bool operator==(const DamagedPage &) const = default;
};

/// Reads every page of the file, free ones too, which integrity_check never does, and the unencrypted first bytes.
/// Progress in bytes. Opens a connection of its own, so that nothing comes from a cache; @p spec is not changed by it.
/// An Error means that reading could not begin or was cancelled; damage is a finding.
Result<QList<DamagedPage>> damagedPages(const ConnectionSpec &spec, JobControl &job);

} // namespace tb
