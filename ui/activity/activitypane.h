#pragma once

#include "model/store/replay.h"
#include "ui/activity/activityinspector.h"
#include "ui/common/tablerecords.h"
#include "ui/shell/pane.h"
#include "ui/shell/panecontext.h"

#include <QPointer>
#include <QTime>

class QSplitter;

namespace tb {

class ChipBar;
class Job;
class PaneHeader;
class ProblemStrip;
class ProgressStrip;
class RecordTable;

/// The activity log: every entry as a sentence, newest first, with what it changed, its place in the chain and the ways
/// back. Read-only but for those.
class ActivityPane final : public Pane
{
    Q_OBJECT

public:
    explicit ActivityPane(const PaneContext &context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("activity"); }
    QString title() const override { return tr("Activity"); }
    QString iconName() const override { return QStringLiteral("history"); }
    RailGroup group() const override { return RailGroup::Record; }
    bool shows(const QString &table) const override { return table == QLatin1String("activity"); }
    /// @p id is the entry's number. True as well for one that is still being read; it is shown when it arrives.
    bool showRecord(const QString &table, qint64 id) override;
    void setFilterText(const QString &text) override;
    void focusFilter() override;
    QList<QWidget *> regions() override;
    void toggleInspector() override;
    QString statusText() const override;
    QString keyHints() const override;

    /// The chain was found broken at entry @p seq: says so and opens there.
    void showFault(qint64 seq);

signals:
    /// A check made here has ended.
    void chainChecked(const tb::LogCheck &check);

private:
    void setupTable();
    void setupActions();
    void setupConnections();
    void load();
    void takeIn(const QList<ActivityRow> &rows, bool older);
    void openWanted();
    void showCurrent();
    void showCounts();
    ActivityInspector::Detail detailOf(const ActivityRow &row);
    void addWaysBack(ActivityInspector::Detail &detail);
    void report(const Result<ChangeSet> &done);
    void revertCurrent();
    void undoToCurrent();
    void copyHash();

    void check(bool deep);
    void showVerdict(const LogCheck &check, bool deep);
    void verify();
    void askExport();
    void exportTo(const QString &path);
    void finishWork();

    PaneContext m_context;
    TableRecords<ActivityRow> m_rows;
    PaneHeader *m_header; // child
    RecordTable *m_table; // child
    ChipBar *m_chips; // child
    ActivityInspector *m_inspector; // child
    ProblemStrip *m_problem; // child
    ProgressStrip *m_progress; // child
    QSplitter *m_splitter; // child
    QAction *m_verify = nullptr; // child
    QAction *m_export = nullptr; // child
    QPointer<Job> m_loading;
    QPointer<Job> m_work; ///< a check or an export
    qint64 m_first = 0; ///< entries above this number and up to m_last are in the table
    qint64 m_last = 0;
    qint64 m_wanted = 0; ///< to be opened when it has been read
    qint64 m_faultAt = 0; ///< what the strip's action opens
    bool m_checked = false; ///< the check that follows the first reading has been made
    bool m_plainIsFine = false; ///< the person agreed to an export outside the encrypted file
};

} // namespace tb
