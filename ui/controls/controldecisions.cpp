#include "ui/controls/controldecisions.h"

#include "reports/words/remarks.h"
#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/textstyle.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace tb {

ControlDecisions::ControlDecisions(QWidget *parent)
    : Section(tr("Decisions"), parent)
    , m_note(makeButton(tr("Note a decision…"), ButtonRole::Quiet, QStringLiteral("plus")))
{
    m_note->setObjectName(QStringLiteral("noteDecision"));
    addButton(m_note);
    connect(m_note, &QPushButton::clicked, this, &ControlDecisions::noteAsked);
}

void ControlDecisions::show(const Records &records, const QList<ControlDecisionId> &ids, bool readOnly)
{
    m_note->setEnabled(!readOnly);
    clearContent();
    QList<ControlDecision> decisions;
    for (const ControlDecisionId id : ids) {
        if (const ControlDecision *decision = records.controlDecisions.find(id))
            decisions.append(*decision);
    }
    std::sort(decisions.begin(), decisions.end(), [](const ControlDecision &a, const ControlDecision &b) {
        return std::tie(a.decidedOn, a.rule, a.text, a.id.value) < std::tie(b.decidedOn, b.rule, b.text, b.id.value);
    });
    for (const ControlDecision &decision : std::as_const(decisions))
        addContent(lineOf(records, decision, readOnly));
    if (decisions.isEmpty())
        addContent(makeLabel(tr("None noted."), TextStyle::Small, Ink::Text3));
}

QWidget *ControlDecisions::lineOf(const Records &records, const ControlDecision &decision, bool readOnly)
{
    auto *line = new QWidget;
    auto *grid = new QGridLayout(line);
    grid->setContentsMargins(0, 2, 0, 6);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const QString about = words::decidedRule(static_cast<int>(decision.rule));
    QLabel *text = makeLabel(decision.text);
    for (QLabel *label : { makeLabel(about, TextStyle::BodyStrong), text }) {
        label->setWordWrap(true);
        grid->addWidget(label, label == text ? 1 : 0, 0, 1, label == text ? 3 : 1);
    }
    grid->addWidget(
        makeLabel(
            tr("%1, %2", "person, date").arg(records.personName(decision.decidedBy), words::date(decision.decidedOn)),
            TextStyle::Small, Ink::Text2),
        2, 0, 1, 3);
    QToolButton *edit = makeIconButton(QStringLiteral("pencil"), tr("Edit the decision “%1”").arg(about));
    QToolButton *remove = makeIconButton(QStringLiteral("trash-2"), tr("Remove the decision “%1”").arg(about));
    edit->setObjectName(QStringLiteral("editDecision"));
    remove->setObjectName(QStringLiteral("removeDecision"));
    for (QToolButton *button : { edit, remove }) {
        button->setEnabled(!readOnly);
        grid->addWidget(button, 0, button == edit ? 1 : 2, Qt::AlignTop);
    }
    connect(edit, &QToolButton::clicked, this, [this, id = decision.id] { emit editAsked(id); });
    connect(remove, &QToolButton::clicked, this, [this, id = decision.id] { emit removeAsked(id); });
    return line;
}

} // namespace tb
