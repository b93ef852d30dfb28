#include "app/cli/summary.h"

#include "app/cli/days.h"
#include "app/cli/opening.h"
#include "app/cli/words.h"
#include "model/project.h"
#include "reports/evaluated.h"
#include "reports/pdf/readinessreport.h"
#include "reports/words/terms.h"
#include "reports/workbook/workbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tb::cli {

namespace {

constexpr std::array shownStates { ControlState::Ready, ControlState::InReview,   ControlState::InProgress,
                                   ControlState::Gap,   ControlState::NotStarted, ControlState::NotApplicable };

/// The blockers of every control and criterion that is not ready, in the order of the lists.
QJsonArray blockersJson(const ReportInput &input)
{
    QJsonArray array;
    const auto add = [&](const char *subject, const QString &code, const Control *control,
                         const QList<readiness::Remark> &remarks) {
        for (const readiness::Remark &remark : remarks) {
            array.append(QJsonObject { { QStringLiteral("subject"), QLatin1String(subject) },
                                       { QStringLiteral("record"), code },
                                       { QStringLiteral("rule"), remark.rule() },
                                       { QStringLiteral("code"), wordOf(remark.code) },
                                       { QStringLiteral("mend"), wordOf(remark.mend) },
                                       { QStringLiteral("text"), words::reason(remark, contextOf(input, control)) } });
        }
    };
    for (const Control &control : input.records.controls.all())
        add("control", control.code, &control, resultOf(input, control.id).blockers);
    for (const Criterion &criterion : criteriaInScope(input))
        add("criterion", criterion.code, nullptr, resultOf(input, criterion.id).blockers);
    return array;
}

QJsonObject readinessJson(const ReportInput &input)
{
    const readiness::Figures &totals = input.evaluation.totals;
    QJsonObject states;
    for (const ControlState state : shownStates)
        states.insert(wordOf(state), totals.controls.of(state));
    QJsonObject evidence;
    for (int i = 0; i < freshnessCount; ++i)
        evidence.insert(wordOf(static_cast<Freshness>(i)), input.evaluation.evidenceBy.at(static_cast<std::size_t>(i)));
    return { { QStringLiteral("at"), input.evaluation.at.toString(Qt::ISODate) },
             { QStringLiteral("head"),
               QJsonObject { { QStringLiteral("seq"), input.head.seq },
                             { QStringLiteral("hash"), QString::fromLatin1(input.head.hash.toHex()) } } },
             { QStringLiteral("criteria"),
               QJsonObject { { QStringLiteral("ready"), totals.criteriaReady },
                             { QStringLiteral("in_scope"), totals.criteriaInScope } } },
             { QStringLiteral("controls"),
               QJsonObject { { QStringLiteral("total"), totals.controls.total() },
                             { QStringLiteral("exceptions"), totals.exceptions },
                             { QStringLiteral("by_state"), states } } },
             { QStringLiteral("evidence"), evidence },
             { QStringLiteral("blockers"), blockersJson(input) } };
}

void sayReadiness(const Call &call, const ReportInput &input)
{
    const readiness::Figures &totals = input.evaluation.totals;
    call.out << Say::tr("Readiness on %1").arg(words::longDate(input.evaluation.at)) << '\n';
    call.out << Say::tr("Criteria ready: %1 of %2").arg(totals.criteriaReady).arg(totals.criteriaInScope) << '\n';
    call.out << Say::tr("Controls ready: %1 of %2").arg(totals.controls.ready()).arg(totals.controls.total()) << '\n';
    for (const ControlState state : shownStates) {
        call.out << QStringLiteral("  %1").arg(words::term(state), -16)
                 << QStringLiteral("%1").arg(totals.controls.of(state), 5) << '\n';
    }
    for (const Control &control : input.records.controls.all()) {
        if (resultOf(input, control.id).state == ControlState::Gap)
            call.out << control.code << ": " << missingText(input, control) << '\n';
    }
}

/// A4 everywhere, so that the same command gives the same bytes on every machine.
Status writeReport(const ReportInput &input, const QString &path, JobControl &job)
{
    return writeReadinessReport(input, path, job);
}

/// One of the two files; says where it went.
Result<ExitCode> write(const Call &call, const ReportInput &input, const QString &path,
                       Status (*writer)(const ReportInput &, const QString &, JobControl &))
{
    if (path.isEmpty())
        return Fine;
    if (const auto done = writer(input, path, call.job); !done)
        return done.error();
    call.job.clear();
    call.out << Say::tr("Wrote “%1”.").arg(path) << Qt::endl;
    return Fine;
}

/// The project as it was after entry @p seq, evaluated at @p day when one was given and at the entry's own otherwise.
Result<ReportInput> inputAfter(const Call &call, Project &project, qint64 seq, QDate day)
{
    const auto entry = project.entry(seq);
    if (!entry)
        return Error { Error::Kind::Invalid, call.value("seq"), {} };
    const auto records = recordsAt(project, seq);
    if (!records)
        return records.error();
    return reportInput(records.value(), { seq, entry.value().hash }, call.has("at") ? day : entry.value().at.date());
}

} // namespace

void addReadinessOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an object with figures and blockers.") });
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
    options.addOption({ QStringLiteral("date"), Say::tr("The day of the export and evaluation; today if not given."),
                        QStringLiteral("date") });
}

Result<ExitCode> runExport(const Call &call)
{
    const auto day = dayOf(call, "date");
    if (!day)
        return Usage;
    if (call.value("workbook").isEmpty() && call.value("report").isEmpty())
        return call.misused(Say::tr("Say what to write: --workbook OUT.xlsx, --report OUT.pdf, or both."));
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const ReportInput input = reportInput(project.value()->records(), project.value()->head(), *day);
    const auto workbook = write(call, input, call.value("workbook"), writeWorkbook);
    if (!workbook)
        return workbook;
    return write(call, input, call.value("report"), writeReport);
}

} // namespace tb::cli
