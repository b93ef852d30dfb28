#pragma once

#include "model/record/subject.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tb {

/// A stored value as JSON: keys as text (63 bits do not fit a double), dates and instants as ISO text, lists as arrays,
/// what is empty as null.
QJsonValue jsonOf(const FieldSpec &field, const QVariant &stored);

template <class R> QJsonObject toJson(const R &record)
{
    QJsonObject object { { QStringLiteral("id"), record.id.toString() } };
    for (const Field<R> &field : Description<R>::fields)
        object.insert(field.nameString(), jsonOf(field, field.value(record)));
    return object;
}

} // namespace tb
