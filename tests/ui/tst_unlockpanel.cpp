#include "ui/common/problemstrip.h"
#include "ui/shell/start/unlockpanel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

RecentProject someProject()
{
    RecentProject project;
    project.path = QStringLiteral("/nowhere/engagement.trustbench");
    project.inKeychain = true;
    return project;
}

template <class W> W *part(const UnlockPanel &panel, const char *name)
{
    return panel.findChild<W *>(QLatin1String(name));
}

} // namespace

class TestUnlockPanel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_panel = std::make_unique<UnlockPanel>();
        m_panel->setProject(someProject(), QDate(2026, 3, 12));
        m_panel->setKeychainState(KeychainState::Ready, true);
        m_panel->show();
    }
    void enterAsksToUnlock()
    {
        QSignalSpy asked(m_panel.get(), &UnlockPanel::unlockAsked);
        auto *field = part<QLineEdit>(*m_panel, "passphrase");
        QTest::keyClicks(field, QStringLiteral("open sesame"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("open sesame"));
        QCOMPARE(asked.first().last().toBool(), false);
    }
    void aKeyFileIsChosenTakenAwayAndForgotten()
    {
        const QSignalSpy asked(m_panel.get(), &UnlockPanel::keyFileAsked);
        auto *link = part<QAbstractButton>(*m_panel, "keyFile");
        QVERIFY(link->isVisible());
        link->click();
        QCOMPARE(asked.size(), 1);
        m_panel->setKeyFile(QStringLiteral("/nowhere/second.key"));
        QVERIFY2(link->text().contains(QStringLiteral("second.key")), qPrintable(link->text()));
        m_panel->showWrongPassphrase();
        QCOMPARE(m_panel->keyFile(), QStringLiteral("/nowhere/second.key")); // the passphrase may be mistyped
        link->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(m_panel->keyFile(), QString());
        m_panel->setKeyFile(QStringLiteral("/nowhere/second.key"));
        m_panel->forget();
        QCOMPARE(m_panel->keyFile(), QString());
    }
    void nothingTypedAsksNothing()
    {
        QSignalSpy asked(m_panel.get(), &UnlockPanel::unlockAsked);
        part<QAbstractButton>(*m_panel, "unlock")->click();
        QCOMPARE(asked.size(), 0);
        QVERIFY(part<QLabel>(*m_panel, "unlockMessage")->isVisible());
    }
    void wrongPassphraseSelectsTheTextAndFramesTheField()
    {
        auto *field = part<QLineEdit>(*m_panel, "passphrase");
        field->setText(QStringLiteral("wrong"));
        m_panel->showBusy(QStringLiteral("Deriving"));
        QVERIFY(!field->isEnabled());
        m_panel->showWrongPassphrase();
        QVERIFY(field->isEnabled());
        QCOMPARE(field->selectedText().size(), 5);
        QVERIFY(field->property("tbError").toBool());
        QTest::keyClicks(field, QStringLiteral("x"));
        QVERIFY(!field->property("tbError").toBool());
    }
    void hearsCapsLock()
    {
        auto *field = part<QLineEdit>(*m_panel, "passphrase");
        QSignalSpy heard(field, SIGNAL(capsLockChanged(bool)));
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
        QCOMPARE(heard.size(), 0);
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_A, QStringLiteral("A"), Qt::NoModifier);
        QCOMPARE(heard.size(), 1);
        QTest::keyClick(field, Qt::Key_A);
        QCOMPARE(heard.size(), 2);
    }
    void keychainPartFollowsItsState()
    {
        auto *remember = part<QAbstractButton>(*m_panel, "remember");
        auto *use = part<QAbstractButton>(*m_panel, "useKeychain");
        QVERIFY(remember->isEnabled());
        QVERIFY(use->isVisible());
        m_panel->setKeychainState(KeychainState::Missing, true);
        QVERIFY(!remember->isEnabled());
        QVERIFY(!use->isVisible());
        m_panel->setKeychainState(KeychainState::Ready, false);
        QVERIFY(!remember->isEnabled());
    }
    void recoveryKeyTakesThePlaceOfThePassphrase()
    {
        part<QAbstractButton>(*m_panel, "useRecoveryKey")->click();
        QSignalSpy asked(m_panel.get(), &UnlockPanel::recoveryAsked);
        part<QAbstractButton>(*m_panel, "unlock")->click();
        QCOMPARE(asked.size(), 1);
    }
    void whatWasTypedIsForgottenAndThePassphraseAskedForAgain()
    {
        auto *other = part<QAbstractButton>(*m_panel, "useRecoveryKey");
        const QString offer = other->text();
        part<QLineEdit>(*m_panel, "passphrase")->setText(QStringLiteral("correct horse"));
        other->click();
        QVERIFY(other->text() != offer);
        auto *key = part<QPlainTextEdit>(*m_panel, "recoveryKey");
        key->setPlainText(QStringLiteral("ABCD"));
        QVERIFY(key->isVisible());
        m_panel->forget();
        QVERIFY(!key->isVisible());
        QCOMPARE(key->toPlainText(), QString());
        QCOMPARE(part<QLineEdit>(*m_panel, "passphrase")->text(), QString());
        QCOMPARE(other->text(), offer);
    }
    void aProblemCanOfferAWayOut()
    {
        QSignalSpy asked(m_panel.get(), &UnlockPanel::actionAsked);
        m_panel->showProblem(QStringLiteral("In use"), QStringLiteral("Open read-only"), QStringLiteral("read-only"));
        auto *strip = m_panel->findChild<ProblemStrip *>();
        QVERIFY(strip->isVisible());
        emit strip->actionClicked();
        QCOMPARE(asked.first().first().toString(), QStringLiteral("read-only"));
    }
    void anotherProjectFindsAnEmptyField()
    {
        auto *field = part<QLineEdit>(*m_panel, "passphrase");
        field->setText(QStringLiteral("half typed"));
        m_panel->setProject(someProject(), QDate(2026, 3, 12));
        QVERIFY(field->text().isEmpty());
    }

private:
    std::unique_ptr<UnlockPanel> m_panel;
};

QTEST_MAIN(TestUnlockPanel)
#include "tst_unlockpanel.moc"
