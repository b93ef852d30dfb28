#pragma once

#include "model/record/recordlist.h"
#include "ui/common/recordindex.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <tuple>

namespace tb {

/// @p records in the order of the code or name that a person reads, each of which is made comparable once.
template <class R> QList<const R *> byName(const QList<const R *> &records, QString R::*name)
{
    QList<std::tuple<QString, qint64, const R *>> keyed;
    keyed.reserve(records.size());
    for (const R *record : records)
        keyed.append({ naturalKey(record->*name), record->id.value, record });
    std::sort(keyed.begin(), keyed.end());
    QList<const R *> sorted;
    sorted.reserve(keyed.size());
    for (const auto &entry : std::as_const(keyed))
        sorted.append(std::get<const R *>(entry));
    return sorted;
}

/// What stands behind @p keys, by code or name: the order in which links are kept says nothing to anybody and is
/// another one when the file is opened again. Keys of nothing are left out.
template <class R>
QList<const R *> linkedRecords(const RecordList<R> &records, const QList<qint64> &keys, QString R::*name)
{
    QList<const R *> found;
    for (const qint64 key : keys) {
        if (const R *record = records.find({ key }))
            found.append(record);
    }
    return byName(found, name);
}

/// All of @p records by code or name, for a list to pick from.
template <class R> QList<R> sortedBy(QString R::*name, const QList<R> &records)
{
    QList<const R *> all;
    all.reserve(records.size());
    for (const R &record : records)
        all.append(&record);
    QList<R> sorted;
    sorted.reserve(all.size());
    for (const R *record : byName(all, name))
        sorted.append(*record);
    return sorted;
}

} // namespace tb
