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
    /// One record; an empty object when it is not there.
    QJsonObject (*json)(const Records &, qint64 id) = nullptr;
    /// The keys of the records that @p name calls: of the one with that id, else of those with that code, else of
    /// those with that label, which several may share.
    QList<qint64> (*findAll)(const Records &, const QString &name) = nullptr;
    /// The key of the only such record; 0 when there is none or more than one.
    qint64 (*find)(const Records &, const QString &name) = nullptr;
    Result<ChangeSet> (*set)(Project &, qint64 id, const QList<FieldValue> &values) = nullptr;
    /// Makes a record from @p values; what is not given has its default.
    Result<qint64> (*create)(Project &, const QList<FieldValue> &values) = nullptr;
    Result<ChangeSet> (*remove)(Project &, const QList<qint64> &ids) = nullptr;
    /// Moves a record to the place between two others, as moveRecord(); null when people do not order the subject.
    Result<ChangeSet> (*move)(Project &, qint64 id, qint64 before, qint64 after) = nullptr;
    bool (*contains)(const Records &, qint64 id) = nullptr;
    /// Why the record may not go; empty when it may. Knows nothing of others that refer to it.
    QList<FieldProblem> (*checkRemoval)(const Records &, qint64 id) = nullptr;
};

std::span<const SubjectOperations> subjectOperations();
/// By table name or plural; nullptr when there is no such subject.
const SubjectOperations *findOperations(const QString &name);

const SubjectSpec *findSubject(const QString &table);
std::span<const LinkSpec> linkSpecs();
const LinkSpec *findLink(const QString &table);
/// The relation between two subjects, whichever of them is its left side; nullptr when they cannot be linked.
const LinkList *findLinkBetween(const QString &table, const QString &other);

} // namespace tb
