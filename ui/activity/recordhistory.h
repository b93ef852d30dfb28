#pragma once

#include "ui/activity/activityrow.h"
#include "ui/shell/panecontext.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tb {

class Job;

/// What happened to one record, newest first: the entries of the log that touched it or one of its links. A line leads
/// to its entry. Reads the log only while it is visible.
class RecordHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordHistory(const PaneContext &context, QWidget *parent = nullptr);

    void show(const QString &table, qint64 id);
    using QWidget::show;
    int count() const { return static_cast<int>(m_rows.size()); }

signals:
    void loaded();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow(const ChangeSet &changes);
    void load();
    void takeIn(const QList<ActivityRow> &newer);
    void showRows();
    QWidget *makeLine(const ActivityRow &row);

    PaneContext m_context;
    QVBoxLayout *m_lines; // of this
    QPointer<Job> m_job;
    QString m_table;
    qint64 m_id = 0;
    QList<ActivityRow> m_rows; ///< oldest first
    qint64 m_read = 0; ///< entries up to this number have been looked at
    bool m_stale = false;
};

} // namespace tb
