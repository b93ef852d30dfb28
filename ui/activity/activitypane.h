#pragma once

#include "model/store/replay.h"
#include "ui/activity/activityinspector.h"
#include "ui/shell/recordpane.h"

#include <QPointer>

namespace tb {

class Job;
class ProgressStrip;

/// The activity log: every entry as a sentence, newest first, with what it changed, its place in the chain and the ways
/// back. Read-only but for those.
class ActivityPane final : public RecordPane
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
    QString statusText() const override;

protected:
    QString countText(int shown, int total) const override;
    QString rowHints() const override;
    void showCurrent() override;

private:
    void setupTable();
    void setupActions();
    void setupConnections();
    void load();
    void takeIn(const QList<ActivityRow> &rows, bool older);
    void openWanted();
    ActivityInspector::Detail headOf(const ActivityRow &row);
    void addWaysBack(ActivityInspector::Detail &detail);
    void addRecord(ActivityInspector::Detail &detail) const;
    void readFields(const ActivityInspector::Detail &detail);
    void reportReturn(const Result<ChangeSet> &done);
    void revertCurrent();
    void undoToCurrent();
    void copyHash();

    void showChain();
    void showFault(const LogFault &fault, qsizetype others);
    void verify();
    void askExport();
    void exportTo(const QString &path);
    void finishWork();

    TableRecords<ActivityRow> &m_rows;
    ActivityInspector *m_inspector; // child
    ProgressStrip *m_progress; // child
    QAction *m_verify = nullptr; // child
    QAction *m_export = nullptr; // child
    QPointer<Job> m_loading;
    QPointer<Job> m_fields; ///< reads a long entry for the inspector
    QPointer<Job> m_work; ///< a check or an export
    qint64 m_first = 0; ///< entries above this number and up to m_last are in the table
    qint64 m_last = 0;
    qint64 m_wanted = 0; ///< to be opened when it has been read
    qint64 m_faultAt = 0; ///< what the strip's action opens
    bool m_faultShown = false; ///< the strip is about the chain
};

} // namespace tb
