#pragma once

#include "model/subjects.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tb {

/// Everything that a project's records say, as one value to compare: each record with each of its fields, by key, and
/// each pair of each relation.
inline QJsonObject stateOf(const Records &records)
{
    QJsonObject state;
    for (const SubjectOperations &subject : subjectOperations()) {
        QJsonObject byKey;
        for (const QJsonObject &record : subject.list(records))
            byKey.insert(record.value(QLatin1String("id")).toString(), record);
        state.insert(subject.spec->tableName(), byKey);
    }
    for (const LinkList &link : linkLists) {
        const SubjectOperations &left = *findOperations(QLatin1String(link.spec->leftTable));
        QStringList pairs;
        for (const QJsonObject &record : left.list(records)) {
            const QString key = record.value(QLatin1String("id")).toString();
            for (const qint64 right : (records.*link.map).rightsOf(key.toLongLong()))
                pairs.append(key + QLatin1Char('-') + QString::number(right));
        }
        pairs.sort();
        state.insert(QLatin1String(link.spec->table), QJsonArray::fromStringList(pairs));
    }
    return state;
}

} // namespace tb
