#pragma once

#include "model/evidence/blobreader.h"
#include "model/id.h"

#include <QStringList>

namespace tb {

class ProjectStorage;

/// One thing that is wrong with the stored evidence.
struct EvidenceFault
{
    enum class Kind {
        MissingBytes, ///< an item's bytes are not there, and nobody asked to erase them
        MissingChunk,
        WrongSize, ///< stored bytes, or an item's own size, differ from what was received
        WrongHash,
        Unreadable, ///< the database cannot read them
    };
    Kind kind = Kind::MissingBytes;
    QString sha256;
    QStringList codes; ///< of the items that rest on these bytes; empty when none does any more
    QString detail; ///< untranslated cause

    bool operator==(const EvidenceFault &other) const
    {
        return kind == other.kind && sha256 == other.sha256 && codes == other.codes;
    }
};

/// What checking every stored byte came to.
struct EvidenceCheck
{
    qint64 blobs = 0; ///< read
    qint64 bytes = 0;
    qint64 erased = 0; ///< items whose bytes were erased on request: accepted
    qint64 leftoverChunks = 0; ///< of a run under way or interrupted; harmless, the next opening removes them
    QList<EvidenceFault> faults;
};

/// Reads all stored evidence and compares it with its hashes and with the items that rest on it. Changes nothing. Any
/// thread; a fault does not end it, only cancelling does.
Result<EvidenceCheck> verifyEvidence(ProjectStorage &storage, JobControl &job);

} // namespace tb
