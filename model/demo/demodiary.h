#pragma once

#include "model/catalog/catalog.h"
#include "model/commands.h"
#include "model/demo/demofile.h"
#include "model/demo/demorecords.h"
#include "model/demo/demorules.h"

#include <QJsonObject>

namespace tb {

/// Writes the demo's history into a project, entry by entry: who did what at which time. Lives while the demo is made.
class DemoDiary
{
public:
    DemoDiary(Project &project, const Catalog &catalog, QHash<QString, DemoFile> files, DemoPicture picture);

    /// One entry as one change. Invalid when the entry names what is not there.
    Status write(const QJsonObject &entry);

private:
    Status perform(const QJsonObject &entry);
    Status addPerson(const QJsonObject &entry);
    Status addControl(const QJsonObject &entry);
    Status addFromLibrary(const QJsonObject &entry);
    Status setStatus(const QJsonObject &entry);
    Status exclude(const QJsonObject &entry);
    Status review(const QJsonObject &entry);
    Status addEvidence(const QJsonObject &entry);
    Status linkEvidence(const QJsonObject &entry);
    Status undo(const QJsonObject &entry);

    Status addItem(Connection &connection, const QJsonObject &entry, const QJsonObject &item, const QString &code);
    Result<Evidence> evidenceFrom(const QJsonObject &entry, const QJsonObject &item) const;
    Result<QList<ControlId>> controls(const QJsonValue &codes) const;
    PersonId person(const QString &name) const;
    QStringList evidenceCodes() const;

    Project &m_project;
    const Catalog &m_catalog;
    const QHash<QString, DemoFile> m_files;
    DemoRecords m_records;
    DemoRules m_rules;
    DemoPicture m_picture;
    Connection *m_connection = nullptr; ///< of the change that is being written
};

} // namespace tb
