#pragma once

#include "ui/common/inspectorframe.h"
#include "ui/controls/controlrow.h"

class QVBoxLayout;

namespace tb {

class FlowLayout;
class InspectorForm;
class IconLabel;
class Project;
class RecordHistory;
class Section;
struct PaneContext;
class ChoiceField;

/// The form of one control at the right of the matrix. It shows and asks; the pane commits what is edited.
class ControlInspector final : public InspectorFrame
{
    Q_OBJECT

public:
    explicit ControlInspector(const PaneContext &context, QWidget *parent = nullptr);

    void show(const ControlRow &row);
    /// The answer to edited(): the reason stays below the field.
    void refuse(const QString &field, const QString &reason);
    void accept(const QString &field);
    void setReadOnly(bool readOnly);
    void commitAll() override;

signals:
    void edited(const QString &field, const QVariant &value);
    void linkCriteriaAsked();
    void linkEvidenceAsked();
    void recordAsked(const QString &table, qint64 id);

private:
    QWidget *makeDetails();
    QWidget *makeEvidence();
    QWidget *makeNotes();
    void showCriteria(const ControlRow &row);
    void showEvidence(const ControlRow &row);
    void showProblems(const ControlRow &row);
    void showSignOff(const ControlRow &row);

    const Project &m_project;
    const ProjectReadiness &m_readiness;
    InspectorForm *m_details; // child
    InspectorForm *m_notes; // child
    ChoiceField *m_owner; // child
    ChoiceField *m_performer; // child
    FlowLayout *m_criteria; // of a child
    QWidget *m_criteriaBox; // child
    class QLabel *m_signOff; // child
    Section *m_evidence; // child
    Section *m_problems; // child
    Section *m_occurrences; // child
    RecordHistory *m_history; // child
    bool m_readOnly = false;
};

} // namespace tb
