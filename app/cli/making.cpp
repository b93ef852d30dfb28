#include "app/cli/making.h"

#include "app/cli/opening.h"
#include "app/cli/words.h"
#include "model/commands.h"
#include "model/demo/demoproject.h"
#include "model/demo/fixture.h"
#include "model/making/projectmaking.h"
#include "model/store/projectstorage.h"
#include "reports/demofiles/settingspicture.h"
#include "reports/words/terms.h"

namespace tb::cli {

namespace {

constexpr qint64 mostBytes = qint64(1) << 40; // of one fixture file
constexpr qint64 mostRecords = 1'000'000;

void report(const Call &call, const Project &project)
{
    const Records &records = project.records();
    call.job.clear();
    call.out << Say::tr("Made “%1”: %2, %3, %4.")
                    .arg(call.project(), words::subjectCount("criterion", records.criteria.size()),
                         words::subjectCount("control", records.controls.size()),
                         words::subjectCount("evidence", records.evidence.size()))
             << Qt::endl;
}

Result<ExitCode> made(const Call &call, const Result<std::unique_ptr<Project>> &project)
{
    if (!project)
        return project.error();
    report(call, *project.value());
    return Fine;
}

/// The options as fields of the engagement, by the names that they have everywhere else.
Result<NewProject> draftFrom(const Call &call)
{
    QList<FieldValue> values;
    const std::pair<const char *, const char *> fields[] {
        { "organisation", "organisation" }, { "service", "service" }, { "type", "report_type" },
        { "from", "period_from" },          { "to", "period_to" },    { "as-of", "as_of" },
        { "categories", "categories" },     { "lead", "lead" },
    };
    for (const auto &[option, field] : fields) {
        if (call.has(option))
            values.append({ QLatin1String(field), call.value(option) });
    }
    NewProject draft;
    QList<FieldProblem> problems;
    draft.engagement = withValues(Engagement {}, values, problems);
    if (!draft.engagement.categories.contains(wordOf(Category::Security)))
        draft.engagement.categories.prepend(wordOf(Category::Security)); // always in scope
    const auto set = fromWord<StartingSet>(call.value("controls"));
    if (!set)
        problems.append({ QStringLiteral("controls"), FieldProblem::Code::NotAValue, call.value("controls") });
    draft.startingSet = set.value_or(StartingSet::Standard);
    problems += problemsOf(draft);
    if (const auto fine = asStatus({}, problems); !fine)
        return fine.error();
    return draft;
}

std::optional<qint64> numberFrom(const Call &call, const char *option, qint64 most)
{
    bool ok = false;
    const qint64 number = call.value(option).toLongLong(&ok);
    return ok && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

void addNewOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text, const QString &value, const QString &usual = {}) {
        options.addOption({ QLatin1String(name), text, value, usual });
    };
    add("organisation", Say::tr("The organisation that is examined."), QStringLiteral("name"));
    add("service", Say::tr("The system or service that the report covers."), QStringLiteral("name"));
    add("type", Say::tr("readiness, type1 or type2."), QStringLiteral("word"), QStringLiteral("type2"));
    add("from", Say::tr("Type II: first day of the period, as 2026-01-31."), QStringLiteral("date"));
    add("to", Say::tr("Type II: last day of the period."), QStringLiteral("date"));
    add("as-of", Say::tr("Type I: the day that the report speaks of."), QStringLiteral("date"));
    add("categories",
        Say::tr("Beside security: availability, confidentiality, processing_integrity, privacy; with commas."),
        QStringLiteral("words"));
    add("lead", Say::tr("Who prepares the examination."), QStringLiteral("name"));
    add("controls", Say::tr("Starting controls from the library: none, lean, standard or full."), QStringLiteral("set"),
        QStringLiteral("standard"));
    addKeyOutput(options);
}

Result<ExitCode> runNew(const Call &call)
{
    if (isTaken(call.project()))
        return refuseTaken(call, call.project());
    const auto draft = draftFrom(call);
    const auto catalog = loadCatalog();
    if (!draft || !catalog)
        return draft ? catalog.error() : draft.error();
    return made(call, makeFile(call, [&](std::unique_ptr<ProjectStorage> storage) {
                    return makeProject(std::move(storage), draft.value(), catalog.value(), actorOf(call));
                }));
}

void addDemoOptions(QCommandLineParser &options)
{
    addKeyOutput(options);
}

Result<ExitCode> runDemo(const Call &call)
{
    if (isTaken(call.project()))
        return refuseTaken(call, call.project());
    const auto catalog = loadCatalog();
    if (!catalog)
        return catalog.error();
    return made(call, makeFile(call, [&](std::unique_ptr<ProjectStorage> storage) {
                    return makeDemo(std::move(storage), catalog.value(), settingsPicture, call.job);
                }));
}

void addFixtureOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text) {
        options.addOption({ QLatin1String(name), text, QStringLiteral("number"), QStringLiteral("0") });
    };
    add("controls", Say::tr("How many controls."));
    add("evidence", Say::tr("How many evidence files."));
    add("bytes", Say::tr("How many bytes each of them has."));
    addKeyOutput(options);
}

Result<ExitCode> runFixture(const Call &call)
{
    if (isTaken(call.project()))
        return refuseTaken(call, call.project());
    const auto controls = numberFrom(call, "controls", mostRecords);
    const auto evidence = numberFrom(call, "evidence", mostRecords);
    const auto bytes = numberFrom(call, "bytes", mostBytes);
    if (!controls || !evidence || !bytes)
        return call.misused(Say::tr("--controls, --evidence and --bytes take whole numbers from 0 on."));
    const auto catalog = loadCatalog();
    if (!catalog)
        return catalog.error();
    const FixtureSize size { static_cast<int>(*controls), static_cast<int>(*evidence), *bytes };
    return made(call, makeFile(call, [&](std::unique_ptr<ProjectStorage> storage) {
                    return makeFixture(std::move(storage), catalog.value(), size, call.job);
                }));
}

} // namespace tb::cli
