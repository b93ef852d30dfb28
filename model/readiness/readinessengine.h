#pragma once

#include "model/readiness/counting.h"

#include <QSet>

namespace tb {

/// Holds the inputs of the readiness rules with their result, and after a difference evaluates only what it touches.
/// Plain value without thread affinity; the evaluation date is given, never read from a clock. References that it
/// hands out are valid until the next change; copying the result is cheap but makes the next change copy it once.
class ReadinessEngine
{
public:
    /// Evaluates everything at the date @p at.
    void reset(readiness::Inputs inputs, QDate at);
    /// Evaluates everything again at another date (rule 24).
    void setDate(QDate at);
    /// Takes a difference and evaluates what it touches: its controls, their criteria and evidence, and the figures. A
    /// new engagement evaluates everything. Removing what is not there does nothing.
    void apply(const readiness::InputChange &change);

    const readiness::Inputs &inputs() const { return m_inputs; }
    const readiness::Evaluation &result() const { return m_result; }

    /// How many records the last call evaluated; tells that an edit costs what it touches.
    struct Work
    {
        qsizetype controls = 0;
        qsizetype criteria = 0;
        qsizetype evidence = 0;
    };
    Work lastWork() const { return m_work; }
    /// The controls and evidence that the last call evaluated, those that went among them: what may read differently.
    const QSet<ControlId> &lastControls() const { return m_lastControls; }
    const QSet<EvidenceId> &lastEvidence() const { return m_lastEvidence; }

private:
    struct Touched
    {
        QSet<VendorId> vendors;
        QSet<ControlId> controls; ///< with what is judged by them, whatever their result
        QSet<ControlId> results; ///< with what is judged by them where their result changes
        QSet<CriterionId> criteria;
        QSet<EvidenceId> evidence;
        QSet<PlanItemId> planItems;

        template <class Key> void add(QSet<Key> &set, const QList<Key> &keys)
        {
            for (Key key : keys)
                set.insert(key);
        }
    };

    template <class T> void write(const T &record, Touched &touched);
    template <class T> void erase(decltype(T::id) id, Touched &touched);
    void touch(const readiness::CriterionInput &criterion, Touched &touched) const;
    void touch(const readiness::ControlInput &control, Touched &touched) const;
    void touch(const readiness::EvidenceInput &item, Touched &touched) const;
    void touch(const readiness::FindingInput &finding, Touched &touched) const;
    void touch(const readiness::PolicyInput &policy, Touched &touched) const;
    void touch(const readiness::VendorInput &vendor, Touched &touched) const;
    void touch(const readiness::CsocInput &csoc, Touched &touched) const;
    void touch(const readiness::PopulationInput &population, Touched &touched) const;
    void touch(const readiness::DrawInput &draw, Touched &touched) const;
    void touch(const readiness::DeviationInput &deviation, Touched &touched) const;
    void touch(const readiness::SystemInput &system, Touched &touched) const;
    void touch(const readiness::ChangeInput &change, Touched &touched) const;
    void touch(const readiness::PlanItemInput &item, Touched &touched) const;

    void evaluateAll();
    void evaluate(Touched touched);
    void spread(Touched &touched) const;
    void evaluateVendors(const QSet<VendorId> &ids);
    void evaluateControls(const QSet<ControlId> &ids, Touched &touched);
    void evaluateControl(ControlId id);
    void spreadChange(ControlId id, const readiness::ControlResult *before, Touched &touched) const;
    void evaluateCriteria(const QSet<CriterionId> &ids);
    void evaluateEvidence(const QSet<EvidenceId> &ids);
    void evaluatePlanItems(const QSet<PlanItemId> &ids);
    void countFreshness(Freshness freshness, int sign);
    readiness::Context context() const;

    readiness::Inputs m_inputs;
    readiness::Index m_index;
    readiness::Evaluation m_result;
    QHash<ControlId, readiness::ControlShare> m_controlShares;
    QHash<CriterionId, readiness::CriterionShare> m_criterionShares;
    QSet<PlanItemId> m_countedPlanItems; ///< those that are an evidence row of their own
    Work m_work;
    QSet<ControlId> m_lastControls;
    QSet<EvidenceId> m_lastEvidence;
};

} // namespace tb
