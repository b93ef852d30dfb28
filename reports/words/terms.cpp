#include "reports/words/terms.h"

#include "reports/words/tr.h"

#include <QHash>
#include <QLocale>

#include <array>

namespace tb::words {

namespace {

struct Entry
{
    const char *code;
    const char *shown;
};

constexpr std::array wordTable {
    // control
    Entry { "preventive", QT_TRANSLATE_NOOP("Words", "Preventive") },
    Entry { "detective", QT_TRANSLATE_NOOP("Words", "Detective") },
    Entry { "corrective", QT_TRANSLATE_NOOP("Words", "Corrective") },
    Entry { "compensating", QT_TRANSLATE_NOOP("Words", "Compensating") },
    Entry { "manual", QT_TRANSLATE_NOOP("Words", "Manual") },
    Entry { "automated", QT_TRANSLATE_NOOP("Words", "Automated") },
    Entry { "it_dependent_manual", QT_TRANSLATE_NOOP("Words", "IT-dependent manual") },
    Entry { "continuous", QT_TRANSLATE_NOOP("Words", "Continuous") },
    Entry { "per_event", QT_TRANSLATE_NOOP("Words", "Per event") },
    Entry { "daily", QT_TRANSLATE_NOOP("Words", "Daily") },
    Entry { "weekly", QT_TRANSLATE_NOOP("Words", "Weekly") },
    Entry { "monthly", QT_TRANSLATE_NOOP("Words", "Monthly") },
    Entry { "quarterly", QT_TRANSLATE_NOOP("Words", "Quarterly") },
    Entry { "semi_annual", QT_TRANSLATE_NOOP("Words", "Semi-annual") },
    Entry { "annual", QT_TRANSLATE_NOOP("Words", "Annual") },
    Entry { "not_started", QT_TRANSLATE_NOOP("Words", "Not started") },
    Entry { "in_progress", QT_TRANSLATE_NOOP("Words", "In progress") },
    Entry { "implemented", QT_TRANSLATE_NOOP("Words", "Implemented") },
    Entry { "not_applicable", QT_TRANSLATE_NOOP("Words", "Not applicable") },
    Entry { "every_day", QT_TRANSLATE_NOOP("Words", "Every day") },
    Entry { "weekdays", QT_TRANSLATE_NOOP("Words", "Weekdays") },
    // computed
    Entry { "gap", QT_TRANSLATE_NOOP("Words", "Gap") },
    Entry { "in_review", QT_TRANSLATE_NOOP("Words", "In review") },
    Entry { "ready", QT_TRANSLATE_NOOP("Words", "Ready") },
    Entry { "current", QT_TRANSLATE_NOOP("Words", "Current") },
    Entry { "due_soon", QT_TRANSLATE_NOOP("Words", "Due soon") },
    Entry { "stale", QT_TRANSLATE_NOOP("Words", "Stale") },
    Entry { "period_gap", QT_TRANSLATE_NOOP("Words", "Period gap") },
    Entry { "not_collected", QT_TRANSLATE_NOOP("Words", "Not collected") },
    Entry { "not_due_yet", QT_TRANSLATE_NOOP("Words", "Not due yet") },
    Entry { "filled", QT_TRANSLATE_NOOP("Words", "Performed") },
    Entry { "filled_in_grace", QT_TRANSLATE_NOOP("Words", "Performed within grace") },
    Entry { "late", QT_TRANSLATE_NOOP("Words", "Late") },
    Entry { "missing", QT_TRANSLATE_NOOP("Words", "Missing") },
    // evidence
    Entry { "document", QT_TRANSLATE_NOOP("Words", "Document") },
    Entry { "screenshot", QT_TRANSLATE_NOOP("Words", "Screenshot") },
    Entry { "export", QT_TRANSLATE_NOOP("Words", "Export") },
    Entry { "log", QT_TRANSLATE_NOOP("Words", "Log") },
    Entry { "configuration", QT_TRANSLATE_NOOP("Words", "Configuration") },
    Entry { "ticket", QT_TRANSLATE_NOOP("Words", "Ticket") },
    Entry { "interview", QT_TRANSLATE_NOOP("Words", "Interview note") },
    Entry { "link", QT_TRANSLATE_NOOP("Words", "Link") },
    Entry { "public", QT_TRANSLATE_NOOP("Words", "Public") },
    Entry { "internal", QT_TRANSLATE_NOOP("Words", "Internal") },
    Entry { "confidential", QT_TRANSLATE_NOOP("Words", "Confidential") },
    Entry { "restricted", QT_TRANSLATE_NOOP("Words", "Restricted") },
    // engagement
    Entry { "security", QT_TRANSLATE_NOOP("Words", "Security") },
    Entry { "availability", QT_TRANSLATE_NOOP("Words", "Availability") },
    Entry { "confidentiality", QT_TRANSLATE_NOOP("Words", "Confidentiality") },
    Entry { "processing_integrity", QT_TRANSLATE_NOOP("Words", "Processing integrity") },
    Entry { "privacy", QT_TRANSLATE_NOOP("Words", "Privacy") },
    Entry { "readiness", QT_TRANSLATE_NOOP("Words", "Readiness only") },
    Entry { "type1", QT_TRANSLATE_NOOP("Words", "SOC 2 Type I") },
    Entry { "type2", QT_TRANSLATE_NOOP("Words", "SOC 2 Type II") },
    // the other subjects
    Entry { "not_stated", QT_TRANSLATE_NOOP("Words", "Not stated") },
    Entry { "controller", QT_TRANSLATE_NOOP("Words", "Controller") },
    Entry { "processor", QT_TRANSLATE_NOOP("Words", "Processor") },
    Entry { "controller_and_processor", QT_TRANSLATE_NOOP("Words", "Controller and processor") },
    Entry { "kickoff", QT_TRANSLATE_NOOP("Words", "Kickoff") },
    Entry { "readiness_review", QT_TRANSLATE_NOOP("Words", "Readiness review") },
    Entry { "window_start", QT_TRANSLATE_NOOP("Words", "Window start") },
    Entry { "window_end", QT_TRANSLATE_NOOP("Words", "Window end") },
    Entry { "fieldwork", QT_TRANSLATE_NOOP("Words", "Fieldwork") },
    Entry { "draft_report", QT_TRANSLATE_NOOP("Words", "Draft report") },
    Entry { "final_report", QT_TRANSLATE_NOOP("Words", "Final report") },
    Entry { "other", QT_TRANSLATE_NOOP("Words", "Other") },
    Entry { "infrastructure", QT_TRANSLATE_NOOP("Words", "Infrastructure") },
    Entry { "software", QT_TRANSLATE_NOOP("Words", "Software") },
    Entry { "data", QT_TRANSLATE_NOOP("Words", "Data") },
    Entry { "procedure", QT_TRANSLATE_NOOP("Words", "Procedure") },
    Entry { "service_commitment", QT_TRANSLATE_NOOP("Words", "Service commitment") },
    Entry { "system_requirement", QT_TRANSLATE_NOOP("Words", "System requirement") },
    Entry { "contract", QT_TRANSLATE_NOOP("Words", "Contract") },
    Entry { "service_level", QT_TRANSLATE_NOOP("Words", "Service level") },
    Entry { "policy", QT_TRANSLATE_NOOP("Words", "Policy") },
    Entry { "law", QT_TRANSLATE_NOOP("Words", "Law") },
    Entry { "awareness", QT_TRANSLATE_NOOP("Words", "Awareness") },
    Entry { "role_based", QT_TRANSLATE_NOOP("Words", "Role-based") },
    Entry { "onboarding", QT_TRANSLATE_NOOP("Words", "Onboarding") },
    Entry { "exercise", QT_TRANSLATE_NOOP("Words", "Exercise") },
    Entry { "draft", QT_TRANSLATE_NOOP("Words", "Draft") },
    Entry { "approved", QT_TRANSLATE_NOOP("Words", "Approved") },
    Entry { "superseded", QT_TRANSLATE_NOOP("Words", "Superseded") },
    Entry { "open", QT_TRANSLATE_NOOP("Words", "Open") },
    Entry { "asked", QT_TRANSLATE_NOOP("Words", "Asked") },
    Entry { "collected", QT_TRANSLATE_NOOP("Words", "Collected") },
    Entry { "dropped", QT_TRANSLATE_NOOP("Words", "Dropped") },
    Entry { "critical", QT_TRANSLATE_NOOP("Words", "Critical") },
    Entry { "high", QT_TRANSLATE_NOOP("Words", "High") },
    Entry { "medium", QT_TRANSLATE_NOOP("Words", "Medium") },
    Entry { "low", QT_TRANSLATE_NOOP("Words", "Low") },
    Entry { "none", QT_TRANSLATE_NOOP("Words", "Not a subservice organisation") },
    Entry { "carve_out", QT_TRANSLATE_NOOP("Words", "Carve-out") },
    Entry { "inclusive", QT_TRANSLATE_NOOP("Words", "Inclusive") },
    Entry { "active", QT_TRANSLATE_NOOP("Words", "Active") },
    Entry { "ending", QT_TRANSLATE_NOOP("Words", "Ending") },
    Entry { "ended", QT_TRANSLATE_NOOP("Words", "Ended") },
    Entry { "soc1_type1", QT_TRANSLATE_NOOP("Words", "SOC 1 Type I") },
    Entry { "soc1_type2", QT_TRANSLATE_NOOP("Words", "SOC 1 Type II") },
    Entry { "soc2_type1", QT_TRANSLATE_NOOP("Words", "SOC 2 Type I") },
    Entry { "soc2_type2", QT_TRANSLATE_NOOP("Words", "SOC 2 Type II") },
    Entry { "soc3", QT_TRANSLATE_NOOP("Words", "SOC 3") },
    Entry { "certificate", QT_TRANSLATE_NOOP("Words", "Certificate") },
    Entry { "pen_test", QT_TRANSLATE_NOOP("Words", "Penetration test") },
    Entry { "bridge_letter", QT_TRANSLATE_NOOP("Words", "Bridge letter") },
    Entry { "unqualified", QT_TRANSLATE_NOOP("Words", "Unqualified") },
    Entry { "qualified", QT_TRANSLATE_NOOP("Words", "Qualified") },
    Entry { "adverse", QT_TRANSLATE_NOOP("Words", "Adverse") },
    Entry { "disclaimer", QT_TRANSLATE_NOOP("Words", "Disclaimer") },
    Entry { "yes_partly_no", QT_TRANSLATE_NOOP("Words", "Yes, partly or no") },
    Entry { "choice", QT_TRANSLATE_NOOP("Words", "Choice") },
    Entry { "number", QT_TRANSLATE_NOOP("Words", "Number") },
    Entry { "date", QT_TRANSLATE_NOOP("Words", "Date") },
    Entry { "text", QT_TRANSLATE_NOOP("Words", "Text") },
    Entry { "undecided", QT_TRANSLATE_NOOP("Words", "Not decided") },
    Entry { "approved_with_conditions", QT_TRANSLATE_NOOP("Words", "Approved with conditions") },
    Entry { "not_acceptable", QT_TRANSLATE_NOOP("Words", "Not acceptable") },
    Entry { "not_assessed", QT_TRANSLATE_NOOP("Words", "Not assessed") },
    Entry { "met", QT_TRANSLATE_NOOP("Words", "Met") },
    Entry { "partly_met", QT_TRANSLATE_NOOP("Words", "Partly met") },
    Entry { "not_met", QT_TRANSLATE_NOOP("Words", "Not met") },
    Entry { "to_do", QT_TRANSLATE_NOOP("Words", "To do") },
    Entry { "blocked", QT_TRANSLATE_NOOP("Words", "Blocked") },
    Entry { "done", QT_TRANSLATE_NOOP("Words", "Done") },
    Entry { "preparing", QT_TRANSLATE_NOOP("Words", "Preparing") },
    Entry { "submitted", QT_TRANSLATE_NOOP("Words", "Submitted") },
    Entry { "accepted", QT_TRANSLATE_NOOP("Words", "Accepted") },
    Entry { "returned", QT_TRANSLATE_NOOP("Words", "Returned") },
    Entry { "population", QT_TRANSLATE_NOOP("Words", "Population") },
    Entry { "sample", QT_TRANSLATE_NOOP("Words", "Sample") },
    Entry { "mitigate", QT_TRANSLATE_NOOP("Words", "Mitigate") },
    Entry { "accept", QT_TRANSLATE_NOOP("Words", "Accept") },
    Entry { "transfer", QT_TRANSLATE_NOOP("Words", "Transfer") },
    Entry { "avoid", QT_TRANSLATE_NOOP("Words", "Avoid") },
    Entry { "test", QT_TRANSLATE_NOOP("Words", "Test") },
    Entry { "vendor", QT_TRANSLATE_NOOP("Words", "Vendor") },
    Entry { "review", QT_TRANSLATE_NOOP("Words", "Review") },
    Entry { "in_remediation", QT_TRANSLATE_NOOP("Words", "In remediation") },
    Entry { "risk_accepted", QT_TRANSLATE_NOOP("Words", "Risk accepted") },
    Entry { "closed", QT_TRANSLATE_NOOP("Words", "Closed") },
    Entry { "not_retested", QT_TRANSLATE_NOOP("Words", "Not retested") },
    Entry { "passed", QT_TRANSLATE_NOOP("Words", "Passed") },
    Entry { "failed", QT_TRANSLATE_NOOP("Words", "Failed") },
    Entry { "random", QT_TRANSLATE_NOOP("Words", "Random") },
    Entry { "systematic", QT_TRANSLATE_NOOP("Words", "Systematic") },
    Entry { "haphazard", QT_TRANSLATE_NOOP("Words", "Haphazard") },
    Entry { "all_items", QT_TRANSLATE_NOOP("Words", "All items") },
    Entry { "not_concluded", QT_TRANSLATE_NOOP("Words", "Not concluded") },
    Entry { "exception", QT_TRANSLATE_NOOP("Words", "Exception") },
    Entry { "inquiry", QT_TRANSLATE_NOOP("Words", "Inquiry") },
    Entry { "observation", QT_TRANSLATE_NOOP("Words", "Observation") },
    Entry { "inspection", QT_TRANSLATE_NOOP("Words", "Inspection") },
    Entry { "reperformance", QT_TRANSLATE_NOOP("Words", "Reperformance") },
    Entry { "no_occurrence", QT_TRANSLATE_NOOP("Words", "No occurrence") },
    Entry { "unable_to_test", QT_TRANSLATE_NOOP("Words", "Unable to test") },

    Entry { "note", QT_TRANSLATE_NOOP("Words", "Note") },
    Entry { "warning", QT_TRANSLATE_NOOP("Words", "Warning") },
    Entry { "error", QT_TRANSLATE_NOOP("Words", "Error") },
    // log
    Entry { "create", QT_TRANSLATE_NOOP("Words", "Created") },
    Entry { "edit", QT_TRANSLATE_NOOP("Words", "Edit") },
    Entry { "undo", QT_TRANSLATE_NOOP("Words", "Undo") },
    Entry { "redo", QT_TRANSLATE_NOOP("Words", "Redo") },
    Entry { "revert", QT_TRANSLATE_NOOP("Words", "Revert") },
    Entry { "import", QT_TRANSLATE_NOOP("Words", "Import") },
    Entry { "merge", QT_TRANSLATE_NOOP("Words", "Merge") },
    Entry { "migration", QT_TRANSLATE_NOOP("Words", "New format") },
    Entry { "baseline", QT_TRANSLATE_NOOP("Words", "Baseline") },
};

const Entry *find(QAnyStringView word)
{
    static const QHash<QString, const Entry *> index = [] {
        QHash<QString, const Entry *> all;
        for (const Entry &entry : wordTable)
            all.insert(QLatin1String(entry.code), &entry);
        return all;
    }();
    return index.value(word.toString());
}

/// Dates and numbers speak the language of the sentences around them, not that of the computer: an export made
/// elsewhere has the same bytes.
const QLocale &language()
{
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    return english;
}

QString formatted(QDate day, const QString &format)
{
    return day.isValid() ? language().toString(day, format) : QString();
}

} // namespace

QString term(QAnyStringView storedWord)
{
    const Entry *entry = find(storedWord);
    return entry ? Say::tr(entry->shown) : storedWord.toString();
}

bool hasTerm(QAnyStringView storedWord)
{
    return find(storedWord) != nullptr;
}

QString date(QDate day)
{
    return formatted(day, Say::tr("d MMM yyyy", "date format"));
}

QString longDate(QDate day)
{
    return formatted(day, Say::tr("d MMMM yyyy", "date format"));
}

QString dayAndMonth(QDate day)
{
    return formatted(day, Say::tr("d MMMM", "date format"));
}

QString instant(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    return Say::tr("%1, %2", "date, time").arg(date(local.date()), local.time().toString(QStringLiteral("HH:mm")));
}

QString span(QDate from, QDate to)
{
    if (!from.isValid() && !to.isValid())
        return {};
    if (!from.isValid())
        return Say::tr("to %1", "period with an end only").arg(date(to));
    if (!to.isValid())
        return Say::tr("from %1", "period with a start only").arg(date(from));
    if (from == to)
        return date(from);
    return Say::tr("%1 – %2", "period").arg(date(from), date(to));
}

QString bytes(qint64 count)
{
    return language().formattedDataSize(count, count < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString number(qint64 value)
{
    return language().toString(value);
}

QString list(const QStringList &items)
{
    if (items.size() < 2)
        return items.value(0);
    const QString head = items.mid(0, items.size() - 1).join(Say::tr(", ", "between items of a list"));
    return Say::tr("%1 and %2", "end of a list").arg(head, items.last());
}

} // namespace tb::words
