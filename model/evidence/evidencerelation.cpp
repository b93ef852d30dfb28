#include "model/evidence/evidencerelation.h"

namespace tb {

namespace {

EvidenceId Evidence::*memberOf(EvidenceRelation relation)
{
    switch (relation) {
    case EvidenceRelation::NextOccurrence: return &Evidence::follows;
    case EvidenceRelation::Replacement: return &Evidence::supersedes;
    case EvidenceRelation::RedactedCopy: break;
    }
    return &Evidence::redacts;
}

/// The dates of the other one where the item has none at all.
void takeDates(Evidence &item, const Evidence &other)
{
    if (!item.performedOn.isEmpty() || item.coversFrom.isValid() || item.coversTo.isValid())
        return;
    item.performedOn = other.performedOn;
    item.coversFrom = other.coversFrom;
    item.coversTo = other.coversTo;
}

bool isTaken(const LinkList &link, EvidenceRelation relation)
{
    if (QLatin1String(link.spec->leftTable) != QLatin1String(Description<Evidence>::table))
        return false;
    const bool lasting = link.spec == &evidenceControl || link.spec == &evidenceSystem;
    return lasting || relation != EvidenceRelation::NextOccurrence; // a request or test is about one occurrence
}

Status takeLinks(Connection &connection, const Records &records, EvidenceRelation relation, EvidenceId item,
                 EvidenceId other)
{
    for (const LinkList &link : linkLists) {
        if (!isTaken(link, relation) || !(records.*link.map).rightsOf(item.value).isEmpty())
            continue;
        for (const qint64 right : (records.*link.map).rightsOf(other.value)) {
            if (auto done = store::link(connection, *link.spec, item.value, right); !done)
                return done;
        }
    }
    return Ok {};
}

} // namespace

Result<ChangeSet> relateEvidence(Project &project, EvidenceId id, EvidenceRelation relation, EvidenceId otherId,
                                 const QString &reason)
{
    const Records &records = project.records();
    const Evidence *item = records.evidence.find(id);
    const Evidence *other = records.evidence.find(otherId);
    if (!item || !other)
        return unknownRecord((item ? otherId : id).value);
    Evidence related = *item;
    related.*memberOf(relation) = otherId;
    if (relation != EvidenceRelation::NextOccurrence)
        takeDates(related, *other);
    QList<Evidence> after { related };
    if (relation == EvidenceRelation::RedactedCopy) {
        after.append(*other);
        after.last().shared = false;
        after.last().withheldReason = reason;
    }
    return project.change([&](Connection &connection) -> Status {
        if (const auto saved = saveRecords(project, after); !saved)
            return saved.error();
        return takeLinks(connection, records, relation, id, otherId);
    });
}

} // namespace tb
