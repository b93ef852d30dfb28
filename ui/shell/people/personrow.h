#pragma once

#include "model/records.h"
#include "ui/common/tablerecords.h"

namespace tb {

/// A person as the list of people shows one.
struct PersonRow
{
    Person person;
    int uses = 0; ///< how often other records name the person
};

/// Everybody, with how often each is named.
QList<PersonRow> personRows(const Records &records);
/// Columns, sorting and editing of the list; @p editable is false in a project opened read-only.
RecordSpec<PersonRow> personSpec(bool editable);

} // namespace tb
