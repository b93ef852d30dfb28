#include "ui/common/recordtablemodel.h"

#include <algorithm>

namespace tb {
namespace {
constexpr int gatheredAtOnce = 250; ///< rows; about a millisecond

using Row = RecordIndex::Row;

/// Rows of @p rows that are in the same order in @p other and not dirty, so that the rest is all that changes.
bool sameOrder(const QList<Row> &a, const QList<Row> &b, const QSet<int> &dirty)
{
    const auto skip = [&dirty](const QList<Row> &rows) {
        QList<int> kept;
        for (const Row &row : rows) {
            if (!dirty.contains(row.slot))
                kept << row.slot;
        }
        return kept;
    };
    return skip(a) == skip(b);
}

} // namespace

RecordTableModel::RecordTableModel(RecordSource &source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
    , m_index(source)
{
    m_source.setListener(this);
    takeLayout();
    connect(&m_gathering, &QTimer::timeout, this, [this] {
        if (!m_index.gather(gatheredAtOnce))
            m_gathering.stop();
    });
    m_gathering.start(0);
}

RecordTableModel::~RecordTableModel()
{
    m_source.forget(this);
}

QModelIndex RecordTableModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_shown.at(parent.row()).serial : 0);
}

QModelIndex RecordTableModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const int place = placeOf(child.internalId());
    return place < 0 ? QModelIndex() : createIndex(place, 0, quintptr(0));
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_grouped ? m_shown.size() : m_shown.constFirst().group.rows.size());
    if (!isGroup(parent) || parent.column() != 0)
        return 0;
    return static_cast<int>(m_shown.at(parent.row()).group.rows.size());
}

int RecordTableModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_source.columns().size()) + 1;
}

int RecordTableModel::placeOf(quintptr serial) const
{
    return m_places.value(serial, -1);
}

bool RecordTableModel::isGroup(const QModelIndex &index) const
{
    return m_grouped && index.isValid() && index.internalId() == 0;
}

const RecordIndex::Group *RecordTableModel::groupAt(const QModelIndex &index) const
{
    return isGroup(index) ? &m_shown.at(index.row()).group : nullptr;
}

const Row *RecordTableModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return nullptr;
    const int place = m_grouped ? placeOf(index.internalId()) : 0;
    if (place < 0 || index.row() >= m_shown.at(place).group.rows.size())
        return nullptr;
    return &m_shown.at(place).group.rows.at(index.row());
}

int RecordTableModel::slotAt(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row ? row->slot : -1;
}

qint64 RecordTableModel::idAt(const QModelIndex &index) const
{
    const int slot = slotAt(index);
    return slot < 0 ? 0 : m_source.id(slot);
}

GroupSummary RecordTableModel::summaryAt(const QModelIndex &group) const
{
    const Shown &shown = m_shown.at(group.row());
    if (!shown.summarised) {
        QList<int> members;
        members.reserve(shown.group.rows.size());
        for (const Row &row : shown.group.rows)
            members << row.slot;
        shown.summary = m_source.summary(m_index.grouping(), shown.group.key, members);
        if (shown.summary.count.isEmpty())
            shown.summary.count = QString::number(members.size());
        shown.summarised = true;
    }
    return shown.summary;
}

QModelIndexList RecordTableModel::indexesOf(qint64 id) const
{
    QModelIndexList found;
    const int slot = m_source.slotOf(id);
    if (slot < 0)
        return found;
    for (int place = 0; place < m_shown.size(); ++place) {
        const QList<Row> &rows = m_shown.at(place).group.rows;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).slot == slot)
                found << createIndex(row, 0, m_grouped ? m_shown.at(place).serial : 0);
        }
    }
    return found;
}

QModelIndex RecordTableModel::indexOf(qint64 id) const
{
    return indexesOf(id).value(0);
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isGroup(index))
        return groupData(index, role);
    const Row *row = rowAt(index);
    return row ? recordData(row->slot, index, role) : QVariant();
}

QVariant RecordTableModel::groupData(const QModelIndex &index, int role) const
{
    const GroupKey &key = m_shown.at(index.row()).group.key;
    const QString name = QStringList { key.code, key.title }.join(u' ').trimmed();
    switch (role) {
    case GroupRole: return true;
    case Qt::DisplayRole: return index.column() == BoxColumn ? name : QString();
    case Qt::AccessibleTextRole: {
        const GroupSummary summary = summaryAt(index);
        if (!summary.spoken.isEmpty())
            return summary.spoken;
        QStringList parts { name, summary.count, summary.trailing };
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QString RecordTableModel::spoken(int slot, int column, const QModelIndex &index) const
{
    const ColumnInfo &info = m_source.columns().at(column);
    QString text = m_source.text(slot, column);
    if (info.spokenTitle)
        text = QStringLiteral("%1: %2").arg(info.title, text);
    const Row *row = rowAt(index);
    return column == 0 && row && row->repeat ? tr("%1, shown again").arg(text) : text;
}

QVariant RecordTableModel::recordData(int slot, const QModelIndex &index, int role) const
{
    switch (role) {
    case IdRole: return m_source.id(slot);
    case SlotRole: return slot;
    case RepeatRole: return rowAt(index)->repeat;
    case GroupRole: return false;
    case BoxRole: return m_source.ownBox() ? QVariant(m_source.boxState(slot)) : QVariant();
    default: break;
    }
    const int column = index.column() - 1;
    if (column < 0)
        return role == Qt::AccessibleTextRole ? QVariant(m_source.text(slot, 0)) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return m_source.text(slot, column);
    case Qt::EditRole: return m_source.editValue(slot, column);
    case Qt::ToolTipRole: return m_source.toolTip(slot, column);
    case Qt::TextAlignmentRole: return QVariant::fromValue(m_source.columns().at(column).alignment | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return spoken(slot, column, index);
    case CellRole: return m_source.cell(slot, column);
    case SortRole: return m_source.sortKey(slot, column);
    case EditableRole: return m_source.editable(slot, column);
    default: return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    if (section == BoxColumn)
        return role == Qt::DisplayRole || spoken ? QVariant(tr("Select", "table column")) : QVariant();
    const ColumnInfo &info = m_source.columns().at(section - 1);
    if (spoken && m_index.sortColumn() == section - 1) {
        return m_index.sortOrder() == Qt::AscendingOrder ? tr("%1, sorted ascending").arg(info.title)
                                                         : tr("%1, sorted descending").arg(info.title);
    }
    if (role == Qt::DisplayRole || spoken)
        return info.title;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return m_headerNotes.value({ section, role });
    return role == Qt::TextAlignmentRole ? QVariant::fromValue(info.alignment | Qt::AlignVCenter) : QVariant();
}

bool RecordTableModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant &value, int role)
{
    const bool note = role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole;
    if (!note || orientation != Qt::Horizontal || section <= BoxColumn || section >= columnCount())
        return false;
    m_headerNotes.insert({ section, role }, value);
    emit headerDataChanged(orientation, section, section);
    return true;
}

Qt::ItemFlags RecordTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    if (isGroup(index))
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled | Qt::ItemNeverHasChildren;
    const int slot = slotAt(index);
    if (slot >= 0 && index.column() > 0 && m_source.editable(slot, index.column() - 1))
        flags |= Qt::ItemIsEditable;
    return flags;
}

RecordTableModel::Shown RecordTableModel::shownOf(const RecordIndex::Group &group)
{
    Shown shown;
    shown.group = group;
    if (m_index.grouped()) {
        quintptr &serial = m_serials[group.key.id];
        if (serial == 0)
            serial = m_nextSerial++;
        shown.serial = serial;
    }
    return shown;
}

void RecordTableModel::takeLayout()
{
    m_grouped = m_index.grouped();
    m_shown.clear();
    m_places.clear();
    for (const RecordIndex::Group &group : m_index.groups()) {
        m_shown << shownOf(group);
        m_places.insert(m_shown.constLast().serial, static_cast<int>(m_shown.size()) - 1);
    }
}

template <class Change> void RecordTableModel::relayout(Change change)
{
    beginResetModel();
    change();
    takeLayout();
    endResetModel();
    emit shownChanged(m_index.shown(), m_index.total());
}

void RecordTableModel::setText(const QString &text)
{
    if (text.simplified().toLower() != m_index.text())
        relayout([this, &text] { m_index.setText(text); });
}

void RecordTableModel::setChips(const QList<Chip> &chips)
{
    if (chips != m_index.chips())
        relayout([this, &chips] { m_index.setChips(chips); });
}

void RecordTableModel::setSort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_source.columns().size())
        return;
    relayout([this, column, order] { m_index.setSort(column, order); });
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RecordTableModel::setGrouping(int grouping)
{
    if (grouping != m_index.grouping() && grouping < m_source.groupings().size()) {
        m_serials.clear();
        relayout([this, grouping] { m_index.setGrouping(grouping); });
    }
}

void RecordTableModel::setShowOnce(bool once)
{
    if (once != m_index.showOnce())
        relayout([this, once] { m_index.setShowOnce(once); });
}

void RecordTableModel::setSearched(const QList<int> &columns)
{
    relayout([this, &columns] { m_index.setSearched(columns); });
    m_gathering.start(0);
}

void RecordTableModel::sourceAboutToReset()
{
    beginResetModel();
}

void RecordTableModel::sourceReset()
{
    m_index.rebuild();
    takeLayout();
    endResetModel();
    m_gathering.start(0);
    emit shownChanged(m_index.shown(), m_index.total());
}

void RecordTableModel::sourceTouched(const QList<int> &touched)
{
    m_index.touch(touched);
    const QSet<int> dirty(touched.begin(), touched.end());
    if (dirty.size() > 500 && dirty.size() * 4 > m_index.total()) { // a large import: one reset is cheaper than ranges
        relayout([] {});
        return;
    }
    emit mergeStarts();
    if (m_grouped)
        mergeGroups(dirty);
    else
        mergeRows(0, m_index.groups().constFirst().rows, dirty);
    announceTouched(dirty);
    emit merged();
    emit shownChanged(m_index.shown(), m_index.total());
}

void RecordTableModel::removeGroupsGone()
{
    QSet<QString> wanted;
    for (const RecordIndex::Group &group : m_index.groups())
        wanted.insert(group.key.id);
    for (int place = static_cast<int>(m_shown.size()) - 1; place >= 0; --place) {
        if (wanted.contains(m_shown.at(place).group.key.id))
            continue;
        beginRemoveRows({}, place, place);
        m_serials.remove(m_shown.at(place).group.key.id);
        m_shown.removeAt(place);
        m_places.clear();
        for (int i = 0; i < m_shown.size(); ++i)
            m_places.insert(m_shown.at(i).serial, i);
        endRemoveRows();
    }
}

void RecordTableModel::mergeGroups(const QSet<int> &dirty)
{
    removeGroupsGone();
    const QList<RecordIndex::Group> &next = m_index.groups();
    for (int place = 0; place < next.size(); ++place) {
        const bool present = place < m_shown.size() && m_shown.at(place).group.key.id == next.at(place).key.id;
        if (present) {
            mergeRows(place, next.at(place).rows, dirty);
            continue;
        }
        if (m_serials.contains(next.at(place).key.id)) { // groups changed their order: rare, so start afresh
            relayout([] {});
            return;
        }
        beginInsertRows({}, place, place);
        m_shown.insert(place, shownOf(next.at(place)));
        for (int i = place; i < m_shown.size(); ++i)
            m_places.insert(m_shown.at(i).serial, i);
        endInsertRows();
    }
}

void RecordTableModel::mergeRows(int place, const QList<Row> &next, const QSet<int> &dirty)
{
    QList<Row> &rows = m_shown[place].group.rows;
    m_shown[place].summarised = false;
    if (rows == next)
        return;
    const QModelIndex parent = m_grouped ? createIndex(place, 0, quintptr(0)) : QModelIndex();
    const auto slotsOf = [](const QList<Row> &list) {
        QList<int> all;
        all.reserve(list.size());
        for (const Row &row : list)
            all << row.slot;
        return all;
    };
    if (slotsOf(rows) == slotsOf(next)) { // only the repeat marks moved
        rows = next;
        emit dataChanged(index(0, 0, parent), index(static_cast<int>(rows.size()) - 1, columnCount() - 1, parent));
        return;
    }
    if (!sameOrder(rows, next, dirty)) {
        relayout([] {});
        return;
    }
    for (int row = static_cast<int>(rows.size()) - 1; row >= 0; --row) {
        if (!dirty.contains(rows.at(row).slot))
            continue;
        beginRemoveRows(parent, row, row);
        rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < next.size(); ++row) {
        if (row < rows.size() && rows.at(row).slot == next.at(row).slot) {
            rows[row] = next.at(row);
            continue;
        }
        beginInsertRows(parent, row, row);
        rows.insert(row, next.at(row));
        endInsertRows();
    }
}

void RecordTableModel::announceTouched(const QSet<int> &dirty)
{
    const int last = columnCount() - 1;
    for (int place = 0; place < m_shown.size(); ++place) {
        const QModelIndex parent = m_grouped ? createIndex(place, 0, quintptr(0)) : QModelIndex();
        const QList<Row> &rows = m_shown.at(place).group.rows;
        for (int row = 0; row < rows.size(); ++row) {
            if (dirty.contains(rows.at(row).slot))
                emit dataChanged(index(row, 0, parent), index(row, last, parent));
        }
        if (m_grouped)
            emit dataChanged(parent, index(place, last));
    }
}

} // namespace tb
