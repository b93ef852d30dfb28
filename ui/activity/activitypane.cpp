#include "ui/activity/activitypane.h"

#include "model/job.h"
#include "model/project.h"
#include "model/store/changeset.h"
#include "model/store/projectstorage.h"
#include "model/subjects.h"
#include "reports/words/errors.h"
#include "ui/activity/activitycolumns.h"
#include "ui/activity/logreading.h"
#include "ui/common/chipbar.h"
#include "ui/common/paneheader.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr qint64 firstPart = 400; // read before the rest, so that the newest days are there at once
constexpr qsizetype mostFields = 40; // drawn in the inspector; an import changes thousands

Result<QList<ActivityRow>> readRows(ProjectStorage &storage, const LogSpan &span, JobControl &job)
{
    QList<ActivityRow> rows;
    const Status done = visitLog(storage, span, job, [&rows](const LogEntry &entry) -> Status {
        rows.append(activityRow(entry));
        return Ok {};
    });
    return done ? Result<QList<ActivityRow>>(rows) : done.error();
}

} // namespace

ActivityPane::ActivityPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_rows(activitySpec(context.today))
    , m_header(new PaneHeader(ActivityPane::title()))
    , m_table(new RecordTable(m_rows, QStringLiteral("activity"), &context.viewState))
    , m_chips(new ChipBar(*m_table))
    , m_inspector(new ActivityInspector)
    , m_problem(new ProblemStrip)
    , m_progress(new ProgressStrip)
    , m_splitter(new QSplitter)
{
    setupTable();
    setupActions();

    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *> { m_header, m_problem, m_chips, m_table, m_progress })
        column->addWidget(part, part == m_table ? 1 : 0);
    m_problem->hide();
    m_progress->hide();

    m_splitter->setObjectName(QStringLiteral("activitySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({ 864, 368 });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    setupConnections();
    m_first = m_last = std::max<qint64>(0, m_context.project.head().seq - firstPart);
    showCounts();
    load();
}

void ActivityPane::setupTable()
{
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setBoxShown(false);
    m_table->setDefaults(QStringLiteral("time"), Qt::DescendingOrder, QStringLiteral("day"));
    m_table->setNoMatch(tr("No entry matches these filters"));
    m_table->setEmpty(QStringLiteral("history"), tr("Reading the log…"),
                      tr("Every change of the project is recorded here."));
}

void ActivityPane::setupConnections()
{
    connect(&m_context.project, &Project::changed, this, &ActivityPane::load);
    connect(m_table, &RecordTable::currentChanged, this, &ActivityPane::showCurrent);
    connect(m_table, &RecordTable::selectionChanged, this, &ActivityPane::showCounts);
    connect(m_table, &RecordTable::shownChanged, this, &ActivityPane::showCounts);
    connect(m_table, &RecordTable::clearFiltersRequested, this, [this] {
        setFilterText({});
        m_chips->setChips({});
    });
    connect(m_table, &RecordTable::opened, this, [this] { m_inspector->setFocus(); });
    connect(m_inspector, &ActivityInspector::revertAsked, this, &ActivityPane::revertCurrent);
    connect(m_inspector, &ActivityInspector::undoAsked, this, &ActivityPane::undoToCurrent);
    connect(m_inspector, &ActivityInspector::recordAsked, this,
            [this](const QString &table, qint64 id) { m_context.showRecord(table, id); });
    connect(m_inspector, &InspectorFrame::previousAsked, this, [this] { m_table->selectNext(-1); });
    connect(m_inspector, &InspectorFrame::nextAsked, this, [this] { m_table->selectNext(1); });
    connect(m_inspector, &InspectorFrame::closeAsked, this, &ActivityPane::toggleInspector);
    connect(m_problem, &ProblemStrip::actionClicked, this,
            [this] { showRecord(QStringLiteral("activity"), m_faultAt); });
    connect(m_progress, &ProgressStrip::cancelled, this, [this] {
        if (m_work)
            m_work->cancel();
    });
}

/// Reads what is newer than the table, then what is older, then checks the chain; each in a job, one after the other.
void ActivityPane::load()
{
    if (m_loading)
        return; // goes on from where the project is by then
    const bool newer = m_context.project.head().seq > m_last;
    if (!newer && m_first == 0) {
        if (!m_checked)
            check(false);
        return;
    }
    const LogSpan span = newer ? LogSpan { m_last } : LogSpan { 0, m_first };
    m_loading = Job::start<QList<ActivityRow>>(
        m_context.jobs, this,
        [&storage = m_context.project.storage(), span](JobControl &job) { return readRows(storage, span, job); },
        [this, newer](Result<QList<ActivityRow>> rows) {
            m_loading.clear();
            if (!rows)
                return m_problem->setProblem(words::sentence(rows.error()), {}, rows.error().detail);
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
        m_last = std::max(m_context.project.head().seq, rows.isEmpty() ? 0 : rows.last().seq);
    if (older || first)
        m_rows.assign(rows + m_rows.all());
    else
        m_rows.put(rows);
    if (first && !rows.isEmpty())
        m_table->setCurrentId(rows.last().seq);
    openWanted();
    showCurrent();
    showCounts();
}

void ActivityPane::openWanted()
{
    if (m_wanted == 0 || !m_rows.find(m_wanted))
        return;
    const qint64 seq = std::exchange(m_wanted, 0);
    m_table->setCurrentId(seq);
    if (m_table->currentId() == seq)
        return;
    m_chips->setChips({});
    setFilterText({});
    m_table->setCurrentId(seq);
}

void ActivityPane::showCurrent()
{
    const ActivityRow *row = m_rows.find(m_table->currentId());
    if (row)
        m_inspector->show(detailOf(*row));
    else
        m_inspector->showNothing();
}

ActivityInspector::Detail ActivityPane::detailOf(const ActivityRow &row)
{
    ActivityInspector::Detail detail;
    detail.row = row;
    for (const qint64 seq : { row.seq - 1, row.seq - 2 }) {
        if (const ActivityRow *before = m_rows.find(seq))
            detail.before.append(*before);
    }
    const auto entry = m_context.project.entry(row.seq);
    const auto rows = entry ? changeset::rows(entry.value().changeset) : entry.error();
    if (rows) {
        detail.changes = words::fieldChanges(entry.value(), rows.value());
        detail.changeCount = detail.changes.size();
    } else {
        detail.problem = words::sentence(rows.error());
    }
    for (const words::FieldChange &change : std::as_const(detail.changes)) {
        const SubjectOperations *subject = findOperations(change.table);
        if (subject && subject->contains(m_context.project.records(), change.key)) {
            detail.goTable = change.table;
            detail.goKey = change.key;
            detail.goName = change.record;
            break;
        }
    }
    detail.changes = detail.changes.mid(0, mostFields);
    addWaysBack(detail);
    return detail;
}

void ActivityPane::addWaysBack(ActivityInspector::Detail &detail)
{
    const EntryKind kind = detail.row.kind;
    if (m_context.readOnly)
        detail.cannotRevert = detail.cannotUndo = tr("The project is open read-only");
    else if (kind == EntryKind::Create || kind == EntryKind::Migration || kind == EntryKind::Baseline)
        detail.cannotRevert = detail.cannotUndo = tr("What made the project cannot be taken back");
    if (!detail.cannotUndo.isEmpty())
        return;
    detail.undoCount = m_context.project.undoStack().undoableFrom(detail.row.seq).size();
    if (detail.undoCount == 0)
        detail.cannotUndo = tr("This entry is undone already, or is an undo itself");
}

void ActivityPane::showCounts()
{
    const int shown = m_table->shown();
    const int total = m_table->total();
    m_header->setCount(shown == total ? entryCount(total)
                                      : tr("%1 of %2").arg(QLocale().toString(shown), entryCount(total)));
    emit statusChanged();
}

bool ActivityPane::showRecord(const QString &table, qint64 id)
{
    if (!shows(table) || id < 1 || id > m_context.project.head().seq)
        return false;
    m_wanted = id;
    openWanted();
    return true;
}

void ActivityPane::setFilterText(const QString &text)
{
    m_chips->setText(text);
}

void ActivityPane::focusFilter()
{
    m_chips->focusFilter();
}

QList<QWidget *> ActivityPane::regions()
{
    return { m_chips, m_table, m_inspector };
}

void ActivityPane::toggleInspector()
{
    m_inspector->setVisible(!m_inspector->isVisible());
}

QString ActivityPane::statusText() const
{
    const QString shown = entryCount(m_table->shown());
    const auto selected = m_table->selectedIds().size();
    return selected ? tr("%1 · %2 selected").arg(shown).arg(selected) : shown;
}

QString ActivityPane::keyHints() const
{
    return tr("Alt+↑ Alt+↓ next entry · Ctrl+C copies the full hash");
}

} // namespace tb
