#pragma once

#include "model/change.h"
#include "model/readiness/inputs.h"
#include "model/records.h"

namespace tb {

/// What the readiness rules look at, taken from the records.
readiness::Inputs readinessInputs(const Records &records);

/// Follows the records: says for each change which inputs differ, without looking at what it did not touch.
class ReadinessFeed
{
public:
    explicit ReadinessFeed(const Records &records);

    /// What @p changes mean for the rules; @p records are as they are after them.
    readiness::InputChange inputChange(const Records &records, const ChangeSet &changes);

private:
    QSet<EvidenceId> replacementsTouched(const Records &records, const ChangeSet &changes);
    void noteReplacement(EvidenceId item, EvidenceId replaced);

    QHash<EvidenceId, EvidenceId> m_replaces; ///< item → what it replaces
    QHash<EvidenceId, int> m_replaced; ///< item → how many replace it
    QHash<qint64, qint64> m_wholes; ///< part → the record it is a part of, since a removed part no longer says it
};

} // namespace tb
