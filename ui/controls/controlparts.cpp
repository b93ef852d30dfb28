#include "ui/controls/controlparts.h"

namespace tb {

namespace {

qint64 wholeOf(const Records &, const TestProcedure &procedure)
{
    return procedure.control.value;
}

qint64 wholeOf(const Records &records, const Test &test)
{
    const TestProcedure *procedure = records.testProcedures.find(test.procedure);
    return procedure ? procedure->control.value : 0;
}

qint64 wholeOf(const Records &, const ControlDecision &decision)
{
    return decision.control.value;
}

qint64 wholeOf(const Records &, const PolicyVersion &version)
{
    return version.policy.value;
}

} // namespace

ControlParts::ControlParts(const Records &records)
{
    for (const TestProcedure &procedure : records.testProcedures.all())
        file<TestProcedure>(records, &Parts::procedures, procedure.id.value);
    for (const Test &test : records.tests.all())
        file<Test>(records, &Parts::tests, test.id.value);
    for (const ControlDecision &decision : records.controlDecisions.all())
        file<ControlDecision>(records, &Parts::decisions, decision.id.value);
    for (const PolicyVersion &version : records.policyVersions.all())
        file<PolicyVersion>(records, &Parts::versions, version.id.value);
}

/// Puts the part @p key under what it belongs to now, or takes it away.
template <class R> void ControlParts::file(const Records &records, QList<decltype(R::id)> Parts::*list, qint64 key)
{
    const decltype(R::id) id { key };
    const R *part = listOf<R>(records).find(id);
    const qint64 whole = part ? wholeOf(records, *part) : 0;
    const qint64 before = m_wholes.take(key);
    if (before && before != whole)
        (m_parts[before].*list).removeOne(id);
    if (!whole)
        return;
    m_wholes.insert(key, whole);
    if (before != whole)
        (m_parts[whole].*list).append(id);
}

void ControlParts::fileTests(const Records &records, const QList<TestId> &tests)
{
    for (const TestId test : tests)
        file<Test>(records, &Parts::tests, test.value);
}

QSet<qint64> ControlParts::follow(const Records &records, const ChangeSet &changes)
{
    QSet<qint64> controls;
    for (const TouchedRow &row : changes.rows) {
        const bool test = row.table == QLatin1String("test");
        const bool procedure = row.table == QLatin1String("test_procedure");
        if (test || procedure)
            controls.insert(m_wholes.value(row.key));
        if (procedure) {
            const QList<TestId> tests = m_parts.value(m_wholes.value(row.key)).tests;
            file<TestProcedure>(records, &Parts::procedures, row.key);
            fileTests(records, tests); // they go where their procedure goes
        } else if (test) {
            file<Test>(records, &Parts::tests, row.key);
        } else if (row.table == QLatin1String("control_decision")) {
            file<ControlDecision>(records, &Parts::decisions, row.key);
        } else if (row.table == QLatin1String("policy_version")) {
            file<PolicyVersion>(records, &Parts::versions, row.key);
        }
        if (test || procedure)
            controls.insert(m_wholes.value(row.key));
    }
    controls.remove(0);
    return controls;
}

const Test *lastTest(const Records &records, const ControlParts &parts, ControlId control)
{
    const Test *last = nullptr;
    for (const TestId id : parts.of(control).tests) {
        const Test *test = records.tests.find(id);
        if (test && test->testedOn.isValid()
            && (!last || std::tie(test->testedOn, test->code) > std::tie(last->testedOn, last->code)))
            last = test;
    }
    return last;
}

const PolicyVersion *shownVersion(const Records &records, const ControlParts &parts, PolicyId policy)
{
    const auto rank = [](const PolicyVersion &version) {
        return std::pair(version.state == VersionState::Approved, version.number);
    };
    const PolicyVersion *shown = nullptr;
    for (const PolicyVersionId id : parts.versionsOf(policy)) {
        const PolicyVersion *version = records.policyVersions.find(id);
        if (version && (!shown || rank(*version) > rank(*shown)))
            shown = version;
    }
    return shown;
}

} // namespace tb
