#pragma once

#include <QDate>
#include <QList>

namespace tb::readiness {

/// A run of days, both ends inclusive; empty when an end is invalid or they are the wrong way round.
struct DaySpan
{
    QDate from;
    QDate to;

    bool operator==(const DaySpan &) const = default;
    bool isEmpty() const { return !from.isValid() || !to.isValid() || from > to; }
    bool contains(QDate day) const { return !isEmpty() && day.isValid() && from <= day && day <= to; }
    qint64 days() const { return isEmpty() ? 0 : from.daysTo(to) + 1; }
};

/// The later of two dates; an invalid one says nothing.
QDate later(QDate a, QDate b);
/// The earlier of two dates; an invalid one says nothing.
QDate earlier(QDate a, QDate b);
/// The days that both spans hold.
DaySpan common(const DaySpan &a, const DaySpan &b);
/// The spans sorted, with overlapping and adjoining ones joined and empty ones left out.
QList<DaySpan> joined(QList<DaySpan> spans);
/// The days of `whole` that none of `parts` covers, sorted.
QList<DaySpan> uncovered(const DaySpan &whole, const QList<DaySpan> &parts);
/// The same for several disjoint wholes.
QList<DaySpan> uncovered(const QList<DaySpan> &wholes, const QList<DaySpan> &parts);
/// The parts clipped to `whole` and joined.
QList<DaySpan> clipped(const DaySpan &whole, const QList<DaySpan> &parts);
/// Number of days in disjoint spans.
qint64 dayCount(const QList<DaySpan> &spans);

} // namespace tb::readiness
