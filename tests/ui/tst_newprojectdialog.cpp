#include "tests/support/fakeprompts.h"
#include "ui/shell/newproject/engagementpage.h"
#include "ui/shell/newproject/newprojectdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace tb;

class TestNewProjectDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = loadCatalog();
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
        m_catalog = std::move(loaded).value();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const KeyCost weak { 8192, 1, 1 };
        m_dialog = std::make_unique<NewProjectDialog>(NewProjectSetup {
            m_catalog, m_prompts, m_pool, QDate(2026, 3, 12), m_folder->path(), KeychainState::Ready, 15, weak });
        m_dialog->show();
    }
    void nextFocusesTheFirstFaultyField()
    {
        press("next");
        QCOMPARE(step(), 0);
        QCOMPARE(m_dialog->focusWidget(), line("organisation"));
        QVERIFY(line("organisation")->property("tbError").toBool());
        QTest::keyClicks(line("organisation"), QStringLiteral("Fernbrook"));
        QVERIFY(!line("organisation")->property("tbError").toBool());
    }
    void categoriesCountTheirCriteria()
    {
        const auto *count = m_dialog->findChild<QLabel *>(QStringLiteral("criteriaInScope"));
        QVERIFY2(count->text().startsWith(QStringLiteral("33 ")), qPrintable(count->text()));
        press("availability");
        press("confidentiality");
        QVERIFY2(count->text().startsWith(QStringLiteral("38 ")), qPrintable(count->text()));
        press("security");
        QVERIFY(m_dialog->findChild<QAbstractButton *>(QStringLiteral("security"))->isChecked());
    }
    void fourStepsMakeAPlan()
    {
        QSignalSpy created(m_dialog.get(), &NewProjectDialog::createAsked);
        fillEngagement();
        press("next");
        press("lean");
        press("next");
        press("suggest");
        QTRY_VERIFY(m_dialog->findChild<QAbstractButton *>(QStringLiteral("stored"))->isEnabled());
        press("stored");
        press("next");
        QCOMPARE(step(), 3);
        press("next");
        QCOMPARE(created.size(), 1);
        const NewProjectPlan plan = m_dialog->plan();
        QCOMPARE(plan.project.engagement.organisation, QStringLiteral("Fernbrook Analytics"));
        QCOMPARE(plan.project.startingSet, StartingSet::Lean);
        QVERIFY(plan.path.startsWith(m_folder->path()));
        QVERIFY(plan.path.endsWith(QStringLiteral(".trustbench")));
        const auto again = deriveKey(plan.passphrase, {}, plan.salt, { 8192, 1, 1 });
        QVERIFY(again && again.value() == plan.key); // the key shown is the file's
        QVERIFY(!QFile::exists(plan.path)); // the dialog itself writes nothing
    }
    void weakAndDifferentPassphrasesStayOnTheStep()
    {
        fillEngagement();
        press("next");
        press("next");
        line("newPassphrase")->setText(QStringLiteral("password"));
        press("next");
        QCOMPARE(step(), 2);
        QVERIFY(line("newPassphrase")->property("tbError").toBool());
        line("newPassphrase")->setText(QStringLiteral("quiet lantern orbit mill seventeen"));
        line("repeatPassphrase")->setText(QStringLiteral("quiet lantern orbit mill seventee"));
        press("next");
        QCOMPARE(step(), 2);
        QVERIFY(line("repeatPassphrase")->property("tbError").toBool());
    }
    void theRecoveryKeyMustBeStored()
    {
        fillEngagement();
        press("next");
        press("next");
        press("suggest");
        QTRY_VERIFY(m_dialog->findChild<QAbstractButton *>(QStringLiteral("stored"))->isEnabled());
        press("next");
        QCOMPARE(step(), 2);
    }
    void anotherPassphraseVoidsTheKeyShown()
    {
        fillEngagement();
        press("next");
        press("next");
        press("suggest");
        auto *stored = m_dialog->findChild<QAbstractButton *>(QStringLiteral("stored"));
        QTRY_VERIFY(stored->isEnabled());
        const QString first = m_dialog->findChild<QLabel *>(QStringLiteral("recoveryText"))->text();
        stored->click();
        press("suggest");
        QVERIFY(!stored->isChecked());
        QTRY_VERIFY(stored->isEnabled());
        QVERIFY(m_dialog->findChild<QLabel *>(QStringLiteral("recoveryText"))->text() != first);
    }

private:
    void press(const char *name) { m_dialog->findChild<QAbstractButton *>(QLatin1String(name))->click(); }
    QLineEdit *line(const char *name) const { return m_dialog->findChild<QLineEdit *>(QLatin1String(name)); }
    int step() const { return m_dialog->findChild<QStackedWidget *>()->currentIndex(); }
    void fillEngagement()
    {
        line("organisation")->setText(QStringLiteral("Fernbrook Analytics"));
        line("service")->setText(QStringLiteral("Insight"));
    }

    Catalog m_catalog;
    FakePrompts m_prompts;
    QThreadPool m_pool;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<NewProjectDialog> m_dialog;
};

QTEST_MAIN(TestNewProjectDialog)
#include "tst_newprojectdialog.moc"
