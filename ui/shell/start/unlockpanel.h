#pragma once

#include "ui/shell/keychain.h"
#include "ui/shell/recentproject.h"

#include <QWidget>

class QAbstractButton;
class QBoxLayout;
class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace tb {

class PassphraseField;
class ProblemStrip;

/// The right column of the start screen and the lock: asks for the passphrase or the recovery key of one project. It
/// derives nothing itself; the application tries the key off this thread and answers through the show…() functions.
class UnlockPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit UnlockPanel(QWidget *parent = nullptr);

    void setProject(const RecentProject &project, QDate today);
    const RecentProject &project() const { return m_project; }
    void setKeychainState(KeychainState state, bool offered);
    void focusPassphrase();
    /// The second factor that was chosen, shown by its name until forget(); empty: none.
    void setKeyFile(const QString &path);
    const QString &keyFile() const { return m_keyFilePath; }

    void showIdle();
    /// Takes what was typed out of the fields and asks for the passphrase again: the project is open, or another is
    /// shown.
    void forget();
    void showBusy(const QString &what); ///< the strip; fields are off
    void showWrongPassphrase();
    void showWrongRecoveryKey(const QString &why);
    /// What stands in the way and, when @p action is not empty, a button that emits actionAsked(@p actionId).
    void showProblem(const QString &sentence, const QString &action = {}, const QString &actionId = {});

signals:
    void unlockAsked(const QString &passphrase, bool remember);
    void keyFileAsked();
    void recoveryAsked(const QString &text, bool remember);
    void recoveryFileAsked();
    void keychainAsked();
    void forgetAsked();
    void actionAsked(const QString &actionId);

private:
    QWidget *makeHeader();
    QWidget *makePassphrasePage();
    QWidget *makeRecoveryPage();
    QWidget *makeKeychainPart();
    QWidget *makeForgottenCard();
    QWidget *makeFacts();
    void showFacts(QDate today);
    void showMode(bool recovery);
    void submit();
    void setWorking(bool working);
    void showMessage(const QString &sentence, const QString &advice);
    void updateKeychain();

    RecentProject m_project;
    KeychainState m_keychain = KeychainState::Unknown;
    bool m_offered = true;
    QString m_keyFilePath;

    QLabel *m_title; // children from here on
    QLabel *m_detail;
    ProblemStrip *m_problem;
    QStackedWidget *m_pages;
    PassphraseField *m_passphrase;
    QWidget *m_capsLock;
    QAbstractButton *m_keyFile; ///< leads to the key file or takes it away
    QPlainTextEdit *m_recovery;
    QWidget *m_message;
    QLabel *m_sentence;
    QLabel *m_advice;
    QCheckBox *m_remember;
    QLabel *m_why;
    QPushButton *m_unlock;
    QWidget *m_strip;
    QLabel *m_busy;
    QWidget *m_kept;
    QPushButton *m_useKeychain;
    QWidget *m_forgotten;
    QAbstractButton *m_other; ///< leads to the recovery key or back
    QList<QLabel *> m_facts; ///< file, size, last saved
};

} // namespace tb
