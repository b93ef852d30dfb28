#pragma once

#include "model/readiness/readinessengine.h"
#include "model/readinessinputs.h"

#include <QObject>

namespace tb {

class Project;

/// The evaluation of an open project, brought up to date after each change by what the change touches. Lives in the
/// project's thread.
class ProjectReadiness final : public QObject
{
    Q_OBJECT

public:
    /// Evaluates everything at @p day, which is given by the caller and never read from a clock here.
    ProjectReadiness(Project &project, QDate day, QObject *parent = nullptr);

    const readiness::Evaluation &result() const { return m_engine.result(); }
    /// Results of a record; an empty one for a record that is not there.
    readiness::ControlResult control(ControlId id) const { return result().controls.value(id); }
    readiness::CriterionResult criterion(CriterionId id) const { return result().criteria.value(id); }
    readiness::EvidenceResult evidence(EvidenceId id) const { return result().evidence.value(id); }
    QDate day() const { return result().at; }
    /// Evaluates everything at another day; updated() without changes follows, unless it is the same day.
    void setDay(QDate day);
    ReadinessEngine::Work lastWork() const { return m_engine.lastWork(); }
    /// What updated() was last about: the controls and evidence that were evaluated again.
    const QSet<ControlId> &lastControls() const { return m_engine.lastControls(); }
    const QSet<EvidenceId> &lastEvidence() const { return m_engine.lastEvidence(); }

signals:
    /// After every change of the project, once the result is up to date; follows Project::changed.
    void updated(const tb::ChangeSet &changes);

private:
    void follow(const ChangeSet &changes);

    Project &m_project;
    ReadinessFeed m_feed;
    ReadinessEngine m_engine;
};

} // namespace tb
