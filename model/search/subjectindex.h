#pragma once

#include "model/result.h"

#include <QByteArray>

namespace tb {

class Connection;

/// The search index of records: the text of every field flagged Searched, one row a record. Everything here runs in the
/// caller's transaction.
namespace subjectindex {

/// Stands between two fields of an indexed row: a word that nobody types, so that no phrase reaches across.
inline constexpr char16_t boundary = 0xE000;

/// Brings the index up to what @p changeset touched. Called by the door of all changes, before it commits.
Status follow(Connection &connection, const QByteArray &changeset);

/// Whether the index was made from the fields that are searched now; not so in a file of an older version.
Result<bool> isCurrent(Connection &connection);
/// Makes the index anew from the tables.
Status rebuild(Connection &connection);

/// The names of the searched fields of @p table, in the order of the parts of its rows: first those of the record's
/// name, then the others. @p named counts the first.
struct SearchedFields
{
    QList<QByteArray> names;
    qsizetype named = 0;
};
SearchedFields searchedFields(const QString &table);

} // namespace subjectindex
} // namespace tb
