#include "ui/controls/controlspane.h"

#include "model/commands.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/chipbar.h"
#include "ui/common/paneheader.h"
#include "ui/common/problemstrip.h"
#include "ui/common/recordtable.h"
#include "ui/controls/controlcolumns.h"
#include "ui/controls/controlinspector.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace tb {

ControlsPane::ControlsPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_rows(controlSpec(context.project, context.today))
    , m_header(new PaneHeader(ControlsPane::title()))
    , m_table(new RecordTable(m_rows, QStringLiteral("controls"), &context.viewState))
    , m_chips(new ChipBar(*m_table))
    , m_bulk(new BulkBar)
    , m_inspector(new ControlInspector(context))
    , m_problem(new ProblemStrip)
    , m_splitter(new QSplitter)
{
    setupTable();
    setupActions();

    auto *list = new QWidget;
    list->setBackgroundRole(QPalette::Base);
    list->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *> { m_header, m_problem, m_chips, m_table, m_bulk })
        column->addWidget(part, part == m_table ? 1 : 0);
    m_problem->hide();

    m_splitter->setObjectName(QStringLiteral("controlsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({ 864, 368 });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    setupConnections();
    m_inspector->setReadOnly(m_context.readOnly);
    m_rows.assign(controlRows(m_context.project.records(), m_context.readiness));
    const RecordTableModel &model = m_table->model(); // the inspector starts with the first control, not an empty form
    m_table->setCurrentId(model.index(0, 0, model.index(0, 0)).data(RecordTableModel::IdRole).toLongLong());
    showCurrent();
    showCounts();
}

ControlsPane::~ControlsPane()
{
    delete m_splitter; // the table looks at m_rows until it is gone
}

void ControlsPane::setupTable()
{
    m_table->setObjectName(QStringLiteral("controlTable"));
    m_table->setDefaults(QStringLiteral("code"), Qt::AscendingOrder, QStringLiteral("criterion"));
    m_table->setNoMatch(tr("No control matches these filters"));
    QPushButton *create = makeButton(tr("New control"), ButtonRole::Primary, QStringLiteral("plus"));
    create->setEnabled(!m_context.readOnly);
    connect(create, &QPushButton::clicked, this, &ControlsPane::createControl);
    m_table->setEmpty(QStringLiteral("table-2"), tr("No controls yet"),
                      tr("Write the first one, or make a new project from the built-in library."), create);
}

void ControlsPane::setupConnections()
{
    connect(&m_context.readiness, &ProjectReadiness::updated, this, &ControlsPane::refresh);
    connect(m_table, &RecordTable::currentChanged, this, &ControlsPane::showCurrent);
    connect(m_table, &RecordTable::selectionChanged, this, &ControlsPane::showCounts);
    connect(m_table, &RecordTable::shownChanged, this, &ControlsPane::showCounts);
    connect(m_table, &RecordTable::clearFiltersRequested, this, [this] {
        setFilterText({});
        m_chips->setChips({});
    });
    connect(m_table, &RecordTable::edited, this, &ControlsPane::editCell);
    connect(m_table, &RecordTable::opened, this, [this] { m_inspector->setFocus(); });
    connect(m_table, &RecordTable::deleteRequested, this, &ControlsPane::deleteControls);
    connect(m_table, &RecordTable::menuRequested, this, &ControlsPane::showMenu);
    connect(m_table, &RecordTable::filesDropped, this, [this](const QStringList &paths, qint64 on) {
        if (!m_context.readOnly)
            emit filesOffered(paths, { on });
    });
    connect(m_table, &RecordTable::digitPressed, this, [this](int digit, const QList<qint64> &) {
        const QList<Choice> choices = workStatusChoices();
        if (digit >= 1 && digit <= choices.size())
            setStatus(choices.at(digit - 1).value.toString(), acting());
    });
    connect(m_bulk, &BulkBar::cleared, m_table, &RecordTable::clearSelection);
    connect(m_inspector, &ControlInspector::edited, this, &ControlsPane::editField);
    connect(m_inspector, &ControlInspector::linkCriteriaAsked, this, &ControlsPane::linkCriteria);
    connect(m_inspector, &ControlInspector::linkEvidenceAsked, this, &ControlsPane::linkEvidence);
    connect(m_inspector, &ControlInspector::recordAsked, this,
            [this](const QString &table, qint64 id) { m_context.showRecord(table, id); });
    connect(m_inspector, &InspectorFrame::previousAsked, this, [this] { m_table->selectNext(-1); });
    connect(m_inspector, &InspectorFrame::nextAsked, this, [this] { m_table->selectNext(1); });
    connect(m_inspector, &InspectorFrame::closeAsked, this, &ControlsPane::toggleInspector);
}

void ControlsPane::refresh(const ChangeSet &changes)
{
    const Records &records = m_context.project.records();
    const auto touched = changes.isEmpty() ? std::nullopt : controlsTouched(records, changes);
    if (!touched) {
        m_rows.assign(controlRows(records, m_context.readiness));
    } else {
        QList<ControlRow> changed;
        QList<qint64> removed;
        for (const qint64 id : *touched) {
            if (const Control *control = records.controls.find({ id }))
                changed.append(controlRow(records, m_context.readiness, *control));
            else
                removed.append(id);
        }
        m_rows.put(changed, removed);
    }
    showCurrent();
    showCounts();
}

void ControlsPane::showCurrent()
{
    const ControlRow *row = m_rows.find(m_table->currentId());
    m_inspector->setEnabled(row != nullptr);
    if (row)
        m_inspector->show(*row);
    else
        m_inspector->setHeading({}, {}, tr("No control selected"));
}

void ControlsPane::showCounts()
{
    const int shown = m_table->shown();
    const int total = m_table->total();
    const QString all = words::subjectCount(QStringLiteral("control"), total);
    m_header->setCount(shown == total ? all : tr("%1 of %2", "shown of all controls").arg(shown).arg(all));
    const int selected = static_cast<int>(m_table->selectedIds().size());
    m_bulk->setCount(m_context.readOnly ? 0 : selected);
    m_inspector->setNote(selected > 1 ? tr("Current row. Bulk changes apply to all %1 selected.").arg(selected)
                                      : QString());
    emit statusChanged();
}

QList<ControlId> ControlsPane::acting() const
{
    QList<ControlId> ids;
    for (const qint64 id : m_table->selectedIds())
        ids.append(ControlId { id });
    if (ids.isEmpty() && m_table->currentId())
        ids.append(ControlId { m_table->currentId() });
    return ids;
}

void ControlsPane::report(const Result<ChangeSet> &done, bool bulk)
{
    if (!done) {
        m_problem->setProblem(words::sentence(done.error()), {}, done.error().detail);
        return;
    }
    m_problem->clear();
    if (bulk)
        m_context.announce(done.value());
}

void ControlsPane::closed()
{
    m_inspector->commitAll();
}

bool ControlsPane::shows(const QString &table) const
{
    return table == QLatin1String("control") || table == QLatin1String("criterion");
}

bool ControlsPane::showRecord(const QString &table, qint64 id)
{
    if (table == QLatin1String("criterion")) {
        const Criterion *criterion = m_context.project.records().criteria.find({ id });
        if (criterion)
            m_chips->setChips({ { QStringLiteral("criterion"), { criterion->code } } });
        return criterion != nullptr;
    }
    if (!m_rows.find(id))
        return false;
    m_table->setCurrentId(id);
    if (m_table->currentId() != id) {
        m_chips->setChips({});
        setFilterText({});
        m_table->setCurrentId(id);
    }
    return m_table->currentId() == id;
}

void ControlsPane::setFilterText(const QString &text)
{
    m_chips->setText(text);
}

void ControlsPane::focusFilter()
{
    m_chips->focusFilter();
}

QList<QWidget *> ControlsPane::regions()
{
    return { m_chips, m_table, m_inspector };
}

void ControlsPane::toggleInspector()
{
    m_inspector->setVisible(!m_inspector->isVisible());
}

QString ControlsPane::statusText() const
{
    const QString shown = tr("%1 shown").arg(m_table->shown());
    const auto selected = m_table->selectedIds().size();
    return selected ? tr("%1 · %2 selected").arg(shown).arg(selected) : shown;
}

QString ControlsPane::keyHints() const
{
    return tr("Space toggles · Ctrl+click adds · F2 edits cell · 1–5 sets status");
}

} // namespace tb
