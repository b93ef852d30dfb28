#pragma once

#include "ui/controls/controlparts.h"

#include <QWidget>

namespace tb {

class DetailSection;

/// What a control hangs together with: the findings about it and the policies that it puts to work.
class ControlRelated final : public QWidget
{
    Q_OBJECT

public:
    explicit ControlRelated(QWidget *parent = nullptr);

    void show(const Records &records, const ControlParts &parts, ControlId control, bool readOnly);
    using QWidget::show;

signals:
    void linkPoliciesAsked();

private:
    void showFindings(const Records &records, ControlId control);
    void showPolicies(const Records &records, const ControlParts &parts, ControlId control);

    DetailSection *m_findings; // child
    DetailSection *m_policies; // child
    class QPushButton *m_link; // child
};

} // namespace tb
