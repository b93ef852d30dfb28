#pragma once

#include "reports/reportinput.h"

#include <QJsonArray>
#include <QJsonObject>

/// What the evaluation says of each record, for scripts: an array a subject, in the order of its list.
namespace tb::cli {

/// null for no day
QJsonValue dateJson(QDate day);
/// The subject, name and key of a record.
QJsonObject refJson(const Records &records, const readiness::RecordRef &record);

QJsonArray controlStates(const ReportInput &input);
QJsonArray criterionStates(const ReportInput &input);
QJsonArray vendorStates(const ReportInput &input);
QJsonArray evidenceStates(const ReportInput &input);

} // namespace tb::cli
