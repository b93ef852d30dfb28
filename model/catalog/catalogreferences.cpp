#include "model/catalog/catalogreferences.h"

#include "model/catalog/catalog.h"

#include <QSet>

#include <initializer_list>

namespace tb {

namespace {

/// Collects the known keys and the first reference that leads nowhere.
class References
{
public:
    template <class Entry> void know(const QList<Entry> &entries)
    {
        for (const Entry &entry : entries)
            m_known.insert(entry.origin.kind + QLatin1Char('/') + entry.key);
    }
    void need(const CatalogOrigin &from, const char *field, const char *kind, const QStringList &keys)
    {
        for (const QString &key : keys) {
            if (m_status && !m_known.contains(QLatin1String(kind) + QLatin1Char('/') + key))
                m_status = Error { Error::Kind::Invalid,
                                   QStringLiteral("%1.json: %2: %3").arg(from.kind, from.key, QLatin1String(field)),
                                   QStringLiteral("unknown key: \"%1\"").arg(key) };
        }
    }
    Status status() const { return m_status; }

private:
    QSet<QString> m_known;
    Status m_status { Ok {} };
};

void knowAll(References &references, const Catalog &catalog)
{
    references.know(catalog.series);
    references.know(catalog.criteria);
    references.know(catalog.points);
    references.know(catalog.principles);
    references.know(catalog.controls);
}

void needOfCriteria(References &references, const Catalog &catalog)
{
    for (const CatalogCriterion &criterion : catalog.criteria) {
        references.need(criterion.origin, "series", "series", { criterion.series });
        if (!criterion.principle.isEmpty())
            references.need(criterion.origin, "principle", "principles", { criterion.principle });
    }
    for (const CatalogPoint &point : catalog.points)
        references.need(point.origin, "criterion", "criteria", { point.criterion });
    for (const CatalogPrinciple &principle : catalog.principles)
        references.need(principle.origin, "criterion", "criteria", { principle.criterion });
}

void needOfControls(References &references, const Catalog &catalog)
{
    for (const CatalogControl &control : catalog.controls) {
        references.need(control.origin, "criteria", "criteria", control.criteria);
        references.need(control.origin, "points", "points", control.points);
    }
}

} // namespace

Status checkReferences(const Catalog &catalog)
{
    References references;
    knowAll(references, catalog);
    needOfCriteria(references, catalog);
    needOfControls(references, catalog);
    return references.status();
}

} // namespace tb
