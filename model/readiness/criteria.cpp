#include "model/readiness/criteria.h"

#include <algorithm>

namespace tb::readiness {

namespace {

ControlState stateIn(const QHash<ControlId, ControlResult> &controls, ControlId id)
{
    const auto it = controls.constFind(id);
    return it == controls.constEnd() ? ControlState::NotApplicable : it->state;
}

/// Rule 2: how many applicable controls there are, with a blocker for each that is not ready.
int rule02Controls(const QHash<ControlId, ControlResult> &controls, CriterionResult &result)
{
    int applicable = 0;
    for (ControlId id : std::as_const(result.controls)) {
        const ControlState state = stateIn(controls, id);
        if (state == ControlState::NotApplicable)
            continue;
        ++applicable;
        if (state != ControlState::Ready)
            result.blockers.append(remark(RemarkCode::ControlNotReady, id));
    }
    return applicable;
}

/// Rule 3: a carved-out subservice organisation's control counts through our own ready monitoring control.
int rule03Subservice(const Context &context, CriterionId criterion, const QHash<ControlId, ControlResult> &controls,
                     CriterionResult &result)
{
    int applicable = 0;
    for (CsocId id : context.index.csocs.of(criterion)) {
        const CsocInput *csoc = context.inputs.find<CsocInput>(id);
        const VendorInput *vendor = context.inputs.find<VendorInput>(csoc->vendor);
        if (!vendor || vendor->subservice != SubserviceMethod::CarveOut)
            continue;
        ++applicable;
        const ControlState state = stateIn(controls, csoc->monitoring);
        if (state == ControlState::NotApplicable)
            result.blockers.append(remark(RemarkCode::CsocNotMonitored, id, vendor->id));
        else if (state != ControlState::Ready)
            result.blockers.append(remark(RemarkCode::MonitoringNotReady, csoc->monitoring, id));
    }
    return applicable;
}

} // namespace

bool rule01InScope(const Context &context, const CriterionInput &criterion)
{
    const bool excluded = criterion.notRelevant && criterion.notRelevantApproved;
    return !excluded && context.inputs.engagement.categories.contains(criterion.category);
}

bool mapsIntoScope(const Context &context, const ControlInput &control)
{
    return control.criteria.isEmpty() || std::any_of(control.criteria.begin(), control.criteria.end(), [&](auto id) {
               const CriterionInput *criterion = context.inputs.find<CriterionInput>(id);
               return criterion && rule01InScope(context, *criterion);
           });
}

CriterionResult evaluateCriterion(const Context &context, const CriterionInput &criterion,
                                  const QHash<ControlId, ControlResult> &controls)
{
    CriterionResult result;
    result.controls = context.index.controls.of(criterion.id);
    result.inScope = rule01InScope(context, criterion);
    if (!result.inScope)
        return result;
    if (criterion.notRelevant)
        result.warnings.append(remark(RemarkCode::NotRelevantWithoutApproval, criterion.id));
    const int own = rule02Controls(controls, result);
    const int subservice = rule03Subservice(context, criterion.id, controls, result);
    if (own + subservice == 0)
        result.blockers.append(remark(RemarkCode::NoControl, criterion.id));
    result.ready = result.blockers.isEmpty();
    return result;
}

} // namespace tb::readiness
