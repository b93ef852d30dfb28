#include "model/vendors/vendorscore.h"

#include "model/catalog/catalogid.h"

namespace tb {

namespace {

using Code = FieldProblem::Code;

const Answer *answerTo(const Records &records, AssessmentId assessment, QuestionId question)
{
    for (const Answer &answer : records.answers.all()) {
        if (answer.assessment == assessment && answer.question == question)
            return &answer;
    }
    return nullptr;
}

bool isScored(const Question &question)
{
    const bool kind = question.answerType == AnswerType::YesPartlyNo || question.answerType == AnswerType::Choice;
    return kind && question.weight > 0;
}

int choicePercent(const Question &question, const QString &value)
{
    const QStringList lines = question.options.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.section(QLatin1Char(' '), 1) == value)
            return line.section(QLatin1Char(' '), 0, 0).toInt();
    }
    return 0;
}

int percentOf(const Question &question, const QString &value)
{
    if (question.answerType == AnswerType::Choice)
        return choicePercent(question, value);
    if (value == QLatin1String("yes"))
        return 100;
    return value == QLatin1String("partly") ? 50 : 0;
}

void add(VendorScore &score, const Question &question, const QString &value)
{
    ++score.questions;
    if (value.isEmpty())
        score.open.append(question.id);
    else
        ++score.answered;
    if (!isScored(question) || value == QLatin1String("not_applicable"))
        return;
    score.possible += 100 * question.weight;
    score.reached += percentOf(question, value) * question.weight;
}

} // namespace

std::optional<int> VendorScore::percent() const
{
    if (possible == 0 || answered == 0)
        return std::nullopt;
    return static_cast<int>((200 * reached + possible) / (2 * possible)); // rounded to the nearest
}

VendorScore scoreOf(const Records &records, const Assessment &assessment)
{
    QHash<QuestionId, QString> values;
    for (const Answer &answer : records.answers.all()) {
        if (answer.assessment == assessment.id)
            values.insert(answer.question, answer.value);
    }
    VendorScore score;
    for (const Question &question : records.questions.all()) {
        if (question.questionnaire == assessment.questionnaire)
            add(score, question, values.value(question.id));
    }
    return score;
}

QList<FieldProblem> checkComplete(const Records &records, const Assessment &assessment)
{
    const VendorScore score = scoreOf(records, assessment);
    if (score.questions == 0)
        return { { QStringLiteral("questionnaire_id"), Code::Required, {} } };
    QList<FieldProblem> problems;
    for (const QuestionId open : score.open)
        problems.append({ QStringLiteral("value"), Code::Required, records.questions.find(open)->code });
    return problems;
}

Result<ChangeSet> setAnswer(Project &project, AssessmentId assessment, QuestionId question, const QString &value,
                            const QString &note)
{
    const Answer *known = answerTo(project.records(), assessment, question);
    // The key follows from the question, so that two copies of a project answer one record and can be merged.
    const qint64 key
        = catalogId(QStringLiteral("answer"), assessment.toString() + QLatin1Char('/') + question.toString());
    Answer answer = known ? *known : Answer { { key }, assessment, question, {}, {} };
    answer.value = value;
    answer.note = note;
    if (known)
        return saveRecords(project, QList<Answer> { answer });
    if (const auto fine = asStatus(question.toString(), check(project.records(), answer)); !fine)
        return fine.error();
    return project.change([&](Connection &connection) { return store::insert(connection, answer); });
}

Result<ChangeSet> completeAssessment(Project &project, AssessmentId id, const AssessmentOutcome &outcome)
{
    const Assessment *assessment = project.records().assessments.find(id);
    if (!assessment)
        return unknownRecord(id.value);
    if (const auto fine = asStatus(id.toString(), checkComplete(project.records(), *assessment)); !fine)
        return fine.error();
    Assessment completed = *assessment;
    completed.outcome = outcome.outcome;
    completed.completedOn = outcome.completedOn;
    completed.conditions = outcome.conditions;
    completed.nextDueOn = outcome.nextDueOn;
    return saveRecords(project, QList<Assessment> { completed });
}

const Assessment *latestAssessment(const Records &records, VendorId vendor)
{
    const Assessment *latest = nullptr;
    for (const Assessment &assessment : records.assessments.all()) {
        if (assessment.vendor != vendor || !assessment.completedOn.isValid())
            continue;
        const auto place = [](const Assessment &one) { return std::tie(one.completedOn, one.startedOn, one.id); };
        if (!latest || place(assessment) > place(*latest))
            latest = &assessment;
    }
    return latest;
}

} // namespace tb
