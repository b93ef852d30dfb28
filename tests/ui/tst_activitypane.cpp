#include "model/activity/logreading.h"
#include "model/store/connection.h"
#include "tests/support/panes.h"
#include "tests/support/projects.h"
#include "tests/support/silentjob.h"
#include "ui/activity/activityinspector.h"
#include "ui/activity/activitypane.h"
#include "ui/activity/fielddiff.h"
#include "ui/activity/logexport.h"
#include "ui/activity/recordhistory.h"
#include "ui/common/appearance.h"
#include "ui/common/chipbar.h"
#include "ui/common/paneheader.h"
#include "ui/common/pill.h"
#include "ui/common/problemstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

/// A project whose log runs over several days and people, as a person would leave it.
struct Diary
{
    TestProject t;
    ControlId sso, privileged, leavers;
    PersonId owner;

    Diary()
    {
        at(4, { 9, 12, 3 }, QStringLiteral("Maren Okafor"), [this] {
            sso = t.addControl(QStringLiteral("AC-01"), QStringLiteral("Single sign-on enforced"));
            privileged
                = t.addControl(QStringLiteral("AC-04"), QStringLiteral("Privileged access limited to named engineers"));
            leavers = t.addControl(QStringLiteral("AC-08"), QStringLiteral("Access removed within one day of exit"));
        });
        at(10, { 9, 30, 44 }, QStringLiteral("Tobias Lind"),
           [this] { owner = t.addPerson(QStringLiteral("Priya Raman")); });
        at(10, { 14, 15, 37 }, QStringLiteral("Helen Sato"), [this] {
            const EvidenceId item = t.addEvidence(QStringLiteral("EV-157"), QStringLiteral("New starter population"));
            static_cast<void>(setLinks(*t.project, evidenceControl, { item.value }, { leavers.value }, true));
        });
        at(11, { 10, 3, 21 }, QStringLiteral("Maren Okafor"), [this] { set(sso, "owner_id", owner.value); });
        at(11, { 16, 21, 9 }, QStringLiteral("Daniel Berg"), [this] {
            set(leavers, "description", QStringLiteral("People operations opens a ticket on the day notice is given."));
        });
        at(12, { 9, 12, 3 }, QStringLiteral("Maren Okafor"),
           [this] { set(sso, "target_on", QStringLiteral("2026-04-30")); });
        at(12, { 13, 47, 30 }, QStringLiteral("Priya Raman"),
           [this] { set(sso, "frequency", QStringLiteral("monthly")); });
        at(12, { 14, 32, 8 }, QStringLiteral("Maren Okafor"), [this] {
            static_cast<void>(setFields<Control>(
                *t.project, { privileged },
                { { QStringLiteral("title"), QStringLiteral("Privileged access limited to two engineers") },
                  { QStringLiteral("owner_id"), owner.value },
                  { QStringLiteral("target_on"), QStringLiteral("2026-03-20") } }));
        });
    }

    void at(int day, QTime time, const QString &actor, const std::function<void()> &work) const
    {
        const QDateTime when = QDateTime(QDate(2026, 3, day), time).toUTC();
        const auto done = t.project->change(Action { actor, EntryKind::Edit, {}, when }, [&](Connection &) -> Status {
            work();
            return Ok {};
        });
        if (!done)
            qFatal("diary: %s", qPrintable(done.error().detail));
    }
    void set(ControlId id, const char *field, const QVariant &value) const
    {
        if (const auto done = setFields<Control>(*t.project, { id }, { { QLatin1String(field), value } }); !done)
            qFatal("diary: %s", qPrintable(done.error().detail));
    }
    qint64 newest() const { return t.project->head().seq; }
    Status execute(const char *sql) const { return t.project->storage().connection().execute(sql); }

    /// Copies of the newest entry, chained, as a long-used project has them.
    void lengthen(qint64 entries) const
    {
        Connection &connection = t.project->storage().connection();
        auto entry = t.project->entry(newest());
        static_cast<void>(connection.execute("BEGIN"));
        for (qint64 i = 0; i < entries; ++i) {
            entry.value().at = entry.value().at.addSecs(-60);
            if (!activitylog::append(connection, entry.value()))
                qFatal("an entry could not be appended");
        }
        static_cast<void>(connection.execute("COMMIT"));
    }
};

/// The pane over a diary.
struct Shown
{
    Diary &diary;
    PaneHost host { *diary.t.project };
    std::unique_ptr<ActivityPane> pane;

    explicit Shown(Diary &d, bool readOnly = false) : diary(d)
    {
        host.readOnly = readOnly;
        pane = std::make_unique<ActivityPane>(host.context());
        pane->resize(1232, 800);
        pane->show();
    }
    RecordTable *table() const { return pane->findChild<RecordTable *>(QStringLiteral("activityTable")); }
    QPushButton *button(const char *name) const { return pane->findChild<QPushButton *>(QLatin1String(name)); }
    QString problem() const { return pane->findChild<ProblemStrip *>()->sentence(); }
    QStringList diffs() const
    {
        QStringList said;
        for (FieldDiff *diff : pane->findChildren<FieldDiff *>()) {
            const QList<QWidget *> parts = diff->findChildren<QWidget *>() + QList<QWidget *> { diff };
            for (const QWidget *part : parts) {
                if (!part->accessibleName().isEmpty())
                    said.append(part->accessibleName());
            }
        }
        return said;
    }
    bool isLoaded() const { return table()->total() == diary.newest() && button("verify")->isEnabled(); }
    QString pill() const { return pane->findChild<PaneHeader *>()->findChild<Pill *>()->accessibleName(); }
    void open(qint64 seq) const { pane->showRecord(QStringLiteral("activity"), seq); }
};

} // namespace

class TestActivityPane : public QObject
{
    Q_OBJECT

private slots:
    void listsEveryEntryByDayNewestFirst()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const RecordTableModel &model = s.table()->model();
        QCOMPARE(model.rowCount(), 4); // days
        QCOMPARE(model.groupAt(model.index(0, 0))->key.title, QStringLiteral("Today, 12 March 2026"));
        QCOMPARE(model.groupAt(model.index(1, 0))->key.title, QStringLiteral("Yesterday, 11 March 2026"));
        QCOMPARE(model.idAt(model.index(0, 0, model.index(0, 0))), d.newest());
        QCOMPARE(s.table()->currentId(), d.newest());
    }

    void theOlderPartOfALongLogFollowsTheNewest()
    {
        Diary d;
        d.lengthen(1000);
        d.t.reopen();
        Shown s(d);
        QTRY_VERIFY(s.table()->total() > 0);
        QCOMPARE(s.table()->currentId(), d.newest());
        QTRY_VERIFY(s.isLoaded());
        QCOMPARE(s.table()->currentId(), d.newest());
    }

    void aChangeAddsItsEntryWithoutAReset()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const qint64 current = s.table()->currentId();
        const QSignalSpy resets(&s.table()->model(), &QAbstractItemModel::modelReset);
        d.set(d.sso, "title", QStringLiteral("Single sign-on everywhere"));
        QTRY_VERIFY(s.isLoaded());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(s.table()->currentId(), current);
    }

    void chipsFilterByPersonRecordAndType_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("shown");
        QTest::newRow("person") << QStringLiteral("person") << QStringLiteral("Helen Sato") << 1;
        QTest::newRow("record") << QStringLiteral("record") << QStringLiteral("AC-04") << 2;
        QTest::newRow("type") << QStringLiteral("kind") << QStringLiteral("Edit") << 8;
        QTest::newRow("date") << QStringLiteral("date") << QStringLiteral("Last 7 days") << 7;
    }
    void chipsFilterByPersonRecordAndType()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.pane->findChild<ChipBar *>()->setChips({ { field, { value } } });
        QTEST(s.table()->shown(), "shown");
    }

    void olderDaysStartClosedAndOpenForAFilter()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const RecordView &view = *s.table()->view();
        const RecordTableModel &model = s.table()->model();
        QList<bool> open;
        for (int day = 0; day < model.rowCount(); ++day)
            open.append(view.isExpanded(model.index(day, 0)));
        QCOMPARE(open, QList<bool>({ true, true, true, false })); // 12, 11, 10 and 4 March
        s.pane->setFilterText(QStringLiteral("control"));
        QVERIFY(view.isExpanded(model.index(model.rowCount() - 1, 0)));
        s.pane->setFilterText({});
        QVERIFY(!view.isExpanded(model.index(3, 0)));
        s.table()->view()->setGroupExpanded(model.index(3, 0), true); // what the person opened stays open
        d.set(d.sso, "title", QStringLiteral("Single sign-on everywhere"));
        QTRY_VERIFY(s.isLoaded());
        QVERIFY(view.isExpanded(model.index(3, 0)));
    }

    void aLongEntryIsReadInTheBackground()
    {
        Diary d;
        const QString text(60'000, u'x');
        d.set(d.sso, "description", text);
        d.set(d.sso, "title", QStringLiteral("A short one after it"));
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.open(d.newest() - 1);
        const auto isShown = [&s, &text] { return s.diffs().join(u' ').contains(text); };
        QVERIFY(!isShown()); // not yet
        QTRY_VERIFY(isShown());
        s.open(d.newest());
        QTRY_VERIFY(!isShown());
        s.open(d.newest() - 1);
        s.open(d.newest()); // the person went on before it was read
        d.set(d.leavers, "title", QStringLiteral("One more job after it"));
        QTRY_VERIFY(s.isLoaded());
        QVERIFY(!isShown());
    }

    void theInspectorShowsBeforeAndAfter()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const QStringList diffs = s.diffs();
        QVERIFY2(diffs.contains(QStringLiteral("Owner: empty, now Priya Raman")), qPrintable(diffs.join(u'\n')));
        QCOMPARE(diffs.size(), 3);
        s.button("goToRecord")->click();
        QCOMPARE(s.host.shown, QStringLiteral("control %1").arg(d.privileged.value));
    }

    void aNarrowInspectorCutsNoButton()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.pane->resize(1052, 652); // of the smallest window
        for (const char *name : { "revert", "undoToHere", "goToRecord" }) {
            const QPushButton *button = s.button(name);
            const QWidget *inspector = s.pane->findChild<ActivityInspector *>();
            const auto right = [&] { return button->mapTo(inspector, button->rect().topRight()).x(); };
            QTRY_VERIFY2(right() < inspector->width(), name);
            QVERIFY(button->width() >= button->sizeHint().width());
        }
    }

    void revertingAddsAnEntryAndIsAnnounced()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const qint64 before = d.newest();
        s.open(before - 1); // frequency of AC-01
        s.button("revert")->click();
        QCOMPARE(d.newest(), before + 1);
        QCOMPARE(d.t.project->entry(before + 1).value().kind, EntryKind::Revert);
        QCOMPARE(s.host.announced, 1);
        QVERIFY(d.t.control(d.sso).frequency != Frequency::Monthly);
    }

    void whatHasChangedSinceIsNotRevertedAndTheReasonSaysWhatToDo()
    {
        Diary d;
        const qint64 first = d.newest();
        d.set(d.privileged, "title", QStringLiteral("Another title"));
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const LogHead head = d.t.project->head();
        s.open(first);
        s.button("revert")->click();
        QCOMPARE(d.t.project->head(), head);
        QVERIFY2(s.problem().contains(QStringLiteral("Undo to here")), qPrintable(s.problem()));
        QCOMPARE(s.host.announced, 0);
    }

    void undoToHereIsOneChange()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const qint64 before = d.newest();
        s.open(before - 2);
        s.button("undoToHere")->click();
        QCOMPARE(d.newest(), before + 1);
        QVERIFY(!d.t.control(d.sso).targetOn.isValid());
        QCOMPARE(d.t.control(d.privileged).title, QStringLiteral("Privileged access limited to named engineers"));
        QCOMPARE(s.host.announced, 1);
        QTRY_VERIFY(s.isLoaded());
        QVERIFY(!s.button("undoToHere")->isEnabled()); // it has been undone
    }

    void copyTakesTheWholeHash()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.pane->activateWindow();
        s.table()->view()->setFocus();
        QTest::keyClick(s.table()->view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(d.t.project->head().hash.toHex()));
    }

    void verifyFindsTheChainWhole()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        QCOMPARE(s.host.chain.state(), ChainCheck::State::Unknown);
        s.button("verify")->click();
        QTRY_COMPARE(s.host.chain.state(), ChainCheck::State::Intact); // for the status line as well
        QVERIFY2(s.pill().startsWith(QStringLiteral("Chain intact")), qPrintable(s.pill()));
        QCOMPARE(s.host.toasts.size(), 1);
    }

    void aForgedEntryIsFoundAndOpened()
    {
        Diary d;
        QVERIFY(d.execute("UPDATE activity SET actor='Somebody else' WHERE seq=3"));
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.host.chain.start(); // as the window does after opening
        QTRY_COMPARE(s.table()->currentId(), 3);
        QVERIFY2(s.problem().contains(QStringLiteral("Entry 3 was changed")), qPrintable(s.problem()));
    }

    void aRecordChangedOutsideTheLogIsFoundByVerifyOnly()
    {
        Diary d;
        QVERIFY(d.execute("UPDATE control SET title='Forged' WHERE code='AC-01'"));
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.host.chain.start();
        QTRY_COMPARE(s.host.chain.state(), ChainCheck::State::Intact);
        QVERIFY(s.problem().isEmpty());
        s.button("verify")->click();
        QTRY_COMPARE(s.host.chain.state(), ChainCheck::State::Broken);
        QCOMPARE(s.host.chain.faults().size(), 1);
        QCOMPARE(s.host.chain.faults().first().kind, LogFault::Kind::Table);
        QVERIFY(!s.problem().isEmpty());
        s.host.chain.take({});
        QVERIFY(s.problem().isEmpty());
    }

    void aFaultOpensAnEntryThatIsStillBeingRead()
    {
        Diary d;
        Shown s(d);
        s.host.chain.take({ {}, { { LogFault::Kind::Hash, 2, {}, 0 } } });
        QVERIFY(!s.problem().isEmpty());
        QTRY_COMPARE(s.table()->currentId(), 2);
        QVERIFY(!s.pane->showRecord(QStringLiteral("activity"), d.newest() + 1));
    }

    void aCheckGivesWayToEditsAndIsStillRight()
    {
        Diary d;
        d.lengthen(300);
        d.t.reopen();
        // The copies cannot be replayed, so only the chain is checked while edits come.
        QThreadPool pool;
        std::optional<LogCheck> found;
        QObject owner;
        Job::start<LogCheck>(
            pool, &owner,
            [&storage = d.t.project->storage(), newest = d.newest()](JobControl &job) {
                return checkLog(storage, false, newest, job);
            },
            [&](Result<LogCheck> done) { found = done ? done.value() : LogCheck {}; });
        for (int i = 0; i < 20; ++i)
            d.set(d.sso, "title", QStringLiteral("Title %1").arg(i));
        QTRY_VERIFY(found.has_value());
        QCOMPARE(found->faults, QList<LogFault> {});
        QVERIFY(found->head.seq >= 300);
    }

    void theExportHoldsEveryHash()
    {
        Diary d;
        d.set(d.sso, "title", QStringLiteral("=HYPERLINK(\"x\")"));
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        const QString path = d.t.folder.filePath(QStringLiteral("log.csv"));
        s.host.prompts.files = { path };
        s.button("exportLog")->click();
        QTRY_COMPARE(s.host.toasts.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QCOMPARE(all.count("\r\n"), d.newest() + 1);
        for (qint64 seq = 1; seq <= d.newest(); ++seq)
            QVERIFY(all.contains(d.t.project->entry(seq).value().hash.toHex()));
    }

    void aRefusedExportWritesNothing()
    {
        Diary d;
        Shown s(d);
        QTRY_VERIFY(s.isLoaded());
        s.host.prompts.agree = false;
        s.host.prompts.files = { d.t.folder.filePath(QStringLiteral("log.csv")) };
        s.button("exportLog")->click();
        QVERIFY(s.host.plainAsked);
        QVERIFY(s.host.prompts.asked.isEmpty());
        QVERIFY(!QFile::exists(s.host.prompts.files.first()));
    }

    void anExportDoesNotReplaceAProject()
    {
        Diary d;
        SilentJob job;
        const QString path = d.t.folder.filePath(QStringLiteral("log.csv"));
        QFile project(path);
        QVERIFY(project.open(QIODevice::WriteOnly));
        QCOMPARE(project.write("TBN1 and so on"), 14);
        project.close();
        const Status done = exportLog(d.t.project->storage(), path, d.newest(), job);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::IsProject);
        QCOMPARE(project.size(), 14);
    }

    void aCancelledExportLeavesNoFile()
    {
        Diary d;
        SilentJob job;
        job.cancelAfter = 2;
        const QString path = d.t.folder.filePath(QStringLiteral("log.csv"));
        const Status done = exportLog(d.t.project->storage(), path, d.newest(), job);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(path));
    }

    void noFieldIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << QStringLiteral("Ana") << QStringLiteral("Ana");
        QTest::newRow("equals") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+1") << QStringLiteral("'+1");
        QTest::newRow("minus") << QStringLiteral("-1") << QStringLiteral("'-1");
        QTest::newRow("at") << QStringLiteral("@x") << QStringLiteral("'@x");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
        QTest::newRow("return") << QStringLiteral("\r=1") << QStringLiteral("\"'\r=1\"");
        QTest::newRow("quoted") << QStringLiteral("=a,\"b\"") << QStringLiteral("\"'=a,\"\"b\"\"\"");
        QTest::newRow("inside") << QStringLiteral("a=b") << QStringLiteral("a=b");
        QTest::newRow("empty") << QString() << QString();
    }
    void noFieldIsAFormula()
    {
        QFETCH(QString, text);
        QTEST(csvField(text), "field");
    }

    void readOnlyTakesNothingBack()
    {
        Diary d;
        Shown s(d, true);
        QTRY_VERIFY(s.isLoaded());
        QVERIFY(!s.button("revert")->isEnabled());
        QVERIFY(!s.button("undoToHere")->isEnabled());
        QVERIFY(s.button("verify")->isEnabled());
    }

    void aRecordsHistoryHoldsItsLinksAndFollowsChanges()
    {
        Diary d;
        PaneHost host(*d.t.project);
        RecordHistory history(host.context());
        QSignalSpy loaded(&history, &RecordHistory::loaded);
        history.show(QStringLiteral("control"), d.leavers.value);
        QCOMPARE(loaded.count(), 0); // nothing is read for a hidden tab
        history.show();
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(history.count(), 3); // made, linked to evidence, described
        d.set(d.leavers, "title", QStringLiteral("Access removed at once"));
        QTRY_COMPARE(history.count(), 4);
        d.set(d.sso, "title", QStringLiteral("Not about this one"));
        QTRY_COMPARE(loaded.count(), 3);
        QCOMPARE(history.count(), 4);
        history.findChildren<QPushButton *>().last()->click();
        QVERIFY(host.shown.startsWith(QStringLiteral("activity ")));
        history.show(QStringLiteral("control"), d.privileged.value);
        QTRY_COMPARE(history.count(), 2);
    }

    /// For eyes: TB_SHOTS names a folder; TB_ENTRIES makes the log that long and says how long reading takes.
    void picture()
    {
        const QString folder = qEnvironmentVariable("TB_SHOTS");
        if (folder.isEmpty())
            QSKIP("TB_SHOTS names no folder");
        Appearance appearance;
        appearance.setMode(Appearance::Mode::Light);
        Diary d;
        if (const int entries = qEnvironmentVariableIntValue("TB_ENTRIES")) {
            d.lengthen(entries);
            d.t.reopen();
        }
        QElapsedTimer clock;
        clock.start();
        Shown s(d);
        s.pane->resize(1232, 830);
        QTRY_VERIFY(s.table()->total() > 0);
        qInfo("first entries after %lld ms", clock.elapsed());
        QTRY_VERIFY_WITH_TIMEOUT(s.isLoaded(), 60000);
        qInfo("%d entries read and checked after %lld ms", s.table()->total(), clock.restart());
        d.at(12, { 14, 40, 1 }, QStringLiteral("Priya Raman"),
             [&d] { d.set(d.leavers, "title", QStringLiteral("Access removed at once")); });
        QTRY_VERIFY(s.isLoaded());
        qInfo("one more entry after %lld ms", clock.restart());
        s.pane->setFilterText(QStringLiteral("okafor"));
        qInfo("filtered after %lld ms", clock.restart());
        s.pane->setFilterText({});
        QTRY_COMPARE(s.diffs().size(), 3);
        QVERIFY(s.pane->grab().save(folder + QStringLiteral("/activity.png")));
    }
};

QTEST_MAIN(TestActivityPane)
#include "tst_activitypane.moc"
