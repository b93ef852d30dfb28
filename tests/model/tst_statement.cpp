#include "model/store/connection.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <QTest>

#include <limits>
#include <sqlite3.h>

using namespace tb;

class TestStatement : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void valuesComeBackAsTheyWereBound();
    void nullAndEmptyAreDifferentThings();
    void aFailureEndsTheLoopAndStaysInTheStatus();
    void resetMakesItReadyAgain();
    void aBrokenStatementIsAnError();
    void aForgottenTransactionRollsBack();
    void aCommittedTransactionStays();
    void commitNoticesThatSqliteHadRolledBackItself();

private:
    Statement prepared(const char *sql) const;
    qint64 count() const;

    std::unique_ptr<Connection> m_connection;
};

void TestStatement::init()
{
    m_connection.reset();
    ConnectionSpec spec;
    spec.mode = ConnectionSpec::Mode::Memory;
    auto connection = Connection::open(spec);
    QVERIFY(connection);
    m_connection = std::move(connection).value();
    QVERIFY(m_connection->execute("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB) STRICT;"
                                  "CREATE TABLE u (k INTEGER PRIMARY KEY, v TEXT UNIQUE ON CONFLICT ROLLBACK) STRICT"));
}

Statement TestStatement::prepared(const char *sql) const
{
    auto statement = Statement::prepare(m_connection->handle(), sql, QStringLiteral("here"));
    if (!statement)
        qFatal("%s", qPrintable(statement.error().detail));
    return std::move(statement).value();
}

qint64 TestStatement::count() const
{
    Statement query = prepared("SELECT (SELECT count(*) FROM t) + (SELECT count(*) FROM u)");
    return query.next() ? query.integer(0) : -1;
}

void TestStatement::valuesComeBackAsTheyWereBound()
{
    Statement insert = prepared("INSERT INTO t VALUES (?1, ?2, ?3, ?4)");
    const QByteArray bytes("a\0b\xff", 4);
    const QString text = QStringLiteral("\u05e9\u05dc\u05d5\u05dd \U0001F600 a") + QChar(u'\0') + u'b';
    insert.bind(1, std::numeric_limits<qint64>::min());
    insert.bind(2, 0.1);
    insert.bind(3, text);
    insert.bind(4, bytes);
    QVERIFY(insert.run());

    Statement query = prepared("SELECT i, r, s, b FROM t");
    QVERIFY(query.next());
    QCOMPARE(query.columnCount(), 4);
    QCOMPARE(query.integer(0), std::numeric_limits<qint64>::min());
    QCOMPARE(query.real(1), 0.1);
    QCOMPARE(query.text(2), text);
    QCOMPARE(query.blob(3).toByteArray(), bytes);
    QVERIFY(!query.next());
    QVERIFY(query.status());
}

void TestStatement::nullAndEmptyAreDifferentThings()
{
    Statement insert = prepared("INSERT INTO t VALUES (NULL, ?1, ?2, ?3)");
    insert.bindNull(1);
    insert.bind(2, QString());
    insert.bind(3, QByteArrayView());
    QVERIFY(insert.run());
    insert.bind(2, QStringLiteral(""));
    QVERIFY(insert.run());

    Statement query = prepared("SELECT r IS NULL, s IS NULL, b IS NULL, s, b FROM t ORDER BY rowid");
    QVERIFY(query.next());
    QCOMPARE(query.integer(0) * 100 + query.integer(1) * 10 + query.integer(2), 110);
    QVERIFY(query.isNull(3));
    QVERIFY(query.text(3).isNull());
    QVERIFY(!query.isNull(4));
    QVERIFY(query.next());
    QCOMPARE(query.integer(1), 0);
    QCOMPARE(query.text(3), QStringLiteral(""));
}

void TestStatement::aFailureEndsTheLoopAndStaysInTheStatus()
{
    Statement insert = prepared("INSERT INTO t (i) VALUES (?1)");
    insert.bind(1, QStringLiteral("a word in a strict integer column"));
    QVERIFY(!insert.next());
    QVERIFY(!insert.status());
    QCOMPARE(insert.status().error().kind, Error::Kind::Storage);
    QCOMPARE(insert.status().error().subject, QStringLiteral("here"));
    insert.bind(7, qint64(1)); // no such position: reported by the next step
    QVERIFY(!insert.step());
    QCOMPARE(count(), 0);
}

void TestStatement::resetMakesItReadyAgain()
{
    Statement insert = prepared("INSERT INTO t (i) VALUES (?1)");
    insert.bind(1, QStringLiteral("wrong"));
    QVERIFY(!insert.run());
    for (qint64 i = 0; i < 3; ++i) {
        insert.bind(1, i);
        QVERIFY(insert.run());
    }
    QCOMPARE(count(), 3);
}

void TestStatement::aBrokenStatementIsAnError()
{
    const auto statement = Statement::prepare(m_connection->handle(), "SELEC 1", QStringLiteral("x"));
    QVERIFY(!statement);
    QVERIFY(statement.error().detail.contains(QLatin1String("syntax error")));
}

void TestStatement::aForgottenTransactionRollsBack()
{
    {
        auto transaction = Transaction::begin(m_connection->handle());
        QVERIFY(transaction);
        QVERIFY(prepared("INSERT INTO u VALUES (1, 'a')").run());
        QCOMPARE(count(), 1);
    }
    QCOMPARE(count(), 0);
    QVERIFY(sqlite3_get_autocommit(m_connection->handle()) != 0);
}

void TestStatement::aCommittedTransactionStays()
{
    auto begun = Transaction::begin(m_connection->handle());
    QVERIFY(begun);
    Transaction transaction = std::move(begun).value();
    QVERIFY(prepared("INSERT INTO u VALUES (1, 'a')").run());
    QVERIFY(transaction.commit());
    transaction.rollback();
    QCOMPARE(count(), 1);
}

void TestStatement::commitNoticesThatSqliteHadRolledBackItself()
{
    QVERIFY(prepared("INSERT INTO u VALUES (1, 'a')").run());
    auto begun = Transaction::begin(m_connection->handle());
    Transaction transaction = std::move(begun).value();
    QVERIFY(prepared("INSERT INTO u VALUES (2, 'b')").run());
    QVERIFY(!prepared("INSERT INTO u VALUES (3, 'a')").run()); // ON CONFLICT ROLLBACK ends the transaction
    QVERIFY(!transaction.isOpen());
    const Status committed = transaction.commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().kind, Error::Kind::Io);
    QCOMPARE(count(), 1);
}

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
