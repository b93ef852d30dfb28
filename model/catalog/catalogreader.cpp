#include "model/catalog/catalogreader.h"

#include <QJsonArray>

namespace tb {

QString catalogText(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QStringList catalogTexts(const QJsonObject &object, const char *name)
{
    QStringList list;
    for (const auto &item : object.value(QLatin1String(name)).toArray())
        list.append(item.toString());
    return list;
}

namespace {

constexpr auto text = catalogText;
constexpr auto texts = catalogTexts;

template <Worded Enum> Enum word(const QJsonObject &object, const char *name)
{
    return fromWord<Enum>(text(object, name)).value_or(Enum {});
}

QList<CatalogEvidence> evidence(const QJsonObject &object)
{
    QList<CatalogEvidence> list;
    for (const auto &item : object.value(QLatin1String("evidence")).toArray()) {
        const QJsonObject one = item.toObject();
        list.append({ text(one, "what"), text(one, "source"), text(one, "dates") });
    }
    return list;
}

} // namespace

template <> CatalogSeries catalogEntry(const QJsonObject &object)
{
    CatalogSeries series;
    series.title = text(object, "title");
    series.category = text(object, "category");
    return series;
}

template <> CatalogCriterion catalogEntry(const QJsonObject &object)
{
    CatalogCriterion criterion;
    criterion.series = text(object, "series");
    criterion.category = text(object, "category");
    criterion.principle = text(object, "principle");
    criterion.title = text(object, "title");
    criterion.statement = text(object, "statement");
    criterion.looksFor = text(object, "looksFor");
    criterion.gaps = texts(object, "gaps");
    return criterion;
}

template <> CatalogPoint catalogEntry(const QJsonObject &object)
{
    CatalogPoint point;
    point.criterion = text(object, "criterion");
    point.category = text(object, "category");
    point.text = text(object, "text");
    return point;
}

template <> CatalogPrinciple catalogEntry(const QJsonObject &object)
{
    CatalogPrinciple principle;
    principle.component = text(object, "component");
    principle.title = text(object, "title");
    principle.statement = text(object, "statement");
    principle.criterion = text(object, "criterion");
    return principle;
}

template <> CatalogControl catalogEntry(const QJsonObject &object)
{
    const QJsonObject test = object.value(QLatin1String("test")).toObject();
    CatalogControl control;
    control.title = text(object, "title");
    control.description = text(object, "description");
    control.kind = word<ControlKind>(object, "kind");
    control.nature = word<ControlNature>(object, "nature");
    control.frequency = word<Frequency>(object, "frequency");
    control.criteria = texts(object, "criteria");
    control.points = texts(object, "points");
    control.evidence = evidence(object);
    control.test = { texts(test, "methods"), text(test, "population"), texts(test, "attributes") };
    control.policy = text(object, "policy");
    control.size = text(object, "size");
    control.owner = text(object, "owner");
    control.performer = text(object, "performer");
    control.phrases = texts(object, "phrases");
    return control;
}

} // namespace tb
