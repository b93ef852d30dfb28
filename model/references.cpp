#include "model/references.h"

namespace tb {

namespace {

template <class R> void count(const RecordList<R> &list, const QString &table, QHash<qint64, int> &counts)
{
    for (const Field<R> &field : Description<R>::fields) {
        if (field.kind != FieldKind::Reference || table != QLatin1String(field.target))
            continue;
        for (const R &record : list.all()) {
            if (const qint64 key = field.value(record).toLongLong(); key != 0)
                ++counts[key];
        }
    }
}

} // namespace

QHash<qint64, int> referenceCounts(const Records &records, const QString &table)
{
    QHash<qint64, int> counts;
    std::apply([&](const auto... list) { (count(records.*list, table, counts), ...); }, recordLists);
    return counts;
}

} // namespace tb
