#pragma once

#include "model/activity/labels.h"
#include "model/record/subject.h"

namespace tb::words {

/// A stored value of a field as a person reads it: display words, dates, names from @p labels.
QString valueText(const FieldSpec &field, const QVariant &stored, const Labels &labels);
/// Whether the field says something to a person; ranks and catalogue hashes do not.
bool isShown(const FieldSpec &field);

} // namespace tb::words
