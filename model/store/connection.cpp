#include "model/store/connection.h"

#include "model/store/sqlitedriver.h"
#include "model/store/sqliteerror.h"

#include <QSqlError>
#include <QUuid>

#include <cstring>
#include <sqlite3.h>

namespace tb {

namespace {
using Mode = ConnectionSpec::Mode;

SqliteOpen openFlags(Mode mode)
{
    SqliteOpen flags;
    flags.create = mode == Mode::Create || mode == Mode::Memory;
    flags.readOnly = mode == Mode::ReadOnly || mode == Mode::Immutable;
    flags.immutable = mode == Mode::Immutable;
    return flags;
}

/// "raw:" and the bytes of key and salt bypass the library's own key derivation.
SqliteDriver::Keyer keyer(const RawKey &key, const QByteArray &salt)
{
    if (key.isNull())
        return {};
    return [key, salt](sqlite3 *handle) {
        Botan::secure_vector<uint8_t> text = { 'r', 'a', 'w', ':' };
        text.insert(text.end(), key.data(), key.data() + rawKeySize);
        text.insert(text.end(), salt.cbegin(), salt.cend());
        return sqlite3_key_v2(handle, "main", text.data(), static_cast<int>(text.size()));
    };
}

// 16 KiB pages and incremental vacuum are fixed at creation; see ARCHITECTURE, "The project file".
constexpr auto creationPragmas = "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL;";
// The encrypting layer switches secure_delete fully on for a keyed file, which doubles what a deletion writes.
constexpr auto pragmas = "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                         "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST; PRAGMA synchronous = FULL;";

// Threads of this process take turns (WriteGate); this is for a read-only reader in another process.
constexpr int busyTimeout = 2000; // ms

bool defend(sqlite3 *handle)
{
    return sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) == SQLITE_OK
        && sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 1, nullptr) == SQLITE_OK
        && sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr) == SQLITE_OK;
}
} // namespace

Connection::Connection(const ConnectionSpec &spec)
    : m_name(QUuid::createUuid().toString())
    , m_path(spec.path)
    , m_users(spec.users)
    , m_driver(
          new SqliteDriver(keyer(spec.key, spec.mode == Mode::Create ? spec.salt : QByteArray()), openFlags(spec.mode)))
{
    QSqlDatabase::addDatabase(m_driver, m_name);
    if (m_users)
        ++*m_users;
}

void Connection::SessionEnd::operator()(sqlite3_session *session) const
{
    sqlite3session_delete(session);
}

Connection::~Connection()
{
    m_listener.reset();
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
    if (m_users)
        --*m_users;
}

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionSpec &spec)
{
    std::unique_ptr<Connection> connection(new Connection(spec));
    const Status started = connection->start(spec);
    if (!started)
        return started.error();
    return connection;
}

Status Connection::start(const ConnectionSpec &spec)
{
    QSqlDatabase database = this->database();
    database.setDatabaseName(spec.mode == Mode::Memory ? QStringLiteral(":memory:") : spec.path);
    if (!database.open())
        return queryError(database.lastError(), spec.path);
    return configure(spec);
}

Status Connection::configure(const ConnectionSpec &spec)
{
    if (!defend(handle()))
        return sqliteError(handle(), m_path);
    sqlite3_busy_timeout(handle(), busyTimeout);
    // While a session listens, SQLite compiles "DELETE FROM t" row by row. Without one, a statement prepared between
    // two changes empties the table past the log.
    sqlite3_session *listener = nullptr;
    if (sqlite3session_create(handle(), "main", &listener) != SQLITE_OK)
        return sqliteError(handle(), m_path);
    m_listener.reset(listener);
    if (spec.mode == Mode::Create) {
        const Status created = execute(creationPragmas);
        if (!created)
            return created;
    }
    const Status common = execute(pragmas);
    if (!common)
        return common;
    const QByteArray cache = "PRAGMA cache_size = " + QByteArray::number(spec.cachePages);
    if (const Status sized = execute(cache.constData()); !sized)
        return sized;
    if (spec.mode == Mode::ReadWrite || spec.mode == Mode::Create) {
        if (const Status journal = execute("PRAGMA journal_mode = TRUNCATE"); !journal)
            return journal;
    }
    return spec.mode == Mode::Create ? Status(Ok {}) : execute("SELECT count(*) FROM sqlite_schema");
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

sqlite3 *Connection::handle() const
{
    return m_driver->sqlite();
}

void Connection::interrupt() const
{
    m_driver->interrupt();
}

Status Connection::execute(const char *sql)
{
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(handle(), m_path);
    return Ok {};
}

} // namespace tb
