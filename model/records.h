#pragma once

#include "model/change.h"
#include "model/engagement/engagement.h"
#include "model/evidence/evidence.h"
#include "model/record/recordlist.h"

namespace tb {

/// Everything an engagement holds except evidence bytes, in memory. A plain value: its lists are shared until changed,
/// so that a job may take a copy and see one state throughout.
struct Records
{
    RecordList<Engagement> engagements;
    RecordList<Person> people;
    RecordList<Framework> frameworks;
    RecordList<Criterion> criteria;
    RecordList<Control> controls;
    RecordList<Evidence> evidence;
    LinkMap controlCriteria; ///< control → criterion
    LinkMap evidenceControls; ///< evidence → control

    /// The one row; a default one while the project is being made.
    const Engagement &engagement() const;
    QString personName(PersonId id) const;

    static Result<Records> load(Connection &connection);
    /// Re-reads the rows that @p changes touched.
    Status refresh(Connection &connection, const ChangeSet &changes);
};

} // namespace tb
