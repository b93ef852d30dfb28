#include "reports/workbook/fieldcells.h"

#include "reports/words/tr.h"

namespace tb::workbook {

namespace {

QString nameOf(const FieldSpec &field, qint64 key, const Records &records)
{
    if (qstrcmp(field.target, "person") == 0)
        return records.personName({ key });
    if (qstrcmp(field.target, "evidence") == 0) {
        const Evidence *evidence = records.evidence.find({ key });
        return evidence ? evidence->code : QString();
    }
    return key == 0 ? QString() : QString::number(key);
}

/// One date stands as a date; several only fit as text.
QVariant datesOf(const QString &stored)
{
    const QStringList days = stored.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (days.size() == 1)
        return QDate::fromString(days.first(), Qt::ISODate);
    return days.join(QStringLiteral("; "));
}

} // namespace

Column columnOf(const SubjectSpec &subject, const FieldSpec &field, int width)
{
    Column column;
    column.key = field.nameString();
    column.title = words::fieldName(subject.tableName(), field.nameString());
    column.width = width;
    column.locked = field.has(Fixed);
    column.wrap = field.kind == FieldKind::Text;
    column.date = field.kind == FieldKind::Date;
    for (const char *word : field.words)
        column.choices.append(words::term(word));
    if (field.kind == FieldKind::Boolean)
        column.choices = QStringList { words::Say::tr("Yes"), words::Say::tr("No") };
    if (field.kind == FieldKind::Reference && qstrcmp(field.target, "person") == 0)
        column.choicesFrom = words::Say::tr("People");
    return column;
}

Cell cellOf(const FieldSpec &field, const QVariant &stored, const Records &records)
{
    if (stored.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Text: return { stored };
    case FieldKind::Integer: return { stored.toDouble() };
    case FieldKind::Boolean: return { stored.toBool() ? words::Say::tr("Yes") : words::Say::tr("No") };
    case FieldKind::Date: return { QDate::fromString(stored.toString(), Qt::ISODate) };
    case FieldKind::Dates: return { datesOf(stored.toString()) };
    case FieldKind::Instant: return { QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC).date() };
    case FieldKind::Enumeration: return { words::term(stored.toString()) };
    case FieldKind::Reference: return { nameOf(field, stored.toLongLong(), records) };
    case FieldKind::List:
        return { stored.toString().split(QLatin1Char(','), Qt::SkipEmptyParts).join(QStringLiteral("; ")) };
    }
    return {};
}

} // namespace tb::workbook
