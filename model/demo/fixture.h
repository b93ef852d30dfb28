#pragma once

#include "model/catalog/catalog.h"
#include "model/project.h"

namespace tb {

class JobControl;

/// The size of a made-up project for measuring and testing.
struct FixtureSize
{
    int controls = 0;
    int evidence = 0;
    qint64 bytes = 0; ///< of each evidence file
};

/// Fills the new, empty @p storage with as many controls and evidence files as asked for. The same size gives the same
/// records, keys, bytes and log, hash for hash. When this fails the caller removes the file.
Result<std::unique_ptr<Project>> makeFixture(std::unique_ptr<ProjectStorage> storage, const Catalog &catalog,
                                             const FixtureSize &size, JobControl &job);

} // namespace tb
