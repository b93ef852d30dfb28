#pragma once

#include "model/store/projectfile.h"
#include "model/store/statement.h"

#include <QFile>
#include <QTest>

/// Small project files for tests of the store, which does not care what the tables are about.
namespace fixture {

inline tb::FileFormat plainFormat(int version = 1)
{
    return { version,
             [version](tb::Connection &connection) {
                 const QByteArray sql = "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB NOT NULL);"
                                        "CREATE TABLE IF NOT EXISTS t (a INTEGER PRIMARY KEY, b BLOB);"
                                        "PRAGMA user_version = "
                     + QByteArray::number(version);
                 return connection.execute(sql.constData());
             },
             {} };
}

inline tb::Unlock passphrase(const QString &text)
{
    tb::Unlock unlock;
    unlock.passphrase = text;
    unlock.cost = { 64, 1, 1 };
    return unlock;
}

inline std::unique_ptr<tb::Connection> connectTo(const tb::ProjectFile &file)
{
    auto connection = tb::Connection::open(file.specForThread());
    if (!connection)
        qWarning("%s", qPrintable(connection.error().detail));
    return connection ? std::move(connection).value() : nullptr;
}

/// Rows of about @p bytes each with content that does not compress or repeat.
inline bool fill(const tb::ProjectFile &file, int rows, int bytes)
{
    const auto connection = connectTo(file);
    const QByteArray sql
        = QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                         "INSERT INTO t (b) SELECT randomblob(%2) FROM n")
              .arg(rows)
              .arg(bytes)
              .toLatin1();
    return connection && connection->execute(sql.constData());
}

inline qint64 number(const tb::ProjectFile &file, const char *sql)
{
    const auto connection = connectTo(file);
    auto query
        = connection ? tb::Statement::prepare(connection->handle(), sql) : tb::Result<tb::Statement>(tb::Error {});
    return query && query.value().next() ? query.value().integer(0) : -1;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// The kind of a failed Result as text, "ok" otherwise: what tests compare.
template <class T> QString kindOf(const tb::Result<T> &result)
{
    if (result)
        return QStringLiteral("ok");
    using Kind = tb::Error::Kind;
    switch (result.error().kind) {
    case Kind::Cancelled: return QStringLiteral("cancelled");
    case Kind::NotFound: return QStringLiteral("not found");
    case Kind::Invalid: return QStringLiteral("invalid");
    case Kind::WrongPassphrase: return QStringLiteral("wrong passphrase");
    case Kind::NotOurs: return QStringLiteral("not ours");
    case Kind::NewerVersion: return QStringLiteral("newer version");
    case Kind::Damaged: return QStringLiteral("damaged");
    case Kind::InUse: return QStringLiteral("in use");
    case Kind::IsProject: return QStringLiteral("is a project");
    case Kind::UnfinishedWrite: return QStringLiteral("unfinished write");
    case Kind::OlderVersion: return QStringLiteral("older version");
    case Kind::ReadOnly: return QStringLiteral("read only");
    case Kind::DiskFull: return QStringLiteral("disk full");
    case Kind::Io: return QStringLiteral("io");
    case Kind::Conflict: return QStringLiteral("conflict");
    case Kind::NothingToUndo: return QStringLiteral("nothing to undo");
    case Kind::Storage: return QStringLiteral("storage");
    }
    return {};
}

} // namespace fixture
