#include "model/catalog/catalogfile.h"

#include "model/catalog/catalogschema.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace tb {

namespace {

constexpr CatalogField fileFields[] {
    { "kind", CatalogType::Key, true, 40 },
    { "version", CatalogType::Integer, true, 1'000'000 },
};

Error invalid(const QString &place, const QString &why)
{
    return Error { Error::Kind::Invalid, place, why };
}

Result<QByteArray> readBytes(const QString &directory, const QString &name, qint64 largest)
{
    QFile file(directory + QLatin1Char('/') + name);
    if (!file.exists())
        return Error { Error::Kind::NotFound, name, {} };
    const QFileInfo info(file);
    if (!info.isFile() || info.isSymLink()) // a pipe would block; a link may lead out of the library's folder
        return invalid(name, QStringLiteral("not a file"));
    if (!file.open(QIODevice::ReadOnly))
        return Error { Error::Kind::Io, name, file.errorString() };
    return file.read(largest + 1); // one byte over the limit is enough to see that there is more
}

Result<QJsonObject> readObject(const QString &directory, const QString &name, const JsonLimits &limits)
{
    auto bytes = readBytes(directory, name, limits.fileBytes);
    if (!bytes)
        return bytes.error();
    if (Status guarded = guardJson(bytes.value(), name, limits); !guarded)
        return guarded.error();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.value(), &error);
    if (error.error != QJsonParseError::NoError)
        return invalid(name, QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return invalid(name, QStringLiteral("wrong type: object expected"));
    return document.object();
}

Result<QJsonArray> entriesOf(QJsonObject file, const QString &name, const QString &kind)
{
    const QJsonValue entries = file.take(QLatin1String("entries"));
    if (Status head = checkCatalogObject(file, fileFields, name); !head)
        return head.error();
    if (file.value(QLatin1String("kind")).toString() != kind)
        return invalid(name + QStringLiteral(": kind"), QStringLiteral("\"%1\" expected").arg(kind));
    if (!entries.isArray())
        return invalid(name + QStringLiteral(": entries"), QStringLiteral("wrong type: list expected"));
    return entries.toArray();
}

/// How an error names an entry: by its key, or by its place when it has none.
QString placeOf(const QJsonValue &entry, qsizetype index, const QString &name)
{
    const QString key = entry.toObject().value(QLatin1String("key")).toString().left(64);
    return name + QStringLiteral(": ") + (key.isEmpty() ? QStringLiteral("#%1").arg(index + 1) : key);
}

Status checkEntries(const QJsonArray &entries, const QString &name, const QString &kind)
{
    QSet<QString> keys;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString place = placeOf(entries.at(i), i, name);
        if (!entries.at(i).isObject())
            return invalid(place, QStringLiteral("wrong type: object expected"));
        const QJsonObject entry = entries.at(i).toObject();
        if (Status status = checkCatalogObject(entry, catalogSchema(kind), place); !status)
            return status;
        const QString key = entry.value(QLatin1String("key")).toString();
        if (keys.contains(key))
            return invalid(place + QStringLiteral(": key"), QStringLiteral("given twice"));
        keys.insert(key);
    }
    return Ok {};
}

} // namespace

Result<CatalogFile> readCatalogFile(const QString &directory, const QString &kind, const JsonLimits &limits)
{
    const QString name = kind + QStringLiteral(".json");
    auto file = readObject(directory, name, limits);
    if (!file)
        return file.error();
    auto entries = entriesOf(file.value(), name, kind);
    if (!entries)
        return entries.error();
    if (Status checked = checkEntries(entries.value(), name, kind); !checked)
        return checked.error();
    CatalogFile read { kind, file.value().value(QLatin1String("version")).toInt(), {} };
    for (const auto &entry : entries.value())
        read.entries.append(entry.toObject());
    return read;
}

Result<QJsonObject> readCatalogObject(const QString &directory, const QString &kind, const JsonLimits &limits)
{
    const QString name = kind + QStringLiteral(".json");
    auto object = readObject(directory, name, limits);
    if (!object)
        return object.error();
    if (Status checked = checkCatalogObject(object.value(), catalogSchema(kind), name); !checked)
        return checked.error();
    return object;
}

Result<QString> readCatalogText(const QString &directory, const QString &name, qint64 largest)
{
    auto bytes = readBytes(directory, name, largest);
    if (!bytes)
        return bytes.error();
    if (bytes.value().size() > largest)
        return invalid(name, QStringLiteral("larger than %1 bytes").arg(largest));
    if (!isUtf8(bytes.value()))
        return invalid(name, QStringLiteral("not UTF-8 text"));
    return QString::fromUtf8(bytes.value());
}

} // namespace tb
