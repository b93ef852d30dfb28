#include "model/readinessinputs.h"

#include "model/readiness/context.h"

namespace tb {

using namespace readiness;

namespace {

using Replaced = QHash<EvidenceId, int>; ///< how many items replace it

/// The parts of records, grouped by what they are parts of. A group is made when first asked for.
class Parts
{
public:
    explicit Parts(const Records &records) : m_records(records) { }

    QList<ControlRevision> revisions(ControlId id)
    {
        return of(m_revisions, m_records.controlRevisions, id, &ControlRevision::control);
    }
    QList<ControlDecision> decisions(ControlId id)
    {
        return of(m_decisions, m_records.controlDecisions, id, &ControlDecision::control);
    }
    QList<PolicyVersion> versions(PolicyId id)
    {
        return of(m_versions, m_records.policyVersions, id, &PolicyVersion::policy);
    }
    QList<VendorReport> reports(VendorId id)
    {
        return of(m_reports, m_records.vendorReports, id, &VendorReport::vendor);
    }
    QList<Assessment> assessments(VendorId id)
    {
        return of(m_assessments, m_records.assessments, id, &Assessment::vendor);
    }
    QList<FindingOccurrence> occurrences(FindingId id)
    {
        return of(m_occurrences, m_records.findingOccurrences, id, &FindingOccurrence::finding);
    }
    QList<SampledItem> items(DrawId id) { return of(m_items, m_records.sampledItems, id, &SampledItem::draw); }
    const Records &records() const { return m_records; }

private:
    template <class Key, class R> using Group = std::optional<QHash<Key, QList<R>>>;
    template <class Key, class R>
    static QList<R> of(Group<Key, R> &group, const RecordList<R> &list, Key id, Key R::*whole)
    {
        if (!group) {
            group.emplace();
            for (const R &record : list.all())
                (*group)[record.*whole].append(record);
        }
        return group->value(id);
    }

    const Records &m_records;
    Group<ControlId, ControlRevision> m_revisions;
    Group<ControlId, ControlDecision> m_decisions;
    Group<PolicyId, PolicyVersion> m_versions;
    Group<VendorId, VendorReport> m_reports;
    Group<VendorId, Assessment> m_assessments;
    Group<FindingId, FindingOccurrence> m_occurrences;
    Group<DrawId, SampledItem> m_items;
};

template <class Key> QList<Key> typed(const QList<qint64> &keys)
{
    QList<Key> ids;
    for (const qint64 key : keys)
        ids.append(Key { key });
    std::sort(ids.begin(), ids.end()); // links are kept in no order that lasts
    return ids;
}

EngagementInput engagementInput(const Records &records)
{
    const Engagement &engagement = records.engagement();
    EngagementInput input;
    input.type = engagement.reportType;
    input.asOf = engagement.asOf;
    input.window = { engagement.from, engagement.to };
    input.categories.clear();
    for (const QString &word : engagement.categories) {
        if (const auto category = fromWord<Category>(word))
            input.categories.append(*category);
    }
    input.dueSoonDays = static_cast<int>(engagement.dueSoonDays.value_or(input.dueSoonDays));
    for (const SamplingProfile &profile : records.samplingProfiles.all()) {
        if (profile.graceDays)
            input.graceDays.at(static_cast<std::size_t>(profile.frequency)) = static_cast<int>(*profile.graceDays);
        if (profile.frequency == Frequency::PerEvent)
            input.eventSample = { static_cast<int>(profile.size), static_cast<int>(profile.testAllUpTo) };
    }
    return input;
}

CriterionInput inputOf(const Criterion &criterion)
{
    CriterionInput input;
    input.id = criterion.id;
    input.series = criterion.series;
    input.category = criterion.category;
    input.notRelevant = criterion.notRelevant;
    input.notRelevantApproved = !criterion.notRelevantReason.isEmpty() && criterion.notRelevantApprover;
    return input;
}

/// Of a control as it is now, or of an earlier wording: they name these the same.
template <class Wording> RevisionInput wordingOf(const Wording &wording)
{
    RevisionInput revision;
    revision.frequency = wording.frequency;
    revision.anchor = wording.anchorOn;
    revision.calendar = wording.calendar;
    if (wording.graceDays)
        revision.graceDays = static_cast<int>(*wording.graceDays);
    return revision;
}

/// A wording from before somebody said how often the control operates counts by what was said first: choosing a
/// frequency fills a gap and mends rule 4 for the whole window.
void fillFrequencies(QList<RevisionInput> &revisions)
{
    for (qsizetype i = revisions.size() - 2; i >= 0; --i) {
        RevisionInput &revision = revisions[i];
        const RevisionInput &next = revisions.at(i + 1);
        if (revision.frequency || !next.frequency)
            continue;
        revision.frequency = next.frequency;
        revision.anchor = next.anchor;
        revision.calendar = next.calendar;
        revision.graceDays = next.graceDays;
    }
}

QList<RevisionInput> revisionsOf(Parts &parts, const Control &control)
{
    QList<RevisionInput> revisions;
    for (const ControlRevision &earlier : parts.revisions(control.id)) {
        RevisionInput revision = wordingOf(earlier);
        revision.hash = earlier.hash.toLatin1();
        revision.from = earlier.from;
        revision.to = earlier.to;
        revisions.append(revision);
    }
    RevisionInput current = wordingOf(control);
    current.hash = revisionHash(control).toLatin1();
    current.from = control.revisedOn;
    revisions.append(current);
    std::sort(revisions.begin(), revisions.end(),
              [](const RevisionInput &a, const RevisionInput &b) { return a.from < b.from; });
    fillFrequencies(revisions);
    return revisions;
}

ControlInput inputOf(Parts &parts, const Control &control)
{
    const Records &records = parts.records();
    const Person *owner = records.people.find(control.owner);
    ControlInput input;
    input.id = control.id;
    input.workStatus = control.workStatus;
    input.notApplicableApproved = !control.notApplicableReason.isEmpty() && control.notApplicableApprover;
    input.ownerActive = owner && owner->active;
    input.implementedOn = control.implementedOn;
    input.retiredOn = control.retiredOn;
    input.revisions = revisionsOf(parts, control);
    if (control.signedOffBy && control.signedOffOn.isValid())
        input.signOff = SignOff { control.signedOffBy, control.signedOffOn, control.signedOffHash.toLatin1() };
    for (const ControlDecision &decision : parts.decisions(control.id))
        input.decisions.append(
            { static_cast<int>(decision.rule), decision.text, decision.decidedBy, decision.decidedOn });
    input.criteria = typed<CriterionId>(records.controlCriteria.rightsOf(control.id.value));
    input.policies = typed<PolicyId>(records.controlPolicies.rightsOf(control.id.value));
    input.systems = typed<SystemId>(records.controlSystems.rightsOf(control.id.value));
    return input;
}

EvidenceInput inputOf(const Records &records, const Evidence &item, const Replaced &replaced)
{
    EvidenceInput input;
    input.id = item.id;
    input.kind = item.kind;
    input.performedOn = item.performedOn;
    input.covers = { item.coversFrom, item.coversTo };
    input.collectedOn = item.collectedOn;
    input.replaced = replaced.value(item.id) > 0;
    input.withheld = !item.shared;
    input.controls = typed<ControlId>(records.evidenceControls.rightsOf(item.id.value));
    input.systems = typed<SystemId>(records.evidenceSystems.rightsOf(item.id.value));
    return input;
}

FindingInput inputOf(Parts &parts, const Finding &finding)
{
    FindingInput input;
    input.id = finding.id;
    input.severity = finding.severity;
    input.state = finding.state;
    input.closedOn = finding.closedOn;
    input.hasResponse = !finding.response.trimmed().isEmpty();
    input.controls = typed<ControlId>(parts.records().findingControls.rightsOf(finding.id.value));
    for (const FindingOccurrence &occurrence : parts.occurrences(finding.id))
        input.occurrences.append({ occurrence.control, occurrence.occurredOn });
    return input;
}

PolicyInput inputOf(Parts &parts, const Policy &policy)
{
    PolicyInput input;
    input.id = policy.id;
    input.retiredOn = policy.retiredOn;
    for (const PolicyVersion &version : parts.versions(policy.id)) {
        const bool approved = version.state == VersionState::Approved || version.state == VersionState::Superseded;
        const QDate effective = version.effectiveOn.isValid() ? version.effectiveOn : version.approvedOn;
        input.versions.append({ approved ? version.approvedOn : QDate(), effective, {} });
    }
    return input;
}

VendorInput inputOf(Parts &parts, const Vendor &vendor)
{
    VendorInput input;
    input.id = vendor.id;
    input.subservice = vendor.subservice;
    for (const Assessment &assessment : parts.assessments(vendor.id)) {
        if (!input.assessedOn.isValid()
            || (assessment.completedOn.isValid() && assessment.completedOn < input.assessedOn))
            input.assessedOn = assessment.completedOn;
    }
    for (const VendorReport &report : parts.reports(vendor.id)) {
        const QDate from = report.coversFrom.isValid() ? report.coversFrom : report.coversTo;
        input.reports.append({ report.id, report.kind, { from, report.coversTo }, report.reviewedOn, report.evidence });
    }
    return input;
}

CsocInput inputOf(const Records &records, const Csoc &csoc)
{
    return { csoc.id, csoc.vendor, typed<CriterionId>(records.csocCriteria.rightsOf(csoc.id.value)), csoc.monitoring };
}

/// Whether the statement that nothing happened can be shown: dated, shared and not replaced.
bool isStated(const Records &records, const Population &population, const Replaced &replaced)
{
    const Evidence *statement = records.evidence.find(population.zeroStatement);
    return statement && readiness::counts(inputOf(records, *statement, replaced));
}

PopulationInput inputOf(const Records &records, const Population &population, const Replaced &replaced)
{
    PopulationInput input;
    input.id = population.id;
    input.control = population.control;
    input.evidence = population.evidence;
    input.period = { population.coversFrom, population.coversTo };
    input.complete = population.complete;
    input.count = static_cast<int>(population.count);
    input.zeroStated = isStated(records, population, replaced);
    return input;
}

DrawInput inputOf(Parts &parts, const Draw &draw)
{
    const Population *population = parts.records().populations.find(draw.population);
    DrawInput input { draw.id, population ? population->control : ControlId {}, draw.superseded, {}, draw.population };
    // An item that nobody dated happened before it was drawn, in the time that its population covers.
    const QDate latest = population ? std::min(population->coversTo, draw.drawnOn) : draw.drawnOn;
    QList<SampledItem> items = parts.items(draw.id);
    std::sort(items.begin(), items.end(),
              [](const SampledItem &a, const SampledItem &b) { return a.position < b.position; });
    for (const SampledItem &item : std::as_const(items)) {
        const auto evidence = typed<EvidenceId>(parts.records().evidenceSampledItems.leftsOf(item.id.value));
        input.items.append({ item.happenedOn.isValid() ? item.happenedOn : latest, evidence, item.deviates });
    }
    return input;
}

ChangeInput inputOf(const Records &records, const SignificantChange &change)
{
    return { change.id, change.happenedOn,
             typed<SystemId>(records.significantChangeSystems.rightsOf(change.id.value)) };
}

PlanItemInput inputOf(const Records &records, const PlanItem &item)
{
    return { item.id, item.control, item.dueOn, typed<EvidenceId>(records.evidencePlanItems.leftsOf(item.id.value)) };
}

DeviationInput inputOf(const FindingOccurrence &occurrence)
{
    return { { occurrence.id.value }, { occurrence.control, occurrence.occurredOn } };
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

/// The part's table, and how to find what it is a part of.
struct PartTable
{
    const char *table;
    const char *whole;
    qint64 (*wholeOf)(const Records &, qint64 key);
};

template <class R, class Key> qint64 wholeOf(const RecordList<R> &list, qint64 key, Key R::*whole)
{
    const R *record = list.find({ key });
    return record ? (record->*whole).value : 0;
}

constexpr PartTable partTables[] {
    { "control_revision", "control",
      [](const Records &r, qint64 key) { return wholeOf(r.controlRevisions, key, &ControlRevision::control); } },
    { "control_decision", "control",
      [](const Records &r, qint64 key) { return wholeOf(r.controlDecisions, key, &ControlDecision::control); } },
    { "policy_version", "policy",
      [](const Records &r, qint64 key) { return wholeOf(r.policyVersions, key, &PolicyVersion::policy); } },
    { "vendor_report", "vendor",
      [](const Records &r, qint64 key) { return wholeOf(r.vendorReports, key, &VendorReport::vendor); } },
    { "assessment", "vendor",
      [](const Records &r, qint64 key) { return wholeOf(r.assessments, key, &Assessment::vendor); } },
    { "finding_occurrence", "finding",
      [](const Records &r, qint64 key) { return wholeOf(r.findingOccurrences, key, &FindingOccurrence::finding); } },
    { "sampled_item", "draw",
      [](const Records &r, qint64 key) { return wholeOf(r.sampledItems, key, &SampledItem::draw); } },
};

/// Link tables that are read from one of their sides: the record whose input they belong to.
struct LinkTable
{
    const char *table;
    const char *subject;
    bool left;
};
constexpr LinkTable linkTables[] {
    { "control_criterion", "control", true },     { "control_policy", "control", true },
    { "control_system", "control", true },        { "evidence_control", "evidence", true },
    { "evidence_system", "evidence", true },      { "finding_control", "finding", true },
    { "csoc_criterion", "csoc", true },           { "significant_change_system", "significant_change", true },
    { "evidence_plan_item", "plan_item", false }, { "evidence_sampled_item", "sampled_item", false },
};

using Touched = QHash<QString, QSet<qint64>>; ///< table → keys whose inputs may differ

void addOwned(Touched &touched, const Records &records, const QSet<qint64> &people)
{
    if (people.isEmpty())
        return;
    for (const Control &control : records.controls.all()) {
        if (people.contains(control.owner.value))
            touched[QStringLiteral("control")].insert(control.id.value);
    }
}

/// Populations of which one of @p evidence says that nothing happened.
void addStated(Touched &touched, const Records &records, const QSet<qint64> &evidence)
{
    if (evidence.isEmpty())
        return;
    for (const Population &population : records.populations.all()) {
        if (evidence.contains(population.zeroStatement.value))
            touched[QStringLiteral("population")].insert(population.id.value);
    }
}

Touched directlyTouched(const ChangeSet &changes)
{
    Touched touched;
    for (const TouchedRow &row : changes.rows) {
        const auto link = std::find_if(std::begin(linkTables), std::end(linkTables),
                                       [&](const LinkTable &table) { return row.table == QLatin1String(table.table); });
        if (link != std::end(linkTables))
            touched[QLatin1String(link->subject)].insert(link->left ? row.key : row.secondKey);
        else
            touched[row.table].insert(row.key);
    }
    return touched;
}

/// Adds the inputs of the touched records of one list: as they are now, or as gone, as are those that @p counts denies.
template <class R, class Make, class Counts = bool (*)(const R &)>
void addInputs(
    InputChange &change, const RecordList<R> &list, const Touched &touched, Make make,
    Counts counts = [](const R &) { return true; })
{
    using Key = decltype(make(list.all().first()).id);
    for (const qint64 key : touched.value(QLatin1String(Description<R>::table))) {
        if (const R *record = list.find({ key }); record && counts(*record))
            change.written.append(make(*record));
        else
            change.removed.append(Key { key });
    }
}

void addDeviations(InputChange &change, const Records &records, const Touched &touched)
{
    for (const qint64 key : touched.value(QStringLiteral("finding_occurrence"))) {
        const FindingOccurrence *occurrence = records.findingOccurrences.find({ key });
        if (occurrence && occurrence->deviates)
            change.written.append(inputOf(*occurrence));
        else
            change.removed.append(DeviationId { key });
    }
}

InputChange inputsOf(const Records &records, const Touched &touched, const Replaced &replaced)
{
    Parts parts(records);
    InputChange change;
    const auto plain = [&](const auto &record) { return inputOf(record); };
    const auto linked = [&](const auto &record) { return inputOf(records, record); };
    const auto withParts = [&](const auto &record) { return inputOf(parts, record); };
    addInputs(change, records.criteria, touched, plain);
    addInputs(change, records.controls, touched, withParts);
    addInputs(change, records.evidence, touched,
              [&](const Evidence &item) { return inputOf(records, item, replaced); });
    addInputs(change, records.findings, touched, withParts);
    addInputs(change, records.policies, touched, withParts);
    addInputs(change, records.vendors, touched, withParts);
    addInputs(change, records.csocs, touched, linked);
    addInputs(change, records.populations, touched,
              [&](const Population &population) { return inputOf(records, population, replaced); });
    addInputs(change, records.draws, touched, withParts);
    addInputs(change, records.systems, touched, [](const System &system) {
        return SystemInput { system.id, system.inScope };
    });
    addInputs(change, records.significantChanges, touched, linked);
    // One that was dropped is not waited for any more: the rules do not see it.
    addInputs(change, records.planItems, touched, linked,
              [](const PlanItem &item) { return item.state != PlanState::Dropped; });
    addDeviations(change, records, touched);
    return change;
}

/// Every record as touched.
Touched everything(const Records &records)
{
    Touched touched;
    std::apply(
        [&](auto... list) {
            const auto add = [&]<class R>(const RecordList<R> &all) {
                for (const R &record : all.all())
                    touched[QLatin1String(Description<R>::table)].insert(record.id.value);
            };
            (add(records.*list), ...);
        },
        recordLists);
    return touched;
}

} // namespace

readiness::Inputs readinessInputs(const Records &records)
{
    Inputs inputs;
    inputs.engagement = engagementInput(records);
    const InputChange all = inputsOf(records, everything(records), replacedBy(records));
    for (const InputRecord &record : all.written)
        std::visit([&](const auto &input) { inputs.put(input); }, record);
    return inputs;
}

ReadinessFeed::ReadinessFeed(const Records &records)
{
    for (const Evidence &item : records.evidence.all())
        noteReplacement(item.id, item.supersedes);
    const Touched all = everything(records);
    for (const PartTable &part : partTables) {
        for (const qint64 key : all.value(QLatin1String(part.table)))
            m_wholes.insert(key, part.wholeOf(records, key));
    }
}

void ReadinessFeed::noteReplacement(EvidenceId item, EvidenceId replaced)
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
QSet<EvidenceId> ReadinessFeed::replacementsTouched(const Records &records, const ChangeSet &changes)
{
    QSet<EvidenceId> touched;
    for (const qint64 key : changes.keys(QLatin1String("evidence"))) {
        const Evidence *item = records.evidence.find({ key });
        touched.insert(m_replaces.value({ key }));
        noteReplacement({ key }, item ? item->supersedes : EvidenceId {});
        touched.insert(m_replaces.value({ key }));
    }
    touched.remove({});
    return touched;
}

readiness::InputChange ReadinessFeed::inputChange(const Records &records, const ChangeSet &changes)
{
    Touched touched = directlyTouched(changes);
    for (const EvidenceId item : replacementsTouched(records, changes))
        touched[QStringLiteral("evidence")].insert(item.value);
    addOwned(touched, records, touched.value(QStringLiteral("person")));
    addStated(touched, records, touched.value(QStringLiteral("evidence")));
    for (const PartTable &part : partTables) {
        for (const qint64 key : touched.value(QLatin1String(part.table))) {
            QSet<qint64> &wholes = touched[QLatin1String(part.whole)];
            wholes.insert(m_wholes.take(key));
            if (const qint64 whole = part.wholeOf(records, key))
                wholes.insert(m_wholes[key] = whole);
            wholes.remove(0);
        }
    }
    InputChange change = inputsOf(records, touched, m_replaced);
    if (touched.contains(QStringLiteral("engagement")) || touched.contains(QStringLiteral("sampling_profile")))
        change.engagement = engagementInput(records);
    return change;
}

} // namespace tb
