#pragma once

#include "ui/shell/keychain.h"
#include "ui/shell/newproject/assistantpage.h"
#include "ui/shell/newproject/newprojectplan.h"

class QCheckBox;
class QComboBox;
class QThreadPool;

namespace tb {

class NewPassphrase;

/// Third step: the passphrase with its recovery key, and what this computer may do.
class ProtectionPage final : public AssistantPage
{
    Q_OBJECT

public:
    ProtectionPage(QThreadPool &pool, KeychainState keychain, int idleMinutes, const KeyCost &cost,
                   QWidget *parent = nullptr);

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
    QWidget *makeComputer(KeychainState keychain, int idleMinutes);

    NewPassphrase *m_passphrase; // children
    QCheckBox *m_remember;
    QCheckBox *m_lock;
    QComboBox *m_minutes;
};

} // namespace tb
