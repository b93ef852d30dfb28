#pragma once

#include <QByteArray>
#include <QString>

class QJsonObject;

namespace tb {

/// The row id of a library record: the first 63 bits of SHA-256("kind/key"), so that two projects made from one library
/// hold the same ids and can be merged. \a kind is the file's kind ("control"), \a key the entry's stable key
/// ("AC-01").
qint64 catalogId(const QString &kind, const QString &key);

/// SHA-256 (32 bytes) over the entry's compact JSON with sorted names: equal content gives an equal hash whatever
/// the spacing and order in the file.
QByteArray catalogHash(const QJsonObject &entry);

} // namespace tb
