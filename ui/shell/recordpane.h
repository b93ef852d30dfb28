#pragma once

#include "model/change.h"
#include "model/result.h"
#include "ui/common/tablerecords.h"
#include "ui/shell/pane.h"
#include "ui/shell/panecontext.h"

#include <memory>

class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace tb {

class BulkBar;
class ChipBar;
class InspectorFrame;
class PaneHeader;
class ProblemStrip;
class RecordTable;

/// The frame of a pane that is a list and an inspector: header, filter bar, table, bulk bar, problem strip and the
/// inspector beside them, joined to each other. What derives brings columns, chips and inspector, and acts.
class RecordPane : public Pane
{
    Q_OBJECT

public:
    ~RecordPane() override;

    void opened() override; ///< starts with the first record beside the list, not with an empty inspector
    void closed() override; ///< commits what is being typed
    bool hasUnsaved() const override;
    /// By default a record of a table that is shown here: its row.
    bool showRecord(const QString &table, qint64 id) override;
    void setFilterText(const QString &text) override;
    void focusFilter() override;
    QWidget *toastGround() override; ///< the table: the bulk bar and what stands below it stay free
    QList<QWidget *> regions() override;
    void toggleInspector() override;
    QString statusText() const override;
    QString keyHints() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

    /// @p name keys what is remembered ("controls") and names the widgets. @p rows is what the table shows.
    RecordPane(const PaneContext &context, const QString &title, const QString &name,
               std::unique_ptr<RecordSource> rows, InspectorFrame *inspector, QWidget *parent);

    const PaneContext &context() const { return m_context; }
    PaneHeader &header() { return *m_header; }
    RecordTable &table() { return *m_table; }
    const RecordTable &table() const { return *m_table; }
    ChipBar &chips() { return *m_chips; }
    BulkBar &bulk() { return *m_bulk; }
    ProblemStrip &problem() { return *m_problem; }
    /// The rows given to the constructor, which hold records of type @p Row.
    template <class Row> TableRecords<Row> &rowsOf() { return static_cast<TableRecords<Row> &>(*m_rows); }
    /// The inspector given to the constructor, which is a @p T.
    template <class T> T *inspectorAs() { return static_cast<T *>(m_inspector); }

    void addAboveTable(QWidget *widget); ///< below the filter bar; takes ownership
    void addBelowTable(QWidget *widget); ///< takes ownership

    enum class Needs { Nothing, Writing };
    /// A command of the pane with its shortcut; off, with the reason, where it needs writing and the project is
    /// read-only.
    template <class P>
    QAction *addCommand(const QString &name, const QString &icon, const QKeySequence &keys, void (P::*run)(),
                        Needs needs = Needs::Writing)
    {
        QAction *action = makeCommand(name, icon, keys, needs);
        connect(action, &QAction::triggered, static_cast<P *>(this), run);
        return action;
    }
    /// The button of @p action in the pane's header; @p object names it.
    QPushButton *addHeaderButton(QAction *action, const QString &object, bool primary = false);
    /// An entry of the bulk bar that opens @p menu.
    void addBulkMenu(const QString &name, const QString &icon, QMenu *menu);

    /// Makes row @p id current; filters that hide it are lifted. False when it is not there.
    bool showRow(qint64 id);
    QList<qint64> actingRows() const; ///< the selection, else the current row
    /// Header count, bulk bar, note of the inspector and status line. Called by itself when any of it may differ.
    void showCounts();
    /// What keys do in the table, "Space toggles · F2 edits cell".
    virtual QString rowHints() const = 0;
    /// The sentence beside the title, "31 of 96 controls".
    virtual QString countText(int shown, int total) const = 0;
    /// The inspector shows the current row, or that there is none.
    virtual void showCurrent() = 0;

    /// Calls @p use with @p value, or, when that is the choice of a new person, with the key of the one whose name is
    /// asked for. Not called when the question is cancelled; the inspector then shows again what is stored.
    void withPerson(const QVariant &value, std::function<void(const QVariant &known)> use);

    /// Says what went wrong, unless it was cancelled.
    void complain(const Error &error);
    /// The outcome of a command; @p announced: a toast offers Undo, as after bulk edits and deletions.
    void report(const Result<ChangeSet> &done, bool announced);

private:
    void layOut(const QString &name);
    void setupConnections();
    QAction *makeCommand(const QString &name, const QString &icon, const QKeySequence &keys, Needs needs);

    PaneContext m_context;
    std::unique_ptr<RecordSource> m_rows; ///< outlives the table
    PaneHeader *m_header; // children from here on
    RecordTable *m_table;
    ChipBar *m_chips;
    BulkBar *m_bulk;
    ProblemStrip *m_problem;
    InspectorFrame *m_inspector;
    QSplitter *m_splitter;
    QVBoxLayout *m_column = nullptr; // of the splitter's left side
    bool m_widthKept = false; ///< the person chose the inspector's width
};

} // namespace tb
