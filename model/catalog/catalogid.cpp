#include "model/catalog/catalogid.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace tb {

qint64 catalogId(const QString &kind, const QString &key)
{
    const QByteArray name = (kind + QLatin1Char('/') + key).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    return static_cast<qint64>(qFromBigEndian<quint64>(digest.constData()) >> 1);
}

QByteArray catalogHash(const QJsonObject &entry)
{
    // QJsonObject keeps its names sorted, so the compact form is canonical.
    return QCryptographicHash::hash(QJsonDocument(entry).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

} // namespace tb
