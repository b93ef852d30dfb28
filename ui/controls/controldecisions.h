#pragma once

#include "model/records.h"
#include "ui/common/section.h"

namespace tb {

/// The decisions noted about a control: what each is about, its words, who and when. It asks; the pane writes.
class ControlDecisions final : public Section
{
    Q_OBJECT

public:
    explicit ControlDecisions(QWidget *parent = nullptr);

    void show(const Records &records, const QList<ControlDecisionId> &ids, bool readOnly);
    using QWidget::show;

signals:
    void noteAsked();
    void editAsked(tb::ControlDecisionId id);
    void removeAsked(tb::ControlDecisionId id);

private:
    QWidget *lineOf(const Records &records, const ControlDecision &decision, bool readOnly);

    class QPushButton *m_note; // child
};

} // namespace tb
