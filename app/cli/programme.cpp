#include "app/cli/programme.h"

#include "app/cli/days.h"
#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/projectreadiness.h"
#include "model/testing/drawing.h"
#include "reports/words/lints.h"
#include "reports/words/terms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tb::cli {

namespace {

QJsonObject jsonOf(const LintFinding &finding)
{
    return { { QStringLiteral("code"), wordOf(finding.code) },
             { QStringLiteral("severity"), wordOf(finding.severity) },
             { QStringLiteral("subject"), finding.table },
             { QStringLiteral("id"), QString::number(finding.key) },
             { QStringLiteral("record"), finding.name },
             { QStringLiteral("field"), finding.field },
             { QStringLiteral("text"), words::lintSentence(finding) } };
}

/// "3,17,40"; complains about what is no position.
std::optional<QList<qint64>> picksFrom(const Call &call)
{
    QList<qint64> picks;
    for (const QString &text : call.value("picks").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool number = true;
        picks.append(text.trimmed().toLongLong(&number));
        if (number)
            continue;
        call.complain(Say::tr("“%1” is not a position in the population.").arg(text));
        return {};
    }
    return picks;
}

/// How it is drawn: haphazard when positions were picked and nothing else is said.
std::optional<DrawMethod> methodFrom(const Call &call)
{
    const DrawMethod usual = call.has("picks") ? DrawMethod::Haphazard : DrawMethod::Random;
    const auto method = call.has("method") ? fromWord<DrawMethod>(call.value("method")) : std::optional(usual);
    if (!method) {
        QStringList words;
        for (const char *word : Words<DrawMethod>::all)
            words.append(QLatin1String(word));
        call.complain(Say::tr("“%1” is not a way to draw; there are %2.")
                          .arg(call.value("method"), words.join(QLatin1String(", "))));
    } else if ((method == DrawMethod::Haphazard) != call.has("picks")) {
        call.complain(Say::tr("--picks POSITIONS belongs to the method haphazard, and to no other."));
        return {};
    }
    return method;
}

/// The order that the options give; complains about what cannot be read.
std::optional<DrawOrder> orderFrom(const Call &call, const Records &records, const Population &population)
{
    const auto day = dayOf(call, "on");
    const auto method = methodFrom(call);
    const auto picks = picksFrom(call);
    const auto by = keyOf(call, records, "by", "person");
    if (!day || !method || !picks || !by)
        return {};
    DrawOrder order { population.id, *method, call.value("seed"), {}, *picks, call.value("reason"), { *by }, *day };
    bool number = true;
    if (call.has("size"))
        order.size = call.value("size").toLongLong(&number);
    if (!number)
        call.complain(Say::tr("“%1” is not a number of items.").arg(call.value("size")));
    return number ? std::optional(order) : std::nullopt;
}

void sayDraw(const Call &call, const Records &records, DrawId id)
{
    const Draw *draw = records.draws.find(id);
    const QString size = draw->size == 1 ? Say::tr("1 item") : Say::tr("%1 items").arg(draw->size);
    call.out << Say::tr("%1, %2, population %3", "size of the sample, method, hash")
                    .arg(size, words::term(draw->method), draw->populationHash)
             << '\n';
    QList<qint64> positions;
    for (const SampledItem &item : records.sampledItems.all()) {
        if (item.draw == id)
            positions.append(item.position);
    }
    std::sort(positions.begin(), positions.end());
    for (const qint64 position : std::as_const(positions))
        call.out << position << '\n';
}

} // namespace

void addLintOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an array of findings.") });
    options.addOption({ QStringLiteral("at"), Say::tr("Judge what is overdue at <date>; today if not given."),
                        QStringLiteral("date") });
}

Result<ExitCode> runLint(const Call &call)
{
    const auto day = dayOf(call, "at");
    if (!day)
        return Usage;
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    ReadinessEngine engine;
    engine.reset(readinessInputs(records), *day);
    const QList<LintFinding> findings = lint(records, engine.result());
    QJsonArray array;
    for (const LintFinding &finding : findings) {
        array.append(jsonOf(finding));
        if (!call.has("json"))
            call.out << words::term(finding.severity) << '\t' << finding.name << '\t' << words::lintSentence(finding)
                     << '\n';
    }
    if (call.has("json"))
        call.out << QJsonDocument(array).toJson(QJsonDocument::Indented);
    return Fine;
}

void addSampleOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text, const char *value) {
        options.addOption({ QLatin1String(name), text, QLatin1String(value) });
    };
    options.addOption({ QStringLiteral("freeze"), Say::tr("Freeze the population first, if it is not yet.") });
    add("seed", Say::tr("The text that the draw follows from; the same seed draws the same items."), "text");
    add("method", Say::tr("random, systematic, haphazard or all_items; random if not given."), "word");
    add("picks", Say::tr("The positions that somebody picked by hand, with commas: a haphazard sample."), "positions");
    add("by", Say::tr("Who draws it."), "person");
    add("size", Say::tr("How many items; as the sampling profile says if not given."), "number");
    add("reason", Say::tr("Why it is drawn again, when it was drawn before."), "text");
    add("on", Say::tr("The day of the draw; today if not given."), "date");
}

Result<ExitCode> runSample(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    Project &open = *project.value();
    const qint64 id
        = recordNamed(call, open.records(), *findOperations(QStringLiteral("population")), call.arguments.at(1));
    const Population *population = open.records().populations.find({ id });
    const auto order = population ? orderFrom(call, open.records(), *population) : std::nullopt;
    if (!order)
        return Usage;
    if (call.has("freeze") && population->frozenHash.isEmpty()) {
        if (const auto frozen = freezePopulation(open, order->population, order->day); !frozen)
            return frozen.error();
    }
    const auto draw = drawSample(open, *order);
    if (!draw)
        return draw.error();
    sayDraw(call, open.records(), draw.value());
    return Fine;
}

} // namespace tb::cli
