#pragma once

#include "model/evidence/attach.h"
#include "model/evidence/extract.h"
#include "model/subjects.h"
#include "ui/common/tablerecords.h"
#include "ui/evidence/evidencerow.h"
#include "ui/shell/pane.h"
#include "ui/shell/panecontext.h"

#include <memory>

class QMenu;
class QPushButton;
class QSplitter;

namespace tb {

class BulkBar;
class ChipBar;
class DropZone;
class EvidenceInspector;
class EvidenceIntake;
class EvidenceLegend;
class NoticeStrip;
class PaneHeader;
class PrivateFolder;
class ProblemStrip;
class ProgressStrip;
class RecordTable;

/// Everything collected and what is still missing: drop, date, link, look inside, take out again.
class EvidencePane final : public Pane
{
    Q_OBJECT

public:
    explicit EvidencePane(const PaneContext &context, QWidget *parent = nullptr);
    ~EvidencePane() override;

    QString id() const override { return QStringLiteral("evidence"); }
    QString title() const override { return tr("Evidence"); }
    QString iconName() const override { return QStringLiteral("paperclip"); }
    int badge() const override { return m_badge; }
    void closed() override;
    bool shows(const QString &table) const override { return table == QLatin1String("evidence"); }
    bool showRecord(const QString &table, qint64 id) override;
    void setFilterText(const QString &text) override;
    void focusFilter() override;
    QList<QWidget *> regions() override;
    void toggleInspector() override;
    QString statusText() const override;
    QString keyHints() const override;

    /// Takes files in and links them to @p control, if any: what a drop on its row in the matrix does.
    void takeFiles(const QStringList &paths, ControlId control) override;
    bool isTaking() const; ///< files are still coming in: closing would stop them
    /// How a copy in the private folder is opened; the desktop's way unless a test says otherwise.
    void setOpener(std::function<bool(const QString &path)> opener) { m_opener = std::move(opener); }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Slot = void (EvidencePane::*)();

    void layOut();
    void setupTable();
    void setupDropZone();
    void setupActions();
    void setupBulkBar();
    void setupConnections();
    QAction *addPaneAction(const QString &name, const QString &icon, const QKeySequence &keys, Slot slot,
                           bool edits = true);
    QMenu *ownerMenu();
    QMenu *shareMenu();

    void refresh(const ChangeSet &changes);
    void refreshTouched(const EvidenceTouched &touched);
    void assignAll();
    void count(const EvidenceRow *row, int sign);
    void setDropCompact(bool compact);
    void showWindow();
    void showCurrent();
    void showCounts();
    QList<EvidenceId> acting() const; ///< the selection, else the current row; only what is collected
    QList<Evidence> actingItems() const;
    void report(const Result<ChangeSet> &done, bool bulk);
    void complain(const Error &error);

    void editFields(const QList<FieldValue> &values);
    void setOnActing(const QList<FieldValue> &values);
    void dropOn(const QStringList &paths, qint64 row);
    void take(const AttachRequest &request);
    void finishIntake(const Result<AttachResult> &result);
    void offerPeriods(const AttachResult &result);
    void usePeriods();
    void addFiles();
    void addFolder();
    void paste();
    void linkControls();
    void unlink(ControlId control);
    void askDates();
    void askTag();
    void withhold();
    void replaceFile();
    void deleteItems();
    void eraseItems();
    void saveCopies();
    void extractTo(const QString &target, const QList<Evidence> &items);
    void finishExtraction(const Result<Extraction> &done);
    void openExternally();
    void open(const Result<QString> &path);
    void whenPlainIsFine(const std::function<void()> &then);
    void showMenu(const QPoint &at);

    PaneContext m_context;
    TableRecords<EvidenceRow> m_rows;
    PaneHeader *m_header; // child
    RecordTable *m_table; // child
    ChipBar *m_chips; // child
    BulkBar *m_bulk; // child
    DropZone *m_drop; // child
    EvidenceLegend *m_legend; // child
    EvidenceInspector *m_inspector; // child
    ProblemStrip *m_problem; // child
    NoticeStrip *m_notice; // child
    ProgressStrip *m_progress; // child: files coming in
    ProgressStrip *m_extracting; // child: copies going out
    EvidenceIntake *m_intake; // child
    QSplitter *m_splitter; // child
    QList<QAction *> m_actions; ///< in the order of the context menu
    QList<AttachResult::Added> m_offered; ///< periods that file names gave
    std::unique_ptr<PrivateFolder> m_private; ///< for other programs; made when first needed, wiped with the pane
    std::function<bool(const QString &)> m_opener;
    QList<QPushButton *> m_dropButtons; // children
    int m_attention = 0; ///< rows that need someone now
    int m_collected = 0; ///< rows with an item behind them
    int m_badge = 0; ///< m_attention as last announced
    bool m_plainIsFine = false; ///< the person knows that copies outside are not encrypted
};

} // namespace tb
