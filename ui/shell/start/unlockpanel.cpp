#include "ui/shell/start/unlockpanel.h"

#include "ui/common/button.h"
#include "ui/common/glyphicon.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/problemstrip.h"
#include "ui/common/textstyle.h"
#include "ui/shell/busybar.h"
#include "ui/shell/card.h"
#include "ui/shell/linkbutton.h"
#include "ui/shell/passphrasefield.h"
#include "ui/shell/rule.h"
#include "ui/shell/start/projectwords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>

namespace tb {

namespace {

QBoxLayout *columnIn(QWidget *widget, int spacing)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

/// Icon and line of text side by side.
QWidget *iconLine(const QIcon &icon, QLabel *label)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(7);
    layout->addWidget(new IconLabel(icon, 14));
    layout->addWidget(label, 1);
    return line;
}

QWidget *orLine()
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (int side = 0; side < 2; ++side) {
        layout->addWidget(new Rule, 1);
        if (side == 0)
            layout->addWidget(makeLabel(UnlockPanel::tr("or"), TextStyle::Small, Ink::Text2));
    }
    return line;
}

} // namespace

UnlockPanel::UnlockPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("unlockPanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 28);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addSpacing(20);
    m_pages = new QStackedWidget;
    m_pages->addWidget(makePassphrasePage());
    m_pages->addWidget(makeRecoveryPage());
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layout->addWidget(m_pages);
    layout->addWidget(makeKeychainPart());
    layout->addSpacing(20);
    layout->addWidget(m_forgotten = makeForgottenCard());
    layout->addStretch(1);
    layout->addWidget(makeFacts());
    showIdle();
}

QWidget *UnlockPanel::makeHeader()
{
    auto *header = new QWidget;
    QBoxLayout *layout = columnIn(header, 2);
    layout->addWidget(iconLine(icon(QStringLiteral("lock"), Ink::Text2),
                               makeLabel(tr("Locked project"), TextStyle::Small, Ink::Text2)));
    layout->addSpacing(2);
    layout->addWidget(m_title = makeLabel({}, TextStyle::PageTitle));
    m_title->setObjectName(QStringLiteral("unlockTitle"));
    layout->addWidget(m_detail = makeLabel({}, TextStyle::Body, Ink::Text2));
    m_title->setWordWrap(true);
    m_detail->setWordWrap(true);
    layout->addWidget(m_problem = new ProblemStrip);
    connect(m_problem, &ProblemStrip::actionClicked, this,
            [this] { emit actionAsked(m_problem->property("action").toString()); });
    return header;
}

QWidget *UnlockPanel::makePassphrasePage()
{
    auto *page = new QWidget;
    QBoxLayout *layout = columnIn(page, 6);
    auto *top = new QHBoxLayout;
    auto *label = makeLabel(tr("&Passphrase"), TextStyle::SmallMedium, Ink::Text2);
    m_passphrase = new PassphraseField;
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setMinimumHeight(metrics::control() + 8);
    label->setBuddy(m_passphrase);
    m_capsLock = iconLine(icon(QStringLiteral("arrow-big-up"), Ink::Text2),
                          makeLabel(tr("Caps Lock is on"), TextStyle::Small, Ink::Text2));
    m_capsLock->setVisible(false);
    top->addWidget(label, 1);
    top->addWidget(m_capsLock);
    layout->addLayout(top);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_keyFile = new LinkButton({}), 0, Qt::AlignLeft);
    m_keyFile->setObjectName(QStringLiteral("keyFile"));
    setKeyFile({});
    connect(m_keyFile, &QAbstractButton::clicked, this, [this] {
        if (m_keyFilePath.isEmpty())
            emit keyFileAsked();
        else
            setKeyFile({});
    });
    connect(m_passphrase, &PassphraseField::capsLockChanged, m_capsLock, &QWidget::setVisible);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &UnlockPanel::submit);
    connect(m_passphrase, &QLineEdit::textEdited, this, [this] {
        m_passphrase->setWrong(false);
        m_message->hide();
    });
    return page;
}

QWidget *UnlockPanel::makeRecoveryPage()
{
    auto *page = new QWidget;
    QBoxLayout *layout = columnIn(page, 6);
    auto *label = makeLabel(tr("Recovery &key"), TextStyle::SmallMedium, Ink::Text2);
    m_recovery = new QPlainTextEdit;
    m_recovery->setObjectName(QStringLiteral("recoveryKey"));
    setTextStyle(m_recovery, TextStyle::Mono);
    m_recovery->setTabChangesFocus(true);
    m_recovery->setPlaceholderText(tr("14 groups of 4 letters and digits"));
    m_recovery->setFixedHeight(4 * metrics::line() + 16);
    label->setBuddy(m_recovery);
    auto *fromFile = makeButton(tr("From a file…"), ButtonRole::Quiet, QStringLiteral("file-key"));
    connect(fromFile, &QPushButton::clicked, this, &UnlockPanel::recoveryFileAsked);
    connect(m_recovery, &QPlainTextEdit::textChanged, this, [this] {
        setFieldWrong(m_recovery, false);
        m_message->hide();
    });
    layout->addWidget(label);
    layout->addWidget(m_recovery);
    layout->addWidget(fromFile, 0, Qt::AlignLeft);
    return page;
}

QWidget *UnlockPanel::makeKeychainPart()
{
    auto *part = new QWidget;
    QBoxLayout *layout = columnIn(part, 0);
    m_message = new QWidget;
    QBoxLayout *message = columnIn(m_message, 1);
    message->setContentsMargins(0, 8, 0, 0);
    m_sentence = makeLabel({}, TextStyle::BodyMedium, Ink::Bad);
    m_advice = makeLabel({}, TextStyle::Small, Ink::Text2);
    m_sentence->setObjectName(QStringLiteral("unlockMessage"));
    m_sentence->setWordWrap(true);
    m_advice->setWordWrap(true);
    m_advice->setIndent(21);
    message->addWidget(iconLine(glyphIcon({ Glyph::Octagon, Tone::Bad, {} }), m_sentence));
    message->addWidget(m_advice);
    layout->addWidget(m_message);
    layout->addSpacing(14);
    layout->addWidget(m_remember = new QCheckBox(tr("&Remember in the system keychain")));
    m_remember->setObjectName(QStringLiteral("remember"));
    layout->addWidget(m_why = makeLabel({}, TextStyle::Small, Ink::Text2));
    m_why->setWordWrap(true);
    m_why->setIndent(22);
    layout->addSpacing(16);
    layout->addWidget(m_unlock = makeButton(tr("Unlock"), ButtonRole::Primary));
    m_unlock->setObjectName(QStringLiteral("unlock"));
    m_unlock->setMinimumHeight(metrics::control() + 8);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPanel::submit);
    layout->addSpacing(6);
    layout->addWidget(m_strip = new BusyBar);
    layout->addWidget(m_busy = makeLabel({}, TextStyle::Small, Ink::Text2));

    m_kept = new QWidget;
    QBoxLayout *kept = columnIn(m_kept, 12);
    kept->addWidget(orLine());
    auto *row = new QHBoxLayout;
    m_useKeychain = makeButton(tr("Use keychain"), ButtonRole::Standard, QStringLiteral("key-round"));
    m_useKeychain->setObjectName(QStringLiteral("useKeychain"));
    m_useKeychain->setMinimumHeight(metrics::control() + 8);
    auto *forget = makeButton(tr("Forget"), ButtonRole::Quiet);
    forget->setToolTip(tr("Remove this project's key from the system keychain"));
    row->addWidget(m_useKeychain, 1);
    row->addWidget(forget);
    kept->addLayout(row);
    layout->addWidget(m_kept);
    connect(m_useKeychain, &QPushButton::clicked, this, &UnlockPanel::keychainAsked);
    connect(forget, &QPushButton::clicked, this, &UnlockPanel::forgetAsked);
    return part;
}

QWidget *UnlockPanel::makeForgottenCard()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(13, 11, 13, 11);
    layout->setSpacing(4);
    layout->addWidget(iconLine(icon(QStringLiteral("life-buoy"), Ink::Text2),
                               makeLabel(tr("Forgotten passphrase"), TextStyle::BodyMedium)));
    auto *text
        = makeLabel(tr("There is no reset. If a recovery key was printed when the project was made, it opens the "
                       "file."),
                    TextStyle::Small, Ink::Text2);
    text->setWordWrap(true);
    layout->addWidget(text);
    m_other = new LinkButton(tr("Use a recovery key…"));
    m_other->setObjectName(QStringLiteral("useRecoveryKey"));
    layout->addWidget(m_other, 0, Qt::AlignLeft);
    connect(m_other, &QAbstractButton::clicked, this, [this] {
        showMode(m_pages->currentIndex() == 0);
        focusPassphrase();
    });
    return card;
}

QWidget *UnlockPanel::makeFacts()
{
    auto *facts = new QWidget;
    auto *form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(4);
    for (const QString &title : { tr("File"), tr("Size"), tr("Last saved") }) {
        auto *label = makeLabel({}, TextStyle::Small, Ink::Text2);
        auto *caption = makeLabel(title, TextStyle::Small, Ink::Text2);
        caption->setMinimumWidth(metrics::scaled(72));
        form->addRow(caption, label);
        m_facts.append(label);
    }
    return facts;
}

void UnlockPanel::setProject(const RecentProject &project, QDate today)
{
    m_project = project;
    forget();
    m_title->setText(project.names ? project.names->organisation : QFileInfo(project.path).completeBaseName());
    QString detail;
    if (project.names) {
        const RecentProject::Names &names = *project.names;
        detail = projectwords::reportType(names.reportType);
        if (const QString period = projectwords::period(names.reportType, names.asOf, names.from, names.to);
            !period.isEmpty())
            detail += QStringLiteral(" · ") + period;
    }
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    showFacts(today);
    focusPassphrase();
}

void UnlockPanel::setKeyFile(const QString &path)
{
    m_keyFilePath = path;
    const QString name = fontMetrics().elidedText(QFileInfo(path).fileName(), Qt::ElideMiddle, metrics::scaled(180));
    m_keyFile->setText(path.isEmpty() ? tr("Add a key file…") : tr("Key file %1: take away").arg(name));
    m_keyFile->setToolTip(path.isEmpty() ? tr("For projects that were made with a key file besides the passphrase")
                                         : path);
    m_keyFile->updateGeometry();
}

void UnlockPanel::forget()
{
    setKeyFile({});
    m_passphrase->take();
    m_recovery->clear();
    showMode(false);
    showIdle();
}

void UnlockPanel::showFacts(QDate today)
{
    const QFileInfo info(m_project.path);
    m_facts.at(0)->setText(fontMetrics().elidedText(info.fileName(), Qt::ElideMiddle, metrics::scaled(230)));
    m_facts.at(0)->setToolTip(info.filePath());
    m_facts.at(1)->setText(QLocale().formattedDataSize(info.size(), 1, QLocale::DataSizeTraditionalFormat));
    m_facts.at(2)->setText(projectwords::ago(info.lastModified(), today));
}

void UnlockPanel::setKeychainState(KeychainState state, bool offered)
{
    m_keychain = state;
    m_offered = offered;
    updateKeychain();
}

void UnlockPanel::updateKeychain()
{
    const bool ready = m_keychain == KeychainState::Ready && m_offered;
    m_remember->setEnabled(ready && m_unlock->isEnabled());
    if (!ready)
        m_remember->setChecked(false);
    m_why->setVisible(!ready && m_keychain != KeychainState::Unknown);
    m_why->setText(m_offered ? tr("Off: this computer has no keychain that answers (Secret Service or KWallet).")
                             : tr("Off: the keychain is switched off in Settings."));
    m_kept->setVisible(ready && m_project.inKeychain);
}

void UnlockPanel::focusPassphrase()
{
    (m_pages->currentIndex() == 0 ? static_cast<QWidget *>(m_passphrase) : m_recovery)->setFocus();
}

void UnlockPanel::showMode(bool recovery)
{
    m_pages->setCurrentIndex(recovery ? 1 : 0);
    for (int i = 0; i < m_pages->count(); ++i) // so that the hidden page claims no height
        m_pages->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == m_pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_other->setText(recovery ? tr("Use the passphrase") : tr("Use a recovery key…"));
    m_message->hide();
}

void UnlockPanel::submit()
{
    if (m_pages->currentIndex() == 1)
        emit recoveryAsked(m_recovery->toPlainText(), m_remember->isChecked());
    else if (m_passphrase->text().isEmpty())
        showMessage(tr("Type the passphrase first."), {});
    else
        emit unlockAsked(m_passphrase->text(), m_remember->isChecked());
}

void UnlockPanel::setWorking(bool working)
{
    for (QWidget *widget : { static_cast<QWidget *>(m_pages), static_cast<QWidget *>(m_unlock),
                             static_cast<QWidget *>(m_kept), m_forgotten })
        widget->setEnabled(!working);
    m_strip->setVisible(working);
    m_busy->setVisible(working);
    updateKeychain();
}

void UnlockPanel::showIdle()
{
    m_problem->clear();
    m_message->hide();
    m_passphrase->setWrong(false);
    setWorking(false);
}

void UnlockPanel::showBusy(const QString &what)
{
    showIdle();
    m_busy->setText(what);
    setWorking(true);
}

void UnlockPanel::showMessage(const QString &sentence, const QString &advice)
{
    m_sentence->setText(sentence);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_message->show();
    focusPassphrase();
}

void UnlockPanel::showWrongPassphrase()
{
    showIdle();
    m_passphrase->setWrong(true);
    showMessage(tr("That passphrase does not open this file."), tr("Check Caps Lock, then try again."));
}

void UnlockPanel::showWrongRecoveryKey(const QString &why)
{
    showIdle();
    setFieldWrong(m_recovery, true);
    showMessage(why, {});
}

void UnlockPanel::showProblem(const QString &sentence, const QString &action, const QString &actionId)
{
    showIdle();
    m_problem->setProperty("action", actionId);
    m_problem->setProblem(sentence, action);
}

} // namespace tb
