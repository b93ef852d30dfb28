#pragma once

#include "model/commands.h"
#include "model/demo/demoentry.h"

namespace tb {

/// The diary's plain entries about records of any subject: create, edit and link, with every record called by name.
///
/// A name is what people call the record (code, title, name), or the "key" that an entry gave it where that is not one.
class DemoRecords
{
public:
    explicit DemoRecords(Project &project) : m_project(project) { }

    /// Whether the entry's verb is one of these.
    static bool knows(const QJsonObject &entry);
    Status write(const QJsonObject &entry);

    /// {"subject", "set", "links", "key"}, or "items" of these with what they share outside.
    Status create(const QJsonObject &entry);
    /// {"subject", "ids", "set", "links"}.
    Status edit(const QJsonObject &entry);
    /// {"table", "left", "right"}.
    Status link(const QJsonObject &entry);

    /// The key of the record that @p name calls; 0 when there is none.
    qint64 find(const QString &subject, const QString &name) const;
    template <class Key> Key idOf(const QString &name) const { return { find(QLatin1String(Key::table), name) }; }
    Result<QList<qint64>> findAll(const QString &subject, const QStringList &names) const;
    /// From now on @p name calls the record.
    void remember(const QString &subject, const QString &name, qint64 id);
    /// Adds or removes nothing else than the pairs of @p links: {table: [names of the other side]}.
    Status addLinks(const QString &subject, qint64 id, const QJsonObject &links);

private:
    /// "PL-02 4.12": the policies number their sentences alike.
    qint64 requirement(const QString &name) const;
    /// "Idmoor 2025-10-01 RR-04": of an assessment, to a question.
    qint64 answer(const QString &name) const;
    Status createOne(const QString &subject, const QJsonObject &set, const QJsonObject &item);
    Result<QList<FieldValue>> valuesOf(const SubjectSpec &subject, const QJsonObject &set) const;

    Project &m_project;
    QHash<QString, qint64> m_named; ///< "subject/name" → key
};

} // namespace tb
