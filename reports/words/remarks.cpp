#include "reports/words/remarks.h"

#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::words {

namespace {

using readiness::Mend;
using readiness::Remark;
using readiness::RemarkCode;

/// A remark with the means to name what it is about.
class Phrase
{
public:
    Phrase(const Remark &remark, const RemarkContext &context) : m_remark(remark), m_context(context) { }

    QString text() const;

private:
    QString name(const readiness::RecordRef &record) const
    {
        return m_context.name && record ? m_context.name(record) : QString();
    }
    /// @p named with the record's name in it, or @p unnamed when it has none here.
    QString about(const char *named, const char *unnamed) const
    {
        const QString record = name(m_remark.record);
        return record.isEmpty() ? Say::tr(unnamed) : Say::tr(named).arg(record);
    }
    /// The same with @p what after the name, or alone.
    QString aboutOn(const char *named, const char *unnamed, const QString &what) const
    {
        const QString record = name(m_remark.record);
        return record.isEmpty() ? Say::tr(unnamed).arg(what) : Say::tr(named).arg(record, what);
    }
    QString from() const { return longDate(m_remark.from); }
    QString to() const { return longDate(m_remark.to); }
    QString basics() const;
    QString policies() const;
    QString occurrences() const;
    QString missing() const;
    QString continuous() const;
    QString populations() const;
    QString samples() const;
    QString vendors() const;

    const Remark &m_remark;
    const RemarkContext &m_context;
};

QString Phrase::text() const
{
    switch (m_remark.code) {
    case RemarkCode::NotRelevantWithoutApproval:
    case RemarkCode::NoControl:
    case RemarkCode::ControlNotReady:
    case RemarkCode::NotApplicableWithoutApproval:
    case RemarkCode::CsocNotMonitored:
    case RemarkCode::MonitoringNotReady:
    case RemarkCode::NoActiveOwner:
    case RemarkCode::NoFrequency:
    case RemarkCode::NoImplementedDate:
    case RemarkCode::SevereFindingOpen: return basics();
    case RemarkCode::PolicyNotApproved:
    case RemarkCode::PolicyNotEffective:
    case RemarkCode::PolicyGap: return policies();
    case RemarkCode::ImplementedAfterAsOf:
    case RemarkCode::NoEvidenceAtAsOf:
    case RemarkCode::NotYetOperated:
    case RemarkCode::LateStart:
    case RemarkCode::NothingDue:
    case RemarkCode::OccurrenceLate:
    case RemarkCode::OccurrenceMissing:
    case RemarkCode::GraceEndsAfterWindow:
    case RemarkCode::OccurrenceDeviates: return occurrences();
    case RemarkCode::SystemNotShown:
    case RemarkCode::ChangeNotShown:
    case RemarkCode::NoRecentConfiguration: return continuous();
    case RemarkCode::PopulationGap:
    case RemarkCode::PopulationTail:
    case RemarkCode::PopulationNotComplete:
    case RemarkCode::FinalExportTooEarly: return populations();
    case RemarkCode::NoStatementOfNoEvents:
    case RemarkCode::NoEvents:
    case RemarkCode::SampleNotDrawn:
    case RemarkCode::SampleTooSmall:
    case RemarkCode::SampleWithoutEvidence: return samples();
    case RemarkCode::VendorReportMissing:
    case RemarkCode::VendorReportOld:
    case RemarkCode::VendorReviewOld:
    case RemarkCode::VendorDaysUncovered: return vendors();
    }
    return {};
}

QString Phrase::basics() const
{
    switch (m_remark.code) {
    case RemarkCode::NotRelevantWithoutApproval: return Say::tr("marked not relevant without a reason and an approver");
    case RemarkCode::NoControl: return Say::tr("no control");
    case RemarkCode::ControlNotReady:
        return about(QT_TRANSLATE_NOOP("Words", "%1 is not ready"),
                     QT_TRANSLATE_NOOP("Words", "a control is not ready"));
    case RemarkCode::NotApplicableWithoutApproval:
        return Say::tr("marked not applicable without a reason and an approver");
    case RemarkCode::CsocNotMonitored:
        return about(QT_TRANSLATE_NOOP("Words", "nobody here monitors %1 of the subservice organisation"),
                     QT_TRANSLATE_NOOP("Words", "nobody here monitors a control of the subservice organisation"));
    case RemarkCode::MonitoringNotReady:
        return about(QT_TRANSLATE_NOOP("Words", "%1, which monitors the subservice organisation, is not ready"),
                     QT_TRANSLATE_NOOP("Words", "the control that monitors the subservice organisation is not ready"));
    case RemarkCode::NoActiveOwner: return Say::tr("no active owner");
    case RemarkCode::NoFrequency: return Say::tr("no frequency");
    case RemarkCode::NoImplementedDate: return Say::tr("no date of implementation");
    default:
        return about(QT_TRANSLATE_NOOP("Words", "finding %1 is high or critical and not closed"),
                     QT_TRANSLATE_NOOP("Words", "a high or critical finding is not closed"));
    }
}

QString Phrase::policies() const
{
    switch (m_remark.code) {
    case RemarkCode::PolicyNotApproved:
        return about(QT_TRANSLATE_NOOP("Words", "the policy “%1” has no approved version"),
                     QT_TRANSLATE_NOOP("Words", "a related policy has no approved version"));
    case RemarkCode::PolicyNotEffective:
        return about(QT_TRANSLATE_NOOP("Words", "the policy “%1” was not in force on the as-of date"),
                     QT_TRANSLATE_NOOP("Words", "a related policy was not in force on the as-of date"));
    default:
        return Say::tr("%1 without a policy in force, first from %2 to %3", "days, period")
            .arg(counted(m_remark.count, QT_TRANSLATE_NOOP("Words", "1 day"), QT_TRANSLATE_NOOP("Words", "%n days")),
                 from(), to());
    }
}

QString Phrase::missing() const
{
    if (m_remark.count < 2)
        return Say::tr("no occurrence for %1").arg(occurrenceText(m_remark.from, m_context.frequency));
    return Say::tr("%1 not performed, due from %2 to %3", "occurrences, period")
        .arg(counted(m_remark.count, QT_TRANSLATE_NOOP("Words", "1 occurrence"),
                     QT_TRANSLATE_NOOP("Words", "%n occurrences")),
             from(), to());
}

QString Phrase::occurrences() const
{
    switch (m_remark.code) {
    case RemarkCode::ImplementedAfterAsOf: return Say::tr("implemented on %1, after the as-of date").arg(from());
    case RemarkCode::NoEvidenceAtAsOf:
        return m_remark.from == m_remark.to ? Say::tr("no evidence for %1").arg(to())
                                            : Say::tr("no evidence from %1 to %2").arg(from(), to());
    case RemarkCode::NotYetOperated:
        return from().isEmpty() ? Say::tr("not yet operated")
                                : Say::tr("not yet operated, first due on %1").arg(from());
    case RemarkCode::LateStart: return Say::tr("implemented on %1, after the window opened on %2").arg(to(), from());
    case RemarkCode::NothingDue:
        return from().isEmpty() ? Say::tr("no occurrence falls into the window")
                                : Say::tr("no occurrence falls into the window, the next one is due on %1").arg(from());
    case RemarkCode::OccurrenceLate:
        return Say::tr("performed late, on %1, for %2").arg(to(), occurrenceText(m_remark.from, m_context.frequency));
    case RemarkCode::GraceEndsAfterWindow:
        return Say::tr("what is due on %1 must be performed before the window ends").arg(from());
    case RemarkCode::OccurrenceDeviates: return Say::tr("did not work as described on %1").arg(from());
    default: return missing();
    }
}

QString Phrase::continuous() const
{
    switch (m_remark.code) {
    case RemarkCode::SystemNotShown:
        return about(QT_TRANSLATE_NOOP("Words", "no configuration evidence of %1 inside the window"),
                     QT_TRANSLATE_NOOP("Words", "no configuration evidence inside the window"));
    case RemarkCode::ChangeNotShown: return Say::tr("no configuration evidence after the change of %1").arg(from());
    default:
        return from().isEmpty() ? Say::tr("no configuration evidence in the last 30 days")
                                : Say::tr("the last configuration evidence is of %1").arg(from());
    }
}

QString Phrase::populations() const
{
    switch (m_remark.code) {
    case RemarkCode::PopulationGap:
        return Say::tr("no list of events for %1, first from %2 to %3", "days, period")
            .arg(counted(m_remark.count, QT_TRANSLATE_NOOP("Words", "1 day"), QT_TRANSLATE_NOOP("Words", "%n days")),
                 from(), to());
    case RemarkCode::PopulationTail: return Say::tr("the list of events does not yet hold %1 to %2").arg(from(), to());
    case RemarkCode::PopulationNotComplete: return Say::tr("a list of events is not marked complete");
    default: return Say::tr("the final list of events was exported on %1, before the window had ended").arg(from());
    }
}

QString Phrase::samples() const
{
    switch (m_remark.code) {
    case RemarkCode::NoStatementOfNoEvents: return Say::tr("no statement that nothing happened");
    case RemarkCode::NoEvents: return Say::tr("nothing happened in the window");
    case RemarkCode::SampleNotDrawn:
        return counted(m_remark.expected, QT_TRANSLATE_NOOP("Words", "a sample of 1 item is not drawn"),
                       QT_TRANSLATE_NOOP("Words", "a sample of %n items is not drawn"));
    case RemarkCode::SampleTooSmall:
        return Say::tr("the sample holds %1 of %2 items").arg(m_remark.count).arg(m_remark.expected);
    default:
        return counted(m_remark.count, QT_TRANSLATE_NOOP("Words", "1 sampled item has no evidence"),
                       QT_TRANSLATE_NOOP("Words", "%n sampled items have no evidence"));
    }
}

QString Phrase::vendors() const
{
    switch (m_remark.code) {
    case RemarkCode::VendorReportMissing:
        return about(QT_TRANSLATE_NOOP("Words", "no report of %1"),
                     QT_TRANSLATE_NOOP("Words", "no report of the subservice organisation"));
    case RemarkCode::VendorReportOld:
        return aboutOn(
            QT_TRANSLATE_NOOP("Words", "the report of %1 ends on %2, more than a year ago"),
            QT_TRANSLATE_NOOP("Words", "the subservice organisation's report ends on %1, more than a year ago"),
            from());
    case RemarkCode::VendorReviewOld:
        return from().isEmpty()
            ? about(QT_TRANSLATE_NOOP("Words", "the report of %1 has not been reviewed"),
                    QT_TRANSLATE_NOOP("Words", "the subservice organisation's report has not been reviewed"))
            : aboutOn(QT_TRANSLATE_NOOP("Words", "the report of %1 was last reviewed on %2"),
                      QT_TRANSLATE_NOOP("Words", "the subservice organisation's report was last reviewed on %1"),
                      from());
    default:
        return aboutOn(
            QT_TRANSLATE_NOOP("Words", "the report of %1 leaves %2 uncovered"),
            QT_TRANSLATE_NOOP("Words", "the subservice organisation's report leaves %1 uncovered"),
            counted(m_remark.count, QT_TRANSLATE_NOOP("Words", "1 day"), QT_TRANSLATE_NOOP("Words", "%n days")));
    }
}

} // namespace

QString reason(const Remark &remark, const RemarkContext &context)
{
    const QString text = Phrase(remark, context).text();
    if (remark.decided)
        return Say::tr("%1, and a decision is noted", "reason").arg(text);
    return remark.mend == Mend::NoteDecision ? Say::tr("%1, and no decision is noted", "reason").arg(text) : text;
}

QString reasons(const QList<Remark> &remarks, const RemarkContext &context, qsizetype most)
{
    QStringList texts;
    for (const Remark &remark : remarks) {
        const QString text = reason(remark, context);
        if (!texts.contains(text))
            texts.append(text);
    }
    const qsizetype others = texts.size() - most;
    QString shown = texts.mid(0, most).join(Say::tr("; ", "between reasons"));
    if (others > 0) {
        shown = Say::tr("%1; %2", "reasons, number of others")
                    .arg(shown,
                         counted(others, QT_TRANSLATE_NOOP("Words", "1 more"), QT_TRANSLATE_NOOP("Words", "%n more")));
    }
    return shown;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString sentence(const QString &record, const Remark &remark, const RemarkContext &context)
{
    return Say::tr("%1: %2", "record, what is missing").arg(record, reason(remark, context));
}

QString occurrenceText(QDate due, std::optional<Frequency> frequency)
{
    const QString day = longDate(due);
    switch (frequency.value_or(Frequency::Daily)) {
    case Frequency::Weekly: return Say::tr("the week ending %1").arg(day);
    case Frequency::Monthly: return Say::tr("the month ending %1").arg(day);
    case Frequency::Quarterly: return Say::tr("the quarter ending %1").arg(day);
    case Frequency::SemiAnnual: return Say::tr("the half-year ending %1").arg(day);
    case Frequency::Annual: return Say::tr("the year ending %1").arg(day);
    case Frequency::Continuous:
    case Frequency::PerEvent:
    case Frequency::Daily: break;
    }
    return day;
}

QString decidedRule(int rule)
{
    switch (rule) {
    case 8: return Say::tr("Implemented after the window opened");
    case 9: return Say::tr("Days without a policy in force");
    case 11: return Say::tr("No occurrence falls into the window");
    default: break;
    }
    return Say::tr("Rule %1 of the readiness rules").arg(rule);
}

QString remedy(Mend mend)
{
    switch (mend) {
    case Mend::ApproveExclusion: return Say::tr("Give the reason and who approved it");
    case Mend::AddControl: return Say::tr("Link or write a control");
    case Mend::MendControl: return Say::tr("Make the control ready");
    case Mend::LinkMonitoringControl: return Say::tr("Link your own control that monitors it");
    case Mend::AssignOwner: return Say::tr("Assign an owner");
    case Mend::SetFrequency: return Say::tr("Choose a frequency");
    case Mend::SetImplementedDate: return Say::tr("Enter the date of implementation");
    case Mend::ApprovePolicy: return Say::tr("Have the policy approved");
    case Mend::CloseFinding: return Say::tr("Close the finding");
    case Mend::RecordFinding: return Say::tr("Record a finding about it");
    case Mend::RespondToFinding: return Say::tr("Write management's response");
    case Mend::PerformLaterOccurrence: return Say::tr("Perform it again and add the evidence");
    case Mend::AddEvidence: return Say::tr("Add evidence");
    case Mend::NoteDecision: return Say::tr("Note the decision");
    case Mend::PerformEarly: return Say::tr("Perform it early, inside the window");
    case Mend::PerformBeforeWindowEnds: return Say::tr("Perform it before the window ends");
    case Mend::CollectConfiguration: return Say::tr("Collect the configuration");
    case Mend::ExportPopulation: return Say::tr("Export the list of events");
    case Mend::MarkPopulationComplete: return Say::tr("Check the list and mark it complete");
    case Mend::StateNoEvents: return Say::tr("Attach a statement that nothing happened");
    case Mend::DrawSample: return Say::tr("Draw the sample");
    case Mend::AttachSampleEvidence: return Say::tr("Attach evidence for each item");
    case Mend::ObtainVendorReport: return Say::tr("Obtain the report");
    case Mend::ReviewVendorReport: return Say::tr("Review the report");
    case Mend::Nothing: break;
    }
    return {};
}

} // namespace tb::words
