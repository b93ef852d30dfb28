#include "ui/controls/controlrelated.h"

#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/linkedrecords.h"
#include "ui/common/statuslooks.h"
#include "ui/controls/detailsection.h"

#include <QVBoxLayout>

namespace tb {

namespace {

QString nameOf(const QString &code, const QString &title)
{
    return code + QStringLiteral("  ") + title;
}

QString called(const char *table, const char *field)
{
    return words::fieldName(QLatin1String(table), QLatin1String(field));
}

/// While it is open its severity says how much it matters, as the mark of its line.
StatusLook lookOf(const Finding &finding)
{
    if (finding.state == FindingState::Closed || finding.state == FindingState::RiskAccepted)
        return look(finding.state);
    StatusLook shown = look(finding.severity);
    shown.text = ControlRelated::tr("%1, %2", "severity, state").arg(shown.text, words::term(finding.state));
    return shown;
}

DetailSection::Line lineOf(const Records &records, const Finding &finding)
{
    const auto name = [](const char *field) { return called("finding", field); };
    return { finding.id.value,
             nameOf(finding.code, finding.title),
             lookOf(finding),
             { { name("what"), finding.what },
               { name("cause"), finding.cause },
               { name("response"), finding.response },
               { name("plan"), finding.plan },
               { name("owner_id"), records.personName(finding.owner) },
               { name("due_on"), words::date(finding.dueOn) },
               { name("closed_on"), words::date(finding.closedOn) } } };
}

DetailSection::Line lineOf(const Records &records, const Policy &policy, const PolicyVersion *version)
{
    const QString number = version ? QString::number(version->number) : QString();
    const StatusLook none { Glyph::DashedRing, Tone::Neutral, ControlRelated::tr("No text yet") };
    return { policy.id.value,
             nameOf(policy.code, policy.title),
             version ? look(version->state) : none,
             { { ControlRelated::tr("Version"), number },
               { called("policy_version", "approved_on"), version ? words::date(version->approvedOn) : QString() },
               { called("policy_version", "effective_on"), version ? words::date(version->effectiveOn) : QString() },
               { called("policy", "owner_id"), records.personName(policy.owner) },
               { called("policy", "next_review_on"), words::date(policy.nextReviewOn) },
               { called("policy", "summary"), policy.summary } } };
}

} // namespace

ControlRelated::ControlRelated(QWidget *parent)
    : QWidget(parent)
    , m_findings(new DetailSection(tr("Findings")))
    , m_policies(new DetailSection(tr("Policies")))
    , m_link(makeButton(tr("Link"), ButtonRole::Quiet, QStringLiteral("link")))
{
    m_findings->setObjectName(QStringLiteral("relatedFindings"));
    m_policies->setObjectName(QStringLiteral("relatedPolicies"));
    m_link->setObjectName(QStringLiteral("linkPolicies"));
    m_link->setAccessibleName(tr("Link to policies"));
    m_policies->addButton(m_link);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_findings);
    layout->addWidget(m_policies);
    connect(m_link, &QPushButton::clicked, this, &ControlRelated::linkPoliciesAsked);
}

void ControlRelated::show(const Records &records, const ControlParts &parts, ControlId control, bool readOnly)
{
    m_link->setEnabled(!readOnly);
    showFindings(records, control);
    showPolicies(records, parts, control);
}

void ControlRelated::showFindings(const Records &records, ControlId control)
{
    QList<DetailSection::Line> lines;
    int open = 0;
    for (const Finding *finding :
         linkedRecords(records.findings, records.findingControls.leftsOf(control.value), &Finding::code)) {
        open += finding->state != FindingState::Closed;
        lines.append(lineOf(records, *finding));
    }
    m_findings->setLines(lines, {});
    m_findings->setRemark(open > 0 ? tr("%1 open").arg(open) : tr("all closed"));
    m_findings->setVisible(!lines.isEmpty());
}

void ControlRelated::showPolicies(const Records &records, const ControlParts &parts, ControlId control)
{
    QList<DetailSection::Line> lines;
    for (const Policy *policy :
         linkedRecords(records.policies, records.controlPolicies.rightsOf(control.value), &Policy::code))
        lines.append(lineOf(records, *policy, shownVersion(records, parts, policy->id)));
    m_policies->setLines(lines, tr("No policy is linked."));
}

} // namespace tb
