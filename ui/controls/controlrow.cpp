#include "ui/controls/controlrow.h"

#include "reports/words/remarks.h"
#include "ui/common/statuslooks.h"

namespace tb {

namespace {

QList<ControlRow::Served> servedBy(const Records &records, ControlId id)
{
    QList<ControlRow::Served> served;
    for (const qint64 key : records.controlCriteria.rightsOf(id.value)) {
        if (const Criterion *criterion = records.criteria.find({ key }))
            served.append({ criterion->id, criterion->code, criterion->title, criterion->rank, criterion->category });
    }
    std::sort(served.begin(), served.end(), [](const auto &a, const auto &b) { return a.rank < b.rank; });
    return served;
}

QStringList policiesOf(const Records &records, ControlId id)
{
    QStringList codes;
    for (const qint64 key : records.controlPolicies.rightsOf(id.value)) {
        if (const Policy *policy = records.policies.find({ key }))
            codes.append(policy->code);
    }
    codes.sort();
    return codes;
}

} // namespace

ControlRow controlRow(const Records &records, const ProjectReadiness &readiness, const ControlParts &parts,
                      const Control &control)
{
    const readiness::ControlResult result = readiness.control(control.id);
    ControlRow row;
    row.control = control;
    row.owner = records.personName(control.owner);
    row.criteria = servedBy(records, control.id);
    row.state = result.state;
    row.status = look(result);
    row.slotCount = result.slotCount;
    row.due = control.workStatus == WorkStatus::Implemented ? result.nextDue : control.targetOn;
    row.exception = result.hasException();
    row.policies = policiesOf(records, control.id);
    if (const Test *test = lastTest(records, parts, control.id)) {
        row.testedOn = test->testedOn;
        row.tested = test->conclusion;
    }
    words::RemarkContext context;
    context.frequency = control.frequency;
    if (!result.blockers.isEmpty())
        row.reason = words::reasons(result.blockers, context);
    return row;
}

QList<ControlRow> controlRows(const Records &records, const ProjectReadiness &readiness, const ControlParts &parts)
{
    QList<ControlRow> rows;
    rows.reserve(records.controls.size());
    for (const Control &control : records.controls.all())
        rows.append(controlRow(records, readiness, parts, control));
    sortByCode(rows);
    return rows;
}

void sortByCode(QList<ControlRow> &rows)
{
    std::sort(rows.begin(), rows.end(), [](const ControlRow &a, const ControlRow &b) {
        return std::tie(a.control.code, a.control.id) < std::tie(b.control.code, b.control.id);
    });
}

std::optional<QSet<qint64>> controlsTouched(const Records &records, const ChangeSet &changes)
{
    QSet<qint64> touched;
    for (const TouchedRow &row : changes.rows) {
        if (row.table == QLatin1String("engagement") || row.table == QLatin1String("criterion")
            || row.table == QLatin1String("person"))
            return std::nullopt; // names and scope reach any row
        if (row.table == QLatin1String("control") || row.table == QLatin1String("control_criterion")
            || row.table == QLatin1String("control_policy"))
            touched.insert(row.key);
        else if (row.table == QLatin1String("evidence_control"))
            touched.insert(row.secondKey);
        else if (row.table == QLatin1String("policy")) {
            for (const qint64 control : records.controlPolicies.leftsOf(row.key))
                touched.insert(control);
        } else if (row.table == QLatin1String("evidence")) {
            for (const qint64 control : records.evidenceControls.rightsOf(row.key))
                touched.insert(control);
        }
    }
    return touched;
}

} // namespace tb
