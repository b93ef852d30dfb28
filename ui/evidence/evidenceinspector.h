#pragma once

#include "model/subjects.h"
#include "ui/common/inspectorframe.h"
#include "ui/evidence/evidencerow.h"

class QPushButton;

namespace tb {

class ChoiceField;
class EvidenceFacts;
class EvidencePreview;
class InspectorForm;
class Project;
class Section;

/// What stands at the right of the evidence table: preview, details and links of one item. It shows and asks; the pane
/// commits what is edited.
class EvidenceInspector final : public InspectorFrame
{
    Q_OBJECT

public:
    EvidenceInspector(Project &project, QThreadPool &jobs, QWidget *parent = nullptr);

    void show(const EvidenceRow &row);
    void showNothing();
    /// The answer to edited(): the reason stays below the field.
    void refuse(const QString &field, const QString &reason);
    void accept(const QList<FieldValue> &values);
    void setReadOnly(bool readOnly);
    void commitAll() override;
    EvidencePreview *preview() const { return m_preview; }

signals:
    /// One field, or a pair that is only right together: both dates of a period, sharing with its reason.
    void edited(const QList<tb::FieldValue> &values);
    void linkAsked();
    void unlinkAsked(tb::ControlId control);
    void recordAsked(const QString &table, qint64 id);

private:
    QWidget *makePreview();
    QWidget *makeDetails();
    QWidget *makeLinks();
    void commit(const QString &field, const QVariant &value);
    void showSuggestion(const Evidence &item);
    void showControls(const EvidenceRow &row);
    void showVersions(const EvidenceRow &row);

    Project &m_project;
    EvidencePreview *m_preview; // child
    EvidenceFacts *m_facts; // child
    QWidget *m_detailsPage; // child
    InspectorForm *m_details; // child
    ChoiceField *m_owner; // child
    ChoiceField *m_collector; // child
    QPushButton *m_suggestion; // child
    QPushButton *m_link; // child
    Section *m_controls; // child
    Section *m_versions; // child
    QList<FieldValue> m_suggested; ///< dates that the file's name gives
    bool m_readOnly = false;
};

} // namespace tb
