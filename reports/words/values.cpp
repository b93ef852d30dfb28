#include "reports/words/values.h"

#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::words {

namespace {

QString datesText(const QString &stored)
{
    QStringList days;
    const QStringList parts = stored.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        days.append(date(QDate::fromString(part, Qt::ISODate)));
    return list(days);
}

QString listText(const QString &stored)
{
    QStringList items;
    const QStringList parts = stored.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        items.append(term(part)); // tags are not among our words and stay as they are
    return list(items);
}

QString referenceText(const FieldSpec &field, qint64 key, const Labels &labels)
{
    if (key == 0)
        return {};
    const QString name = labels.of(QLatin1String(field.target), key);
    return name.isEmpty() ? Say::tr("a record that is gone") : name;
}

} // namespace

QString valueText(const FieldSpec &field, const QVariant &stored, const Labels &labels)
{
    if (stored.isNull() || stored.toString().isEmpty())
        return {};
    switch (field.kind) {
    case FieldKind::Text: return stored.toString();
    case FieldKind::Integer:
        return qstrcmp(field.name, "size") == 0 ? bytes(stored.toLongLong()) : number(stored.toLongLong());
    case FieldKind::Boolean: return stored.toBool() ? Say::tr("Yes") : Say::tr("No");
    case FieldKind::Date: return date(QDate::fromString(stored.toString(), Qt::ISODate));
    case FieldKind::Dates: return datesText(stored.toString());
    case FieldKind::Instant: return instant(QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC));
    case FieldKind::Enumeration: return term(stored.toString());
    case FieldKind::Reference: return referenceText(field, stored.toLongLong(), labels);
    case FieldKind::List: return listText(stored.toString());
    }
    return {};
}

bool isShown(const FieldSpec &field)
{
    const QLatin1String name(field.name);
    return name != QLatin1String("rank") && name != QLatin1String("origin_key") && name != QLatin1String("origin_hash")
        && name != QLatin1String("origin_version") && name != QLatin1String("signed_off_hash");
}

} // namespace tb::words
