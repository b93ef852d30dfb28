#pragma once

#include "model/record/subject.h"
#include "model/records.h"

#include <QJsonObject>

#include <span>

namespace tb {

class Project;

/// A value given to a field by name, as on a command line or in a sheet.
struct FieldValue
{
    QString field;
    QVariant value;
};

/// What can be done with any subject by name: the generic half of the command line, sheets and change sentences.
struct SubjectOperations
{
    const SubjectSpec *spec = nullptr;
    QList<QJsonObject> (*list)(const Records &) = nullptr;
    /// The key of the record that @p name calls by id, code or label; 0 when there is none.
    qint64 (*find)(const Records &, const QString &name) = nullptr;
    Result<ChangeSet> (*set)(Project &, qint64 id, const QList<FieldValue> &values) = nullptr;
    /// Makes a record from @p values; what is not given has its default.
    Result<qint64> (*create)(Project &, const QList<FieldValue> &values) = nullptr;
    Result<ChangeSet> (*remove)(Project &, const QList<qint64> &ids) = nullptr;
    bool (*contains)(const Records &, qint64 id) = nullptr;
};

std::span<const SubjectOperations> subjectOperations();
/// By table name or plural; nullptr when there is no such subject.
const SubjectOperations *findOperations(const QString &name);

const SubjectSpec *findSubject(const QString &table);
std::span<const LinkSpec> linkSpecs();
const LinkSpec *findLink(const QString &table);

} // namespace tb
