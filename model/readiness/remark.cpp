#include "model/readiness/remark.h"

namespace tb::readiness {

namespace {

struct CodeFacts
{
    RemarkCode code;
    int rule;
    Mend mend;
};

/// Which rule of READINESS.md each code belongs to, and how it is usually mended; in the order of the enumeration.
constexpr std::array facts {
    CodeFacts { RemarkCode::NotRelevantWithoutApproval, 1, Mend::ApproveExclusion },
    CodeFacts { RemarkCode::NoControl, 2, Mend::AddControl },
    CodeFacts { RemarkCode::ControlNotReady, 2, Mend::MendControl },
    CodeFacts { RemarkCode::NotApplicableWithoutApproval, 2, Mend::ApproveExclusion },
    CodeFacts { RemarkCode::CsocNotMonitored, 3, Mend::LinkMonitoringControl },
    CodeFacts { RemarkCode::MonitoringNotReady, 3, Mend::MendControl },
    CodeFacts { RemarkCode::NoActiveOwner, 4, Mend::AssignOwner },
    CodeFacts { RemarkCode::NoFrequency, 4, Mend::SetFrequency },
    CodeFacts { RemarkCode::NoImplementedDate, 4, Mend::SetImplementedDate },
    CodeFacts { RemarkCode::PolicyNotApproved, 4, Mend::ApprovePolicy },
    CodeFacts { RemarkCode::SevereFindingOpen, 4, Mend::CloseFinding },
    CodeFacts { RemarkCode::ImplementedAfterAsOf, 5, Mend::SetImplementedDate },
    CodeFacts { RemarkCode::PolicyNotEffective, 5, Mend::ApprovePolicy },
    CodeFacts { RemarkCode::NoEvidenceAtAsOf, 6, Mend::AddEvidence },
    CodeFacts { RemarkCode::NotYetOperated, 7, Mend::Nothing },
    CodeFacts { RemarkCode::LateStart, 8, Mend::NoteDecision },
    CodeFacts { RemarkCode::PolicyGap, 9, Mend::NoteDecision },
    CodeFacts { RemarkCode::NothingDue, 11, Mend::PerformEarly },
    CodeFacts { RemarkCode::OccurrenceLate, 13, Mend::RecordFinding },
    CodeFacts { RemarkCode::OccurrenceMissing, 13, Mend::RecordFinding },
    CodeFacts { RemarkCode::GraceEndsAfterWindow, 14, Mend::PerformBeforeWindowEnds },
    CodeFacts { RemarkCode::SystemNotShown, 16, Mend::CollectConfiguration },
    CodeFacts { RemarkCode::ChangeNotShown, 16, Mend::CollectConfiguration },
    CodeFacts { RemarkCode::NoRecentConfiguration, 16, Mend::CollectConfiguration },
    CodeFacts { RemarkCode::PopulationGap, 17, Mend::ExportPopulation },
    CodeFacts { RemarkCode::PopulationTail, 17, Mend::ExportPopulation },
    CodeFacts { RemarkCode::PopulationNotComplete, 17, Mend::MarkPopulationComplete },
    CodeFacts { RemarkCode::FinalExportTooEarly, 17, Mend::ExportPopulation },
    CodeFacts { RemarkCode::NoStatementOfNoEvents, 18, Mend::StateNoEvents },
    CodeFacts { RemarkCode::NoEvents, 18, Mend::Nothing },
    CodeFacts { RemarkCode::SampleNotDrawn, 18, Mend::DrawSample },
    CodeFacts { RemarkCode::SampleTooSmall, 18, Mend::DrawSample },
    CodeFacts { RemarkCode::SampleWithoutEvidence, 18, Mend::AttachSampleEvidence },
    CodeFacts { RemarkCode::OccurrenceDeviates, 19, Mend::RecordFinding },
    CodeFacts { RemarkCode::VendorReportMissing, 20, Mend::ObtainVendorReport },
    CodeFacts { RemarkCode::VendorReportOld, 20, Mend::ObtainVendorReport },
    CodeFacts { RemarkCode::VendorReviewOld, 20, Mend::ReviewVendorReport },
    CodeFacts { RemarkCode::VendorDaysUncovered, 20, Mend::ObtainVendorReport },
};

constexpr bool inEnumerationOrder()
{
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (static_cast<std::size_t>(facts[i].code) != i)
            return false;
    }
    return facts.size() == Words<RemarkCode>::all.size();
}
static_assert(inEnumerationOrder());

const CodeFacts &factsOf(RemarkCode code)
{
    return facts.at(static_cast<std::size_t>(code));
}

} // namespace

RecordRef::operator bool() const
{
    return std::visit([](auto id) { return static_cast<bool>(id); }, key);
}

int Remark::rule() const
{
    return ruleOf(code);
}

int ruleOf(RemarkCode code)
{
    return factsOf(code).rule;
}

bool isDecidable(int rule)
{
    return std::find(decidableRules.begin(), decidableRules.end(), rule) != decidableRules.end();
}

Remark remark(RemarkCode code, RecordRef record, RecordRef other)
{
    Remark result;
    result.code = code;
    result.mend = factsOf(code).mend;
    result.record = record;
    result.other = other;
    return result;
}

Remark remark(RemarkCode code, const DaySpan &days, RecordRef record, RecordRef other)
{
    Remark result = remark(code, record, other);
    result.from = days.from;
    result.to = days.to;
    return result;
}

} // namespace tb::readiness
