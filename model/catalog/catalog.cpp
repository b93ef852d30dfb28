#include "model/catalog/catalog.h"

#include "model/catalog/catalogfile.h"
#include "model/catalog/catalogid.h"
#include "model/catalog/catalogreader.h"
#include "model/catalog/catalogreferences.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace tb {

namespace {

/// Reads one kind into \a list; the entries have passed their schema, so the reader cannot fail.
template <class Entry> std::optional<Error> readKind(const QString &directory, const char *kind, QList<Entry> &list)
{
    auto file = readCatalogFile(directory, QLatin1String(kind));
    if (!file)
        return file.error();
    list.reserve(file.value().entries.size());
    for (const QJsonObject &object : file.value().entries) {
        Entry entry = catalogEntry<Entry>(object);
        entry.key = object.value(QLatin1String("key")).toString();
        entry.origin = { QLatin1String(kind), entry.key, file.value().version, catalogHash(object) };
        list.append(entry);
    }
    return {};
}

std::optional<Error> readAll(const QString &directory, Catalog &catalog)
{
    std::optional<Error> error;
    const auto read = [&](const char *kind, auto &list) { error = error ? error : readKind(directory, kind, list); };
    read("series", catalog.series);
    read("criteria", catalog.criteria);
    read("points", catalog.points);
    read("principles", catalog.principles);
    read("controls", catalog.controls);
    read("checklist", catalog.checklist);
    read("coverage", catalog.coverage);
    read("description", catalog.description);
    read("findings", catalog.findings);
    read("glossary", catalog.glossary);
    read("questionnaires", catalog.questionnaires);
    read("report-review", catalog.reportReview);
    read("requests", catalog.requests);
    read("risks", catalog.risks);
    read("sampling", catalog.sampling);
    return error;
}

} // namespace

qint64 CatalogOrigin::id() const
{
    return catalogId(kind, key);
}

QString builtInCatalog()
{
    return QStringLiteral(":/catalog");
}

Result<Catalog> loadCatalog(const QString &directory)
{
    Catalog catalog;
    if (auto error = readAll(directory, catalog))
        return *error;
    auto policies = readPolicies(directory + QStringLiteral("/policies"));
    if (!policies)
        return policies.error();
    catalog.policies = std::move(policies).value();
    if (Status references = checkReferences(catalog); !references)
        return references.error();
    return catalog;
}

Result<QList<CatalogTerm>> loadGlossary(const QString &directory)
{
    QList<CatalogTerm> terms;
    if (auto error = readKind(directory, "glossary", terms))
        return *error;
    return terms;
}

QList<CatalogControl> startingControls(const Catalog &catalog, const QString &size, const QStringList &categories)
{
    const QStringList sizes { QStringLiteral("lean"), QStringLiteral("standard"), QStringLiteral("full") };
    QSet<QString> inScope;
    for (const CatalogPoint &point : catalog.points) {
        if (point.category == QLatin1String("security") || categories.contains(point.category))
            inScope.insert(point.key);
    }
    QList<CatalogControl> chosen;
    for (const CatalogControl &control : catalog.controls) {
        const auto counts = [&inScope](const QString &point) { return inScope.contains(point); };
        if (sizes.indexOf(control.size) <= sizes.indexOf(size) && std::ranges::any_of(control.points, counts))
            chosen.append(control);
    }
    return chosen;
}

} // namespace tb
