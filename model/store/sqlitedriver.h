#pragma once

#include <QMutex>
#include <QSet>
#include <QSqlDriver>

#include <functional>

struct sqlite3;

namespace tb {

class SqliteResult;

/// How SqliteDriver opens a file. Without `create`, a missing file is an error.
struct SqliteOpen
{
    bool create = false;
    bool readOnly = false;
    bool immutable = false; ///< promise that nobody writes the file: no locks, journals are ignored
    QString vfs; ///< empty: SQLite's default, which is the encrypting one
};

/// Qt's SQL classes over the compiled-in SQLite3 Multiple Ciphers. One thread; only interrupt() may come from another.
class SqliteDriver final : public QSqlDriver
{
    Q_OBJECT

public:
    /// Sets the key; runs right after opening, before any statement. Returns an SQLite result code.
    using Keyer = std::function<int(sqlite3 *)>;

    explicit SqliteDriver(Keyer keyer = {}, SqliteOpen flags = {}, QObject *parent = nullptr);
    ~SqliteDriver() override;

    sqlite3 *sqlite() const { return m_handle; } ///< null while closed
    void interrupt(); ///< makes the running statement fail with SQLITE_INTERRUPT; any thread, any time

    bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &path, const QString &user, const QString &password, const QString &host, int port,
              const QString &options) override;
    void close() override; ///< finalises every result first: an open statement would keep the key alive
    QSqlResult *createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    bool cancelQuery() override;
    QStringList tables(QSql::TableType type) const override;
    QSqlRecord record(const QString &table) const override;
    QSqlIndex primaryIndex(const QString &table) const override;
    QVariant handle() const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;
    QString formatValue(const QSqlField &field, bool trimStrings) const override;

private:
    friend class SqliteResult;
    bool execute(const char *sql);
    bool openHandle(const QString &path);

    Keyer m_keyer;
    SqliteOpen m_flags;
    sqlite3 *m_handle = nullptr; ///< written under m_handleLock
    QMutex m_handleLock; ///< keeps interrupt() away from a handle that is being closed
    mutable QSet<SqliteResult *> m_results; ///< not owned; each removes itself
};

} // namespace tb

Q_DECLARE_OPAQUE_POINTER(sqlite3 *)
Q_DECLARE_METATYPE(sqlite3 *)
