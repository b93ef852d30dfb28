#include "app/cli/readinessjson.h"

#include "reports/evaluated.h"
#include "reports/recordrefs.h"
#include "reports/remarklist.h"

#include <QJsonArray>

namespace tb::cli {

namespace {

QJsonValue dateJson(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject refJson(const Records &records, const readiness::RecordRef &record)
{
    return { { QStringLiteral("subject"), tableOf(record) },
             { QStringLiteral("record"), codeOf(records, record) },
             { QStringLiteral("record_id"), QString::number(keyOf(record)) } };
}

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

QJsonArray controlStates(const ReportInput &input)
{
    QJsonArray array;
    for (const Control &control : input.records.controls.all()) {
        const readiness::ControlResult &result = resultOf(input, control.id);
        QJsonObject object = refJson(input.records, control.id);
        object.insert(QStringLiteral("state"), wordOf(result.state));
        object.insert(QStringLiteral("shown"), statusText(result));
        object.insert(QStringLiteral("ready_to_date"), result.readyToDate);
        object.insert(QStringLiteral("not_yet_operated"), result.notYetOperated);
        object.insert(QStringLiteral("no_occurrence"), result.noOccurrence);
        object.insert(QStringLiteral("in_scope"), result.inScope);
        object.insert(QStringLiteral("exception"), result.hasException());
        object.insert(QStringLiteral("next_due"), dateJson(result.nextDue));
        object.insert(QStringLiteral("blockers"), static_cast<int>(result.blockers.size()));
        object.insert(QStringLiteral("warnings"), static_cast<int>(result.warnings.size()));
        array.append(object);
    }
    return array;
}

QJsonArray criterionStates(const ReportInput &input)
{
    QJsonArray array;
    for (const Criterion &criterion : input.records.criteria.all()) {
        const readiness::CriterionResult &result = resultOf(input, criterion.id);
        QJsonObject object = refJson(input.records, criterion.id);
        object.insert(QStringLiteral("in_scope"), result.inScope);
        object.insert(QStringLiteral("ready"), result.ready);
        object.insert(QStringLiteral("shown"), statusText(result, criterion));
        object.insert(QStringLiteral("controls"), static_cast<int>(result.controls.size()));
        object.insert(QStringLiteral("blockers"), static_cast<int>(result.blockers.size()));
        object.insert(QStringLiteral("warnings"), static_cast<int>(result.warnings.size()));
        array.append(object);
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
             { QStringLiteral("blockers"), remarksJson(input, true) },
             { QStringLiteral("warnings"), remarksJson(input, false) } };
}

} // namespace tb::cli
