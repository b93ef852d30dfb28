#include "model/readiness/dayspan.h"

#include <algorithm>

namespace tb::readiness {

QDate later(QDate a, QDate b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return std::max(a, b);
}

QDate earlier(QDate a, QDate b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return std::min(a, b);
}

DaySpan common(const DaySpan &a, const DaySpan &b)
{
    if (a.isEmpty() || b.isEmpty())
        return {};
    const DaySpan both { std::max(a.from, b.from), std::min(a.to, b.to) };
    return both.isEmpty() ? DaySpan {} : both;
}

QList<DaySpan> joined(QList<DaySpan> spans)
{
    spans.removeIf([](const DaySpan &span) { return span.isEmpty(); });
    std::sort(spans.begin(), spans.end(), [](const DaySpan &a, const DaySpan &b) { return a.from < b.from; });
    QList<DaySpan> result;
    for (const DaySpan &span : std::as_const(spans)) {
        if (!result.isEmpty() && span.from <= result.last().to.addDays(1))
            result.last().to = std::max(result.last().to, span.to);
        else
            result.append(span);
    }
    return result;
}

QList<DaySpan> uncovered(const DaySpan &whole, const QList<DaySpan> &parts)
{
    QList<DaySpan> result;
    if (whole.isEmpty())
        return result;
    QDate next = whole.from;
    for (const DaySpan &part : joined(parts)) {
        if (part.from > whole.to)
            break;
        if (part.from > next)
            result.append({ next, part.from.addDays(-1) });
        next = std::max(next, part.to.addDays(1));
    }
    if (next <= whole.to)
        result.append({ next, whole.to });
    return result;
}

QList<DaySpan> uncovered(const QList<DaySpan> &wholes, const QList<DaySpan> &parts)
{
    QList<DaySpan> result;
    for (const DaySpan &whole : wholes)
        result += uncovered(whole, parts);
    return result;
}

QList<DaySpan> clipped(const DaySpan &whole, const QList<DaySpan> &parts)
{
    QList<DaySpan> result;
    for (const DaySpan &part : parts)
        result.append(common(whole, part));
    return joined(result);
}

qint64 dayCount(const QList<DaySpan> &spans)
{
    qint64 days = 0;
    for (const DaySpan &span : spans)
        days += span.days();
    return days;
}

} // namespace tb::readiness
