#pragma once

#include "ui/common/recordindex.h"

#include <QAbstractItemModel>
#include <QTimer>

namespace tb {

/// Records of a source as a tree of groups and rows, or as a flat list. Model column 0 is the box; column n+1 is the
/// source's column n. A difference becomes inserts, removals and dataChanged; filter, sort and group become a reset.
class RecordTableModel final : public QAbstractItemModel, public RecordSource::Listener
{
    Q_OBJECT

public:
    enum Role { CellRole = Qt::UserRole, SortRole, IdRole, SlotRole, GroupRole, RepeatRole, EditableRole, BoxRole };
    static constexpr int BoxColumn = 0;

    explicit RecordTableModel(RecordSource &source, QObject *parent = nullptr);
    ~RecordTableModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Takes tool tips and descriptions of columns; title and alignment are the source's.
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const RecordIndex &records() const { return m_index; }
    const RecordSource &source() const { return m_source; }

    void setText(const QString &text);
    void setChips(const QList<Chip> &chips);
    void setSort(int column, Qt::SortOrder order); ///< the source's column
    void setGrouping(int grouping);
    void setShowOnce(bool once);
    void setSearched(const QList<int> &columns);

    bool isGroup(const QModelIndex &index) const;
    const RecordIndex::Group *groupAt(const QModelIndex &index) const; ///< null for a record's row
    GroupSummary summaryAt(const QModelIndex &group) const;
    int slotAt(const QModelIndex &index) const; ///< -1 for a group
    qint64 idAt(const QModelIndex &index) const; ///< 0 for a group
    /// First row of the record, or all its rows; column 0.
    QModelIndex indexOf(qint64 id) const;
    QModelIndexList indexesOf(qint64 id) const;

    void sourceAboutToReset() override;
    void sourceReset() override;
    void sourceTouched(const QList<int> &touched) override;

signals:
    void mergeStarts(); ///< a difference is about to arrive as ranges
    void merged();
    void shownChanged(int shown, int total); ///< records, each counted once

private:
    struct Shown
    {
        quintptr serial = 0; ///< names the group in model indexes for as long as it exists; 0: no group
        RecordIndex::Group group;
        mutable bool summarised = false;
        mutable GroupSummary summary;
    };

    template <class Change> void relayout(Change change);
    void takeLayout();
    Shown shownOf(const RecordIndex::Group &group);
    int placeOf(quintptr serial) const;
    void mergeGroups(const QSet<int> &dirty);
    void mergeRows(int place, const QList<RecordIndex::Row> &next, const QSet<int> &dirty);
    void removeGroupsGone();
    void announceTouched(const QSet<int> &dirty);
    QVariant groupData(const QModelIndex &index, int role) const;
    QVariant recordData(int slot, const QModelIndex &index, int role) const;
    QString spoken(int slot, int column, const QModelIndex &index) const;
    const RecordIndex::Row *rowAt(const QModelIndex &index) const;

    RecordSource &m_source;
    RecordIndex m_index;
    QTimer m_gathering; ///< while the window is idle, so that the first letter typed finds the words gathered
    QList<Shown> m_shown; ///< what the view has been told; m_index may be ahead while a difference is merged
    QHash<quintptr, int> m_places;
    QHash<QString, quintptr> m_serials;
    quintptr m_nextSerial = 1;
    bool m_grouped = false;
    QHash<std::pair<int, int>, QVariant> m_headerNotes; ///< by section and role
};

} // namespace tb
