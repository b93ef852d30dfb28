#include "ui/common/chipbar.h"

#include "ui/common/button.h"
#include "ui/common/chipbutton.h"
#include "ui/common/filterline.h"
#include "ui/common/flowlayout.h"
#include "ui/common/metrics.h"
#include "ui/common/recordtable.h"
#include "ui/common/valuepicker.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace tb {

ChipBar::ChipBar(RecordTable &table, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_filter(new FilterLine(QStringLiteral("list-filter"), tr("Filter rows"), tr("Ctrl F"), this))
    , m_flow(new FlowLayout(8))
    , m_add(makeButton(tr("Filter"), ButtonRole::Quiet, QStringLiteral("plus"), this))
    , m_group(makeButton({}, ButtonRole::Standard, {}, this))
    , m_columns(makeIconButton(QStringLiteral("columns-3"), tr("Columns"), {}, this))
    , m_trailing(new QHBoxLayout)
{
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setFixedWidth(metrics::scaled(168));
    m_columns->setAutoRaise(false);
    m_group->setProperty("tbMenu", true);
    m_flow->addWidget(m_filter);
    m_flow->addWidget(m_add);
    m_trailing->setSpacing(8);
    m_trailing->addWidget(m_group);
    m_trailing->addWidget(m_columns);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(m_flow, 1);
    layout->addLayout(m_trailing);
    layout->setAlignment(m_trailing, Qt::AlignTop);
    m_add->setVisible(!table.model().source().filters().isEmpty());
    m_group->setVisible(!table.model().source().groupings().isEmpty());

    connect(m_filter, &QLineEdit::textChanged, &table, &RecordTable::setFilterText);
    connect(m_filter, &FilterLine::leftByDown, &table, [&table] { table.setFocus(Qt::TabFocusReason); });
    connect(m_add, &QPushButton::clicked, this, &ChipBar::showFieldMenu);
    connect(m_group, &QPushButton::clicked, this, &ChipBar::showGroupMenu);
    connect(m_columns, &QToolButton::clicked, this, [this] {
        QMenu *menu = m_table.columnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 2)));
    });
    connect(&table, &RecordTable::clearFiltersRequested, this, [this] {
        setText({});
        setChips({});
    });
    connect(&table.model(), &QAbstractItemModel::modelReset, this, &ChipBar::nameGroup);
    nameGroup();
}

QString ChipBar::text() const
{
    return m_filter->text();
}

void ChipBar::setText(const QString &text)
{
    m_filter->setText(text);
}

void ChipBar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ChipBar::addTrailing(QWidget *widget)
{
    m_trailing->insertWidget(m_trailing->count() - 1, widget);
}

QList<Chip> ChipBar::chips() const
{
    QList<Chip> all;
    for (const ChipButton *chip : m_chips)
        all << chip->chip();
    return all;
}

void ChipBar::setChips(const QList<Chip> &chips)
{
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const Chip &chip : chips)
        addChip(chip);
    apply();
}

void ChipBar::apply()
{
    m_table.setChips(chips());
    emit chipsChanged(chips());
}

ChipButton *ChipBar::chipFor(const QString &field) const
{
    const auto found = std::find_if(m_chips.begin(), m_chips.end(),
                                    [&field](const ChipButton *chip) { return chip->chip().field == field; });
    return found == m_chips.end() ? nullptr : *found;
}

ChipButton *ChipBar::addChip(const Chip &chip)
{
    QString title = chip.field;
    for (const FilterInfo &field : m_table.model().source().filters()) {
        if (field.id == chip.field)
            title = field.title;
    }
    auto *button = new ChipButton(title, chip, this);
    button->setObjectName(QStringLiteral("chip_%1").arg(chip.field));
    m_chips << button;
    m_flow->insertWidget(static_cast<int>(m_chips.size()), button);
    button->show();
    setTabOrder(m_chips.size() > 1 ? static_cast<QWidget *>(m_chips.at(m_chips.size() - 2)) : m_filter, button);
    connect(button, &ChipButton::editAsked, this, [this, button] { pickValues(button->chip().field, button); });
    connect(button, &ChipButton::removeAsked, this, [this, field = chip.field] {
        setValues(field, {});
        m_filter->setFocus(Qt::TabFocusReason);
    });
    return button;
}

void ChipBar::setValues(const QString &field, const QStringList &values)
{
    ChipButton *chip = chipFor(field);
    if (values.isEmpty()) {
        m_chips.removeOne(chip);
        if (chip)
            chip->deleteLater(); // it may be the sender
        if (chip)
            chip->hide();
    } else if (chip) {
        chip->setChip({ field, values });
    } else {
        addChip({ field, values });
    }
    apply();
}

void ChipBar::showFieldMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FilterInfo &field : m_table.model().source().filters())
        connect(menu->addAction(field.title), &QAction::triggered, this,
                [this, id = field.id] { pickValues(id, m_add); });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
}

void ChipBar::pickValues(const QString &field, QWidget *anchor)
{
    const RecordSource &source = m_table.model().source();
    const QList<FilterInfo> &fields = source.filters();
    const auto found
        = std::find_if(fields.begin(), fields.end(), [&field](const FilterInfo &f) { return f.id == field; });
    if (found == fields.end())
        return;
    QMap<QString, int> counts; // sorted by what the person reads
    for (int slot = 0; slot < source.slotCount(); ++slot) {
        if (!source.alive(slot))
            continue;
        for (const QString &value : source.filterValues(slot, static_cast<int>(found - fields.begin())))
            ++counts[value];
    }
    const ChipButton *chip = chipFor(field);
    const QStringList chosen = chip ? chip->chip().values : QStringList();
    auto *picker = new ValuePicker(counts.keys(), counts.values(), chosen, this);
    connect(picker, &ValuePicker::chosenChanged, this,
            [this, field](const QStringList &values) { setValues(field, values); });
    picker->move(anchor->mapToGlobal(QPoint(0, anchor->height() + 2)));
    picker->show();
    picker->setFocus();
}

void ChipBar::showGroupMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &title, const QString &id) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_table.grouping() == id);
        connect(action, &QAction::triggered, this, [this, id] { m_table.groupBy(id); });
    };
    for (const GroupingInfo &grouping : m_table.model().source().groupings())
        add(grouping.title, grouping.id);
    add(tr("None", "no grouping"), {});
    menu->addSeparator();
    menu->addMenu(m_table.sortMenu(menu));
    connect(menu->addAction(tr("Expand all")), &QAction::triggered, &m_table,
            [this] { m_table.expandAllGroups(true); });
    connect(menu->addAction(tr("Collapse all")), &QAction::triggered, &m_table,
            [this] { m_table.expandAllGroups(false); });
    QAction *once = menu->addAction(tr("Show once"));
    once->setToolTip(tr("A record of several groups stands only in the first"));
    once->setCheckable(true);
    once->setChecked(m_table.model().records().showOnce());
    connect(once, &QAction::toggled, &m_table, &RecordTable::setShowOnce);
    menu->popup(m_group->mapToGlobal(QPoint(0, m_group->height() + 2)));
}

void ChipBar::nameGroup()
{
    QString title = tr("None", "no grouping");
    for (const GroupingInfo &grouping : m_table.model().source().groupings()) {
        if (grouping.id == m_table.grouping())
            title = grouping.title;
    }
    m_group->setText(tr("Group: %1").arg(title));
}

} // namespace tb
