#include "ui/controls/decisiondialog.h"

#include "reports/words/remarks.h"
#include "ui/common/button.h"
#include "ui/common/dateedit.h"
#include "ui/common/metrics.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tb {

namespace {
constexpr int textLines = 6;
} // namespace

DecisionDialog::DecisionDialog(const ControlDecision &draft, const QList<Choice> &people, QWidget *parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_rule(new QComboBox)
    , m_text(new QPlainTextEdit)
    , m_person(new QComboBox)
    , m_date(new DateEdit)
    , m_agree(makeFooterButton(draft.id ? tr("Save decision") : tr("Note decision"), ButtonRole::Primary))
{
    setWindowTitle(draft.id ? tr("Decision") : tr("Note a decision"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(metrics::scaled(480));
    setupFields(people);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(8);
    form->addRow(tr("About"), m_rule);
    form->addRow(tr("What was decided"), m_text);
    form->addRow(tr("Decided by"), m_person);
    form->addRow(tr("Decided on"), m_date);
    setupFooter();
    check();
    m_text->setFocus();
}

void DecisionDialog::setupFields(const QList<Choice> &people)
{
    QList<int> rules(readiness::decidableRules.begin(), readiness::decidableRules.end());
    if (m_draft.id && !rules.contains(static_cast<int>(m_draft.rule)))
        rules.append(static_cast<int>(m_draft.rule)); // an older one is not changed in silence
    for (const int rule : std::as_const(rules))
        m_rule->addItem(words::decidedRule(rule), rule);
    m_rule->setCurrentIndex(std::max(0, m_rule->findData(static_cast<int>(m_draft.rule))));
    for (const Choice &person : people)
        m_person->addItem(person.text, person.value);
    m_person->setCurrentIndex(
        std::max(0, m_draft.decidedBy ? m_person->findData(m_draft.decidedBy.value) : m_person->findData({})));
    m_text->setPlainText(m_draft.text);
    m_text->setPlaceholderText(tr("What was decided, and why"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textLines * metrics::line() + 16);
    m_date->setValue(m_draft.decidedOn);
    m_rule->setObjectName(QStringLiteral("rule"));
    m_text->setObjectName(QStringLiteral("text"));
    m_person->setObjectName(QStringLiteral("person"));
    m_date->setObjectName(QStringLiteral("date"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &DecisionDialog::check);
    connect(m_person, &QComboBox::currentIndexChanged, this, &DecisionDialog::check);
    connect(m_date, &QDateEdit::dateChanged, this, &DecisionDialog::check);
}

void DecisionDialog::setupFooter()
{
    m_agree->setObjectName(QStringLiteral("agree"));
    setAgreeing(m_agree);
    QPushButton *cancel = makeFooterButton(tr("Cancel"));
    auto *footer = new QHBoxLayout;
    footer->addStretch();
    footer->addWidget(cancel);
    footer->addWidget(m_agree);
    static_cast<QFormLayout *>(layout())->addRow(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_agree, &QPushButton::clicked, this, [this] {
        const QVariant person = m_person->currentData();
        const ControlDecision decided = decision();
        accept();
        emit agreed(decided, person);
    });
}

/// The rules count a decision only with its text, its person and its day.
void DecisionDialog::check()
{
    m_agree->setEnabled(!m_text->toPlainText().trimmed().isEmpty() && m_person->currentData().isValid()
                        && m_date->value().isValid());
}

ControlDecision DecisionDialog::decision() const
{
    ControlDecision decided = m_draft;
    decided.rule = m_rule->currentData().toLongLong();
    decided.text = m_text->toPlainText().trimmed();
    decided.decidedOn = m_date->value();
    return decided;
}

} // namespace tb
