#include "ui/shell/passphrase/recoverykey.h"

#include "model/store/filesniff.h"
#include "reports/words/errors.h"
#include "ui/common/button.h"
#include "ui/common/prompts.h"
#include "ui/common/textstyle.h"
#include "ui/shell/card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSaveFile>
#include <QTimer>

namespace tb {

namespace {

constexpr int longestClipboard = 60'000; ///< milliseconds that a copied key stays in the clipboard

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

RecoveryKey::RecoveryKey(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Recovery key"), TextStyle::BodyStrong));
    column->addWidget(makeCard());
    column->addWidget(m_stored = new QCheckBox(tr("I have stored the recovery &key")));
    m_stored->setObjectName(QStringLiteral("stored"));
    column->addWidget(m_problem = makeLabel({}, TextStyle::Small, Ink::Bad));
    m_problem->hide();
    connect(m_stored, &QCheckBox::toggled, m_problem, &QWidget::hide);
    setKey({}, false);
}

QWidget *RecoveryKey::makeCard()
{
    auto *card = new Card(Card::Ground::Sunken);
    auto *text = new QVBoxLayout(card);
    text->setContentsMargins(17, 12, 16, 12);
    text->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_text = makeLabel({}, TextStyle::Mono);
    m_text->setObjectName(QStringLiteral("recoveryText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumHeight(2 * metrics::line());
    m_note = makeLabel({}, TextStyle::Small, Ink::Text2);
    row->addWidget(m_text, 1);
    text->addLayout(row);
    text->addWidget(m_note);
    auto *print = makeButton(tr("Print…"), ButtonRole::Standard, QStringLiteral("printer"));
    auto *copy = makeButton(tr("Copy"), ButtonRole::Standard, QStringLiteral("copy"));
    auto *save = makeButton(tr("Save…"), ButtonRole::Standard, QStringLiteral("save"));
    copy->setToolTip(tr("Copy; the clipboard is cleared after a minute"));
    m_buttons = { print, copy, save };
    for (QPushButton *button : std::as_const(m_buttons))
        row->addWidget(button);
    connect(print, &QPushButton::clicked, this, [this] { emit printAsked(recoveryText(m_key)); });
    connect(copy, &QPushButton::clicked, this, [this] { copyForAWhile(recoveryText(m_key)); });
    connect(save, &QPushButton::clicked, this, [this] { emit saveAsked(recoveryText(m_key)); });
    return card;
}

void RecoveryKey::setKey(const RawKey &key, bool working)
{
    m_key = key;
    const bool known = !key.isNull();
    m_text->setText(known ? onTwoLines(recoveryText(key))
                          : QStringLiteral("····-····-····-····-····-····-····\n····-····-····-····-····-····-····"));
    m_note->setText(known         ? tr("Opens the file if the passphrase is lost. Keep it away from this computer.")
                        : working ? tr("Working out the key…")
                                  : tr("Appears when the passphrase has been typed twice."));
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(known);
    m_stored->setChecked(false);
    m_stored->setEnabled(known);
    m_problem->hide();
}

bool RecoveryKey::isStored() const
{
    return m_stored->isChecked();
}

void RecoveryKey::askToStore()
{
    m_problem->setText(m_key.isNull() ? tr("One moment: the recovery key is being worked out.")
                                      : tr("Print, copy or save the recovery key, then tick this box."));
    m_problem->show();
    m_stored->setFocus(Qt::OtherFocusReason);
}

void saveRecoveryKey(Prompts &prompts, QWidget *owner, const QString &recoveryText,
                     std::function<void(const QString &sentence)> failed)
{
    const Prompts::FileQuestion question { RecoveryKey::tr("Save recovery key"),
                                           {},
                                           QStringLiteral("recovery-key.txt"),
                                           RecoveryKey::tr("Text file (*.txt)") };
    prompts.saveFile(owner, question, [recoveryText, failed = std::move(failed)](const QString &path) {
        if (const Status fine = refuseProject(path); !fine)
            return failed(words::sentence(fine.error()));
        QSaveFile file(path);
        const QByteArray line = recoveryText.toLatin1() + '\n';
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            || file.write(line) != line.size() || !file.commit())
            failed(words::sentence({ Error::Kind::Io, path, file.errorString() }));
    });
}

} // namespace tb
