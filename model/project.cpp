#include "model/project.h"

#include "model/activity/labels.h"
#include "model/evidence/chunkremover.h"
#include "model/search/subjectindex.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/replay.h"
#include "model/store/savepoint.h"
#include "model/store/transaction.h"

#include <QThread>

namespace tb {

namespace {

/// The connection on which this thread is inside a change of a project, so that an inner change can join it.
struct RunningChange
{
    const Project *project = nullptr;
    Connection *connection = nullptr;
    QDateTime at = {};
};
thread_local RunningChange running;

/// Whether @p kind says that the file, not the content of a change, is at fault.
bool isOfTheFile(Error::Kind kind)
{
    return kind == Error::Kind::DiskFull || kind == Error::Kind::Io || kind == Error::Kind::ReadOnly
        || kind == Error::Kind::InUse || kind == Error::Kind::Storage;
}

/// Marks this thread as inside a change while it lives.
class RunningScope
{
public:
    RunningScope(const Project *project, Connection *connection, const QDateTime &at)
    {
        running = { project, connection, at };
    }
    ~RunningScope() { running = {}; }
    Q_DISABLE_COPY_MOVE(RunningScope)
};

Result<ChangeSet> join(const Work &work)
{
    auto savepoint = Savepoint::begin(*running.connection);
    if (!savepoint)
        return savepoint.error();
    if (const auto done = work(*running.connection); !done)
        return done.error();
    if (const auto done = savepoint.value().release(); !done)
        return done.error();
    return ChangeSet {}; // the outer change announces what both touched
}

/// Makes the search index anew when another version of the program, with other searched fields, made the file.
Status bringIndexUpToDate(ProjectStorage &storage)
{
    if (storage.isReadOnly())
        return Ok {};
    const auto turn = storage.gate().enter(WriteGate::Foreground);
    const auto current = subjectindex::isCurrent(storage.connection());
    if (!current || current.value())
        return current ? Status(Ok {}) : Status(current.error());
    auto transaction = Transaction::begin(storage.connection().handle());
    if (!transaction)
        return transaction.error();
    if (auto done = subjectindex::rebuild(storage.connection()); !done)
        return done;
    return transaction.value().commit();
}

} // namespace

Project::Project(std::unique_ptr<ProjectStorage> storage, QString actor)
    : m_storage(std::move(storage))
    , m_remover(std::make_unique<ChunkRemover>(*m_storage))
    , m_actor(std::move(actor))
{
    qRegisterMetaType<ChangeSet>();
}

Project::~Project() = default;

Result<std::unique_ptr<Project>> Project::load(std::unique_ptr<ProjectStorage> storage, const QString &actor)
{
    std::unique_ptr<Project> project(new Project(std::move(storage), actor));
    // What a run that was cut short left of evidence bytes; failing, they wait for the next opening.
    if (!project->m_storage->isReadOnly()) {
        if (const auto swept = project->m_remover->sweep(); !swept)
            qWarning("leftovers could not be found: %s", qPrintable(swept.error().detail));
    }
    // A full disk must not keep anybody from their records: search finds less, and the next opening tries again.
    if (const auto indexed = bringIndexUpToDate(*project->m_storage); !indexed)
        qWarning("the search index could not be made: %s", qPrintable(indexed.error().detail));
    auto records = Records::load(project->m_storage->connection());
    if (!records)
        return records.error();
    project->m_records = std::move(records).value();
    if (const auto done = project->readLog(); !done)
        return done.error();
    return project;
}

Status Project::readLog()
{
    m_undo.clear();
    const auto head = activitylog::head(m_storage->connection());
    if (!head)
        return head.error();
    m_head = head.value();
    return activitylog::forEachHeader(
        m_storage->connection(),
        [this](qint64 seq, EntryKind kind, std::optional<qint64> target) { m_undo.add(seq, kind, target); });
}

Result<ChangeSet> Project::change(const Action &action, const Work &work)
{
    if (running.project == this)
        return join(work);
    if (m_storage->isReadOnly())
        return Error { Error::Kind::ReadOnly, m_storage->path(), {} };
    const auto done = QThread::currentThread() == thread() ? runHere(action, work) : runElsewhere(action, work);
    if (!done && isOfTheFile(done.error().kind))
        announceFailure(done.error());
    return done;
}

/// In the owner's thread: at once, or queued from a job.
void Project::announceFailure(const Error &error)
{
    QMetaObject::invokeMethod(this, [this, error] { emit writeFailed(error); });
}

QDate Project::changeDay() const
{
    const bool dated = running.project == this && running.at.isValid();
    return dated ? running.at.date() : QDate::currentDate();
}

Result<ChangeSet> Project::runHere(const Action &action, const Work &work)
{
    const auto run = [&]() -> Result<ChangeSet> {
        const auto turn = m_storage->gate().enter(WriteGate::Foreground);
        const RunningScope scope(this, &m_storage->connection(), action.at);
        const auto changes = runChange(m_storage->connection(), action, work, labelsFor);
        if (changes && !changes.value().isEmpty())
            takeIn(changes.value(), action.target);
        return changes;
    };
    const auto changes = run();
    // After the turn: whoever listens reads, and may change something, in a turn of its own.
    if (changes && !changes.value().isEmpty())
        emit changed(changes.value());
    return changes;
}

Result<ChangeSet> Project::runElsewhere(const Action &action, const Work &work)
{
    auto connection = m_storage->openInTurn();
    if (!connection)
        return connection.error();
    const auto turn = m_storage->gate().enter(WriteGate::Background);
    const RunningScope scope(this, connection.value().get(), action.at);
    const auto changes = runChange(*connection.value(), action, work, labelsFor);
    if (changes && !changes.value().isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, set = changes.value(), target = action.target] { takeInQueued(set, target); },
            Qt::QueuedConnection);
    }
    return changes;
}

void Project::takeInQueued(const ChangeSet &changes, std::optional<qint64> target)
{
    {
        // Another writer may be committing by now, and then reading would wait on a lock and fail.
        const auto turn = m_storage->gate().enter(WriteGate::ForegroundReader);
        takeIn(changes, target);
    }
    emit changed(changes);
}

void Project::takeIn(const ChangeSet &changes, std::optional<qint64> target)
{
    const bool next = changes.seq == m_head.seq + 1;
    Status done = m_records.refresh(m_storage->connection(), changes);
    if (done && next) {
        m_undo.add(changes.seq, changes.kind, target);
        m_head = { changes.seq, changes.hash };
    } else if (done && changes.seq > m_head.seq) {
        done = readLog(); // a job's change is announced after ours that followed it: take the order from the log
    }
    if (!done)
        qCritical("records could not be read back after a change: %s", qPrintable(done.error().detail));
}

Result<ChangeSet> Project::undo()
{
    const auto seq = m_undo.undoable();
    if (!seq)
        return Error { Error::Kind::NothingToUndo };
    return undoTo(*seq);
}

Result<ChangeSet> Project::undoTo(qint64 seq)
{
    const QList<qint64> entries = m_undo.undoableFrom(seq);
    if (entries.isEmpty())
        return Error { Error::Kind::NothingToUndo, QString::number(seq) };
    return invert(Action { m_actor, EntryKind::Undo, seq }, entries);
}

Result<ChangeSet> Project::redo()
{
    const auto seq = m_undo.redoable();
    if (!seq)
        return Error { Error::Kind::NothingToUndo };
    return invert(Action { m_actor, EntryKind::Redo, *seq }, { *seq });
}

Result<ChangeSet> Project::revert(qint64 seq)
{
    return invert(Action { m_actor, EntryKind::Revert, seq }, { seq });
}

/// Conflict when a job's change has come in that is not announced yet: what a person undoes is what they saw last.
Status Project::isLatest(Connection &connection) const
{
    const auto head = activitylog::head(connection);
    if (!head)
        return head.error();
    if (head.value().seq == m_head.seq)
        return Ok {};
    return Error { Error::Kind::Conflict, QString::number(head.value().seq), QStringLiteral("changed meanwhile") };
}

Result<ChangeSet> Project::invert(const Action &action, const QList<qint64> &newestFirst)
{
    return change(action, [&](Connection &connection) -> Status {
        if (const auto latest = isLatest(connection); action.kind != EntryKind::Revert && !latest)
            return latest;
        for (const qint64 seq : newestFirst) {
            const auto entry = activitylog::entry(connection, seq);
            if (!entry)
                return entry.error();
            const auto inverse = changeset::inverted(entry.value().changeset);
            if (!inverse)
                return inverse.error();
            if (auto done = changeset::apply(connection, inverse.value()); !done)
                return done;
        }
        return Ok {};
    });
}

Result<LogEntry> Project::entry(qint64 seq)
{
    if (running.project == this) // the change has the turn
        return activitylog::entry(*running.connection, seq);
    const auto turn = m_storage->gate().enter(WriteGate::ForegroundReader);
    return activitylog::entry(m_storage->connection(), seq);
}

Result<Records> recordsAt(Project &project, qint64 seq)
{
    const auto turn = project.storage().gate().enter(WriteGate::ForegroundReader);
    const auto state = stateAt(project.storage().connection(), seq);
    if (!state)
        return state.error();
    return Records::load(*state.value());
}

} // namespace tb
