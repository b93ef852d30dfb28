#include "ui/activity/activitypane.h"

#include "model/activity/logreading.h"
#include "model/job.h"
#include "model/project.h"
#include "model/store/changeset.h"
#include "model/store/projectstorage.h"
#include "model/subjects.h"
#include "reports/words/errors.h"
#include "ui/activity/activitycolumns.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"
#include "ui/shell/chaincheck.h"

namespace tb {

namespace {

constexpr qint64 firstPart = 400; // read before the rest, so that the newest days are there at once
constexpr qsizetype mostFields = 40; // drawn in the inspector; an import changes thousands
constexpr qint64 longEntry = 32 * 1024; // bytes of a changeset: decoded in a job from here on

Result<QList<ActivityRow>> readRows(ProjectStorage &storage, const LogSpan &span, JobControl &job)
{
    QList<ActivityRow> rows;
    const Status done = visitLog(storage, span, job, [&rows](const LogEntry &entry) -> Status {
        rows.append(activityRow(entry));
        return Ok {};
    });
    return done ? Result<QList<ActivityRow>>(rows) : done.error();
}

/// What @p entry changed, field by field: the first of them.
void addFields(ActivityInspector::Detail &detail, const Result<LogEntry> &entry)
{
    const auto rows = entry ? changeset::rows(entry.value().changeset) : entry.error();
    if (!rows) {
        detail.problem = words::sentence(rows.error());
        return;
    }
    const QList<words::FieldChange> changes = words::fieldChanges(entry.value(), rows.value());
    detail.changeCount = changes.size();
    detail.changes = changes.mid(0, mostFields);
}

} // namespace

ActivityPane::ActivityPane(const PaneContext &paneContext, QWidget *parent)
    : RecordPane(paneContext, tr("Activity"), QStringLiteral("activity"),
                 std::make_unique<TableRecords<ActivityRow>>(activitySpec(paneContext.today)), new ActivityInspector,
                 parent)
    , m_rows(rowsOf<ActivityRow>())
    , m_inspector(inspectorAs<ActivityInspector>())
    , m_progress(new ProgressStrip)
{
    addBelowTable(m_progress);
    setupTable();
    setupActions();
    setupConnections();
    m_first = m_last = std::max<qint64>(0, context().project.head().seq - firstPart);
    showCounts();
    showChain();
    load();
}

void ActivityPane::setupTable()
{
    table().setBoxShown(false);
    table().setDefaults(QStringLiteral("time"), Qt::DescendingOrder, QStringLiteral("day"));
    table().setNoMatch(tr("No entry matches these filters"));
    table().setEmpty(QStringLiteral("history"), tr("Reading the log…"),
                     tr("Every change of the project is recorded here."));
}

void ActivityPane::setupConnections()
{
    connect(&context().project, &Project::changed, this, &ActivityPane::load);
    connect(&context().chain, &ChainCheck::changed, this, &ActivityPane::showChain);
    connect(m_inspector, &ActivityInspector::revertAsked, this, &ActivityPane::revertCurrent);
    connect(m_inspector, &ActivityInspector::undoAsked, this, &ActivityPane::undoToCurrent);
    connect(m_inspector, &ActivityInspector::recordAsked, this,
            [this](const QString &record, qint64 id) { context().showRecord(record, id); });
    connect(&problem(), &ProblemStrip::actionClicked, this,
            [this] { showRecord(QStringLiteral("activity"), m_faultAt); });
    connect(m_progress, &ProgressStrip::cancelled, this, [this] {
        if (m_work)
            m_work->cancel();
    });
}

/// Reads what is newer than the table, then what is older; each in a job, one after the other.
void ActivityPane::load()
{
    if (m_loading)
        return; // goes on from where the project is by then
    const bool newer = context().project.head().seq > m_last;
    if (!newer && m_first == 0)
        return;
    const LogSpan span = newer ? LogSpan { m_last } : LogSpan { 0, m_first };
    m_loading = Job::start<QList<ActivityRow>>(
        context().jobs, this,
        [&storage = context().project.storage(), span](JobControl &job) { return readRows(storage, span, job); },
        [this, newer](Result<QList<ActivityRow>> rows) {
            m_loading.clear();
            if (!rows)
                return problem().setProblem(words::sentence(rows.error()), {}, rows.error().detail);
            takeIn(rows.value(), !newer);
            load();
        });
}

void ActivityPane::takeIn(const QList<ActivityRow> &rows, bool older)
{
    const bool first = m_rows.count() == 0;
    if (older)
        m_first = 0;
    else
        m_last = std::max(context().project.head().seq, rows.isEmpty() ? 0 : rows.last().seq);
    if (older || first)
        m_rows.assign(rows + m_rows.all());
    else
        m_rows.put(rows);
    if (first && !rows.isEmpty())
        table().setCurrentId(rows.last().seq);
    openWanted();
    showCurrent();
    showCounts();
}

void ActivityPane::openWanted()
{
    if (m_wanted != 0 && m_rows.find(m_wanted))
        showRow(std::exchange(m_wanted, 0));
}

void ActivityPane::showCurrent()
{
    const ActivityRow *row = m_rows.find(table().currentId());
    if (m_fields)
        m_fields->cancel();
    m_fields.clear();
    if (!row)
        return m_inspector->showNothing();
    ActivityInspector::Detail detail = headOf(*row);
    if (row->size > longEntry) {
        detail.problem = tr("Reading what changed…");
        m_inspector->show(detail);
        return readFields(detail);
    }
    addFields(detail, context().project.entry(row->seq));
    addRecord(detail);
    m_inspector->show(detail);
}

/// An import may hold thousands of rows: they are decoded while the window goes on.
void ActivityPane::readFields(const ActivityInspector::Detail &detail)
{
    using Detail = ActivityInspector::Detail;
    m_fields = Job::start<Detail>(
        context().jobs, this,
        [&storage = context().project.storage(), head = detail](JobControl &job) -> Result<Detail> {
            Detail read = head;
            read.problem.clear();
            const LogSpan span { head.row.seq - 1, head.row.seq };
            const Status done = visitLog(storage, span, job, [&read](const LogEntry &entry) -> Status {
                addFields(read, entry);
                return Ok {};
            });
            return done ? Result<Detail>(read) : done.error();
        },
        [this](Result<Detail> read) {
            if (!read)
                return complain(read.error());
            if (read.value().row.seq != table().currentId())
                return;
            addRecord(read.value());
            m_inspector->show(read.value());
        });
}

ActivityInspector::Detail ActivityPane::headOf(const ActivityRow &row)
{
    ActivityInspector::Detail detail;
    detail.row = row;
    for (const qint64 seq : { row.seq - 1, row.seq - 2 }) {
        if (const ActivityRow *before = m_rows.find(seq))
            detail.before.append(*before);
    }
    addWaysBack(detail);
    return detail;
}

/// The first record of the entry that is still there: where "Go to" leads.
void ActivityPane::addRecord(ActivityInspector::Detail &detail) const
{
    for (const words::FieldChange &change : std::as_const(detail.changes)) {
        const SubjectOperations *subject = findOperations(change.table);
        if (!subject || !subject->contains(context().project.records(), change.key))
            continue;
        detail.goTable = change.table;
        detail.goKey = change.key;
        detail.goName = change.record;
        return;
    }
}

void ActivityPane::addWaysBack(ActivityInspector::Detail &detail)
{
    const EntryKind kind = detail.row.kind;
    if (context().readOnly)
        detail.cannotRevert = detail.cannotUndo = tr("The project is open read-only");
    else if (kind == EntryKind::Create || kind == EntryKind::Migration || kind == EntryKind::Baseline)
        detail.cannotRevert = detail.cannotUndo = tr("What made the project cannot be taken back");
    if (!detail.cannotUndo.isEmpty())
        return;
    detail.undoCount = context().project.undoStack().undoableFrom(detail.row.seq).size();
    if (detail.undoCount == 0)
        detail.cannotUndo = tr("This entry is undone already, or is an undo itself");
}

QString ActivityPane::countText(int shown, int total) const
{
    return shown == total ? entryCount(total) : tr("%1 of %2").arg(QLocale().toString(shown), entryCount(total));
}

bool ActivityPane::showRecord(const QString &table, qint64 id)
{
    if (!shows(table) || id < 1 || id > context().project.head().seq)
        return false;
    m_wanted = id;
    openWanted();
    return true;
}

QString ActivityPane::statusText() const
{
    const QString shown = entryCount(table().shown());
    const auto selected = table().selectedIds().size();
    return selected ? tr("%1 · %2 selected").arg(shown).arg(selected) : shown;
}

QString ActivityPane::rowHints() const
{
    return tr("Alt+↑ Alt+↓ next entry · Ctrl+C copies the full hash");
}

} // namespace tb
