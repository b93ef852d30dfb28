#include "app/cli/assessing.h"

#include "app/cli/days.h"
#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/testing/drawing.h"
#include "model/vendors/vendorscore.h"

namespace tb::cli {

namespace {

/// The question with that code in the assessment's questionnaire: other questionnaires may use it too.
const Question *questionOf(const Call &call, const Records &records, AssessmentId id)
{
    const Assessment *assessment = records.assessments.find(id);
    const QString &code = call.arguments.at(2);
    for (const Question &question : records.questions.all()) {
        if (assessment && question.questionnaire == assessment->questionnaire && question.code == code)
            return &question;
    }
    call.complain(Say::tr("The questionnaire has no question “%1”.").arg(code));
    return nullptr;
}

std::optional<AssessmentOutcome> outcomeFrom(const Call &call)
{
    const auto outcome = fromWord<VendorOutcome>(call.value("outcome"));
    const auto on = dayOf(call, "on");
    const auto next = call.has("next") ? dayOf(call, "next") : std::optional(QDate());
    if (!outcome || *outcome == VendorOutcome::Undecided) {
        call.complain(Say::tr("Say what was decided: --outcome approved, approved_with_conditions or not_acceptable."));
        return {};
    }
    if (!on || !next)
        return {};
    return AssessmentOutcome { *outcome, *on, call.value("conditions"), *next };
}

/// The item at a position of the draw from the population that is in force; complains when none is there.
SampledItemId itemAt(const Call &call, const Records &records, PopulationId population, const QString &position)
{
    for (const SampledItem &item : records.sampledItems.all()) {
        const Draw *draw = records.draws.find(item.draw);
        if (draw && !draw->superseded && draw->population == population && QString::number(item.position) == position)
            return item.id;
    }
    call.complain(Say::tr("The sample has no item %1.").arg(position));
    return {};
}

/// "17=ppd" of each argument; complains about what is not.
std::optional<QList<ItemResults>> resultsFrom(const Call &call, const Records &records, PopulationId population)
{
    QList<ItemResults> results;
    for (const QString &argument : call.arguments.mid(2)) {
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            call.complain(Say::tr("“%1” is not of the form POSITION=RESULTS.").arg(argument));
            return {};
        }
        const SampledItemId item = itemAt(call, records, population, argument.left(equals));
        if (!item)
            return {};
        results.append({ item, argument.mid(equals + 1) });
    }
    return results;
}

} // namespace

void addAnswerOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("note"), Say::tr("A remark on the answer."), QStringLiteral("text") });
}

Result<ExitCode> runAnswer(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const AssessmentId assessment { recordNamed(call, records, "assessment", call.arguments.at(1)) };
    const Question *question = assessment ? questionOf(call, records, assessment) : nullptr;
    if (!question)
        return Usage;
    const auto changes
        = setAnswer(*project.value(), assessment, question->id, call.arguments.at(3), call.value("note"));
    return sayChange(call, *project.value(), changes);
}

void addCompleteOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text, const char *value) {
        options.addOption({ QLatin1String(name), text, QLatin1String(value) });
    };
    add("outcome", Say::tr("approved, approved_with_conditions or not_acceptable."), "word");
    add("on", Say::tr("The day of the decision; today if not given."), "date");
    add("conditions", Say::tr("What a conditional approval asks for."), "text");
    add("next", Say::tr("The day on which the next assessment is due."), "date");
}

Result<ExitCode> runComplete(const Call &call)
{
    const auto outcome = outcomeFrom(call);
    if (!outcome)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const AssessmentId id {
        recordNamed(call, project.value()->records(), "assessment", call.arguments.at(1)),
    };
    if (!id)
        return Usage;
    const auto changes = completeAssessment(*project.value(), id, *outcome);
    return sayChange(call, *project.value(), changes);
}

Result<ExitCode> runResults(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const PopulationId population { recordNamed(call, records, "population", call.arguments.at(1)) };
    const auto results = population ? resultsFrom(call, records, population) : std::nullopt;
    if (!results)
        return Usage;
    const auto changes = setItemResults(*project.value(), *results);
    return sayChange(call, *project.value(), changes);
}

} // namespace tb::cli
