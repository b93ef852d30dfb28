#pragma once

#include "reports/reportinput.h"

/// Every blocker and warning of an evaluation in one order, so that command line, workbook and report name the same.
namespace tb {

/// A blocker or warning and the record that it stands at.
struct RemarkAt
{
    readiness::RecordRef at; ///< a control, a criterion in scope or a vendor
    bool blocks = false;
    readiness::Remark remark;
    QString text; ///< what is missing, as it stands after a colon
};

/// Those of one record, blockers first; none when it was not evaluated.
QList<RemarkAt> remarksAt(const ReportInput &input, const Control &control);
QList<RemarkAt> remarksAt(const ReportInput &input, const Criterion &criterion);
QList<RemarkAt> remarksAt(const ReportInput &input, const Vendor &vendor);
/// Those of every control, then of every criterion in scope, then of every vendor, each in the order of their list.
QList<RemarkAt> remarksOf(const ReportInput &input);

} // namespace tb
