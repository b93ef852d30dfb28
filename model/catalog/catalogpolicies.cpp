#include "model/catalog/catalogpolicies.h"

#include "model/catalog/catalogfile.h"
#include "model/catalog/catalogid.h"
#include "model/catalog/catalogreader.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <optional>

namespace tb {

namespace {

constexpr qint64 largestDocument = 262'144;

CatalogOrigin originOf(const char *kind, const QJsonObject &object, int version)
{
    return { QLatin1String(kind), object.value(QLatin1String("key")).toString(), version, catalogHash(object) };
}

template <class Entry>
void readEntries(const QJsonObject &index, const char *list, const char *kind, QList<Entry> &entries)
{
    const int version = index.value(QLatin1String("version")).toInt();
    for (const auto &item : index.value(QLatin1String(list)).toArray()) {
        Entry entry = catalogEntry<Entry>(item.toObject());
        entry.origin = originOf(kind, item.toObject(), version);
        entry.key = entry.origin.key;
        entries.append(entry);
    }
}

/// Reads the policy's own document; its name must follow from the key, so that no index can point elsewhere.
std::optional<Error> readBody(const QString &directory, const QJsonObject &entry, CatalogPolicy &policy)
{
    const QString name = policy.key + QStringLiteral(".md");
    if (entry.value(QLatin1String("file")).toString() != name)
        return Error { Error::Kind::Invalid, QStringLiteral("index.json: %1: file").arg(policy.key),
                       QStringLiteral("\"%1\" expected").arg(name) };
    auto body = readCatalogText(directory, name, largestDocument);
    if (!body)
        return body.error();
    policy.body = body.value();
    policy.origin.hash
        = QCryptographicHash::hash(policy.origin.hash + policy.body.toUtf8(), QCryptographicHash::Sha256);
    return {};
}

} // namespace

QString withUnit(const QString &value, const QString &unit, const QString &unitOfOne)
{
    const QString &fitting = value == QLatin1String("1") ? unitOfOne : unit;
    return fitting.isEmpty() ? value : value + QLatin1Char(' ') + fitting;
}

Result<CatalogPolicies> readPolicies(const QString &directory)
{
    auto index = readCatalogObject(directory, QStringLiteral("index"));
    if (!index)
        return index.error();
    CatalogPolicies read;
    readEntries(index.value(), "roles", "roles", read.roles);
    readEntries(index.value(), "parameters", "parameters", read.parameters);
    readEntries(index.value(), "policies", "policies", read.policies);
    const QJsonArray entries = index.value().value(QLatin1String("policies")).toArray();
    for (qsizetype i = 0; i < read.policies.size(); ++i) {
        if (auto error = readBody(directory, entries.at(i).toObject(), read.policies[i]))
            return *error;
    }
    return read;
}

QStringList fieldsIn(const QString &markdown)
{
    QStringList fields;
    for (qsizetype from = markdown.indexOf(QLatin1String("{{")); from >= 0;
         from = markdown.indexOf(QLatin1String("{{"), from + 2)) {
        const qsizetype to = markdown.indexOf(QLatin1String("}}"), from);
        const QString field = to < 0 ? markdown.mid(from, 40) : markdown.mid(from + 2, to - from - 2);
        if (!fields.contains(field))
            fields.append(field);
    }
    return fields;
}

} // namespace tb
