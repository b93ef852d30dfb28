#pragma once

#include "ui/common/recordtablemodel.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace tb {

class ColumnLayout;
class EmptyState;
class RecordView;
class ViewState;

/// The table of every pane: filter, chips, sort, groups, in-place editing and keyboard over the records of a source.
/// It shows and reports; the pane acts and puts the outcome into its TableRecords.
class RecordTable : public QWidget
{
    Q_OBJECT

public:
    /// @p source must outlive the table. @p name keys what @p state (may be null) remembers.
    RecordTable(RecordSource &source, const QString &name, ViewState *state = nullptr, QWidget *parent = nullptr);
    ~RecordTable() override;

    void setBoxShown(bool shown); ///< false: no box column, as in Activity
    void setTwoLineRows(bool on);
    void setTakesFiles(bool on); ///< dropped from other programs; not at first
    void setTypeAhead(bool on); ///< false: letters are reported by letterPressed
    void setHeaderPeriod(const QString &column, const paint::Period &window);
    /// What is shown when there are no records at all. Buttons may be null; ownership is taken.
    void setEmpty(const QString &iconName, const QString &title, const QString &sentence, QWidget *first = nullptr,
                  QWidget *second = nullptr);
    void setNoMatch(const QString &sentence); ///< e.g. "No control matches these filters"

    /// How the table starts when nothing is remembered: sort column, order and grouping (empty: none).
    void setDefaults(const QString &sortColumn, Qt::SortOrder order = Qt::AscendingOrder, const QString &grouping = {});
    void setFilterText(const QString &text);
    void setChips(const QList<Chip> &chips);
    void sortBy(const QString &column, Qt::SortOrder order = Qt::AscendingOrder);
    QMenu *sortMenu(QWidget *parent); ///< one line a column; the sorted one again turns the order; the caller owns it
    void groupBy(const QString &grouping); ///< empty: not grouped
    void setShowOnce(bool once);
    QString grouping() const;
    void expandAllGroups(bool expanded);
    void setColumnShown(const QString &column, bool shown);
    bool columnShown(const QString &column) const; ///< by choice; it may still be hidden for want of room

    qint64 currentId() const; ///< 0: none
    void setCurrentId(qint64 id); ///< also selects it
    QList<qint64> selectedIds() const;
    void setSelectedIds(const QList<qint64> &ids);
    void clearSelection();
    bool selectNext(int step); ///< +1 or -1, for the inspector's arrows
    void editCurrent(const QString &column); ///< opens the editor of that cell

    int shown() const { return m_model->records().shown(); }
    int total() const { return m_model->records().total(); }
    RecordTableModel &model() { return *m_model; }
    RecordView *view() const { return m_view; }
    QMenu *columnMenu(QWidget *parent); ///< to show or hide columns; the caller owns it
    QVariantMap viewState() const; ///< for named views
    void applyViewState(const QVariantMap &state);

signals:
    void currentChanged(qint64 id);
    void selectionChanged(const QList<qint64> &ids);
    void opened(qint64 id); ///< Enter: the focus should go to the inspector
    void edited(qint64 id, const QString &column, const QVariant &value);
    void boxToggled(qint64 id, bool on); ///< only when the box is the record's own state
    void digitPressed(int digit, const QList<qint64> &ids);
    void letterPressed(QChar letter, qint64 id);
    void deleteRequested(const QList<qint64> &ids);
    /// @p onId 0: beside the rows. @p remote more are on other computers and were left out.
    void filesDropped(const QStringList &paths, qint64 onId, int remote = 0);
    void menuRequested(const QPoint &globalPosition, const QList<qint64> &ids);
    void shownChanged(int shown, int total);
    void clearFiltersRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupConnections();
    QList<qint64> actingIds() const; ///< the selection, or the current row when nothing is selected
    int columnOf(const QString &id) const; ///< the source's column, -1 when unknown
    void sortAsked(int section);
    void showOverlay();
    void loadState();
    void saveState();

    RecordSource &m_source;
    RecordTableModel *m_model; // child
    RecordView *m_view; // child
    std::unique_ptr<ColumnLayout> m_columns;
    EmptyState *m_empty; // child
    EmptyState *m_noMatch; // child
    QString m_name;
    ViewState *m_state;
    bool m_loading = false;
    bool m_remembered = false; ///< a stored state was found at start
};

} // namespace tb
