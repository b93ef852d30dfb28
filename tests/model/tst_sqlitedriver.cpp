#include "model/store/connection.h"
#include "model/store/sqlitedriver.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTest>

#include <limits>
#include <sqlite3.h>
#include <thread>

using namespace tb;

class TestSqliteDriver : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void valuesKeepTheirTypes_data();
    void valuesKeepTheirTypes();
    void nullKeepsTheColumnsType();
    void anUnsignedNumberTooLargeIsRefused();
    void datesAreWrittenAsIsoText();
    void positionalAndNamedParametersBind();
    void aReusedNamedParameterBindsEverywhere();
    void aWrongNumberOfParametersIsAnError();
    void batchesInsertEveryRow();
    void scrollingGoesBackAndForth();
    void forwardOnlyGoesForwardOnly();
    void lastOfAnEmptyResultIsNothing();
    void lastInsertIdAndRowsAffected();
    void transactionsCommitAndRollBack();
    void errorsCarryTypeAndExtendedCode();
    void severalStatementsAreRefused();
    void metadataNamesTablesColumnsAndKeys();
    void recordOfAQueryHasTypesAndTables();
    void tableModelEditsRows();
    void executingAgainStartsOver();
    void finishedQueryReleasesItsLock();
    void closingFinalisesEveryResult();
    void queriesMayOutliveTheConnection();
    void interruptStopsARunningStatement();
    void interruptMayMeetClose();

private:
    QSqlQuery run(const QString &sql);
    QVariantList column(const QString &sql);

    std::unique_ptr<Connection> m_connection;
    QSqlDatabase m_database;
};

void TestSqliteDriver::init()
{
    m_database = {};
    m_connection.reset();
    ConnectionSpec spec;
    spec.mode = ConnectionSpec::Mode::Memory;
    auto connection = Connection::open(spec);
    QVERIFY(connection);
    m_connection = std::move(connection).value();
    m_database = m_connection->database();
    QVERIFY(run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'x', size REAL, "
                               "data BLOB, big INTEGER)"))
                .isActive());
    QVERIFY(
        run(QStringLiteral("CREATE TABLE link (b INTEGER, a INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID")).isActive());
    QVERIFY(run(QStringLiteral("CREATE VIEW v AS SELECT name FROM t")).isActive());
}

QSqlQuery TestSqliteDriver::run(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        qWarning("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query;
}

QVariantList TestSqliteDriver::column(const QString &sql)
{
    QVariantList values;
    QSqlQuery query = run(sql);
    while (query.next())
        values.append(query.value(0));
    return values;
}

void TestSqliteDriver::valuesKeepTheirTypes_data()
{
    QTest::addColumn<QVariant>("in");
    QTest::addColumn<QVariant>("out");
    const auto big = std::numeric_limits<qint64>::max();
    QTest::newRow("int") << QVariant(7) << QVariant::fromValue<qint64>(7);
    QTest::newRow("bool") << QVariant(true) << QVariant::fromValue<qint64>(1);
    QTest::newRow("largest") << QVariant::fromValue<qint64>(big) << QVariant::fromValue<qint64>(big);
    QTest::newRow("smallest") << QVariant::fromValue<qint64>(-big - 1) << QVariant::fromValue<qint64>(-big - 1);
    QTest::newRow("uint") << QVariant(4000000000U) << QVariant::fromValue<qint64>(4000000000);
    QTest::newRow("double") << QVariant(0.1) << QVariant(0.1);
    QTest::newRow("text") << QVariant(QStringLiteral("\u00fcber \U0001F600"))
                          << QVariant(QStringLiteral("\u00fcber \U0001F600"));
    QTest::newRow("empty text") << QVariant(QStringLiteral("")) << QVariant(QStringLiteral(""));
    QTest::newRow("number as text") << QVariant(QStringLiteral("0042")) << QVariant(QStringLiteral("0042"));
    QTest::newRow("bytes") << QVariant(QByteArray("a\0b", 3)) << QVariant(QByteArray("a\0b", 3));
    QTest::newRow("empty bytes") << QVariant(QByteArray("")) << QVariant(QByteArray(""));
}

void TestSqliteDriver::valuesKeepTheirTypes()
{
    QFETCH(QVariant, in);
    QFETCH(QVariant, out);
    QSqlQuery query(m_database);
    QVERIFY(query.prepare(QStringLiteral("SELECT ?")));
    query.addBindValue(in);
    QVERIFY(query.exec());
    QVERIFY(query.next());
    QCOMPARE(query.value(0).typeId(), out.typeId());
    QCOMPARE(query.value(0), out);
    QVERIFY(!query.isNull(0));
}

void TestSqliteDriver::nullKeepsTheColumnsType()
{
    run(QStringLiteral("INSERT INTO t (id) VALUES (1)"));
    QSqlQuery query = run(QStringLiteral("SELECT size, data, big FROM t"));
    QVERIFY(query.next());
    QVERIFY(query.isNull(0) && query.isNull(1) && query.isNull(2));
    QCOMPARE(query.value(0).typeId(), int(QMetaType::Double));
    QCOMPARE(query.value(1).typeId(), int(QMetaType::QByteArray));
    QCOMPARE(query.value(2).typeId(), int(QMetaType::LongLong));
}

void TestSqliteDriver::anUnsignedNumberTooLargeIsRefused()
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT ?"));
    query.addBindValue(QVariant::fromValue<quint64>(std::numeric_limits<quint64>::max()));
    QVERIFY(!query.exec());
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
}

void TestSqliteDriver::datesAreWrittenAsIsoText()
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT ?, ?, ?"));
    query.addBindValue(QDate(2026, 3, 31));
    query.addBindValue(QTime(1, 2, 3, 4));
    query.addBindValue(QDateTime(QDate(2026, 3, 31), QTime(1, 2, 3, 4), Qt::UTC));
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toString(), QStringLiteral("2026-03-31"));
    QCOMPARE(query.value(1).toString(), QStringLiteral("01:02:03.004"));
    QCOMPARE(query.value(2).toString(), QStringLiteral("2026-03-31T01:02:03.004Z"));
}

void TestSqliteDriver::positionalAndNamedParametersBind()
{
    QSqlQuery query(m_database);
    QVERIFY(query.prepare(QStringLiteral("SELECT ?, ?")));
    query.bindValue(1, QStringLiteral("second"));
    query.bindValue(0, 1);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
    QCOMPARE(query.value(1).toString(), QStringLiteral("second"));
    QVERIFY(query.prepare(QStringLiteral("SELECT :first, :second, ':third'")));
    query.bindValue(QStringLiteral(":second"), 2);
    query.bindValue(QStringLiteral(":first"), 1);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
    QCOMPARE(query.value(1).toInt(), 2);
    QCOMPARE(query.value(2).toString(), QStringLiteral(":third"));
}

void TestSqliteDriver::aReusedNamedParameterBindsEverywhere()
{
    QSqlQuery query(m_database);
    QVERIFY(query.prepare(QStringLiteral("SELECT :a, :b, :a")));
    query.bindValue(QStringLiteral(":a"), 5);
    query.bindValue(QStringLiteral(":b"), 6);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt() * 100 + query.value(1).toInt() * 10 + query.value(2).toInt(), 565);
}

void TestSqliteDriver::aWrongNumberOfParametersIsAnError()
{
    QSqlQuery query(m_database);
    QVERIFY(query.prepare(QStringLiteral("SELECT ?, ?")));
    query.addBindValue(1);
    QVERIFY(!query.exec());
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
}

void TestSqliteDriver::batchesInsertEveryRow()
{
    QSqlQuery query(m_database);
    QVERIFY(query.prepare(QStringLiteral("INSERT INTO t (id, name, data) VALUES (?, ?, ?)")));
    query.addBindValue(QVariantList { 1, 2, 3 });
    query.addBindValue(QVariantList { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") });
    query.addBindValue(QVariantList { QByteArray("x"), QVariant(), QByteArray("z") });
    QVERIFY(query.execBatch());
    QCOMPARE(column(QStringLiteral("SELECT name || coalesce(data, '-') FROM t ORDER BY id")),
             (QVariantList { QStringLiteral("ax"), QStringLiteral("b-"), QStringLiteral("cz") }));
}

void TestSqliteDriver::scrollingGoesBackAndForth()
{
    run(QStringLiteral("INSERT INTO t (id) VALUES (1), (2), (3), (4)"));
    QSqlQuery query = run(QStringLiteral("SELECT id FROM t ORDER BY id"));
    QStringList seen;
    const auto note = [&](bool ok) { seen << (ok ? query.value(0).toString() : QStringLiteral("-")); };
    note(query.last());
    note(query.previous());
    note(query.first());
    note(query.previous());
    note(query.next());
    note(query.seek(2));
    note(query.seek(1, true));
    note(query.next());
    note(query.previous());
    note(query.seek(9));
    QCOMPARE(seen.join(u' '), QStringLiteral("4 3 1 - 1 3 4 - 4 -"));
    QCOMPARE(query.at(), int(QSql::AfterLastRow));
}

void TestSqliteDriver::forwardOnlyGoesForwardOnly()
{
    run(QStringLiteral("INSERT INTO t (id) VALUES (1), (2), (3), (4)"));
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    QVERIFY(query.exec(QStringLiteral("SELECT id FROM t ORDER BY id")));
    QVERIFY(query.first());
    QCOMPARE(query.value(0).toInt(), 1);
    QVERIFY(query.seek(2));
    QCOMPARE(query.value(0).toInt(), 3);
    QVERIFY(!query.previous());
    QVERIFY(query.last());
    QCOMPARE(query.value(0).toInt(), 4);
    QVERIFY(!query.next());
}

void TestSqliteDriver::lastOfAnEmptyResultIsNothing()
{
    for (const bool forwardOnly : { false, true }) {
        QSqlQuery query(m_database);
        query.setForwardOnly(forwardOnly);
        QVERIFY(query.exec(QStringLiteral("SELECT id FROM t")));
        QVERIFY(query.isActive() && query.isSelect());
        QVERIFY(!query.last());
        QVERIFY(!query.first());
        QVERIFY(!query.next());
        QCOMPARE(query.size(), -1);
    }
}

void TestSqliteDriver::lastInsertIdAndRowsAffected()
{
    QSqlQuery query = run(QStringLiteral("INSERT INTO t (id) VALUES (9007199254740993), (5)"));
    QCOMPARE(query.lastInsertId(), QVariant::fromValue<qint64>(5));
    QCOMPARE(query.numRowsAffected(), 2);
    QVERIFY(!query.isSelect());
    QCOMPARE(run(QStringLiteral("UPDATE t SET size = 1")).numRowsAffected(), 2);
    QCOMPARE(run(QStringLiteral("DELETE FROM t WHERE id = 77")).numRowsAffected(), 0);
    QCOMPARE(run(QStringLiteral("CREATE TABLE other (a)")).numRowsAffected(), 0);
    QCOMPARE(run(QStringLiteral("SELECT 1")).numRowsAffected(), -1);
}

void TestSqliteDriver::transactionsCommitAndRollBack()
{
    QVERIFY(m_database.transaction());
    run(QStringLiteral("INSERT INTO t (id) VALUES (1)"));
    QVERIFY(m_database.rollback());
    QVERIFY(m_database.transaction());
    run(QStringLiteral("INSERT INTO t (id) VALUES (2)"));
    QVERIFY(m_database.commit());
    QCOMPARE(column(QStringLiteral("SELECT id FROM t")), QVariantList { 2LL });
    QVERIFY(!m_database.commit());
    QCOMPARE(m_database.lastError().type(), QSqlError::TransactionError);
}

void TestSqliteDriver::errorsCarryTypeAndExtendedCode()
{
    run(QStringLiteral("INSERT INTO t (id) VALUES (1)"));
    QSqlQuery query(m_database);
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO t (id) VALUES (1)")));
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
    QCOMPARE(query.lastError().nativeErrorCode(), QString::number(SQLITE_CONSTRAINT_PRIMARYKEY));
    QVERIFY(!query.exec(QStringLiteral("SELECT * FROM nowhere")));
    QVERIFY(query.lastError().databaseText().contains(QStringLiteral("nowhere")));

    auto *driver = new SqliteDriver;
    QSqlDatabase database = QSqlDatabase::addDatabase(driver, QStringLiteral("missing"));
    database.setDatabaseName(QStringLiteral("/nowhere/at/all"));
    QVERIFY(!database.open());
    QVERIFY(database.isOpenError());
    QCOMPARE(database.lastError().type(), QSqlError::ConnectionError);
    database = {};
    QSqlDatabase::removeDatabase(QStringLiteral("missing"));
}

void TestSqliteDriver::severalStatementsAreRefused()
{
    QSqlQuery query(m_database);
    QVERIFY(!query.exec(QStringLiteral("SELECT 1; DELETE FROM t")));
    QVERIFY(query.exec(QStringLiteral("SELECT 1;  \n")));
}

void TestSqliteDriver::metadataNamesTablesColumnsAndKeys()
{
    QStringList tables = m_database.tables(QSql::Tables);
    tables.sort();
    QCOMPARE(tables, (QStringList { QStringLiteral("link"), QStringLiteral("t") }));
    QCOMPARE(m_database.tables(QSql::Views), QStringList { QStringLiteral("v") });
    QVERIFY(m_database.tables(QSql::AllTables).contains(QStringLiteral("sqlite_schema")));

    const QSqlRecord record = m_database.record(QStringLiteral("t"));
    QStringList columns;
    for (int i = 0; i < record.count(); ++i)
        columns << record.fieldName(i) + u':' + QLatin1String(record.field(i).metaType().name());
    QCOMPARE(columns.join(u' '), QStringLiteral("id:qlonglong name:QString size:double data:QByteArray big:qlonglong"));
    QCOMPARE(record.field(1).requiredStatus(), QSqlField::Required);
    QCOMPARE(record.field(1).defaultValue().toString(), QStringLiteral("'x'"));
    QVERIFY(record.field(0).isAutoValue());
    QVERIFY(m_database.record(QStringLiteral("nowhere")).isEmpty());

    const QSqlIndex key = m_database.primaryIndex(QStringLiteral("main.link"));
    QCOMPARE(key.count(), 2);
    QCOMPARE(key.fieldName(0) + key.fieldName(1), QStringLiteral("ab"));
}

void TestSqliteDriver::recordOfAQueryHasTypesAndTables()
{
    QSqlQuery query = run(QStringLiteral("SELECT id AS number, name, 1.5 AS half FROM t"));
    const QSqlRecord record = query.record();
    QCOMPARE(record.fieldName(0), QStringLiteral("number"));
    QCOMPARE(record.field(0).tableName(), QStringLiteral("t"));
    QCOMPARE(record.field(1).metaType().id(), int(QMetaType::QString));
    QCOMPARE(record.count(), 3);
}

void TestSqliteDriver::tableModelEditsRows()
{
    run(QStringLiteral("INSERT INTO t (id, name) VALUES (1, 'a'), (2, 'b')"));
    QSqlTableModel model(nullptr, m_database);
    model.setEditStrategy(QSqlTableModel::OnManualSubmit);
    model.setTable(QStringLiteral("t"));
    QVERIFY(model.select());
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(0, 1), QStringLiteral("it's")));
    QVERIFY(model.setData(model.index(1, 3), QByteArray("\x01\x02")));
    QVERIFY(model.removeRow(1) && model.insertRow(2));
    QVERIFY(model.setData(model.index(2, 1), QStringLiteral("new")));
    QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
    QCOMPARE(column(QStringLiteral("SELECT name FROM t ORDER BY id")),
             (QVariantList { QStringLiteral("it's"), QStringLiteral("new") }));
    QSqlQueryModel query;
    query.setQuery(QStringLiteral("SELECT * FROM t"), m_database);
    QCOMPARE(query.rowCount(), 2);
    QCOMPARE(query.columnCount(), 5);
}

void TestSqliteDriver::executingAgainStartsOver()
{
    run(QStringLiteral("INSERT INTO t (id) VALUES (1), (2), (3)"));
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT id FROM t WHERE id >= ? ORDER BY id"));
    for (int from = 1; from <= 3; ++from) {
        query.bindValue(0, from);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toInt(), from);
    }
}

void TestSqliteDriver::finishedQueryReleasesItsLock()
{
    run(QStringLiteral("INSERT INTO t (id) VALUES (1), (2), (3)"));
    QSqlQuery query = run(QStringLiteral("SELECT id FROM t"));
    QVERIFY(query.next());
    QCOMPARE(sqlite3_stmt_busy(sqlite3_next_stmt(m_connection->handle(), nullptr)), 1);
    query.finish();
    QVERIFY(!query.isActive());
    QCOMPARE(sqlite3_stmt_busy(sqlite3_next_stmt(m_connection->handle(), nullptr)), 0);
    QVERIFY(query.exec() && query.next());
}

void TestSqliteDriver::closingFinalisesEveryResult()
{
    QSqlQuery first = run(QStringLiteral("SELECT 1 UNION SELECT 2"));
    QSqlQuery second = run(QStringLiteral("SELECT 3"));
    QVERIFY(first.next());
    m_database.close();
    QVERIFY(!m_connection->handle());
    QVERIFY(!first.isActive() && !second.isActive());
    QVERIFY(!first.next());
    QVERIFY(!second.exec());
    QVERIFY(m_database.open());
    QVERIFY(second.exec(QStringLiteral("SELECT 4")) && second.next());
    QCOMPARE(second.value(0).toInt(), 4);
}

void TestSqliteDriver::queriesMayOutliveTheConnection()
{
    QSqlQuery query = run(QStringLiteral("SELECT 1"));
    m_database = {};
    m_connection.reset();
    QVERIFY(!query.next());
}

void TestSqliteDriver::interruptStopsARunningStatement()
{
    std::atomic<bool> done = false;
    std::thread stopper([this, &done] {
        while (!done)
            m_connection->interrupt();
    });
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool ok = query.exec(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                              "SELECT count(*) FROM n"));
    done = true;
    stopper.join();
    QVERIFY(!ok);
    QCOMPARE(query.lastError().nativeErrorCode(), QString::number(SQLITE_INTERRUPT));
}

void TestSqliteDriver::interruptMayMeetClose()
{
    SqliteDriver &driver = m_connection->driver();
    std::atomic<bool> done = false;
    std::thread stopper([&driver, &done] {
        while (!done)
            driver.interrupt();
    });
    for (int i = 0; i < 200; ++i) {
        driver.close();
        QVERIFY(driver.open(QStringLiteral(":memory:"), {}, {}, {}, 0, {}));
    }
    done = true;
    stopper.join();
}

QTEST_GUILESS_MAIN(TestSqliteDriver)
#include "tst_sqlitedriver.moc"
