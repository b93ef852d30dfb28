#include "model/readiness/index.h"

namespace tb::readiness {

void Index::visit(const ControlInput &control)
{
    for (CriterionId criterion : control.criteria)
        link(controls, criterion, control.id);
    for (PolicyId policy : control.policies)
        link(underPolicy, policy, control.id);
    const bool looksAtSystems = std::any_of(control.revisions.begin(), control.revisions.end(),
                                            [](const auto &r) { return r.frequency == Frequency::Continuous; });
    if (m_entering && looksAtSystems)
        continuous.insert(control.id);
    else
        continuous.remove(control.id);
}

void Index::visit(const EvidenceInput &item)
{
    for (ControlId control : item.controls)
        link(evidence, control, item.id);
}

void Index::visit(const FindingInput &finding)
{
    for (ControlId control : finding.controls)
        link(findings, control, finding.id);
    for (const OccurrenceRef &occurrence : finding.occurrences)
        link(findings, occurrence.control, finding.id);
}

void Index::visit(const VendorInput &vendor)
{
    for (const VendorReportInput &report : vendor.reports)
        link(reportOf, report.evidence, vendor.id);
}

void Index::visit(const CsocInput &csoc)
{
    link(ofVendor, csoc.vendor, csoc.id);
    link(monitored, csoc.monitoring, csoc.id);
    for (CriterionId criterion : csoc.criteria)
        link(csocs, criterion, csoc.id);
}

void Index::visit(const PopulationInput &population)
{
    link(populations, population.control, population.id);
    link(exportedTo, population.evidence, population.id);
}

void Index::visit(const DrawInput &draw)
{
    link(draws, draw.control, draw.id);
    for (const SampleItem &item : draw.items) {
        for (EvidenceId shown : item.evidence)
            link(shownIn, shown, draw.id);
    }
}

void Index::visit(const DeviationInput &deviation)
{
    link(deviations, deviation.occurrence.control, deviation.id);
}

void Index::visit(const SystemInput &system)
{
    if (m_entering && system.inScope)
        systemsInScope.insert(system.id);
    else
        systemsInScope.remove(system.id);
}

void Index::visit(const PlanItemInput &item)
{
    link(planned, item.control, item.id);
    for (EvidenceId shown : item.evidence)
        link(plannedAs, shown, item.id);
}

} // namespace tb::readiness
