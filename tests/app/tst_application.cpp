#include "app/application.h"
#include "app/evidencetexts.h"
#include "app/memorykeychain.h"
#include "model/commands.h"
#include "model/evidence/attach.h"
#include "model/search/search.h"
#include "model/store/gate.h"
#include "tests/support/failingdevice.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/silentjob.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"
#include "ui/shell/banner.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/newproject/newprojectdialog.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

const KeyCost weak { 8192, 1, 1 }; // these tests are about other things
const QString passphrase = QStringLiteral("CANARY quiet lantern orbit mill");

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_today = QDate(2026, 3, 12);
        m_path = m_folder->filePath(QStringLiteral("engagement.trustbench"));
        start();
    }
    void cleanup() { m_program.reset(); }

    void theAssistantMakesAProjectAndOpensIt()
    {
        NewProjectDialog *dialog = m_program->showNewProject();
        find<QLineEdit>(dialog, "organisation")->setText(QStringLiteral("CANARY Analytics"));
        find<QLineEdit>(dialog, "service")->setText(QStringLiteral("Insight"));
        press(dialog, "next");
        press(dialog, "lean");
        press(dialog, "next");
        press(dialog, "suggest");
        QString suggested = find<QLineEdit>(dialog, "newPassphrase")->text();
        suggested.detach(); // the page wipes its own when it goes, shared or not
        QTRY_VERIFY(find<QAbstractButton>(dialog, "stored")->isEnabled());
        press(dialog, "stored");
        press(dialog, "next");
        find<QLineEdit>(dialog, "projectPath")->setText(m_path);
        press(dialog, "next");
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_program->project()->records().engagement().organisation, QStringLiteral("CANARY Analytics"));
        QVERIFY(m_program->project()->records().controls.size() > 10);
        QVERIFY(m_program->window().workspace());
        lockNow();
        unlockWith(suggested);
        QTRY_VERIFY(m_program->project());
    }
    void nothingIsLeftOfAProjectThatCouldNotBeMade()
    {
        const QString nowhere = m_folder->filePath(QStringLiteral("gone/engagement.trustbench"));
        NewProjectDialog *dialog = m_program->showNewProject();
        NewProjectPlan plan = dialog->plan();
        plan.project.engagement.organisation = QStringLiteral("Fernbrook");
        plan.path = nowhere;
        plan.salt = randomSalt();
        plan.key = RawKey::random();
        emit dialog->createAsked(plan);
        QTRY_VERIFY(dialog->findChild<ProblemStrip *>()->isVisible());
        plan.path = m_path; // there is no service: the model refuses the draft after the file was made
        emit dialog->createAsked(plan);
        QTRY_VERIFY(find<QAbstractButton>(dialog, "next")->isEnabled());
        QVERIFY(!m_program->project());
        QVERIFY(QDir(m_folder->path()).entryList({ QStringLiteral("*.trustbench*") }).isEmpty());
    }
    void aWrongPassphraseIsSaidAndChangesNothing()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(QStringLiteral("not this one"));
        QTRY_VERIFY(message()->isVisible());
        QVERIFY(!m_program->project());
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
    }
    void lockingTakesEverythingOutOfTheWindow()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(find<QLineEdit>(&panel(), "passphrase")->text(), QString()); // also when it is closed, not locked
        lockNow();
        QVERIFY(!m_program->window().workspace());
        QVERIFY(!m_program->window().windowTitle().contains(QStringLiteral("CANARY")));
        const QList<QLabel *> labels = m_program->window().findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(!label->text().contains(QStringLiteral("CANARY")), qPrintable(label->text()));
        QCOMPARE(panel().project().path, m_path);
    }
    void theTextOfNewEvidenceIsIndexedWhileAProjectIsOpen()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QFile note(m_folder->filePath(QStringLiteral("minutes.md")));
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("# The pelican review") > 0);
        note.close();
        AttachRequest request;
        request.paths = { note.fileName() };
        SilentJob job;
        QVERIFY(attachFiles(*m_program->project(), request, job));
        const auto hits = [this] {
            const auto answer = searchTexts(m_program->project()->storage(), QStringLiteral("pelican"), 5);
            return answer ? answer.value().hits.size() : -1;
        };
        QTRY_COMPARE(hits(), 1);
        lockNow();
        QVERIFY(!m_program->texts());
    }
    void matrixDueDatesAndExportsFollowTheCalendarTogether()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        Control control;
        control.code = QStringLiteral("AC-01");
        control.title = QStringLiteral("Single sign-on");
        control.targetOn = m_today;
        QVERIFY(createRecord(*m_program->project(), control));
        auto *table = m_program->window().findChild<RecordTable *>(QStringLiteral("controlsTable"));
        const auto daysLate = [table] { return cellOf(*table, QStringLiteral("target_on")).value<DueCell>().daysLate; };
        QCOMPARE(m_program->day(), m_today);
        QCOMPARE(daysLate(), 0);

        const QDate before = std::exchange(m_today, m_today.addDays(2));
        QCOMPARE(m_program->day(), before); // nothing moves alone: until the day is taken over, all stand still
        QCOMPARE(daysLate(), 0);
        emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(m_program->day(), m_today);
        QCOMPARE(daysLate(), 2);
    }
    void theRecoveryKeyOpensIt()
    {
        const RawKey key = makeProject();
        m_program->choose(m_path);
        press(&panel(), "useRecoveryKey");
        auto *field = panel().findChild<QPlainTextEdit *>(QStringLiteral("recoveryKey"));
        field->setPlainText(QStringLiteral("ABCD"));
        press(&panel(), "unlock");
        QVERIFY(message()->isVisible());
        field->setPlainText(recoveryText(RawKey::random()));
        press(&panel(), "unlock");
        QTRY_VERIFY(message()->isVisible() && field->isEnabled());
        field->setPlainText(recoveryText(key).toLower());
        press(&panel(), "unlock");
        QTRY_VERIFY(m_program->project());
    }
    void theKeychainRemembersAndForgets()
    {
        makeProject();
        m_program->choose(m_path);
        press(&panel(), "remember");
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_keychain->size(), 1);
        lockNow();
        press(&panel(), "useKeychain");
        QTRY_VERIFY(m_program->project());
        lockNow();
        emit panel().forgetAsked();
        QCOMPARE(m_keychain->size(), 0);
        QVERIFY(!find<QAbstractButton>(&panel(), "useKeychain")->isVisible());
    }
    void lockingWorksWhileADialogIsOpenAndAppliesNothingOfIt()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        const qint64 before = m_program->project()->head().seq;
        m_program->showPassphrase();
        auto *dialog = m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog"));
        QVERIFY(dialog && dialog->isVisible());
        auto *field = find<QLineEdit>(dialog, "newPassphrase");
        field->setText(QStringLiteral("CANARY half typed"));
        QTest::keyClick(field, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!m_program->project());
        QTRY_VERIFY(!m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog")));
        QVERIFY(!QApplication::activeModalWidget());
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_program->project()->head().seq, before);
    }
    void whatIsUnderWayIsNotThrownAwayUnasked()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QFile big(m_folder->filePath(QStringLiteral("big.bin")));
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(qint64(256) << 20));
        Pane *evidence = m_program->window().workspace()->pane(QStringLiteral("evidence"));
        evidence->takeFiles({ big.fileName() }, {});
        QVERIFY(evidence->isBusy());
        m_program->lockWhenQuiet(); // nobody is there to answer: later
        QVERIFY(m_program->window().workspace());
        QVERIFY(prompts()->asked.isEmpty());
        prompts()->agree = false;
        m_program->lock();
        QVERIFY(m_program->window().workspace());
        QCOMPARE(prompts()->asked, QStringList { QStringLiteral("Stop what is under way and close the project?") });
        NewProjectDialog *dialog = m_program->showNewProject();
        NewProjectPlan plan = dialog->plan();
        plan.path = m_folder->filePath(QStringLiteral("new.trustbench"));
        emit dialog->createAsked(plan);
        QCOMPARE(prompts()->asked.size(), 2);
        QVERIFY(find<QAbstractButton>(dialog, "next")->isEnabled()); // the assistant waits, it does not work
        dialog->reject();
        prompts()->agree = true;
        lockNow();
        m_program->lockWhenQuiet(); // nothing is open
    }
    void filesDroppedOnAControlCanBeCancelledThere()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        Workspace &workspace = *m_program->window().workspace();
        workspace.openPane(QStringLiteral("controls"));
        QFile big(m_folder->filePath(QStringLiteral("big.bin")));
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(qint64(64) << 20));
        // Nothing can come in while this is held.
        std::optional turn(m_program->project()->storage().gate().enter(WriteGate::Reader));
        emit workspace.current()->filesOffered({ big.fileName() }, {}, 0);
        const auto shown = [&]() -> ProgressStrip * {
            for (ProgressStrip *strip : workspace.findChildren<ProgressStrip *>()) {
                if (strip->isVisible())
                    return strip;
            }
            return nullptr;
        };
        QTRY_VERIFY(shown());
        QCOMPARE(workspace.current()->id(), QStringLiteral("controls"));
        find<QAbstractButton>(shown(), "cancelWork")->click();
        turn.reset();
        QTRY_VERIFY(!shown());
        QVERIFY(!workspace.isBusy());
        QVERIFY(m_program->project()->records().evidence.all().isEmpty());
    }
    void theProjectThatWasChosenLastIsTheOneThatOpens()
    {
        makeProject();
        const QString other = m_folder->filePath(QStringLiteral("other.trustbench"));
        QVERIFY(QFile::copy(m_path, other));
        m_program->choose(m_path);
        unlockWith(passphrase); // its key is derived in another thread
        m_program->choose(other);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(QFileInfo(m_program->project()->storage().path()), QFileInfo(other));
        QTest::qWait(50); // the other answer finds nobody who waits for it
        QCOMPARE(QFileInfo(m_program->project()->storage().path()), QFileInfo(other));
    }
    void lockingWorksOverAMenuAndCommitsTheOpenEditor()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        Control control;
        control.code = QStringLiteral("AC-01");
        control.title = QStringLiteral("First");
        const auto id = createRecord(*m_program->project(), control);
        QVERIFY(id);
        m_program->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
        m_program->window().workspace()->showRecord(QStringLiteral("control"), id.value().value);
        auto *text
            = find<QWidget>(m_program->window().workspace()->current(), "description")->findChild<QPlainTextEdit *>();
        text->setFocus();
        QVERIFY(text->isVisible());
        QTest::keyClicks(text, QStringLiteral("Typed before the lock"));
        QCOMPARE(text->toPlainText(), QStringLiteral("Typed before the lock"));
        QMenu menu;
        menu.addAction(QStringLiteral("Something"));
        menu.popup({});
        QTRY_VERIFY(menu.isVisible());
        QTest::keyClick(&menu, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!m_program->project());
        QVERIFY(!menu.isVisible());
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_program->project()->records().controls.find(id.value())->description,
                 QStringLiteral("Typed before the lock"));
    }
    void aKeyFileIsASecondFactorInTheWindowToo()
    {
        const QString second = m_folder->filePath(QStringLiteral("second.key"));
        QFile file(second);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what only I have") > 0);
        file.close();
        makeProject(keyFileHash(second).value());
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(find<QWidget>(&panel(), "passphrase")->property("tbError").toBool());
        prompts()->files = { second };
        press(&panel(), "keyFile");
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        // A new passphrase leaves it one.
        QDialog *dialog = openPassphrase();
        find<QLineEdit>(dialog, "currentPassphrase")->setText(passphrase);
        prompts()->agree = true;
        press(dialog, "changePassphrase");
        QTRY_VERIFY(!m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog")));
        QTRY_VERIFY(m_program->project());
        lockNow();
        QCOMPARE(panel().keyFile(), QString());
        unlockWith(m_newPassphrase);
        QTRY_VERIFY(find<QWidget>(&panel(), "passphrase")->property("tbError").toBool());
        press(&panel(), "keyFile");
        unlockWith(m_newPassphrase);
        QTRY_VERIFY(m_program->project());
    }
    void thePassphraseIsChangedFromTheWindow()
    {
        const RawKey oldKey = makeProject();
        m_program->choose(m_path);
        press(&panel(), "remember");
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_keychain->size(), 1);
        const qint64 entries = m_program->project()->head().seq;
        QDialog *dialog = openPassphrase();
        find<QLineEdit>(dialog, "currentPassphrase")->setText(QStringLiteral("not this one"));
        press(dialog, "changePassphrase");
        QTRY_VERIFY(find<QWidget>(dialog, "currentPassphrase")->property("tbError").toBool());
        QVERIFY(prompts()->asked.isEmpty());
        find<QLineEdit>(dialog, "currentPassphrase")->setText(passphrase);
        press(dialog, "changePassphrase");
        QTRY_VERIFY(!m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog")));
        QVERIFY(m_program->project());
        QCOMPARE(prompts()->asked.size(), 1); // it voids the recovery sheet
        QCOMPARE(m_program->project()->head().seq, entries);
        QCOMPARE(m_keychain->size(), 1); // the new key, the old one is forgotten
        lockNow();
        press(&panel(), "useKeychain");
        QTRY_VERIFY(m_program->project());
        lockNow();
        unlockWith(passphrase);
        QTRY_VERIFY(message()->isVisible());
        Unlock old;
        old.rawKey = oldKey;
        QVERIFY(!ProjectFile::open(m_path, old, ProjectFile::Access::ReadOnly, projectFormat()));
        Unlock sheet;
        sheet.rawKey = m_newKey;
        QVERIFY(ProjectFile::open(m_path, sheet, ProjectFile::Access::ReadOnly, projectFormat()));
        unlockWith(m_newPassphrase);
        QTRY_VERIFY(m_program->project());
    }
    void aPassphraseTypedKeyByKeyOpensTheProjectFromThenOn()
    {
        const QString typed = QStringLiteral("Nine copper bridges, two quiet herons");
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        m_program->showPassphrase();
        const QPointer<QDialog> dialog = m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog"));
        QVERIFY(dialog);
        dialog->activateWindow();
        QTRY_VERIFY(dialog->isActiveWindow());
        const auto type = [&dialog](const char *field, const QString &text) {
            auto *line = find<QLineEdit>(dialog, field);
            line->setFocus(Qt::TabFocusReason);
            QTest::keyClicks(line, text);
            QCOMPARE(line->text(), text);
        };
        QVERIFY(find<QLineEdit>(dialog, "currentPassphrase")->hasFocus());
        type("currentPassphrase", passphrase);
        type("newPassphrase", typed);
        type("repeatPassphrase", typed);
        auto *stored = find<QAbstractButton>(dialog, "stored");
        QTRY_VERIFY(stored->isEnabled()); // the recovery key is there
        stored->setFocus(Qt::TabFocusReason);
        QTest::keyClick(stored, Qt::Key_Space);
        QTest::keyClick(stored, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        QCOMPARE(prompts()->asked.size(), 1);
        QVERIFY(m_program->project());

        lockNow();
        typeInPanel(passphrase);
        QTRY_VERIFY(message()->isVisible());
        QVERIFY(!m_program->project());
        typeInPanel(typed);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_program->project()->records().engagement().organisation, QStringLiteral("CANARY Software"));
    }
    void theRecoveryKeyServesAsThePresentPassphrase()
    {
        const RawKey key = makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QDialog *dialog = openPassphrase();
        find<QLineEdit>(dialog, "currentPassphrase")->setText(recoveryText(key));
        press(dialog, "changePassphrase");
        QTRY_VERIFY(!m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog")));
        lockNow();
        unlockWith(m_newPassphrase);
        QTRY_VERIFY(m_program->project());
        QCOMPARE(m_keychain->size(), 0); // nobody asked for it
    }
    void keepingTheOldPassphraseChangesNothing()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        prompts()->agree = false;
        QDialog *dialog = openPassphrase();
        find<QLineEdit>(dialog, "currentPassphrase")->setText(passphrase);
        press(dialog, "changePassphrase");
        QTRY_COMPARE(prompts()->asked.size(), 1);
        QVERIFY(find<QAbstractButton>(dialog, "changePassphrase")->isEnabled());
        dialog->reject();
        lockNow();
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
    }
    void aChangeOfPassphraseThatFailsLeavesTheOldFile_data()
    {
        QTest::addColumn<bool>("cancel");
        QTest::newRow("cancelled") << true;
        QTest::newRow("disk full") << false;
    }
    void aChangeOfPassphraseThatFailsLeavesTheOldFile()
    {
        QFETCH(bool, cancel);
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QDialog *dialog = openPassphrase();
        find<QLineEdit>(dialog, "currentPassphrase")->setText(passphrase);
        FailingDevice device;
        QSignalSpy closed(m_program.get(), &Application::projectClosed);
        // The file is written once the project is closed.
        connect(m_program.get(), &Application::projectClosed, dialog, [&device, dialog, cancel] {
            if (cancel)
                QMetaObject::invokeMethod(
                    dialog, [dialog] { dialog->reject(); }, Qt::QueuedConnection);
            else
                device.fillAfter(0);
        });
        const QPointer<QDialog> still = dialog;
        const QPointer<ProblemStrip> strip = dialog->findChild<ProblemStrip *>();
        press(dialog, "changePassphrase");
        QTRY_COMPARE(closed.size(), 1); // from here on the dialog may be gone
        QTRY_VERIFY(!strip || strip->isVisible());
        device.fillAfter(-1);
        QTRY_VERIFY(m_program->project()); // open again
        const bool changed = !strip;
        QVERIFY(cancel || !changed); // a cancel may come after the commit point
        if (still)
            still->done(QDialog::Rejected);
        lockNow();
        unlockWith(changed ? m_newPassphrase : passphrase);
        QTRY_VERIFY(m_program->project());
        const QStringList left = QDir(m_folder->path()).entryList({ QStringLiteral("*.trustbench*") }, QDir::Files);
        QCOMPARE(left.filter(QStringLiteral("engagement.trustbench")).size(), 2); // the file and its lock
    }
    void theHelpKeyWorksInEveryDialog_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("settings") << QStringLiteral("settingsDialog");
        QTest::newRow("new project") << QStringLiteral("newProjectDialog");
        QTest::newRow("passphrase") << QStringLiteral("passphraseDialog");
    }
    void theHelpKeyWorksInEveryDialog()
    {
        QFETCH(QString, name);
        if (name == QLatin1String("passphraseDialog")) {
            makeProject();
            m_program->choose(m_path);
            unlockWith(passphrase);
            QTRY_VERIFY(m_program->project());
            m_program->showPassphrase();
        } else if (name == QLatin1String("settingsDialog")) {
            m_program->showSettings();
        } else {
            m_program->showNewProject();
        }
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QCOMPARE(dialog->objectName(), name);
        QTest::keyClick(dialog, Qt::Key_F1);
        const auto terms = [&] { return dialog->findChild<QDialog *>(QStringLiteral("glossaryDialog")); };
        QTRY_VERIFY(terms() && terms()->isVisible()); // its child: otherwise the dialog would keep the keys from it
        dialog->reject();
    }
    void aFileOfAnEarlierVersionIsOpenedAndItsCopyIsNamed()
    {
        const QString fixture = QStringLiteral(TB_FIXTURES "/version1.");
        QVERIFY(QFile::copy(fixture + QStringLiteral("trustbench"), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        QFile file(fixture + QStringLiteral("key"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString key = QString::fromLatin1(file.readAll()).trimmed();
        const auto recover = [&] {
            m_program->choose(m_path);
            press(&panel(), "useRecoveryKey");
            panel().findChild<QPlainTextEdit *>(QStringLiteral("recoveryKey"))->setPlainText(key);
            press(&panel(), "unlock");
        };
        recover();
        QTRY_VERIFY(m_program->project());
        const auto notice = [this] { return m_program->window().workspace()->findChild<Banner *>(); };
        QVERIFY(notice()->isVisible());
        QVERIFY2(notice()->text().contains(m_path + QStringLiteral(".v1")), qPrintable(notice()->text()));
        lockNow();
        recover();
        QTRY_VERIFY(m_program->project());
        QVERIFY(!notice()->isVisible()); // said once
    }
    void aProjectInUseIsOfferedReadOnly()
    {
        makeProject();
        QLockFile elsewhere(m_path + QStringLiteral(".lock"));
        QVERIFY(elsewhere.tryLock());
        m_program->choose(m_path);
        unlockWith(passphrase);
        auto *strip = panel().findChild<ProblemStrip *>();
        QTRY_VERIFY(strip->isVisible());
        emit strip->actionClicked();
        QTRY_VERIFY(m_program->project());
        QVERIFY(m_program->project()->storage().isReadOnly());
    }
    void filesThatAreNoProjectsAreSaidAtOnce_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray(100'000, 'x');
        QTest::newRow("cut short") << QByteArray("TBN1 and little more");
    }
    void filesThatAreNoProjectsAreSaidAtOnce()
    {
        QFETCH(QByteArray, content);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        m_program->choose(m_path);
        QVERIFY(startProblem()->isVisible());
        QVERIFY(!startProblem()->sentence().isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }
    void aMissingFileIsSaid()
    {
        m_program->choose(m_folder->filePath(QStringLiteral("nothing.trustbench")));
        QVERIFY(startProblem()->isVisible());
    }
    void nothingOfTheProjectIsWrittenOutsideIt()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        Control control;
        control.code = QStringLiteral("AC-99");
        control.title = QStringLiteral("CANARY control");
        QVERIFY(createRecord(*m_program->project(), control));
        lockNow();
        m_program.reset();
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("CANARY"), qPrintable(file.fileName()));
            const QString wide = QStringLiteral("CANARY");
            QVERIFY2(!bytes.contains(QByteArray::fromRawData(
                         static_cast<const char *>(static_cast<const void *>(wide.utf16())), wide.size() * 2)),
                     qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY2(looked >= 2, "the project and the settings at least");
    }
    void quittingWithAnOpenProjectClosesItFirst()
    {
        makeProject();
        m_program->choose(m_path);
        unlockWith(passphrase);
        QTRY_VERIFY(m_program->project());
        QSignalSpy ready(m_program.get(), &Application::quitReady);
        m_program->window().close();
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(!m_program->project());
        QVERIFY(!QFile::exists(m_path + QStringLiteral(".lock")));
    }

private:
    void start()
    {
        ApplicationParts parts;
        parts.settingsPath = m_folder->filePath(QStringLiteral("settings.ini"));
        auto keychain = std::make_unique<MemoryKeychain>();
        m_keychain = keychain.get();
        parts.keychain = std::move(keychain);
        auto asking = std::make_unique<FakePrompts>();
        m_prompts = asking.get();
        parts.prompts = std::move(asking);
        parts.today = [this] { return m_today; };
        parts.cost = weak;
        m_program = std::make_unique<Application>(std::move(parts));
        m_program->start();
    }
    /// What the table's first record holds in @p column.
    static QVariant cellOf(RecordTable &table, const QString &column)
    {
        const RecordTableModel &model = table.model();
        const QModelIndex group = model.index(0, 0);
        const QModelIndex record = model.isGroup(group) ? model.index(0, 0, group) : group;
        const QList<ColumnInfo> &columns = model.source().columns();
        const auto at
            = std::find_if(columns.begin(), columns.end(), [&](const ColumnInfo &c) { return c.id == column; });
        return record.siblingAtColumn(static_cast<int>(at - columns.begin()) + 1).data(RecordTableModel::CellRole);
    }
    /// A small project under the passphrase; returns its key.
    RawKey makeProject(const QByteArray &keyFileHash = {}) const
    {
        Unlock unlock;
        unlock.passphrase = passphrase;
        unlock.keyFileHash = keyFileHash;
        unlock.cost = weak;
        auto file = ProjectFile::create(m_path, unlock, projectFormat());
        if (!file)
            qFatal("cannot make the project");
        const RawKey key = file.value()->key();
        auto storage = FileStorage::attach(std::move(file).value());
        NewProject draft;
        draft.engagement.organisation = QStringLiteral("CANARY Software");
        draft.engagement.service = QStringLiteral("Service");
        draft.engagement.from = QDate(2025, 7, 1);
        draft.engagement.to = QDate(2026, 6, 30);
        draft.engagement.categories = { QStringLiteral("security") };
        draft.startingSet = StartingSet::None;
        const auto catalog = loadCatalog();
        if (!tb::makeProject(std::move(storage).value(), draft, catalog.value(), QStringLiteral("Ana")))
            qFatal("cannot fill the project");
        return key;
    }
    void unlockWith(const QString &typed)
    {
        find<QLineEdit>(&panel(), "passphrase")->setText(typed);
        press(&panel(), "unlock");
    }
    /// Key by key, over what is there, and Enter.
    void typeInPanel(const QString &typed)
    {
        auto *line = find<QLineEdit>(&panel(), "passphrase");
        QTRY_VERIFY(line->isEnabled());
        line->selectAll();
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
    }
    FakePrompts *prompts() const { return m_prompts; }
    /// The dialog with a new passphrase typed and its recovery key stored.
    QDialog *openPassphrase()
    {
        m_program->showPassphrase();
        auto *dialog = m_program->window().findChild<QDialog *>(QStringLiteral("passphraseDialog"));
        if (!dialog)
            qFatal("no dialog");
        press(dialog, "suggest");
        m_newPassphrase = find<QLineEdit>(dialog, "newPassphrase")->text();
        m_newPassphrase.detach(); // the dialog wipes its own when it goes, shared or not
        auto *stored = find<QAbstractButton>(dialog, "stored");
        if (!QTest::qWaitFor([stored] { return stored->isEnabled(); }, 60'000))
            qFatal("no recovery key");
        stored->click();
        QString text = dialog->findChild<QLabel *>(QStringLiteral("recoveryText"))->text();
        m_newKey = parseRecoveryText(text).value();
        return dialog;
    }
    void lockNow()
    {
        m_program->lock();
        QTRY_VERIFY(!m_program->project());
    }
    UnlockPanel &panel() const { return m_program->window().startScreen().unlockPanel(); }
    QLabel *message() const { return panel().findChild<QLabel *>(QStringLiteral("unlockMessage")); }
    ProblemStrip *startProblem() const
    {
        const QList<ProblemStrip *> strips = m_program->window().startScreen().findChildren<ProblemStrip *>();
        for (ProblemStrip *strip : strips) {
            if (!panel().isAncestorOf(strip))
                return strip;
        }
        return nullptr;
    }
    template <class W> static W *find(QWidget *in, const char *name) { return in->findChild<W *>(QLatin1String(name)); }
    static void press(QWidget *in, const char *name) { find<QAbstractButton>(in, name)->click(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QDate m_today; ///< what the program takes for the calendar
    MemoryKeychain *m_keychain = nullptr; // m_program's
    FakePrompts *m_prompts = nullptr; // m_program's
    QString m_newPassphrase;
    RawKey m_newKey;
    std::unique_ptr<Application> m_program;
};

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
