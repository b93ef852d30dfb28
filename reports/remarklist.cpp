#include "reports/remarklist.h"

#include "reports/evaluated.h"

namespace tb {

namespace {

template <class Result>
QList<RemarkAt> placed(const Result &result, const readiness::RecordRef &at, const words::RemarkContext &context)
{
    QList<RemarkAt> list;
    for (const readiness::Remark &remark : result.blockers)
        list.append({ at, true, remark, words::reason(remark, context) });
    for (const readiness::Remark &remark : result.warnings)
        list.append({ at, false, remark, words::reason(remark, context) });
    return list;
}

} // namespace

QList<RemarkAt> remarksAt(const ReportInput &input, const Control &control)
{
    return placed(resultOf(input, control.id), control.id, contextOf(input, &control));
}

QList<RemarkAt> remarksAt(const ReportInput &input, const Criterion &criterion)
{
    return placed(resultOf(input, criterion.id), criterion.id, contextOf(input, nullptr));
}

QList<RemarkAt> remarksAt(const ReportInput &input, const Vendor &vendor)
{
    return placed(resultOf(input, vendor.id), vendor.id, contextOf(input, nullptr));
}

QList<RemarkAt> remarksOf(const ReportInput &input)
{
    QList<RemarkAt> list;
    for (const Control &control : input.records.controls.all())
        list += remarksAt(input, control);
    for (const Criterion &criterion : criteriaInScope(input))
        list += remarksAt(input, criterion);
    for (const Vendor &vendor : input.records.vendors.all())
        list += remarksAt(input, vendor);
    return list;
}

} // namespace tb
