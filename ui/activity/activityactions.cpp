// What the activity pane does: the two ways back, the check of the chain and the export of the log.
#include "model/activity/logreading.h"
#include "model/job.h"
#include "model/project.h"
#include "model/store/projectstorage.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/activity/activitypane.h"
#include "ui/activity/logexport.h"
#include "ui/common/paneheader.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/prompts.h"
#include "ui/common/recordtable.h"
#include "ui/shell/chaincheck.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

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

QString wholeSentence(qint64 entries)
{
    return entries == 1
        ? ActivityPane::tr("The only entry and every record agree; the chain is intact")
        : ActivityPane::tr("%1 entries and every record agree; the chain is intact").arg(words::number(entries));
}

} // namespace

void ActivityPane::setupActions()
{
    m_verify = addCommand(tr("Verify chain"), QStringLiteral("link"), {}, &ActivityPane::verify, Needs::Nothing);
    m_export = addCommand(tr("Export log…"), QStringLiteral("download"), {}, &ActivityPane::askExport, Needs::Nothing);
    addHeaderButton(m_verify, QStringLiteral("verify"));
    addHeaderButton(m_export, QStringLiteral("exportLog"));
    addCommand(tr("Copy the hash"), QStringLiteral("copy"), QKeySequence::Copy, &ActivityPane::copyHash,
               Needs::Nothing);
}

void ActivityPane::reportReturn(const Result<ChangeSet> &done)
{
    m_faultAt = 0;
    m_faultShown = false;
    if (done) {
        problem().clear();
        context().announce(done.value());
    } else if (done.error().kind == Error::Kind::Conflict) {
        problem().setProblem(tr("This change cannot be taken back alone: something it touched has changed since. "
                                "Revert the later change first, or use Undo to here."),
                             {}, done.error().detail);
    } else {
        complain(done.error());
    }
}

void ActivityPane::revertCurrent()
{
    if (table().currentId() && !context().readOnly)
        reportReturn(context().project.revert(table().currentId()));
}

void ActivityPane::undoToCurrent()
{
    if (table().currentId() && !context().readOnly)
        reportReturn(context().project.undoTo(table().currentId()));
}

void ActivityPane::copyHash()
{
    if (const ActivityRow *row = m_rows.find(table().currentId()))
        QGuiApplication::clipboard()->setText(QString::fromLatin1(row->hash.toHex()));
}

/// Looks at every entry and at every record; the shell's own check looks at the entries only.
void ActivityPane::verify()
{
    if (m_work)
        return;
    m_progress->start(tr("Verifying the chain and every record"));
    m_verify->setEnabled(false);
    m_export->setEnabled(false);
    m_work = Job::start<LogCheck>(
        context().jobs, this,
        [&storage = context().project.storage(), entries = context().project.head().seq](JobControl &job) {
            return checkLog(storage, true, entries, job);
        },
        [this](Result<LogCheck> done) {
            finishWork();
            if (!done && done.error().kind == Error::Kind::Cancelled)
                return context().toast(tr("The check was cancelled; nothing is known about the rest of the chain"), 0);
            if (!done)
                return complain(done.error());
            context().chain.take(done.value());
            if (done.value().faults.isEmpty())
                context().toast(wholeSentence(done.value().head.seq), 0);
        });
    connect(m_work, &Job::progressed, m_progress, &ProgressStrip::setProgress);
}

/// The pill says what is known of the chain; a fault is explained in the strip.
void ActivityPane::showChain()
{
    const ChainCheck &chain = context().chain;
    switch (chain.state()) {
    case ChainCheck::State::Unknown: return header().setPill({});
    case ChainCheck::State::Checking:
        return header().setPill({ Glyph::HalfRing, Tone::Info, tr("Checking the chain…") });
    case ChainCheck::State::Intact:
        if (std::exchange(m_faultShown, false))
            problem().clear();
        return header().setPill(
            { Glyph::TickDisc, Tone::Ok,
              tr("Chain intact, checked %1").arg(QLocale().toString(chain.checkedAt(), QStringLiteral("HH:mm"))) });
    case ChainCheck::State::Broken: return showFault(chain.faults().first(), chain.faults().size() - 1);
    }
}

void ActivityPane::showFault(const LogFault &fault, qsizetype others)
{
    m_faultAt = fault.seq;
    m_faultShown = true;
    header().setPill({ Glyph::Octagon, Tone::Bad,
                       fault.seq > 0 ? tr("Chain broken at entry %1").arg(words::number(fault.seq))
                                     : tr("Records differ from the log") });
    const QString advice = tr("Keep this file as it is and go back to a backup whose chain is intact.");
    problem().setProblem(faultSentence(fault) + QLatin1Char(' ') + advice,
                         fault.seq > 0 ? tr("Show the entry") : QString(),
                         others == 1      ? tr("1 more fault was found.")
                             : others > 1 ? tr("%1 more faults were found.").arg(words::number(others))
                                          : QString());
    if (fault.seq > 0)
        showRecord(QStringLiteral("activity"), fault.seq);
}

void ActivityPane::askExport()
{
    const auto choose = [this] {
        context().prompts.saveFile(this,
                                   { tr("Export the activity log"),
                                     {},
                                     QStringLiteral("activity-log.csv"),
                                     tr("Comma-separated values (*.csv)") },
                                   [this](const QString &path) { exportTo(path); });
    };
    context().whenPlainIsFine(choose);
}

void ActivityPane::exportTo(const QString &path)
{
    if (m_work)
        return;
    m_verify->setEnabled(false);
    m_export->setEnabled(false);
    m_progress->start(tr("Exporting the log"));
    m_work = Job::start<Ok>(
        context().jobs, this,
        [&storage = context().project.storage(), path, entries = context().project.head().seq](JobControl &job) {
            return exportLog(storage, path, entries, job);
        },
        [this, path](Status done) {
            finishWork();
            if (done)
                context().toast(tr("The log was exported to %1").arg(path), 0);
            else if (done.error().kind == Error::Kind::Cancelled)
                context().toast(tr("The export was cancelled; no file was written"), 0);
            else
                complain(done.error());
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
