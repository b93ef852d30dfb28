#pragma once

#include "model/readiness/inputs.h"

namespace tb::readiness {

/// Rule 10: the due dates of a periodic revision, anchor + k·unit for every whole k, month ends clamped from the
/// anchor; without an anchor the last day of each calendar unit (weeks end on Sunday). Endless in both directions.
class Schedule
{
public:
    /// @p revision must have a periodic frequency.
    explicit Schedule(const RevisionInput &revision);

    QDate firstOnOrAfter(QDate day) const;
    QDate lastBefore(QDate day) const;
    QDate next(QDate due) const { return firstOnOrAfter(due.addDays(1)); }

private:
    QDate byMonths(QDate day) const;

    int m_days = 0; ///< the unit, when it is a number of days
    int m_months = 0; ///< the unit, when it is a number of months
    bool m_weekdays = false;
    QDate m_anchor;
};

/// The day one cadence before @p day (rule 6); 90 days for continuous and per-event controls.
QDate oneCadenceBefore(QDate day, Frequency frequency);

} // namespace tb::readiness
