#include "model/readiness/exceptions.h"

#include <algorithm>

namespace tb::readiness {

namespace {

bool isClosed(const FindingInput &finding, QDate at)
{
    return finding.state == FindingState::Closed && finding.closedOn.isValid() && finding.closedOn <= at;
}

bool anyCounts(const Context &context, const QList<EvidenceId> &evidence)
{
    return std::any_of(evidence.begin(), evidence.end(), [&](EvidenceId id) {
        const EvidenceInput *item = context.inputs.find<EvidenceInput>(id);
        return item && counts(*item);
    });
}

void add(Subject &subject, const Exception &exception)
{
    QList<Exception> &all = subject.result.exceptions;
    const bool known = std::any_of(all.begin(), all.end(), [&](const Exception &other) {
        return other.kind == exception.kind && other.occurrence == exception.occurrence;
    });
    if (!known)
        all.append(exception);
}

void deviate(Subject &subject, QDate day)
{
    for (Occurrence &occurrence : subject.result.occurrences) {
        if (!occurrence.performedOn.isValid() || (occurrence.due != day && occurrence.performedOn != day))
            continue;
        occurrence.deviates = true;
        add(subject, { Exception::Kind::Deviating, occurrence.due, occurrence.performedOn, {}, false });
        return;
    }
    if (subject.window().days().contains(day) && day <= subject.window().T)
        add(subject, { Exception::Kind::Deviating, day, day, {}, false });
}

/// A later operation that worked, whatever the control's frequency was then.
bool workedAfter(const Subject &subject, QDate day)
{
    const QList<Occurrence> &occurrences = subject.result.occurrences;
    if (std::any_of(occurrences.begin(), occurrences.end(),
                    [day](const Occurrence &o) { return o.due > day && o.isFilled() && !o.deviates; }))
        return true;
    for (DrawId id : subject.context.index.draws.of(subject.control.id)) {
        const DrawInput *draw = subject.context.inputs.find<DrawInput>(id);
        for (const SampleItem &item : draw->items) {
            if (item.on > day && item.on <= subject.window().T && !item.deviates
                && anyCounts(subject.context, item.evidence))
                return true;
        }
    }
    return std::any_of(subject.evidence.begin(), subject.evidence.end(), [&](const EvidenceInput *item) {
        const QList<QDate> dates = datesOf(*item, subject.window().T);
        return item->kind == EvidenceKind::Configuration && !dates.isEmpty() && dates.last() > day
            && subject.window().days().contains(dates.last());
    });
}

/// The finding about an exception; of several the one that is not settled yet.
const FindingInput *findingAbout(const Subject &subject, QDate occurrence)
{
    const FindingInput *found = nullptr;
    for (FindingId id : subject.context.index.findings.of(subject.control.id)) {
        const FindingInput *finding = subject.context.inputs.find<FindingInput>(id);
        if (!finding->occurrences.contains(OccurrenceRef { subject.control.id, occurrence }))
            continue;
        if (!isClosed(*finding, subject.window().T) || !finding->hasResponse)
            return finding;
        found = finding;
    }
    return found;
}

Mend clearedBy(const Subject &subject, const Exception &exception)
{
    const FindingInput *finding = subject.context.inputs.find<FindingInput>(exception.finding);
    if (!finding)
        return Mend::RecordFinding;
    if (!finding->hasResponse)
        return Mend::RespondToFinding;
    if (!isClosed(*finding, subject.window().T))
        return Mend::CloseFinding;
    return workedAfter(subject, exception.occurrence) ? Mend::Nothing : Mend::PerformLaterOccurrence;
}

RemarkCode codeOf(Exception::Kind kind)
{
    switch (kind) {
    case Exception::Kind::Late: return RemarkCode::OccurrenceLate;
    case Exception::Kind::Missing: return RemarkCode::OccurrenceMissing;
    case Exception::Kind::Deviating: break;
    }
    return RemarkCode::OccurrenceDeviates;
}

Remark remarkAbout(const Exception &exception, Mend mend)
{
    const QDate to = exception.kind == Exception::Kind::Missing ? exception.occurrence : exception.performedOn;
    Remark result = remark(codeOf(exception.kind), DaySpan { exception.occurrence, to });
    if (exception.finding)
        result.record = exception.finding;
    result.mend = mend;
    result.count = 1;
    return result;
}

/// A run of missing occurrences that nobody recorded a finding about is one thing to act on.
bool extends(const Remark &last, const Remark &next)
{
    return last.code == RemarkCode::OccurrenceMissing && next.code == last.code && !last.record && !next.record;
}

} // namespace

void rule19Collect(Subject &subject)
{
    for (const Occurrence &o : std::as_const(subject.result.occurrences)) {
        if (o.state == OccurrenceState::Late)
            subject.result.exceptions.append({ Exception::Kind::Late, o.due, o.performedOn, {}, false });
        else if (o.state == OccurrenceState::Missing)
            subject.result.exceptions.append({ Exception::Kind::Missing, o.due, {}, {}, false });
    }
    for (DeviationId id : subject.context.index.deviations.of(subject.control.id))
        deviate(subject, subject.context.inputs.find<DeviationInput>(id)->occurrence.date);
    for (DrawId id : subject.context.index.draws.of(subject.control.id)) {
        for (const SampleItem &item : subject.context.inputs.find<DrawInput>(id)->items) {
            if (item.deviates)
                deviate(subject, item.on);
        }
    }
}

void rule19Block(Subject &subject)
{
    QList<Remark> remarks;
    bool adjoining = false;
    for (Exception &exception : subject.result.exceptions) {
        if (const FindingInput *finding = findingAbout(subject, exception.occurrence))
            exception.finding = finding->id;
        const Mend mend = clearedBy(subject, exception);
        exception.cleared = mend == Mend::Nothing;
        const Remark next = remarkAbout(exception, mend);
        if (!exception.cleared && adjoining && extends(remarks.last(), next)) {
            remarks.last().to = next.to;
            ++remarks.last().count;
        } else if (!exception.cleared) {
            remarks.append(next);
        }
        adjoining = !exception.cleared;
    }
    for (const Remark &remark : std::as_const(remarks))
        subject.block(remark);
}

} // namespace tb::readiness
