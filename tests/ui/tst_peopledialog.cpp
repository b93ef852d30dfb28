#include "model/references.h"
#include "tests/support/panes.h"
#include "tests/support/projects.h"
#include "ui/common/problemstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/shell/people/peopledialog.h"

#include <QPushButton>
#include <QTest>

using namespace tb;

/// The list of people: everybody with how often records name them, edited in place, each change one step of undo.
class TestPeopleDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_test = std::make_unique<TestProject>();
        m_ana = m_test->addPerson(QStringLiteral("Ana Reyes"));
        m_luis = m_test->addPerson(QStringLiteral("Luis Font"));
        const ControlId control = m_test->addControl(QStringLiteral("AC-01"));
        QVERIFY(setFields<Control>(
            *m_test->project, { control },
            { { QStringLiteral("owner_id"), m_ana.value }, { QStringLiteral("performer_id"), m_ana.value } }));
        m_host = std::make_unique<PaneHost>(*m_test->project);
        open();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_host.reset();
        m_test.reset();
    }
    void everyFieldThatNamesAPersonIsCounted()
    {
        const EvidenceId item = m_test->addEvidence(QStringLiteral("E-0001"));
        QVERIFY(setFields<Evidence>(*m_test->project, { item }, { { QStringLiteral("owner_id"), m_luis.value } }));
        const QHash<qint64, int> counts = referenceCounts(m_test->project->records(), QStringLiteral("person"));
        QCOMPARE(counts, (QHash<qint64, int> { { m_ana.value, 2 }, { m_luis.value, 1 } }));
        QCOMPARE(cell(m_ana, "uses"), QStringLiteral("2"));
        QCOMPARE(cell(m_luis, "uses"), QStringLiteral("1")); // the list followed the change
    }
    void aCellIsEditedAndUndoneInTheDialog()
    {
        emit table()->edited(m_luis.value, QStringLiteral("role"), QStringLiteral("  Head of  security "));
        QCOMPARE(person(m_luis).role, QStringLiteral("Head of security"));
        emit table()->edited(m_luis.value, QStringLiteral("active"), false);
        QVERIFY(!person(m_luis).active);
        QCOMPARE(cell(m_luis, "active"), QStringLiteral("No"));
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(person(m_luis).active);
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person(m_luis).role, QString());
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(cell(m_luis, "role"), QStringLiteral("Head of security"));
    }
    void aNameThatIsTakenIsRefusedInASentence()
    {
        emit table()->edited(m_luis.value, QStringLiteral("name"), QStringLiteral("Ana Reyes"));
        QCOMPARE(person(m_luis).name, QStringLiteral("Luis Font"));
        QVERIFY(problem()->isVisible());
        QVERIFY(!problem()->sentence().isEmpty());
        emit table()->edited(m_luis.value, QStringLiteral("name"), QStringLiteral("Luis Fontana"));
        QVERIFY(!problem()->isVisible());
        QCOMPARE(cell(m_luis, "name"), QStringLiteral("Luis Fontana"));
    }
    void aNewPersonIsNamedInPlaceAndUndoneWhole()
    {
        const qsizetype before = m_test->project->records().people.size();
        button("addPerson")->click();
        button("addPerson")->click(); // a second free name
        QCOMPARE(m_test->project->records().people.size(), before + 2);
        QVERIFY(table()->view()->isEditing());
        QVERIFY(m_test->project->undo());
        QVERIFY(m_test->project->undo());
        QCOMPARE(m_test->project->records().people.size(), before);
        QCOMPARE(table()->total(), static_cast<int>(before));
    }
    void onlyWhoIsNamedNowhereCanBeRemoved()
    {
        table()->setCurrentId(m_ana.value);
        QVERIFY(!button("removePerson")->isEnabled());
        table()->setCurrentId(m_luis.value);
        QVERIFY(button("removePerson")->isEnabled());
        button("removePerson")->click();
        QVERIFY(!m_test->project->records().people.contains(m_luis));
        QVERIFY(m_test->project->undo());
        QCOMPARE(cell(m_luis, "name"), QStringLiteral("Luis Font"));
        emit table()->deleteRequested({ m_ana.value }); // Del asks no button: the model says why not
        QVERIFY(m_test->project->records().people.contains(m_ana));
    }
    void nothingCanBeChangedReadOnly()
    {
        m_host->readOnly = true;
        open();
        QVERIFY(!button("addPerson")->isEnabled());
        table()->setCurrentId(m_luis.value);
        QVERIFY(!button("removePerson")->isEnabled());
        table()->editCurrent(QStringLiteral("name"));
        QVERIFY(!table()->view()->isEditing());
    }

private:
    void open()
    {
        m_dialog = std::make_unique<PeopleDialog>(m_host->context());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    RecordTable *table() const { return m_dialog->findChild<RecordTable *>(QStringLiteral("peopleTable")); }
    ProblemStrip *problem() const { return m_dialog->findChild<ProblemStrip *>(); }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    const Person &person(PersonId id) const { return *m_test->project->records().people.find(id); }
    /// What the table shows of a person.
    QString cell(PersonId id, const char *column) const
    {
        const RecordSource &source = table()->model().source();
        for (int i = 0; i < source.columns().size(); ++i) {
            if (source.columns().at(i).id == QLatin1String(column))
                return source.text(source.slotOf(id.value), i);
        }
        return QStringLiteral("no such column");
    }

    std::unique_ptr<TestProject> m_test;
    std::unique_ptr<PaneHost> m_host;
    std::unique_ptr<PeopleDialog> m_dialog;
    PersonId m_ana;
    PersonId m_luis;
};

QTEST_MAIN(TestPeopleDialog)
#include "tst_peopledialog.moc"
