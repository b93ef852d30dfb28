#include "model/readiness/readinessengine.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace tb;
using namespace tb::readiness;

namespace {

const QDate start(2025, 7, 1);

struct Size
{
    const char *name;
    int controls;
    int evidence;
};

ControlInput control(qint64 id, QRandomGenerator &random)
{
    ControlInput result;
    result.id = ControlId { id };
    result.workStatus = WorkStatus::Implemented;
    result.ownerActive = true;
    result.implementedOn = start.addDays(-300);
    RevisionInput revision;
    revision.frequency = static_cast<Frequency>(random.bounded(8));
    revision.hash = "r1";
    result.revisions = { revision };
    result.signOff = SignOff { PersonId { 1 }, start, "r1" };
    for (int n = 1 + random.bounded(3); n > 0; --n)
        result.criteria.append(CriterionId { 1 + random.bounded(61) });
    result.policies = { PolicyId { 1 + random.bounded(25) } };
    return result;
}

EvidenceInput evidence(qint64 id, int controls, QRandomGenerator &random)
{
    EvidenceInput result;
    result.id = EvidenceId { id };
    result.kind = static_cast<EvidenceKind>(random.bounded(8));
    for (int n = 1 + random.bounded(3); n > 0; --n)
        result.performedOn.append(start.addDays(random.bounded(200)));
    result.collectedOn = start.addDays(random.bounded(200));
    for (int n = 1 + random.bounded(2); n > 0; --n)
        result.controls.append(ControlId { 1 + random.bounded(controls) });
    result.systems = { SystemId { 1 + random.bounded(6) } };
    return result;
}

Inputs project(const Size &size, QRandomGenerator &random)
{
    Inputs inputs;
    inputs.engagement.type = ReportType::TypeTwo;
    inputs.engagement.window = { start, start.addDays(364) };
    for (int i = 1; i <= 61; ++i)
        inputs.put(CriterionInput { CriterionId { i }, QString::number(i / 7), Category::Security, false, false });
    for (int i = 1; i <= 6; ++i)
        inputs.put(SystemInput { SystemId { i }, true });
    for (int i = 1; i <= 25; ++i)
        inputs.put(PolicyInput { PolicyId { i }, {}, { { start.addDays(-9), start.addDays(-9), {} } } });
    for (int i = 1; i <= size.controls; ++i)
        inputs.put(control(i, random));
    for (int i = 1; i <= size.evidence; ++i)
        inputs.put(evidence(i, size.controls, random));
    for (int i = 1; i <= size.controls / 5; ++i) {
        inputs.put(PopulationInput { PopulationId { i },
                                     ControlId { 1 + random.bounded(size.controls) },
                                     EvidenceId { i },
                                     { start, start.addDays(180) },
                                     true,
                                     30,
                                     {},
                                     false });
        inputs.put(FindingInput { FindingId { i },
                                  static_cast<Severity>(random.bounded(4)),
                                  FindingState::Open,
                                  {},
                                  false,
                                  { ControlId { 1 + random.bounded(size.controls) } },
                                  {} });
    }
    return inputs;
}

/// Processor time, so that a busy machine does not show in it.
template <class Work> void measure(const char *what, int times, Work &&work)
{
    QList<double> milliseconds;
    for (int i = 0; i < times; ++i) {
        const std::clock_t before = std::clock();
        work();
        milliseconds.append(double(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("  %-34s median %8.3f ms   p95 %8.3f ms   worst %8.3f ms\n", what, milliseconds[times / 2],
                milliseconds[times * 95 / 100], milliseconds.last());
}

void run(const Size &size)
{
    QRandomGenerator random(7);
    const Inputs inputs = project(size, random);
    const QDate at = start.addDays(201);
    ReadinessEngine engine;
    std::printf("%s: %d controls, %d evidence items\n", size.name, size.controls, size.evidence);
    measure("everything, from inputs", 15, [&] { engine.reset(inputs, at); });
    measure("everything, another date", 15, [&] { engine.setDate(at); });
    measure("one evidence item", 500, [&] {
        engine.apply({ { evidence(1 + random.bounded(size.evidence), size.controls, random) }, {}, {} });
    });
    measure("one control", 500, [&] {
        engine.apply({ { control(1 + random.bounded(size.controls), random) }, {}, {} });
    });
    measure("one policy of 25", 25, [&] {
        PolicyInput policy = *engine.inputs().find<PolicyInput>(PolicyId { 1 + random.bounded(25) });
        engine.apply({ { policy }, {}, {} });
    });
}

} // namespace

int main()
{
    run({ "large project", 300, 5000 });
    run({ "stress", 5000, 20000 });
    return 0;
}
