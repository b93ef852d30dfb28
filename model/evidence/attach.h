#pragma once

#include "model/evidence/byteintake.h"
#include "model/evidence/evidence.h"
#include "model/evidence/guess.h"
#include "model/project.h"

namespace tb {

/// What to do with a file whose content the project holds already as current evidence.
enum class SameContent {
    LinkExisting, ///< adds no item: the one that is there is linked to the controls as well
    AddAnyway, ///< a new item on the same stored bytes
};

/// What a new item is to an older one.
enum class Relation {
    None,
    Replacement, ///< a better copy of the same thing: keeps its dates and links; the older one no longer counts
    NextOccurrence, ///< the same thing another time: keeps its links and owner, not its dates
};

/// Files to bring in as evidence, and what is known of them.
struct AttachRequest
{
    QStringList paths; ///< files and folders
    QList<ControlId> controls; ///< each new item is linked to all of them
    QList<QDate> performedOn; ///< when the control operated; never guessed
    QDate coversFrom;
    QDate coversTo; ///< inclusive
    QDate collectedOn; ///< invalid: the day of receipt
    PersonId collectedBy;
    PersonId owner;
    QString sourceSystem;
    QString procedure;
    Sensitivity sensitivity = Sensitivity::Internal;
    QStringList tags;
    SameContent sameContent = SameContent::LinkExisting;
    Relation relation = Relation::None;
    EvidenceId precedent; ///< the older item of a relation
    QDateTime receivedAt; ///< UTC; invalid: now. Given when a history is made, as for the demo project
    std::shared_ptr<TransferMeter> meter; ///< shared with whoever shows the rate while the job runs; may be null
};

/// What became of each dropped file.
struct AttachResult
{
    struct Added
    {
        EvidenceId id;
        QString code;
        QString path;
        std::optional<guess::Period> suggested; ///< read from the file's name, not written: offer it
    };
    struct Duplicate
    {
        QString path;
        EvidenceId existing;
        QString code;
    };
    QList<Added> added;
    QList<Duplicate> duplicates;
    QList<IntakeIssue> refused;
    qint64 bytes = 0; ///< of the added files
    ChangeSet changes; ///< empty when nothing was added or linked
};

/// Brings files in as evidence: bytes first, then records and links as one change. What cannot be taken is named in the
/// result and hinders nothing else. Any thread; meant for a job. Cancelled or failed, it leaves the project as it was.
Result<AttachResult> attachFiles(Project &project, const AttachRequest &request, JobControl &job);

} // namespace tb
