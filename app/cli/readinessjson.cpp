#include "app/cli/readinessjson.h"

#include "app/cli/readinessstates.h"
#include "reports/evaluated.h"
#include "reports/recordrefs.h"
#include "reports/remarklist.h"

#include <QJsonArray>

namespace tb::cli {

namespace {

/// null when the remark names no such record
QJsonValue namedJson(const Records &records, const readiness::RecordRef &record)
{
    return record ? QJsonValue(refJson(records, record)) : QJsonValue();
}

QJsonObject remarkJson(const Records &records, const RemarkAt &at)
{
    const readiness::Remark &remark = at.remark;
    QJsonObject object = refJson(records, at.at);
    object.insert(QStringLiteral("rule"), remark.rule());
    object.insert(QStringLiteral("code"), wordOf(remark.code));
    object.insert(QStringLiteral("decided"), remark.decided);
    object.insert(QStringLiteral("about"), namedJson(records, remark.record));
    object.insert(QStringLiteral("other"), namedJson(records, remark.other));
    object.insert(QStringLiteral("from"), dateJson(remark.from));
    object.insert(QStringLiteral("to"), dateJson(remark.to));
    object.insert(QStringLiteral("count"), remark.count);
    object.insert(QStringLiteral("expected"), remark.expected);
    object.insert(QStringLiteral("mend"), wordOf(remark.mend));
    object.insert(QStringLiteral("remedy"), words::remedy(remark.mend));
    object.insert(QStringLiteral("text"), at.text);
    return object;
}

QJsonArray remarksJson(const ReportInput &input, bool blocking)
{
    QJsonArray array;
    for (const RemarkAt &remark : remarksOf(input)) {
        if (remark.blocks == blocking)
            array.append(remarkJson(input.records, remark));
    }
    return array;
}

QJsonObject controlFigures(const readiness::Figures &totals)
{
    QJsonObject states;
    for (const ControlState state : shownStates)
        states.insert(wordOf(state), totals.controls.of(state));
    return { { QStringLiteral("total"), totals.controls.total() },
             { QStringLiteral("exceptions"), totals.exceptions },
             { QStringLiteral("by_state"), states } };
}

QJsonObject evidenceFigures(const readiness::Evaluation &evaluation)
{
    QJsonObject evidence;
    for (int i = 0; i < freshnessCount; ++i)
        evidence.insert(wordOf(static_cast<Freshness>(i)), evaluation.evidenceBy.at(static_cast<std::size_t>(i)));
    return evidence;
}

} // namespace

QJsonObject readinessJson(const ReportInput &input)
{
    const readiness::Figures &totals = input.evaluation.totals;
    return { { QStringLiteral("at"), input.evaluation.at.toString(Qt::ISODate) },
             { QStringLiteral("head"),
               QJsonObject { { QStringLiteral("seq"), input.head.seq },
                             { QStringLiteral("hash"), QString::fromLatin1(input.head.hash.toHex()) } } },
             { QStringLiteral("criteria"),
               QJsonObject { { QStringLiteral("ready"), totals.criteriaReady },
                             { QStringLiteral("in_scope"), totals.criteriaInScope } } },
             { QStringLiteral("controls"), controlFigures(totals) },
             { QStringLiteral("evidence"), evidenceFigures(input.evaluation) },
             { QStringLiteral("control_states"), controlStates(input) },
             { QStringLiteral("criterion_states"), criterionStates(input) },
             { QStringLiteral("vendor_states"), vendorStates(input) },
             { QStringLiteral("evidence_states"), evidenceStates(input) },
             { QStringLiteral("blockers"), remarksJson(input, true) },
             { QStringLiteral("warnings"), remarksJson(input, false) } };
}

} // namespace tb::cli
