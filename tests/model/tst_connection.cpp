#include "model/store/connection.h"
#include "model/store/sqlitedriver.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <thread>

using namespace tb;
using Mode = ConnectionSpec::Mode;

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theFileBeginsWithOurSaltAndHasOurShape();
    void pragmasAreSetOnEveryConnection();
    void theWrongKeyIsAWrongPassphrase();
    void anotherThreadOpensWithTheSameKey();
    void aReadOnlyConnectionCannotWrite();
    void aMissingFileIsNotCreated();
    void strangeNamesOpenInEveryMode_data();
    void strangeNamesOpenInEveryMode();
    void theKeyIsSetBeforeAnyStatement();
    void aSchemaFromElsewhereCannotReachOut();
    void theConnectionLeavesQtsRegistryWithItsOwner();

private:
    ConnectionSpec spec(Mode mode) const;
    std::unique_ptr<Connection> open(Mode mode) const;
    static qint64 number(Connection &connection, const char *sql);
    QByteArray fileBytes(qint64 count) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    RawKey m_key;
    QByteArray m_salt;
};

void TestConnection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("p.trustbench"));
    m_key = RawKey::random();
    m_salt = randomSalt();
    const auto connection = open(Mode::Create);
    QVERIFY(connection);
    QVERIFY(
        connection->execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT; INSERT INTO t VALUES (1, 'one')"));
}

ConnectionSpec TestConnection::spec(Mode mode) const
{
    ConnectionSpec result;
    result.path = m_path;
    result.key = m_key;
    result.mode = mode;
    result.salt = m_salt;
    return result;
}

std::unique_ptr<Connection> TestConnection::open(Mode mode) const
{
    auto connection = Connection::open(spec(mode));
    if (!connection)
        qWarning("%s", qPrintable(connection.error().detail));
    return connection ? std::move(connection).value() : nullptr;
}

qint64 TestConnection::number(Connection &connection, const char *sql)
{
    auto statement = Statement::prepare(connection.handle(), sql);
    if (!statement)
        return -1;
    Statement query = std::move(statement).value();
    return query.next() ? query.integer(0) : -1;
}

QByteArray TestConnection::fileBytes(qint64 count) const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.read(count) : QByteArray();
}

void TestConnection::theFileBeginsWithOurSaltAndHasOurShape()
{
    // Bytes 16 to 23 are not encrypted: page size, versions, reserved bytes, payload fractions. The rest is.
    QCOMPARE(fileBytes(24).first(saltSize), m_salt);
    QCOMPARE(fileBytes(24).sliced(saltSize).toHex(), QByteArrayLiteral("4000010140402020"));
    const auto connection = open(Mode::ReadWrite);
    QCOMPARE(number(*connection, "PRAGMA page_size"), 16384);
    QCOMPARE(number(*connection, "PRAGMA auto_vacuum"), 2);
    QCOMPARE(QFile(m_path).size() % 16384, 0);
}

void TestConnection::pragmasAreSetOnEveryConnection()
{
    for (const Mode mode : { Mode::ReadWrite, Mode::ReadOnly }) {
        const auto connection = open(mode);
        QVERIFY(connection);
        QCOMPARE(number(*connection, "PRAGMA foreign_keys"), 1);
        QCOMPARE(number(*connection, "PRAGMA trusted_schema"), 0);
        QCOMPARE(number(*connection, "PRAGMA cell_size_check"), 1);
        QCOMPARE(number(*connection, "PRAGMA synchronous"), 2);
        QCOMPARE(number(*connection, "PRAGMA secure_delete"), 2);
        int defensive = 0;
        sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
        QCOMPARE(defensive, 1);
    }
    QVERIFY(sqlite3_compileoption_used("TEMP_STORE=3") != 0);
}

void TestConnection::theWrongKeyIsAWrongPassphrase()
{
    ConnectionSpec wrong = spec(Mode::ReadWrite);
    wrong.key = RawKey::random();
    const auto connection = Connection::open(wrong);
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, Error::Kind::WrongPassphrase);
    QVERIFY(open(Mode::ReadWrite));
}

void TestConnection::anotherThreadOpensWithTheSameKey()
{
    qint64 count = 0;
    std::thread reader([this, &count] {
        const auto connection = open(Mode::ReadOnly);
        count = connection ? number(*connection, "SELECT count(*) FROM t") : -1;
    });
    reader.join();
    QCOMPARE(count, 1);
}

void TestConnection::aReadOnlyConnectionCannotWrite()
{
    const auto connection = open(Mode::ReadOnly);
    const Status written = connection->execute("INSERT INTO t VALUES (2, 'two')");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::ReadOnly);
}

void TestConnection::aMissingFileIsNotCreated()
{
    ConnectionSpec missing = spec(Mode::ReadWrite);
    missing.path = m_folder->filePath(QStringLiteral("missing"));
    const auto connection = Connection::open(missing);
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, Error::Kind::Io);
    QVERIFY(!QFile::exists(missing.path));
}

void TestConnection::strangeNamesOpenInEveryMode_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("question mark and percent") << QStringLiteral("a?immutable=0&b=%41#c.trustbench");
    QTest::newRow("emoji") << QStringLiteral("\U0001F512 \U0001F468\u200D\U0001F469\u200D\U0001F467.trustbench");
    QTest::newRow("right to left") << QStringLiteral("\u05e9\u05dc\u05d5\u05dd \u202egnp.trustbench");
    QTest::newRow("longest that leaves room for a journal") << QString(235, u'n') + QStringLiteral(".trustbench");
    QTest::newRow("like an URI") << QStringLiteral("file:x.trustbench");
}

void TestConnection::strangeNamesOpenInEveryMode()
{
    QFETCH(QString, name);
    m_path = m_folder->filePath(name);
    QVERIFY(open(Mode::Create)->execute("CREATE TABLE x (a)"));
    QVERIFY(QFile::exists(m_path));
    for (const Mode mode : { Mode::Immutable, Mode::ReadOnly, Mode::ReadWrite })
        QCOMPARE(number(*open(mode), "SELECT count(*) FROM x"), 0);
}

void TestConnection::theKeyIsSetBeforeAnyStatement()
{
    // The keyer sees a handle on which nothing was prepared; a keyless statement would delete a hot journal.
    bool ran = false;
    SqliteDriver driver([&ran](sqlite3 *handle) {
        ran = sqlite3_next_stmt(handle, nullptr) == nullptr && sqlite3_total_changes(handle) == 0;
        return SQLITE_AUTH;
    });
    QVERIFY(!driver.open(m_path, {}, {}, {}, 0, {}));
    QVERIFY(ran);
    QVERIFY(!driver.sqlite());
}

void TestConnection::aSchemaFromElsewhereCannotReachOut()
{
    const auto connection = open(Mode::ReadWrite);
    QVERIFY(!connection->execute("PRAGMA writable_schema = ON; "
                                 "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (z)' WHERE name = 't'"));
    QVERIFY(!connection->execute("SELECT load_extension('x')"));
}

void TestConnection::theConnectionLeavesQtsRegistryWithItsOwner()
{
    const qsizetype before = QSqlDatabase::connectionNames().size();
    {
        const auto connection = open(Mode::ReadOnly);
        QCOMPARE(QSqlDatabase::connectionNames().size(), before + 1);
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
