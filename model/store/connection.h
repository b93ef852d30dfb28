#pragma once

#include "model/result.h"
#include "model/store/secret.h"

#include <QSqlDatabase>

#include <atomic>
#include <memory>

struct sqlite3;
struct sqlite3_session;

namespace tb {

class SqliteDriver;

/// Everything that opens one more connection to a project, on any thread, without deriving the key again.
struct ConnectionSpec
{
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable, ///< no locks and no journal: only to try a key
        Create, ///< makes the file with `salt` in its first bytes; it must not exist
        Memory ///< private, unencrypted, in memory
    };

    QString path;
    RawKey key; ///< null: a plain database
    Mode mode = Mode::ReadWrite;
    QByteArray salt; ///< saltSize bytes; only for Create
    int cachePages = 1024; ///< of 16 KiB
    std::shared_ptr<std::atomic<int>> users; ///< counts the open connections, when somebody wants to know
};

/// One database connection of the thread that opened it, as Qt's QSqlDatabase and as SQLite's handle. Closes with its
/// owner, and may not be handed to another thread (interrupting apart).
class Connection
{
public:
    /// Opens, sets the key, then the pragmas every connection needs. An encrypted file is read once, so that a wrong
    /// key is WrongPassphrase here and not later.
    static Result<std::unique_ptr<Connection>> open(const ConnectionSpec &spec);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    QSqlDatabase database() const; ///< do not keep a copy beyond the connection's life
    sqlite3 *handle() const;
    SqliteDriver &driver() const { return *m_driver; }
    void interrupt() const; ///< any thread, as long as this object lives
    const QString &path() const { return m_path; }

    Status execute(const char *sql); ///< one or more statements without values

private:
    explicit Connection(const ConnectionSpec &spec);
    Status start(const ConnectionSpec &spec);
    Status configure(const ConnectionSpec &spec);

    QString m_name;
    QString m_path;
    std::shared_ptr<std::atomic<int>> m_users;
    SqliteDriver *m_driver = nullptr; ///< owned by Qt's connection registry under m_name
    struct SessionEnd
    {
        void operator()(sqlite3_session *session) const;
    };
    std::unique_ptr<sqlite3_session, SessionEnd> m_listener; ///< idle; see configure()
};

} // namespace tb
