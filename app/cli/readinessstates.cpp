#include "app/cli/readinessstates.h"

#include "model/vendors/vendorscore.h"
#include "reports/evaluated.h"
#include "reports/recordrefs.h"

namespace tb::cli {

namespace {

using readiness::Exception;
using readiness::Slots;

QJsonArray datesJson(const QList<QDate> &days)
{
    QJsonArray array;
    for (const QDate day : days)
        array.append(dateJson(day));
    return array;
}

QJsonArray spansJson(const QList<readiness::DaySpan> &spans)
{
    QJsonArray array;
    for (const readiness::DaySpan &span : spans) {
        array.append(QJsonObject { { QStringLiteral("from"), dateJson(span.from) },
                                   { QStringLiteral("to"), dateJson(span.to) },
                                   { QStringLiteral("days"), span.days() } });
    }
    return array;
}

/// null where nothing is counted (READINESS rule 23)
QJsonValue slotsJson(const Slots &slotCount)
{
    static constexpr std::array words { "none", "occurrences", "systems", "samples" };
    if (slotCount.kind == Slots::Kind::None)
        return {};
    return QJsonObject {
        { QStringLiteral("kind"), QLatin1String(words.at(static_cast<std::size_t>(slotCount.kind))) },
        { QStringLiteral("filled"), slotCount.filled },
        { QStringLiteral("expected"), slotCount.expected },
    };
}

QJsonArray occurrencesJson(const Records &records, const QList<readiness::Occurrence> &occurrences)
{
    QJsonArray array;
    for (const readiness::Occurrence &occurrence : occurrences) {
        QJsonArray evidence;
        for (const EvidenceId id : occurrence.evidence)
            evidence.append(refJson(records, id));
        array.append(QJsonObject { { QStringLiteral("due"), dateJson(occurrence.due) },
                                   { QStringLiteral("grace_ends"), dateJson(occurrence.graceEnds) },
                                   { QStringLiteral("performed_on"), dateJson(occurrence.performedOn) },
                                   { QStringLiteral("state"), wordOf(occurrence.state) },
                                   { QStringLiteral("deviates"), occurrence.deviates },
                                   { QStringLiteral("early"), occurrence.early },
                                   { QStringLiteral("evidence"), evidence } });
    }
    return array;
}

QJsonArray exceptionsJson(const Records &records, const QList<Exception> &exceptions)
{
    static constexpr std::array words { "late", "missing", "deviating" };
    QJsonArray array;
    for (const Exception &exception : exceptions) {
        const QJsonValue finding = exception.finding ? QJsonValue(refJson(records, exception.finding)) : QJsonValue();
        array.append(
            QJsonObject { { QStringLiteral("kind"), QLatin1String(words.at(static_cast<std::size_t>(exception.kind))) },
                          { QStringLiteral("occurrence"), dateJson(exception.occurrence) },
                          { QStringLiteral("performed_on"), dateJson(exception.performedOn) },
                          { QStringLiteral("finding"), finding },
                          { QStringLiteral("cleared"), exception.cleared } });
    }
    return array;
}

QJsonObject controlState(const ReportInput &input, const Control &control)
{
    const readiness::ControlResult &result = resultOf(input, control.id);
    QJsonObject object = refJson(input.records, control.id);
    object.insert(QStringLiteral("state"), wordOf(result.state));
    object.insert(QStringLiteral("shown"), statusText(result));
    object.insert(QStringLiteral("ready_to_date"), result.readyToDate);
    object.insert(QStringLiteral("not_yet_operated"), result.notYetOperated);
    object.insert(QStringLiteral("no_occurrence"), result.noOccurrence);
    object.insert(QStringLiteral("in_scope"), result.inScope);
    object.insert(QStringLiteral("exception"), result.hasException());
    object.insert(QStringLiteral("exceptions"), exceptionsJson(input.records, result.exceptions));
    object.insert(QStringLiteral("slots"), slotsJson(result.slotCount));
    object.insert(QStringLiteral("occurrences"), occurrencesJson(input.records, result.occurrences));
    object.insert(QStringLiteral("next_due"), dateJson(result.nextDue));
    object.insert(QStringLiteral("blockers"), static_cast<int>(result.blockers.size()));
    object.insert(QStringLiteral("warnings"), static_cast<int>(result.warnings.size()));
    return object;
}

/// What was decided of the vendor; null while it is withheld, so that no script passes on what may not be said yet.
QJsonValue outcomeJson(const Records &records, VendorId vendor, bool withheld)
{
    const Assessment *latest = withheld ? nullptr : latestAssessment(records, vendor);
    return latest ? QJsonValue(wordOf(latest->outcome)) : QJsonValue();
}

} // namespace

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

QJsonArray controlStates(const ReportInput &input)
{
    QJsonArray array;
    for (const Control &control : input.records.controls.all())
        array.append(controlState(input, control));
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

QJsonArray vendorStates(const ReportInput &input)
{
    QJsonArray array;
    for (const Vendor &vendor : input.records.vendors.all()) {
        const readiness::VendorResult &result = resultOf(input, vendor.id);
        QJsonObject object = refJson(input.records, vendor.id);
        object.insert(QStringLiteral("covered"), spansJson(result.covered));
        object.insert(QStringLiteral("bridged"), spansJson(result.bridged));
        object.insert(QStringLiteral("uncovered"), spansJson(result.missing));
        object.insert(QStringLiteral("outcome_withheld"), result.outcomeWithheld);
        object.insert(QStringLiteral("outcome"), outcomeJson(input.records, vendor.id, result.outcomeWithheld));
        object.insert(QStringLiteral("blockers"), static_cast<int>(result.blockers.size()));
        object.insert(QStringLiteral("warnings"), static_cast<int>(result.warnings.size()));
        array.append(object);
    }
    return array;
}

QJsonArray evidenceStates(const ReportInput &input)
{
    QJsonArray array;
    for (const Evidence &item : input.records.evidence.all()) {
        const readiness::EvidenceResult result = input.evaluation.evidence.value(item.id);
        QJsonObject object = refJson(input.records, item.id);
        object.insert(QStringLiteral("counts"), result.counts);
        object.insert(QStringLiteral("freshness"), wordOf(result.freshness));
        object.insert(QStringLiteral("covered"), spansJson(result.covered));
        object.insert(QStringLiteral("uncovered"), spansJson(result.missing));
        object.insert(QStringLiteral("performed"), datesJson(result.points));
        array.append(object);
    }
    return array;
}

} // namespace tb::cli
