#pragma once

#include "model/catalog/catalog.h"
#include "model/demo/demofile.h"
#include "model/demo/demorecords.h"
#include "model/policies/policyversion.h"

namespace tb {

/// The diary's entries for what has rules of its own: approving, acknowledging, answering, freezing, drawing, testing.
class DemoRules
{
public:
    DemoRules(Project &project, DemoRecords &records, const Catalog &catalog, const QHash<QString, DemoFile> &files)
        : m_project(project)
        , m_records(records)
        , m_catalog(catalog)
        , m_files(files)
    { }

    /// Does what the entry's verb says; Invalid for a verb that nobody knows.
    Status write(const QJsonObject &entry);

    /// {"policies", "on", "effective", "approver", "proof"}.
    Status approve(const QJsonObject &entry);
    /// {"policy", "body" or "library", "append"}: rewrites the open draft; "library" takes the library's text.
    Status draft(const QJsonObject &entry);
    /// {"policy", "note", "body" or "library", "append"}: the next version.
    Status addNextVersion(const QJsonObject &entry);
    /// {"policies"}.
    Status takeToReview(const QJsonObject &entry);
    /// {"policies", "people"} or "except" of those who work here.
    Status acknowledgeVersions(const QJsonObject &entry);
    /// {"request", "text"}: by who writes the entry.
    Status addNote(const QJsonObject &entry);
    /// {"assessment", "answers": {code: value}, "notes", "otherwise", "open": [codes]}.
    Status answer(const QJsonObject &entry);
    /// {"assessment", "outcome", "conditions", "next"}.
    Status complete(const QJsonObject &entry);
    /// {"key", "control", "file", "complete", "completeness"}: days and count follow from the file.
    Status addPopulation(const QJsonObject &entry);
    /// {"populations"}.
    Status freeze(const QJsonObject &entry);
    /// {"population", "method", "seed", "size", "reason"}.
    Status draw(const QJsonObject &entry);
    /// {"population", "evidence", "deviations": {position: note}, "open": n}: results of the items last drawn. What the
    /// export calls an item and when it happened is read from its rows.
    Status setResults(const QJsonObject &entry);

private:
    QString bodyFrom(const QJsonObject &entry, const PolicyVersion &latest) const;
    Result<QList<PolicyVersionId>> latestVersions(const QJsonObject &entry) const;
    Status answerOne(const QJsonObject &entry, AssessmentId assessment, const Question &question);
    Status testItem(const QJsonObject &entry, const SampledItem &item, const DemoFile &list, int attributes);
    QList<SampledItem> itemsOf(PopulationId population) const;

    Project &m_project;
    DemoRecords &m_records;
    const Catalog &m_catalog;
    const QHash<QString, DemoFile> &m_files;
};

} // namespace tb
