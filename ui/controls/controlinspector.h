#pragma once

#include "ui/common/inspectorframe.h"
#include "ui/controls/controlrow.h"

class QVBoxLayout;

namespace tb {

class ControlDecisions;
class ControlProblems;
class ControlRelated;
class ControlTests;
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

    void show(const ControlRow &row, const ControlParts &parts);
    void showNothing();
    /// The answer to edited(): the reason stays below the field.
    void refuse(const QString &field, const QString &reason);
    void accept(const QString &field);
    void setReadOnly(bool readOnly);
    void commitAll() override;

signals:
    void edited(const QString &field, const QVariant &value);
    void linkCriteriaAsked();
    void linkSystemsAsked();
    void linkPointsAsked();
    void linkPoliciesAsked();
    void linkEvidenceAsked();
    void decisionAsked(int rule); ///< 0: about whatever the person chooses
    void editDecisionAsked(tb::ControlDecisionId id);
    void removeDecisionAsked(tb::ControlDecisionId id);
    void recordAsked(const QString &table, qint64 id);

private:
    QWidget *makeDetails();
    QWidget *makeEvidence();
    QWidget *makeNotes();
    QWidget *tagBox(FlowLayout *&tags);
    void makeFields();
    void showTags(const ControlRow &row);
    void showEvidence(const ControlRow &row);
    void showExpected(const QList<TestProcedureId> &procedures);
    void showSignOff(const ControlRow &row);

    const Project &m_project;
    const ProjectReadiness &m_readiness;
    InspectorForm *m_details; // child
    InspectorForm *m_notes; // child
    ChoiceField *m_owner; // child
    ChoiceField *m_performer; // child
    FlowLayout *m_criteria; // of a child
    FlowLayout *m_points; // of a child
    FlowLayout *m_systems; // of a child
    class QLabel *m_signOff; // child
    Section *m_evidence; // child
    Section *m_expected; // child
    Section *m_occurrences; // child
    ControlProblems *m_problems; // child
    ControlDecisions *m_decisions; // child
    ControlRelated *m_related; // child
    ControlTests *m_tests; // child
    RecordHistory *m_history; // child
    bool m_readOnly = false;
};

} // namespace tb
