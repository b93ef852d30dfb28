#include "model/commands.h"
#include "model/store/integrity.h"
#include "model/store/schema.h"

#include <QTest>

using namespace tb;

/// What SQLite's own checks find in a file that was changed past the program.
class TestIntegrity : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        auto made = schema::openMemory();
        QVERIFY(made);
        m_connection = std::move(made).value();
        QVERIFY(schema::migrate(*m_connection));
        Control control;
        control.id = { 1 };
        control.code = control.title = QStringLiteral("AC-01");
        QVERIFY(store::insert(*m_connection, control));
        QCOMPARE(faults(), QStringList {});
    }

    void aRowThatRefersToNothing()
    {
        QVERIFY(m_connection->execute("PRAGMA foreign_keys=OFF; UPDATE control SET owner_id=77 WHERE id=1"));
        QCOMPARE(faults(), QStringList { QStringLiteral("control row 1 refers to nothing in person") });
    }

    void aLinkThatRefersToNothing()
    {
        QVERIFY(m_connection->execute("PRAGMA foreign_keys=OFF; INSERT INTO evidence_control VALUES(9,1)"));
        QCOMPARE(faults(), QStringList { QStringLiteral("evidence_control row  refers to nothing in evidence") });
    }

    void aValueThatItsTableForbids()
    {
        QVERIFY(m_connection->execute("CREATE TABLE t(a INTEGER CHECK(a>0)); PRAGMA ignore_check_constraints=ON;"
                                      "INSERT INTO t VALUES(-1); PRAGMA ignore_check_constraints=OFF"));
        const QStringList found = faults();
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().contains(QStringLiteral("CHECK")), qPrintable(found.first()));
    }

    void manyAreCutOff()
    {
        QVERIFY(m_connection->execute("PRAGMA foreign_keys=OFF; WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL "
                                      "SELECT i+1 FROM n WHERE i<200) INSERT INTO evidence_control SELECT i,1 FROM n"));
        QCOMPARE(faults().size(), 100);
    }

private:
    QStringList faults() const
    {
        const auto found = integrityFaults(*m_connection);
        return found ? found.value() : QStringList { found.error().detail };
    }

    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
