#pragma once

#include "model/readiness/result.h"
#include "ui/common/section.h"

namespace tb {

struct StatusLook;

/// What stands against a control, each with what would mend it; what a decision would clear leads to noting it.
class ControlProblems final : public Section
{
    Q_OBJECT

public:
    explicit ControlProblems(QWidget *parent = nullptr);

    void show(const readiness::ControlResult &result, std::optional<Frequency> frequency, bool readOnly);
    using QWidget::show;

signals:
    void decisionAsked(int rule);

private:
    QWidget *lineOf(const readiness::Remark &remark, const StatusLook &status, std::optional<Frequency> frequency,
                    bool readOnly);
};

} // namespace tb
