#include "model/evidence/verify.h"

#include "model/evidence/chunkwriter.h"
#include "model/evidence/evidence.h"
#include "model/store/activitylog.h"
#include "model/store/changeset.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/statement.h"

#include <QSet>

namespace tb {

namespace {

using Kind = EvidenceFault::Kind;

/// What a check needs of an item.
struct Item
{
    qint64 id = 0;
    QString code;
    QString sha256;
    qint64 size = 0;
    bool erased = false;
};

Result<QList<Item>> itemsWithBytes(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(),
                                    "SELECT id, code, sha256, size, erased_at IS NOT NULL FROM evidence"
                                    " WHERE sha256 <> '' ORDER BY code, id");
    if (!query)
        return query.error();
    QList<Item> items;
    Statement &row = query.value();
    while (row.next())
        items.append({ row.integer(0), row.text(1), row.text(2), row.integer(3), row.integer(4) != 0 });
    if (const Status done = row.status(); !done)
        return done.error();
    return items;
}

/// Items that an entry of the log once marked as erased, although undoing has taken the mark away since: undo cannot
/// bring bytes back, and the log, which is chained, says that they were removed on request.
Result<QSet<qint64>> everErased(Connection &connection)
{
    const int column = subjectOf<Evidence>().indexOf(QStringLiteral("erased_at")) + 1;
    QSet<qint64> found;
    const auto note = [&](const RowDelta &row) {
        for (const CellDelta &cell : row.cells) {
            if (row.table == QLatin1String("evidence") && cell.column == column && !cell.after.isNull())
                found.insert(row.key);
        }
        return true;
    };
    Status read = Ok {};
    const Status done = activitylog::forEach(connection, 0, [&](const LogEntry &entry) {
        read = changeset::read(entry.changeset, note);
        return static_cast<bool>(read);
    });
    if (!done || !read)
        return done ? read.error() : done.error();
    return found;
}

/// One run over all blobs and items.
class Checker
{
public:
    Checker(Connection &connection, WriteGate &gate, JobControl &job)
        : m_connection(connection)
        , m_gate(gate)
        , m_job(job)
        , m_reader(connection, gate, job)
    { }

    Result<EvidenceCheck> run();

private:
    Status readLists();
    Status checkItems();
    Status checkMissing(const QList<Item> &missing);
    Status checkBlob(const Blob &blob);
    void fault(Kind kind, const QString &sha256, const QString &detail = {})
    {
        m_check.faults.append({ kind, sha256, m_codes.value(sha256), detail });
    }

    Connection &m_connection;
    WriteGate &m_gate;
    JobControl &m_job;
    BlobReader m_reader;
    QList<Item> m_items;
    QList<Blob> m_blobs;
    QHash<QString, QStringList> m_codes; ///< SHA-256 → items that rest on it
    qint64 m_total = 0;
    EvidenceCheck m_check;
};

Status Checker::readLists()
{
    const auto turn = m_gate.enter(WriteGate::Reader);
    const auto items = itemsWithBytes(m_connection);
    if (!items)
        return items.error();
    m_items = items.value();
    for (const Item &item : std::as_const(m_items)) {
        if (!item.erased)
            m_codes[item.sha256].append(item.code);
    }
    const auto stored = blobs::all(m_connection);
    if (!stored)
        return stored.error();
    m_blobs = stored.value();
    for (const Blob &blob : std::as_const(m_blobs))
        m_total += blob.size;
    const auto leftover = blobs::countLeftovers(m_connection);
    if (!leftover)
        return leftover.error();
    m_check.leftoverChunks = leftover.value();
    return Ok {};
}

Status Checker::checkItems()
{
    QHash<QString, qint64> sizes;
    for (const Blob &blob : std::as_const(m_blobs))
        sizes.insert(blob.sha256, blob.size);
    QList<Item> missing;
    for (const Item &item : std::as_const(m_items)) {
        m_check.erased += item.erased ? 1 : 0;
        if (item.erased)
            continue;
        if (!sizes.contains(item.sha256))
            missing.append(item);
        else if (sizes.value(item.sha256) != item.size)
            m_check.faults.append({ Kind::WrongSize, item.sha256, { item.code }, QStringLiteral("size of the item") });
    }
    return missing.isEmpty() ? Status(Ok {}) : checkMissing(missing);
}

Status Checker::checkMissing(const QList<Item> &missing)
{
    const auto turn = m_gate.enter(WriteGate::Reader);
    const auto erased = everErased(m_connection);
    if (!erased)
        return erased.error();
    QSet<QString> named;
    for (const Item &item : missing) {
        if (erased.value().contains(item.id)) {
            ++m_check.erased;
        } else if (!named.contains(item.sha256)) {
            named.insert(item.sha256);
            fault(Kind::MissingBytes, item.sha256);
        }
    }
    return Ok {};
}

Status Checker::checkBlob(const Blob &blob)
{
    const QString what = m_codes.value(blob.sha256).value(0);
    const auto read = m_reader.read(blob, [&](QByteArrayView bytes) -> Status {
        m_check.bytes += bytes.size();
        m_job.progress(m_check.bytes, m_total, what);
        return Ok {};
    });
    ++m_check.blobs;
    if (!read) {
        if (read.error().kind == Error::Kind::Cancelled)
            return read.error();
        fault(Kind::Unreadable, blob.sha256, read.error().detail);
        return Ok {};
    }
    switch (read.value()) {
    case BlobFault::None: break;
    case BlobFault::MissingChunk: fault(Kind::MissingChunk, blob.sha256); break;
    case BlobFault::WrongSize: fault(Kind::WrongSize, blob.sha256); break;
    case BlobFault::WrongHash: fault(Kind::WrongHash, blob.sha256); break;
    }
    return Ok {};
}

Result<EvidenceCheck> Checker::run()
{
    if (const Status done = readLists(); !done)
        return done.error();
    if (const Status done = checkItems(); !done)
        return done.error();
    for (const Blob &blob : std::as_const(m_blobs)) {
        if (m_job.cancelled())
            return Error { Error::Kind::Cancelled };
        if (const Status done = checkBlob(blob); !done)
            return done.error();
    }
    return m_check;
}

} // namespace

Result<EvidenceCheck> verifyEvidence(ProjectStorage &storage, JobControl &job)
{
    auto connection = storage.openInTurn();
    if (!connection)
        return connection.error();
    return Checker(*connection.value(), storage.gate(), job).run();
}

} // namespace tb
