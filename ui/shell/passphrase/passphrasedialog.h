#pragma once

#include "model/store/secret.h"
#include "ui/shell/keychain.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QThreadPool;

namespace tb {

class LabelledField;
class NewPassphrase;
class PassphraseField;
class ProblemStrip;
class ProgressStrip;
class Prompts;

/// What the dialog needs to know about the project whose passphrase is to change.
struct PassphraseSetup
{
    QString fileName;
    Prompts &prompts;
    QThreadPool &jobs;
    KeychainState keychain = KeychainState::Missing;
    bool isRemembered = false; ///< the keychain holds the present key
    KeyCost cost = {}; ///< weaker only in tests
    QByteArray keyFileHash = {}; ///< of the key file that the project was opened with; it stays the second factor
};

/// What the person asks for.
struct PassphraseChange
{
    QString current; ///< passphrase or recovery key, as typed; wipe it when it has been looked at
    RawKey key; ///< derived from the new passphrase and salt
    QByteArray salt;
    bool remember = false; ///< in the system keychain
};

/// Asks for the present and the new passphrase, shows the new recovery key, and how far writing is. It changes nothing:
/// the application answers changeAsked() with the show functions, or closes it.
class PassphraseDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PassphraseDialog(const PassphraseSetup &setup, QWidget *parent = nullptr);
    ~PassphraseDialog() override;

    void showWorking(const QString &what); ///< without Cancel: a second or so
    void showProgress(const QString &what); ///< with Cancel, which ends in cancelAsked()
    void setProgress(int permille, const QString &what);
    void showWrongCurrent();
    void showProblem(const QString &sentence, const QString &details = {});
    void reject() override; ///< while the file is being written: cancels that instead

signals:
    void changeAsked(const tb::PassphraseChange &change);
    void cancelAsked();
    void printAsked(const QString &recoveryText);

private:
    QWidget *makeContent();
    QWidget *makeFooter();
    void change();
    void setWorking(bool working);

    PassphraseSetup m_setup;
    PassphraseField *m_current = nullptr; // children
    LabelledField *m_currentField = nullptr;
    NewPassphrase *m_new = nullptr;
    QCheckBox *m_remember = nullptr;
    QWidget *m_content = nullptr;
    ProblemStrip *m_problem;
    ProgressStrip *m_progress;
    QLabel *m_state = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_change = nullptr;
    bool m_writing = false;
};

} // namespace tb
