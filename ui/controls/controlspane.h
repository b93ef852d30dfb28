#pragma once

#include "ui/common/tablerecords.h"
#include "ui/controls/controlrow.h"
#include "ui/shell/pane.h"
#include "ui/shell/panecontext.h"

class QSplitter;

namespace tb {

class BulkBar;
class ChipBar;
class ControlInspector;
class PaneHeader;
class ProblemStrip;
class RecordTable;

/// The control matrix: every control under its criteria, with filter, bulk edit and the inspector.
class ControlsPane final : public Pane
{
    Q_OBJECT

public:
    explicit ControlsPane(const PaneContext &context, QWidget *parent = nullptr);
    ~ControlsPane() override;

    QString id() const override { return QStringLiteral("controls"); }
    QString title() const override { return tr("Control matrix"); }
    QString iconName() const override { return QStringLiteral("table-2"); }
    void closed() override;
    bool shows(const QString &table) const override;
    bool showRecord(const QString &table, qint64 id) override;
    void setFilterText(const QString &text) override;
    void focusFilter() override;
    QList<QWidget *> regions() override;
    void toggleInspector() override;
    QString statusText() const override;
    QString keyHints() const override;

private:
    void setupTable();
    void setupActions();
    void setupConnections();
    QAction *addPaneAction(const QString &name, const QString &icon, const QKeySequence &keys,
                           void (ControlsPane::*slot)());
    QMenu *choiceMenu(const QString &field, const QList<Choice> &choices);

    void refresh(const ChangeSet &changes);
    void showCurrent();
    void showCounts();
    QList<ControlId> acting() const; ///< the selection, else the current row
    void report(const Result<ChangeSet> &done, bool bulk);

    void editCell(qint64 id, const QString &column, const QVariant &value);
    void editField(const QString &field, const QVariant &value);
    void setOnActing(const QString &field, const QVariant &value);
    void setStatus(const QString &choice, const QList<ControlId> &ids);
    void askNotApplicable(const QList<ControlId> &ids);
    void signOffAs(const QList<ControlId> &ids);
    void createControl();
    void duplicateControl();
    void deleteControls();
    void linkCriteria();
    void linkEvidence();
    void askDueDate();
    void askTag();
    void showMenu(const QPoint &at);

    PaneContext m_context;
    TableRecords<ControlRow> m_rows;
    PaneHeader *m_header; // child
    RecordTable *m_table; // child
    ChipBar *m_chips; // child
    BulkBar *m_bulk; // child
    ControlInspector *m_inspector; // child
    ProblemStrip *m_problem; // child
    QSplitter *m_splitter; // child
    QList<QAction *> m_editing; ///< off while the project is read-only
};

} // namespace tb
