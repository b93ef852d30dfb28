#pragma once

#include "model/readiness/inputs.h"

#include <QSet>

#include <algorithm>

namespace tb::readiness {

/// Who points at a record: an ordered list of pointers per target, kept up to date as records come and go.
template <class Target, class Source> class Backlinks
{
public:
    void add(Target target, Source source)
    {
        QList<Source> &list = m_links[target];
        const auto at = std::lower_bound(list.begin(), list.end(), source);
        if (at == list.end() || *at != source)
            list.insert(at, source);
    }
    void remove(Target target, Source source)
    {
        const auto it = m_links.find(target);
        if (it == m_links.end())
            return;
        it->removeOne(source);
        if (it->isEmpty())
            m_links.erase(it);
    }
    QList<Source> of(Target target) const { return m_links.value(target); }

private:
    QHash<Target, QList<Source>> m_links;
};

/// The links of the inputs read backwards, so that one record's rules need not look at all the others.
class Index
{
public:
    /// Enters or strikes one record's links; a record must be struck exactly as it was entered.
    template <class T> void enter(const T &record) { walk(record, true); }
    template <class T> void strike(const T &record) { walk(record, false); }

    Backlinks<ControlId, EvidenceId> evidence;
    Backlinks<ControlId, FindingId> findings;
    Backlinks<ControlId, PopulationId> populations;
    Backlinks<ControlId, DrawId> draws;
    Backlinks<ControlId, DeviationId> deviations;
    Backlinks<ControlId, CsocId> monitored;
    Backlinks<CriterionId, ControlId> controls;
    Backlinks<CriterionId, CsocId> csocs;
    Backlinks<PolicyId, ControlId> underPolicy;
    Backlinks<VendorId, CsocId> ofVendor;
    Backlinks<EvidenceId, PopulationId> exportedTo;
    Backlinks<EvidenceId, DrawId> shownIn;
    Backlinks<EvidenceId, VendorId> reportOf;
    Backlinks<EvidenceId, PlanItemId> plannedAs;
    Backlinks<ControlId, PlanItemId> planned;
    QSet<ControlId> continuous; ///< controls with a continuous revision
    QSet<SystemId> systemsInScope;

private:
    template <class Target, class Source> void link(Backlinks<Target, Source> &links, Target target, Source source)
    {
        m_entering ? links.add(target, source) : links.remove(target, source);
    }
    template <class T> void walk(const T &record, bool entering)
    {
        m_entering = entering;
        visit(record);
    }
    void visit(const CriterionInput &) { }
    void visit(const ControlInput &control);
    void visit(const EvidenceInput &item);
    void visit(const FindingInput &finding);
    void visit(const PolicyInput &) { }
    void visit(const VendorInput &vendor);
    void visit(const CsocInput &csoc);
    void visit(const PopulationInput &population);
    void visit(const DrawInput &draw);
    void visit(const DeviationInput &deviation);
    void visit(const SystemInput &system);
    void visit(const ChangeInput &) { }
    void visit(const PlanItemInput &item);

    bool m_entering = true;
};

} // namespace tb::readiness
