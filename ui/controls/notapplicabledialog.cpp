#include "ui/controls/notapplicabledialog.h"

#include "ui/common/button.h"
#include "ui/common/textstyle.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tb {

namespace {
constexpr int reasonLines = 5;
} // namespace

NotApplicableDialog::NotApplicableDialog(int controls, const QList<Choice> &people, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QPlainTextEdit)
    , m_approver(new QComboBox)
    , m_agree(makeFooterButton(tr("Mark not applicable"), ButtonRole::Primary))
{
    setWindowTitle(tr("Not applicable"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(metrics::scaled(460));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(reasonLines * metrics::line() + 16);
    m_approver->setObjectName(QStringLiteral("approver"));
    for (const Choice &choice : people)
        m_approver->addItem(choice.text, choice.value);
    m_agree->setObjectName(QStringLiteral("agree"));
    m_agree->setEnabled(false);
    setAgreeing(m_agree);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(8);
    QLabel *question = makeLabel(controls == 1 ? tr("Why does this control not apply?")
                                               : tr("Why do these %n controls not apply?", nullptr, controls));
    question->setObjectName(QStringLiteral("question"));
    question->setWordWrap(true);
    form->addRow(question);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("Approved by"), m_approver);
    auto *footer = new QHBoxLayout;
    QPushButton *cancel = makeFooterButton(tr("Cancel"));
    footer->addStretch();
    footer->addWidget(cancel);
    footer->addWidget(m_agree);
    form->addRow(footer);
    m_reason->setFocus();

    connect(m_reason, &QPlainTextEdit::textChanged, this,
            [this] { m_agree->setEnabled(!m_reason->toPlainText().trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_agree, &QPushButton::clicked, this, [this] {
        accept();
        emit agreed(m_reason->toPlainText().trimmed(), m_approver->currentData().toLongLong());
    });
}

} // namespace tb
