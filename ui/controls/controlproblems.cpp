#include "ui/controls/controlproblems.h"

#include "reports/words/remarks.h"
#include "ui/common/button.h"
#include "ui/common/pill.h"
#include "ui/common/textstyle.h"

#include <QGridLayout>
#include <QLabel>

namespace tb {

using readiness::Mend;
using readiness::Remark;

namespace {

/// The reason as a sentence, with the remedy unless a button beside it says that.
QString sentenceOf(const Remark &remark, std::optional<Frequency> frequency, bool remedyIsButton)
{
    words::RemarkContext context;
    context.frequency = frequency;
    const QString text = words::capitalised(words::reason(remark, context));
    const QString remedy = remedyIsButton ? QString() : words::remedy(remark.mend);
    return remedy.isEmpty() ? text : text + QStringLiteral(". ") + remedy + QLatin1Char('.');
}

} // namespace

ControlProblems::ControlProblems(QWidget *parent) : Section(tr("What stands against it"), parent) { }

void ControlProblems::show(const readiness::ControlResult &result, std::optional<Frequency> frequency, bool readOnly)
{
    clearContent();
    for (const Remark &remark : result.blockers)
        addContent(lineOf(remark, { Glyph::Triangle, Tone::Bad, {} }, frequency, readOnly));
    for (const Remark &remark : result.warnings)
        addContent(lineOf(remark, { Glyph::Clock, Tone::Warn, {} }, frequency, readOnly));
    setRemark(result.blockers.isEmpty() ? tr("nothing blocks it; to watch") : QString());
    setVisible(!result.blockers.isEmpty() || !result.warnings.isEmpty());
}

QWidget *ControlProblems::lineOf(const Remark &remark, const StatusLook &status, std::optional<Frequency> frequency,
                                 bool readOnly)
{
    const bool decidable = readiness::isDecidable(remark.rule()) && !remark.decided;
    auto *line = new QWidget;
    auto *grid = new QGridLayout(line);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    QLabel *label = makeLabel(sentenceOf(remark, frequency, decidable && remark.mend == Mend::NoteDecision));
    label->setWordWrap(true);
    label->setToolTip(tr("Rule %1 of the readiness rules").arg(remark.rule()));
    grid->addWidget(new StatusLabel(status), 0, 0, Qt::AlignTop);
    grid->addWidget(label, 0, 1);
    if (!decidable)
        return line;
    QPushButton *note = makeButton(words::remedy(Mend::NoteDecision) + QStringLiteral("…"), ButtonRole::Quiet);
    note->setObjectName(QStringLiteral("decide%1").arg(remark.rule()));
    note->setEnabled(!readOnly);
    grid->addWidget(note, 1, 1, Qt::AlignLeft);
    connect(note, &QPushButton::clicked, this, [this, rule = remark.rule()] { emit decisionAsked(rule); });
    return line;
}

} // namespace tb
