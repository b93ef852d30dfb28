#include "model/catalog/libraryentries.h"

#include "model/catalog/catalogfile.h"
#include "model/catalog/catalogschema.h"

#include <QJsonArray>

namespace tb {

namespace {

/// Lists of the policies' index.json, which is one object.
const QStringList &policyLists()
{
    static const QStringList lists { QStringLiteral("policies"), QStringLiteral("roles"),
                                     QStringLiteral("parameters") };
    return lists;
}

Result<QList<QJsonObject>> policyEntries(const QString &list, const QString &folder)
{
    const auto index = readCatalogObject(folder, QStringLiteral("index"));
    const auto policies = readPolicies(folder);
    if (!index || !policies)
        return index ? policies.error() : index.error();
    QList<QJsonObject> entries;
    for (const auto &item : index.value().value(list).toArray())
        entries.append(item.toObject());
    for (qsizetype i = 0; list == policyLists().first() && i < entries.size(); ++i)
        entries[i].insert(QStringLiteral("body"), policies.value().policies.at(i).body);
    return entries;
}

} // namespace

QStringList libraryKinds()
{
    QStringList kinds = catalogKinds();
    kinds.removeOne(QStringLiteral("index"));
    return kinds + policyLists();
}

Result<QList<QJsonObject>> libraryEntries(const QString &kind, const QString &directory)
{
    if (!libraryKinds().contains(kind))
        return Error { Error::Kind::NotFound, kind, {} };
    if (policyLists().contains(kind))
        return policyEntries(kind, directory + QStringLiteral("/policies"));
    const auto file = readCatalogFile(directory, kind);
    if (!file)
        return file.error();
    return file.value().entries;
}

} // namespace tb
