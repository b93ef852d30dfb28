#include "model/catalog/catalogschema.h"

#include "model/controls/controlenums.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace tb {

namespace {

using enum CatalogType;

constexpr const char *categories[] { "security", "availability", "confidentiality", "processing_integrity", "privacy" };
constexpr const char *methods[] { "inquiry", "observation", "inspection", "reperformance" };
constexpr const char *sizes[] { "lean", "standard", "full" };

constexpr CatalogField seriesFields[] {
    { "key", Key, true, 8 },
    { "title", Text, true, 45 },
    { "category", Word, true, 32, categories },
};
constexpr CatalogField criterionFields[] {
    { "key", Key, true, 8 },         { "series", Key, true, 8 },   { "category", Word, true, 32, categories },
    { "principle", Key, false, 8 },  { "title", Text, true, 45 },  { "statement", Text, true, 400 },
    { "looksFor", Text, true, 500 }, { "gaps", Texts, true, 200 },
};
constexpr CatalogField pointFields[] {
    { "key", Key, true, 12 },
    { "criterion", Key, true, 8 },
    { "category", Word, true, 32, categories },
    { "text", Text, true, 250 },
};
constexpr CatalogField principleFields[] {
    { "key", Key, true, 8 },          { "component", Text, true, 45 }, { "title", Text, true, 60 },
    { "statement", Text, true, 300 }, { "criterion", Key, true, 8 },
};
constexpr CatalogField expectedEvidenceFields[] {
    { "what", Text, true, 300 },
    { "source", Text, true, 150 },
    { "dates", Text, true, 200 },
};
constexpr CatalogField testFields[] {
    { "methods", WordList, true, 16, methods },
    { "population", Text, true, 300 },
    { "attributes", Texts, true, 300 },
};
constexpr CatalogField controlFields[] {
    { "key", Key, true, 8 },
    { "title", Text, true, 60 },
    { "description", Text, true, 800 },
    { "kind", Word, true, 16, Words<ControlKind>::all },
    { "nature", Word, true, 24, Words<ControlNature>::all },
    { "frequency", Word, true, 16, Words<Frequency>::all },
    { "criteria", Keys, true, 8 },
    { "points", Keys, true, 12 },
    { "evidence", Objects, true, 0, {}, expectedEvidenceFields },
    { "test", Object, true, 0, {}, testFields },
    { "policy", Key, true, 40 },
    { "size", Word, true, 16, sizes },
    { "owner", Key, true, 40 },
    { "performer", Key, true, 40 },
    { "phrases", Keys, false, 60 },
};

struct Kind
{
    const char *name;
    std::span<const CatalogField> fields;
};
constexpr Kind kinds[] {
    { "series", seriesFields },        { "criteria", criterionFields }, { "points", pointFields },
    { "principles", principleFields }, { "controls", controlFields },
};

constexpr qsizetype maxItems = 400;

Status refuse(const QString &place, const QString &why)
{
    return Error { Error::Kind::Invalid, place, why };
}

Status checkText(const QJsonValue &value, const CatalogField &field, const QString &place)
{
    if (!value.isString())
        return refuse(place, QStringLiteral("wrong type: text expected"));
    const QString text = value.toString();
    if (text.trimmed().isEmpty())
        return refuse(place, QStringLiteral("empty"));
    if (text.size() > field.maxLength)
        return refuse(place, QStringLiteral("longer than %1 characters").arg(field.maxLength));
    return Ok {};
}

bool isKey(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("-._/").contains(c);
    });
}

Status checkOne(const QJsonValue &value, const CatalogField &field, CatalogType type, const QString &place)
{
    if (Status text = checkText(value, field, place); !text)
        return text;
    const QString word = value.toString();
    if (type == Key && !isKey(word))
        return refuse(place, QStringLiteral("not a key: \"%1\"").arg(word.left(40)));
    const auto same = [&word](const char *known) { return word == QLatin1String(known); };
    if (type == Word && std::ranges::none_of(field.words, same))
        return refuse(place, QStringLiteral("unknown word: \"%1\"").arg(word.left(40)));
    return Ok {};
}

CatalogType itemType(CatalogType list)
{
    return list == Keys ? Key : list == WordList ? Word : Text;
}

Status checkItem(const QJsonValue &item, const CatalogField &field, const QString &place)
{
    if (field.type != Objects)
        return checkOne(item, field, itemType(field.type), place);
    if (!item.isObject())
        return refuse(place, QStringLiteral("wrong type: object expected"));
    return checkCatalogObject(item.toObject(), field.fields, place);
}

Status checkList(const QJsonValue &value, const CatalogField &field, const QString &place)
{
    if (!value.isArray())
        return refuse(place, QStringLiteral("wrong type: list expected"));
    const QJsonArray list = value.toArray();
    if (list.isEmpty() && field.required)
        return refuse(place, QStringLiteral("empty"));
    if (list.size() > maxItems)
        return refuse(place, QStringLiteral("more than %1 items").arg(maxItems));
    QSet<QString> seen;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString here = QStringLiteral("%1[%2]").arg(place).arg(i);
        if (Status item = checkItem(list.at(i), field, here); !item)
            return item;
        if (field.type != Objects && seen.contains(list.at(i).toString()))
            return refuse(here, QStringLiteral("given twice"));
        seen.insert(list.at(i).toString());
    }
    return Ok {};
}

Status checkInteger(const QJsonValue &value, const CatalogField &field, const QString &place)
{
    if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble()))
        return refuse(place, QStringLiteral("wrong type: whole number expected"));
    if (value.toDouble() < 0 || value.toDouble() > field.maxLength)
        return refuse(place, QStringLiteral("not between 0 and %1").arg(field.maxLength));
    return Ok {};
}

Status checkValue(const QJsonValue &value, const CatalogField &field, const QString &place)
{
    switch (field.type) {
    case Key:
    case Text:
    case Word: return checkOne(value, field, field.type, place);
    case Integer: return checkInteger(value, field, place);
    case Flag:
        return value.isBool() ? Status(Ok {}) : refuse(place, QStringLiteral("wrong type: true or false expected"));
    case Texts:
    case Keys:
    case WordList:
    case Objects: return checkList(value, field, place);
    case Object: break;
    }
    if (!value.isObject())
        return refuse(place, QStringLiteral("wrong type: object expected"));
    return checkCatalogObject(value.toObject(), field.fields, place);
}

} // namespace

std::span<const CatalogField> catalogSchema(QStringView kind)
{
    for (const Kind &known : kinds) {
        if (kind == QLatin1String(known.name))
            return known.fields;
    }
    return {};
}

Status checkCatalogObject(const QJsonObject &object, std::span<const CatalogField> fields, const QString &place)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto same = [&it](const CatalogField &field) { return it.key() == QLatin1String(field.name); };
        if (std::ranges::none_of(fields, same))
            return refuse(QStringLiteral("%1: %2").arg(place, it.key().left(64)), QStringLiteral("unknown field"));
    }
    for (const CatalogField &field : fields) {
        const QString here = QStringLiteral("%1: %2").arg(place, QLatin1String(field.name));
        const QJsonValue value = object.value(QLatin1String(field.name));
        if (value.isUndefined() && field.required)
            return refuse(here, QStringLiteral("missing"));
        if (value.isUndefined())
            continue;
        if (Status status = checkValue(value, field, here); !status)
            return status;
    }
    return Ok {};
}

} // namespace tb
