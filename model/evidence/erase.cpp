#include "model/evidence/erase.h"

#include "model/evidence/chunkwriter.h"
#include "model/job.h"
#include "model/record/recordstore.h"
#include "model/search/textwriter.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/statement.h"

#include <QSet>

namespace tb {

namespace {

/// Sets the tombstones and gives up the blobs, inside the change.
class Tombstones
{
public:
    explicit Tombstones(Connection &connection) : m_connection(connection) { }

    Status set(const QList<EvidenceId> &items)
    {
        for (const EvidenceId id : items) {
            if (auto done = setOne(id); !done)
                return done;
        }
        for (const QString &sha256 : std::as_const(m_hashes)) {
            if (auto done = giveUp(sha256); !done)
                return done;
        }
        return Ok {};
    }
    const QList<qint64> &blobs() const { return m_blobs; }
    qint64 bytes() const { return m_bytes; } ///< in those blobs

private:
    Status setOne(EvidenceId id);
    Status giveUp(const QString &sha256);

    Connection &m_connection;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    QSet<QString> m_hashes;
    QList<qint64> m_blobs;
    qint64 m_bytes = 0;
};

Status Tombstones::setOne(EvidenceId id)
{
    const auto item = store::load<Evidence>(m_connection, id.value);
    if (!item)
        return item.error();
    if (item.value().sha256.isEmpty())
        return Error { Error::Kind::Invalid, item.value().code, QStringLiteral("it has no file") };
    m_hashes.insert(item.value().sha256);
    if (item.value().erasedAt.isValid())
        return Ok {};
    Evidence erased = item.value();
    erased.erasedAt = m_now;
    return store::update(m_connection, item.value(), erased);
}

Status Tombstones::giveUp(const QString &sha256)
{
    auto others = Statement::prepare(m_connection.handle(),
                                     "SELECT code FROM evidence WHERE sha256=? AND erased_at IS NULL ORDER BY code");
    if (!others)
        return others.error();
    others.value().bind(1, QStringView(sha256));
    QStringList codes;
    while (others.value().next())
        codes.append(others.value().text(0));
    if (auto done = others.value().status(); !done)
        return done;
    if (!codes.isEmpty())
        return Error { Error::Kind::Conflict, codes.join(QLatin1String(", ")), QStringLiteral("has the same content") };
    const auto blob = blobs::find(m_connection, sha256);
    if (!blob)
        return blob.error();
    if (!blob.value())
        return Ok {};
    m_blobs.append(blob.value()->seq);
    m_bytes += blob.value()->size;
    return blobs::removeRow(m_connection, blob.value()->seq);
}

/// A connection that overwrites what it deletes.
Result<std::unique_ptr<Connection>> overwriting(ProjectStorage &storage)
{
    auto connection = storage.openInTurn();
    if (!connection)
        return connection.error();
    if (const Status set = connection.value()->execute("PRAGMA secure_delete=ON"); !set)
        return set.error();
    return connection;
}

Status removeBytes(ProjectStorage &storage, const QList<qint64> &seqs, const RemovalWatch &watch)
{
    auto connection = overwriting(storage);
    if (!connection)
        return connection.error();
    if (const Status done = removeChunksInSteps(*connection.value(), storage.gate(), seqs, Removal::Overwrite, watch);
        !done)
        return done;
    return sweepTexts(*connection.value(), storage.gate());
}

} // namespace

Result<Erasure> eraseEvidence(Project &project, const QList<EvidenceId> &items, JobControl &job)
{
    if (job.cancelled())
        return Error { Error::Kind::Cancelled };
    QList<qint64> seqs;
    qint64 bytes = 0;
    const auto changed = project.change([&](Connection &connection) -> Status {
        Tombstones tombstones(connection);
        auto done = tombstones.set(items);
        seqs = tombstones.blobs();
        bytes = tombstones.bytes();
        return done;
    });
    if (!changed)
        return changed.error();
    Erasure erasure { changed.value(), true };
    erasure.isComplete = static_cast<bool>(removeBytes(project.storage(), seqs, [&](qint64 removed) {
        job.progress(std::min(removed * blobs::chunkSize, bytes), bytes, {});
        return !job.cancelled();
    }));
    return erasure;
}

Status sweepEvidence(ProjectStorage &storage, const QList<qint64> &leftovers, const std::function<bool()> &goesOn)
{
    auto connection = overwriting(storage);
    if (!connection)
        return connection.error();
    if (const Status done = removeChunksInSteps(*connection.value(), storage.gate(), leftovers, Removal::Overwrite,
                                                [&](qint64) { return goesOn(); });
        !done)
        return done;
    return sweepTexts(*connection.value(), storage.gate(), goesOn);
}

} // namespace tb
