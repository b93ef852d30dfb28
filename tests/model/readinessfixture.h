#pragma once

#include "model/readiness/readinessengine.h"

#include <QStringList>

namespace tb::readiness {

inline QDate day(const char *iso)
{
    return QDate::fromString(QLatin1String(iso), Qt::ISODate);
}

inline QList<QDate> days(const QString &isoList)
{
    QList<QDate> result;
    for (const QString &iso : isoList.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        result.append(QDate::fromString(iso, Qt::ISODate));
    return result;
}

inline DaySpan span(const char *from, const char *to)
{
    return { day(from), day(to) };
}

inline QString text(const QList<DaySpan> &spans)
{
    QStringList words;
    for (const DaySpan &s : spans)
        words += s.from.toString(Qt::ISODate) + QStringLiteral("..") + s.to.toString(Qt::ISODate);
    return words.join(QLatin1Char(' '));
}

/// "4 no_active_owner; 13 occurrence_missing"
inline QString text(const QList<Remark> &remarks)
{
    QStringList words;
    for (const Remark &r : remarks)
        words += QString::number(r.rule()) + QLatin1Char(' ') + wordOf(r.code);
    return words.join(QStringLiteral("; "));
}

/// The same without the warning of rule 14, which every window that ends on a due date has.
inline QString notes(QList<Remark> remarks)
{
    remarks.removeIf([](const Remark &r) { return r.code == RemarkCode::GraceEndsAfterWindow; });
    return text(remarks);
}

/// "2025-09-30 filled 2025-09-20; 2025-12-31 missing"
inline QString text(const QList<Occurrence> &occurrences)
{
    QStringList words;
    for (const Occurrence &o : occurrences) {
        QString word = o.due.toString(Qt::ISODate) + QLatin1Char(' ') + wordOf(o.state);
        if (o.performedOn.isValid())
            word += QLatin1Char(' ') + o.performedOn.toString(Qt::ISODate);
        words += word;
    }
    return words.join(QStringLiteral("; "));
}

inline constexpr ControlId controlId { 1 };
inline constexpr CriterionId criterionId { 1 };
inline constexpr PersonId reviewerId { 7 };

/// One healthy control under one criterion, to which a test adds what it is about.
struct Programme
{
    Inputs inputs;
    ControlInput control;
    qint64 lastEvidence = 0;

    explicit Programme(std::optional<Frequency> frequency = Frequency::Quarterly)
    {
        inputs.engagement.type = ReportType::TypeTwo;
        inputs.engagement.window = span("2025-07-01", "2026-06-30");
        inputs.put(CriterionInput { criterionId, QStringLiteral("CC6"), Category::Security, false, false });
        control.id = controlId;
        control.workStatus = WorkStatus::Implemented;
        control.ownerActive = true;
        control.implementedOn = day("2024-01-01");
        control.revisions = { revision(frequency) };
        control.criteria = { criterionId };
        control.signOff = SignOff { reviewerId, day("2024-01-02"), "r1" };
    }

    static RevisionInput revision(std::optional<Frequency> frequency, const char *from = "", const char *to = "",
                                  const char *anchor = "")
    {
        RevisionInput result;
        result.hash = "r1";
        result.frequency = frequency;
        result.from = day(from);
        result.to = day(to);
        result.anchor = day(anchor);
        return result;
    }
    void window(const char *from, const char *to) { inputs.engagement.window = span(from, to); }
    EvidenceInput evidence(EvidenceKind kind = EvidenceKind::Document)
    {
        EvidenceInput item;
        item.id = EvidenceId { ++lastEvidence };
        item.kind = kind;
        item.controls = { control.id };
        return item;
    }
    EvidenceId performed(const QString &isoList)
    {
        EvidenceInput item = evidence();
        item.performedOn = days(isoList);
        inputs.put(item);
        return item.id;
    }
    EvidenceId configured(const char *on, const QList<SystemId> &systems)
    {
        EvidenceInput item = evidence(EvidenceKind::Configuration);
        item.collectedOn = day(on);
        item.systems = systems;
        inputs.put(item);
        return item.id;
    }
    Evaluation evaluation(const char *at)
    {
        inputs.put(control);
        ReadinessEngine engine;
        engine.reset(inputs, day(at));
        return engine.result();
    }
    ControlResult at(const char *at) { return evaluation(at).controls.value(control.id); }
    CriterionResult criterion(const char *at) { return evaluation(at).criteria.value(criterionId); }
};

} // namespace tb::readiness
