// A device that fails while SQLite rolls back a hot journal must not cost data: the two mended reads of the encrypting
// layer (packaging/cmake/TrustbenchSqlite.cmake). Without the mend most of the tries below lose rows.
#include "model/store/connection.h"
#include "model/store/statement.h"
#include "tests/support/failingdevice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <sqlite3.h>
#include <unistd.h>

using namespace tb;
using Mode = ConnectionSpec::Mode;

class TestSqliteMend : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aReadErrorDuringRollbackLosesNothing();

private:
    void makeHotJournal();
    qint64 sumOfBytes(Error::Kind *failure = nullptr) const;

    QTemporaryDir m_folder;
    ConnectionSpec m_spec;
    QString m_hot;
};

void TestSqliteMend::initTestCase()
{
    m_spec.path = m_folder.filePath(QStringLiteral("p.trustbench"));
    m_spec.key = RawKey::random();
    m_spec.salt = randomSalt();
    m_hot = m_folder.filePath(QStringLiteral("hot"));
    makeHotJournal();
}

void TestSqliteMend::makeHotJournal()
{
    m_spec.mode = Mode::Create;
    auto created = Connection::open(m_spec);
    QVERIFY(created);
    const std::unique_ptr<Connection> writer = std::move(created).value();
    QVERIFY(writer->execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB); "
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 64) "
                            "INSERT INTO t SELECT i, zeroblob(12000) FROM n; PRAGMA cache_size = 4"));
    // A small cache spills changed pages into the file before the commit: what a crash leaves is file and journal.
    QVERIFY(writer->execute("BEGIN; UPDATE t SET b = randomblob(12000)"));
    QVERIFY(QFile::copy(m_spec.path, m_hot));
    QVERIFY(QFile::copy(m_spec.path + QStringLiteral("-journal"), m_hot + QStringLiteral("-journal")));
    QVERIFY(writer->execute("ROLLBACK"));
}

qint64 TestSqliteMend::sumOfBytes(Error::Kind *failure) const
{
    ConnectionSpec spec = m_spec;
    spec.mode = Mode::ReadWrite;
    auto opened = Connection::open(spec);
    if (!opened) {
        if (failure)
            *failure = opened.error().kind;
        return -1;
    }
    const std::unique_ptr<Connection> connection = std::move(opened).value();
    auto statement
        = Statement::prepare(connection->handle(),
                             "SELECT count(*) * 1000 + sum(b = zeroblob(12000)) + (SELECT integrity_check = 'ok' FROM "
                             "pragma_integrity_check) FROM t");
    if (!statement)
        return -1;
    Statement query = std::move(statement).value();
    return query.next() ? query.integer(0) : -1;
}

void TestSqliteMend::aReadErrorDuringRollbackLosesNothing()
{
    FailingDevice device;
    int failures = 0;
    int losses = 0;
    for (int at = 0; at < 40; ++at) {
        const QString journal = m_spec.path + QStringLiteral("-journal");
        QFile::remove(m_spec.path);
        QFile::remove(journal);
        QVERIFY(QFile::copy(m_hot, m_spec.path));
        QVERIFY(QFile::copy(m_hot + QStringLiteral("-journal"), journal));
        device.failRead(at);
        failures += sumOfBytes() < 0 ? 1 : 0;
        device.failRead(-1);
        losses += sumOfBytes() == 64 * 1000 + 64 + 1 ? 0 : 1; // the device is well again: everything is there
    }
    qInfo("%d of 40 opens met the error, %d lost data", failures, losses);
    QVERIFY(failures > 20);
    QCOMPARE(losses, 0);
}

QTEST_GUILESS_MAIN(TestSqliteMend)
#include "tst_sqlitemend.moc"
