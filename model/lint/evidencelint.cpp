#include "model/lint/evidencelint.h"

#include "model/readiness/duedates.h"

namespace tb {

namespace {

/// Evidence that is rightly of days outside the window: the final export of a population and the items drawn from it
/// (READINESS rule 17), and reports about a vendor, which rule 20 judges.
QSet<qint64> datedOtherwise(const Records &records)
{
    QSet<qint64> keys;
    for (const Population &population : records.populations.all())
        keys << population.evidence.value << population.zeroStatement.value;
    for (const VendorReport &report : records.vendorReports.all())
        keys.insert(report.evidence.value);
    for (const Evidence &item : records.evidence.all()) {
        if (!records.evidenceSampledItems.rightsOf(item.id.value).isEmpty())
            keys.insert(item.id.value);
    }
    return keys;
}

/// The days that an item can show: the window, or what rule 6 looks at for its controls. Without a first day when no
/// control says how often it operates; without a last one when there is no window.
readiness::DaySpan showable(const Records &records, const Evidence &item)
{
    const Engagement &engagement = records.engagement();
    if (engagement.reportType == ReportType::Readiness)
        return {};
    if (engagement.reportType == ReportType::TypeTwo)
        return { engagement.from, engagement.to };
    QDate from;
    for (const qint64 key : records.evidenceControls.rightsOf(item.id.value)) {
        const Control *control = records.controls.find({ key });
        if (control && control->frequency)
            from = readiness::earlier(from, readiness::oneCadenceBefore(engagement.asOf, *control->frequency));
    }
    return { from, engagement.asOf };
}

/// A date of an item that lies outside.
struct Outside
{
    const char *field;
    QDate day;
};

/// When it was performed decides; else, for what shows a control, the period it covers; else when it was collected.
std::optional<Outside> outsideOf(const Evidence &item, const readiness::DaySpan &days, bool showsControl)
{
    const auto isOutside = [&](QDate day) { return day.isValid() && (day < days.from || day > days.to); };
    for (const QDate &day : item.performedOn) {
        if (isOutside(day))
            return Outside { "performed_on", day };
    }
    if (!item.performedOn.isEmpty() || !showsControl)
        return {};
    if (item.coversFrom > days.to)
        return Outside { "covers_from", item.coversFrom };
    if (item.coversTo.isValid() && item.coversTo < days.from)
        return Outside { "covers_to", item.coversTo };
    if (!item.coversFrom.isValid() && !item.coversTo.isValid() && isOutside(item.collectedOn))
        return Outside { "collected_on", item.collectedOn };
    return {};
}

/// The finding about the item's dates, if there is one; @p exempt: what shows a control of other days.
QList<LintFinding> lintDates(const Records &records, const Evidence &item, const QSet<qint64> &exempt)
{
    const readiness::DaySpan days = showable(records, item);
    const bool shows = !records.evidenceControls.rightsOf(item.id.value).isEmpty() && !exempt.contains(item.id.value);
    const auto outside = days.to.isValid() ? outsideOf(item, days, shows) : std::nullopt;
    if (!outside)
        return {};
    LintFinding finding = lintFindingOf(LintCode::EvidenceOutsideWindow, LintSeverity::Note, item);
    finding.field = QLatin1String(outside->field);
    finding.on = outside->day;
    return { finding };
}

} // namespace

QList<LintFinding> lintEvidence(const Records &records, const readiness::Evaluation &evaluation)
{
    const QSet<qint64> exempt = datedOtherwise(records);
    QList<LintFinding> found;
    QHash<QString, const Evidence *> byContent;
    for (const Evidence &item : records.evidence.all()) {
        if (!evaluation.evidence.value(item.id).counts)
            continue;
        found += lintDates(records, item, exempt);
        const Evidence *&first = byContent[item.sha256];
        if (item.sha256.isEmpty() || !first) {
            first = &item;
            continue;
        }
        found.append(lintFindingOf(LintCode::EvidenceReused, LintSeverity::Warning, item));
        found.last().word = first->code;
    }
    return found;
}

} // namespace tb
