#include "ui/evidence/evidencerow.h"

#include "ui/common/statuslooks.h"

#include <QCoreApplication>

namespace tb {

namespace {

using readiness::DaySpan;
using readiness::Occurrence;

/// The translation context of this file.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

constexpr int mostMarks = 24; ///< more due dates than this would cover each other on the bar: draw spans

EvidenceState stateOf(const Evidence &item, const readiness::EvidenceResult &result)
{
    if (item.erasedAt.isValid())
        return EvidenceState::Erased;
    if (!item.shared)
        return EvidenceState::Withheld;
    if (!result.counts) {
        const bool dated = !item.performedOn.isEmpty() || item.coversTo.isValid() || item.collectedOn.isValid();
        return dated ? EvidenceState::Replaced : EvidenceState::Undated;
    }
    switch (result.freshness) {
    case Freshness::Current: return EvidenceState::Current;
    case Freshness::DueSoon: return EvidenceState::DueSoon;
    case Freshness::Stale: return EvidenceState::Stale;
    case Freshness::PeriodGap: return EvidenceState::PeriodGap;
    case Freshness::NotCollected: return EvidenceState::NotCollected;
    }
    Q_UNREACHABLE();
}

EvidenceRow::Shown shownOf(const ProjectReadiness &readiness, const Control &control)
{
    return { control.id, control.code, control.title, look(readiness.control(control.id)) };
}

void addCategories(const Records &records, ControlId id, QStringList &categories)
{
    for (const qint64 key : records.controlCriteria.rightsOf(id.value)) {
        const Criterion *criterion = records.criteria.find({ key });
        if (criterion && !categories.contains(wordOf(criterion->category)))
            categories.append(wordOf(criterion->category));
    }
}

/// The window as a scale; one without days for a report of one date.
paint::Period emptyPeriod(const Records &records, const ProjectReadiness &readiness)
{
    const Engagement &engagement = records.engagement();
    paint::Period period;
    period.today = readiness.day();
    if (engagement.reportType == ReportType::TypeOne)
        return period;
    period.first = engagement.from;
    period.last = engagement.to;
    return period;
}

/// What is due next for an item that runs out: the dashed span or hollow mark ahead of it.
void addExpected(const ProjectReadiness &readiness, EvidenceRow &row)
{
    for (const EvidenceRow::Shown &control : std::as_const(row.controls)) {
        const readiness::ControlResult result = readiness.control(control.id);
        for (const Occurrence &occurrence : result.occurrences) {
            if (occurrence.performedOn.isValid() || occurrence.due < readiness.day())
                continue;
            row.due.append(occurrence.due);
            if (row.covered.isEmpty())
                row.period.points.append({ occurrence.due, paint::Period::Mark::Planned });
            else
                row.period.spans.append(
                    { occurrence.opensAfter.addDays(1), occurrence.due, paint::Period::Cover::Expected });
            break;
        }
    }
}

void addBar(const readiness::EvidenceResult &result, EvidenceRow &row)
{
    for (const DaySpan &span : result.covered)
        row.period.spans.append({ span.from, span.to, paint::Period::Cover::Covered });
    for (const DaySpan &span : result.missing)
        row.period.spans.append({ span.from, span.to, paint::Period::Cover::Missing });
    // The day of collecting says nothing beside a period, nor does a day inside it.
    const bool hasPeriod = !result.covered.isEmpty();
    for (const QDate &day : result.points) {
        const bool inside = std::any_of(result.covered.begin(), result.covered.end(),
                                        [day](const DaySpan &span) { return span.contains(day); });
        if (!inside && (!hasPeriod || row.item.performedOn.contains(day)))
            row.period.points.append({ day, paint::Period::Mark::Done });
    }
    if (!result.covered.isEmpty())
        row.covered = { result.covered.first().from, result.covered.last().to };
    row.missing = result.missing;
}

} // namespace

StatusLook look(EvidenceState state)
{
    switch (state) {
    case EvidenceState::PeriodGap: return look(Freshness::PeriodGap);
    case EvidenceState::Stale: return look(Freshness::Stale);
    case EvidenceState::NotCollected: return look(Freshness::NotCollected);
    case EvidenceState::DueSoon: return look(Freshness::DueSoon);
    case EvidenceState::Current: return look(Freshness::Current);
    case EvidenceState::Undated: return { Glyph::DashedRing, Tone::Bad, Say::tr("No date") };
    case EvidenceState::Withheld: return { Glyph::SlashRing, Tone::Neutral, Say::tr("Withheld") };
    case EvidenceState::Replaced: return { Glyph::SlashRing, Tone::Neutral, Say::tr("Replaced") };
    case EvidenceState::Erased: return { Glyph::SlashRing, Tone::Neutral, Say::tr("Erased") };
    }
    Q_UNREACHABLE();
}

EvidenceRow evidenceRow(const Records &records, const ProjectReadiness &readiness, const Evidence &item)
{
    const readiness::EvidenceResult result = readiness.evidence(item.id);
    EvidenceRow row;
    row.item = item;
    row.name = item.title;
    row.owner = records.personName(item.owner);
    for (const qint64 key : records.evidenceControls.rightsOf(item.id.value)) {
        if (const Control *control = records.controls.find({ key })) {
            row.controls.append(shownOf(readiness, *control));
            addCategories(records, control->id, row.categories);
        }
    }
    std::sort(row.controls.begin(), row.controls.end(), [](const auto &a, const auto &b) { return a.code < b.code; });
    row.state = stateOf(item, result);
    row.period = emptyPeriod(records, readiness);
    addBar(result, row);
    if (row.state == EvidenceState::DueSoon)
        addExpected(readiness, row);
    return row;
}

std::optional<EvidenceRow> missingRow(const Records &records, const ProjectReadiness &readiness, const Control &control)
{
    const readiness::ControlResult result = readiness.control(control.id);
    if (!result.inScope || result.state == ControlState::NotApplicable)
        return std::nullopt;
    EvidenceRow row;
    QList<DaySpan> spans;
    for (const Occurrence &occurrence : result.occurrences) {
        if (!occurrence.isNotCollected(readiness.day()))
            continue;
        row.due.append(occurrence.due);
        spans.append({ occurrence.opensAfter.addDays(1), occurrence.due });
    }
    if (row.due.isEmpty())
        return std::nullopt;
    row.name = control.title;
    row.owner = records.personName(control.owner);
    row.controls = { shownOf(readiness, control) };
    addCategories(records, control.id, row.categories);
    row.state = EvidenceState::NotCollected;
    row.period = emptyPeriod(records, readiness);
    row.missing = readiness::joined(spans);
    if (row.due.size() <= mostMarks) {
        for (const QDate &due : std::as_const(row.due))
            row.period.points.append({ due, paint::Period::Mark::Missed });
    } else {
        for (const DaySpan &span : std::as_const(row.missing))
            row.period.spans.append({ span.from, span.to, paint::Period::Cover::Missing });
    }
    return row;
}

QList<EvidenceRow> evidenceRows(const Records &records, const ProjectReadiness &readiness)
{
    QList<EvidenceRow> rows;
    rows.reserve(records.evidence.size());
    for (const Evidence &item : records.evidence.all())
        rows.append(evidenceRow(records, readiness, item));
    for (const Control &control : records.controls.all()) {
        if (auto row = missingRow(records, readiness, control))
            rows.append(*std::move(row));
    }
    sortByCode(rows);
    return rows;
}

void sortByCode(QList<EvidenceRow> &rows)
{
    // What is missing has no code but its control's.
    const auto place = [](const EvidenceRow &row) {
        return std::tuple(row.isCollected(), row.isCollected() ? row.item.code : row.controls.first().code, row.id());
    };
    std::sort(rows.begin(), rows.end(),
              [&](const EvidenceRow &a, const EvidenceRow &b) { return place(a) < place(b); });
}

std::optional<EvidenceTouched> evidenceTouched(const Records &records, const ChangeSet &changes)
{
    EvidenceTouched touched;
    for (const TouchedRow &row : changes.rows) {
        if (row.table == QLatin1String("engagement") || row.table == QLatin1String("person")
            || row.table == QLatin1String("criterion") || row.table == QLatin1String("control_criterion"))
            return std::nullopt; // names, scope and window reach any row
        if (row.table == QLatin1String("control"))
            touched.controls.insert(row.key);
        else if (row.table == QLatin1String("evidence_control"))
            touched.controls.insert(row.secondKey);
        if (row.table == QLatin1String("evidence") || row.table == QLatin1String("evidence_control")) {
            touched.items.insert(row.key);
            for (const qint64 control : records.evidenceControls.rightsOf(row.key))
                touched.controls.insert(control);
        }
    }
    for (const qint64 control : std::as_const(touched.controls)) {
        for (const qint64 item : records.evidenceControls.leftsOf(control))
            touched.items.insert(item);
    }
    return touched;
}

} // namespace tb
