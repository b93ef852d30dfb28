#include "ui/shell/recordpane.h"

#include "model/commands.h"
#include "reports/words/errors.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/chipbar.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/icons.h"
#include "ui/common/inspectorframe.h"
#include "ui/common/metrics.h"
#include "ui/common/paneheader.h"
#include "ui/common/problemstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordtablemodel.h"
#include "ui/common/recordview.h"
#include "ui/common/valuedialog.h"
#include "ui/common/viewstate.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr int contentWidth = 864; ///< beside an inspector of 368, as at 1440 pixels
constexpr int inspectorWidth = 368;
constexpr int narrowPane = 1200; ///< below it the table needs the room
constexpr int narrowInspector = 320;
const char *const iconProperty = "tbIcon"; ///< a button draws its action's icon in another ink
const QString widthKey = QStringLiteral("inspector");

QString frameOf(const QString &name)
{
    return name + QStringLiteral("_frame");
}

} // namespace

RecordPane::RecordPane(const PaneContext &context, const QString &title, const QString &name,
                       std::unique_ptr<RecordSource> rows, InspectorFrame *inspector, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_rows(std::move(rows))
    , m_header(new PaneHeader(title))
    , m_table(new RecordTable(*m_rows, name, &context.viewState))
    , m_chips(new ChipBar(*m_table))
    , m_bulk(new BulkBar)
    , m_problem(new ProblemStrip)
    , m_inspector(inspector)
    , m_splitter(new QSplitter)
{
    layOut(name);
    setupConnections();
}

/// The widgets go before the rows that they show.
RecordPane::~RecordPane()
{
    // What derives is gone by now and must not hear of an editor that loses the focus as it goes.
    const QList<QObject *> parts = m_splitter->findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(this);
    delete m_splitter;
}

void RecordPane::layOut(const QString &name)
{
    auto *list = new QWidget;
    list->setBackgroundRole(QPalette::Base);
    list->setAutoFillBackground(true);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *> { m_header, m_problem, m_chips, m_table, m_bulk })
        m_column->addWidget(part, part == m_table ? 1 : 0);
    m_problem->hide();
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_splitter->setObjectName(name + QStringLiteral("Splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    const int kept = m_context.viewState.load(frameOf(name)).value(widthKey).toInt();
    m_widthKept = kept > 0;
    m_splitter->setSizes({ contentWidth, m_widthKept ? kept : inspectorWidth });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this, name] {
        m_widthKept = true;
        m_context.viewState.save(frameOf(name), { { widthKey, m_splitter->sizes().last() } });
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void RecordPane::setupConnections()
{
    connect(m_table, &RecordTable::currentChanged, this, [this] {
        // Whoever clicks elsewhere at once does not see why the field that is left kept its text.
        if (const QString reason = m_inspector->refusal(); !reason.isEmpty())
            m_problem->setProblem(tr("What was typed was not taken: %1").arg(reason));
        showCurrent();
    });
    connect(m_table, &RecordTable::selectionChanged, this, &RecordPane::showCounts);
    connect(m_table, &RecordTable::shownChanged, this, &RecordPane::showCounts);
    connect(m_table, &RecordTable::opened, this, [this] { m_inspector->enter(); });
    connect(m_table->view(), &RecordView::leaving, m_inspector, &InspectorFrame::commitAll);
    connect(m_table->view(), &RecordView::editingChanged, this, &Pane::statusChanged);
    connect(m_bulk, &BulkBar::cleared, m_table, &RecordTable::clearSelection);
    connect(m_inspector, &InspectorFrame::previousAsked, this, [this] { m_table->selectNext(-1); });
    connect(m_inspector, &InspectorFrame::nextAsked, this, [this] { m_table->selectNext(1); });
    connect(m_inspector, &InspectorFrame::closeAsked, this, &RecordPane::toggleInspector);
}

void RecordPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    if (m_widthKept)
        return;
    const int wanted = metrics::scaled(width() < narrowPane ? narrowInspector : inspectorWidth);
    m_splitter->setSizes({ width() - wanted, wanted });
}

void RecordPane::addAboveTable(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_table), widget);
}

void RecordPane::addBelowTable(QWidget *widget)
{
    m_column->addWidget(widget);
}

QAction *RecordPane::makeCommand(const QString &name, const QString &icon, const QKeySequence &keys, Needs needs)
{
    auto *action = new QAction(tb::icon(icon), name, this);
    action->setProperty(iconProperty, icon);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (needs == Needs::Writing && m_context.readOnly) {
        action->setEnabled(false);
        action->setToolTip(tr("The project is open read-only"));
    }
    addAction(action);
    return action;
}

QPushButton *RecordPane::addHeaderButton(QAction *action, const QString &object, bool primary)
{
    QPushButton *button = makeButton(action->text(), primary ? ButtonRole::Primary : ButtonRole::Standard,
                                     action->property(iconProperty).toString());
    button->setObjectName(object);
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->isEnabled() ? QString() : action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    m_header->addButton(button);
    return button;
}

void RecordPane::addBulkMenu(const QString &name, const QString &icon, QMenu *menu)
{
    auto *action = new QAction(tb::icon(icon), name, this);
    action->setMenu(menu);
    action->setEnabled(!m_context.readOnly);
    m_bulk->addAction(action);
}

void RecordPane::opened()
{
    const RecordTableModel &model = m_table->model();
    const QModelIndex top = model.index(0, 0);
    if (m_table->currentId() == 0 && top.isValid())
        m_table->setCurrentId(model.idAt(model.isGroup(top) ? model.index(0, 0, top) : top));
}

void RecordPane::closed()
{
    m_table->view()->commitEditor();
    m_inspector->commitAll();
}

bool RecordPane::hasUnsaved() const
{
    return m_inspector->hasUnsaved();
}

bool RecordPane::showRecord(const QString &table, qint64 id)
{
    return shows(table) && showRow(id);
}

bool RecordPane::showRow(qint64 id)
{
    if (m_rows->slotOf(id) < 0)
        return false;
    m_table->setCurrentId(id);
    if (m_table->currentId() != id) {
        m_chips->setChips({});
        m_chips->setText({});
        m_table->setCurrentId(id);
    }
    return m_table->currentId() == id;
}

QList<qint64> RecordPane::actingRows() const
{
    const QList<qint64> selected = m_table->selectedIds();
    if (!selected.isEmpty() || m_table->currentId() == 0)
        return selected;
    return { m_table->currentId() };
}

void RecordPane::showCounts()
{
    m_header->setCount(countText(m_table->shown(), m_table->total()));
    const int selected = static_cast<int>(m_table->selectedIds().size());
    m_bulk->setCount(m_bulk->isUseful() ? selected : 0);
    m_inspector->setNote(selected > 1 && m_bulk->isUseful()
                             ? tr("Current row. Bulk changes apply to all %1 selected.").arg(selected)
                             : QString());
    emit statusChanged();
}

void RecordPane::withPerson(const QVariant &value, std::function<void(const QVariant &)> use)
{
    if (value.userType() != qMetaTypeId<NewPerson>())
        return use(value);
    auto *dialog
        = new ValueDialog(tr("New person"), tr("Name"), new TextField(QStringLiteral("name")), tr("Add person"), this);
    connect(dialog, &QDialog::rejected, this, [this] { showCurrent(); });
    connect(dialog, &ValueDialog::chosen, this, [this, use = std::move(use)](const QVariant &name) {
        const auto person = personNamed(context().project, name.toString());
        if (person)
            return use(person.value().value);
        complain(person.error());
        showCurrent();
    });
    dialog->open();
}

void RecordPane::complain(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        m_problem->setProblem(words::sentence(error), {}, error.detail);
}

void RecordPane::report(const Result<ChangeSet> &done, bool announced)
{
    if (!done)
        return complain(done.error());
    m_problem->clear();
    if (announced)
        m_context.announce(done.value());
}

void RecordPane::setFilterText(const QString &text)
{
    m_chips->setText(text);
}

void RecordPane::focusFilter()
{
    m_chips->focusFilter();
}

QWidget *RecordPane::toastGround()
{
    return m_table;
}

QList<QWidget *> RecordPane::regions()
{
    return { m_header, m_chips, m_table, m_bulk, m_inspector };
}

void RecordPane::toggleInspector()
{
    m_inspector->setVisible(!m_inspector->isVisible());
}

QString RecordPane::keyHints() const
{
    if (!m_table->view()->isEditing())
        return rowHints();
    const int column = m_table->view()->currentIndex().column() - 1; // the first is the box
    return column >= 0 && m_rows->columns().at(column).numbered
        ? tr("Enter accepts · Esc restores · Digits pick a line")
        : tr("Enter accepts · Tab goes on to the next cell · Esc restores");
}

QString RecordPane::statusText() const
{
    const QString shown = tr("%1 shown").arg(m_table->shown());
    const auto selected = m_table->selectedIds().size();
    return selected ? tr("%1 · %2 selected").arg(shown).arg(selected) : shown;
}

} // namespace tb
