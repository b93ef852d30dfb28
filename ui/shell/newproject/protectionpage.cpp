#include "ui/shell/newproject/protectionpage.h"

#include "model/job.h"
#include "ui/common/button.h"
#include "ui/common/textstyle.h"
#include "ui/shell/card.h"
#include "ui/shell/newproject/strengthmeter.h"
#include "ui/shell/passphrasefield.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>

namespace tb {

namespace {

constexpr int typingPause = 500; ///< milliseconds
constexpr int longestClipboard = 60'000; ///< milliseconds that a copied key stays in the clipboard
constexpr std::array minutes { 5, 10, 15, 30, 60 };

/// The key's groups on two lines, as they stand on the printed sheet.
QString onTwoLines(QString text)
{
    const qsizetype middle = text.indexOf(QLatin1Char('-'), text.size() / 2 - 2);
    if (middle > 0)
        text[middle] = QLatin1Char('\n');
    return text;
}

void copyForAWhile(const QString &text)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(text);
    QTimer::singleShot(longestClipboard, clipboard, [clipboard, text] {
        if (clipboard->text() == text)
            clipboard->clear();
    });
}

} // namespace

ProtectionPage::ProtectionPage(QThreadPool &pool, KeychainState keychain, int idleMinutes, const KeyCost &cost,
                               QWidget *parent)
    : AssistantPage(tr("Protection"), tr("The project file is encrypted with this passphrase. Nobody can reset it."),
                    parent)
    , m_pool(pool)
    , m_cost(cost)
    , m_salt(randomSalt())
{
    content()->addWidget(makePassphrases());
    content()->addSpacing(18);
    content()->addWidget(makeRecovery());
    content()->addSpacing(18);
    content()->addWidget(makeComputer(keychain, idleMinutes));
    content()->addStretch(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ProtectionPage::derive);
    showKey();
}

ProtectionPage::~ProtectionPage()
{
    for (PassphraseField *field : { m_passphrase, m_repeat }) {
        QString typed = field->take();
        wipe(typed);
    }
}

QWidget *ProtectionPage::makePassphrases()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_passphrase = new PassphraseField;
    m_passphrase->setObjectName(QStringLiteral("newPassphrase"));
    m_repeat = new PassphraseField;
    m_repeat->setObjectName(QStringLiteral("repeatPassphrase"));
    column->addWidget(m_first = new LabelledField(tr("&Passphrase"), m_passphrase), 0, Qt::AlignLeft);
    column->addWidget(m_strength = new StrengthMeter);
    m_strength->setStrength({});
    column->addSpacing(4);
    column->addWidget(m_second = new LabelledField(tr("&Repeat passphrase"), m_repeat), 0, Qt::AlignLeft);
    for (LabelledField *field : { m_first, m_second }) {
        field->setFixedWidth(metrics::scaled(440));
        field->field()->setMinimumHeight(metrics::control() + 4);
    }
    auto *suggestion = makeButton(tr("Suggest a passphrase"), ButtonRole::Standard, QStringLiteral("dices"));
    suggestion->setObjectName(QStringLiteral("suggest"));
    column->addSpacing(4);
    column->addWidget(suggestion, 0, Qt::AlignLeft);
    connect(suggestion, &QPushButton::clicked, this, &ProtectionPage::suggest);
    connect(m_passphrase, &QLineEdit::textChanged, this, &ProtectionPage::edited);
    connect(m_repeat, &QLineEdit::textChanged, this, &ProtectionPage::edited);
    return part;
}

QWidget *ProtectionPage::makeRecovery()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Recovery key"), TextStyle::BodyStrong));
    auto *card = new Card(Card::Ground::Sunken);
    auto *text = new QVBoxLayout(card);
    text->setContentsMargins(17, 12, 16, 12);
    text->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_keyText = makeLabel({}, TextStyle::Mono);
    m_keyText->setObjectName(QStringLiteral("recoveryText"));
    m_keyText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_keyNote = makeLabel({}, TextStyle::Small, Ink::Text2);
    m_keyText->setMinimumHeight(2 * metrics::line());
    row->addWidget(m_keyText, 1);
    text->addLayout(row);
    text->addWidget(m_keyNote);
    auto *print = makeButton(tr("Print…"), ButtonRole::Standard, QStringLiteral("printer"));
    auto *copy = makeButton(tr("Copy"), ButtonRole::Standard, QStringLiteral("copy"));
    auto *save = makeButton(tr("Save…"), ButtonRole::Standard, QStringLiteral("save"));
    copy->setToolTip(tr("Copy; the clipboard is cleared after a minute"));
    m_keyButtons = { print, copy, save };
    for (QPushButton *button : std::as_const(m_keyButtons))
        row->addWidget(button);
    connect(print, &QPushButton::clicked, this, [this] { emit printAsked(recoveryText(m_key)); });
    connect(copy, &QPushButton::clicked, this, [this] { copyForAWhile(recoveryText(m_key)); });
    connect(save, &QPushButton::clicked, this, [this] { emit saveAsked(recoveryText(m_key)); });
    column->addWidget(card);
    column->addWidget(m_stored = new QCheckBox(tr("I have stored the recovery &key")));
    m_stored->setObjectName(QStringLiteral("stored"));
    column->addWidget(m_storedProblem = makeLabel({}, TextStyle::Small, Ink::Bad));
    m_storedProblem->hide();
    connect(m_stored, &QCheckBox::toggled, m_storedProblem, &QWidget::hide);
    return part;
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
        m_remember->setToolTip(
            tr("Off: this computer has no keychain that answers, or it is switched off in Settings."));
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

void ProtectionPage::edited()
{
    m_strength->setStrength(strengthOf(m_passphrase->text()));
    m_first->setProblem({});
    // While the second is being typed it is only wrong once it no longer begins the first.
    const bool differ = !m_repeat->text().isEmpty() && !m_passphrase->text().startsWith(m_repeat->text());
    m_second->setProblem(differ ? tr("The two passphrases differ.") : QString());
    if (m_job)
        m_job->cancel();
    m_job = nullptr;
    m_key = {};
    m_stored->setChecked(false);
    showKey();
    const bool ready = !m_passphrase->text().isEmpty() && m_passphrase->text() == m_repeat->text();
    ready ? m_pause.start() : m_pause.stop();
}

void ProtectionPage::suggest()
{
    const QString words = suggestPassphrase();
    m_passphrase->setShown(true);
    m_repeat->setShown(true);
    m_passphrase->setText(words);
    m_repeat->setText(words);
}

void ProtectionPage::derive()
{
    m_job = Job::start<RawKey>(
        m_pool, this,
        [passphrase = m_passphrase->text(), salt = m_salt, cost = m_cost](JobControl &) {
            return deriveKey(passphrase, {}, salt, cost);
        },
        [this](Result<RawKey> key) { derived(key); });
}

void ProtectionPage::derived(const Result<RawKey> &key)
{
    if (!key || m_passphrase->text() != m_repeat->text())
        return;
    m_job = nullptr;
    m_key = key.value();
    showKey();
}

void ProtectionPage::showKey()
{
    const bool known = !m_key.isNull();
    m_keyText->setText(known
                           ? onTwoLines(recoveryText(m_key))
                           : QStringLiteral("····-····-····-····-····-····-····\n····-····-····-····-····-····-····"));
    const bool working = m_passphrase && !m_passphrase->text().isEmpty() && m_passphrase->text() == m_repeat->text();
    m_keyNote->setText(known         ? tr("Opens the file if the passphrase is lost. Keep it away from this computer.")
                           : working ? tr("Working out the key…")
                                     : tr("Appears when the passphrase has been typed twice."));
    for (QPushButton *button : std::as_const(m_keyButtons))
        button->setEnabled(known);
    m_stored->setEnabled(known);
}

void ProtectionPage::opened()
{
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

bool ProtectionPage::check()
{
    using Level = PassphraseStrength::Level;
    const PassphraseStrength strength = strengthOf(m_passphrase->text());
    if (strength.level == Level::None || strength.level == Level::Weak) {
        m_first->setProblem(strength.level == Level::None
                                ? tr("Type a passphrase, or take the suggestion.")
                                : tr("Too easy to guess. Add words, or take the suggestion."));
        m_passphrase->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (m_passphrase->text() != m_repeat->text()) {
        m_second->setProblem(tr("The two passphrases differ."));
        m_repeat->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (!m_stored->isChecked()) {
        m_storedProblem->setText(m_key.isNull() ? tr("One moment: the recovery key is being worked out.")
                                                : tr("Print, copy or save the recovery key, then tick this box."));
        m_storedProblem->show();
        m_stored->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void ProtectionPage::fill(NewProjectPlan &plan) const
{
    plan.passphrase = m_passphrase->text();
    plan.salt = m_salt;
    plan.key = m_key;
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
