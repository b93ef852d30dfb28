#pragma once

#include "model/records.h"

#include <QVariant>

namespace tb {

/// What people call a record of any subject.
struct RecordName
{
    QString code; ///< "R-07"; empty when the subject has no codes
    QString title; ///< its title, name or text; empty when it is called by something else, as a number or a date

    bool operator==(const RecordName &) const = default;
};

/// A field of a record of any subject with its stored value.
struct RecordFact
{
    const FieldSpec *field = nullptr;
    QVariant value;
};

/// The name of record @p id of @p table; nothing when it is not there. Reads that record only.
std::optional<RecordName> recordName(const Records &records, const QString &table, qint64 id);
/// All its fields in their order; empty when it is not there.
QList<RecordFact> recordFacts(const Records &records, const QString &table, qint64 id);
/// The name in one string: "R-07 Laptop stolen", else the code, else the label of its subject.
QString recordLabel(const Records &records, const QString &table, qint64 id);

} // namespace tb
