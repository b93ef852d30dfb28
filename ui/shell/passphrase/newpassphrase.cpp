#include "ui/shell/passphrase/newpassphrase.h"

#include "model/job.h"
#include "ui/common/button.h"
#include "ui/common/metrics.h"
#include "ui/shell/newproject/assistantpage.h"
#include "ui/shell/passphrase/recoverykey.h"
#include "ui/shell/passphrase/strengthmeter.h"
#include "ui/shell/passphrasefield.h"

#include <QBoxLayout>

namespace tb {

namespace {

constexpr int typingPause = 500; ///< milliseconds

} // namespace

NewPassphrase::NewPassphrase(QThreadPool &pool, const KeyCost &cost, const QByteArray &keyFileHash, QWidget *parent)
    : QWidget(parent)
    , m_pool(pool)
    , m_cost(cost)
    , m_keyFileHash(keyFileHash)
    , m_salt(randomSalt())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(18);
    column->addWidget(makeFields());
    column->addWidget(m_recovery = new RecoveryKey);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &NewPassphrase::derive);
    connect(m_recovery, &RecoveryKey::printAsked, this, &NewPassphrase::printAsked);
    connect(m_recovery, &RecoveryKey::saveAsked, this, &NewPassphrase::saveAsked);
    setFocusProxy(m_passphrase);
}

NewPassphrase::~NewPassphrase()
{
    for (PassphraseField *field : { m_passphrase, m_repeat }) {
        field->disconnect(this);
        QString typed = field->take();
        wipe(typed);
    }
}

QWidget *NewPassphrase::makeFields()
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
    connect(suggestion, &QPushButton::clicked, this, &NewPassphrase::suggest);
    connect(m_passphrase, &QLineEdit::textChanged, this, &NewPassphrase::edited);
    connect(m_repeat, &QLineEdit::textChanged, this, &NewPassphrase::edited);
    return part;
}

void NewPassphrase::edited()
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
    m_recovery->setKey(m_key, isRepeated());
    isRepeated() ? m_pause.start() : m_pause.stop();
}

bool NewPassphrase::isRepeated() const
{
    return !m_passphrase->text().isEmpty() && m_passphrase->text() == m_repeat->text();
}

void NewPassphrase::suggest()
{
    const QString words = suggestPassphrase();
    m_passphrase->setShown(true);
    m_repeat->setShown(true);
    m_passphrase->setText(words);
    m_repeat->setText(words);
}

void NewPassphrase::derive()
{
    m_job = Job::start<RawKey>(
        m_pool, this,
        [passphrase = m_passphrase->text(), file = m_keyFileHash, salt = m_salt, cost = m_cost](JobControl &) {
            return deriveKey(passphrase, file, salt, cost);
        },
        [this, of = m_passphrase->text()](Result<RawKey> key) {
            if (m_passphrase->text() == of)
                derived(key);
        });
}

void NewPassphrase::derived(const Result<RawKey> &key)
{
    if (!key || !isRepeated())
        return;
    m_job = nullptr;
    m_key = key.value();
    m_recovery->setKey(m_key, false);
}

bool NewPassphrase::checkPassphrase()
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
    return true;
}

bool NewPassphrase::check()
{
    if (!checkPassphrase())
        return false;
    if (m_key.isNull() || !m_recovery->isStored()) {
        m_recovery->askToStore();
        return false;
    }
    return true;
}

QString NewPassphrase::passphrase() const
{
    return m_passphrase->text();
}

} // namespace tb
