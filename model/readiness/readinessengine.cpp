#include "model/readiness/readinessengine.h"

#include "model/readiness/controlstate.h"
#include "model/readiness/criteria.h"
#include "model/readiness/freshness.h"
#include "model/readiness/vendors.h"

namespace tb {

using namespace readiness;

namespace {

/// The record type that a key names, by overload resolution.
struct Named
{
    static CriterionInput by(CriterionId);
    static ControlInput by(ControlId);
    static EvidenceInput by(EvidenceId);
    static FindingInput by(FindingId);
    static PolicyInput by(PolicyId);
    static VendorInput by(VendorId);
    static CsocInput by(CsocId);
    static PopulationInput by(PopulationId);
    static DrawInput by(DrawId);
    static DeviationInput by(DeviationId);
    static SystemInput by(SystemId);
    static ChangeInput by(ChangeId);
    static PlanItemInput by(PlanItemId);
};
template <class Key> using RecordOf = decltype(Named::by(Key {}));

template <class Key> QSet<Key> keysOf(const QHash<Key, RecordOf<Key>> &table)
{
    return QSet<Key>(table.keyBegin(), table.keyEnd());
}

} // namespace

void ReadinessEngine::reset(Inputs inputs, QDate at)
{
    m_inputs = std::move(inputs);
    m_index = {};
    m_result = {};
    m_result.at = at;
    std::apply(
        [this](const auto &...table) {
            const auto enterAll = [this](const auto &records) {
                for (const auto &record : records)
                    m_index.enter(record);
            };
            (enterAll(table), ...);
        },
        m_inputs.tables);
    evaluateAll();
}

void ReadinessEngine::setDate(QDate at)
{
    m_result.at = at;
    evaluateAll();
}

void ReadinessEngine::apply(const InputChange &change)
{
    Touched touched;
    for (const InputRecord &record : change.written)
        std::visit([&](const auto &r) { write(r, touched); }, record);
    for (const InputKey &key : change.removed)
        std::visit([&](auto id) { erase<RecordOf<decltype(id)>>(id, touched); }, key);
    if (change.engagement && *change.engagement != m_inputs.engagement) {
        m_inputs.engagement = *change.engagement;
        evaluateAll();
    } else {
        evaluate(std::move(touched));
    }
}

template <class T> void ReadinessEngine::write(const T &record, Touched &touched)
{
    erase<T>(record.id, touched);
    m_inputs.put(record);
    m_index.enter(record);
    touch(record, touched);
}

template <class T> void ReadinessEngine::erase(decltype(T::id) id, Touched &touched)
{
    const T *old = m_inputs.find<T>(id);
    if (!old)
        return;
    touch(*old, touched);
    m_index.strike(*old);
    m_inputs.table<T>().remove(id);
}

void ReadinessEngine::touch(const CriterionInput &criterion, Touched &touched) const
{
    touched.criteria.insert(criterion.id);
    touched.add(touched.results, m_index.controls.of(criterion.id)); // whether they count depends on its scope
}

void ReadinessEngine::touch(const ControlInput &control, Touched &touched) const
{
    touched.controls.insert(control.id);
    touched.add(touched.criteria, control.criteria);
}

void ReadinessEngine::touch(const EvidenceInput &item, Touched &touched) const
{
    touched.evidence.insert(item.id);
    touched.add(touched.controls, item.controls);
    for (PopulationId id : m_index.exportedTo.of(item.id))
        touched.controls.insert(m_inputs.find<PopulationInput>(id)->control);
    for (DrawId id : m_index.shownIn.of(item.id))
        touched.controls.insert(m_inputs.find<DrawInput>(id)->control);
}

void ReadinessEngine::touch(const FindingInput &finding, Touched &touched) const
{
    touched.add(touched.results, finding.controls);
    for (const OccurrenceRef &occurrence : finding.occurrences)
        touched.results.insert(occurrence.control);
}

void ReadinessEngine::touch(const PolicyInput &policy, Touched &touched) const
{
    touched.add(touched.results, m_index.underPolicy.of(policy.id));
}

void ReadinessEngine::touch(const VendorInput &vendor, Touched &touched) const
{
    touched.vendors.insert(vendor.id);
    for (const VendorReportInput &report : vendor.reports)
        touched.evidence.insert(report.evidence);
    for (CsocId id : m_index.ofVendor.of(vendor.id))
        touch(*m_inputs.find<CsocInput>(id), touched);
}

void ReadinessEngine::touch(const CsocInput &csoc, Touched &touched) const
{
    touched.results.insert(csoc.monitoring);
    touched.add(touched.criteria, csoc.criteria);
}

void ReadinessEngine::touch(const PopulationInput &population, Touched &touched) const
{
    touched.controls.insert(population.control);
}

void ReadinessEngine::touch(const DrawInput &draw, Touched &touched) const
{
    touched.controls.insert(draw.control);
}

void ReadinessEngine::touch(const DeviationInput &deviation, Touched &touched) const
{
    touched.results.insert(deviation.occurrence.control);
}

void ReadinessEngine::touch(const SystemInput &, Touched &touched) const
{
    touched.controls.unite(m_index.continuous); // what its evidence says depends on the systems in scope, too
}

void ReadinessEngine::touch(const ChangeInput &, Touched &touched) const
{
    touched.results.unite(m_index.continuous);
}

void ReadinessEngine::touch(const PlanItemInput &item, Touched &touched) const
{
    touched.planItems.insert(item.id);
}

/// Follows the touch from controls to what is judged by them and by what stands behind them.
void ReadinessEngine::spread(Touched &touched) const
{
    for (ControlId id : std::as_const(touched.controls)) {
        touched.add(touched.evidence, m_index.evidence.of(id));
        touched.add(touched.planItems, m_index.planned.of(id));
    }
}

Context ReadinessEngine::context() const
{
    return { m_inputs, m_index, windowAt(m_inputs.engagement, m_result.at) };
}

void ReadinessEngine::evaluateAll()
{
    const QDate at = m_result.at;
    m_result = {};
    m_result.at = at;
    m_controlShares.clear();
    m_criterionShares.clear();
    m_countedPlanItems.clear();
    Touched all;
    all.vendors = keysOf(m_inputs.table<VendorInput>());
    all.controls = keysOf(m_inputs.table<ControlInput>());
    all.criteria = keysOf(m_inputs.table<CriterionInput>());
    all.evidence = keysOf(m_inputs.table<EvidenceInput>());
    all.planItems = keysOf(m_inputs.table<PlanItemInput>());
    evaluate(std::move(all));
}

void ReadinessEngine::evaluate(Touched touched)
{
    m_work = {};
    spread(touched);
    evaluateVendors(touched.vendors);
    m_lastControls = touched.controls + touched.results;
    evaluateControls(m_lastControls, touched);
    evaluateCriteria(touched.criteria);
    evaluateEvidence(touched.evidence);
    for (EvidenceId id : std::as_const(touched.evidence))
        touched.add(touched.planItems, m_index.plannedAs.of(id));
    evaluatePlanItems(touched.planItems);
    m_lastEvidence = std::move(touched.evidence);
}

void ReadinessEngine::evaluateVendors(const QSet<VendorId> &ids)
{
    const Context cx = context();
    for (VendorId id : ids) {
        if (const VendorInput *vendor = m_inputs.find<VendorInput>(id))
            m_result.vendors.insert(id, rule20Vendor(cx, *vendor));
        else
            m_result.vendors.remove(id);
    }
}

void ReadinessEngine::evaluateControls(const QSet<ControlId> &ids, Touched &touched)
{
    for (ControlId id : ids) {
        const bool known = m_result.controls.contains(id);
        const ControlResult before = m_result.controls.take(id);
        count(m_result, m_controlShares.take(id), -1);
        evaluateControl(id);
        spreadChange(id, known ? &before : nullptr, touched);
    }
}

/// Evaluates a control that has no result now; one that is no more keeps none.
void ReadinessEngine::evaluateControl(ControlId id)
{
    const ControlInput *control = m_inputs.find<ControlInput>(id);
    if (!control)
        return;
    const Context cx = context();
    ControlResult result = readiness::evaluateControl(cx, *control, m_result.vendors);
    const ControlShare share = shareOf(cx, *control, result);
    m_result.controls.insert(id, std::move(result));
    count(m_result, share, 1);
    m_controlShares.insert(id, share);
    ++m_work.controls;
}

/// Criteria are judged by the state of their controls, evidence and plan items by what judgesAlike compares.
void ReadinessEngine::spreadChange(ControlId id, const ControlResult *before, Touched &touched) const
{
    const auto found = m_result.controls.constFind(id);
    const ControlResult *now = found == m_result.controls.constEnd() ? nullptr : &*found;
    const bool both = before && now;
    if (!both || now->state != before->state) {
        if (const ControlInput *control = m_inputs.find<ControlInput>(id))
            touched.add(touched.criteria, control->criteria);
        for (CsocId csoc : m_index.monitored.of(id))
            touched.add(touched.criteria, m_inputs.find<CsocInput>(csoc)->criteria);
    }
    if (!both || !judgesAlike(*before, *now)) {
        touched.add(touched.evidence, m_index.evidence.of(id));
        touched.add(touched.planItems, m_index.planned.of(id));
    }
}

void ReadinessEngine::evaluateCriteria(const QSet<CriterionId> &ids)
{
    const Context cx = context();
    for (CriterionId id : ids) {
        count(m_result, m_criterionShares.take(id), -1);
        const CriterionInput *criterion = m_inputs.find<CriterionInput>(id);
        if (!criterion) {
            m_result.criteria.remove(id);
            continue;
        }
        CriterionResult result = evaluateCriterion(cx, *criterion, m_result.controls);
        const CriterionShare share = shareOf(*criterion, result);
        m_result.criteria.insert(id, std::move(result));
        count(m_result, share, 1);
        m_criterionShares.insert(id, share);
        ++m_work.criteria;
    }
}

void ReadinessEngine::countFreshness(Freshness freshness, int sign)
{
    m_result.evidenceBy.at(static_cast<std::size_t>(freshness)) += sign;
}

void ReadinessEngine::evaluateEvidence(const QSet<EvidenceId> &ids)
{
    const Context cx = context();
    for (EvidenceId id : ids) {
        if (const auto old = m_result.evidence.constFind(id); old != m_result.evidence.constEnd())
            countFreshness(old->freshness, -1);
        const EvidenceInput *item = m_inputs.find<EvidenceInput>(id);
        if (!item) {
            m_result.evidence.remove(id);
            continue;
        }
        const EvidenceResult result = rule22Evidence(cx, *item, m_result);
        countFreshness(result.freshness, 1);
        m_result.evidence.insert(id, result);
        ++m_work.evidence;
    }
}

void ReadinessEngine::evaluatePlanItems(const QSet<PlanItemId> &ids)
{
    const Context cx = context();
    for (PlanItemId id : ids) {
        if (m_countedPlanItems.remove(id))
            countFreshness(Freshness::NotCollected, -1);
        const PlanItemInput *item = m_inputs.find<PlanItemInput>(id);
        if (!item || m_result.controls.value(item->control).state == ControlState::NotApplicable) {
            m_result.planItems.remove(id);
            continue;
        }
        const Freshness freshness = rule22PlanItem(cx, *item, m_result);
        if (freshness == Freshness::NotCollected && !isOccurrenceRow(*item, m_result)) {
            countFreshness(freshness, 1);
            m_countedPlanItems.insert(id);
        }
        m_result.planItems.insert(id, freshness);
    }
}

} // namespace tb
