#include "ui/evidence/evidencepane.h"

#include "model/commands.h"
#include "model/evidence/privatefolder.h"
#include "ui/common/button.h"
#include "ui/common/chipbar.h"
#include "ui/common/dropzone.h"
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
#include <QUrl>
#include <QVBoxLayout>

namespace tb {

namespace {
constexpr int manyItems = 20; ///< from here on the drop zone is one line
} // namespace

EvidencePane::EvidencePane(const PaneContext &paneContext, QWidget *parent)
    : RecordPane(paneContext, tr("Evidence"), QStringLiteral("evidence"),
                 std::make_unique<TableRecords<EvidenceRow>>(evidenceSpec(paneContext.project, paneContext.today)),
                 new EvidenceInspector(paneContext.project, paneContext.jobs), parent)
    , m_rows(rowsOf<EvidenceRow>())
    , m_drop(new DropZone(tr("Drop files here to add them as evidence"),
                          tr("Files are encrypted into the project. Drop on a row to add to that item.")))
    , m_legend(new EvidenceLegend)
    , m_inspector(inspectorAs<EvidenceInspector>())
    , m_notice(new NoticeStrip)
    , m_progress(new ProgressStrip)
    , m_intake(new EvidenceIntake(paneContext.project, paneContext.jobs, *m_progress, this))
    , m_opener([](const QString &path) { return QDesktopServices::openUrl(QUrl::fromLocalFile(path)); })
{
    setAcceptDrops(!context().readOnly);
    setupTable();
    setupActions();
    setupDropZone();
    setupBulkBar();
    layOut();
    setupConnections();
    m_inspector->setReadOnly(context().readOnly);
    assignAll();
    showWindow();
    showCurrent();
    showAttention();
}

EvidencePane::~EvidencePane() = default;

void EvidencePane::layOut()
{
    auto *zone = new QWidget;
    auto *zoneRow = new QHBoxLayout(zone);
    zoneRow->setContentsMargins(16, 0, 16, 10);
    zoneRow->addWidget(m_drop);
    addAboveTable(m_notice);
    addAboveTable(zone);
    addBelowTable(m_legend);
    addStrip(m_progress);
}

/// Work that somebody began here, or by dropping files in another pane, is seen and can be cancelled from every pane.
void EvidencePane::addStrip(ProgressStrip *strip)
{
    if (context().addStrip)
        context().addStrip(strip);
    else
        addBelowTable(strip);
}

void EvidencePane::setupTable()
{
    table().setDefaults(QStringLiteral("freshness"), Qt::AscendingOrder);
    table().setNoMatch(tr("No evidence matches these filters"));
    QPushButton *browse = makeButton(tr("Add files…"), ButtonRole::Primary, QStringLiteral("plus"));
    browse->setEnabled(!context().readOnly);
    connect(browse, &QPushButton::clicked, this, &EvidencePane::addFiles);
    table().setEmpty(QStringLiteral("paperclip"), tr("No evidence yet"),
                     tr("Drop files or folders here. They are encrypted into the project."), browse);
}

void EvidencePane::setupConnections()
{
    connect(&context().readiness, &ProjectReadiness::updated, this, &EvidencePane::refresh);
    connect(&table(), &RecordTable::edited, this, [this](qint64 row, const QString &column, const QVariant &value) {
        withPerson(value, [this, row, column](const QVariant &known) {
            report(setFields<Evidence>(context().project, { { row } }, { { column, known } }), false);
        });
    });
    connect(&table(), &RecordTable::deleteRequested, this, &EvidencePane::deleteItems);
    connect(&table(), &RecordTable::menuRequested, this, &EvidencePane::showMenu);
    table().setTakesFiles(!context().readOnly);
    connect(&table(), &RecordTable::filesDropped, this, &EvidencePane::dropOn);
    connect(m_drop, &DropZone::filesDropped, this,
            [this](const QStringList &paths, int remote) { dropOn(paths, 0, remote); });
    connect(m_notice, &NoticeStrip::accepted, this, &EvidencePane::usePeriods);
    connect(m_intake, &EvidenceIntake::finished, this, &EvidencePane::finishIntake);
    connect(m_inspector, &EvidenceInspector::edited, this, &EvidencePane::editFields);
    connect(m_inspector, &EvidenceInspector::linkAsked, this, &EvidencePane::linkControls);
    connect(m_inspector, &EvidenceInspector::unlinkAsked, this, &EvidencePane::unlink);
    connect(m_inspector, &EvidenceInspector::recordAsked, this,
            [this](const QString &table, qint64 record) { context().showRecord(table, record); });
    connect(m_inspector->preview(), &EvidencePreview::saveAsked, this, [this] {
        if (const EvidenceRow *row = m_rows.find(table().currentId()); row && row->isCollected())
            context().whenPlainIsFine([this, item = row->item] { extractTo({}, { item }); });
    });
    connect(m_inspector->preview(), &EvidencePreview::openAsked, this, &EvidencePane::openExternally);
}

void EvidencePane::refresh(const ChangeSet &changes)
{
    const Records &records = context().project.records();
    auto touched = changes.isEmpty() ? std::nullopt : evidenceTouched(records, changes);
    if (touched) {
        for (const ControlId id : context().readiness.lastControls())
            touched->controls.insert(id.value);
        for (const EvidenceId id : context().readiness.lastEvidence())
            touched->items.insert(id.value);
        refreshTouched(*touched);
    } else {
        assignAll();
        showWindow();
    }
    showCurrent();
    showAttention();
}

void EvidencePane::refreshTouched(const EvidenceTouched &touched)
{
    const Records &records = context().project.records();
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
            changed.append(evidenceRow(records, context().readiness, *item));
        else
            removed.append(id);
    }
    for (const qint64 id : touched.controls) {
        const Control *control = records.controls.find({ id });
        if (auto row = control ? missingRow(records, context().readiness, *control) : std::nullopt)
            changed.append(*std::move(row));
        else
            removed.append(-id);
    }
    sortByCode(changed);
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
    const QList<EvidenceRow> rows = evidenceRows(context().project.records(), context().readiness);
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
    const Engagement &engagement = context().project.records().engagement();
    const bool days = engagement.reportType != ReportType::TypeOne && engagement.from.isValid();
    if (days)
        table().setHeaderPeriod(QStringLiteral("period"),
                                { engagement.from, engagement.to, context().today(), {}, {} });
    m_legend->setToday(context().today());
    m_hasWindow = days;
}

void EvidencePane::showCurrent()
{
    const EvidenceRow *row = m_rows.find(table().currentId());
    if (row)
        m_inspector->show(*row);
    else
        m_inspector->showNothing();
}

QString EvidencePane::countText(int shown, int total) const
{
    QString counted
        = shown == total ? tr("%n item(s)", nullptr, total) : tr("%1 of %n item(s)", nullptr, total).arg(shown);
    if (m_attention > 0)
        counted += m_attention == 1 ? tr(" · 1 needs attention") : tr(" · %n need attention", nullptr, m_attention);
    return counted;
}

/// After the rows changed: what of them needs someone, and how much room the drop zone takes.
void EvidencePane::showAttention()
{
    showCounts();
    m_legend->setVisible(m_hasWindow && table().total() > 0);
    m_drop->setVisible(!context().readOnly && table().total() > 0);
    setDropCompact(m_collected >= manyItems);
    if (std::exchange(m_badge, m_attention) != m_attention)
        emit badgeChanged();
}

QList<EvidenceId> EvidencePane::acting() const
{
    QList<EvidenceId> ids;
    for (const qint64 row : actingRows()) {
        if (row > 0) // negative: nothing collected yet
            ids.append(EvidenceId { row });
    }
    return ids;
}

QList<Evidence> EvidencePane::actingItems() const
{
    QList<Evidence> items;
    for (const EvidenceId id : acting()) {
        if (const Evidence *item = context().project.records().evidence.find(id))
            items.append(*item);
    }
    return items;
}

QString EvidencePane::rowHints() const
{
    return tr("Space toggles · Enter opens the preview · Ctrl+L links to controls · Ctrl+V pastes");
}

} // namespace tb
