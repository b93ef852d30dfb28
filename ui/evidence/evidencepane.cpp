#include "ui/evidence/evidencepane.h"

#include "model/commands.h"
#include "model/evidence/privatefolder.h"
#include "reports/words/errors.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/chipbar.h"
#include "ui/common/dropzone.h"
#include "ui/common/paneheader.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"
#include "ui/evidence/evidencecolumns.h"
#include "ui/evidence/evidenceinspector.h"
#include "ui/evidence/evidenceintake.h"
#include "ui/evidence/evidencelegend.h"
#include "ui/evidence/evidencepreview.h"
#include "ui/evidence/noticestrip.h"

#include <QDesktopServices>
#include <QDropEvent>
#include <QPushButton>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace tb {

namespace {
constexpr int manyItems = 20; ///< from here on the drop zone is one line
} // namespace

EvidencePane::EvidencePane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_rows(evidenceSpec(context.project, context.today))
    , m_header(new PaneHeader(EvidencePane::title()))
    , m_table(new RecordTable(m_rows, QStringLiteral("evidence"), &context.viewState))
    , m_chips(new ChipBar(*m_table))
    , m_bulk(new BulkBar)
    , m_drop(new DropZone(tr("Drop files here to add them as evidence"),
                          tr("Files are encrypted into the project. Drop on a row to add to that item.")))
    , m_legend(new EvidenceLegend)
    , m_inspector(new EvidenceInspector(context.project, context.jobs))
    , m_problem(new ProblemStrip)
    , m_notice(new NoticeStrip)
    , m_progress(new ProgressStrip)
    , m_extracting(new ProgressStrip)
    , m_intake(new EvidenceIntake(context.project, context.jobs, *m_progress, this))
    , m_splitter(new QSplitter)
    , m_opener([](const QString &path) { return QDesktopServices::openUrl(QUrl::fromLocalFile(path)); })
{
    setAcceptDrops(!m_context.readOnly);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setupTable();
    setupActions();
    setupDropZone();
    setupBulkBar();
    layOut();
    setupConnections();
    m_inspector->setReadOnly(m_context.readOnly);
    assignAll();
    showWindow();
    showCurrent();
    showCounts();
}

/// The widgets go before the rows that they show, which are members.
EvidencePane::~EvidencePane()
{
    m_table->disconnect(this);
    delete m_splitter;
}

void EvidencePane::layOut()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *zone = new QWidget;
    auto *zoneRow = new QHBoxLayout(zone);
    zoneRow->setContentsMargins(16, 0, 16, 10);
    zoneRow->addWidget(m_drop);
    for (QWidget *part : std::initializer_list<QWidget *> { m_header, m_problem, m_notice, m_chips, zone, m_table,
                                                            m_bulk, m_legend, m_progress, m_extracting })
        column->addWidget(part, part == m_table ? 1 : 0);
    m_splitter->setObjectName(QStringLiteral("evidenceSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({ 872, 360 });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void EvidencePane::setupTable()
{
    m_table->setObjectName(QStringLiteral("evidenceTable"));
    m_table->setDefaults(QStringLiteral("freshness"), Qt::AscendingOrder);
    m_table->setNoMatch(tr("No evidence matches these filters"));
    QPushButton *browse = makeButton(tr("Add files…"), ButtonRole::Primary, QStringLiteral("plus"));
    browse->setEnabled(!m_context.readOnly);
    connect(browse, &QPushButton::clicked, this, &EvidencePane::addFiles);
    m_table->setEmpty(QStringLiteral("paperclip"), tr("No evidence yet"),
                      tr("Drop files or folders here. They are encrypted into the project."), browse);
}

void EvidencePane::setupConnections()
{
    connect(&m_context.readiness, &ProjectReadiness::updated, this, &EvidencePane::refresh);
    connect(m_table, &RecordTable::currentChanged, this, &EvidencePane::showCurrent);
    connect(m_table, &RecordTable::selectionChanged, this, &EvidencePane::showCounts);
    connect(m_table, &RecordTable::shownChanged, this, &EvidencePane::showCounts);
    connect(m_table, &RecordTable::clearFiltersRequested, this, [this] {
        setFilterText({});
        m_chips->setChips({});
    });
    connect(m_table, &RecordTable::edited, this, [this](qint64 row, const QString &column, const QVariant &value) {
        report(setFields<Evidence>(m_context.project, { { row } }, { { column, value } }), false);
    });
    connect(m_table, &RecordTable::opened, this, [this] { m_inspector->setFocus(); });
    connect(m_table, &RecordTable::deleteRequested, this, &EvidencePane::deleteItems);
    connect(m_table, &RecordTable::menuRequested, this, &EvidencePane::showMenu);
    connect(m_table, &RecordTable::filesDropped, this, &EvidencePane::dropOn);
    connect(m_drop, &DropZone::filesDropped, this, [this](const QStringList &paths) { dropOn(paths, 0); });
    connect(m_bulk, &BulkBar::cleared, m_table, &RecordTable::clearSelection);
    connect(m_notice, &NoticeStrip::accepted, this, &EvidencePane::usePeriods);
    connect(m_intake, &EvidenceIntake::finished, this, &EvidencePane::finishIntake);
    connect(m_inspector, &EvidenceInspector::edited, this, &EvidencePane::editFields);
    connect(m_inspector, &EvidenceInspector::linkAsked, this, &EvidencePane::linkControls);
    connect(m_inspector, &EvidenceInspector::unlinkAsked, this, &EvidencePane::unlink);
    connect(m_inspector, &EvidenceInspector::recordAsked, this,
            [this](const QString &table, qint64 record) { m_context.showRecord(table, record); });
    connect(m_inspector->preview(), &EvidencePreview::saveAsked, this, [this] {
        if (const EvidenceRow *row = m_rows.find(m_table->currentId()); row && row->isCollected())
            whenPlainIsFine([this, item = row->item] { extractTo({}, { item }); });
    });
    connect(m_inspector->preview(), &EvidencePreview::openAsked, this, &EvidencePane::openExternally);
    connect(m_inspector, &InspectorFrame::previousAsked, this, [this] { m_table->selectNext(-1); });
    connect(m_inspector, &InspectorFrame::nextAsked, this, [this] { m_table->selectNext(1); });
    connect(m_inspector, &InspectorFrame::closeAsked, this, &EvidencePane::toggleInspector);
}

void EvidencePane::refresh(const ChangeSet &changes)
{
    const Records &records = m_context.project.records();
    const auto touched = changes.isEmpty() ? std::nullopt : evidenceTouched(records, changes);
    if (touched) {
        refreshTouched(*touched);
    } else {
        assignAll();
        showWindow();
    }
    showCurrent();
    showCounts();
}

void EvidencePane::refreshTouched(const EvidenceTouched &touched)
{
    const Records &records = m_context.project.records();
    QList<EvidenceRow> changed;
    QList<qint64> removed;
    QSet<qint64> items = touched.items;
    for (const qint64 id : touched.items) { // what an item replaces, or replaced until now, says something else too
        const EvidenceRow *before = m_rows.find(id);
        const Evidence *now = records.evidence.find({ id });
        for (const EvidenceId older :
             { before ? before->item.supersedes : EvidenceId {}, now ? now->supersedes : EvidenceId {} }) {
            if (older)
                items.insert(older.value);
        }
    }
    for (const qint64 id : std::as_const(items)) {
        if (const Evidence *item = records.evidence.find({ id }))
            changed.append(evidenceRow(records, m_context.readiness, *item));
        else
            removed.append(id);
    }
    for (const qint64 id : touched.controls) {
        const Control *control = records.controls.find({ id });
        if (auto row = control ? missingRow(records, m_context.readiness, *control) : std::nullopt)
            changed.append(*std::move(row));
        else
            removed.append(-id);
    }
    for (const EvidenceRow &row : std::as_const(changed)) {
        count(m_rows.find(row.id()), -1);
        count(&row, 1);
    }
    for (const qint64 id : std::as_const(removed))
        count(m_rows.find(id), -1);
    m_rows.put(changed, removed);
}

void EvidencePane::assignAll()
{
    const QList<EvidenceRow> rows = evidenceRows(m_context.project.records(), m_context.readiness);
    m_attention = 0;
    m_collected = 0;
    for (const EvidenceRow &row : rows)
        count(&row, 1);
    m_rows.assign(rows);
}

/// Keeps the counts right row by row, so that an edit does not look at all of them.
void EvidencePane::count(const EvidenceRow *row, int sign)
{
    m_attention += row && row->needsAttention() ? sign : 0;
    m_collected += row && row->isCollected() ? sign : 0;
}

/// The scale of the period column follows the engagement.
void EvidencePane::showWindow()
{
    const Engagement &engagement = m_context.project.records().engagement();
    const bool days = engagement.reportType != ReportType::TypeOne && engagement.from.isValid();
    if (days)
        m_table->setHeaderPeriod(QStringLiteral("period"),
                                 { engagement.from, engagement.to, m_context.today(), {}, {} });
    m_legend->setToday(m_context.today());
    m_legend->setVisible(days);
}

void EvidencePane::showCurrent()
{
    const EvidenceRow *row = m_rows.find(m_table->currentId());
    m_inspector->setEnabled(row != nullptr);
    if (row)
        m_inspector->show(*row);
    else
        m_inspector->showNothing();
}

void EvidencePane::showCounts()
{
    const int shown = m_table->shown();
    const int total = m_table->total();
    QString counted
        = shown == total ? tr("%n item(s)", nullptr, total) : tr("%1 of %n item(s)", nullptr, total).arg(shown);
    if (m_attention)
        counted += tr(" · %n need attention", nullptr, m_attention);
    m_header->setCount(counted);
    m_drop->setVisible(!m_context.readOnly && total > 0);
    setDropCompact(m_collected >= manyItems);
    const int selected = static_cast<int>(m_table->selectedIds().size());
    m_bulk->setCount(selected);
    m_inspector->setNote(selected > 1 ? tr("Current row. Bulk changes apply to all %1 selected.").arg(selected)
                                      : QString());
    if (std::exchange(m_badge, m_attention) != m_attention)
        emit badgeChanged();
    emit statusChanged();
}

QList<EvidenceId> EvidencePane::acting() const
{
    QList<qint64> rows = m_table->selectedIds();
    if (rows.isEmpty())
        rows.append(m_table->currentId());
    QList<EvidenceId> ids;
    for (const qint64 row : std::as_const(rows)) {
        if (row > 0) // negative: nothing collected yet
            ids.append(EvidenceId { row });
    }
    return ids;
}

QList<Evidence> EvidencePane::actingItems() const
{
    QList<Evidence> items;
    for (const EvidenceId id : acting()) {
        if (const Evidence *item = m_context.project.records().evidence.find(id))
            items.append(*item);
    }
    return items;
}

void EvidencePane::complain(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        m_problem->setProblem(words::sentence(error), {}, error.detail);
}

void EvidencePane::report(const Result<ChangeSet> &done, bool bulk)
{
    if (!done)
        return complain(done.error());
    m_problem->clear();
    if (bulk)
        m_context.announce(done.value());
}

void EvidencePane::closed()
{
    m_inspector->commitAll();
}

bool EvidencePane::showRecord(const QString &table, qint64 id)
{
    if (!shows(table) || !m_rows.find(id))
        return false;
    m_table->setCurrentId(id);
    if (m_table->currentId() != id) {
        m_chips->setChips({});
        setFilterText({});
        m_table->setCurrentId(id);
    }
    return m_table->currentId() == id;
}

void EvidencePane::setFilterText(const QString &text)
{
    m_chips->setText(text);
}

void EvidencePane::focusFilter()
{
    m_chips->focusFilter();
}

QList<QWidget *> EvidencePane::regions()
{
    return { m_chips, m_table, m_inspector };
}

void EvidencePane::toggleInspector()
{
    m_inspector->setVisible(!m_inspector->isVisible());
}

QString EvidencePane::statusText() const
{
    const QString shown = tr("%1 shown").arg(m_table->shown());
    const auto selected = m_table->selectedIds().size();
    return selected ? tr("%1 · %2 selected").arg(shown).arg(selected) : shown;
}

QString EvidencePane::keyHints() const
{
    return tr("Space toggles · Enter opens the preview · Ctrl+L links to controls · Ctrl+V pastes");
}

} // namespace tb
