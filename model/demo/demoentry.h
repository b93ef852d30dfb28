#pragma once

#include "model/result.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

namespace tb {

/// Reading an entry of the demo's diary.
namespace demo {

QString text(const QJsonObject &object, const char *name);
/// The text of @p name, or @p otherwise where the entry has none.
QString textOr(const QJsonObject &object, const char *name, const QString &otherwise);
QDate date(const QJsonObject &object, const char *name);
QStringList texts(const QJsonObject &object, const char *name);
QStringList texts(const QJsonValue &array);
/// When the entry was written, UTC.
QDateTime instant(const QJsonObject &entry);

/// The demo's data names what is not there: our own mistake, found by the tests.
Error missing(const QString &what);
/// The same keys in every demo, so that two of them can be compared.
qint64 key(const char *kind, const QString &name);

template <class T> Status statusOf(const Result<T> &result)
{
    return result ? Status(Ok {}) : Status(result.error());
}

} // namespace demo
} // namespace tb
