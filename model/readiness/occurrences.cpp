#include "model/readiness/occurrences.h"

#include "model/readiness/duedates.h"

#include <QMap>

#include <algorithm>

namespace tb::readiness {

namespace {

bool hasDueDates(const Lifetime &lifetime)
{
    return lifetime.revision->frequency && isPeriodic(*lifetime.revision->frequency);
}

/// Rule 12: after the previous due date; when that one lies before L, after its grace, since what was performed within
/// grace belongs to it.
QDate opensAfter(const Subject &subject, const RevisionInput &revision, QDate due)
{
    const QList<Occurrence> &earlier = subject.result.occurrences;
    const QDate previous = Schedule(revision).lastBefore(due);
    if (!earlier.isEmpty() && previous <= earlier.last().due)
        return earlier.last().due;
    const QDate opened = previous.addDays(subject.context.graceOf(revision));
    return earlier.isEmpty() ? opened : std::max(opened, earlier.last().due);
}

Occurrence occurrenceDue(const Subject &subject, const RevisionInput &revision, QDate due)
{
    Occurrence occurrence;
    occurrence.due = due;
    occurrence.opensAfter = opensAfter(subject, revision, due);
    occurrence.graceEnds = due.addDays(subject.context.graceOf(revision));
    return occurrence;
}

/// What was performed in the window, by day: one day is one occurrence however many files show it, and one file may
/// show several days (rules 14 and 15).
QMap<QDate, QList<EvidenceId>> performedInWindow(const Subject &subject)
{
    QMap<QDate, QList<EvidenceId>> performed;
    const DaySpan window = subject.window().days();
    for (const EvidenceInput *item : subject.evidence) {
        for (QDate day : item->performedOn) {
            if (!window.contains(day) || day > subject.window().T)
                continue;
            if (QList<EvidenceId> &shown = performed[day]; !shown.contains(item->id))
                shown.append(item->id);
        }
    }
    return performed;
}

bool admits(const Occurrence &occurrence, QDate performed)
{
    return occurrence.opensAfter < performed && performed <= occurrence.graceEnds;
}

/// Gives each performed day, in order, to the earliest unfilled due date that admits it; returns the days left over.
QList<QDate> fillInTime(QList<Occurrence> &occurrences, const QList<QDate> &performed)
{
    QList<QDate> left;
    qsizetype first = 0;
    for (QDate day : performed) {
        while (first < occurrences.size()
               && (occurrences[first].performedOn.isValid() || occurrences[first].graceEnds < day))
            ++first;
        if (first < occurrences.size() && admits(occurrences[first], day))
            occurrences[first].performedOn = day;
        else
            left.append(day);
    }
    return left;
}

/// Rule 13, "performed later": a day that is left over belongs to the earliest due date missed before it. When a later
/// due date had taken an earlier day and can take this one, they change places, so that the catching up comes first.
void fillLate(QList<Occurrence> &occurrences, QDate day)
{
    const auto missed = std::find_if(occurrences.begin(), occurrences.end(), [day](const Occurrence &o) {
        return !o.performedOn.isValid() && o.graceEnds < day;
    });
    if (missed == occurrences.end())
        return;
    const auto taker = std::find_if(missed, occurrences.end(), [&](const Occurrence &o) {
        return o.performedOn > missed->graceEnds && o.performedOn < day && admits(o, day);
    });
    missed->performedOn = day;
    if (taker != occurrences.end())
        std::swap(missed->performedOn, taker->performedOn);
}

/// A missed due date takes the day that fills the next one early when it is nearer to the missed one, as long as the
/// next one can still be performed: whoever acts just after grace is late for what was due, not early for what comes.
/// Once both are past, the day fills the one it fills in time (rule 12).
void preferLateToEarly(QList<Occurrence> &occurrences, QDate at)
{
    for (qsizetype i = 0; i + 1 < occurrences.size(); ++i) {
        Occurrence &missed = occurrences[i];
        Occurrence &next = occurrences[i + 1];
        if (at > next.graceEnds || missed.performedOn.isValid() || next.performedOn <= missed.graceEnds)
            continue;
        if (missed.due.daysTo(next.performedOn) < next.performedOn.daysTo(next.due))
            std::swap(missed.performedOn, next.performedOn);
    }
}

OccurrenceState stateOf(const Occurrence &occurrence, const Window &window, int dueSoonDays)
{
    if (occurrence.performedOn.isValid()) {
        if (occurrence.performedOn > occurrence.graceEnds)
            return OccurrenceState::Late;
        return occurrence.performedOn > occurrence.due ? OccurrenceState::FilledInGrace : OccurrenceState::Filled;
    }
    if (window.isBefore())
        return OccurrenceState::NotDueYet;
    if (window.T > occurrence.graceEnds)
        return OccurrenceState::Missing;
    return occurrence.due <= window.T.addDays(dueSoonDays) ? OccurrenceState::DueSoon : OccurrenceState::NotDueYet;
}

} // namespace

void rule11Expect(Subject &subject)
{
    for (const Lifetime &lifetime : std::as_const(subject.lifetimes)) {
        if (!hasDueDates(lifetime))
            continue;
        const Schedule schedule(*lifetime.revision);
        QDate due = schedule.firstOnOrAfter(lifetime.days.from);
        for (; due <= lifetime.days.to; due = schedule.next(due))
            subject.result.occurrences.append(occurrenceDue(subject, *lifetime.revision, due));
    }
    subject.result.expected = static_cast<int>(subject.result.occurrences.size());
}

void rule12Fill(Subject &subject)
{
    const QMap<QDate, QList<EvidenceId>> performed = performedInWindow(subject);
    QList<Occurrence> &occurrences = subject.result.occurrences;
    const QList<QDate> left = fillInTime(occurrences, performed.keys());
    for (QDate day : left)
        fillLate(occurrences, day);
    preferLateToEarly(occurrences, subject.window().T);
    for (Occurrence &occurrence : occurrences) {
        if (occurrence.performedOn.isValid()) // of a daily control most are not
            occurrence.evidence = performed.value(occurrence.performedOn);
    }
}

void rule11NothingDue(Subject &subject)
{
    const QList<Lifetime> &lifetimes = subject.lifetimes;
    const bool periodicOnly
        = std::all_of(lifetimes.begin(), lifetimes.end(), [](const auto &l) { return hasDueDates(l); });
    if (!subject.result.occurrences.isEmpty() || !periodicOnly)
        return;
    Remark nothing = remark(RemarkCode::NothingDue);
    if (!lifetimes.isEmpty()) {
        const Lifetime &last = lifetimes.last();
        const QDate due = Schedule(*last.revision).firstOnOrAfter(last.days.to.addDays(1));
        Occurrence early = occurrenceDue(subject, *last.revision, due);
        early.early = true;
        nothing.from = due;
        subject.result.occurrences.append(early);
        rule12Fill(subject);
        if (subject.result.occurrences.first().performedOn.isValid())
            return;
        subject.result.occurrences.clear();
    }
    subject.result.noOccurrence = true;
    subject.blockUnlessDecided(nothing);
}

void rule13States(Subject &subject)
{
    const int dueSoonDays = subject.context.inputs.engagement.dueSoonDays;
    for (Occurrence &occurrence : subject.result.occurrences) {
        occurrence.state = stateOf(occurrence, subject.window(), dueSoonDays);
        const bool open
            = occurrence.state == OccurrenceState::NotDueYet || occurrence.state == OccurrenceState::DueSoon;
        if (open && !subject.result.nextDue.isValid())
            subject.result.nextDue = occurrence.due;
    }
}

void rule14GraceBeyondWindow(Subject &subject)
{
    for (const Occurrence &occurrence : std::as_const(subject.result.occurrences)) {
        const bool open
            = occurrence.state == OccurrenceState::NotDueYet || occurrence.state == OccurrenceState::DueSoon;
        if (open && occurrence.graceEnds > subject.window().E)
            subject.warn(remark(RemarkCode::GraceEndsAfterWindow, DaySpan { occurrence.due, occurrence.graceEnds }));
    }
}

} // namespace tb::readiness
