#include "tests/support/projects.h"

#include <QTest>

#include <sqlite3.h>

using namespace tb;

namespace {

/// What the database did: statements run, and steps of its virtual machine, which grow with every row looked at.
struct Cost
{
    qint64 statements = 0;
    qint64 steps = 0;
};

/// Watches the connection of the project's thread while it lives.
class Watch
{
public:
    explicit Watch(Project &project) : m_handle(project.storage().connection().handle())
    {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_PROFILE, &Watch::note, &m_cost);
    }
    ~Watch() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(Watch)

    Cost cost() const { return m_cost; }

private:
    static int note(unsigned, void *cost, void *statement, void *)
    {
        auto *sum = static_cast<Cost *>(cost);
        ++sum->statements;
        sum->steps += sqlite3_stmt_status(static_cast<sqlite3_stmt *>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
        return 0;
    }

    sqlite3 *m_handle;
    Cost m_cost;
};

/// A control with its evidence, which the test edits, among @p others.
struct Sized
{
    explicit Sized(int others)
    {
        control = test.addControl(QStringLiteral("AC-01"));
        evidence = test.addEvidence(QStringLiteral("E-0001"));
        const auto filled = test.project->change([others](Connection &connection) -> Status {
            for (int i = 0; i < others; ++i) {
                Control more;
                more.id.value = newKey();
                more.code = QStringLiteral("X-%1").arg(i);
                more.title = QStringLiteral("Another");
                if (const auto done = store::insert(connection, more); !done)
                    return done;
            }
            return Ok {};
        });
        if (!filled || test.project->records().controls.size() != others + 1)
            qFatal("not filled");
    }

    Cost of(const std::function<bool()> &edit)
    {
        const Watch watch(*test.project);
        return edit() ? watch.cost() : Cost {};
    }
    Cost rename()
    {
        return of([this] {
            return static_cast<bool>(
                setFields<Control>(*test.project, { control }, { { QStringLiteral("title"), QStringLiteral("New") } }));
        });
    }
    Cost link()
    {
        return of([this] {
            return static_cast<bool>(
                changeLinks(*test.project, evidenceControl, { evidence.value }, { control.value }, {}));
        });
    }
    Cost undo()
    {
        return of([this] { return static_cast<bool>(test.project->undo()); });
    }

    TestProject test;
    ControlId control;
    EvidenceId evidence;
};

using Edit = Cost (Sized::*)();

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestEditCost : public QObject
{
    Q_OBJECT

private slots:
    void anEditRunsTheSameStatementsWhateverTheSize_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::newRow("rename") << &Sized::rename;
        QTest::newRow("link") << &Sized::link;
        QTest::newRow("undo") << &Sized::undo;
    }
    void anEditRunsTheSameStatementsWhateverTheSize()
    {
        QFETCH(Edit, edit);
        Sized small(3);
        Sized large(3000);
        for (Sized *project : { &small, &large })
            QVERIFY(project->rename().statements > 0); // what follows may be undone
        const Cost few = (small.*edit)();
        const Cost many = (large.*edit)();
        QVERIFY(few.statements > 0);
        QCOMPARE(many.statements, few.statements);
        QVERIFY2(many.steps < 2 * few.steps,
                 qPrintable(QStringLiteral("%1 against %2").arg(many.steps).arg(few.steps)));
    }
};

QTEST_GUILESS_MAIN(TestEditCost)
#include "tst_editcost.moc"
