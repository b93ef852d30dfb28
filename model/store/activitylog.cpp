#include "model/store/activitylog.h"

#include "model/store/connection.h"
#include "model/store/sha256.h"
#include "model/store/statement.h"

#include <QtEndian>

namespace tb::activitylog {

namespace {

constexpr const char *selectEntries = "SELECT seq, at_utc, actor, kind, target_seq, other_head, labels, changeset, "
                                      "previous_hash, hash FROM activity ";

void addLength(Sha256 &sha, quint64 length)
{
    char bytes[8];
    qToLittleEndian(length, bytes);
    sha.add({ bytes, 8 });
}

void addField(Sha256 &sha, QByteArrayView bytes)
{
    addLength(sha, static_cast<quint64>(bytes.size()));
    sha.add(bytes);
}

void addNull(Sha256 &sha)
{
    addLength(sha, ~quint64 { 0 });
}

void addField(Sha256 &sha, qint64 number)
{
    char bytes[8];
    qToLittleEndian(number, bytes);
    addField(sha, QByteArrayView(bytes, 8));
}

QByteArray copy(QByteArrayView bytes)
{
    return QByteArray(bytes.data(), bytes.size());
}

LogEntry entryOf(const Statement &row)
{
    LogEntry entry;
    entry.seq = row.integer(0);
    entry.at = QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC);
    entry.actor = row.text(2);
    entry.kind = fromWord<EntryKind>(row.text(3)).value_or(EntryKind::Edit);
    if (!row.isNull(4))
        entry.target = row.integer(4);
    if (!row.isNull(5))
        entry.otherHead = copy(row.blob(5));
    entry.labels = row.text(6);
    entry.changeset = copy(row.blob(7));
    entry.previousHash = copy(row.blob(8));
    entry.hash = copy(row.blob(9));
    return entry;
}

void bindAll(Statement &insert, const LogEntry &entry)
{
    insert.bind(1, entry.seq);
    insert.bind(2, entry.at.toMSecsSinceEpoch());
    insert.bind(3, entry.actor);
    insert.bind(4, wordOf(entry.kind));
    if (entry.target)
        insert.bind(5, *entry.target);
    if (entry.otherHead)
        insert.bind(6, QByteArrayView(*entry.otherHead));
    insert.bind(7, entry.labels);
    insert.bind(8, QByteArrayView(entry.changeset));
    insert.bind(9, QByteArrayView(entry.previousHash));
    insert.bind(10, QByteArrayView(entry.hash));
}

} // namespace

QByteArray hashOf(const LogEntry &entry)
{
    Sha256 sha;
    addField(sha, entry.seq);
    addField(sha, entry.at.toMSecsSinceEpoch());
    addField(sha, QByteArrayView(entry.actor.toUtf8()));
    addField(sha, QByteArrayView(wordOf(entry.kind).toUtf8()));
    entry.target ? addField(sha, *entry.target) : addNull(sha);
    entry.otherHead ? addField(sha, QByteArrayView(*entry.otherHead)) : addNull(sha);
    addField(sha, QByteArrayView(entry.labels.toUtf8()));
    addField(sha, QByteArrayView(entry.changeset));
    addField(sha, QByteArrayView(entry.previousHash));
    return sha.result();
}

Result<LogHead> head(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "SELECT seq, hash FROM activity ORDER BY seq DESC LIMIT 1");
    if (!query)
        return query.error();
    LogHead newest;
    if (query.value().next())
        newest = { query.value().integer(0), copy(query.value().blob(1)) };
    if (const auto done = query.value().status(); !done)
        return done.error();
    return newest;
}

Result<LogEntry> append(Connection &connection, LogEntry entry)
{
    const auto before = head(connection);
    if (!before)
        return before.error();
    entry.seq = before.value().seq + 1;
    entry.previousHash = before.value().hash;
    entry.hash = hashOf(entry);

    auto insert = Statement::prepare(connection.handle(), "INSERT INTO activity VALUES(?,?,?,?,?,?,?,?,?,?)");
    if (!insert)
        return insert.error();
    bindAll(insert.value(), entry);
    insert.value().next();
    if (const auto done = insert.value().status(); !done)
        return done.error();
    return entry;
}

Result<LogEntry> entry(Connection &connection, qint64 seq)
{
    std::optional<LogEntry> found;
    const auto done = forEach(connection, seq - 1, [&](const LogEntry &candidate) {
        if (candidate.seq == seq)
            found = candidate;
        return false;
    });
    if (!done)
        return done.error();
    if (!found)
        return Error { Error::Kind::NotFound, QString::number(seq),
                       QStringLiteral("no such entry in the activity log") };
    return *found;
}

Status forEach(Connection &connection, qint64 after, const std::function<bool(const LogEntry &)> &visit)
{
    const QByteArray sql = QByteArray(selectEntries) + "WHERE seq > ? ORDER BY seq";
    auto query = Statement::prepare(connection.handle(), sql.constData());
    if (!query)
        return query.error();
    query.value().bind(1, after);
    while (query.value().next()) {
        if (!visit(entryOf(query.value())))
            return Ok {};
    }
    return query.value().status();
}

Status forEachHeader(Connection &connection,
                     const std::function<void(qint64 seq, EntryKind kind, std::optional<qint64> target)> &visit)
{
    auto query = Statement::prepare(connection.handle(), "SELECT seq, kind, target_seq FROM activity ORDER BY seq");
    if (!query)
        return query.error();
    while (query.value().next()) {
        const Statement &row = query.value();
        const auto target = row.isNull(2) ? std::nullopt : std::optional(row.integer(2));
        visit(row.integer(0), fromWord<EntryKind>(row.text(1)).value_or(EntryKind::Edit), target);
    }
    return query.value().status();
}

} // namespace tb::activitylog
