#pragma once

#include "model/activity/undostack.h"
#include "model/change.h"
#include "model/records.h"

#include <QObject>

#include <memory>

namespace tb {

class ChunkRemover;
class ProjectStorage;

/// An open engagement: the records in memory and the one door through which they change.
///
/// Lives in the thread that opened it (the window's). change() may be called from any thread; everything else only
/// from the owner's. Reading writes nothing.
class Project final : public QObject
{
    Q_OBJECT

public:
    /// Takes over an open file and reads every record.
    static Result<std::unique_ptr<Project>> load(std::unique_ptr<ProjectStorage> storage, const QString &actor);
    ~Project() override;

    const Records &records() const { return m_records; }
    const ProjectStorage &storage() const { return *m_storage; }
    ProjectStorage &storage() { return *m_storage; }
    /// Takes away what drops that did not end well have written. Any thread.
    ChunkRemover &remover() { return *m_remover; }
    LogHead head() const { return m_head; }

    /// The name under which this session's changes are recorded.
    QString actor() const { return m_actor; }
    void setActor(const QString &actor) { m_actor = actor; }

    /// Runs @p work as one change: one transaction, one log entry, one changed(). A change inside a change joins it.
    /// From another thread it runs on a connection of that thread, and changed() is queued to the owner's.
    Result<ChangeSet> change(const Action &action, const Work &work);
    Result<ChangeSet> change(const Work &work) { return change(Action { m_actor }, work); }

    /// The day of the change that this thread is inside of, which is not today's while a history is made; today
    /// otherwise. What a command dates by itself (a revision) carries it.
    QDate changeDay() const;

    bool canUndo() const { return m_undo.undoable().has_value(); }
    bool canRedo() const { return m_undo.redoable().has_value(); }
    const UndoStack &undoStack() const { return m_undo; }
    Result<ChangeSet> undo();
    Result<ChangeSet> redo();
    /// Takes back entry @p seq and everything undoable after it, as one change.
    Result<ChangeSet> undoTo(qint64 seq);
    /// Takes back one old entry only; Conflict when something that it touched has changed since.
    Result<ChangeSet> revert(qint64 seq);

    /// The log entry @p seq.
    Result<LogEntry> entry(qint64 seq);

signals:
    /// After the records in memory were brought up to date.
    void changed(const tb::ChangeSet &changes);
    /// A change could not be written: the disk is full, gone or no longer writable. What was asked for is not in the
    /// project; the next changed() says that writing works again. Refusals of the content are not announced.
    void writeFailed(const tb::Error &error);

private:
    Project(std::unique_ptr<ProjectStorage> storage, QString actor);
    Result<ChangeSet> runHere(const Action &action, const Work &work);
    Result<ChangeSet> runElsewhere(const Action &action, const Work &work);
    void announceFailure(const Error &error);
    Status isLatest(Connection &connection) const;
    Result<ChangeSet> invert(const Action &action, const QList<qint64> &newestFirst);
    Status readLog();
    void takeIn(const ChangeSet &changes, std::optional<qint64> target);
    void takeInQueued(const ChangeSet &changes, std::optional<qint64> target);

    std::unique_ptr<ProjectStorage> m_storage;
    std::unique_ptr<ChunkRemover> m_remover; // works on the storage, so it goes first
    QString m_actor;
    Records m_records;
    UndoStack m_undo;
    LogHead m_head;
};

/// The records as they were after log entry @p seq, replayed from the log: so that "what changed since" can be asked.
Result<Records> recordsAt(Project &project, qint64 seq);

} // namespace tb
