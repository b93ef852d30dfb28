#include "model/search/textindex.h"

#include "model/store/connection.h"
#include "model/store/statement.h"

#include <QtEndian>

namespace tb::textindex {

namespace {

constexpr int quick = 1; // zlib's level: text is read back often and the better levels gain little

// What is to be read: stored bytes that some evidence rests on.
#define TB_UNREAD                                                                                                      \
    " FROM blob b WHERE EXISTS (SELECT 1 FROM evidence e WHERE e.sha256=b.sha256 AND e.erased_at IS NULL)"             \
    " AND NOT EXISTS (SELECT 1 FROM search_document d WHERE d.sha256=b.sha256 AND d.state<>'pending'"                  \
    " AND d.version=?1)"

constexpr const char *selectUnread
    = "SELECT b.seq, b.sha256, b.size,"
      " (SELECT e.file_name FROM evidence e WHERE e.sha256=b.sha256 AND e.erased_at IS NULL ORDER BY e.id LIMIT 1),"
      " (SELECT e.media_type FROM evidence e WHERE e.sha256=b.sha256 AND e.erased_at IS NULL ORDER BY e.id LIMIT "
      "1)" TB_UNREAD " ORDER BY b.seq DESC";
constexpr const char *selectUnreadCount = "SELECT count(*)" TB_UNREAD;
#undef TB_UNREAD

/// Runs @p sql with a document's or piece's number.
Status runWith(Connection &connection, const char *sql, qint64 number)
{
    auto statement = Statement::prepare(connection.handle(), sql);
    if (!statement)
        return statement.error();
    statement.value().bind(1, number);
    return statement.value().run();
}

Result<qint64> lastPiece(Connection &connection, qint64 seq)
{
    auto query = Statement::prepare(connection.handle(), "SELECT max(id) FROM search_piece WHERE id>=? AND id<?");
    if (!query)
        return query.error();
    query.value().bind(1, firstPiece(seq));
    query.value().bind(2, firstPiece(seq + 1));
    const qint64 last = query.value().next() && !query.value().isNull(0) ? query.value().integer(0) : -1;
    if (const auto done = query.value().status(); !done)
        return done.error();
    return last;
}

/// Empty for what is no piece of ours: a file from elsewhere may claim gigabytes.
QString unpacked(QByteArrayView stored)
{
    constexpr quint32 most = 1 << 20; // a piece is 64 Ki characters of at most four bytes, and some
    if (stored.size() < 4 || qFromBigEndian<quint32>(stored.data()) > most)
        return {};
    return QString::fromUtf8(qUncompress(QByteArray::fromRawData(stored.data(), stored.size())));
}

} // namespace

Result<QList<UnreadText>> unread(Connection &connection, int version)
{
    auto query = Statement::prepare(connection.handle(), selectUnread);
    if (!query)
        return query.error();
    Statement &row = query.value();
    row.bind(1, qint64(version));
    QList<UnreadText> found;
    while (row.next())
        found.append({ { row.integer(0), row.text(1), row.integer(2) }, { row.text(3), row.text(4) } });
    if (const auto done = row.status(); !done)
        return done.error();
    return found;
}

Result<qint64> countUnread(Connection &connection, int version)
{
    auto query = Statement::prepare(connection.handle(), selectUnreadCount);
    if (!query)
        return query.error();
    query.value().bind(1, qint64(version));
    const qint64 count = query.value().next() ? query.value().integer(0) : 0;
    if (const auto done = query.value().status(); !done)
        return done.error();
    return count;
}

Result<std::optional<TextDocument>> find(Connection &connection, const QString &sha256)
{
    auto query
        = Statement::prepare(connection.handle(), "SELECT seq, state, version FROM search_document WHERE sha256=?");
    if (!query)
        return query.error();
    Statement &row = query.value();
    row.bind(1, QStringView(sha256));
    if (!row.next()) {
        const auto done = row.status();
        return done ? Result<std::optional<TextDocument>>(std::nullopt) : done.error();
    }
    TextDocument document { row.integer(0), fromWord<TextState>(row.text(1)).value_or(TextState::Pending),
                            static_cast<int>(row.integer(2)), 0 };
    const auto last = lastPiece(connection, document.seq);
    if (!last)
        return last.error();
    document.pieces = last.value() < 0 ? 0 : last.value() - firstPiece(document.seq) + 1;
    return std::optional(document);
}

Result<std::optional<TextDocument>> begin(Connection &connection, const QString &sha256, int version)
{
    auto insert = Statement::prepare(connection.handle(),
                                     "INSERT INTO search_document(sha256, state, version, detail)"
                                     " SELECT sha256, 'pending', ?2, '' FROM blob WHERE sha256=?1"
                                     " ON CONFLICT(sha256) DO NOTHING");
    if (!insert)
        return insert.error();
    insert.value().bind(1, QStringView(sha256));
    insert.value().bind(2, qint64(version));
    if (const auto done = insert.value().run(); !done)
        return done.error();
    const auto blob = blobs::find(connection, sha256);
    if (!blob)
        return blob.error();
    return blob.value() ? find(connection, sha256) : Result<std::optional<TextDocument>>(std::nullopt);
}

Status setState(Connection &connection, qint64 seq, TextState state, const QString &detail)
{
    auto update
        = Statement::prepare(connection.handle(), "UPDATE search_document SET state=?2, detail=?3 WHERE seq=?1");
    if (!update)
        return update.error();
    update.value().bind(1, seq);
    update.value().bind(2, QStringView(wordOf(state)));
    update.value().bind(3, QStringView(detail.isNull() ? QStringLiteral("") : detail));
    return update.value().run();
}

QByteArray packed(const QString &text)
{
    return qCompress(text.toUtf8(), quick);
}

Status addPiece(Connection &connection, qint64 id, const QString &text, const QByteArray &stored)
{
    auto piece = Statement::prepare(connection.handle(), "INSERT INTO search_piece(id, text) VALUES(?, ?)");
    auto words = Statement::prepare(connection.handle(), "INSERT INTO search_text(rowid, text) VALUES(?, ?)");
    if (!piece || !words)
        return piece ? words.error() : piece.error();
    piece.value().bind(1, id);
    piece.value().bind(2, QByteArrayView(stored));
    if (auto done = piece.value().run(); !done)
        return done;
    words.value().bind(1, id);
    words.value().bind(2, QStringView(text));
    return words.value().run();
}

Result<std::optional<QString>> piece(Connection &connection, qint64 id)
{
    auto query = Statement::prepare(connection.handle(), "SELECT text FROM search_piece WHERE id=?");
    if (!query)
        return query.error();
    query.value().bind(1, id);
    std::optional<QString> text;
    if (query.value().next())
        text = unpacked(query.value().blob(0));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return text;
}

Result<bool> removeLast(Connection &connection, qint64 seq)
{
    const auto last = lastPiece(connection, seq);
    if (!last)
        return last.error();
    if (last.value() < 0) {
        const auto done = runWith(connection, "DELETE FROM search_document WHERE seq=?", seq);
        return done ? Result<bool>(false) : done.error();
    }
    const auto text = piece(connection, last.value());
    if (!text)
        return text.error();
    // From here on it is unfinished, so that what is left of it is never taken for the whole.
    if (const auto done = setState(connection, seq, TextState::Pending, {}); !done)
        return done.error();
    auto words = Statement::prepare(connection.handle(),
                                    "INSERT INTO search_text(search_text, rowid, text) VALUES('delete', ?, ?)");
    if (!words)
        return words.error();
    words.value().bind(1, last.value());
    words.value().bind(2, QStringView(text.value().value_or(QString())));
    if (const auto done = words.value().run(); !done)
        return done.error();
    const auto done = runWith(connection, "DELETE FROM search_piece WHERE id=?", last.value());
    return done ? Result<bool>(true) : done.error();
}

Result<QList<qint64>> orphans(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(),
                                    "SELECT seq FROM search_document d"
                                    " WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256=d.sha256) ORDER BY seq");
    if (!query)
        return query.error();
    QList<qint64> found;
    while (query.value().next())
        found.append(query.value().integer(0));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return found;
}

} // namespace tb::textindex
