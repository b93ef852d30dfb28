#include "model/demo/demoentry.h"

#include "model/catalog/catalogid.h"

#include <QDateTime>
#include <QJsonArray>

namespace tb::demo {

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QString textOr(const QJsonObject &object, const char *name, const QString &otherwise)
{
    return object.value(QLatin1String(name)).toString(otherwise);
}

QDate date(const QJsonObject &object, const char *name)
{
    return QDate::fromString(text(object, name), Qt::ISODate);
}

QStringList texts(const QJsonObject &object, const char *name)
{
    return texts(object.value(QLatin1String(name)));
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toString());
    return list;
}

QDateTime instant(const QJsonObject &entry)
{
    QDateTime at = QDateTime::fromString(text(entry, "at"), Qt::ISODate);
    at.setTimeSpec(Qt::UTC);
    return at;
}

Error missing(const QString &what)
{
    return { Error::Kind::Invalid, what, QStringLiteral("the demo's data names what is not there") };
}

qint64 key(const char *kind, const QString &name)
{
    return catalogId(QLatin1String("demo/") + QLatin1String(kind), name);
}

} // namespace tb::demo
