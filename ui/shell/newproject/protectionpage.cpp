#include "ui/shell/newproject/protectionpage.h"

#include "ui/common/textstyle.h"
#include "ui/shell/passphrase/newpassphrase.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

namespace tb {

namespace {

constexpr std::array minutes { 5, 10, 15, 30, 60 };

} // namespace

ProtectionPage::ProtectionPage(QThreadPool &pool, KeychainState keychain, int idleMinutes, const KeyCost &cost,
                               QWidget *parent)
    : AssistantPage(tr("Protection"), tr("The project file is encrypted with this passphrase. Nobody can reset it."),
                    parent)
    , m_passphrase(new NewPassphrase(pool, cost, {}))
{
    content()->addWidget(m_passphrase);
    content()->addSpacing(18);
    content()->addWidget(makeComputer(keychain, idleMinutes));
    content()->addStretch(1);
    connect(m_passphrase, &NewPassphrase::printAsked, this, &ProtectionPage::printAsked);
    connect(m_passphrase, &NewPassphrase::saveAsked, this, &ProtectionPage::saveAsked);
}

QWidget *ProtectionPage::makeComputer(KeychainState keychain, int idleMinutes)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("On this computer"), TextStyle::BodyStrong));
    column->addWidget(m_remember = new QCheckBox(tr("Re&member the key in the system keychain")));
    m_remember->setObjectName(QStringLiteral("rememberNew"));
    m_remember->setEnabled(keychain == KeychainState::Ready);
    if (keychain != KeychainState::Ready)
        column->addWidget(makeLabel(tr("Off: this computer has no keychain that answers, or it is off in Settings."),
                                    TextStyle::Small, Ink::Text2));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_lock = new QCheckBox(tr("&Lock when idle for")));
    row->addWidget(m_minutes = new QComboBox);
    for (const int count : minutes)
        m_minutes->addItem(tr("%n minutes", nullptr, count), count);
    m_minutes->setCurrentIndex(std::max(0, m_minutes->findData(idleMinutes > 0 ? idleMinutes : 15)));
    m_minutes->setAccessibleName(tr("Idle time before locking"));
    m_lock->setChecked(idleMinutes > 0);
    m_minutes->setEnabled(idleMinutes > 0);
    row->addWidget(makeLabel(tr("or when the screen locks")), 1);
    column->addLayout(row);
    connect(m_lock, &QCheckBox::toggled, m_minutes, &QWidget::setEnabled);
    return part;
}

void ProtectionPage::opened()
{
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

bool ProtectionPage::check()
{
    return m_passphrase->check();
}

void ProtectionPage::fill(NewProjectPlan &plan) const
{
    plan.passphrase = m_passphrase->passphrase();
    plan.salt = m_passphrase->salt();
    plan.key = m_passphrase->key();
    plan.remember = m_remember->isChecked();
    plan.idleLockMinutes = m_lock->isChecked() ? m_minutes->currentData().toInt() : 0;
}

QString ProtectionPage::hint() const
{
    return tr("Passphrase and recovery key");
}

QString ProtectionPage::summary() const
{
    return tr("Passphrase set, recovery key stored");
}

} // namespace tb
