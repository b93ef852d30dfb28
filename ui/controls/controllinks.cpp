// What the control matrix links controls to, and the decisions noted about one.
#include "model/commands.h"
#include "reports/words/terms.h"
#include "ui/common/choices.h"
#include "ui/common/linkedrecords.h"
#include "ui/common/linkshare.h"
#include "ui/common/pickdialog.h"
#include "ui/common/recordtable.h"
#include "ui/controls/controlspane.h"
#include "ui/controls/decisiondialog.h"

namespace tb {

namespace {

QList<qint64> keysOf(const QList<ControlId> &ids)
{
    QList<qint64> keys;
    for (const ControlId id : ids)
        keys.append(id.value);
    return keys;
}

QString countOf(const QList<ControlId> &ids)
{
    return words::subjectCount(QStringLiteral("control"), ids.size());
}

} // namespace

/// @p name gives the code and title of a record in the list.
template <class R, class Name>
void ControlsPane::linkTo(const QString &title, const LinkSpec &link, const LinkMap &pairs, const QList<R> &records,
                          Name name)
{
    const QList<ControlId> ids = acting();
    if (ids.isEmpty() || context().readOnly)
        return;
    const LinkShare share(ids, [&pairs](qint64 control) { return pairs.rightsOf(control); });
    QList<PickItem> items;
    for (const R &record : records) {
        const auto [code, text] = name(record);
        items.append({ record.id.value, code, text, share.of(record.id.value) });
    }
    auto *dialog = new PickDialog(title.arg(countOf(ids)), tr("Link"), items, this);
    connect(dialog, &PickDialog::picked, this,
            [this, ids, &link](const QList<qint64> &added, const QList<qint64> &removed) {
                report(changeLinks(context().project, link, keysOf(ids), added, removed), true);
            });
    dialog->open();
}

void ControlsPane::linkCriteria()
{
    const Records &records = context().project.records();
    linkTo(tr("Criteria of %1"), controlCriterion, records.controlCriteria, records.criteria.all(),
           [](const Criterion &criterion) { return std::pair(criterion.code, criterion.title); });
}

/// Of the criteria that the controls serve; all of them would be a list to get lost in.
void ControlsPane::linkPoints()
{
    const Records &records = context().project.records();
    QSet<qint64> served;
    for (const ControlId id : acting()) {
        for (const qint64 criterion : records.controlCriteria.rightsOf(id.value))
            served.insert(criterion);
    }
    QList<PointOfFocus> points = records.pointsOfFocus.all();
    points.removeIf([&](const PointOfFocus &point) { return !served.contains(point.criterion.value); });
    linkTo(tr("Points of focus of %1"), controlPointOfFocus, records.controlPointsOfFocus, points,
           [](const PointOfFocus &point) { return std::pair(point.code, point.text); });
}

void ControlsPane::linkSystems()
{
    const Records &records = context().project.records();
    linkTo(tr("Systems of %1"), controlSystem, records.controlSystems, sortedBy(&System::name, records.systems.all()),
           [](const System &system) {
               return std::pair(QString(),
                                system.inScope ? system.name : tr("%1 (not in scope)", "system").arg(system.name));
           });
}

void ControlsPane::linkPolicies()
{
    const Records &records = context().project.records();
    linkTo(tr("Policies of %1"), controlPolicy, records.controlPolicies,
           sortedBy(&Policy::code, records.policies.all()),
           [](const Policy &policy) { return std::pair(policy.code, policy.title); });
}

void ControlsPane::linkEvidence()
{
    const QList<ControlId> ids = acting();
    if (ids.isEmpty())
        return;
    const Records &records = context().project.records();
    const LinkShare share(ids, [&records](qint64 control) { return records.evidenceControls.leftsOf(control); });
    QList<PickItem> items;
    for (const Evidence &item : sortedBy(&Evidence::code, records.evidence.all()))
        items.append({ item.id.value, item.code, item.title, share.of(item.id.value) });
    auto *dialog = new PickDialog(tr("Evidence of %1").arg(countOf(ids)), tr("Link"), items, this);
    connect(dialog, &PickDialog::picked, this, [this, ids](const QList<qint64> &added, const QList<qint64> &removed) {
        report(changeLinksFromRight(context().project, evidenceControl, keysOf(ids), added, removed), true);
    });
    dialog->open();
}

void ControlsPane::noteDecision(int rule)
{
    ControlDecision draft;
    draft.control = { table().currentId() };
    draft.rule = rule ? rule : readiness::decidableRules.front();
    draft.decidedOn = context().today();
    for (const Person &person : context().project.records().people.all()) {
        if (person.active && person.name == context().project.actor())
            draft.decidedBy = person.id;
    }
    if (draft.control)
        askDecision(draft);
}

void ControlsPane::editDecision(ControlDecisionId id)
{
    if (const ControlDecision *decision = context().project.records().controlDecisions.find(id))
        askDecision(*decision);
}

void ControlsPane::removeDecision(ControlDecisionId id)
{
    if (!context().readOnly)
        report(removeRecords<ControlDecision>(context().project, { id }), true);
}

void ControlsPane::askDecision(const ControlDecision &draft)
{
    if (context().readOnly)
        return;
    auto *dialog = new DecisionDialog(draft, personOrNewChoices(context().project.records(), draft.decidedBy), this);
    connect(dialog, &DecisionDialog::agreed, this, [this](const ControlDecision &decided, const QVariant &person) {
        withPerson(person, [this, decided](const QVariant &known) {
            ControlDecision decision = decided;
            decision.decidedBy = { known.toLongLong() };
            const auto done = context().project.change([&](Connection &) -> Status {
                if (decision.id) {
                    const auto saved = saveRecords(context().project, QList<ControlDecision> { decision });
                    return saved ? Status(Ok {}) : Status(saved.error());
                }
                const auto made = createRecord(context().project, decision);
                return made ? Status(Ok {}) : Status(made.error());
            });
            report(done, false);
        });
    });
    dialog->open();
}

} // namespace tb
