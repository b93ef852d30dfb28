#pragma once

#include "model/catalog/catalog.h"
#include "model/demo/demofile.h"
#include "model/project.h"

#include <QDate>

namespace tb {

class JobControl;

/// The day on which the demo engagement is meant to be looked at: 12 March 2026, in the middle of its audit window.
QDate demoDate();

/// Fills the new, empty @p storage with the demo engagement: Northquill Software, a fictional company, with its people,
/// controls, evidence files and the history of a year, made through the same commands as any other change, with the
/// clock given. The same program gives the same log, hash for hash. When this fails the caller removes the file.
Result<std::unique_ptr<Project>> makeDemo(std::unique_ptr<ProjectStorage> storage, const Catalog &catalog,
                                          const DemoPicture &picture, JobControl &job);

} // namespace tb
