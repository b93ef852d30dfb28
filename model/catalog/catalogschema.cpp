#include "model/catalog/catalogschema.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace tb {

namespace {

using enum CatalogType;

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
    if (text.trimmed().isEmpty() && field.type != Blank)
        return refuse(place, QStringLiteral("empty"));
    if (text.size() > field.maxLength)
        return refuse(place, QStringLiteral("longer than %1 characters").arg(field.maxLength));
    return Ok {};
}

bool isKey(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("-._").contains(c); });
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

/// What may stand in a list once only: an object's key, or the text itself.
QString keyOf(const QJsonValue &item)
{
    return item.isObject() ? item.toObject().value(QLatin1String("key")).toString() : item.toString();
}

/// How an error names an item of a list: an object by its key where it has one.
QString nameOf(const QJsonValue &item, qsizetype index)
{
    const QString key = item.isObject() ? keyOf(item).left(64) : QString();
    return key.isEmpty() ? QString::number(index) : key;
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
        const QString here = QStringLiteral("%1[%2]").arg(place, nameOf(list.at(i), i));
        if (Status item = checkItem(list.at(i), field, here); !item)
            return item;
        const QString key = keyOf(list.at(i));
        if (!key.isEmpty() && seen.contains(key))
            return refuse(here, QStringLiteral("given twice"));
        seen.insert(key);
    }
    return Ok {};
}

Status checkInteger(const QJsonValue &value, int largest, const QString &place)
{
    if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble()))
        return refuse(place, QStringLiteral("wrong type: whole number expected"));
    if (value.toDouble() < 0 || value.toDouble() > largest)
        return refuse(place, QStringLiteral("not between 0 and %1").arg(largest));
    return Ok {};
}

Status checkValue(const QJsonValue &value, const CatalogField &field, const QString &place)
{
    switch (field.type) {
    case Key:
    case Text:
    case Blank:
    case Word: return checkOne(value, field, field.type, place);
    case Integer: return checkInteger(value, field.maxLength, place);
    case Value: return value.isString() ? checkText(value, field, place) : checkInteger(value, 1'000'000, place);
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
