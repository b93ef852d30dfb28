#include "model/checks.h"

namespace tb {

namespace {

using Code = FieldProblem::Code;
using Problems = QList<FieldProblem>;

constexpr int longestWindow = 3; ///< years; no examination covers as much, and every due date in it is counted

void checkOrder(QList<FieldProblem> &problems, const char *field, QDate from, QDate to)
{
    if (from.isValid() && to.isValid() && to < from)
        problems.append({ QLatin1String(field), Code::EndBeforeStart, to.toString(Qt::ISODate) });
}

void needReason(Problems &problems, const char *field, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        problems.append({ QLatin1String(field), Code::NeedsReason, {} });
}

void need(Problems &problems, const char *field, bool given)
{
    if (!given)
        problems.append({ QLatin1String(field), Code::Required, {} });
}

void checkRange(Problems &problems, const char *field, std::optional<qint64> number, qint64 lowest, qint64 highest)
{
    if (number && (*number < lowest || *number > highest))
        problems.append({ QLatin1String(field), Code::OutOfRange, QString::number(*number) });
}

void checkCategories(Problems &problems, const QStringList &categories)
{
    for (const QString &category : categories) {
        if (!fromWord<Category>(category))
            problems.append({ QStringLiteral("categories"), Code::NotAValue, category });
    }
}

template <class Event> Problems checkEvent(const Event &event)
{
    Problems problems;
    if (!event.disclosed)
        needReason(problems, "undisclosed_reason", event.undisclosedReason);
    return problems;
}

} // namespace

/// An item deviates when one of its attributes does.
void derive(SampledItem &item)
{
    item.deviates = item.results.contains(QLatin1Char('d'));
}

Problems checkSubject(const Engagement &engagement)
{
    Problems problems;
    checkOrder(problems, "period_to", engagement.from, engagement.to);
    if (engagement.reportType == ReportType::TypeTwo && !engagement.from.isValid())
        problems.append({ QStringLiteral("period_from"), Code::Required, {} });
    if (engagement.reportType == ReportType::TypeTwo && !engagement.to.isValid())
        problems.append({ QStringLiteral("period_to"), Code::Required, {} });
    if (engagement.reportType == ReportType::TypeOne && !engagement.asOf.isValid())
        problems.append({ QStringLiteral("as_of"), Code::Required, {} });
    if (engagement.from.isValid() && engagement.from.addYears(longestWindow) <= engagement.to)
        problems.append({ QStringLiteral("period_to"), Code::OutOfRange, engagement.to.toString(Qt::ISODate) });
    checkCategories(problems, engagement.categories);
    checkRange(problems, "due_soon_days", engagement.dueSoonDays, 0, 366);
    if (!engagement.categories.contains(wordOf(Category::Security)))
        problems.append({ QStringLiteral("categories"), Code::Required, wordOf(Category::Security) });
    return problems;
}

Problems checkSubject(const Control &control)
{
    Problems problems;
    checkOrder(problems, "retired_on", control.implementedOn, control.retiredOn);
    if (control.workStatus == WorkStatus::NotApplicable)
        needReason(problems, "not_applicable_reason", control.notApplicableReason);
    checkRange(problems, "grace_days", control.graceDays, 0, 366);
    return problems;
}

Problems checkSubject(const Criterion &criterion)
{
    Problems problems;
    if (criterion.notRelevant)
        needReason(problems, "not_relevant_reason", criterion.notRelevantReason);
    return problems;
}

Problems checkSubject(const ControlDecision &decision)
{
    Problems problems;
    checkRange(problems, "rule", decision.rule, 1, 24);
    return problems;
}

Problems checkSubject(const Evidence &evidence)
{
    Problems problems;
    checkOrder(problems, "covers_to", evidence.coversFrom, evidence.coversTo);
    checkRange(problems, "ipe_rows", evidence.rows, 0, std::numeric_limits<qint64>::max());
    if (!evidence.shared)
        needReason(problems, "withheld_reason", evidence.withheldReason);
    return problems;
}

Problems checkSubject(const Commitment &commitment)
{
    Problems problems;
    checkCategories(problems, commitment.categories);
    return problems;
}

Problems checkSubject(const Incident &incident)
{
    return checkEvent(incident);
}

Problems checkSubject(const SignificantChange &change)
{
    return checkEvent(change);
}

Problems checkSubject(const SubsequentEvent &event)
{
    return checkEvent(event);
}

Problems checkSubject(const Policy &policy)
{
    Problems problems;
    checkRange(problems, "review_months", policy.reviewMonths, 0, 120);
    return problems;
}

Problems checkSubject(const PolicyVersion &version)
{
    Problems problems;
    checkRange(problems, "number", version.number, 1, 100000);
    return problems;
}

Problems checkSubject(const PolicyParameter &parameter)
{
    bool whole = true;
    if (parameter.integer && !parameter.value.isEmpty())
        parameter.value.toLongLong(&whole);
    return whole ? Problems {} : Problems { { QStringLiteral("value"), Code::NotAValue, parameter.value.left(40) } };
}

Problems checkSubject(const Vendor &vendor)
{
    Problems problems;
    checkOrder(problems, "contract_to", vendor.contractFrom, vendor.contractTo);
    return problems;
}

Problems checkSubject(const Question &question)
{
    Problems problems;
    checkRange(problems, "weight", question.weight, 0, 1000);
    if (question.answerType == AnswerType::Choice)
        need(problems, "options", !question.options.trimmed().isEmpty());
    return problems;
}

Problems checkSubject(const Assessment &assessment)
{
    Problems problems;
    checkOrder(problems, "completed_on", assessment.startedOn, assessment.completedOn);
    if (assessment.outcome != VendorOutcome::Undecided)
        need(problems, "completed_on", assessment.completedOn.isValid());
    if (assessment.outcome == VendorOutcome::Conditional)
        needReason(problems, "conditions", assessment.conditions);
    return problems;
}

Problems checkSubject(const VendorReport &report)
{
    Problems problems;
    checkOrder(problems, "covers_to", report.coversFrom, report.coversTo);
    if (report.reviewedOn.isValid())
        need(problems, "reviewed_by_id", static_cast<bool>(report.reviewedBy));
    return problems;
}

Problems checkSubject(const ChecklistItem &item)
{
    Problems problems;
    if (item.state == ChecklistState::Blocked)
        needReason(problems, "blocked_by", item.blockedBy);
    if (item.state == ChecklistState::NotApplicable)
        needReason(problems, "reason", item.reason);
    return problems;
}

Problems checkSubject(const Risk &risk)
{
    Problems problems;
    checkRange(problems, "inherent_likelihood", risk.inherentLikelihood, 1, 5);
    checkRange(problems, "inherent_impact", risk.inherentImpact, 1, 5);
    checkRange(problems, "residual_likelihood", risk.residualLikelihood, 1, 5);
    checkRange(problems, "residual_impact", risk.residualImpact, 1, 5);
    checkRange(problems, "appetite", risk.appetite, 1, 25);
    if (risk.response == RiskResponse::Accept) {
        need(problems, "accepted_by_id", static_cast<bool>(risk.acceptedBy));
        need(problems, "accepted_until", risk.acceptedUntil.isValid());
    }
    return problems;
}

Problems checkSubject(const Finding &finding)
{
    Problems problems;
    checkOrder(problems, "closed_on", finding.foundOn, finding.closedOn);
    checkOrder(problems, "retested_on", finding.foundOn, finding.retestedOn);
    if (finding.state == FindingState::Closed)
        need(problems, "closed_on", finding.closedOn.isValid());
    if (finding.state == FindingState::RiskAccepted) {
        need(problems, "accepted_by_id", static_cast<bool>(finding.acceptedBy));
        need(problems, "accepted_until", finding.acceptedUntil.isValid());
    }
    return problems;
}

Problems checkSubject(const SamplingProfile &profile)
{
    Problems problems;
    checkRange(problems, "size", profile.size, 1, 10000);
    checkRange(problems, "test_all_up_to", profile.testAllUpTo, 0, 10000);
    checkRange(problems, "tolerable_rate", profile.tolerableRate, 0, 100);
    checkRange(problems, "grace_days", profile.graceDays, 0, 366);
    return problems;
}

Problems checkSubject(const Population &population)
{
    Problems problems;
    checkOrder(problems, "covers_to", population.coversFrom, population.coversTo);
    checkRange(problems, "count", population.count, 0, 1000000000);
    return problems;
}

/// Inquiry alone never suffices (AT-C section 205, on the nature of procedures).
Problems checkSubject(const TestProcedure &procedure)
{
    static const QStringList methods { QStringLiteral("inquiry"), QStringLiteral("observation"),
                                       QStringLiteral("inspection"), QStringLiteral("reperformance") };
    Problems problems;
    for (const QString &method : procedure.methods) {
        if (!methods.contains(method))
            problems.append({ QStringLiteral("methods"), Code::NotAValue, method });
    }
    if (procedure.methods == QStringList { methods.first() })
        problems.append({ QStringLiteral("methods"), Code::Insufficient, methods.first() });
    return problems;
}

Problems checkSubject(const Test &test)
{
    Problems problems;
    checkOrder(problems, "reviewed_on", test.testedOn, test.reviewedOn);
    checkRange(problems, "tolerable_rate", test.tolerableRate, 0, 100);
    if (test.conclusion != Conclusion::Open) {
        need(problems, "tested_on", test.testedOn.isValid());
        need(problems, "tester_id", static_cast<bool>(test.tester));
    }
    return problems;
}

Problems checkSubject(const SampledItem &item)
{
    const bool known = std::all_of(item.results.cbegin(), item.results.cend(),
                                   [](QChar letter) { return QStringLiteral("pdn-").contains(letter); });
    return known ? Problems {} : Problems { { QStringLiteral("results"), Code::NotAValue, item.results.left(40) } };
}

} // namespace tb
