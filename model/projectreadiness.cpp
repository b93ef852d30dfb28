#include "model/projectreadiness.h"

#include "model/project.h"

namespace tb {

using namespace readiness;

namespace {

readiness::ReportType reportType(tb::ReportType type)
{
    switch (type) {
    case tb::ReportType::Readiness: return readiness::ReportType::ReadinessOnly;
    case tb::ReportType::TypeOne: return readiness::ReportType::TypeOne;
    case tb::ReportType::TypeTwo: break;
    }
    return readiness::ReportType::TypeTwo;
}

/// The two enumerations name the same things in the same order.
template <class To, class From> To sameWord(From value)
{
    return static_cast<To>(value);
}

EngagementInput inputOf(const Engagement &engagement)
{
    EngagementInput input;
    input.type = reportType(engagement.reportType);
    input.asOf = engagement.asOf;
    input.window = { engagement.from, engagement.to };
    input.categories.clear();
    for (const QString &word : engagement.categories) {
        if (const auto category = fromWord<tb::Category>(word))
            input.categories.append(sameWord<readiness::Category>(*category));
    }
    return input;
}

CriterionInput inputOf(const Records &, const Criterion &criterion)
{
    CriterionInput input;
    input.id = criterion.id;
    input.series = criterion.series;
    input.category = sameWord<readiness::Category>(criterion.category);
    input.notRelevant = criterion.notRelevant;
    input.notRelevantApproved = !criterion.notRelevantReason.isEmpty() && criterion.notRelevantApprover;
    return input;
}

ControlRevision revisionOf(const Control &control)
{
    ControlRevision revision;
    revision.hash = revisionHash(control).toLatin1();
    revision.frequency = control.frequency;
    revision.anchor = control.anchorOn;
    revision.calendar = sameWord<readiness::Calendar>(control.calendar);
    if (control.graceDays)
        revision.graceDays = static_cast<int>(*control.graceDays);
    return revision;
}

ControlInput inputOf(const Records &records, const Control &control)
{
    const Person *owner = records.people.find(control.owner);
    ControlInput input;
    input.id = control.id;
    input.workStatus = control.workStatus;
    input.notApplicableApproved = !control.notApplicableReason.isEmpty() && control.notApplicableApprover;
    input.ownerActive = owner && owner->active;
    input.implementedOn = control.implementedOn;
    input.retiredOn = control.retiredOn;
    input.revisions = { revisionOf(control) };
    if (control.signedOffBy && control.signedOffOn.isValid())
        input.signOff = SignOff { control.signedOffBy, control.signedOffOn, control.signedOffHash.toLatin1() };
    for (const qint64 criterion : records.controlCriteria.rightsOf(control.id.value))
        input.criteria.append(CriterionId { criterion });
    return input;
}

using Replaced = QHash<EvidenceId, int>; ///< how many items replace it

EvidenceInput inputOf(const Records &records, const Evidence &item, const Replaced &replaced)
{
    EvidenceInput input;
    input.id = item.id;
    input.kind = sameWord<readiness::EvidenceKind>(item.kind);
    input.performedOn = item.performedOn;
    input.covers = { item.coversFrom, item.coversTo };
    input.collectedOn = item.collectedOn;
    input.replaced = replaced.value(item.id) > 0;
    input.withheld = !item.shared;
    for (const qint64 control : records.evidenceControls.rightsOf(item.id.value))
        input.controls.append(ControlId { control });
    return input;
}

bool isPopulation(const Evidence &item)
{
    return item.kind == tb::EvidenceKind::Export && item.coversFrom.isValid() && item.coversTo.isValid();
}

/// The populations and the draw of a per-event control; see readinessInputs().
void addEvents(const Records &records, const Control &control, QList<InputRecord> &written)
{
    DrawInput draw { { control.id.value }, control.id, false, {} };
    QList<PopulationInput> populations;
    for (const qint64 id : records.evidenceControls.leftsOf(control.id.value)) {
        const Evidence *item = records.evidence.find({ id });
        if (!item)
            continue;
        if (isPopulation(*item)) {
            populations.append({ { id ^ control.id.value },
                                 control.id,
                                 item->id,
                                 { item->coversFrom, item->coversTo },
                                 true,
                                 0,
                                 item->collectedOn,
                                 false });
            continue;
        }
        for (const QDate &day : item->performedOn)
            draw.items.append({ day, { item->id }, false });
    }
    for (PopulationInput &population : populations) {
        population.count = static_cast<int>(draw.items.size());
        written.append(population);
    }
    if (!draw.items.isEmpty())
        written.append(draw);
}

/// The per-event inputs of @p control as they are now, and the keys of those it no longer has.
void refreshEvents(const Records &records, const Inputs &inputs, ControlId id, InputChange &change)
{
    QList<InputRecord> now;
    const Control *control = records.controls.find(id);
    if (control && control->frequency == Frequency::PerEvent)
        addEvents(records, *control, now);
    QSet<PopulationId> kept;
    bool drawn = false;
    for (const InputRecord &record : std::as_const(now)) {
        if (const auto *population = std::get_if<PopulationInput>(&record))
            kept.insert(population->id);
        else
            drawn = true;
    }
    for (const PopulationInput &population : inputs.table<PopulationInput>()) {
        if (population.control == id && !kept.contains(population.id))
            change.removed.append(population.id);
    }
    if (!drawn && inputs.find<DrawInput>({ id.value }))
        change.removed.append(DrawId { id.value });
    change.written += now;
}

/// Which records a change makes the rules look at again.
struct Affected
{
    QSet<CriterionId> criteria;
    QSet<ControlId> controls;
    QSet<EvidenceId> evidence;

    Affected(const Records &records, const ChangeSet &changes, const QSet<EvidenceId> &replaced) : evidence(replaced)
    {
        for (const TouchedRow &row : changes.rows)
            add(records, row);
        for (const EvidenceId item : std::as_const(evidence)) {
            for (const qint64 control : records.evidenceControls.rightsOf(item.value))
                controls.insert({ control });
        }
    }

private:
    void add(const Records &records, const TouchedRow &row)
    {
        if (row.table == QLatin1String("criterion"))
            criteria.insert({ row.key });
        else if (row.table == QLatin1String("control") || row.table == QLatin1String("control_criterion"))
            controls.insert({ row.key });
        else if (row.table == QLatin1String("evidence"))
            evidence.insert({ row.key });
        else if (row.table == QLatin1String("evidence_control")) {
            evidence.insert({ row.key });
            controls.insert({ row.secondKey });
        } else if (row.table == QLatin1String("person")) {
            for (const Control &control : records.controls.all()) {
                if (control.owner.value == row.key)
                    controls.insert(control.id);
            }
        }
    }
};

template <class R, class Key>
void addRecord(const Records &records, const RecordList<R> &list, Key id, InputChange &change)
{
    if (const R *record = list.find(id))
        change.written.append(inputOf(records, *record));
    else
        change.removed.append(id);
}

Replaced replacedBy(const Records &records)
{
    Replaced replaced;
    for (const Evidence &item : records.evidence.all()) {
        if (item.supersedes)
            ++replaced[item.supersedes];
    }
    return replaced;
}

} // namespace

readiness::Inputs readinessInputs(const Records &records)
{
    Inputs inputs;
    inputs.engagement = inputOf(records.engagement());
    for (const Criterion &criterion : records.criteria.all())
        inputs.put(inputOf(records, criterion));
    QList<InputRecord> events;
    for (const Control &control : records.controls.all()) {
        inputs.put(inputOf(records, control));
        if (control.frequency == Frequency::PerEvent)
            addEvents(records, control, events);
    }
    const Replaced replaced = replacedBy(records);
    for (const Evidence &item : records.evidence.all())
        inputs.put(inputOf(records, item, replaced));
    for (const InputRecord &event : std::as_const(events))
        std::visit([&](const auto &record) { inputs.put(record); }, event);
    return inputs;
}

ProjectReadiness::ProjectReadiness(Project &project, QDate day, QObject *parent) : QObject(parent), m_project(project)
{
    for (const Evidence &item : project.records().evidence.all())
        noteReplacement(item.id, item.supersedes);
    m_engine.reset(readinessInputs(project.records()), day);
    connect(&project, &Project::changed, this, &ProjectReadiness::follow);
}

void ProjectReadiness::setDay(QDate day)
{
    if (day == this->day())
        return;
    m_engine.setDate(day);
    emit updated({});
}

void ProjectReadiness::noteReplacement(EvidenceId item, EvidenceId replaced)
{
    const EvidenceId before = m_replaces.take(item);
    if (before)
        --m_replaced[before];
    if (!replaced)
        return;
    m_replaces.insert(item, replaced);
    ++m_replaced[replaced];
}

/// Items whose replacement came, went or changed: they count differently now.
QSet<EvidenceId> ProjectReadiness::replacementsTouched(const ChangeSet &changes)
{
    QSet<EvidenceId> touched;
    for (const qint64 key : changes.keys(QLatin1String("evidence"))) {
        const Evidence *item = m_project.records().evidence.find({ key });
        touched.insert(m_replaces.value({ key }));
        noteReplacement({ key }, item ? item->supersedes : EvidenceId {});
        touched.insert(m_replaces.value({ key }));
    }
    touched.remove({});
    return touched;
}

readiness::InputChange ProjectReadiness::inputChange(const ChangeSet &changes)
{
    const Records &records = m_project.records();
    const Affected affected(records, changes, replacementsTouched(changes));
    InputChange change;
    if (changes.touches(QLatin1String("engagement")))
        change.engagement = inputOf(records.engagement());
    for (const CriterionId id : affected.criteria)
        addRecord(records, records.criteria, id, change);
    for (const ControlId id : affected.controls) {
        addRecord(records, records.controls, id, change);
        refreshEvents(records, m_engine.inputs(), id, change);
    }
    for (const EvidenceId id : affected.evidence) {
        if (const Evidence *item = records.evidence.find(id))
            change.written.append(inputOf(records, *item, m_replaced));
        else
            change.removed.append(id);
    }
    return change;
}

void ProjectReadiness::follow(const ChangeSet &changes)
{
    m_engine.apply(inputChange(changes));
    emit updated(changes);
}

} // namespace tb
