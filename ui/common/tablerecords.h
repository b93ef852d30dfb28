#pragma once

#include "ui/common/recordsource.h"

#include <QHash>

#include <functional>

namespace tb {

/// A column of records of type T: what it shows, sorts and edits. Functions left empty fall back to @c display.
template <class T> struct Column : ColumnInfo
{
    std::function<QString(const T &)> display;
    std::function<QVariant(const T &)> value = {}; ///< what the painter needs
    std::function<QVariant(const T &)> sort = {}; ///< number, date or text; text sorts naturally (AC-2 before AC-10)
    std::function<QVariant(const T &)> edited = {}; ///< what the editor starts with
    std::function<QList<Choice>(const T &)> options = {};
    std::function<QString(const T &)> note = {}; ///< below the options, when something else than the chosen is shown
    std::function<bool(const T &)> canEdit = {};
    std::function<QString(const T &)> tip = {};
};

/// A way of grouping records of type T; a record may return several keys.
template <class T> struct Grouping : GroupingInfo
{
    std::function<QList<GroupKey>(const T &)> keys;
    std::function<GroupSummary(const GroupKey &, const QList<const T *> &)> summarise = {};
};

/// A field that chips filter by; the values are what the person sees.
template <class T> struct FilterField : FilterInfo
{
    std::function<QStringList(const T &)> values;
};

/// All that a table needs to know about records of type T.
template <class T> struct RecordSpec
{
    std::function<qint64(const T &)> id;
    QList<Column<T>> columns;
    QList<Grouping<T>> groupings = {};
    QList<FilterField<T>> filters = {};
    std::function<Qt::CheckState(const T &)> box = {}; ///< set when the box is the record's own state
};

/// The records of a table by value. A pane owns it, hands it to its RecordTable and then only assigns or puts.
template <class T> class TableRecords final : public RecordSource
{
public:
    explicit TableRecords(RecordSpec<T> spec);

    /// Replaces everything. Selection and current row are restored by id.
    void assign(QList<T> records);
    /// Takes over a difference: new and changed records by id, and the ids of removed ones.
    void put(const QList<T> &changed, const QList<qint64> &removed = {});

    const T *find(qint64 wanted) const; ///< null when unknown; valid until the next change
    QList<T> all() const;
    int count() const { return static_cast<int>(m_slots.size()); }

    int slotCount() const override { return static_cast<int>(m_records.size()); }
    bool alive(int slot) const override { return m_alive.at(slot); }
    qint64 id(int slot) const override { return m_spec.id(m_records.at(slot)); }
    int slotOf(qint64 wanted) const override { return m_slots.value(wanted, -1); }
    const QList<ColumnInfo> &columns() const override { return m_columns; }
    QString text(int slot, int column) const override { return col(column).display(m_records.at(slot)); }
    QVariant cell(int slot, int column) const override;
    QVariant sortKey(int slot, int column) const override;
    QVariant editValue(int slot, int column) const override;
    QList<Choice> choices(int slot, int column) const override;
    QString choiceNote(int slot, int column) const override;
    bool editable(int slot, int column) const override;
    QString toolTip(int slot, int column) const override;
    Qt::CheckState boxState(int slot) const override { return m_spec.box(m_records.at(slot)); }
    bool ownBox() const override { return static_cast<bool>(m_spec.box); }
    const QList<GroupingInfo> &groupings() const override { return m_groupings; }
    QList<GroupKey> groupKeys(int slot, int grouping) const override;
    GroupSummary summary(int grouping, const GroupKey &key, const QList<int> &members) const override;
    const QList<FilterInfo> &filters() const override { return m_filters; }
    QStringList filterValues(int slot, int filter) const override
    {
        return m_spec.filters.at(filter).values(m_records.at(slot));
    }

private:
    const Column<T> &col(int column) const { return m_spec.columns.at(column); }
    void append(const T &record);

    RecordSpec<T> m_spec;
    QList<ColumnInfo> m_columns;
    QList<GroupingInfo> m_groupings;
    QList<FilterInfo> m_filters;
    QList<T> m_records; ///< by slot, dead ones included
    QList<bool> m_alive;
    QHash<qint64, int> m_slots; ///< living records only
};

template <class T> TableRecords<T>::TableRecords(RecordSpec<T> spec) : m_spec(std::move(spec))
{
    for (const Column<T> &column : std::as_const(m_spec.columns))
        m_columns << column;
    for (const Grouping<T> &grouping : std::as_const(m_spec.groupings))
        m_groupings << grouping;
    for (const FilterField<T> &filter : std::as_const(m_spec.filters))
        m_filters << filter;
}

template <class T> void TableRecords<T>::append(const T &record)
{
    m_slots.insert(m_spec.id(record), slotCount());
    m_records << record;
    m_alive << true;
}

template <class T> void TableRecords<T>::assign(QList<T> records)
{
    if (listener())
        listener()->sourceAboutToReset();
    m_records.clear();
    m_alive.clear();
    m_slots.clear();
    m_slots.reserve(records.size());
    for (const T &record : std::as_const(records))
        append(record);
    if (listener())
        listener()->sourceReset();
}

template <class T> void TableRecords<T>::put(const QList<T> &changed, const QList<qint64> &removed)
{
    QList<int> touched;
    for (const qint64 gone : removed) {
        const int slot = slotOf(gone);
        if (slot < 0)
            continue;
        m_slots.remove(gone);
        m_alive[slot] = false;
        touched << slot;
    }
    for (const T &record : changed) {
        int slot = slotOf(m_spec.id(record));
        if (slot < 0) {
            slot = slotCount();
            append(record);
        } else {
            m_records[slot] = record;
        }
        touched << slot;
    }
    if (listener() && !touched.isEmpty())
        listener()->sourceTouched(touched);
}

template <class T> const T *TableRecords<T>::find(qint64 wanted) const
{
    const int slot = slotOf(wanted);
    return slot < 0 ? nullptr : &m_records.at(slot);
}

template <class T> QList<T> TableRecords<T>::all() const
{
    QList<T> living;
    for (int slot = 0; slot < slotCount(); ++slot) {
        if (m_alive.at(slot))
            living << m_records.at(slot);
    }
    return living;
}

template <class T> QVariant TableRecords<T>::cell(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.value ? c.value(m_records.at(slot)) : QVariant();
}

template <class T> QVariant TableRecords<T>::sortKey(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.sort ? c.sort(m_records.at(slot)) : QVariant(c.display(m_records.at(slot)));
}

template <class T> QVariant TableRecords<T>::editValue(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.edited ? c.edited(m_records.at(slot)) : QVariant(c.display(m_records.at(slot)));
}

template <class T> QList<Choice> TableRecords<T>::choices(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.options ? c.options(m_records.at(slot)) : QList<Choice>();
}

template <class T> QString TableRecords<T>::choiceNote(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.note ? c.note(m_records.at(slot)) : QString();
}

template <class T> bool TableRecords<T>::editable(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.edit != EditKind::None && (!c.canEdit || c.canEdit(m_records.at(slot)));
}

template <class T> QString TableRecords<T>::toolTip(int slot, int column) const
{
    const Column<T> &c = col(column);
    return c.tip ? c.tip(m_records.at(slot)) : QString();
}

template <class T> QList<GroupKey> TableRecords<T>::groupKeys(int slot, int grouping) const
{
    return m_spec.groupings.at(grouping).keys(m_records.at(slot));
}

template <class T>
GroupSummary TableRecords<T>::summary(int grouping, const GroupKey &key, const QList<int> &members) const
{
    const Grouping<T> &g = m_spec.groupings.at(grouping);
    if (!g.summarise)
        return {};
    QList<const T *> rows;
    rows.reserve(members.size());
    for (const int slot : members)
        rows << &m_records.at(slot);
    return g.summarise(key, rows);
}

} // namespace tb
