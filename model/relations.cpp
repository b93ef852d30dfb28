#include "model/checks.h"
#include "model/vendors/vendorscore.h"

namespace tb {

namespace {

using Code = FieldProblem::Code;
using Problems = QList<FieldProblem>;

/// A circle through @p link, which leads from an item to another one.
void checkCircle(Problems &problems, const Records &records, const Evidence &start, EvidenceId Evidence::*link,
                 const char *field)
{
    QSet<EvidenceId> seen { start.id };
    for (EvidenceId next = start.*link; next;) {
        if (seen.contains(next)) {
            problems.append({ QLatin1String(field), Code::Cycle, {} });
            return;
        }
        seen.insert(next);
        const Evidence *item = records.evidence.find(next);
        next = item ? item->*link : EvidenceId {};
    }
}

QStringList choicesOf(const Question &question)
{
    QStringList choices;
    const QStringList lines = question.options.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines)
        choices.append(line.section(QLatin1Char(' '), 1));
    return choices;
}

bool fits(const Question &question, const QString &value)
{
    static const QStringList words { QStringLiteral("yes"), QStringLiteral("partly"), QStringLiteral("no"),
                                     QStringLiteral("not_applicable") };
    bool number = true;
    switch (question.answerType) {
    case AnswerType::YesPartlyNo: return words.contains(value);
    case AnswerType::Choice: return value == words.last() || choicesOf(question).contains(value);
    case AnswerType::Number: value.toDouble(&number); return number;
    case AnswerType::Date: return QDate::fromString(value, Qt::ISODate).isValid();
    case AnswerType::Text: break;
    }
    return true;
}

template <class R> Problems checkReportOf(const Records &records, const R &record)
{
    const VendorReport *report = records.vendorReports.find(record.report);
    if (report && report->vendor != record.vendor)
        return { { QStringLiteral("report_id"), Code::UnknownRecord, {} } };
    return {};
}

bool isFixed(const PolicyVersion &version)
{
    return version.state == VersionState::Approved || version.state == VersionState::Superseded;
}

bool sameText(const PolicyVersion &a, const PolicyVersion &b)
{
    return a.policy == b.policy && a.number == b.number && a.body == b.body && a.document == b.document
        && a.changeNote == b.changeNote && a.author == b.author && a.approvedBy == b.approvedBy
        && a.approvedOn == b.approvedOn && a.effectiveOn == b.effectiveOn && a.textHash == b.textHash;
}

} // namespace

Problems checkRelations(const Records &records, const Evidence &evidence)
{
    Problems problems;
    checkCircle(problems, records, evidence, &Evidence::supersedes, "supersedes_id");
    checkCircle(problems, records, evidence, &Evidence::redacts, "redacts_id");
    checkCircle(problems, records, evidence, &Evidence::follows, "follows_id");
    return problems;
}

Problems checkRelations(const Records &records, const PolicyVersion &version)
{
    const auto &all = records.policyVersions.all();
    const bool taken = std::any_of(all.cbegin(), all.cend(), [&](const PolicyVersion &other) {
        return other.id != version.id && other.policy == version.policy && other.number == version.number;
    });
    return taken ? Problems { { QStringLiteral("number"), Code::NotUnique, QString::number(version.number) } }
                 : Problems {};
}

/// Completing needs an answer to every question. One completed before a question was added stays so.
Problems checkRelations(const Records &records, const Assessment &assessment)
{
    const Assessment *before = records.assessments.find(assessment.id);
    const bool completes = assessment.completedOn.isValid()
        && (!before || !before->completedOn.isValid() || before->questionnaire != assessment.questionnaire);
    return completes ? checkComplete(records, assessment) : Problems {};
}

Problems checkRelations(const Records &records, const Answer &answer)
{
    const Question *question = records.questions.find(answer.question);
    const Assessment *assessment = records.assessments.find(answer.assessment);
    if (!question || !assessment)
        return {}; // named by the check of references
    Problems problems;
    const auto &all = records.answers.all();
    if (std::any_of(all.cbegin(), all.cend(), [&](const Answer &other) {
            return other.id != answer.id && other.assessment == answer.assessment && other.question == answer.question;
        }))
        problems.append({ QStringLiteral("question_id"), Code::NotUnique, question->code });
    const Answer *before = records.answers.find(answer.id);
    if (assessment->completedOn.isValid() && before && !before->value.isEmpty() && answer.value.isEmpty())
        problems.append({ QStringLiteral("value"), Code::Required, {} }); // it is complete with every answer only
    if (question->questionnaire != assessment->questionnaire)
        problems.append({ QStringLiteral("question_id"), Code::UnknownRecord, question->code });
    if (!answer.value.isEmpty() && !fits(*question, answer.value))
        problems.append({ QStringLiteral("value"), Code::NotAValue, answer.value.left(40) });
    return problems;
}

Problems checkRelations(const Records &records, const VendorCuec &cuec)
{
    return checkReportOf(records, cuec);
}

Problems checkRelations(const Records &records, const Csoc &csoc)
{
    return checkReportOf(records, csoc);
}

Problems checkChange(const PolicyVersion &before, const PolicyVersion &after)
{
    if (!isFixed(before))
        return {};
    if (!isFixed(after) || !sameText(before, after))
        return { { QStringLiteral("body"), Code::Frozen, {} } };
    return {};
}

Problems checkChange(const Population &before, const Population &after)
{
    if (before.frozenHash.isEmpty())
        return {};
    const bool same = before.control == after.control && before.evidence == after.evidence
        && before.coversFrom == after.coversFrom && before.coversTo == after.coversTo && before.count == after.count
        && before.frozenHash == after.frozenHash;
    return same ? Problems {} : Problems { { QStringLiteral("frozen_hash"), Code::Frozen, {} } };
}

Problems checkRemoval(const PolicyVersion &version)
{
    return isFixed(version) ? Problems { { QStringLiteral("state"), Code::Frozen, {} } } : Problems {};
}

Problems checkRemoval(const Population &population)
{
    return population.frozenHash.isEmpty() ? Problems {}
                                           : Problems { { QStringLiteral("frozen_hash"), Code::Frozen, {} } };
}

Problems checkRemoval(const Draw &)
{
    return { { QStringLiteral("seed"), Code::Frozen, {} } };
}

/// A draw stays as it was drawn: an item that deviates would take its deviation along.
Problems checkRemoval(const SampledItem &)
{
    return { { QStringLiteral("draw_id"), Code::Frozen, {} } };
}

/// Without an earlier wording the control would count by another one in those days.
Problems checkRemovalAlone(const ControlRevision &)
{
    return { { QStringLiteral("control_id"), Code::Frozen, {} } };
}

} // namespace tb
