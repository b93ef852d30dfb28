#include "model/store/replay.h"
#include "tests/support/failingdevice.h"
#include "tests/support/projects.h"

#include <QSignalSpy>
#include <QTest>
#include <QtConcurrent>

#include <thread>

using namespace tb;

/// Commits in another thread; its announcement waits in the queue of this one.
static bool changeInAJob(Project &project, const Work &work)
{
    bool done = false;
    std::thread([&] { done = static_cast<bool>(project.change(work)); }).join(); // a pool might run it in this thread
    return done;
}

class TestProjectDoor : public QObject
{
    Q_OBJECT

private slots:
    void aChangeIsSeenInMemoryAndAnnouncedOnce()
    {
        TestProject t;
        QSignalSpy changed(t.project.get(), &Project::changed);
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        QVERIFY(id);
        QCOMPARE(t.control(id).code, QStringLiteral("AC-01"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<ChangeSet>().keys(QLatin1String("control")), QSet<qint64> { id.value });
    }

    void aChangeThatCannotBeWrittenIsAnnouncedAlsoFromAJob()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        QSignalSpy failed(t.project.get(), &Project::writeFailed);
        const auto edit = [&] {
            return setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("Lost") } });
        };
        FailingDevice device;
        device.fillAfter(0);
        QVERIFY(!edit());
        QCOMPARE(failed.size(), 1);
        bool done = true;
        std::thread([&] { done = static_cast<bool>(edit()); }).join(); // a pool might run it in this thread
        QVERIFY(!done);
        QCOMPARE(failed.size(), 1); // queued to the owner's thread
        QTRY_COMPARE(failed.size(), 2);
        device.fillAfter(-1);
        QVERIFY(!setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QString() } }));
        QCOMPARE(failed.size(), 2); // refused for what it says
        QCOMPARE(t.control(id).title, QStringLiteral("A control"));
    }

    void aChangeThatAnotherReaderHoldsUpIsAnnounced()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        const auto reader = t.project->storage().openForThread(); // stands for another program
        QVERIFY(reader);
        QVERIFY(reader.value()->execute("BEGIN; SELECT count(*) FROM control"));
        const QSignalSpy failed(t.project.get(), &Project::writeFailed);
        const auto done
            = setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("Not now") } });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::InUse);
        QCOMPARE(failed.size(), 1);
        QVERIFY(reader.value()->execute("COMMIT"));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("Now") } }));
    }

    void undoAndRedoRestoreExactly()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"), QStringLiteral("Old title"));
        const Control before = t.control(id);
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("New title") } }));
        const Control after = t.control(id);
        QVERIFY(t.project->undo());
        QCOMPARE(t.control(id).title, before.title);
        QVERIFY(t.control(id) == before);
        QVERIFY(t.project->redo());
        QVERIFY(t.control(id) == after);
    }

    void undoWorksAfterReopening()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"), QStringLiteral("Old title"));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("New title") } }));
        t.reopen();
        QCOMPARE(t.control(id).title, QStringLiteral("New title"));
        QVERIFY(t.project->canUndo());
        QVERIFY(t.project->undo());
        QCOMPARE(t.control(id).title, QStringLiteral("Old title"));
        t.reopen();
        QVERIFY(t.project->canRedo());
        QVERIFY(t.project->redo());
        QCOMPARE(t.control(id).title, QStringLiteral("New title"));
    }

    void nothingToUndoIsSaid()
    {
        TestProject t;
        const auto undone = t.project->undo();
        QVERIFY(!undone);
        QCOMPARE(undone.error().kind, Error::Kind::NothingToUndo);
        QCOMPARE(t.project->redo().error().kind, Error::Kind::NothingToUndo);
    }

    void undoToHereIsOneEntry()
    {
        TestProject t;
        t.addControl(QStringLiteral("AC-01"));
        const qint64 second = t.project->head().seq + 1;
        t.addControl(QStringLiteral("AC-02"));
        t.addControl(QStringLiteral("AC-03"));
        const qint64 before = t.project->head().seq;
        QVERIFY(t.project->undoTo(second));
        QCOMPARE(t.project->head().seq, before + 1);
        QCOMPARE(t.project->records().controls.size(), 1);
        QVERIFY(t.project->redo());
        QCOMPARE(t.project->records().controls.size(), 3);
    }

    void revertTakesBackOneOldEntryOnly()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"), QStringLiteral("Title"));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("notes"), QStringLiteral("A note") } }));
        const qint64 noted = t.project->head().seq;
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("Other") } }));
        QVERIFY(t.project->revert(noted));
        QCOMPARE(t.control(id).notes, QString());
        QCOMPARE(t.control(id).title, QStringLiteral("Other"));
        QVERIFY(t.project->undo());
        QCOMPARE(t.control(id).notes, QStringLiteral("A note"));
    }

    void revertingWhatOthersRestOnChangesNothing()
    {
        TestProject t;
        const PersonId owner = t.addPerson(QStringLiteral("Luis"));
        const qint64 made = t.project->head().seq;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("owner_id"), owner.value } }));
        const LogHead head = t.project->head();
        const QSignalSpy failed(t.project.get(), &Project::writeFailed);
        const auto reverted = t.project->revert(made);
        QVERIFY(!reverted);
        QCOMPARE(reverted.error().kind, Error::Kind::Conflict);
        QVERIFY(failed.isEmpty()); // nothing is wrong with the file
        QCOMPARE(t.project->head(), head);
        QVERIFY(t.project->records().people.contains(owner));
    }

    void whatAJobHasDoneMeanwhileIsNotTakenOffTheUndoList()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        const QString title = t.control(id).title;
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("title"), QStringLiteral("New") } }));
        QVERIFY(changeInAJob(*t.project, [](Connection &c) { return store::insert(c, personCalled("Job")); }));
        const auto early = t.project->undo(); // the job's change is committed and not announced yet
        QVERIFY(!early);
        QCOMPARE(early.error().kind, Error::Kind::Conflict);
        QTRY_COMPARE(t.project->records().people.size(), 1);
        QVERIFY(t.project->undo());
        QCOMPARE(t.project->records().people.size(), 0);
        QVERIFY(t.project->undo());
        QCOMPARE(t.control(id).title, title);
    }

    void whatWasDeletedBeforeAJobsChangeIsAnnouncedStaysAway()
    {
        TestProject t;
        const ControlId control = t.addControl(QStringLiteral("AC-01"));
        const EvidenceId item = t.addEvidence(QStringLiteral("E-0001"));
        QVERIFY(changeInAJob(*t.project, [&](Connection &c) -> Status {
            if (const auto linked = store::link(c, evidenceControl, item.value, control.value); !linked)
                return linked;
            Control edited = t.control(control);
            edited.notes = QStringLiteral("By a job");
            if (const auto done = store::update(c, t.control(control), edited); !done)
                return done;
            return store::insert(c, personCalled("Job"));
        }));
        QVERIFY(removeRecords<Control>(*t.project, { control }));
        QTRY_COMPARE(t.project->records().people.size(), 1); // the rest of the job's change is taken in
        QVERIFY(!t.project->records().controls.contains(control));
        QVERIFY(!t.project->records().evidenceControls.contains(item.value, control.value));
    }

    void aChangeInsideAChangeJoinsIt()
    {
        TestProject t;
        QSignalSpy changed(t.project.get(), &Project::changed);
        const qint64 before = t.project->head().seq;
        const auto done = t.project->change([&](Connection &) -> Status {
            if (const auto one = createRecord(*t.project, personCalled("Ana")); !one)
                return one.error();
            if (const auto two = createRecord(*t.project, personCalled("Luis")); !two)
                return two.error();
            return Ok {};
        });
        QVERIFY(done);
        QCOMPARE(t.project->head().seq, before + 1);
        QCOMPARE(t.project->records().people.size(), 2);
        QCOMPARE(changed.size(), 1);
    }

    void anInnerChangeThatFailsIsTakenBackAlone()
    {
        TestProject t;
        const auto done = t.project->change([&](Connection &) -> Status {
            const auto kept = createRecord(*t.project, personCalled("Ana"));
            const auto lost = t.project->change([](Connection &connection) -> Status {
                if (auto inserted = store::insert(connection, personCalled("Luis")); !inserted)
                    return inserted;
                return Error { Error::Kind::Invalid };
            });
            return kept && !lost ? Status(Ok {}) : Status(Error {});
        });
        QVERIFY(done);
        QCOMPARE(t.project->records().people.size(), 1);
    }

    void aJobsChangeArrivesInTheOwnersThread()
    {
        TestProject t;
        QThread *announcedIn = nullptr;
        connect(t.project.get(), &Project::changed, this, [&] { announcedIn = QThread::currentThread(); });
        QVERIFY(changeInAJob(*t.project, [](Connection &connection) -> Status {
            for (int i = 0; i < 500; ++i) {
                if (auto done = store::insert(connection, personCalled(QByteArray::number(i))); !done)
                    return done;
            }
            return Ok {};
        }));
        QVERIFY(!announcedIn); // it waits in the queue
        QTRY_COMPARE(t.project->records().people.size(), 500);
        QCOMPARE(announcedIn, QThread::currentThread());
        QVERIFY(t.project->undo());
        QCOMPARE(t.project->records().people.size(), 0);
    }

    void aChangeOfOursBeforeAJobsIsAnnouncedKeepsTheOrderOfTheLog()
    {
        TestProject t;
        QVERIFY(changeInAJob(*t.project, [](Connection &c) { return store::insert(c, personCalled("Job")); }));
        QVERIFY(createRecord(*t.project, personCalled("Window")));
        QTRY_COMPARE(t.project->records().people.size(), 2);
        QVERIFY(t.project->undo());
        QCOMPARE(t.project->records().people.size(), 1);
        QCOMPARE(t.project->records().people.all().first().name, QStringLiteral("Job"));
        QVERIFY(t.project->undo());
        QCOMPARE(t.project->records().people.size(), 0);
    }

    void aJobsChangeIsTakenInAfterAWriterThatIsCommitting()
    {
        TestProject t;
        auto *project = t.project.get();
        std::atomic<bool> announced = false;
        connect(project, &Project::changed, this, [&] { announced = true; });
        QVERIFY(changeInAJob(*project, [](Connection &c) { return store::insert(c, personCalled("Job")); }));
        QVERIFY(!announced);
        QSemaphore locked;
        const auto writer = QtConcurrent::run([&, project] {
            const auto connection = project->storage().openInTurn();
            const auto turn = project->storage().gate().enter(WriteGate::Background);
            const bool begun = connection && connection.value()->execute("BEGIN EXCLUSIVE");
            locked.release();
            while (begun && project->storage().gate().waiting() == 0 && !announced)
                QThread::msleep(1);
            return begun && connection.value()->execute("ROLLBACK");
        });
        locked.acquire();
        QTRY_VERIFY(announced);
        QVERIFY(writer.result());
        QCOMPARE(project->records().people.size(), 1);
    }

    void whoHearsOfAChangeMayReadTheLogAndChangeAgain()
    {
        TestProject t;
        QList<qint64> heard;
        connect(t.project.get(), &Project::changed, this, [&](const ChangeSet &changes) {
            const auto entry = t.project->entry(changes.seq);
            heard.append(entry ? entry.value().seq : -1);
            if (heard.size() == 1)
                QVERIFY(createRecord(*t.project, personCalled("Second")));
        });
        QVERIFY(createRecord(*t.project, personCalled("First")));
        QCOMPARE(heard, QList<qint64>({ 1, 2 })); // two changes, not one that joined the other
        QVERIFY(t.project->undo());
        QCOMPARE(t.project->records().people.size(), 1);
    }

    void aReadOnlyProjectRefusesEveryChange()
    {
        TestProject t;
        static_cast<PlainStorage &>(t.project->storage()).readOnly = true;
        const auto refused = createRecord(*t.project, personCalled("Ana"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::ReadOnly);
        QCOMPARE(t.project->records().people.size(), 0);
    }

    void bulkEditIsOneChange()
    {
        TestProject t;
        const ControlId a = t.addControl(QStringLiteral("AC-01"));
        const ControlId b = t.addControl(QStringLiteral("AC-02"));
        const qint64 before = t.project->head().seq;
        QVERIFY(
            setFields<Control>(*t.project, { a, b }, { { QStringLiteral("frequency"), QStringLiteral("monthly") } }));
        QCOMPARE(t.project->head().seq, before + 1);
        QCOMPARE(t.control(b).frequency, Frequency::Monthly);
        QVERIFY(t.project->undo());
        QCOMPARE(t.control(a).frequency, Frequency::Quarterly);
        QCOMPARE(t.control(b).frequency, Frequency::Quarterly);
    }

    void bulkEditWithOneBadValueChangesNothing()
    {
        TestProject t;
        const ControlId a = t.addControl(QStringLiteral("AC-01"));
        const ControlId b = t.addControl(QStringLiteral("AC-02"));
        const LogHead head = t.project->head();
        const auto refused
            = setFields<Control>(*t.project, { a, b }, { { QStringLiteral("code"), QStringLiteral("AC-01") } });
        QVERIFY(!refused);
        QCOMPARE(refused.error().problems.first().code, FieldProblem::Code::NotUnique);
        QCOMPARE(t.project->head(), head);
    }

    void deletingTakesTheLinksAndUndoBringsThemBack()
    {
        TestProject t;
        const ControlId control = t.addControl(QStringLiteral("AC-01"));
        const EvidenceId evidence = t.addEvidence(QStringLiteral("E-0001"));
        QVERIFY(setLinks(*t.project, evidenceControl, { evidence.value }, { control.value }, true));
        QVERIFY(removeRecords<Control>(*t.project, { control }));
        QCOMPARE(t.project->records().evidenceControls.size(), 0);
        QVERIFY(t.project->undo());
        QVERIFY(t.project->records().evidenceControls.contains(evidence.value, control.value));
        QVERIFY(t.project->records().controls.contains(control));
    }

    void deletingSomebodyWhoOwnsSomethingIsRefused()
    {
        TestProject t;
        const PersonId owner = t.addPerson(QStringLiteral("Luis"));
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("owner_id"), owner.value } }));
        QVERIFY(!removeRecords<Person>(*t.project, { owner }));
        QVERIFY(t.project->records().people.contains(owner));
    }

    void implementingStampsTheDayOnce()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        QVERIFY(setWorkStatus(*t.project, { id }, WorkStatus::Implemented, QDate(2026, 2, 3)));
        QVERIFY(setWorkStatus(*t.project, { id }, WorkStatus::InProgress, QDate(2026, 3, 3)));
        QVERIFY(setWorkStatus(*t.project, { id }, WorkStatus::Implemented, QDate(2026, 4, 3)));
        QCOMPARE(t.control(id).implementedOn, QDate(2026, 2, 3));
    }

    void aSignOffIsVoidedByANewRevisionOnly()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        const PersonId reviewer = t.addPerson(QStringLiteral("Priya"));
        QVERIFY(signOff(*t.project, { id }, reviewer, QDate(2026, 2, 3)));
        QCOMPARE(t.control(id).signedOffHash, revisionHash(t.control(id)));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("notes"), QStringLiteral("n") } }));
        QCOMPARE(t.control(id).signedOffHash, revisionHash(t.control(id)));
        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("frequency"), QStringLiteral("daily") } }));
        QVERIFY(t.control(id).signedOffHash != revisionHash(t.control(id)));
    }

    void recordsInMemoryEqualTheFileAfterRandomWork()
    {
        TestProject t;
        QRandomGenerator random(11);
        QList<ControlId> controls;
        QList<EvidenceId> evidence;
        for (int i = 0; i < 40; ++i) {
            controls.append(t.addControl(QStringLiteral("C-%1").arg(i)));
            evidence.append(t.addEvidence(QStringLiteral("E-%1").arg(i)));
        }
        for (int i = 0; i < 300; ++i) {
            const ControlId control = controls.at(random.bounded(controls.size()));
            const EvidenceId item = evidence.at(random.bounded(evidence.size()));
            switch (random.bounded(6)) {
            case 0:
                static_cast<void>(setLinks(*t.project, evidenceControl, { item.value }, { control.value }, true));
                break;
            case 1:
                static_cast<void>(setLinks(*t.project, evidenceControl, { item.value }, { control.value }, false));
                break;
            case 2: static_cast<void>(removeRecords<Control>(*t.project, { control })); break;
            case 3: static_cast<void>(t.project->undo()); break;
            case 4: static_cast<void>(t.project->redo()); break;
            default:
                static_cast<void>(setFields<Control>(
                    *t.project, { control }, { { QStringLiteral("notes"), QString::number(random.generate()) } }));
            }
        }
        const Records kept = t.project->records();
        const auto fresh = Records::load(t.project->storage().connection());
        QVERIFY(fresh);
        QCOMPARE(sorted(kept.controls.all()), sorted(fresh.value().controls.all()));
        QCOMPARE(kept.evidenceControls.size(), fresh.value().evidenceControls.size());
        for (const Evidence &item : fresh.value().evidence.all()) {
            for (const qint64 control : fresh.value().evidenceControls.rightsOf(item.id.value))
                QVERIFY(kept.evidenceControls.contains(item.id.value, control));
        }
        const auto replay = checkReplay(t.project->storage().connection());
        QVERIFY(replay);
        QCOMPARE(replay.value(), QList<LogFault> {});
    }

private:
    static Person personCalled(const QByteArray &name)
    {
        Person person;
        person.id.value = newKey();
        person.name = QString::fromUtf8(name);
        return person;
    }

    static QStringList sorted(const QList<Control> &controls)
    {
        QStringList lines;
        for (const Control &control : controls)
            lines.append(control.id.toString() + control.code + control.notes + control.rank);
        lines.sort();
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestProjectDoor)
#include "tst_project.moc"
