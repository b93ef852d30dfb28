// What the activity pane does: the two ways back, the check of the chain and the export of the log.
#include "model/job.h"
#include "model/project.h"
#include "model/store/projectstorage.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/activity/activitypane.h"
#include "ui/activity/logexport.h"
#include "ui/activity/logreading.h"
#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/paneheader.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/prompts.h"
#include "ui/common/recordtable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace tb {

namespace {

/// What was found wrong, and what that means.
QString faultSentence(const LogFault &fault)
{
    const auto say = [](const char *text) { return ActivityPane::tr(text); };
    const QString entry = words::number(fault.seq);
    switch (fault.kind) {
    case LogFault::Kind::Hash:
        return say(QT_TR_NOOP("Entry %1 was changed after it was written: its hash no longer covers what it says."))
            .arg(entry);
    case LogFault::Kind::Link:
        return say(QT_TR_NOOP("Entry %1 does not follow the entry before it: one of them was replaced.")).arg(entry);
    case LogFault::Kind::Missing: return say(QT_TR_NOOP("Entry %1 is missing from the log.")).arg(entry);
    case LogFault::Kind::Unreadable: return say(QT_TR_NOOP("What entry %1 recorded cannot be replayed.")).arg(entry);
    case LogFault::Kind::Table:
        return say(QT_TR_NOOP("A record (%1) is not what the log says it should be: it was changed outside the log."))
            .arg(words::subjectName(fault.table));
    case LogFault::Kind::Reference:
        return say(QT_TR_NOOP("A record (%1) refers to another one that does not exist."))
            .arg(words::subjectName(fault.table));
    }
    Q_UNREACHABLE();
}

} // namespace

void ActivityPane::setupActions()
{
    const auto add
        = [this](const QString &name, const QString &icon, const QString &object, void (ActivityPane::*slot)()) {
              auto *action = new QAction(tb::icon(icon), name, this);
              connect(action, &QAction::triggered, this, slot);
              addAction(action);
              QPushButton *button = makeButton(name, ButtonRole::Standard, icon);
              button->setObjectName(object);
              connect(button, &QPushButton::clicked, action, &QAction::trigger);
              connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
              m_header->addButton(button);
              return action;
          };
    m_verify = add(tr("Verify chain"), QStringLiteral("link"), QStringLiteral("verify"), &ActivityPane::verify);
    m_export
        = add(tr("Export log…"), QStringLiteral("download"), QStringLiteral("exportLog"), &ActivityPane::askExport);

    auto *copy = new QAction(tb::icon(QStringLiteral("copy")), tr("Copy the hash"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ActivityPane::copyHash);
    addAction(copy);
}

void ActivityPane::report(const Result<ChangeSet> &done)
{
    m_faultAt = 0;
    if (done) {
        m_problem->clear();
        m_context.announce(done.value());
    } else if (done.error().kind == Error::Kind::Conflict) {
        m_problem->setProblem(tr("This change cannot be taken back alone: something it touched has changed since. "
                                 "Revert the later change first, or use Undo to here."),
                              {}, done.error().detail);
    } else {
        m_problem->setProblem(words::sentence(done.error()), {}, done.error().detail);
    }
}

void ActivityPane::revertCurrent()
{
    if (m_table->currentId() && !m_context.readOnly)
        report(m_context.project.revert(m_table->currentId()));
}

void ActivityPane::undoToCurrent()
{
    if (m_table->currentId() && !m_context.readOnly)
        report(m_context.project.undoTo(m_table->currentId()));
}

void ActivityPane::copyHash()
{
    if (const ActivityRow *row = m_rows.find(m_table->currentId()))
        QGuiApplication::clipboard()->setText(QString::fromLatin1(row->hash.toHex()));
}

void ActivityPane::verify()
{
    m_progress->start(tr("Verifying the chain and every record"));
    check(true);
}

void ActivityPane::check(bool deep)
{
    if (m_work)
        return;
    m_checked = true;
    m_verify->setEnabled(false);
    m_export->setEnabled(false);
    m_work = Job::start<LogCheck>(
        m_context.jobs, this,
        [&storage = m_context.project.storage(), deep, entries = m_context.project.head().seq](JobControl &job) {
            return checkLog(storage, deep, entries, job);
        },
        [this, deep](Result<LogCheck> done) {
            finishWork();
            if (done)
                showVerdict(done.value(), deep);
            else if (done.error().kind == Error::Kind::Cancelled)
                m_context.toast(tr("The check was cancelled; nothing is known about the rest of the chain"), 0);
            else
                m_problem->setProblem(words::sentence(done.error()), {}, done.error().detail);
        });
    connect(m_work, &Job::progressed, m_progress, &ProgressStrip::setProgress);
}

void ActivityPane::showVerdict(const LogCheck &check, bool deep)
{
    if (check.faults.isEmpty()) {
        const QString time = QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm"));
        m_header->setPill({ Glyph::TickDisc, Tone::Ok, tr("Chain intact, checked %1").arg(time) });
        m_problem->clear();
        if (deep)
            m_context.toast(
                tr("%1 entries and every record agree; the chain is intact").arg(words::number(check.head.seq)), 0);
        emit chainChecked(check);
        return;
    }
    const LogFault &fault = check.faults.first();
    if (fault.seq > 0) {
        showFault(fault.seq);
    } else {
        m_faultAt = 0;
        m_header->setPill({ Glyph::Octagon, Tone::Bad, tr("Records differ from the log") });
    }
    const qsizetype more = check.faults.size() - 1;
    const QString advice = tr("Keep this file as it is and go back to a backup whose chain is intact.");
    m_problem->setProblem(faultSentence(fault) + QLatin1Char(' ') + advice,
                          fault.seq > 0 ? tr("Show the entry") : QString(),
                          more > 0 ? tr("%1 more faults were found.").arg(words::number(more)) : QString());
    emit chainChecked(check);
}

void ActivityPane::showFault(qint64 seq)
{
    m_faultAt = seq;
    m_header->setPill({ Glyph::Octagon, Tone::Bad, tr("Chain broken at entry %1").arg(words::number(seq)) });
    m_problem->setProblem(tr("The chain does not hold at entry %1: the log was changed outside Trustbench. Verify the "
                             "chain to learn more.")
                              .arg(words::number(seq)),
                          tr("Show the entry"));
    showRecord(QStringLiteral("activity"), seq);
}

void ActivityPane::askExport()
{
    const auto choose = [this] {
        m_context.prompts.saveFile(this,
                                   { tr("Export the activity log"),
                                     {},
                                     QStringLiteral("activity-log.csv"),
                                     tr("Comma-separated values (*.csv)") },
                                   [this](const QString &path) { exportTo(path); });
    };
    if (m_plainIsFine)
        return choose();
    const Prompts::Question question { tr("Write the log outside the encrypted project?"),
                                       tr("Anyone who can read the folder can read the names and values in it."),
                                       tr("Export the log"), tr("Cancel"), false };
    m_context.prompts.confirm(this, question, [this, choose](bool agreed) {
        m_plainIsFine = agreed;
        if (agreed)
            choose();
    });
}

void ActivityPane::exportTo(const QString &path)
{
    if (m_work)
        return;
    m_verify->setEnabled(false);
    m_export->setEnabled(false);
    m_progress->start(tr("Exporting the log"));
    m_work = Job::start<Ok>(
        m_context.jobs, this,
        [&storage = m_context.project.storage(), path, entries = m_context.project.head().seq](JobControl &job) {
            return exportLog(storage, path, entries, job);
        },
        [this, path](Status done) {
            finishWork();
            if (done)
                m_context.toast(tr("The log was exported to %1").arg(path), 0);
            else if (done.error().kind == Error::Kind::Cancelled)
                m_context.toast(tr("The export was cancelled; no file was written"), 0);
            else
                m_problem->setProblem(words::sentence(done.error()), {}, done.error().detail);
        });
    connect(m_work, &Job::progressed, m_progress, &ProgressStrip::setProgress);
}

void ActivityPane::finishWork()
{
    m_work.clear();
    m_progress->finish();
    m_verify->setEnabled(true);
    m_export->setEnabled(true);
}

} // namespace tb
