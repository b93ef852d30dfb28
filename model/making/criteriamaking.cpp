#include "model/catalog/catalogid.h"
#include "model/criteria/criterion.h"
#include "model/criteria/pointoffocus.h"
#include "model/making/libraryfamilies.h"
#include "model/record/rank.h"

namespace tb {

namespace {

Framework trustServices()
{
    Framework framework;
    framework.id.value = catalogId(QStringLiteral("frameworks"), QStringLiteral("tsc"));
    framework.code = QStringLiteral("TSC");
    framework.title = QStringLiteral("Trust services criteria");
    framework.revision = QStringLiteral("2017, points of focus revised 2022");
    return framework;
}

Category categoryOf(const QString &word)
{
    return fromWord<Category>(word).value_or(Category::Security);
}

Criterion criterionFrom(const CatalogCriterion &entry, FrameworkId framework, int position)
{
    auto criterion = recordFrom<Criterion>(entry.origin);
    criterion.framework = framework;
    criterion.code = entry.key;
    criterion.series = entry.series;
    criterion.title = entry.title;
    criterion.statement = entry.statement;
    criterion.category = categoryOf(entry.category);
    if (!entry.principle.isEmpty())
        criterion.cosoPrinciple = entry.principle.toLongLong();
    criterion.rank = rankAt(position);
    return criterion;
}

PointOfFocus pointFrom(const CatalogPoint &entry, int position)
{
    auto point = recordFrom<PointOfFocus>(entry.origin);
    point.criterion.value = catalogId(QStringLiteral("criteria"), entry.criterion);
    point.code = entry.key;
    point.text = entry.text;
    point.category = categoryOf(entry.category);
    point.rank = rankAt(position);
    return point;
}

} // namespace

bool isInScope(const QString &category, const QStringList &categories)
{
    return category == wordOf(Category::Security) || categories.contains(category);
}

void writeCriteria(LibraryWriter &writer, const Catalog &catalog)
{
    const Framework framework = trustServices();
    writer.add(framework);
    int position = 0;
    for (const CatalogCriterion &entry : catalog.criteria)
        writer.add(criterionFrom(entry, framework.id, position++));
    position = 0;
    for (const CatalogPoint &entry : catalog.points)
        writer.add(pointFrom(entry, position++));
}

} // namespace tb
