#include "ui/shell/passphrase/passphrasedialog.h"

#include "ui/common/button.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/textstyle.h"
#include "ui/shell/newproject/assistantpage.h"
#include "ui/shell/panel.h"
#include "ui/shell/passphrase/newpassphrase.h"
#include "ui/shell/passphrase/recoverykey.h"
#include "ui/shell/passphrasefield.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tb {

PassphraseDialog::PassphraseDialog(const PassphraseSetup &setup, QWidget *parent)
    : QDialog(parent)
    , m_setup(setup)
    , m_problem(new ProblemStrip)
    , m_progress(new ProgressStrip)
{
    setObjectName(QStringLiteral("passphraseDialog"));
    setWindowTitle(tr("Change passphrase"));
    setWindowModality(Qt::WindowModal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea; // on small screens the content scrolls; the footer stays
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content = makeContent());
    layout->addWidget(m_problem);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_progress);
    layout->addWidget(makeFooter());
    m_problem->clear();
    connect(m_progress, &ProgressStrip::cancelled, this, &PassphraseDialog::cancelAsked);
    connect(m_problem, &ProblemStrip::dismissed, m_problem, &ProblemStrip::clear);
    connect(m_new, &NewPassphrase::printAsked, this, &PassphraseDialog::printAsked);
    connect(m_new, &NewPassphrase::saveAsked, this, [this](const QString &text) {
        saveRecoveryKey(m_setup.prompts, this, text, [this](const QString &sentence) { showProblem(sentence); });
    });
    resize(metrics::scaled(640), metrics::scaled(720));
    m_current->setFocus();
}

PassphraseDialog::~PassphraseDialog()
{
    QString typed = m_current->take();
    wipe(typed);
}

QWidget *PassphraseDialog::makeContent()
{
    auto *ground = new Panel(Panel::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Change passphrase"), TextStyle::PageTitle));
    auto *what = makeLabel(tr("%1 is written anew under the new passphrase. From then on the old passphrase and the "
                              "old recovery key do not open it; copies and backups made before keep the old ones.")
                               .arg(m_setup.fileName),
                           TextStyle::Body, Ink::Text2);
    what->setWordWrap(true);
    column->addWidget(what);
    column->addSpacing(10);
    m_current = new PassphraseField;
    m_current->setObjectName(QStringLiteral("currentPassphrase"));
    m_current->setMinimumHeight(metrics::control() + 4);
    m_currentField = new LabelledField(tr("Present passphrase, or the &recovery key"), m_current);
    m_currentField->setFixedWidth(metrics::scaled(440));
    column->addWidget(m_currentField, 0, Qt::AlignLeft);
    column->addSpacing(10);
    column->addWidget(makeLabel(tr("New passphrase"), TextStyle::BodyStrong));
    column->addWidget(m_new = new NewPassphrase(m_setup.jobs, m_setup.cost, m_setup.keyFileHash));
    column->addSpacing(10);
    column->addWidget(m_remember = new QCheckBox(tr("Re&member the new key in the system keychain")));
    m_remember->setObjectName(QStringLiteral("rememberNew"));
    m_remember->setEnabled(m_setup.keychain == KeychainState::Ready);
    m_remember->setChecked(m_remember->isEnabled() && m_setup.isRemembered);
    if (!m_remember->isEnabled())
        column->addWidget(makeLabel(tr("Off: this computer has no keychain that answers, or it is off in Settings."),
                                    TextStyle::Small, Ink::Text2));
    column->addStretch(1);
    connect(m_current, &QLineEdit::textChanged, this, [this] { m_currentField->setProblem({}); });
    return ground;
}

QWidget *PassphraseDialog::makeFooter()
{
    // A child at once: a button that becomes the default outside of a dialog is not its dialog's, and Enter would
    // cancel.
    auto *footer = new Panel(Panel::Ground::Sunken, this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 14, 24, 14);
    row->setSpacing(8);
    row->addWidget(m_state = makeLabel({}, TextStyle::Small, Ink::Text2), 1);
    row->addWidget(m_cancel = makeFooterButton(tr("Cancel")));
    row->addWidget(m_change = makeFooterButton(tr("Change passphrase"), ButtonRole::Primary));
    m_change->setObjectName(QStringLiteral("changePassphrase"));
    m_change->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &PassphraseDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &PassphraseDialog::change);
    return footer;
}

void PassphraseDialog::change()
{
    m_problem->clear();
    if (m_current->text().isEmpty()) {
        m_currentField->setProblem(tr("Type the passphrase that opens the file now."));
        m_current->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_new->check())
        emit changeAsked({ m_current->text(), m_new->key(), m_new->salt(), m_remember->isChecked() });
}

void PassphraseDialog::setWorking(bool working)
{
    for (QWidget *part : { m_content, static_cast<QWidget *>(m_change), static_cast<QWidget *>(m_cancel) })
        part->setEnabled(!working);
}

void PassphraseDialog::showWorking(const QString &what)
{
    setWorking(true);
    m_writing = true;
    m_problem->clear();
    m_state->setText(what);
}

void PassphraseDialog::showProgress(const QString &what)
{
    showWorking({});
    m_progress->start(what);
}

void PassphraseDialog::setProgress(int permille, const QString &what)
{
    m_progress->setProgress(permille, what);
}

void PassphraseDialog::showWrongCurrent()
{
    showProblem({});
    m_currentField->setProblem(tr("That does not open this file. Check Caps Lock and the keyboard layout."));
    m_current->setFocus(Qt::OtherFocusReason);
    m_current->selectAll();
}

void PassphraseDialog::showProblem(const QString &sentence, const QString &details)
{
    m_writing = false;
    setWorking(false);
    m_progress->finish();
    m_state->clear();
    m_problem->setProblem(sentence, {}, details);
}

void PassphraseDialog::reject()
{
    if (m_writing)
        emit cancelAsked();
    else
        QDialog::reject();
}

} // namespace tb
