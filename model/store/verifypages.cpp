#include "model/store/verifypages.h"

#include "model/job.h"
#include "model/store/connection.h"
#include "model/store/statement.h"

#include <QFileInfo>

#include <memory>
#include <sqlite3.h>

namespace tb {

namespace {
constexpr qint64 pageSize = 16384;
// SQLite keeps its lock bytes at 1 GiB and never writes the page around them.
constexpr qint64 lockPage = 0x40000000 / pageSize + 1;
// The eight bytes after the salt stand in plain text and are not authenticated: page size 16384, rollback journal for
// writers and readers, 64 reserved bytes, payload fractions 64, 32, 32.
constexpr QByteArrayView plainHeader("\x40\x00\x01\x01\x40\x40\x20\x20", 8);

/// Asks SQLite for single pages, each straight from the file.
class PageReader
{
public:
    static Result<PageReader> open(const ConnectionSpec &spec)
    {
        ConnectionSpec reader = spec;
        reader.mode = ConnectionSpec::Mode::ReadOnly;
        reader.cachePages = 0;
        auto connection = Connection::open(reader);
        if (!connection)
            return connection.error();
        auto query = Statement::prepare(connection.value()->handle(), "SELECT data FROM sqlite_dbpage WHERE pgno = ?1",
                                        spec.path);
        if (!query)
            return query.error();
        return PageReader(std::move(connection).value(), std::move(query).value());
    }

    Connection &connection() { return *m_connection; }

    Status check(qint64 page)
    {
        m_query.reset();
        m_query.bind(1, page);
        const Result<bool> row = m_query.step();
        if (!row)
            return row.error();
        if (!row.value() || m_query.blob(0).size() != pageSize)
            return Error { Error::Kind::Damaged, {}, QStringLiteral("missing") };
        if (page == 1 && m_query.blob(0).sliced(saltSize, plainHeader.size()) != plainHeader)
            return Error { Error::Kind::Damaged, {}, QStringLiteral("the unencrypted header was altered") };
        m_query.reset();
        return Ok {};
    }

private:
    PageReader(std::unique_ptr<Connection> connection, Statement query)
        : m_connection(std::move(connection))
        , m_query(std::move(query))
    { }

    std::unique_ptr<Connection> m_connection; // before the statement, which must go first
    Statement m_query;
};

Result<qint64> number(Connection &connection, const char *sql)
{
    auto query = Statement::prepare(connection.handle(), sql, connection.path());
    if (!query)
        return query.error();
    const Result<bool> row = query.value().step();
    if (!row)
        return row.error();
    return row.value() ? query.value().integer(0) : 0;
}

/// The salt is in no page's authenticated part either: it is compared with the copy kept inside. A page that keeps this
/// from being read is found as itself.
bool saltWasAltered(Connection &connection)
{
    auto query
        = Statement::prepare(connection.handle(), "SELECT value FROM meta WHERE key = 'salt'", connection.path());
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> salt(
        sqlite3mc_codec_data(connection.handle(), "main", "raw:cipher_salt"), &sqlite3_free);
    return query && salt && query.value().next() && query.value().blob(0) != QByteArrayView(salt.get(), saltSize);
}
} // namespace

Result<QList<DamagedPage>> damagedPages(const ConnectionSpec &spec, JobControl &job)
{
    auto opened = PageReader::open(spec);
    if (!opened)
        return opened.error();
    PageReader reader = std::move(opened).value();
    const Result<qint64> count = number(reader.connection(), "PRAGMA page_count");
    if (!count)
        return count.error();
    QList<DamagedPage> damaged;
    if (saltWasAltered(reader.connection()))
        damaged.append({ 1, QStringLiteral("the first 16 bytes were altered") });
    for (qint64 page = 1; page <= count.value(); ++page) {
        if (job.cancelled())
            return Error { Error::Kind::Cancelled, spec.path };
        if (page % 64 == 0)
            job.progress(page * pageSize, count.value() * pageSize, {});
        if (page == lockPage)
            continue;
        if (const Status read = reader.check(page); !read)
            damaged.append({ page, read.error().detail });
    }
    if (QFileInfo(spec.path).size() != count.value() * pageSize)
        damaged.append({ count.value() + 1, QStringLiteral("the file is longer than its pages") });
    return damaged;
}

} // namespace tb
