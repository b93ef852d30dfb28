#include "model/readiness/vendors.h"

#include <algorithm>

namespace tb::readiness {

namespace {

/// An auditor's report; certificates and penetration tests say nothing about how controls operated.
bool isReport(VendorReportKind kind)
{
    switch (kind) {
    case VendorReportKind::Soc1TypeOne:
    case VendorReportKind::Soc1TypeTwo:
    case VendorReportKind::Soc2TypeOne:
    case VendorReportKind::Soc2TypeTwo:
    case VendorReportKind::Soc3: return true;
    case VendorReportKind::Certificate:
    case VendorReportKind::PenTest:
    case VendorReportKind::Bridge: break;
    }
    return false;
}

/// A report over a period; a Type I report covers the day it names and no other.
DaySpan coveredBy(const VendorReportInput &report)
{
    const bool typeOne = report.kind == VendorReportKind::Soc1TypeOne || report.kind == VendorReportKind::Soc2TypeOne;
    return typeOne ? DaySpan { report.period.to, report.period.to } : report.period;
}

bool isReviewed(const VendorReportInput &report, QDate at)
{
    return report.reviewedOn.isValid() && report.reviewedOn <= at;
}

/// The auditor's report with the latest period; of equals the one reviewed last.
const VendorReportInput *latestReport(const VendorInput &vendor)
{
    const VendorReportInput *latest = nullptr;
    for (const VendorReportInput &report : vendor.reports) {
        if (!isReport(report.kind) || report.period.isEmpty())
            continue;
        const auto place = [](const VendorReportInput &one) { return std::tie(one.period.to, one.reviewedOn, one.id); };
        if (!latest || place(report) > place(*latest))
            latest = &report;
    }
    return latest;
}

bool isGoodAt(const VendorReportInput &report, const Window &window)
{
    const QDate oldest = window.C.addDays(-vendorReportDays);
    return isReport(report.kind) && !report.period.isEmpty() && report.period.to >= oldest
        && isReviewed(report, window.T) && report.reviewedOn >= oldest;
}

QList<Remark> judge(const VendorInput &vendor, const Window &window)
{
    if (std::any_of(vendor.reports.begin(), vendor.reports.end(), [&](const auto &r) { return isGoodAt(r, window); }))
        return {};
    const VendorReportInput *latest = latestReport(vendor);
    if (!latest)
        return { remark(RemarkCode::VendorReportMissing, vendor.id) };
    if (latest->period.to < window.C.addDays(-vendorReportDays))
        return { remark(RemarkCode::VendorReportOld, DaySpan { latest->period.to, {} }, vendor.id, latest->id) };
    return { remark(RemarkCode::VendorReviewOld, DaySpan { latest->reviewedOn, {} }, vendor.id, latest->id) };
}

void cover(const VendorInput &vendor, const Window &window, VendorResult &result)
{
    for (const VendorReportInput &report : vendor.reports) {
        if (isReport(report.kind))
            result.covered.append(coveredBy(report));
        else if (report.kind == VendorReportKind::Bridge)
            result.bridged.append(report.period);
    }
    result.covered = clipped(window.elapsed(), result.covered);
    result.bridged = clipped(window.elapsed(), result.bridged);
    result.missing = uncovered(window.elapsed(), result.covered);
}

bool isWithheld(const VendorInput &vendor, QDate at)
{
    const VendorReportInput *latest = latestReport(vendor);
    const bool reviewed = latest ? isReviewed(*latest, at) : vendor.subservice == SubserviceMethod::None;
    const bool assessed = vendor.assessedOn.isValid() && vendor.assessedOn <= at;
    return !assessed || !reviewed;
}

} // namespace

VendorResult rule20Vendor(const Context &context, const VendorInput &vendor)
{
    VendorResult result;
    const Window &window = context.window;
    result.outcomeWithheld = isWithheld(vendor, window.T);
    cover(vendor, window, result);
    if (vendor.subservice == SubserviceMethod::None)
        return result;
    (window.isBefore() ? result.warnings : result.blockers) = judge(vendor, window);
    if (!result.missing.isEmpty()) {
        Remark hole = remark(RemarkCode::VendorDaysUncovered, result.missing.first(), vendor.id);
        hole.count = static_cast<int>(dayCount(result.missing));
        result.warnings.append(hole);
    }
    return result;
}

} // namespace tb::readiness
