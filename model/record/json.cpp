#include "model/record/json.h"

#include <QDateTime>

namespace tb {

QJsonValue jsonOf(const FieldSpec &field, const QVariant &stored)
{
    if (stored.isNull())
        return QJsonValue::Null;
    switch (field.kind) {
    case FieldKind::Integer: return stored.toLongLong();
    case FieldKind::Boolean: return stored.toLongLong() != 0;
    case FieldKind::Reference: return QString::number(stored.toLongLong());
    case FieldKind::Instant:
        return QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC).toString(Qt::ISODateWithMs);
    case FieldKind::Dates:
    case FieldKind::List:
        return QJsonArray::fromStringList(stored.toString().split(QLatin1Char(','), Qt::SkipEmptyParts));
    case FieldKind::Enumeration: return stored.toString().isEmpty() ? QJsonValue() : QJsonValue(stored.toString());
    case FieldKind::Text:
    case FieldKind::Date: break;
    }
    return stored.toString();
}

} // namespace tb
