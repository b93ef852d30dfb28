#include "model/recordfacts.h"

namespace tb {

namespace {

/// The fields that tell a record's title, the best first.
constexpr std::array titles { "title", "name", "text", "expected", "statement", "organisation", "reference" };

/// Calls @p use with record @p id of @p table, whatever its type; not at all when it is not there.
template <class Use> void withRecord(const Records &records, const QString &table, qint64 id, Use use)
{
    const auto offer = [&]<class R>(const RecordList<R> &list) {
        if (table != QLatin1String(Description<R>::table))
            return;
        if (const R *record = list.find({ id }))
            use(*record);
    };
    std::apply([&](const auto... list) { (offer(records.*list), ...); }, recordLists);
}

template <class R> QString valueOf(const R &record, const char *name)
{
    const Field<R> *field = fieldOf<R>(QLatin1String(name));
    return field ? field->value(record).toString() : QString();
}

} // namespace

std::optional<RecordName> recordName(const Records &records, const QString &table, qint64 id)
{
    std::optional<RecordName> name;
    withRecord(records, table, id, [&name](const auto &record) {
        name = RecordName { valueOf(record, "code"), {} };
        for (const char *title : titles) {
            if (name->title.isEmpty())
                name->title = valueOf(record, title).simplified();
        }
    });
    return name;
}

QList<RecordFact> recordFacts(const Records &records, const QString &table, qint64 id)
{
    QList<RecordFact> facts;
    withRecord(records, table, id, [&facts]<class R>(const R &record) {
        for (const Field<R> &field : Description<R>::fields)
            facts.append({ &field, field.value(record) });
    });
    return facts;
}

QString recordLabel(const Records &records, const QString &table, qint64 id)
{
    QString label;
    withRecord(records, table, id,
               [&label]<class R>(const R &record) { label = valueOf(record, Description<R>::label); });
    const RecordName name = recordName(records, table, id).value_or(RecordName());
    const QString both = QStringList { name.code, name.title }.join(QLatin1Char(' ')).trimmed();
    return both.isEmpty() ? label : both;
}

} // namespace tb
