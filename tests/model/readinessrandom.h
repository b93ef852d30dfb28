#pragma once

#include "tests/model/readinessfixture.h"

#include <QRandomGenerator>

namespace tb::readiness {

/// Makes arbitrary, also senseless, records with few ids, so that they keep meeting each other.
class RandomRecords
{
public:
    explicit RandomRecords(quint32 seed) : m_random(seed) { }

    int upTo(int limit) { return m_random.bounded(limit + 1); }
    bool oneIn(int n) { return m_random.bounded(n) == 0; }
    QDate date() { return oneIn(6) ? QDate() : day("2025-01-01").addDays(m_random.bounded(600)); }
    DaySpan period()
    {
        const QDate from = date();
        return { from, from.isValid() ? from.addDays(m_random.bounded(200) - 5) : QDate() };
    }
    template <class Id> Id id(int limit = 12) { return Id { 1 + m_random.bounded(limit) }; }
    template <class Id> QList<Id> ids(int atMost, int limit = 12)
    {
        QList<Id> result;
        for (int n = upTo(atMost); n > 0; --n)
            result.append(id<Id>(limit));
        return result;
    }
    template <class Enum> Enum any(int last) { return static_cast<Enum>(upTo(last)); }

    EngagementInput engagement();
    InputRecord record();
    InputKey key();

private:
    RevisionInput revision();
    ControlInput control();
    EvidenceInput evidence();
    FindingInput finding();
    PolicyInput policy();
    VendorInput vendor();
    PopulationInput population();
    DrawInput draw();

    QRandomGenerator m_random;
};

inline EngagementInput RandomRecords::engagement()
{
    EngagementInput result;
    result.type = any<ReportType>(2);
    result.asOf = day("2025-10-10");
    result.window = oneIn(4) ? period() : span("2025-04-01", "2026-03-31");
    if (oneIn(2))
        result.categories.append(Category::Availability);
    result.dueSoonDays = upTo(40);
    result.eventSample.size = upTo(5);
    result.eventSample.testAllUpTo = upTo(3);
    return result;
}

inline RevisionInput RandomRecords::revision()
{
    RevisionInput result = Programme::revision(any<Frequency>(7));
    if (oneIn(8))
        result.frequency.reset();
    result.hash = oneIn(3) ? "r2" : "r1";
    result.from = oneIn(2) ? QDate() : date();
    result.to = oneIn(2) ? QDate() : date();
    result.anchor = oneIn(2) ? QDate() : date();
    result.calendar = any<Calendar>(1);
    if (oneIn(4))
        result.graceDays = upTo(20) - 2;
    return result;
}

inline ControlInput RandomRecords::control()
{
    ControlInput result;
    result.id = id<ControlId>();
    result.workStatus = oneIn(2) ? WorkStatus::Implemented : any<WorkStatus>(3);
    result.notApplicableApproved = oneIn(2);
    result.ownerActive = !oneIn(4);
    result.implementedOn = oneIn(2) ? day("2024-01-01") : date();
    result.retiredOn = oneIn(6) ? date() : QDate();
    for (int n = upTo(3); n > 0; --n)
        result.revisions.append(revision());
    if (!oneIn(3))
        result.signOff = SignOff { reviewerId, date(), "r1" };
    if (oneIn(3))
        result.decisions = { Decision { upTo(20), QStringLiteral("agreed"), reviewerId, date() } };
    result.criteria = ids<CriterionId>(3, 6);
    result.policies = ids<PolicyId>(2, 5);
    result.systems = ids<SystemId>(2, 4);
    return result;
}

inline EvidenceInput RandomRecords::evidence()
{
    EvidenceInput result;
    result.id = id<EvidenceId>(25);
    result.kind = oneIn(2) ? EvidenceKind::Configuration : any<EvidenceKind>(7);
    for (int n = upTo(3); n > 0; --n)
        result.performedOn.append(date());
    result.covers = oneIn(2) ? DaySpan {} : period();
    result.collectedOn = date();
    result.replaced = oneIn(8);
    result.withheld = oneIn(8);
    result.controls = ids<ControlId>(3);
    result.systems = ids<SystemId>(2, 4);
    return result;
}

inline FindingInput RandomRecords::finding()
{
    FindingInput result;
    result.id = id<FindingId>(6);
    result.severity = any<Severity>(3);
    result.state = any<FindingState>(3);
    result.closedOn = date();
    result.hasResponse = oneIn(2);
    result.controls = ids<ControlId>(2);
    result.occurrences = { OccurrenceRef { id<ControlId>(), oneIn(2) ? day("2025-06-30") : date() } };
    return result;
}

inline PolicyInput RandomRecords::policy()
{
    PolicyInput result { id<PolicyId>(5), oneIn(6) ? date() : QDate(), {} };
    for (int n = upTo(3); n > 0; --n)
        result.versions.append({ date(), date(), oneIn(3) ? date() : QDate() });
    return result;
}

inline VendorInput RandomRecords::vendor()
{
    VendorInput result { id<VendorId>(4), any<SubserviceMethod>(2), oneIn(2) ? date() : QDate(), {} };
    for (int n = upTo(3); n > 0; --n)
        result.reports.append(
            { id<VendorReportId>(50), any<VendorReportKind>(7), period(), date(), id<EvidenceId>(25) });
    return result;
}

inline PopulationInput RandomRecords::population()
{
    PopulationInput result;
    result.id = id<PopulationId>(8);
    result.control = id<ControlId>();
    result.evidence = id<EvidenceId>(25);
    result.period = oneIn(2) ? span("2025-04-01", "2026-02-28") : period();
    result.complete = !oneIn(3);
    result.count = upTo(6);
    result.collectedOn = date();
    result.zeroStated = oneIn(2);
    return result;
}

inline DrawInput RandomRecords::draw()
{
    DrawInput result { id<DrawId>(8), id<ControlId>(), oneIn(3), {}, id<PopulationId>(8) };
    for (int n = upTo(4); n > 0; --n)
        result.items.append({ date(), ids<EvidenceId>(2, 25), oneIn(4) });
    return result;
}

inline InputRecord RandomRecords::record()
{
    switch (m_random.bounded(20)) {
    case 0:
        return CriterionInput { id<CriterionId>(6), oneIn(2) ? QStringLiteral("CC6") : QStringLiteral("A1"),
                                any<Category>(1), oneIn(4), oneIn(2) };
    case 1: return finding();
    case 2: return policy();
    case 3: return vendor();
    case 4: return CsocInput { id<CsocId>(5), id<VendorId>(4), ids<CriterionId>(2, 6), id<ControlId>() };
    case 5:
    case 6: return population();
    case 7: return draw();
    case 8: return DeviationInput { id<DeviationId>(5), { id<ControlId>(), oneIn(2) ? day("2025-06-30") : date() } };
    case 9: return SystemInput { id<SystemId>(4), !oneIn(3) };
    case 10: return ChangeInput { id<ChangeId>(4), date(), ids<SystemId>(2, 4) };
    case 11:
        return PlanItemInput { id<PlanItemId>(6), id<ControlId>(), oneIn(2) ? day("2025-06-30") : date(),
                               ids<EvidenceId>(2, 25) };
    case 12:
    case 13:
    case 14: return control();
    default: return evidence();
    }
}

inline InputKey RandomRecords::key()
{
    return std::visit([](const auto &r) { return InputKey { r.id }; }, record());
}

} // namespace tb::readiness
