#include "app/cli/evidencefiles.h"

#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/commands.h"
#include "model/evidence/attach.h"
#include "model/evidence/extract.h"
#include "model/store/projectstorage.h"
#include "reports/words/errors.h"
#include "reports/words/intake.h"

namespace tb::cli {

namespace {

/// What a refused path means for the exit code: what was left out of a folder on purpose means nothing.
ExitCode weightOf(Refusal reason)
{
    switch (reason) {
    case Refusal::Link:
    case Refusal::Hidden:
    case Refusal::OpenProject: return Fine;
    case Refusal::Empty:
    case Refusal::EmptyFolder:
    case Refusal::TooDeep: return FoundFault;
    case Refusal::Vanished:
    case Refusal::Unreadable:
    case Refusal::UnreadableFolder:
    case Refusal::NotAFile:
    case Refusal::Changed: break;
    }
    return InputOutput;
}

/// A date option; complains about one that is no date.
std::optional<QDate> dateOf(const Call &call, const QString &text)
{
    if (text.isEmpty())
        return QDate();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid())
        return date;
    call.complain(Say::tr("“%1” is not a date; dates read 2026-04-30.").arg(text));
    return {};
}

bool takeDates(const Call &call, AttachRequest &request)
{
    const auto from = dateOf(call, call.value("from"));
    const auto to = dateOf(call, call.value("to"));
    const auto collected = dateOf(call, call.value("collected"));
    if (!from || !to || !collected)
        return false;
    request.coversFrom = *from;
    request.coversTo = *to;
    request.collectedOn = *collected;
    for (const QString &value : call.options.values(QStringLiteral("performed"))) {
        for (const QString &text : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const auto performed = dateOf(call, text.trimmed());
            if (!performed)
                return false;
            request.performedOn.append(*performed);
        }
    }
    return true;
}

bool takeControls(const Call &call, const Records &records, AttachRequest &request)
{
    for (const QString &code : call.options.values(QStringLiteral("control"))) {
        const qint64 key = recordNamed(call, records, "control", code);
        if (key == 0)
            return false;
        request.controls.append(ControlId { key });
    }
    return true;
}

ExitCode report(const Call &call, const AttachResult &result)
{
    ExitCode code = Fine;
    for (const IntakeIssue &issue : result.refused) {
        call.complain(words::refusal(issue.reason, issue.path));
        code = std::max(code, weightOf(issue.reason));
    }
    for (const auto &added : result.added)
        call.out << added.code << '\t' << added.path << '\n';
    for (const auto &duplicate : result.duplicates)
        call.out << Say::tr("%1\t%2\talready here").arg(duplicate.code, duplicate.path) << '\n';
    return code;
}

/// Where the records of an extraction that failed leave the exit code.
ExitCode reportFailures(const Call &call, const Extraction &extraction)
{
    ExitCode code = Fine;
    for (const auto &failure : extraction.failures) {
        call.complain(failure.code + QStringLiteral(": ") + words::sentence(failure.error));
        code = std::max(code, failure.error.kind == Error::Kind::Damaged ? FoundFault : InputOutput);
    }
    return code;
}

} // namespace

void addAttachOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text, const char *value) {
        options.addOption({ QLatin1String(name), text, QLatin1String(value) });
    };
    add("control", Say::tr("Link the files to the control <code>; may be given again."), "code");
    add("from", Say::tr("First day that the files cover."), "date");
    add("to", Say::tr("Last day that the files cover."), "date");
    add("collected", Say::tr("The day the files were collected; today if not given."), "date");
    add("performed", Say::tr("A day on which the control operated; several with commas."), "dates");
}

Result<ExitCode> runAttach(const Call &call)
{
    AttachRequest request;
    request.paths = call.arguments.mid(1);
    if (!takeDates(call, request))
        return Usage;
    if (request.coversFrom.isValid() && request.coversTo.isValid() && request.coversTo < request.coversFrom)
        return call.misused(Say::tr("--to lies before --from."));
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    if (!takeControls(call, project.value()->records(), request))
        return Usage;
    const auto result = attachFiles(*project.value(), request, call.job);
    if (!result)
        return result.error();
    return report(call, result.value());
}

void addExtractOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("all"), Say::tr("Extract every evidence file.") });
}

Result<ExitCode> runExtract(const Call &call)
{
    const bool all = call.has("all");
    if (call.arguments.size() != (all ? 2 : 3))
        return call.misused(all ? Say::tr("With --all give the project and a folder.")
                                : Say::tr("Give the project, an evidence id or code, and a folder; or --all."));
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    QList<Evidence> items = records.evidence.all();
    if (!all) {
        const Evidence *item = records.evidence.find({ recordNamed(call, records, "evidence", call.arguments.at(1)) });
        if (!item)
            return Usage;
        items = { *item };
    }
    const auto extraction = extractAll(project.value()->storage(), items, call.arguments.last(), call.job);
    if (!extraction)
        return extraction.error();
    for (const QString &path : extraction.value().paths)
        call.out << path << '\n';
    if (!all && !extraction.value().without.isEmpty()) {
        call.complain(Say::tr("“%1” has no file: it is a link, or its content was erased.").arg(items.first().code));
        return FoundFault;
    }
    return reportFailures(call, extraction.value());
}

} // namespace tb::cli
