#pragma once

#include "model/error.h"

#include <QString>

namespace tb::words {

/// What happened, to what, and what to do. A failed check names its first problem and counts the others.
QString sentence(const Error &error);

/// Why nothing was written, in two or three words: "disk full". For what has no room for sentence().
QString shortReason(const Error &error);

/// What is wrong with one field and what it takes instead, as shown below the field: starts with the field's name.
/// @p table is the subject's, when known ("control").
QString sentence(const FieldProblem &problem, const QString &table = {});

} // namespace tb::words
