#include "ui/activity/recordhistory.h"

#include "model/activity/logreading.h"
#include "model/job.h"
#include "model/project.h"
#include "model/store/changeset.h"
#include "model/store/projectstorage.h"
#include "model/subjects.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/textstyle.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtEndian>

namespace tb {

namespace {

constexpr qsizetype mostLines = 60; // older ones are found in the activity pane

bool touches(const RowDelta &row, const QString &table, qint64 id)
{
    if (row.table == table)
        return row.key == id;
    const LinkSpec *link = findLink(row.table);
    return link
        && ((table == QLatin1String(link->leftTable) && row.key == id)
            || (table == QLatin1String(link->rightTable) && row.secondKey == id));
}

/// A changeset stores every integer as eight bytes, big-endian: one that does not hold those of the key cannot be about
/// the record. Spares decoding all others.
bool mayTouch(const QByteArray &changes, qint64 id)
{
    char bytes[sizeof id];
    qToBigEndian(id, bytes);
    return changes.contains(QByteArray::fromRawData(bytes, sizeof bytes));
}

Result<QList<ActivityRow>> historyOf(ProjectStorage &storage, const QString &table, qint64 id, qint64 after,
                                     JobControl &job)
{
    QList<ActivityRow> rows;
    const Status done = visitLog(storage, { after }, job, [&](const LogEntry &entry) -> Status {
        if (!mayTouch(entry.changeset, id))
            return Ok {};
        bool touched = false;
        const Status read = changeset::read(entry.changeset, [&](const RowDelta &row) {
            touched = touches(row, table, id);
            return !touched;
        });
        if (touched && read)
            rows.append(activityRow(entry));
        return Ok {}; // one unreadable entry does not hide the others; the activity pane shows it
    });
    return done ? Result<QList<ActivityRow>>(rows) : done.error();
}

} // namespace

RecordHistory::RecordHistory(const PaneContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(16, 8, 16, 12);
    m_lines->setSpacing(2);
    connect(&m_context.project, &Project::changed, this, &RecordHistory::follow);
}

void RecordHistory::show(const QString &table, qint64 id)
{
    if (table == m_table && id == m_id)
        return;
    m_table = table;
    m_id = id;
    m_rows.clear();
    m_read = 0;
    delete m_job;
    m_stale = true;
    if (isVisible())
        load();
}

void RecordHistory::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
}

void RecordHistory::follow(const ChangeSet &)
{
    m_stale = m_id != 0;
    if (m_stale && isVisible())
        load();
}

void RecordHistory::load()
{
    if (m_job)
        return; // reads on when it is done
    m_stale = false;
    m_job = Job::start<QList<ActivityRow>>(
        m_context.jobs, this,
        [&storage = m_context.project.storage(), table = m_table, id = m_id, after = m_read](JobControl &job) {
            return historyOf(storage, table, id, after, job);
        },
        [this, upTo = m_context.project.head().seq](Result<QList<ActivityRow>> rows) {
            m_job.clear();
            if (rows) {
                m_read = std::max(m_read, upTo);
                takeIn(rows.value());
            } else {
                m_lines->addWidget(makeLabel(words::sentence(rows.error()), TextStyle::Small, Ink::Bad));
            }
            if (m_stale && isVisible())
                load();
        });
}

/// The job may have read further than the project knew of when it started, so entries can come twice.
void RecordHistory::takeIn(const QList<ActivityRow> &newer)
{
    for (const ActivityRow &row : newer) {
        if (m_rows.isEmpty() || row.seq > m_rows.last().seq)
            m_rows.append(row);
    }
    showRows();
    emit loaded();
}

void RecordHistory::showRows()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const qsizetype shown = std::min(mostLines, m_rows.size());
    for (qsizetype i = 0; i < shown; ++i)
        m_lines->addWidget(makeLine(m_rows.at(m_rows.size() - 1 - i)));
    const qsizetype older = m_rows.size() - shown;
    if (older > 0)
        m_lines->addWidget(makeLabel(older == 1 ? tr("1 older entry is in Activity")
                                                : tr("%1 older entries are in Activity").arg(words::number(older)),
                                     TextStyle::Small, Ink::Text2));
    else if (m_rows.isEmpty())
        m_lines->addWidget(makeLabel(tr("Nothing recorded yet"), TextStyle::Small, Ink::Text3));
    m_lines->addStretch();
}

QWidget *RecordHistory::makeLine(const ActivityRow &row)
{
    auto *line = new QWidget;
    auto *layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    QLabel *action = makeLabel(row.action);
    action->setWordWrap(true);
    head->addWidget(action, 1);
    QPushButton *open = makeButton(tr("Entry %1").arg(words::number(row.seq)), ButtonRole::Quiet);
    connect(open, &QPushButton::clicked, this,
            [this, seq = row.seq] { m_context.showRecord(QStringLiteral("activity"), seq); });
    head->addWidget(open, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(
        makeLabel(tr("%1 · %2").arg(row.actor, QLocale().toString(row.at, QStringLiteral("d MMM yyyy, HH:mm"))),
                  TextStyle::Small, Ink::Text2));
    return line;
}

} // namespace tb
