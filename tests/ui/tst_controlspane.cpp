#include "tests/support/fakeprompts.h"
#include "tests/support/panes.h"
#include "tests/support/projects.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/pickdialog.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/common/valuedialog.h"
#include "ui/controls/controlspane.h"
#include "ui/controls/notapplicabledialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

/// A matrix of three controls under two criteria, shown in a pane.
struct Matrix
{
    TestProject t;
    CriterionId logical, leavers;
    ControlId sso, mfa, exit;
    std::unique_ptr<PaneHost> host;
    std::unique_ptr<ControlsPane> pane;

    Matrix()
    {
        t.addPerson(QStringLiteral("Priya Raman"));
        logical = t.addCriterion(QStringLiteral("CC6.1"), QStringLiteral("Logical access security"));
        leavers = t.addCriterion(QStringLiteral("CC6.2"), QStringLiteral("Joiners and leavers"));
        sso = t.addControl(QStringLiteral("AC-01"), QStringLiteral("Single sign-on enforced"));
        mfa = t.addControl(QStringLiteral("AC-02"), QStringLiteral("Second factor for every account"));
        exit = t.addControl(QStringLiteral("AC-08"), QStringLiteral("Access removed within one day of exit"));
        link(sso, logical);
        link(mfa, logical);
        link(mfa, leavers);
        link(exit, leavers);
        host = std::make_unique<PaneHost>(*t.project);
        pane = std::make_unique<ControlsPane>(host->context());
        pane->resize(1232, 800);
        pane->show();
    }
    void link(ControlId control, CriterionId criterion)
    {
        static_cast<void>(setLinks(*t.project, controlCriterion, { control.value }, { criterion.value }, true));
    }
    RecordTable *table() const { return pane->findChild<RecordTable *>(QStringLiteral("controlsTable")); }
    const Control &control(ControlId id) const { return t.control(id); }
    void select(const QList<ControlId> &ids) const
    {
        QList<qint64> keys;
        for (const ControlId id : ids)
            keys.append(id.value);
        table()->setCurrentId(keys.first());
        table()->setSelectedIds(keys);
    }
};

} // namespace

class TestControlsPane : public QObject
{
    Q_OBJECT

private slots:
    void countsAControlOnceHoweverManyCriteriaItServes()
    {
        Matrix m;
        QCOMPARE(m.table()->total(), 3);
        QCOMPARE(m.table()->grouping(), QStringLiteral("criterion"));
        QCOMPARE(m.table()->model().rowCount(), 2); // two criteria with controls
        QCOMPARE(m.table()->model().rowCount(m.table()->model().index(0, 0)), 2);
    }

    void theFilterNarrows()
    {
        Matrix m;
        m.pane->setFilterText(QStringLiteral("factor"));
        QCOMPARE(m.table()->shown(), 1);
        QVERIFY(m.pane->statusText().startsWith(QLatin1Char('1')));
    }

    void aDigitSetsTheWorkStatusOfTheSelection()
    {
        Matrix m;
        m.select({ m.sso, m.exit });
        const qint64 before = m.t.project->head().seq;
        QTest::keyClick(m.table()->view(), Qt::Key_2);
        QCOMPARE(m.control(m.sso).workStatus, WorkStatus::InProgress);
        QCOMPARE(m.control(m.exit).workStatus, WorkStatus::InProgress);
        QCOMPARE(m.t.project->head().seq, before + 1);
        QCOMPARE(m.host->announced, 1);
        QVERIFY(m.t.project->undo());
        QCOMPARE(m.control(m.exit).workStatus, WorkStatus::NotStarted);
    }

    void implementingStampsToday()
    {
        Matrix m;
        m.select({ m.sso });
        QTest::keyClick(m.table()->view(), Qt::Key_3);
        QCOMPARE(m.control(m.sso).workStatus, WorkStatus::Implemented);
        QCOMPARE(m.control(m.sso).implementedOn, m.host->today);
    }

    void notApplicableAsksForAReasonFirst()
    {
        Matrix m;
        m.select({ m.sso });
        QTest::keyClick(m.table()->view(), Qt::Key_4);
        auto *dialog = m.pane->findChild<NotApplicableDialog *>();
        QVERIFY(dialog);
        QCOMPARE(m.control(m.sso).workStatus, WorkStatus::NotStarted);
        auto *agree = dialog->findChild<QPushButton *>(QStringLiteral("agree"));
        QVERIFY(!agree->isEnabled());
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("reason"))->setPlainText(QStringLiteral("No office"));
        agree->click();
        QCOMPARE(m.control(m.sso).workStatus, WorkStatus::NotApplicable);
        QCOMPARE(m.control(m.sso).notApplicableReason, QStringLiteral("No office"));
    }

    void signingOffIsOneChangeThatMakesTheReviewerAPerson()
    {
        Matrix m;
        m.select({ m.sso, m.mfa });
        const qint64 before = m.t.project->head().seq;
        QTest::keyClick(m.table()->view(), Qt::Key_5);
        QCOMPARE(m.t.project->head().seq, before + 1);
        QCOMPARE(m.control(m.mfa).signedOffHash, revisionHash(m.control(m.mfa)));
        QCOMPARE(m.t.project->records().personName(m.control(m.sso).signedOffBy), QStringLiteral("Ana"));
    }

    void aNewControlStartsUnderTheCurrentCriterionWithTheNextCode()
    {
        Matrix m;
        m.select({ m.exit });
        m.pane->findChild<QPushButton *>(QStringLiteral("newControl"))->click();
        const qint64 made = m.table()->currentId();
        QVERIFY(made != m.exit.value);
        QCOMPARE(m.control({ made }).code, QStringLiteral("AC-09"));
        QCOMPARE(m.t.project->records().controlCriteria.rightsOf(made), QList<qint64> { m.leavers.value });
        QVERIFY(m.t.project->undo());
        QCOMPARE(m.table()->total(), 3);
    }

    void aFrequencyIsSetAndClearedInTheTableAndInTheInspector()
    {
        Matrix m;
        m.select({ m.exit });
        m.pane->findChild<QPushButton *>(QStringLiteral("newControl"))->click();
        const ControlId made { m.table()->currentId() };
        QVERIFY(!m.control(made).frequency); // rule 4 says so until somebody chooses
        m.pane->setFilterText(QStringLiteral("not set"));
        QCOMPARE(m.table()->shown(), 1);
        m.pane->setFilterText({});

        const auto offered = wordOrNoneChoices<Frequency>();
        QCOMPARE(offered.size(), 9);
        emit m.table()->edited(made.value, QStringLiteral("frequency"), offered.last().value);
        QCOMPARE(m.control(made).frequency, Frequency::Annual);
        emit m.table()->edited(made.value, QStringLiteral("frequency"), offered.first().value);
        QVERIFY(!m.control(made).frequency);

        const auto fields = m.pane->findChildren<ChoiceField *>();
        const auto found = std::find_if(fields.cbegin(), fields.cend(), [](const ChoiceField *field) {
            return field->id() == QLatin1String("frequency");
        });
        QVERIFY(found != fields.cend());
        auto *box = (*found)->findChild<QComboBox *>();
        QCOMPARE(box->currentText(), offered.first().text);
        box->setCurrentIndex(3);
        (*found)->commit();
        QCOMPARE(wordOf(m.control(made).frequency), offered.at(3).value.toString());
        box->setCurrentIndex(0);
        (*found)->commit();
        QVERIFY(!m.control(made).frequency);
        QVERIFY((*found)->problem().isEmpty());
    }

    void deletingIsUndone()
    {
        Matrix m;
        m.select({ m.sso, m.mfa });
        emit m.table()->deleteRequested({ m.sso.value, m.mfa.value });
        QCOMPARE(m.table()->total(), 1);
        QVERIFY(m.t.project->undo());
        QCOMPARE(m.table()->total(), 3);
        QVERIFY(m.t.project->records().controlCriteria.contains(m.mfa.value, m.leavers.value));
    }

    void aFieldLeftIsCommittedAndABadOneKeepsItsTextAndReason()
    {
        Matrix m;
        m.select({ m.sso });
        auto *title = m.pane->findChild<TextField *>(QString(), Qt::FindChildrenRecursively);
        QVERIFY(title);
        auto *line = title->findChild<QLineEdit *>();
        line->setText(QStringLiteral("Single sign-on everywhere"));
        title->commit();
        QCOMPARE(m.control(m.sso).title, QStringLiteral("Single sign-on everywhere"));
        line->setText(QString());
        title->commit();
        QCOMPARE(m.control(m.sso).title, QStringLiteral("Single sign-on everywhere"));
        QVERIFY(!title->problem().isEmpty());
    }

    void linksAreAddedAndRemovedInOneChange()
    {
        Matrix m;
        const EvidenceId item = m.t.addEvidence(QStringLiteral("E-0001"), QStringLiteral("Settings export"));
        m.select({ m.sso, m.mfa });
        QAction *action = actionNamed(*m.pane, QStringLiteral("Link evidence…"));
        QVERIFY(action);
        action->trigger();
        auto *dialog = m.pane->findChild<PickDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QListWidget *>(QStringLiteral("pickList"))->item(0)->setCheckState(Qt::Checked);
        dialog->findChild<QPushButton *>(QStringLiteral("pickAgree"))->click();
        QVERIFY(m.t.project->records().evidenceControls.contains(item.value, m.sso.value));
        QVERIFY(m.t.project->records().evidenceControls.contains(item.value, m.mfa.value));
        QVERIFY(m.t.project->undo());
        QCOMPARE(m.t.project->records().evidenceControls.size(), 0);
    }

    void anotherOwnersNameReachesEveryRow()
    {
        Matrix m;
        const PersonId owner = m.t.project->records().people.all().first().id;
        QVERIFY(setFields<Control>(*m.t.project, { m.sso }, { { QStringLiteral("owner_id"), owner.value } }));
        QVERIFY(setFields<Person>(*m.t.project, { owner }, { { QStringLiteral("name"), QStringLiteral("Priya R.") } }));
        m.pane->setFilterText(QStringLiteral("priya r."));
        QCOMPARE(m.table()->shown(), 1);
    }

    void showingARecordLiftsTheFilterThatHidesIt()
    {
        Matrix m;
        m.pane->setFilterText(QStringLiteral("factor"));
        QVERIFY(m.pane->showRecord(QStringLiteral("control"), m.exit.value));
        QCOMPARE(m.table()->currentId(), m.exit.value);
        QVERIFY(!m.pane->showRecord(QStringLiteral("control"), 12345));
    }

    void filesDroppedOnARowAreOfferedWithTheirControl()
    {
        Matrix m;
        QSignalSpy offered(m.pane.get(), &Pane::filesOffered);
        emit m.table()->filesDropped({ QStringLiteral("a.pdf") }, m.mfa.value);
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.first().at(1).value<ControlId>(), m.mfa);
    }

    void readOnlyChangesNothing()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        PaneHost host(*t.project);
        host.readOnly = true;
        ControlsPane pane(host.context());
        pane.show();
        auto *table = pane.findChild<RecordTable *>(QStringLiteral("controlsTable"));
        table->setCurrentId(id.value);
        const LogHead head = t.project->head();
        QTest::keyClick(table->view(), Qt::Key_2);
        emit table->deleteRequested({ id.value });
        QCOMPARE(t.project->head(), head);
        QVERIFY(!pane.findChild<QPushButton *>(QStringLiteral("newControl"))->isEnabled());
    }

    void aNewPersonIsMadeWhereOneIsChosen()
    {
        Matrix m;
        const QList<Choice> choices = personOrNewChoices(m.t.project->records());
        QCOMPARE(choices.last().value, QVariant::fromValue(NewPerson {}));
        m.table()->setCurrentId(m.mfa.value);
        emit m.table()->edited(m.mfa.value, QStringLiteral("owner_id"), choices.last().value);
        auto *dialog = m.pane->findChild<ValueDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("Noa Lind"));
        dialog->findChild<QPushButton *>(QStringLiteral("agree"))->click();
        QCOMPARE(m.t.project->records().personName(m.control(m.mfa).owner), QStringLiteral("Noa Lind"));
        const qsizetype people = m.t.project->records().people.size();

        emit m.table()->edited(m.sso.value, QStringLiteral("owner_id"), choices.last().value);
        dialog = m.pane->findChild<ValueDialog *>();
        dialog->findChild<QPushButton *>(QStringLiteral("agree"))->click(); // without a name
        QCOMPARE(m.t.project->records().people.size(), people);
        QVERIFY(!m.control(m.sso).owner);
    }

    void aCopyHoldsFromItsOwnStart()
    {
        Matrix m;
        QVERIFY(setWorkStatus(*m.t.project, { m.mfa }, WorkStatus::Implemented, QDate(2025, 6, 1)));
        QVERIFY(reviseControl(*m.t.project, m.mfa, { { QStringLiteral("title"), QStringLiteral("Revised") } },
                              QDate(2025, 10, 1)));
        m.table()->setCurrentId(m.mfa.value);
        QAction *duplicate = actionNamed(*m.pane, QStringLiteral("Duplicate control"));
        QVERIFY(duplicate);
        duplicate->trigger();
        const Control &copy = m.t.project->records().controls.all().last();
        QVERIFY(copy.id != m.mfa);
        QCOMPARE(copy.title, QStringLiteral("Revised"));
        QVERIFY(!copy.revisedOn.isValid()); // days before the original's revision would drop out of its count
        QCOMPARE(m.control(m.mfa).revisedOn, QDate(2025, 10, 1));
    }

private:
    static QAction *actionNamed(const QWidget &pane, const QString &text)
    {
        for (QAction *action : pane.actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestControlsPane)
#include "tst_controlspane.moc"
