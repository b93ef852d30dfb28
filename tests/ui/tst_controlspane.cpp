#include "reports/evaluated.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/panes.h"
#include "tests/support/projects.h"
#include "ui/common/chipbar.h"
#include "ui/common/choices.h"
#include "ui/common/dateedit.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"
#include "ui/common/metrics.h"
#include "ui/common/pickdialog.h"
#include "ui/common/pill.h"
#include "ui/common/problemstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/common/valuedialog.h"
#include "ui/controls/controldecisions.h"
#include "ui/controls/controlspane.h"
#include "ui/controls/controltests.h"
#include "ui/controls/decisiondialog.h"
#include "ui/controls/detailsection.h"
#include "ui/controls/notapplicabledialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
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

/// The same with a window, in which AC-01 is reviewed each quarter and signed off.
struct Worked : Matrix
{
    EvidenceId reviews;

    Worked()
    {
        Engagement engagement;
        engagement.organisation = QStringLiteral("Northquill");
        engagement.service = QStringLiteral("Ledger");
        engagement.from = QDate(2025, 7, 1);
        engagement.to = QDate(2026, 6, 30);
        engagement.categories = { wordOf(Category::Security) };
        static_cast<void>(createRecord(*t.project, engagement));
        const PersonId owner = t.project->records().people.all().first().id;
        static_cast<void>(setFields<Control>(*t.project, { sso },
                                             { { QStringLiteral("owner_id"), owner.value },
                                               { QStringLiteral("frequency"), wordOf(Frequency::Quarterly) } }));
        static_cast<void>(setWorkStatus(*t.project, { sso }, WorkStatus::Implemented, QDate(2025, 1, 1)));
        static_cast<void>(signOff(*t.project, { sso }, owner, QDate(2025, 6, 1)));
        reviews = t.addEvidence(QStringLiteral("E-0001"), QStringLiteral("Review"));
        static_cast<void>(setLinks(*t.project, evidenceControl, { reviews.value }, { sso.value }, true));
        table()->setCurrentId(sso.value);
    }
    void perform(const QList<QDate> &days) const
    {
        QStringList words;
        for (const QDate &day : days)
            words.append(day.toString(Qt::ISODate));
        const auto done = setFields<Evidence>(*t.project, { reviews },
                                              { { QStringLiteral("performed_on"), words.join(QLatin1Char(',')) } });
        if (!done)
            qFatal("no dates");
    }
    /// The cell of AC-01 in @p column.
    QModelIndex record(const char *column) const
    {
        const RecordTableModel &model = table()->model();
        const QList<ColumnInfo> &columns = model.source().columns();
        const auto at = std::find_if(columns.begin(), columns.end(),
                                     [&](const ColumnInfo &c) { return c.id == QLatin1String(column); });
        return model.indexOf(sso.value).siblingAtColumn(static_cast<int>(at - columns.begin()) + 1);
    }
    QString spoken(const char *column) const { return record(column).data(Qt::AccessibleTextRole).toString(); }
    QStringList groups() const
    {
        QStringList names;
        for (int row = 0; row < table()->model().rowCount(); ++row)
            names.append(table()->model().index(row, 0).data().toString());
        return names;
    }
    /// What the pills in the inspector's head say.
    QStringList pills() const
    {
        QStringList words;
        for (const Pill *pill : pane->findChildren<Pill *>()) {
            if (!pill->isHidden())
                words.append(pill->accessibleName());
        }
        return words;
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

    void theReasonIsAgreedToByKey()
    {
        Matrix m;
        m.select({ m.sso, m.mfa });
        QTest::keyClick(m.table()->view(), Qt::Key_4);
        const QPointer<NotApplicableDialog> dialog = m.pane->findChild<NotApplicableDialog *>();
        QVERIFY(dialog);
        dialog->activateWindow();
        QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("agree"))->isDefault());
        auto *reason = dialog->findChild<QPlainTextEdit *>(QStringLiteral("reason"));
        QTRY_VERIFY(reason->hasFocus());
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier); // not without a reason
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(reason, QStringLiteral("No office"));
        QTest::keyClick(reason, Qt::Key_Return); // a new line
        QVERIFY(dialog->isVisible());
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(m.control(m.mfa).notApplicableReason, QStringLiteral("No office"));
    }

    void theQuestionOfADialogWraps()
    {
        NotApplicableDialog dialog(48, {});
        dialog.show();
        auto *question = dialog.findChild<QLabel *>(QStringLiteral("question"));
        QVERIFY(question->wordWrap());
        QCOMPARE(question->text(), QStringLiteral("Why do these 48 controls not apply?"));
        dialog.resize(dialog.minimumSizeHint());
        QTRY_VERIFY(question->height() >= question->heightForWidth(question->width()));
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

    void aNewControlWhileACellIsEditedKeepsTheFilter()
    {
        Matrix m;
        auto *bar = m.pane->findChild<ChipBar *>();
        m.pane->setFilterText(QStringLiteral("ac-"));
        m.table()->groupBy({});
        m.table()->sortBy(QStringLiteral("code"), Qt::DescendingOrder); // there are rows below the new one
        m.select({ m.sso });
        m.table()->editCurrent(QStringLiteral("owner_id"));
        QVERIFY(m.table()->view()->isEditing());
        actionNamed(*m.pane, QStringLiteral("New control"))->trigger();
        QCOMPARE(m.control({ m.table()->currentId() }).code, QStringLiteral("AC-09"));
        QCOMPARE(bar->text(), QStringLiteral("ac-"));
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

    void readyReadsReadyToDateWhileTheWindowIsOpen()
    {
        Worked w;
        w.perform({ QDate(2025, 9, 30), QDate(2025, 12, 31) });
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Ready to date"));
        QCOMPARE(w.pills(), QStringList { QStringLiteral("Ready to date") });
        w.pane->findChild<ChipBar *>()->setChips({ { QStringLiteral("status"), { QStringLiteral("Ready to date") } } });
        QCOMPARE(w.table()->shown(), 1);
        w.table()->groupBy(QStringLiteral("status"));
        QVERIFY(w.groups().contains(QStringLiteral("Ready to date")));
        QVERIFY(!w.groups().contains(QStringLiteral("Ready")));

        // What reports say of it.
        const ReportInput input = reportInput(w.t.project->records(), w.t.project->head(), w.host->today);
        QCOMPARE(statusText(resultOf(input, w.sso)), QStringLiteral("Ready to date"));
        // After the last day nothing can become worse. The later due dates were met too.
        w.perform({ QDate(2025, 9, 30), QDate(2025, 12, 31), QDate(2026, 3, 31), QDate(2026, 6, 30) });
        w.pane->findChild<ChipBar *>()->setChips({});
        w.host->context().readiness.setDay(QDate(2026, 7, 20));
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Ready"));
        QCOMPARE(w.pills(), QStringList { QStringLiteral("Ready") });
    }

    void anExceptionStaysBesideWhateverTheStatusSays()
    {
        Worked w;
        w.perform({ QDate(2025, 10, 20), QDate(2025, 12, 31) }); // five days past the grace of the third quarter
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Gap, exception"));
        QCOMPARE(w.pills(), QStringList({ QStringLiteral("Gap"), QStringLiteral("Exception") }));
        QVERIFY(w.record("status").data(Qt::ToolTipRole).toString().contains(QLatin1String("stays in the record")));

        Finding finding;
        finding.code = QStringLiteral("F-01");
        finding.title = QStringLiteral("Reviewed late");
        finding.state = FindingState::Closed;
        finding.closedOn = QDate(2026, 1, 15);
        finding.response = QStringLiteral("The date is in the calendar now");
        FindingOccurrence late;
        late.finding = createRecord(*w.t.project, finding).value();
        late.control = w.sso;
        late.occurredOn = QDate(2025, 9, 30);
        QVERIFY(createRecord(*w.t.project, late));
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Ready to date, exception"));
        QCOMPARE(w.pills(), QStringList({ QStringLiteral("Ready to date"), QStringLiteral("Exception") }));

        w.pane->setFilterText(QStringLiteral("exception"));
        QCOMPARE(w.table()->shown(), 1);
        w.pane->setFilterText({});
        w.table()->setCurrentId(w.mfa.value);
        QCOMPARE(w.pills().size(), 1);
    }

    void theMarkOfAnExceptionIsDrawn()
    {
        Worked w;
        w.perform({ QDate(2025, 9, 30), QDate(2025, 12, 31) });
        const auto painted = [&w] {
            const QRect cell = w.table()->view()->visualRect(w.record("status"));
            const QImage image = w.table()->view()->viewport()->grab(cell).toImage();
            const int side = metrics::glyph() + 8;
            return image.copy(image.width() - side, 0, side, image.height());
        };
        const QImage without = painted();
        w.perform({ QDate(2025, 10, 20), QDate(2025, 12, 31) });
        QVERIFY(painted() != without);
    }

    void whatIsTypedForOneControlNeverReachesAnother()
    {
        Matrix m;
        m.select({ m.sso });
        auto *title = m.pane->findChild<FormField *>(QStringLiteral("title"));
        auto *line = qobject_cast<QLineEdit *>(title->editor());
        line->setFocus();
        line->setText(QStringLiteral("Typed for AC-01"));
        m.table()->selectNext(1); // as Alt+Down does: the focus stays in the field
        QCOMPARE(m.control(m.sso).title, QStringLiteral("Typed for AC-01"));
        const ControlId next { m.table()->currentId() };
        QVERIFY(next != m.sso);
        QCOMPARE(line->text(), m.control(next).title);
        line->setText(QStringLiteral("Typed for the next"));
        QVERIFY(m.pane->showRecord(QStringLiteral("control"), m.exit.value)); // as a hit of the search does
        QCOMPARE(m.control(next).title, QStringLiteral("Typed for the next"));
        QCOMPARE(m.control(m.exit).title, QStringLiteral("Access removed within one day of exit"));
    }

    void whatWasRefusedIsSaidWhenItsControlIsLeft()
    {
        Matrix m;
        m.select({ m.sso });
        auto *title = m.pane->findChild<FormField *>(QStringLiteral("title"));
        auto *line = qobject_cast<QLineEdit *>(title->editor());
        line->setFocus();
        line->clear(); // a control needs a title
        m.table()->selectNext(1);
        QCOMPARE(m.control(m.sso).title, QStringLiteral("Single sign-on enforced"));
        QVERIFY(m.pane->findChild<ProblemStrip *>()->sentence().contains(QStringLiteral("not taken")));
        QCOMPARE(title->problem(), QString());
    }

    void nobodyCanBeChosenInTheTable()
    {
        Matrix m;
        const qint64 person = m.t.project->records().people.all().first().id.value;
        QVERIFY(setFields<Control>(*m.t.project, { m.sso }, { { QStringLiteral("owner_id"), person } }));
        m.select({ m.sso });
        m.table()->editCurrent(QStringLiteral("owner_id"));
        auto *box = m.table()->view()->findChild<QComboBox *>();
        QVERIFY(box);
        QCOMPARE(box->currentData().toLongLong(), person);
        box->setCurrentIndex(box->findText(QStringLiteral("Nobody")));
        QVERIFY(box->currentIndex() >= 0);
        m.table()->view()->commitEditor();
        QVERIFY(!m.control(m.sso).owner);
    }

    void whoIsNoLongerActiveIsNamedWhereTheyAreTheOwner()
    {
        Matrix m;
        const PersonId priya = m.t.project->records().people.all().first().id;
        QVERIFY(setFields<Control>(*m.t.project, { m.sso }, { { QStringLiteral("owner_id"), priya.value } }));
        QVERIFY(setFields<Person>(*m.t.project, { priya }, { { QStringLiteral("active"), false } }));
        const QString name = QStringLiteral("Priya Raman (inactive)");
        auto *owner = qobject_cast<QComboBox *>(m.pane->findChild<FormField *>(QStringLiteral("owner_id"))->editor());
        m.select({ m.sso });
        QCOMPARE(owner->currentText(), name);
        m.table()->editCurrent(QStringLiteral("owner_id"));
        QCOMPARE(m.table()->view()->findChild<QComboBox *>()->currentText(), name);
        m.table()->view()->commitEditor();
        QCOMPARE(m.control(m.sso).owner, priya); // nobody chose anybody else
        m.select({ m.mfa });
        QVERIFY(owner->findText(name) < 0); // not offered to others
        QCOMPARE(owner->currentText(), QStringLiteral("Nobody"));
    }

    void withoutAControlNothingOfTheLastOneIsShown()
    {
        Matrix m;
        m.select({ m.sso });
        const auto *title = m.pane->findChild<FormField *>(QStringLiteral("title"));
        QVERIFY(title->isVisible());
        m.pane->setFilterText(QStringLiteral("zeppelin"));
        QCOMPARE(m.table()->currentId(), 0);
        QVERIFY(!title->isVisible());
        for (const FormField *field : m.pane->findChildren<FormField *>()) {
            QVERIFY2(field->value().toString().isEmpty(), qPrintable(field->id()));
            QVERIFY2(!field->isDirty(), qPrintable(field->id()));
        }
        m.pane->setFilterText({});
        m.select({ m.sso });
        QVERIFY(title->isVisible());
        QCOMPARE(title->value().toString(), QStringLiteral("Single sign-on enforced"));
    }

    void aMenuIsAboutWhatWasSelectedWhenItOpened()
    {
        Matrix m;
        m.select({ m.sso, m.mfa });
        auto *menu = m.pane->findChild<QMenu *>(QStringLiteral("statusMenu"));
        emit menu->aboutToShow();
        m.select({ m.exit });
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("In progress"))
                action->trigger();
        }
        QCOMPARE(m.control(m.sso).workStatus, WorkStatus::InProgress);
        QCOMPARE(m.control(m.mfa).workStatus, WorkStatus::InProgress);
        QCOMPARE(m.control(m.exit).workStatus, WorkStatus::NotStarted);
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
        emit m.table()->filesDropped({ QStringLiteral("a.pdf") }, m.mfa.value, 3);
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.first().at(2).toInt(), 3); // on other computers
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

    void aLateStartLeadsToItsDecision()
    {
        Worked w;
        w.perform({ QDate(2025, 9, 30), QDate(2025, 12, 31) });
        QVERIFY(setFields<Control>(*w.t.project, { w.sso },
                                   { { QStringLiteral("implemented_on"), QStringLiteral("2025-08-01") } }));
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Gap"));
        const PersonId ana = w.t.addPerson(QStringLiteral("Ana")); // who acts
        const qint64 before = w.t.project->head().seq;
        press(*w.pane, "decide8");
        auto *dialog = w.pane->findChild<DecisionDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QStringList offered;
        auto *rule = dialog->findChild<QComboBox *>(QStringLiteral("rule"));
        for (int i = 0; i < rule->count(); ++i)
            offered.append(rule->itemData(i).toString());
        QCOMPARE(offered, QStringList({ QStringLiteral("8"), QStringLiteral("9"), QStringLiteral("11") }));
        QCOMPARE(rule->currentData().toInt(), 8);
        QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("person"))->currentData().toLongLong(), ana.value);
        QCOMPARE(dialog->findChild<DateEdit *>(QStringLiteral("date"))->value(), w.host->today);
        auto *agree = dialog->findChild<QPushButton *>(QStringLiteral("agree"));
        QVERIFY(!agree->isEnabled()); // without words
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"))->setPlainText(QStringLiteral(" Agreed with Ives "));
        dialog->findChild<DateEdit *>(QStringLiteral("date"))->setValue({});
        QVERIFY(!agree->isEnabled());
        dialog->findChild<DateEdit *>(QStringLiteral("date"))->setValue(QDate(2026, 2, 2));
        agree->click();

        QCOMPARE(w.t.project->head().seq, before + 1);
        const ControlDecision decision = w.t.project->records().controlDecisions.all().first();
        QCOMPARE(decision.rule, 8);
        QCOMPARE(decision.text, QStringLiteral("Agreed with Ives"));
        QCOMPARE(decision.decidedBy, ana);
        QCOMPARE(decision.decidedOn, QDate(2026, 2, 2));
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Ready to date"));
        QVERIFY(!shownButton(*w.pane, "decide8"));
        QVERIFY(textOf(*w.pane->findChild<ControlDecisions *>()).contains(QStringLiteral("Agreed with Ives")));
        QVERIFY(w.t.project->undo());
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Gap"));
        QVERIFY(w.t.project->redo());
        QCOMPARE(w.spoken("status"), QStringLiteral("Status: Ready to date"));
    }

    void decisionsAreEditedAndRemoved()
    {
        Worked w;
        ControlDecision decision;
        decision.control = w.sso;
        decision.rule = 9;
        decision.text = QStringLiteral("Covered by the group's policy");
        decision.decidedBy = w.t.project->records().people.all().first().id;
        decision.decidedOn = QDate(2026, 1, 5);
        const auto id = createRecord(*w.t.project, decision);
        QVERIFY(id);
        press(*w.pane, "editDecision");
        auto *dialog = w.pane->findChild<DecisionDialog *>();
        QVERIFY(dialog);
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"));
        QCOMPARE(text->toPlainText(), decision.text);
        text->setPlainText(QStringLiteral("Covered by the parent's policy"));
        const qint64 before = w.t.project->head().seq;
        dialog->findChild<QPushButton *>(QStringLiteral("agree"))->click();
        QCOMPARE(w.t.project->head().seq, before + 1);
        const Records &records = w.t.project->records();
        decision.id = id.value();
        decision.text = QStringLiteral("Covered by the parent's policy");
        QCOMPARE(*records.controlDecisions.find(id.value()), decision);

        press(*w.pane, "removeDecision");
        QCOMPARE(records.controlDecisions.size(), 0);
        QVERIFY(!shownButton(*w.pane, "removeDecision"));
        QVERIFY(w.t.project->undo());
        QCOMPARE(*records.controlDecisions.find(id.value()), decision);
        QVERIFY(shownButton(*w.pane, "removeDecision"));
    }

    void aDecisionOfSomebodyNewMakesThePerson()
    {
        Worked w;
        press(*w.pane, "noteDecision");
        auto *dialog = w.pane->findChild<DecisionDialog *>();
        QVERIFY(dialog);
        auto *person = dialog->findChild<QComboBox *>(QStringLiteral("person"));
        auto *agree = dialog->findChild<QPushButton *>(QStringLiteral("agree"));
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"))->setPlainText(QStringLiteral("Agreed"));
        QVERIFY(!agree->isEnabled()); // nobody
        person->setCurrentIndex(person->count() - 1);
        agree->click();
        auto *asking = w.pane->findChild<ValueDialog *>();
        QVERIFY(asking);
        QTest::keyClicks(asking->findChild<QLineEdit *>(), QStringLiteral("Noa Lind"));
        asking->findChild<QPushButton *>(QStringLiteral("agree"))->click();
        const Records &records = w.t.project->records();
        QCOMPARE(records.personName(records.controlDecisions.all().first().decidedBy), QStringLiteral("Noa Lind"));
    }

    void detailsThatRulesLookAtAreSetInTheInspector()
    {
        Worked w;
        const QList<InspectorForm *> forms = w.pane->findChildren<InspectorForm *>();
        const auto details = std::find_if(forms.begin(), forms.end(), [](const InspectorForm *form) {
            return form->field(QStringLiteral("grace_days")) != nullptr;
        });
        QVERIFY(details != forms.end());
        InspectorForm *form = *details;
        const auto type = [form](const char *field, const QString &text) {
            FormField *shown = form->field(QLatin1String(field));
            static_cast<QLineEdit *>(shown->editor())->setText(text);
            shown->commit();
        };
        type("grace_days", QStringLiteral("20"));
        QCOMPARE(w.control(w.sso).graceDays, std::optional<qint64>(20));
        QVERIFY(!form->field(QStringLiteral("grace_days"))->isDirty());
        type("grace_days", QStringLiteral("many"));
        QVERIFY(!form->field(QStringLiteral("grace_days"))->problem().isEmpty());
        QCOMPARE(w.control(w.sso).graceDays, std::optional<qint64>(20));
        type("grace_days", QString());
        QVERIFY(!w.control(w.sso).graceDays);

        emit form->committed(QStringLiteral("calendar"), wordOf(Calendar::Weekdays));
        QCOMPARE(w.control(w.sso).calendar, Calendar::Weekdays);
        emit form->committed(QStringLiteral("retired_on"), QDate(2026, 5, 1));
        QCOMPARE(w.control(w.sso).retiredOn, QDate(2026, 5, 1));
        QVERIFY(form->field(QStringLiteral("calendar")) && form->field(QStringLiteral("retired_on")));
    }

    void systemsPointsAndPoliciesAreLinked()
    {
        Matrix m;
        System system;
        system.name = QStringLiteral("Ledger");
        const auto ledger = createRecord(*m.t.project, system);
        PointOfFocus point;
        point.criterion = m.leavers; // which AC-01 does not serve
        point.code = QStringLiteral("CC6.2-01");
        point.text = QStringLiteral("Leavers lose access");
        const auto elsewhere = createRecord(*m.t.project, point);
        point.criterion = m.logical;
        point.code = QStringLiteral("CC6.1-01");
        const auto here = createRecord(*m.t.project, point);
        Policy policy;
        policy.code = QStringLiteral("PL-01");
        policy.title = QStringLiteral("Access control");
        const auto access = createRecord(*m.t.project, policy);
        QVERIFY(ledger && elsewhere && here && access);
        m.select({ m.sso });
        const Records &records = m.t.project->records();
        linkFirst(*m.pane, QStringLiteral("Link to systems"));
        QCOMPARE(records.controlSystems.rightsOf(m.sso.value), QList<qint64> { ledger.value().value });
        linkFirst(*m.pane, QStringLiteral("Link to points of focus"));
        QCOMPARE(records.controlPointsOfFocus.rightsOf(m.sso.value), QList<qint64> { here.value().value });
        linkFirst(*m.pane, QStringLiteral("Link to policies"));
        QCOMPARE(records.controlPolicies.rightsOf(m.sso.value), QList<qint64> { access.value().value });
        QVERIFY(shownText(*m.pane, QStringLiteral("Ledger")));
        QVERIFY(shownText(*m.pane, QStringLiteral("CC6.1-01")));
    }

    void findingsAndPoliciesOfAControlAreToldBelow()
    {
        Matrix m;
        Finding finding;
        finding.code = QStringLiteral("F-01");
        finding.title = QStringLiteral("Two leavers kept a role");
        finding.severity = Severity::High;
        finding.what = QStringLiteral("Two accounts were still active");
        const auto found = createRecord(*m.t.project, finding);
        QVERIFY(setLinks(*m.t.project, findingControl, { found.value().value }, { m.exit.value }, true));
        Policy policy;
        policy.code = QStringLiteral("PL-01");
        policy.title = QStringLiteral("Access control");
        const auto access = createRecord(*m.t.project, policy);
        QVERIFY(setLinks(*m.t.project, controlPolicy, { m.exit.value }, { access.value().value }, true));
        m.table()->setCurrentId(m.exit.value);

        auto *findings = m.pane->findChild<DetailSection *>(QStringLiteral("relatedFindings"));
        QVERIFY(!textOf(*findings).contains(finding.what));
        auto *line = findings->findChild<QPushButton *>();
        QCOMPARE(line->accessibleName(), QStringLiteral("F-01  Two leavers kept a role, High, Open"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(textOf(*findings).contains(finding.what));
        // It stays open when something else changes.
        QVERIFY(setFields<Control>(*m.t.project, { m.exit }, { { QStringLiteral("title"), QStringLiteral("Exit") } }));
        QVERIFY(textOf(*findings).contains(finding.what));

        auto *policies = m.pane->findChild<DetailSection *>(QStringLiteral("relatedPolicies"));
        QVERIFY(textOf(*policies).contains(QStringLiteral("PL-01  Access control, No text yet")));
        PolicyVersion version;
        version.policy = access.value();
        version.body = QStringLiteral("Access is asked for.");
        QVERIFY(createRecord(*m.t.project, version));
        QVERIFY(textOf(*policies).contains(QStringLiteral("PL-01  Access control, Draft")));
        m.table()->setCurrentId(m.sso.value);
        QVERIFY(findings->isHidden());
    }

    void proceduresAndTestsHaveATab()
    {
        Matrix m;
        TestProcedure procedure;
        procedure.control = m.mfa;
        procedure.code = QStringLiteral("TP-AC-02");
        procedure.methods = { QStringLiteral("inspection"), QStringLiteral("inquiry") };
        procedure.attributes = QStringLiteral("A factor is asked for\nIt cannot be skipped");
        procedure.population = QStringLiteral("Every account of the directory");
        procedure.expectedEvidence = QStringLiteral("Settings of the directory — with the date of export");
        Test test;
        test.procedure = createRecord(*m.t.project, procedure).value();
        test.tester = m.t.project->records().people.all().first().id;
        test.code = QStringLiteral("T-01");
        test.testedOn = QDate(2026, 1, 12);
        test.conclusion = Conclusion::Passed;
        const auto first = createRecord(*m.t.project, test);
        test.code = QStringLiteral("T-02");
        test.testedOn = QDate(2026, 2, 20);
        test.conclusion = Conclusion::Exception;
        const auto second = createRecord(*m.t.project, test);
        QVERIFY(first && second);
        m.table()->setCurrentId(m.mfa.value);
        const auto *page = m.pane->findChild<ControlTests *>();
        const QString text = textOf(*page);
        for (const char *said : { "Inspection, Inquiry", "•  It cannot be skipped", "Every account of the directory",
                                  "T-01  12 Jan 2026, Passed", "T-02  20 Feb 2026, Exception" })
            QVERIFY2(text.contains(QString::fromUtf8(said)), said);

        const auto *expected = m.pane->findChild<QWidget *>(QStringLiteral("expected"));
        QVERIFY(textOf(*expected).contains(procedure.expectedEvidence));

        m.table()->setColumnShown(QStringLiteral("last_test"), true);
        m.pane->setFilterText(QStringLiteral("20 feb 2026, exception"));
        QCOMPARE(m.table()->shown(), 1);
        QVERIFY(removeRecords<Test>(*m.t.project, { second.value() }));
        m.pane->setFilterText(QStringLiteral("12 jan 2026, passed"));
        QCOMPARE(m.table()->shown(), 1);
        QVERIFY(setFields<TestProcedure>(*m.t.project, { test.procedure },
                                         { { QStringLiteral("control_id"), m.exit.value } }));
        QCOMPARE(m.table()->shown(), 1);
        m.pane->setFilterText({});
        m.table()->setCurrentId(m.mfa.value);
        QVERIFY(!textOf(*page).contains(QStringLiteral("T-01")));
        m.table()->setCurrentId(m.exit.value);
        QVERIFY(textOf(*page).contains(QStringLiteral("T-01")));
    }

    void ownerAndFrequencyOfTheSelectionAreSetFromTheirMenus()
    {
        Matrix m;
        const PersonId priya = m.t.project->records().people.all().first().id;
        m.select({ m.sso, m.mfa });
        const qint64 before = m.t.project->head().seq;
        choose(*m.pane, "owner_idMenu", QStringLiteral("Priya Raman"));
        QCOMPARE(m.control(m.sso).owner, priya);
        QCOMPARE(m.control(m.mfa).owner, priya);
        QVERIFY(!m.control(m.exit).owner);
        choose(*m.pane, "frequencyMenu", QStringLiteral("Annual"));
        QCOMPARE(m.control(m.mfa).frequency, Frequency::Annual);
        QCOMPARE(m.t.project->head().seq, before + 2);
        QCOMPARE(m.host->announced, 2);
        QVERIFY(m.t.project->undo());
        QVERIFY(m.control(m.sso).frequency != Frequency::Annual);
    }

    void menusSayWhatTheSelectionHasOrThatItIsMixed()
    {
        Matrix m;
        const PersonId priya = m.t.project->records().people.all().first().id;
        QVERIFY(setFields<Control>(*m.t.project, { m.sso }, { { QStringLiteral("owner_id"), priya.value } }));
        m.select({ m.sso, m.mfa });
        QCOMPARE(checkedIn(*m.pane, "owner_idMenu"), QStringList { QStringLiteral("Mixed") });
        QCOMPARE(checkedIn(*m.pane, "statusMenu"), QStringList { QStringLiteral("Not started") });
        m.select({ m.mfa, m.exit });
        QCOMPARE(checkedIn(*m.pane, "owner_idMenu"), QStringList { QStringLiteral("Nobody") });
        QVERIFY(setFields<Control>(*m.t.project, { m.mfa }, { { QStringLiteral("owner_id"), priya.value } }));
        m.select({ m.sso, m.mfa });
        QCOMPARE(checkedIn(*m.pane, "owner_idMenu"), QStringList { QStringLiteral("Priya Raman") });
    }

    void dueDateTagAndCriteriaOfTheSelectionAreOneChangeEach()
    {
        Matrix m;
        m.select({ m.sso, m.exit });
        const auto agree = [&m](const QString &action, const std::function<void(ValueDialog &)> &fill) {
            actionNamed(*m.pane, action)->trigger();
            auto *dialog = m.pane->findChild<ValueDialog *>();
            if (!dialog)
                qFatal("no dialog");
            fill(*dialog);
            dialog->findChild<QPushButton *>(QStringLiteral("agree"))->click();
            delete dialog;
        };
        qint64 seq = m.t.project->head().seq;
        agree(QStringLiteral("Due date…"),
              [](ValueDialog &dialog) { dialog.findChild<DateEdit *>()->setValue(QDate(2026, 4, 30)); });
        QCOMPARE(m.control(m.sso).targetOn, QDate(2026, 4, 30));
        QCOMPARE(m.control(m.exit).targetOn, QDate(2026, 4, 30));
        QVERIFY(!m.control(m.mfa).targetOn.isValid());
        QCOMPARE(m.t.project->head().seq, ++seq);

        agree(QStringLiteral("Tag…"),
              [](ValueDialog &dialog) { dialog.findChild<QLineEdit *>()->setText(QStringLiteral("identity")); });
        QCOMPARE(m.control(m.exit).tags, QStringList { QStringLiteral("identity") });
        QCOMPARE(m.t.project->head().seq, ++seq);
        m.select({ m.sso, m.mfa, m.exit }); // who has the tag does not get it twice
        agree(QStringLiteral("Tag…"),
              [](ValueDialog &dialog) { dialog.findChild<QLineEdit *>()->setText(QStringLiteral("identity")); });
        QCOMPARE(m.control(m.exit).tags, QStringList { QStringLiteral("identity") });
        QCOMPARE(m.control(m.mfa).tags, QStringList { QStringLiteral("identity") });
        QCOMPARE(m.t.project->head().seq, ++seq);

        m.select({ m.sso, m.exit });
        actionNamed(*m.pane, QStringLiteral("Criteria…"))->trigger();
        auto *dialog = m.pane->findChild<PickDialog *>();
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("pickList"));
        QCOMPARE(list->item(0)->checkState(), Qt::PartiallyChecked); // one of the two serves it
        list->item(0)->setCheckState(Qt::Checked);
        dialog->findChild<QPushButton *>(QStringLiteral("pickAgree"))->click();
        QVERIFY(m.t.project->records().controlCriteria.contains(m.exit.value, m.logical.value));
        QVERIFY(m.t.project->records().controlCriteria.contains(m.sso.value, m.logical.value));
        QCOMPARE(m.t.project->head().seq, ++seq);
        QVERIFY(m.t.project->undo());
        QVERIFY(!m.t.project->records().controlCriteria.contains(m.exit.value, m.logical.value));
    }

    void theColumnMenuShowsAndHides()
    {
        Matrix m;
        Policy policy;
        policy.code = QStringLiteral("PL-01");
        policy.title = QStringLiteral("Access control");
        const auto access = createRecord(*m.t.project, policy);
        QVERIFY(setLinks(*m.t.project, controlPolicy, { m.mfa.value }, { access.value().value }, true));
        const std::unique_ptr<QMenu> menu(m.table()->columnMenu(nullptr));
        const auto entry = [&menu](const QString &text) {
            const QList<QAction *> actions = menu->actions();
            const auto found
                = std::find_if(actions.begin(), actions.end(), [&](QAction *action) { return action->text() == text; });
            return found == actions.end() ? nullptr : *found;
        };
        QAction *policies = entry(QStringLiteral("Policies"));
        QVERIFY(policies && !policies->isChecked());
        QVERIFY(!entry(QStringLiteral("Control"))->isEnabled()); // the main column stays
        m.pane->setFilterText(QStringLiteral("pl-01"));
        QCOMPARE(m.table()->shown(), 0); // the filter looks at what is visible
        policies->trigger();
        QVERIFY(m.table()->columnShown(QStringLiteral("policies")));
        QCOMPARE(m.table()->shown(), 1);
        entry(QStringLiteral("Owner"))->trigger();
        QVERIFY(!m.table()->columnShown(QStringLiteral("owner_id")));
        QVERIFY(setFields<Policy>(*m.t.project, { access.value() },
                                  { { QStringLiteral("code"), QStringLiteral("PL-77") } }));
        QCOMPARE(m.table()->shown(), 0);
    }

    void aCopyIsJudgedByTheSameAndIsOneStep()
    {
        Matrix m;
        Project &project = *m.t.project;
        PointOfFocus point;
        point.criterion = m.logical;
        point.code = QStringLiteral("CC6.1-01");
        point.text = QStringLiteral("Accounts have owners");
        const auto pointId = createRecord(project, point);
        Policy policy;
        policy.code = QStringLiteral("PL-01");
        policy.title = QStringLiteral("Access control");
        const auto policyId = createRecord(project, policy);
        PolicyRequirement requirement;
        requirement.policy = policyId.value();
        requirement.number = QStringLiteral("4.1");
        requirement.title = QStringLiteral("Second factor");
        const auto requirementId = createRecord(project, requirement);
        System system;
        system.name = QStringLiteral("Ledger");
        const auto systemId = createRecord(project, system);
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = QStringLiteral("Stolen password");
        const auto riskId = createRecord(project, risk);
        TestProcedure procedure;
        procedure.control = m.mfa;
        procedure.code = QStringLiteral("TP-AC-02");
        procedure.methods = { QStringLiteral("inspection") };
        procedure.attributes = QStringLiteral("A second factor is asked for");
        const auto procedureId = createRecord(project, procedure);
        QVERIFY(pointId && policyId && requirementId && systemId && riskId && procedureId);
        const qint64 mfa = m.mfa.value;
        QVERIFY(setLinks(project, controlPointOfFocus, { mfa }, { pointId.value().value }, true));
        QVERIFY(setLinks(project, controlPolicy, { mfa }, { policyId.value().value }, true));
        QVERIFY(setLinks(project, controlSystem, { mfa }, { systemId.value().value }, true));
        QVERIFY(setLinks(project, riskControl, { riskId.value().value }, { mfa }, true));
        QVERIFY(setLinks(project, policyRequirementControl, { requirementId.value().value }, { mfa }, true));
        QVERIFY(setLinks(project, testProcedurePolicyRequirement, { procedureId.value().value },
                         { requirementId.value().value }, true));

        const qint64 before = project.head().seq;
        m.table()->setCurrentId(mfa);
        actionNamed(*m.pane, QStringLiteral("Duplicate control"))->trigger();
        QCOMPARE(project.head().seq, before + 1);
        QCOMPARE(m.host->announced, 1);
        const qint64 copy = m.table()->currentId();
        const Records &records = project.records();
        QCOMPARE(m.control({ copy }).code, QStringLiteral("AC-09"));
        const auto criteriaOf = [&records](qint64 control) {
            const QList<qint64> keys = records.controlCriteria.rightsOf(control);
            return QSet<qint64>(keys.begin(), keys.end());
        };
        QCOMPARE(criteriaOf(copy), criteriaOf(mfa));
        QCOMPARE(records.controlPointsOfFocus.rightsOf(copy), QList<qint64> { pointId.value().value });
        QCOMPARE(records.controlPolicies.rightsOf(copy), QList<qint64> { policyId.value().value });
        QCOMPARE(records.controlSystems.rightsOf(copy), QList<qint64> { systemId.value().value });
        QCOMPARE(records.riskControls.leftsOf(copy), QList<qint64> { riskId.value().value });
        QCOMPARE(records.policyRequirementControls.leftsOf(copy), QList<qint64> { requirementId.value().value });
        QCOMPARE(records.testProcedures.size(), 2);
        TestProcedure carried = records.testProcedures.all().last();
        QCOMPARE(carried.code, QStringLiteral("TP-AC-03"));
        QCOMPARE(carried.control.value, copy);
        QCOMPARE(records.testProcedurePolicyRequirements.rightsOf(carried.id.value),
                 QList<qint64> { requirementId.value().value });
        carried.id = procedureId.value();
        carried.control = m.mfa;
        carried.code = procedure.code;
        QCOMPARE(carried, *records.testProcedures.find(procedureId.value()));

        QVERIFY(project.undo());
        QCOMPARE(records.controls.size(), 3);
        QCOMPARE(records.testProcedures.size(), 1);
        QCOMPARE(records.controlCriteria.size(), 4);
        QCOMPARE(records.riskControls.size(), 1);
        QVERIFY(project.redo());
        QCOMPARE(records.controlSystems.rightsOf(copy), QList<qint64> { systemId.value().value });
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
    /// The button called @p name that is there now; those of earlier lines go with the next event.
    static QAbstractButton *shownButton(const QWidget &pane, const char *name)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return pane.findChild<QAbstractButton *>(QLatin1String(name));
    }
    static void press(const QWidget &pane, const char *name)
    {
        QAbstractButton *button = shownButton(pane, name);
        if (!button)
            qFatal("no button %s", name);
        button->click();
    }
    /// What is read in @p widget: labels, and the names of buttons.
    static QString textOf(const QWidget &widget)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList texts;
        for (const QWidget *part : widget.findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(part);
            if (!part->isHidden())
                texts.append(label ? label->text() : part->accessibleName());
        }
        return texts.join(QLatin1Char('\n'));
    }
    static bool shownText(const QWidget &pane, const QString &text)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QList<QLabel *> labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
    }
    /// Opens the list of the button called @p name, takes its only line and agrees.
    static void linkFirst(const QWidget &pane, const QString &name)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (QAbstractButton *button : pane.findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == name)
                button->click();
        }
        auto *dialog = pane.findChild<PickDialog *>();
        if (!dialog)
            qFatal("no list");
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("pickList"));
        QCOMPARE(list->count(), 1);
        list->item(0)->setCheckState(Qt::Checked);
        dialog->findChild<QPushButton *>(QStringLiteral("pickAgree"))->click();
        delete dialog;
    }
    static void choose(const QWidget &pane, const char *menu, const QString &text)
    {
        auto *shown = pane.findChild<QMenu *>(QLatin1String(menu));
        emit shown->aboutToShow();
        for (QAction *action : shown->actions()) {
            if (action->text() == text)
                return action->trigger();
        }
        qFatal("no such entry");
    }
    /// What the menu says that the selection has.
    static QStringList checkedIn(const QWidget &pane, const char *menu)
    {
        auto *shown = pane.findChild<QMenu *>(QLatin1String(menu));
        emit shown->aboutToShow();
        QStringList texts;
        for (const QAction *action : shown->actions()) {
            if (action->isChecked() || (!action->isEnabled() && !action->isSeparator()))
                texts.append(action->text());
        }
        return texts;
    }
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
