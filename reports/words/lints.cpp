#include "reports/words/lints.h"

#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::words {

namespace {

QString aboutControls(const LintFinding &finding)
{
    switch (finding.code) {
    case LintCode::OneControlOnly:
        return Say::tr(
            "One control carries this criterion alone. If it fails, the criterion fails; consider a second.");
    case LintCode::ControlWithoutOwner: return Say::tr("Nobody owns this control. Assign an owner.");
    case LintCode::ControlWithoutFrequency:
        return Say::tr("It is not said how often this control operates. Choose a frequency.");
    case LintCode::ControlWithoutCriterion:
        return Say::tr("This control serves no criterion. Map it, or mark it not applicable.");
    case LintCode::VagueWording:
        return Say::tr("The text says “%1”, which cannot be tested. Say who does what, and how often.")
            .arg(finding.word);
    case LintCode::MixedActivities:
        return Say::tr("This control both grants access and reviews it. The two are tested differently; split it.");
    case LintCode::GraceEndsAfterWindow:
        return Say::tr("The grace of what is due on %1 ends after the window. Perform it before the window ends.")
            .arg(date(finding.on));
    case LintCode::ReviewerPerformed: return Say::tr("Who performed this also reviewed it. Have somebody else review.");
    case LintCode::OwnAccessReviewed:
        return Say::
            tr("Who performs this review runs %1, and so reviews their own access. Have somebody else do that part.")
                .arg(finding.word);
    default: return {};
    }
}

QString aboutPolicies(const LintFinding &finding)
{
    switch (finding.code) {
    case LintCode::PolicyReviewOverdue:
        return Say::tr("The review was due on %1. Review the policy and approve a version.").arg(date(finding.on));
    case LintCode::PolicyWithoutVersion: return Say::tr("This policy has no text. Write or attach one.");
    case LintCode::ApprovalWithoutProof:
        return Say::tr("The approval has no attached proof. Attach the minutes, the signature or the message.");
    case LintCode::ApprovalDoesNotMatch:
        return Say::tr("The text is not the one that was approved. Verify the project, then approve a new version.");
    case LintCode::AuthorApproved: return Say::tr("Who wrote this text approved it. Have somebody else approve.");
    case LintCode::RequirementWithoutControl: return Say::tr("No control carries this requirement. Link one.");
    default: return {};
    }
}

QString outsideWindow(const LintFinding &finding)
{
    const QString day = date(finding.on);
    if (finding.field == QLatin1String("collected_on"))
        return Say::tr("It was collected on %1, outside the window, and counts for nothing in it.").arg(day);
    if (finding.field == QLatin1String("covers_from"))
        return Say::tr("The period it covers begins on %1, after the window. Check its dates, or collect what shows "
                       "the window.")
            .arg(day);
    if (finding.field == QLatin1String("covers_to"))
        return Say::
            tr("The period it covers ends on %1, before the window. Check its dates, or collect what shows the window.")
                .arg(day);
    return Say::tr("It was performed on %1, outside the window, and counts for nothing in it.").arg(day);
}

QString aboutEvidenceAndVendors(const LintFinding &finding)
{
    switch (finding.code) {
    case LintCode::EvidenceOutsideWindow: return outsideWindow(finding);
    case LintCode::EvidenceReused:
        return Say::tr("The file is the same as %1, byte for byte. Collect it anew for each occurrence.")
            .arg(finding.word);
    case LintCode::VendorWithoutAssessment:
        return Say::tr("This vendor handles customer data and has not been assessed. Assess it.");
    case LintCode::AssessmentOverdue:
        return Say::tr("The next assessment was due on %1. Assess the vendor again.").arg(date(finding.on));
    case LintCode::CuecNotMapped:
        return Say::tr("No control of ours does what the vendor expects here. Link the control that does.");
    case LintCode::SubserviceWithoutControls:
        return Say::tr("Nothing says what this carved-out organisation is expected to run. Add its controls (CSOCs).");
    default: return {};
    }
}

QString aboutWork(const LintFinding &finding)
{
    switch (finding.code) {
    case LintCode::RiskAboveAppetite:
        return Say::tr("What remains of the risk is above the appetite. Add a control, or have it accepted.");
    case LintCode::AcceptanceExpired:
        return Say::tr("The risk was accepted until %1 only. Accept it anew or treat it.").arg(date(finding.on));
    case LintCode::FindingOverdue: return Say::tr("The remedy was due on %1.").arg(date(finding.on));
    case LintCode::RequestOverdue: return Say::tr("The answer was due on %1.").arg(date(finding.on));
    case LintCode::ConclusionBeyondTolerance:
        return Say::tr("The test passed although more items deviate than are tolerated. Conclude it as an exception.");
    default: return {};
    }
}

} // namespace

QString lintSentence(const LintFinding &finding)
{
    for (QString (*about)(const LintFinding &) : { aboutControls, aboutPolicies, aboutEvidenceAndVendors, aboutWork }) {
        const QString sentence = about(finding);
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

} // namespace tb::words
