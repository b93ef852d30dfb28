#pragma once

#include "ui/shell/keychain.h"
#include "ui/shell/newproject/assistantpage.h"
#include "ui/shell/newproject/newprojectplan.h"

#include <QPointer>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QPushButton;
class QThreadPool;

namespace tb {

class Job;
class PassphraseField;
class StrengthMeter;

/// Third step: the passphrase, and the recovery key that follows from it. The key is derived in a job while the person
/// reads, so that what is shown and stored here is the key of the file made later.
class ProtectionPage final : public AssistantPage
{
    Q_OBJECT

public:
    ProtectionPage(QThreadPool &pool, KeychainState keychain, int idleMinutes, const KeyCost &cost,
                   QWidget *parent = nullptr);
    ~ProtectionPage() override;

    /// Gives passphrase, key and choices to @p plan. Only after check().
    void fill(NewProjectPlan &plan) const;

    QString hint() const override;
    QString summary() const override;
    void opened() override;
    bool check() override;

signals:
    void printAsked(const QString &recoveryText);
    void saveAsked(const QString &recoveryText);

private:
    QWidget *makePassphrases();
    QWidget *makeRecovery();
    QWidget *makeComputer(KeychainState keychain, int idleMinutes);
    void edited();
    void suggest();
    void derive();
    void derived(const Result<RawKey> &key);
    void showKey();

    QThreadPool &m_pool;
    KeyCost m_cost;
    QByteArray m_salt;
    RawKey m_key; ///< null until derived from what the fields hold
    QTimer m_pause; ///< of typing, before a second of work starts
    QPointer<Job> m_job;
    PassphraseField *m_passphrase; // children from here on
    PassphraseField *m_repeat;
    LabelledField *m_first;
    LabelledField *m_second;
    StrengthMeter *m_strength;
    QLabel *m_keyText;
    QLabel *m_keyNote;
    QList<QPushButton *> m_keyButtons;
    QCheckBox *m_stored;
    QLabel *m_storedProblem;
    QCheckBox *m_remember;
    QCheckBox *m_lock;
    QComboBox *m_minutes;
};

} // namespace tb
