#include "app/cli/summary.h"

#include "app/cli/days.h"
#include "app/cli/opening.h"
#include "app/cli/readinessjson.h"
#include "app/cli/words.h"
#include "model/project.h"
#include "reports/evaluated.h"
#include "reports/pdf/readinessreport.h"
#include "reports/remarklist.h"
#include "reports/words/terms.h"
#include "reports/workbook/workbook.h"

#include <QJsonDocument>

namespace tb::cli {

namespace {

/// "  Blocker, rule 4: no active owner. Assign an owner."
void sayRemarks(const Call &call, const QList<RemarkAt> &remarks)
{
    for (const RemarkAt &at : remarks) {
        const QString kind = at.blocks ? Say::tr("Blocker, rule %1") : Say::tr("Warning, rule %1");
        const QString remedy = words::remedy(at.remark.mend);
        call.out << "  " << kind.arg(at.remark.rule()) << ": " << at.text << '.'
                 << (remedy.isEmpty() ? QString() : QStringLiteral(" %1.").arg(remedy)) << '\n';
    }
}

void sayFigures(const Call &call, const ReportInput &input)
{
    const readiness::Figures &totals = input.evaluation.totals;
    call.out << Say::tr("Readiness on %1").arg(words::longDate(input.evaluation.at)) << '\n';
    call.out << Say::tr("Criteria ready: %1 of %2").arg(totals.criteriaReady).arg(totals.criteriaInScope) << '\n';
    call.out << Say::tr("Controls ready: %1 of %2").arg(totals.controls.ready()).arg(totals.controls.total()) << '\n';
    for (const ControlState state : shownStates) {
        call.out << QStringLiteral("  %1").arg(words::term(state), -16)
                 << QStringLiteral("%1").arg(totals.controls.of(state), 5) << '\n';
    }
}

/// The figures, then after an empty line the state of each record with what is missing and what is to be watched.
void sayReadiness(const Call &call, const ReportInput &input)
{
    sayFigures(call, input);
    call.out << '\n' << Say::tr("Controls") << '\n';
    for (const Control &control : input.records.controls.all()) {
        const readiness::ControlResult &result = resultOf(input, control.id);
        const QString state = statusText(result);
        call.out << control.code << ": "
                 << (result.hasException() ? Say::tr("%1, exception", "state").arg(state) : state) << '\n';
        sayRemarks(call, remarksAt(input, control));
    }
    call.out << '\n' << Say::tr("Criteria in scope") << '\n';
    for (const Criterion &criterion : criteriaInScope(input)) {
        call.out << criterion.code << ": " << statusText(resultOf(input, criterion.id), criterion) << '\n';
        sayRemarks(call, remarksAt(input, criterion));
    }
    for (const Vendor &vendor : input.records.vendors.all()) {
        const QList<RemarkAt> remarks = remarksAt(input, vendor);
        if (!remarks.isEmpty())
            call.out << '\n' << Say::tr("Vendor %1").arg(vendor.name) << '\n';
        sayRemarks(call, remarks);
    }
}

/// A4 unless said otherwise, so that the same command gives the same bytes on every machine; complains about what is
/// neither.
std::optional<pdf::Paper> paperOf(const Call &call)
{
    const QString name = call.value("paper").toLower();
    if (name == QLatin1String("letter"))
        return pdf::Paper::Letter;
    if (name.isEmpty() || name == QLatin1String("a4"))
        return pdf::Paper::A4;
    call.complain(Say::tr("“%1” is no paper; there are a4 and letter.").arg(name));
    return {};
}

/// One of the two files; says where it went.
template <class Writer> Result<ExitCode> write(const Call &call, const QString &path, Writer writer)
{
    if (path.isEmpty())
        return Fine;
    if (const Status done = writer(path); !done)
        return done.error();
    call.job.clear();
    call.out << Say::tr("Wrote “%1”.").arg(path) << Qt::endl;
    return Fine;
}

/// The project as it was after entry @p seq, evaluated at @p day when one was given and otherwise at the day of the
/// entry where the program runs, as "today" is.
Result<ReportInput> inputAfter(const Call &call, Project &project, qint64 seq, QDate day)
{
    const auto entry = project.entry(seq);
    if (!entry)
        return Error { Error::Kind::Invalid, call.value("seq"), {} };
    const auto records = recordsAt(project, seq);
    if (!records)
        return records.error();
    return reportInput(records.value(), { seq, entry.value().hash },
                       call.has("at") ? day : entry.value().at.toLocalTime().date());
}

} // namespace

void addReadinessOptions(QCommandLineParser &options)
{
    options.addOption(
        { QStringLiteral("json"), Say::tr("Write an object with figures, states, blockers and warnings.") });
    options.addOption({ QStringLiteral("at"), Say::tr("Evaluate the present records at <date>; today if not given."),
                        QStringLiteral("date") });
    options.addOption({ QStringLiteral("seq"),
                        Say::tr("Evaluate the project as it was after log entry <number>, at the day of that entry."),
                        QStringLiteral("number") });
}

Result<ExitCode> runReadiness(const Call &call)
{
    const auto day = dayOf(call, "at");
    if (!day)
        return Usage;
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const auto evaluated = call.has("seq")
        ? inputAfter(call, *project.value(), call.value("seq").toLongLong(), *day)
        : Result<ReportInput>(reportInput(project.value()->records(), project.value()->head(), *day));
    if (!evaluated)
        return evaluated.error();
    const ReportInput &input = evaluated.value();
    if (call.has("json"))
        call.out << QJsonDocument(readinessJson(input)).toJson(QJsonDocument::Indented);
    else
        sayReadiness(call, input);
    return Fine;
}

void addExportOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("workbook"), Say::tr("Write the control matrix workbook to <out.xlsx>."),
                        QStringLiteral("out.xlsx") });
    options.addOption(
        { QStringLiteral("report"), Say::tr("Write the readiness report to <out.pdf>."), QStringLiteral("out.pdf") });
    options.addOption({ QStringLiteral("paper"), Say::tr("The paper of the report: a4 or letter; a4 if not given."),
                        QStringLiteral("paper") });
    options.addOption({ QStringLiteral("date"), Say::tr("The day of the export and evaluation; today if not given."),
                        QStringLiteral("date") });
}

Result<ExitCode> runExport(const Call &call)
{
    const auto day = dayOf(call, "date");
    const auto paper = paperOf(call);
    if (!day || !paper)
        return Usage;
    if (call.value("workbook").isEmpty() && call.value("report").isEmpty())
        return call.misused(Say::tr("Say what to write: --workbook OUT.xlsx, --report OUT.pdf, or both."));
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const ReportInput input = reportInput(project.value()->records(), project.value()->head(), *day);
    const auto workbook = write(call, call.value("workbook"),
                                [&](const QString &path) { return writeWorkbook(input, path, call.job); });
    if (!workbook)
        return workbook;
    return write(call, call.value("report"),
                 [&](const QString &path) { return writeReadinessReport(input, path, call.job, *paper); });
}

} // namespace tb::cli
