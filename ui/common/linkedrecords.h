#pragma once

#include "model/record/recordlist.h"
#include "ui/common/recordindex.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace tb {

/// What stands behind @p keys, in the order of the code or name that a person reads: the order in which links are kept
/// says nothing to anybody and is another one when the file is opened again. Keys of nothing are left out.
template <class R>
QList<const R *> linkedRecords(const RecordList<R> &records, const QList<qint64> &keys, QString R::*name)
{
    QList<const R *> found;
    for (const qint64 key : keys) {
        if (const R *record = records.find({ key }))
            found.append(record);
    }
    std::sort(found.begin(), found.end(), [name](const R *a, const R *b) {
        return std::pair(naturalKey(a->*name), a->id.value) < std::pair(naturalKey(b->*name), b->id.value);
    });
    return found;
}

/// @p records by code or name, for a list to pick from.
template <class R> QList<R> sortedBy(QString R::*name, QList<R> records)
{
    std::stable_sort(records.begin(), records.end(),
                     [name](const R &a, const R &b) { return naturalKey(a.*name) < naturalKey(b.*name); });
    return records;
}

} // namespace tb
