#include "model/controls/duplicatecontrol.h"

#include "model/commands.h"

namespace tb {

namespace {

/// A relation that a copy takes over, and the side on which the control stands.
struct Carried
{
    const LinkSpec &link;
    LinkMap Records::*pairs;
    bool controlIsLeft;
};
const Carried carried[] {
    { controlCriterion, &Records::controlCriteria, true },
    { controlPointOfFocus, &Records::controlPointsOfFocus, true },
    { controlPolicy, &Records::controlPolicies, true },
    { controlSystem, &Records::controlSystems, true },
    { riskControl, &Records::riskControls, false },
    { policyRequirementControl, &Records::policyRequirementControls, false },
};

template <class R> QStringList codesOf(const RecordList<R> &list)
{
    QStringList codes;
    for (const R &record : list.all())
        codes.append(record.code);
    return codes;
}

/// "AC-" of "AC-04": what the next code starts with.
QString prefixOf(const QString &code, const QString &otherwise)
{
    const qsizetype dash = code.lastIndexOf(QLatin1Char('-'));
    return dash < 0 ? otherwise : code.left(dash + 1);
}

Control copyOf(const Control &original, ControlId id, const QStringList &taken)
{
    Control copy = original;
    copy.id = id;
    copy.code = nextCode(taken, prefixOf(original.code, QStringLiteral("C-")), 2);
    copy.originKey.clear();
    copy.originHash.clear();
    copy.revisedOn = {}; // the earlier wordings stay with the original, so the copy holds from its own start
    copy.signedOffBy = {};
    copy.signedOffOn = {};
    copy.signedOffHash.clear();
    return copy;
}

Status carryLinks(Connection &connection, const Records &records, ControlId from, ControlId to)
{
    for (const Carried &relation : carried) {
        const LinkMap &pairs = records.*relation.pairs;
        for (const qint64 other : relation.controlIsLeft ? pairs.rightsOf(from.value) : pairs.leftsOf(from.value)) {
            const auto done = relation.controlIsLeft ? store::link(connection, relation.link, to.value, other)
                                                     : store::link(connection, relation.link, other, to.value);
            if (!done)
                return done;
        }
    }
    return Ok {};
}

Status carryProcedures(Connection &connection, const Records &records, ControlId from, ControlId to)
{
    QStringList taken = codesOf(records.testProcedures);
    for (const TestProcedure &procedure : records.testProcedures.all()) {
        if (procedure.control != from)
            continue;
        TestProcedure copy = procedure;
        copy.id.value = newKey();
        copy.control = to;
        copy.code = nextCode(taken, prefixOf(procedure.code, QStringLiteral("TP-")), 2);
        copy.originKey.clear();
        copy.originHash.clear();
        taken.append(copy.code);
        if (auto done = store::insert(connection, copy); !done)
            return done;
        for (const qint64 requirement : records.testProcedurePolicyRequirements.rightsOf(procedure.id.value)) {
            if (auto done = store::link(connection, testProcedurePolicyRequirement, copy.id.value, requirement); !done)
                return done;
        }
    }
    return Ok {};
}

} // namespace

Result<ChangeSet> duplicateControl(Project &project, ControlId original, ControlId copy)
{
    const Records &records = project.records();
    const Control *found = records.controls.find(original);
    if (!found)
        return Error { Error::Kind::NotFound, original.toString(), {} };
    const Control made = copyOf(*found, copy, codesOf(records.controls));
    return project.change([&](Connection &connection) -> Status {
        if (auto done = createRecord(project, made); !done)
            return done.error();
        if (auto done = carryLinks(connection, records, original, copy); !done)
            return done;
        return carryProcedures(connection, records, original, copy);
    });
}

} // namespace tb
