#pragma once

#include "model/result.h"

#include <QString>

#include <functional>

namespace tb {

class JobControl;
class Project;

/// One entry of the Export menu. What it writes is known to the application; the window asks where and shows progress.
struct ExportKind
{
    /// Writes the file; runs on a job's thread and has copied what it needs.
    using Work = std::function<Status(const QString &path, JobControl &job)>;

    QString text; ///< "Control matrix workbook…"
    QString iconName;
    QString fileName; ///< proposed, with its suffix: "Northquill control matrix.xlsx"
    QString filter; ///< as of QFileDialog
    std::function<Work(const Project &)> prepare; ///< copies what the work needs, in the GUI thread
    bool encrypted = false; ///< as the project itself is: needs no consent
};

} // namespace tb
