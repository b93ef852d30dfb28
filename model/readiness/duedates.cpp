#include "model/readiness/duedates.h"

namespace tb::readiness {

namespace {

int daysOf(Frequency frequency)
{
    switch (frequency) {
    case Frequency::Daily: return 1;
    case Frequency::Weekly: return 7;
    default: return 0;
    }
}

int monthsOf(Frequency frequency)
{
    switch (frequency) {
    case Frequency::Monthly: return 1;
    case Frequency::Quarterly: return 3;
    case Frequency::SemiAnnual: return 6;
    case Frequency::Annual: return 12;
    default: return 0;
    }
}

// The last days of calendar weeks, months, quarters, halves and years are counted from these two: a Sunday, and a
// 31 December, from which clamping gives every month its end.
const QDate someSunday(2000, 1, 2);
const QDate someYearEnd(2000, 12, 31);

bool isWeekend(QDate day)
{
    return day.dayOfWeek() > Qt::Friday;
}

} // namespace

Schedule::Schedule(const RevisionInput &revision)
    : m_days(daysOf(*revision.frequency))
    , m_months(monthsOf(*revision.frequency))
    , m_weekdays(*revision.frequency == Frequency::Daily && revision.calendar == Calendar::Weekdays)
    , m_anchor(revision.anchor.isValid() ? revision.anchor
                   : m_days > 0          ? someSunday
                                         : someYearEnd)
{ }

QDate Schedule::firstOnOrAfter(QDate day) const
{
    if (m_months > 0)
        return byMonths(day);
    const qint64 past = ((m_anchor.daysTo(day) % m_days) + m_days) % m_days;
    QDate due = past == 0 ? day : day.addDays(m_days - past);
    while (m_weekdays && isWeekend(due))
        due = due.addDays(1);
    return due;
}

QDate Schedule::byMonths(QDate day) const
{
    const int apart = ((day.year() - m_anchor.year()) * 12) + day.month() - m_anchor.month();
    int k = (apart / m_months) - 1;
    while (m_anchor.addMonths(k * m_months) < day)
        ++k;
    return m_anchor.addMonths(k * m_months);
}

QDate Schedule::lastBefore(QDate day) const
{
    if (m_months == 0) {
        QDate due = m_weekdays ? day.addDays(-1) : firstOnOrAfter(day.addDays(-m_days));
        while (m_weekdays && isWeekend(due))
            due = due.addDays(-1);
        return due;
    }
    QDate due = byMonths(day.addMonths(-m_months).addDays(-3)); // 3: what clamping can lose
    for (QDate later = next(due); later < day; later = next(due))
        due = later;
    return due;
}

QDate oneCadenceBefore(QDate day, Frequency frequency)
{
    if (const int months = monthsOf(frequency))
        return day.addMonths(-months);
    if (const int days = daysOf(frequency))
        return day.addDays(-days);
    return day.addDays(-90);
}

} // namespace tb::readiness
