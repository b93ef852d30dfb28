#pragma once

#include <QDate>
#include <QString>

#include <functional>

class QThreadPool;
class QWidget;

namespace tb {

class ChainCheck;
struct ChangeSet;
class Project;
class ProjectReadiness;
class Prompts;
class ViewState;

/// What every pane is built with: the open project and the few things that the window does for its panes. Copy it;
/// what it refers to outlives the pane. What only one pane needs is a further argument of that pane's constructor.
struct PaneContext
{
    Project &project;
    ProjectReadiness &readiness; ///< of the project, at today()
    Prompts &prompts;
    ViewState &viewState;
    QThreadPool &jobs; ///< for Job::start; the pane owns the job
    ChainCheck &chain; ///< what is known of the activity chain
    bool readOnly = false; ///< no editing actions: show them disabled, say why in the tooltip

    /// The day that due dates and freshness are measured against; fixed in tests and pictures.
    std::function<QDate()> today;
    /// A toast with one sentence; with the number of a log entry it offers Undo of that entry (0: none).
    std::function<void(const QString &sentence, qint64 undoSeq)> toast;
    /// A toast that names @p changes in the log's words and offers Undo; says nothing for an empty set.
    /// Call it after bulk edits, deletions, imports and reverts; a single edit needs none.
    std::function<void(const ChangeSet &changes)> announce;
    /// Opens the pane that shows records of @p table ("control", "evidence", "activity") on this one.
    std::function<void(const QString &table, qint64 id)> showRecord;
    /// Runs @p then once the person agrees that files leave the encrypted project; asked once for each project.
    std::function<void(const std::function<void()> &then)> whenPlainIsFine;
    /// Shows @p strip below the panes, whichever of them is open, and owns it; null where no window stands around.
    std::function<void(QWidget *strip)> addStrip = {};
};

} // namespace tb
