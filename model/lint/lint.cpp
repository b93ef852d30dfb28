#include "model/lint/lint.h"

#include "model/lint/evidencelint.h"
#include "model/policies/versions.h"
#include "model/testing/drawing.h"
#include "model/vendors/vendorscore.h"

namespace tb {

namespace {

/// Collects findings, each beside its record.
class Linter
{
public:
    Linter(const Records &records, const readiness::Evaluation &evaluation)
        : m_records(records)
        , m_evaluation(evaluation)
    { }

    QList<LintFinding> run()
    {
        criteria();
        for (const Control &control : m_records.controls.all())
            lintControl(control);
        policies();
        m_found += lintEvidence(m_records, m_evaluation);
        vendors();
        risksAndFindings();
        testing();
        std::sort(m_found.begin(), m_found.end(), [](const LintFinding &a, const LintFinding &b) {
            return std::tuple(b.severity, a.code, a.name, a.key) < std::tuple(a.severity, b.code, b.name, b.key);
        });
        return m_found;
    }

private:
    template <class R> LintFinding &add(LintCode code, LintSeverity severity, const R &record)
    {
        m_found.append(lintFindingOf(code, severity, record));
        return m_found.last();
    }
    template <class R> void addOverdue(LintCode code, const R &record, QDate due)
    {
        if (due.isValid() && due < m_evaluation.at)
            add(code, LintSeverity::Warning, record).on = due;
    }
    template <class R> void lintWording(const R &record, const char *field, const QString &text)
    {
        const QString word = vagueWordIn(text);
        if (word.isEmpty())
            return;
        LintFinding &found = add(LintCode::VagueWording, LintSeverity::Warning, record);
        found.field = QLatin1String(field);
        found.word = word;
    }

    void criteria()
    {
        for (const Criterion &criterion : m_records.criteria.all()) {
            const readiness::CriterionResult result = m_evaluation.criteria.value(criterion.id);
            const auto applies
                = [this](ControlId id) { return m_evaluation.controls.value(id).state != ControlState::NotApplicable; };
            if (result.inScope && std::count_if(result.controls.begin(), result.controls.end(), applies) == 1)
                add(LintCode::OneControlOnly, LintSeverity::Note, criterion);
        }
    }

    template <class R> bool isRetired(const R &record) const
    {
        return record.retiredOn.isValid() && record.retiredOn < m_evaluation.at;
    }

    void lintControl(const Control &control)
    {
        if (control.workStatus == WorkStatus::NotApplicable || isRetired(control))
            return;
        if (!control.owner)
            add(LintCode::ControlWithoutOwner, LintSeverity::Error, control).field = QStringLiteral("owner_id");
        if (!control.frequency)
            add(LintCode::ControlWithoutFrequency, LintSeverity::Error, control).field = QStringLiteral("frequency");
        if (m_records.controlCriteria.rightsOf(control.id.value).isEmpty())
            add(LintCode::ControlWithoutCriterion, LintSeverity::Warning, control);
        lintWording(control, "title", control.title);
        lintWording(control, "description", control.description);
        if (mixesActivities(control.description))
            add(LintCode::MixedActivities, LintSeverity::Note, control).field = QStringLiteral("description");
        lintSeparation(control);
        for (const readiness::Remark &remark : m_evaluation.controls.value(control.id).warnings) {
            if (remark.code == readiness::RemarkCode::GraceEndsAfterWindow)
                add(LintCode::GraceEndsAfterWindow, LintSeverity::Note, control).on = remark.from;
        }
    }

    /// Owner, performer and reviewer may differ; whoever performs it should neither review that nor their own access.
    void lintSeparation(const Control &control)
    {
        const PersonId performer = control.performer ? control.performer : control.owner;
        if (!performer)
            return;
        if (performer == control.signedOffBy)
            add(LintCode::ReviewerPerformed, LintSeverity::Error, control).field = QStringLiteral("signed_off_by_id");
        if (!reviewsAccess(control.title) && !reviewsAccess(control.description))
            return;
        const System *own = nullptr; // of several the first by name
        for (const qint64 key : m_records.controlSystems.rightsOf(control.id.value)) {
            const System *system = m_records.systems.find({ key });
            if (system && system->owner == performer && (!own || system->name < own->name))
                own = system;
        }
        if (!own)
            return;
        LintFinding &found = add(LintCode::OwnAccessReviewed, LintSeverity::Warning, control);
        found.field = control.performer ? QStringLiteral("performer_id") : QStringLiteral("owner_id");
        found.word = own->name;
    }

    void policies()
    {
        QSet<PolicyId> withText;
        for (const PolicyVersion &version : m_records.policyVersions.all()) {
            withText.insert(version.policy);
            lintVersion(version);
        }
        for (const Policy &policy : m_records.policies.all()) {
            if (isRetired(policy))
                continue;
            addOverdue(LintCode::PolicyReviewOverdue, policy, policy.nextReviewOn);
            if (!withText.contains(policy.id))
                add(LintCode::PolicyWithoutVersion, LintSeverity::Warning, policy);
        }
        for (const PolicyRequirement &requirement : m_records.policyRequirements.all()) {
            const Policy *policy = m_records.policies.find(requirement.policy);
            if (policy && isRetired(*policy))
                continue;
            if (m_records.policyRequirementControls.rightsOf(requirement.id.value).isEmpty())
                add(LintCode::RequirementWithoutControl, LintSeverity::Note, requirement);
        }
    }

    void lintVersion(const PolicyVersion &version)
    {
        if (version.state != VersionState::Superseded)
            lintWording(version, "body", version.body);
        if (version.state != VersionState::Approved)
            return;
        if (!version.proof)
            add(LintCode::ApprovalWithoutProof, LintSeverity::Warning, version).field = QStringLiteral("proof_id");
        if (!matchesApproval(m_records, version))
            add(LintCode::ApprovalDoesNotMatch, LintSeverity::Error, version).field = QStringLiteral("text_hash");
        if (version.author && version.author == version.approvedBy)
            add(LintCode::AuthorApproved, LintSeverity::Warning, version).field = QStringLiteral("approved_by_id");
    }

    void vendors()
    {
        QSet<VendorId> withCsoc;
        for (const Csoc &csoc : m_records.csocs.all())
            withCsoc.insert(csoc.vendor);
        for (const Vendor &vendor : m_records.vendors.all()) {
            if (vendor.status == VendorStatus::Ended)
                continue;
            const Assessment *latest = latestAssessment(m_records, vendor.id);
            if (!latest && vendor.customerData)
                add(LintCode::VendorWithoutAssessment, LintSeverity::Error, vendor);
            if (latest)
                addOverdue(LintCode::AssessmentOverdue, vendor, latest->nextDueOn);
            if (vendor.subservice == SubserviceMethod::CarveOut && !withCsoc.contains(vendor.id))
                add(LintCode::SubserviceWithoutControls, LintSeverity::Warning, vendor);
        }
        for (const VendorCuec &cuec : m_records.vendorCuecs.all()) {
            if (m_records.vendorCuecControls.rightsOf(cuec.id.value).isEmpty())
                add(LintCode::CuecNotMapped, LintSeverity::Warning, cuec);
        }
    }

    void risksAndFindings()
    {
        for (const Risk &risk : m_records.risks.all()) {
            const auto residual = risk.residualLikelihood && risk.residualImpact
                ? std::optional(*risk.residualLikelihood * *risk.residualImpact)
                : std::nullopt;
            if (residual && risk.appetite && *residual > *risk.appetite && risk.response != RiskResponse::Accept)
                add(LintCode::RiskAboveAppetite, LintSeverity::Warning, risk);
            addOverdue(LintCode::AcceptanceExpired, risk, risk.acceptedUntil);
        }
        for (const Finding &finding : m_records.findings.all()) {
            if (finding.state == FindingState::Closed)
                continue;
            addOverdue(LintCode::AcceptanceExpired, finding, finding.acceptedUntil);
            if (finding.state != FindingState::RiskAccepted)
                addOverdue(LintCode::FindingOverdue, finding, finding.dueOn);
        }
        for (const Request &request : m_records.requests.all()) {
            lintWording(request, "text", request.text);
            if (request.state != RequestState::Submitted && request.state != RequestState::Accepted)
                addOverdue(LintCode::RequestOverdue, request, request.dueOn);
        }
    }

    void testing()
    {
        for (const Test &test : m_records.tests.all()) {
            if (test.tester && test.tester == test.reviewer)
                add(LintCode::ReviewerPerformed, LintSeverity::Error, test).field = QStringLiteral("reviewer_id");
            if (test.conclusion == Conclusion::Passed && !outcomeOf(m_records, test).withinTolerance)
                add(LintCode::ConclusionBeyondTolerance, LintSeverity::Error, test).field
                    = QStringLiteral("conclusion");
        }
    }

    const Records &m_records;
    const readiness::Evaluation &m_evaluation;
    QList<LintFinding> m_found;
};

} // namespace

QList<LintFinding> lint(const Records &records, const readiness::Evaluation &evaluation)
{
    return Linter(records, evaluation).run();
}

} // namespace tb
