#include "model/job.h"
#include "model/projectreadiness.h"
#include "model/subjects.h"
#include "reports/words/terms.h"
#include "tests/support/failingdevice.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/projects.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/toast.h"
#include "ui/common/viewstate.h"
#include "ui/shell/banner.h"
#include "ui/shell/rail.h"
#include "ui/shell/savedlabel.h"
#include "ui/shell/search/recordcard.h"
#include "ui/shell/statusline.h"
#include "ui/shell/workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

class MemoryState final : public ViewState
{
public:
    QVariantMap load(const QString &view) const override { return m_views.value(view); }
    void save(const QString &view, const QVariantMap &state) override { m_views.insert(view, state); }

private:
    QHash<QString, QVariantMap> m_views;
};

class FakePane final : public Pane
{
    Q_OBJECT

public:
    FakePane(QString table, const PaneContext &given) : m_table(std::move(table)), context(given) { }
    QString id() const override { return m_table; }
    QString title() const override { return m_table.toUpper(); }
    QString iconName() const override { return QStringLiteral("table-2"); }
    int badge() const override { return 3; }
    void opened() override { log << QStringLiteral("opened"); }
    void closed() override { log << QStringLiteral("closed"); }
    bool shows(const QString &table) const override { return table == m_table; }
    bool showRecord(const QString &, qint64 id) override
    {
        shown << id;
        return true;
    }
    QString statusText() const override { return QStringLiteral("2 shown"); }

private:
    QString m_table;

public:
    PaneContext context;
    QStringList log;
    QList<qint64> shown;
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_prompts = {};
        m_consented = false;
        m_slow = false;
        m_paneNames = { QStringLiteral("control"), QStringLiteral("activity") };
        m_test = std::make_unique<TestProject>();
        m_control = m_test->addControl(QStringLiteral("AC-01"), QStringLiteral("First"));
        make();
    }
    void cleanup()
    {
        m_workspace.reset();
        m_pool.waitForDone();
        m_readiness.reset();
        m_test.reset();
    }
    void opensTheFirstPaneAndRememberTheLast()
    {
        QCOMPARE(m_workspace->current()->id(), QStringLiteral("control"));
        m_workspace->openPane(QStringLiteral("activity"));
        QCOMPARE(pane("control")->log, QStringList({ QStringLiteral("opened"), QStringLiteral("closed") }));
        m_workspace->prepareToClose();
        make();
        QCOMPARE(m_workspace->current()->id(), QStringLiteral("activity"));
    }
    void undoAndRedoNameTheChange()
    {
        QVERIFY(action("Undo")->isEnabled());
        QVERIFY(!action("Redo")->isEnabled());
        QVERIFY(setFields<Control>(*m_test->project, { m_control },
                                   { { QStringLiteral("title"), QStringLiteral("Second") } }));
        action("Undo")->trigger();
        QCOMPARE(m_test->control(m_control).title, QStringLiteral("First"));
        QVERIFY2(toast()->text().contains(QStringLiteral("AC-01")), qPrintable(toast()->text()));
        QVERIFY(action("Redo")->isEnabled());
        emit toast()->actionClicked(); // "Redo"
        QCOMPARE(m_test->control(m_control).title, QStringLiteral("Second"));
    }
    void aToastUndoesItsOwnChangeEvenWhenAnotherCameAfter()
    {
        const auto first = setFields<Control>(*m_test->project, { m_control },
                                              { { QStringLiteral("title"), QStringLiteral("Second") } });
        QVERIFY(first);
        pane("control")->context.announce(first.value());
        const ControlId other = m_test->addControl(QStringLiteral("AC-02"), QStringLiteral("Other"));
        emit toast()->actionClicked();
        QCOMPARE(m_test->control(m_control).title, QStringLiteral("First"));
        QVERIFY(m_test->project->records().controls.contains(other));
    }
    void recordsOpenInThePaneThatShowsThem()
    {
        pane("control")->context.showRecord(QStringLiteral("activity"), 7);
        QCOMPARE(m_workspace->current()->id(), QStringLiteral("activity"));
        QCOMPARE(pane("activity")->shown, QList<qint64>({ 7 }));
    }
    void aRecordOfASubjectWithoutAPaneOpensOnACard()
    {
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = QStringLiteral("Laptop stolen");
        const auto id = createRecord(*m_test->project, risk);
        QVERIFY(id);
        QVERIFY(setLinks(*m_test->project, riskControl, { id.value().value }, { m_control.value }, true));
        const auto card = [this] { return m_workspace->findChild<RecordCard *>(); };
        pane("control")->context.showRecord(QStringLiteral("risk"), id.value().value);
        QVERIFY(card() && card()->isVisible());
        emit card()->recordAsked(QStringLiteral("control"), m_control.value); // from there on into a pane
        QCOMPARE(pane("control")->shown, QList<qint64>({ m_control.value }));
        card()->reject();
        QTRY_VERIFY(!card());
        pane("control")->context.showRecord(QStringLiteral("risk"), 12'345);
        QVERIFY(!card());
        QVERIFY(toast()->isVisible()); // it says so
    }
    void everySubjectHasAHeadingForItsHits()
    {
        for (const SubjectOperations &subject : subjectOperations()) {
            const QString table = subject.spec->tableName();
            QVERIFY2(!words::subjectPlural(table).isEmpty(), qPrintable(table)); // the heading of its hits
            QVERIFY2(words::subjectPlural(table).at(0).isUpper(), qPrintable(words::subjectPlural(table)));
        }
    }
    void aNoticeStaysUntilItIsDismissed()
    {
        auto *banner = m_workspace->findChild<Banner *>();
        QVERIFY(!banner->isVisible());
        m_workspace->notice(QStringLiteral("A copy was kept."));
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(), QStringLiteral("A copy was kept."));
        banner->findChild<QAbstractButton *>()->click();
        QVERIFY(!banner->isVisible());
    }
    void theFirstTenPanesHaveTheirDigits()
    {
        m_paneNames.clear();
        for (int i = 1; i <= 11; ++i)
            m_paneNames.append(QStringLiteral("pane%1").arg(i));
        make();
        for (int digit = 1; digit <= 10; ++digit) {
            QTest::keyClick(m_workspace.get(), static_cast<Qt::Key>(Qt::Key_0 + digit % 10), Qt::ControlModifier);
            QCOMPARE(m_workspace->current()->id(), QStringLiteral("pane%1").arg(digit));
        }
    }
    void theChainIsCheckedAtOpeningAndGrowsWithChanges()
    {
        auto *line = m_workspace->findChild<StatusLine *>();
        QTRY_COMPARE(line->chain(), StatusLine::Chain::Intact);
        const QString before = line->chainText();
        m_test->addControl(QStringLiteral("AC-09"));
        QVERIFY(line->chainText() != before);
    }
    void aBrokenChainIsSaidAndLeadsToItsEntry()
    {
        auto *line = m_workspace->findChild<StatusLine *>();
        QTRY_COMPARE(line->chain(), StatusLine::Chain::Intact); // the check at opening has ended
        m_test->addControl(QStringLiteral("AC-02"));
        const auto done
            = m_test->project->storage().connection().execute("UPDATE activity SET actor = 'Mallory' WHERE seq = 1");
        QVERIFY(done);
        m_workspace->checkChain();
        QTRY_COMPARE(line->chain(), StatusLine::Chain::Broken);
        emit line->chainClicked(true, 1);
        QCOMPARE(pane("activity")->shown, QList<qint64>({ 1 }));
        QCOMPARE(pane("control")->context.chain.brokenAt(), 1); // the panes know as much
    }
    void aWholeChainLeadsToTheLog()
    {
        auto *line = m_workspace->findChild<StatusLine *>();
        QTRY_COMPARE(line->chain(), StatusLine::Chain::Intact);
        emit line->chainClicked(false, 1);
        QCOMPARE(m_workspace->current()->id(), QStringLiteral("activity"));
        QVERIFY(pane("activity")->shown.isEmpty());
        QVERIFY(!toast()->isVisible());
    }
    void aChangeThatIsNotWrittenIsSaidUntilTheNextIs()
    {
        auto *saved = m_workspace->findChild<SavedLabel *>();
        QCOMPARE(saved->state(), SavedLabel::State::Saved);
        {
            FailingDevice device;
            device.fillAfter(0);
            const auto refused = setFields<Control>(*m_test->project, { m_control },
                                                    { { QStringLiteral("title"), QStringLiteral("Lost") } });
            QVERIFY(!refused);
        }
        QCOMPARE(saved->state(), SavedLabel::State::Failed);
        QCOMPARE(saved->text(), QStringLiteral("Not saved: disk full"));
        saved->click();
        auto *problem = m_workspace->findChild<ProblemStrip *>();
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->sentence().contains(QStringLiteral("disk is full")), qPrintable(problem->sentence()));
        const auto invalid
            = setFields<Control>(*m_test->project, { m_control }, { { QStringLiteral("title"), QString() } });
        QVERIFY(!invalid); // the content's fault: says nothing about the disk
        QCOMPARE(saved->state(), SavedLabel::State::Failed);
        QVERIFY(setFields<Control>(*m_test->project, { m_control },
                                   { { QStringLiteral("title"), QStringLiteral("Kept") } }));
        QCOMPARE(saved->state(), SavedLabel::State::Saved);
        QVERIFY(!problem->isVisible());
    }
    void exportsAskOnceForEachProject()
    {
        m_prompts.files = { m_test->folder.filePath(QStringLiteral("out.txt")) };
        action("Write something…")->trigger();
        QTRY_VERIFY(QFile::exists(m_prompts.files.first()));
        QTRY_VERIFY(!m_workspace->isBusy());
        QCOMPARE(m_prompts.asked.size(), 2); // the consent, then the place
        action("Write something…")->trigger();
        QTRY_VERIFY(!m_workspace->isBusy());
        QCOMPARE(m_prompts.asked.size(), 3);
    }
    void refusingTheConsentWritesNothing()
    {
        m_prompts.agree = false;
        m_prompts.files = { m_test->folder.filePath(QStringLiteral("out.txt")) };
        action("Write something…")->trigger();
        QVERIFY(!m_workspace->isBusy());
        QVERIFY(!QFile::exists(m_prompts.files.first()));
    }
    void anExportCanBeCancelled()
    {
        m_consented = true;
        m_prompts.files = { m_test->folder.filePath(QStringLiteral("out.txt")) };
        m_slow = true;
        action("Write something…")->trigger();
        QVERIFY(m_workspace->isBusy());
        emit m_workspace->findChild<ProgressStrip *>()->cancelled();
        QTRY_VERIFY(!m_workspace->isBusy());
        QVERIFY(!QFile::exists(m_prompts.files.first()));
    }
    void keysReachEverything()
    {
        QSignalSpy locked(m_workspace.get(), &Workspace::lockAsked);
        QTest::keyClick(m_workspace.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(locked.size(), 1);
        QTest::keyClick(m_workspace.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_workspace->current()->id(), QStringLiteral("activity"));
        QTest::keyClick(m_workspace.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(m_workspace->current()->id(), QStringLiteral("control"));
    }
    void regionsGoRound()
    {
        auto *rail = m_workspace->findChild<Rail *>();
        for (int i = 0; i < 12 && !rail->isAncestorOf(QApplication::focusWidget()); ++i)
            QTest::keyClick(m_workspace.get(), Qt::Key_F6);
        QVERIFY(rail->isAncestorOf(QApplication::focusWidget()));
    }
    void theRailCollapsesWhenThereIsNoRoom()
    {
        auto *rail = m_workspace->findChild<Rail *>();
        QVERIFY(!rail->isCollapsed());
        m_workspace->resize(1100, 700);
        QVERIFY(rail->isCollapsed());
    }

private:
    FakePane *pane(const char *id) const { return qobject_cast<FakePane *>(m_workspace->pane(QLatin1String(id))); }
    Toast *toast() const { return m_workspace->findChild<Toast *>(); }
    QAction *action(const char *text) const
    {
        const QList<QAction *> all = m_workspace->commands();
        for (QAction *action : all) {
            if (action->text() == QString::fromUtf8(text))
                return action;
        }
        return nullptr;
    }
    void make()
    {
        m_workspace.reset();
        m_pool.waitForDone();
        m_readiness = std::make_unique<ProjectReadiness>(*m_test->project, QDate(2026, 3, 12));
        QList<PaneMaker> panes;
        for (const QString &name : std::as_const(m_paneNames))
            panes.append([name](const PaneContext &context) -> Pane * { return new FakePane(name, context); });
        const ExportKind kind { QStringLiteral("Write something…"),
                                QStringLiteral("download"),
                                QStringLiteral("out.txt"),
                                {},
                                [this](const Project &) -> ExportKind::Work {
                                    return [slow = m_slow](const QString &path, JobControl &job) -> Status {
                                        while (slow && !job.cancelled())
                                            QThread::msleep(1);
                                        if (job.cancelled())
                                            return Error { Error::Kind::Cancelled, path, {} };
                                        QFile file(path);
                                        return file.open(QIODevice::WriteOnly)
                                            ? Status(Ok {})
                                            : Status(Error { Error::Kind::Io, path, {} });
                                    };
                                },
                                false };
        const WorkspaceSetup setup { *m_test->project,
                                     *m_readiness,
                                     m_prompts,
                                     m_state,
                                     m_pool,
                                     [] { return QDate(2026, 3, 12); },
                                     panes,
                                     { kind },
                                     { [this] { return m_consented; }, [this] { m_consented = true; } },
                                     0 };
        m_workspace = std::make_unique<Workspace>(setup);
        m_workspace->resize(1440, 900);
        m_workspace->show();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
    }

    FakePrompts m_prompts;
    MemoryState m_state;
    QThreadPool m_pool;
    std::unique_ptr<TestProject> m_test;
    std::unique_ptr<ProjectReadiness> m_readiness;
    std::unique_ptr<Workspace> m_workspace;
    ControlId m_control;
    QStringList m_paneNames;
    bool m_consented = false;
    bool m_slow = false;
};

QTEST_MAIN(TestWorkspace)
#include "tst_workspace.moc"
