#include "model/evidence/blobs.h"

#include "model/store/connection.h"
#include "model/store/statement.h"

#include <sqlite3.h>

namespace tb::blobs {

namespace {

Blob blobOf(const Statement &row)
{
    return { row.integer(0), row.text(1), row.integer(2) };
}

constexpr qint64 lastSeq = (Q_INT64_C(1) << 38) - 1; // its chunks just fit positive row ids

/// The number of the one row @p query gives; 0 for none.
Result<qint64> numberOf(Result<Statement> query)
{
    if (!query)
        return query.error();
    Statement &statement = query.value();
    const qint64 number = statement.next() ? statement.integer(0) : 0;
    if (const auto done = statement.status(); !done)
        return done.error();
    return number;
}

Result<QList<Gap>> gaps(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "SELECT seq FROM blob ORDER BY seq");
    if (!query)
        return query.error();
    QList<Gap> found;
    qint64 expected = 0;
    while (query.value().next()) {
        const qint64 seq = query.value().integer(0);
        if (seq > expected)
            found.append({ expected, seq - 1 });
        expected = seq + 1;
    }
    if (const auto done = query.value().status(); !done)
        return done.error();
    found.append({ expected, lastSeq });
    return found;
}

} // namespace

Result<std::optional<Blob>> find(Connection &connection, const QString &sha256)
{
    auto query = Statement::prepare(connection.handle(), "SELECT seq, sha256, size FROM blob WHERE sha256=?");
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(sha256));
    std::optional<Blob> blob;
    if (query.value().next())
        blob = blobOf(query.value());
    if (const auto done = query.value().status(); !done)
        return done.error();
    return blob;
}

Result<bool> anyOfSize(Connection &connection, qint64 size)
{
    auto query = Statement::prepare(connection.handle(), "SELECT count(*) FROM blob WHERE size=?");
    if (query)
        query.value().bind(1, size);
    const auto count = numberOf(std::move(query));
    if (!count)
        return count.error();
    return count.value() > 0;
}

Result<QList<Blob>> all(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "SELECT seq, sha256, size FROM blob ORDER BY seq");
    if (!query)
        return query.error();
    QList<Blob> found;
    while (query.value().next())
        found.append(blobOf(query.value()));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return found;
}

Result<qint64> nextSeq(Connection &connection)
{
    return numberOf(Statement::prepare(connection.handle(),
                                       "SELECT 1 + max(coalesce((SELECT max(seq) FROM blob), 0),"
                                       " coalesce((SELECT max(id) >> 24 FROM chunk), 0))"));
}

Status addChunk(Connection &connection, qint64 seq, qint64 number, QByteArrayView bytes)
{
    auto insert = Statement::prepare(connection.handle(), "INSERT INTO chunk(id, data) VALUES(?, ?)");
    if (!insert)
        return insert.error();
    insert.value().bind(1, firstChunk(seq) + number);
    insert.value().bind(2, bytes);
    return insert.value().run();
}

Status addRow(Connection &connection, const Blob &blob)
{
    auto insert = Statement::prepare(connection.handle(), "INSERT INTO blob(seq, sha256, size) VALUES(?, ?, ?)");
    if (!insert)
        return insert.error();
    insert.value().bind(1, blob.seq);
    insert.value().bind(2, QStringView(blob.sha256));
    insert.value().bind(3, blob.size);
    return insert.value().run();
}

Status removeRow(Connection &connection, qint64 seq)
{
    auto remove = Statement::prepare(connection.handle(), "DELETE FROM blob WHERE seq=?");
    if (!remove)
        return remove.error();
    remove.value().bind(1, seq);
    return remove.value().run();
}

Result<qint64> removeChunks(Connection &connection, qint64 seq, qint64 most)
{
    auto remove = Statement::prepare(connection.handle(),
                                     "DELETE FROM chunk WHERE id IN (SELECT id FROM chunk"
                                     " WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3)");
    if (!remove)
        return remove.error();
    remove.value().bind(1, firstChunk(seq));
    remove.value().bind(2, firstChunk(seq + 1));
    remove.value().bind(3, most);
    if (const auto done = remove.value().run(); !done)
        return done.error();
    return static_cast<qint64>(sqlite3_changes64(connection.handle()));
}

Result<bool> anyChunk(Connection &connection, qint64 seq)
{
    auto query = Statement::prepare(connection.handle(), "SELECT id FROM chunk WHERE id >= ? AND id < ? LIMIT 1");
    if (!query)
        return query.error();
    query.value().bind(1, firstChunk(seq));
    query.value().bind(2, firstChunk(seq + 1));
    return query.value().step();
}

Result<QList<qint64>> leftovers(Connection &connection)
{
    const auto between = gaps(connection);
    if (!between)
        return between.error();
    auto query = Statement::prepare(connection.handle(),
                                    "SELECT id >> 24 FROM chunk WHERE id >= ? AND id <= ? ORDER BY id LIMIT 1");
    if (!query)
        return query.error();
    QList<qint64> found;
    for (Gap gap : between.value()) {
        for (bool more = true; more;) {
            query.value().bind(1, firstChunk(gap.first));
            query.value().bind(2, firstChunk(gap.last) + (firstChunk(1) - 1));
            more = query.value().next();
            if (more) {
                found.append(query.value().integer(0));
                gap.first = found.last() + 1;
            }
            if (const auto done = query.value().status(); !done)
                return done.error();
            query.value().reset();
        }
    }
    return found;
}

Result<qint64> countLeftovers(Connection &connection)
{
    const auto between = gaps(connection);
    if (!between)
        return between.error();
    auto query = Statement::prepare(connection.handle(), "SELECT count(*) FROM chunk WHERE id >= ? AND id <= ?");
    if (!query)
        return query.error();
    qint64 count = 0;
    for (const Gap &gap : between.value()) {
        query.value().bind(1, firstChunk(gap.first));
        query.value().bind(2, firstChunk(gap.last) + (firstChunk(1) - 1));
        count += query.value().next() ? query.value().integer(0) : 0;
        if (const auto done = query.value().status(); !done)
            return done.error();
        query.value().reset();
    }
    return count;
}

} // namespace tb::blobs
