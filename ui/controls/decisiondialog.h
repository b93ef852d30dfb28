#pragma once

#include "model/controls/controldecision.h"
#include "ui/common/recordsource.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace tb {

class DateEdit;

/// Asks for a noted decision: which rule it answers, what was decided, by whom and when. Only rules that a decision can
/// clear are offered. It writes nothing.
class DecisionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p draft is what it starts with; one with a key is edited.
    DecisionDialog(const ControlDecision &draft, const QList<Choice> &people, QWidget *parent = nullptr);

signals:
    /// @p person is the chosen one's value, which may stand for somebody new.
    void agreed(const tb::ControlDecision &decision, const QVariant &person);

private:
    void setupFields(const QList<Choice> &people);
    void setupFooter();
    void check();
    ControlDecision decision() const;

    ControlDecision m_draft;
    QComboBox *m_rule; // child
    QPlainTextEdit *m_text; // child
    QComboBox *m_person; // child
    DateEdit *m_date; // child
    QPushButton *m_agree; // child
};

} // namespace tb
