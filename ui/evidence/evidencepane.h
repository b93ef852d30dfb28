#pragma once

#include "model/evidence/attach.h"
#include "model/evidence/extract.h"
#include "model/job.h"
#include "model/subjects.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordindex.h"
#include "ui/evidence/evidencerow.h"
#include "ui/shell/recordpane.h"

#include <QSet>
#include <QTimer>

#include <memory>

class QMenu;
class QPushButton;

namespace tb {

class DropZone;
class EvidenceInspector;
class EvidenceIntake;
class EvidenceLegend;
class NoticeStrip;
class PrivateFolder;

/// Everything collected and what is still missing: drop, date, link, look inside, take out again.
class EvidencePane final : public RecordPane
{
    Q_OBJECT

public:
    explicit EvidencePane(const PaneContext &context, QWidget *parent = nullptr);
    ~EvidencePane() override;

    QString id() const override { return QStringLiteral("evidence"); }
    QString title() const override { return tr("Evidence"); }
    QString iconName() const override { return QStringLiteral("paperclip"); }
    int badge() const override { return m_badge; }
    bool shows(const QString &table) const override { return table == QLatin1String("evidence"); }

    /// Takes files in and links them to @p control, if any: what a drop on its row in the matrix does.
    void takeFiles(const QStringList &paths, ControlId control, int remote = 0) override;
    bool isBusy() const override; ///< files are still coming in
    /// How a copy in the private folder is opened; the desktop's way unless a test says otherwise.
    void setOpener(std::function<bool(const QString &path)> opener) { m_opener = std::move(opener); }

protected:
    QString countText(int shown, int total) const override;
    QString rowHints() const override;
    void showCurrent() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Slot = void (EvidencePane::*)();

    /// What the person looks at: whether it is still the same tells whether they went on working.
    struct Place
    {
        qint64 current = 0;
        QSet<qint64> selected;
        QList<Chip> chips;
        QString filter;

        bool operator==(const Place &) const = default;
    };

    void layOut();
    void setupTable();
    void setupDropZone();
    void setupActions();
    void setupBulkBar();
    void setupConnections();
    QAction *add(const QString &name, const QString &icon, const QKeySequence &keys, Slot slot,
                 Needs needs = Needs::Writing);
    QMenu *ownerMenu();
    QMenu *shareMenu();

    void refresh(const ChangeSet &changes);
    void refreshTouched(const EvidenceTouched &touched);
    void assignAll();
    void count(const EvidenceRow *row, int sign);
    void setDropCompact(bool compact);
    void showWindow();
    void showAttention();
    QList<EvidenceId> acting() const; ///< the selection, else the current row; only what is collected
    QList<Evidence> actingItems() const;

    void editFields(const QList<FieldValue> &values);
    void setFieldsOf(EvidenceId id, const QList<FieldValue> &values);
    void setOn(const QList<EvidenceId> &ids, const QList<FieldValue> &values);
    void dropOn(const QStringList &paths, qint64 row, int remote = 0);
    void take(const AttachRequest &request, int remote);
    void finishIntake(const Result<AttachResult> &result, int remote);
    void sayTaken(const AttachResult &done, int remote);
    Place place();
    Place whatIsLeftOf(Place before);
    bool isWaitedFor();
    void showTaken(const AttachResult &done);
    QString controlOf(const AttachResult &result) const;
    void offerPeriods(const AttachResult &result);
    void usePeriods();
    void addFiles();
    void addFolder();
    void paste();
    void linkControls();
    void unlink(ControlId control);
    void askDates();
    void askTag();
    void withhold(const QList<EvidenceId> &ids);
    void replaceFile();
    void deleteItems();
    void eraseItems();
    void erase(const QList<EvidenceId> &ids);
    void addStrip(ProgressStrip *strip);
    /// Runs @p work in the background with a strip and Cancel of its own.
    template <class T>
    void startWork(const QString &title, std::function<Result<T>(JobControl &)> work,
                   std::function<void(Result<T>)> done, int showAfterMs = 0);
    void saveCopies();
    void extractTo(const QString &target, const QList<Evidence> &items);
    void finishExtraction(const Result<Extraction> &done);
    void openExternally();
    void open(const Result<QString> &path);
    void showMenu(const QPoint &at);

    TableRecords<EvidenceRow> &m_rows;
    DropZone *m_drop; // child
    EvidenceLegend *m_legend; // child
    EvidenceInspector *m_inspector; // child
    NoticeStrip *m_notice; // child
    ProgressStrip *m_progress; ///< files coming in; owned by the window
    EvidenceIntake *m_intake; // child
    Place m_place; ///< where the person was when files began to come in
    QList<QAction *> m_actions; ///< in the order of the context menu
    QList<AttachResult::Added> m_offered; ///< periods that file names gave
    /// For other programs; made when first needed, wiped with the pane or with the last job that writes into it.
    std::shared_ptr<PrivateFolder> m_private;
    std::function<bool(const QString &)> m_opener;
    QSet<qint64> m_opening; ///< items on their way to another program
    QList<QPushButton *> m_dropButtons; // children
    int m_attention = 0; ///< rows that need someone now
    int m_collected = 0; ///< rows with an item behind them
    bool m_hasWindow = false; ///< the engagement has days that the legend is about
    int m_badge = 0; ///< m_attention as last announced
};

template <class T>
void EvidencePane::startWork(const QString &title, std::function<Result<T>(JobControl &)> work,
                             std::function<void(Result<T>)> done, int showAfterMs)
{
    auto *strip = new ProgressStrip;
    strip->setObjectName(QStringLiteral("working"));
    addStrip(strip);
    if (showAfterMs == 0)
        strip->start(title);
    else
        QTimer::singleShot(showAfterMs, strip, [strip, title] { strip->start(title); });
    Job *job = Job::start<T>(context().jobs, this, std::move(work), [strip, done](Result<T> result) {
        strip->finish();
        strip->deleteLater();
        done(std::move(result));
    });
    connect(job, &Job::progressed, strip, &ProgressStrip::setProgress);
    connect(strip, &ProgressStrip::cancelled, job, &Job::cancel);
}

} // namespace tb
