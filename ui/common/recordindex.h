#pragma once

#include "ui/common/recordsource.h"

#include <QBitArray>
#include <QHash>
#include <QSet>

namespace tb {

/// A chip: rows pass when the field has one of the values.
struct Chip
{
    QString field;
    QStringList values;
    bool operator==(const Chip &) const = default;
};

/// Text in a form whose plain order is the natural one: lower case, runs of digits padded.
QString naturalKey(const QString &text);

/// Which slots a table shows, in which order and groups: an index vector over lower-cased haystacks. Pure; no signals.
/// Haystacks, sort keys and group keys are built once for each slot and again only for touched slots.
class RecordIndex
{
public:
    struct Row
    {
        int slot = 0;
        bool repeat = false; ///< the record stands in an earlier group already
        bool operator==(const Row &) const = default;
    };
    struct Group
    {
        GroupKey key;
        QList<Row> rows;
    };

    explicit RecordIndex(const RecordSource &source);

    void setText(const QString &text);
    void setChips(const QList<Chip> &chips);
    void setSort(int column, Qt::SortOrder order);
    void setGrouping(int grouping); ///< -1: none
    void setShowOnce(bool once);
    void setSearched(const QList<int> &columns); ///< columns whose text the filter looks at

    void rebuild(); ///< everything is new
    void touch(const QList<int> &touched); ///< only these slots changed
    /// Builds up to @p most haystacks before anybody types; false when none is left.
    bool gather(int most);

    const QList<Group> &groups() const { return m_groups; } ///< one without a key when not grouped
    bool grouped() const { return m_grouping >= 0; }
    int grouping() const { return m_grouping; }
    int shown() const { return static_cast<int>(m_passing.size()); } ///< records, each counted once
    int total() const { return m_total; }
    QString text() const { return m_text; }
    const QList<Chip> &chips() const { return m_chips; }
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    bool showOnce() const { return m_showOnce; }
    bool filtered() const { return !m_text.isEmpty() || !m_chips.isEmpty(); }

    qint64 haystacksBuilt() const { return m_haystacksBuilt; } ///< for tests: work done, not time
    qint64 haystacksSearched() const { return m_haystacksSearched; }

private:
    struct SortKey
    {
        int kind = 2; ///< 0 number, 1 text, 2 nothing
        double number = 0;
        QString text;
    };

    static SortKey keyOf(const QVariant &value);
    static int compare(const SortKey &a, const SortKey &b);
    void resize();
    void dropCaches(int slot);
    const QByteArray &haystack(int slot);
    const QList<int> &groupsOf(int slot);
    bool passesChips(int slot) const;
    bool passesText(int slot, const QList<QByteArray> &words);
    void order();
    void judgeChips();
    void filter(bool narrowing);
    void layOut();

    const RecordSource &m_source;
    QString m_text;
    QList<Chip> m_chips;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_grouping = -1;
    bool m_showOnce = false;
    QList<int> m_searched;

    QList<QByteArray> m_haystacks; ///< by slot, UTF-8, which is searched twice as fast; null: not built
    QList<SortKey> m_sortKeys; ///< by slot, of the sort column
    QList<QList<int>> m_memberships; ///< by slot: positions in m_keys; empty: not known yet
    QList<GroupKey> m_keys; ///< every group key met
    QHash<QString, int> m_keyPositions;
    QBitArray m_chipsPass; ///< by slot
    QList<int> m_order; ///< living slots, sorted
    QList<int> m_passing; ///< living slots that pass, sorted
    QList<Group> m_groups;
    int m_total = 0;
    int m_gathered = 0; ///< slots below have a haystack, or had one before they were touched
    qint64 m_haystacksBuilt = 0;
    qint64 m_haystacksSearched = 0;
};

} // namespace tb
