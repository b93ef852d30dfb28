#include "reports/words/terms.h"
#include "reports/words/tr.h"

#include <array>

namespace tb::words {

namespace {

struct SubjectWords
{
    const char *table;
    const char *name;
    const char *one;
    const char *many;
};

constexpr std::array subjects {
    SubjectWords { "engagement", QT_TRANSLATE_NOOP("Words", "Engagement"), QT_TRANSLATE_NOOP("Words", "the engagement"),
                   QT_TRANSLATE_NOOP("Words", "%n engagements") },
    SubjectWords { "person", QT_TRANSLATE_NOOP("Words", "Person"), QT_TRANSLATE_NOOP("Words", "1 person"),
                   QT_TRANSLATE_NOOP("Words", "%n people") },
    SubjectWords { "framework", QT_TRANSLATE_NOOP("Words", "Framework"), QT_TRANSLATE_NOOP("Words", "1 framework"),
                   QT_TRANSLATE_NOOP("Words", "%n frameworks") },
    SubjectWords { "criterion", QT_TRANSLATE_NOOP("Words", "Criterion"), QT_TRANSLATE_NOOP("Words", "1 criterion"),
                   QT_TRANSLATE_NOOP("Words", "%n criteria") },
    SubjectWords { "control", QT_TRANSLATE_NOOP("Words", "Control"), QT_TRANSLATE_NOOP("Words", "1 control"),
                   QT_TRANSLATE_NOOP("Words", "%n controls") },
    SubjectWords { "evidence", QT_TRANSLATE_NOOP("Words", "Evidence"), QT_TRANSLATE_NOOP("Words", "1 evidence file"),
                   QT_TRANSLATE_NOOP("Words", "%n evidence files") },
};

struct FieldWords
{
    const char *table;
    const char *field;
    const char *name;
};

constexpr std::array fields {
    FieldWords { "engagement", "organisation", QT_TRANSLATE_NOOP("Words", "Organisation") },
    FieldWords { "engagement", "service", QT_TRANSLATE_NOOP("Words", "Service") },
    FieldWords { "engagement", "report_type", QT_TRANSLATE_NOOP("Words", "Report type") },
    FieldWords { "engagement", "as_of", QT_TRANSLATE_NOOP("Words", "As-of date") },
    FieldWords { "engagement", "period_from", QT_TRANSLATE_NOOP("Words", "Period start") },
    FieldWords { "engagement", "period_to", QT_TRANSLATE_NOOP("Words", "Period end") },
    FieldWords { "engagement", "categories", QT_TRANSLATE_NOOP("Words", "Categories") },
    FieldWords { "engagement", "auditor", QT_TRANSLATE_NOOP("Words", "Service auditor") },
    FieldWords { "engagement", "lead", QT_TRANSLATE_NOOP("Words", "Prepared by") },
    FieldWords { "engagement", "confidentiality", QT_TRANSLATE_NOOP("Words", "Confidentiality label") },
    FieldWords { "engagement", "retain_until", QT_TRANSLATE_NOOP("Words", "Retain until") },
    FieldWords { "engagement", "prior", QT_TRANSLATE_NOOP("Words", "Prior engagement") },
    FieldWords { "person", "name", QT_TRANSLATE_NOOP("Words", "Name") },
    FieldWords { "person", "email", QT_TRANSLATE_NOOP("Words", "E-mail") },
    FieldWords { "person", "role", QT_TRANSLATE_NOOP("Words", "Role") },
    FieldWords { "person", "team", QT_TRANSLATE_NOOP("Words", "Team") },
    FieldWords { "person", "active", QT_TRANSLATE_NOOP("Words", "Active") },
    FieldWords { "framework", "code", QT_TRANSLATE_NOOP("Words", "ID") },
    FieldWords { "framework", "title", QT_TRANSLATE_NOOP("Words", "Title") },
    FieldWords { "framework", "revision", QT_TRANSLATE_NOOP("Words", "Revision") },
    FieldWords { "criterion", "framework_id", QT_TRANSLATE_NOOP("Words", "Framework") },
    FieldWords { "criterion", "code", QT_TRANSLATE_NOOP("Words", "ID") },
    FieldWords { "criterion", "series", QT_TRANSLATE_NOOP("Words", "Series") },
    FieldWords { "criterion", "title", QT_TRANSLATE_NOOP("Words", "Title") },
    FieldWords { "criterion", "statement", QT_TRANSLATE_NOOP("Words", "Statement") },
    FieldWords { "criterion", "category", QT_TRANSLATE_NOOP("Words", "Category") },
    FieldWords { "criterion", "coso_principle", QT_TRANSLATE_NOOP("Words", "COSO principle") },
    FieldWords { "criterion", "not_relevant", QT_TRANSLATE_NOOP("Words", "Not relevant") },
    FieldWords { "criterion", "not_relevant_reason", QT_TRANSLATE_NOOP("Words", "Why not relevant") },
    FieldWords { "criterion", "not_relevant_approver_id", QT_TRANSLATE_NOOP("Words", "Not relevant approved by") },
    FieldWords { "control", "code", QT_TRANSLATE_NOOP("Words", "ID") },
    FieldWords { "control", "title", QT_TRANSLATE_NOOP("Words", "Title") },
    FieldWords { "control", "description", QT_TRANSLATE_NOOP("Words", "How it works") },
    FieldWords { "control", "owner_id", QT_TRANSLATE_NOOP("Words", "Owner") },
    FieldWords { "control", "kind", QT_TRANSLATE_NOOP("Words", "Type") },
    FieldWords { "control", "nature", QT_TRANSLATE_NOOP("Words", "Nature") },
    FieldWords { "control", "frequency", QT_TRANSLATE_NOOP("Words", "Frequency") },
    FieldWords { "control", "work_status", QT_TRANSLATE_NOOP("Words", "Work status") },
    FieldWords { "control", "not_applicable_reason", QT_TRANSLATE_NOOP("Words", "Why not applicable") },
    FieldWords { "control", "not_applicable_approver_id", QT_TRANSLATE_NOOP("Words", "Not applicable approved by") },
    FieldWords { "control", "target_on", QT_TRANSLATE_NOOP("Words", "Target date") },
    FieldWords { "control", "implemented_on", QT_TRANSLATE_NOOP("Words", "Implemented on") },
    FieldWords { "control", "retired_on", QT_TRANSLATE_NOOP("Words", "Retired on") },
    FieldWords { "control", "performer_id", QT_TRANSLATE_NOOP("Words", "Performed by") },
    FieldWords { "control", "signed_off_by_id", QT_TRANSLATE_NOOP("Words", "Signed off by") },
    FieldWords { "control", "signed_off_on", QT_TRANSLATE_NOOP("Words", "Signed off on") },
    FieldWords { "control", "signed_off_hash", QT_TRANSLATE_NOOP("Words", "Signed-off revision") },
    FieldWords { "control", "anchor_on", QT_TRANSLATE_NOOP("Words", "Due dates count from") },
    FieldWords { "control", "calendar", QT_TRANSLATE_NOOP("Words", "Calendar") },
    FieldWords { "control", "grace_days", QT_TRANSLATE_NOOP("Words", "Days of grace") },
    FieldWords { "control", "tags", QT_TRANSLATE_NOOP("Words", "Tags") },
    FieldWords { "control", "notes", QT_TRANSLATE_NOOP("Words", "Notes") },
    FieldWords { "evidence", "code", QT_TRANSLATE_NOOP("Words", "ID") },
    FieldWords { "evidence", "title", QT_TRANSLATE_NOOP("Words", "Name") },
    FieldWords { "evidence", "description", QT_TRANSLATE_NOOP("Words", "Description") },
    FieldWords { "evidence", "kind", QT_TRANSLATE_NOOP("Words", "Kind") },
    FieldWords { "evidence", "file_name", QT_TRANSLATE_NOOP("Words", "File name") },
    FieldWords { "evidence", "media_type", QT_TRANSLATE_NOOP("Words", "Media type") },
    FieldWords { "evidence", "size", QT_TRANSLATE_NOOP("Words", "Size") },
    FieldWords { "evidence", "sha256", QT_TRANSLATE_NOOP("Words", "SHA-256") },
    FieldWords { "evidence", "address", QT_TRANSLATE_NOOP("Words", "Address") },
    FieldWords { "evidence", "performed_on", QT_TRANSLATE_NOOP("Words", "Performed on") },
    FieldWords { "evidence", "covers_from", QT_TRANSLATE_NOOP("Words", "Covers from") },
    FieldWords { "evidence", "covers_to", QT_TRANSLATE_NOOP("Words", "Covers to") },
    FieldWords { "evidence", "collected_on", QT_TRANSLATE_NOOP("Words", "Collected on") },
    FieldWords { "evidence", "received_at", QT_TRANSLATE_NOOP("Words", "Received") },
    FieldWords { "evidence", "collected_by_id", QT_TRANSLATE_NOOP("Words", "Collected by") },
    FieldWords { "evidence", "owner_id", QT_TRANSLATE_NOOP("Words", "Owner") },
    FieldWords { "evidence", "source_system", QT_TRANSLATE_NOOP("Words", "Source") },
    FieldWords { "evidence", "procedure", QT_TRANSLATE_NOOP("Words", "How it was collected") },
    FieldWords { "evidence", "sensitivity", QT_TRANSLATE_NOOP("Words", "Sensitivity") },
    FieldWords { "evidence", "shared", QT_TRANSLATE_NOOP("Words", "Shared with the auditor") },
    FieldWords { "evidence", "withheld_reason", QT_TRANSLATE_NOOP("Words", "Why withheld") },
    FieldWords { "evidence", "supersedes_id", QT_TRANSLATE_NOOP("Words", "Replaces") },
    FieldWords { "evidence", "erased_at", QT_TRANSLATE_NOOP("Words", "Content erased") },
    FieldWords { "evidence", "tags", QT_TRANSLATE_NOOP("Words", "Tags") },
    FieldWords { "", "rank", QT_TRANSLATE_NOOP("Words", "Place in the list") },
    FieldWords { "", "origin_key", QT_TRANSLATE_NOOP("Words", "Library entry") },
    FieldWords { "", "origin_hash", QT_TRANSLATE_NOOP("Words", "Library version") },
};

const SubjectWords *subjectOf(QAnyStringView table)
{
    const auto found = std::find_if(subjects.cbegin(), subjects.cend(),
                                    [&](const SubjectWords &words) { return table == QLatin1String(words.table); });
    return found == subjects.cend() ? nullptr : &*found;
}

bool isFieldOf(const FieldWords &words, QAnyStringView table)
{
    return table.isEmpty() || *words.table == '\0' || table == QLatin1String(words.table);
}

} // namespace

QString subjectName(QAnyStringView table)
{
    const SubjectWords *words = subjectOf(table);
    return words ? Say::tr(words->name) : table.toString();
}

QString subjectCount(QAnyStringView table, qsizetype count)
{
    const SubjectWords *words = subjectOf(table);
    return words ? counted(count, words->one, words->many) : QStringLiteral("%1 %2").arg(count).arg(table.toString());
}

QString fieldName(QAnyStringView table, QAnyStringView field)
{
    for (const FieldWords &words : fields) {
        if (isFieldOf(words, table) && field == QLatin1String(words.field))
            return Say::tr(words.name);
    }
    return field.toString();
}

} // namespace tb::words
