#pragma once

#include "ui/controls/controlparts.h"

#include <QWidget>

namespace tb {

class DetailSection;
class Section;

/// How a control is tested, and the tests recorded of it.
class ControlTests final : public QWidget
{
    Q_OBJECT

public:
    explicit ControlTests(QWidget *parent = nullptr);

    void show(const Records &records, const ControlParts::Parts &parts);
    using QWidget::show;

private:
    void showProcedures(const Records &records, const QList<TestProcedureId> &ids);
    void showTests(const Records &records, const QList<TestId> &ids);

    Section *m_procedures; // child
    DetailSection *m_tests; // child
};

} // namespace tb
