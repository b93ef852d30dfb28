#pragma once

#include "app/cli/call.h"
#include "model/project.h"
#include "model/subjects.h"

#include <QJsonValue>

/// Subjects, records and values as they are named on the command line.
namespace tb::cli {

/// The subject called so in the singular or plural; complains and gives nullptr when there is none.
const SubjectOperations *subjectNamed(const Call &call, const QString &name);
/// The key of the record that @p name calls by id, code or label; complains and gives 0 when there is none, or when
/// several share the label: which of them is meant is not for the program to guess.
qint64 recordNamed(const Call &call, const Records &records, const SubjectOperations &subject, const QString &name);
/// The same of the subject with the name @p table, which there is.
qint64 recordNamed(const Call &call, const Records &records, const char *table, const QString &name);
/// The keys of several; nothing when one is not there.
std::optional<QList<qint64>> keysNamed(const Call &call, const Records &records, const char *table,
                                       const QStringList &names);
/// The key of the record that an option names: 0 when the option was not given, nothing when there is no such record.
std::optional<qint64> keyOf(const Call &call, const Records &records, const char *option, const char *table);
/// Each argument as FIELD=VALUE; a value of a reference may be the name or code of the record. Complains about the
/// first that is not.
std::optional<QList<FieldValue>> valuesFrom(const Call &call, const Records &records, const SubjectSpec &subject,
                                            const QStringList &arguments);

/// Adds the keys at the other end of each link under the other subject's name: "criteria": [ … ].
void addLinks(const Records &records, const SubjectSpec &subject, qint64 id, QJsonObject &object);
/// A value as a person reads it; names instead of keys.
QString shownValue(const Records &records, const FieldSpec &field, const QJsonValue &value);
/// What the records at the other end of a link are called; empty when the relation is not about @p subject.
QStringList linkedNames(const Records &records, const LinkList &link, const SubjectSpec &subject, qint64 id);
/// The plural of the subject at the other end.
QString otherEnd(const LinkList &link, const SubjectSpec &subject);

/// Says what a change did, as the log will; passes on why it failed.
Result<ExitCode> sayChange(const Call &call, Project &project, const Result<ChangeSet> &done);

} // namespace tb::cli
