#include "ui/common/recordtable.h"

#include "ui/common/button.h"
#include "ui/common/columnlayout.h"
#include "ui/common/emptystate.h"
#include "ui/common/recorddelegate.h"
#include "ui/common/recordheader.h"
#include "ui/common/recordview.h"
#include "ui/common/viewstate.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace tb {

RecordTable::RecordTable(RecordSource &source, const QString &name, ViewState *state, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_model(new RecordTableModel(source, this))
    , m_view(new RecordView(*m_model, this))
    , m_columns(std::make_unique<ColumnLayout>(*m_view->recordHeader(), source.columns()))
    , m_empty(new EmptyState(this))
    , m_noMatch(new EmptyState(this))
    , m_name(name)
    , m_state(state)
{
    m_view->setObjectName(QStringLiteral("recordView"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    m_view->viewport()->installEventFilter(this);
    m_view->recordHeader()->setBoxShown(!source.ownBox());
    auto *clear = makeButton(tr("Clear filters"));
    clear->setObjectName(QStringLiteral("clearFilters"));
    m_noMatch->addButton(clear);
    connect(clear, &QPushButton::clicked, this, [this] {
        setFilterText({});
        setChips({});
        emit clearFiltersRequested();
        m_view->setFocus();
    });
    setNoMatch(tr("Nothing matches these filters"));
    setupConnections();
    m_model->setSearched(m_columns->chosen());
    loadState();
    showOverlay();
}

RecordTable::~RecordTable() = default;

void RecordTable::setupConnections()
{
    connect(m_view, &RecordView::currentIdChanged, this, &RecordTable::currentChanged);
    connect(m_view, &RecordView::selectedIdsChanged, this, &RecordTable::selectionChanged);
    connect(m_view, &RecordView::opened, this, &RecordTable::opened);
    connect(m_view, &RecordView::boxToggled, this, &RecordTable::boxToggled);
    connect(m_view, &RecordView::filesDropped, this, &RecordTable::filesDropped);
    connect(m_view, &RecordView::digitPressed, this, [this](int digit) { emit digitPressed(digit, actingIds()); });
    connect(m_view, &RecordView::deletePressed, this, [this] { emit deleteRequested(actingIds()); });
    connect(m_view, &RecordView::letterPressed, this, [this](QChar c) { emit letterPressed(c, currentId()); });
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { emit menuRequested(m_view->viewport()->mapToGlobal(at), actingIds()); });
    connect(m_view->recordDelegate(), &RecordDelegate::edited, this, &RecordTable::edited);
    RecordHeader *header = m_view->recordHeader();
    connect(header, &RecordHeader::boxClicked, m_view, &RecordView::toggleAllShown);
    connect(header, &RecordHeader::sortAsked, this, &RecordTable::sortAsked);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu *menu = columnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->mapToGlobal(at));
    });
    connect(m_columns.get(), &ColumnLayout::changedByPerson, this, &RecordTable::saveState);
    connect(m_columns.get(), &ColumnLayout::chosenChanged, this, [this] { m_model->setSearched(m_columns->chosen()); });
    connect(m_model, &RecordTableModel::shownChanged, this, [this](int shown, int total) {
        showOverlay();
        emit shownChanged(shown, total);
    });
}

void RecordTable::setBoxShown(bool shown)
{
    m_columns->setBoxShown(shown);
}

void RecordTable::setTwoLineRows(bool on)
{
    m_view->recordDelegate()->setTwoLine(on);
    m_view->doItemsLayout();
}

void RecordTable::setTakesFiles(bool on)
{
    m_view->setDragDropMode(on ? QAbstractItemView::DropOnly : QAbstractItemView::NoDragDrop);
}

void RecordTable::setTypeAhead(bool on)
{
    m_view->setTypeAhead(on);
}

void RecordTable::setHeaderPeriod(const QString &column, const paint::Period &window)
{
    if (const int at = columnOf(column); at >= 0)
        m_view->recordHeader()->setPeriod(at + 1, window);
}

void RecordTable::setEmpty(const QString &iconName, const QString &title, const QString &sentence, QWidget *first,
                           QWidget *second)
{
    m_empty->setContent(iconName, title, sentence);
    for (QWidget *button : { first, second }) {
        if (button)
            m_empty->addButton(button);
    }
}

void RecordTable::setNoMatch(const QString &sentence)
{
    m_noMatch->setContent(QStringLiteral("list-filter"), sentence, {});
}

void RecordTable::setFilterText(const QString &text)
{
    m_model->setText(text);
}

void RecordTable::setChips(const QList<Chip> &chips)
{
    m_model->setChips(chips);
}

void RecordTable::sortBy(const QString &column, Qt::SortOrder order)
{
    if (const int at = columnOf(column); at >= 0) {
        m_model->setSort(at, order);
        saveState();
    }
}

void RecordTable::sortAsked(int section)
{
    const RecordIndex &records = m_model->records();
    const bool again = records.sortColumn() == section - 1;
    const bool down = again && records.sortOrder() == Qt::AscendingOrder;
    m_model->setSort(section - 1, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    saveState();
}

QMenu *RecordTable::sortMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Sort by"), parent);
    const RecordIndex &records = m_model->records();
    for (int at = 0; at < m_source.columns().size(); ++at) {
        const bool sorted = records.sortColumn() == at;
        const QString order = records.sortOrder() == Qt::AscendingOrder ? tr("ascending") : tr("descending");
        const QString &title = m_source.columns().at(at).title;
        QAction *action = menu->addAction(sorted ? tr("%1, %2").arg(title, order) : title);
        action->setCheckable(true);
        action->setChecked(sorted);
        connect(action, &QAction::triggered, this, [this, at] { sortAsked(at + 1); });
    }
    return menu;
}

void RecordTable::groupBy(const QString &grouping)
{
    const QList<GroupingInfo> &all = m_source.groupings();
    const auto found
        = std::find_if(all.begin(), all.end(), [&grouping](const GroupingInfo &g) { return g.id == grouping; });
    m_model->setGrouping(found == all.end() ? -1 : static_cast<int>(found - all.begin()));
    saveState();
}

QString RecordTable::grouping() const
{
    const int at = m_model->records().grouping();
    return at < 0 ? QString() : m_source.groupings().at(at).id;
}

void RecordTable::setShowOnce(bool once)
{
    m_model->setShowOnce(once);
    saveState();
}

void RecordTable::expandAllGroups(bool expanded)
{
    for (int row = 0; row < m_model->rowCount() && m_model->records().grouped(); ++row)
        m_view->setGroupExpanded(m_model->index(row, 0), expanded);
}

void RecordTable::setColumnShown(const QString &column, bool shown)
{
    m_columns->setShown(column, shown);
}

bool RecordTable::columnShown(const QString &column) const
{
    return m_columns->shown(column);
}

qint64 RecordTable::currentId() const
{
    return m_view->currentId();
}

void RecordTable::setCurrentId(qint64 id)
{
    m_view->setCurrentId(id);
}

QList<qint64> RecordTable::selectedIds() const
{
    return m_view->selectedIds();
}

void RecordTable::setSelectedIds(const QList<qint64> &ids)
{
    m_view->setSelectedIds(ids);
}

void RecordTable::clearSelection()
{
    m_view->clearSelection();
}

bool RecordTable::selectNext(int step)
{
    return m_view->moveCurrent(step);
}

void RecordTable::editCurrent(const QString &column)
{
    const int at = columnOf(column);
    const QModelIndex cell = m_view->currentIndex().siblingAtColumn(at + 1);
    if (at < 0 || !cell.flags().testFlag(Qt::ItemIsEditable))
        return;
    m_view->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate); // commitEditor() looks there
    m_view->edit(cell);
}

QList<qint64> RecordTable::actingIds() const
{
    const QList<qint64> selected = selectedIds();
    if (!selected.isEmpty())
        return selected;
    return currentId() == 0 ? QList<qint64>() : QList<qint64> { currentId() };
}

int RecordTable::columnOf(const QString &id) const
{
    const QList<ColumnInfo> &columns = m_source.columns();
    const auto found = std::find_if(columns.begin(), columns.end(), [&id](const ColumnInfo &c) { return c.id == id; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

QMenu *RecordTable::columnMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    for (const ColumnInfo &column : m_source.columns()) {
        QAction *action = menu->addAction(column.title);
        action->setCheckable(true);
        action->setChecked(m_columns->shown(column.id));
        action->setEnabled(!column.flex); // the main column stays
        connect(action, &QAction::toggled, this, [this, id = column.id](bool on) { setColumnShown(id, on); });
    }
    return menu;
}

QVariantMap RecordTable::viewState() const
{
    QVariantMap state = m_columns->state();
    const RecordIndex &records = m_model->records();
    state.insert(QStringLiteral("sort"), m_source.columns().at(records.sortColumn()).id);
    state.insert(QStringLiteral("descending"), records.sortOrder() == Qt::DescendingOrder);
    state.insert(QStringLiteral("group"), grouping());
    state.insert(QStringLiteral("once"), records.showOnce());
    return state;
}

void RecordTable::applyViewState(const QVariantMap &state)
{
    m_loading = true;
    m_columns->apply(state);
    sortBy(state.value(QStringLiteral("sort")).toString(),
           state.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    groupBy(state.value(QStringLiteral("group")).toString());
    setShowOnce(state.value(QStringLiteral("once")).toBool());
    m_loading = false;
    saveState();
}

void RecordTable::loadState()
{
    const QVariantMap state = m_state ? m_state->load(m_name) : QVariantMap();
    m_remembered = !state.isEmpty();
    if (m_remembered)
        applyViewState(state);
}

void RecordTable::setDefaults(const QString &sortColumn, Qt::SortOrder order, const QString &grouping)
{
    if (m_remembered)
        return;
    m_loading = true; // a default is not a choice, so it is not remembered
    sortBy(sortColumn, order);
    groupBy(grouping);
    m_loading = false;
}

void RecordTable::saveState()
{
    if (m_state && !m_loading)
        m_state->save(m_name, viewState());
}

void RecordTable::showOverlay()
{
    const bool empty = total() == 0;
    const bool noMatch = !empty && shown() == 0;
    m_empty->setGeometry(rect());
    m_empty->setVisible(empty);
    m_empty->raise();
    m_noMatch->setGeometry(rect().adjusted(0, m_view->recordHeader()->height(), 0, 0));
    m_noMatch->setVisible(noMatch);
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showOverlay();
}

bool RecordTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) // the viewport's width: a scroll bar takes room from the columns
        m_columns->fit(m_view->viewport()->width());
    return QWidget::eventFilter(watched, event);
}

} // namespace tb
