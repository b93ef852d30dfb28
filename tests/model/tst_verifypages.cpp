#include "model/store/verifypages.h"
#include "tests/support/projectfixture.h"
#include "tests/support/silentjob.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tb;
using namespace fixture;

class TestVerifyPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aSoundFileHasNoDamage();
    void everyFlippedBitIsNoticed();
    void freePagesAreReadToo();
    void damageNamesThePage();
    void theUnencryptedFirstBytesAreChecked();
    void extraBytesAreNoticed();
    void itCanBeCancelled();

private:
    ConnectionSpec spec(const QString &path) const;
    Result<QList<DamagedPage>> check(const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    RawKey m_key;
    QByteArray m_bytes;
};

void TestVerifyPages::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("p"));
    {
        auto file = ProjectFile::create(path, passphrase(QStringLiteral("x")), plainFormat());
        QVERIFY(file);
        QVERIFY(fill(*file.value(), 200, 12000));
        QVERIFY(connectTo(*file.value())->execute("DELETE FROM t WHERE a > 100"));
        QVERIFY(number(*file.value(), "PRAGMA freelist_count") > 50);
        m_key = file.value()->key();
    }
    m_bytes = bytesOf(path);
}

ConnectionSpec TestVerifyPages::spec(const QString &path) const
{
    ConnectionSpec result;
    result.path = path;
    result.key = m_key;
    return result;
}

Result<QList<DamagedPage>> TestVerifyPages::check(const QByteArray &bytes) const
{
    const QString path = m_folder.filePath(QStringLiteral("altered"));
    if (!write(path, bytes))
        qFatal("cannot write");
    SilentJob job;
    return damagedPages(spec(path), job);
}

void TestVerifyPages::aSoundFileHasNoDamage()
{
    SilentJob job;
    const auto damaged = damagedPages(spec(m_folder.filePath(QStringLiteral("p"))), job);
    QVERIFY(damaged);
    QCOMPARE(damaged.value().size(), 0);
    QVERIFY(job.reports > 2);
}

void TestVerifyPages::everyFlippedBitIsNoticed()
{
    QRandomGenerator random(20260101);
    QList<qsizetype> places { 0, 3, 4, 15, 16, 17, 18, 19, 20, 21, 23, 24, 99, 16383, 16384, m_bytes.size() - 1 };
    for (int i = 0; i < 300; ++i)
        places << random.bounded(m_bytes.size());
    int noticed = 0;
    for (const qsizetype place : std::as_const(places)) {
        QByteArray bytes = m_bytes;
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << random.bounded(8)));
        const auto damaged = check(bytes);
        const qint64 page = place / 16384 + 1;
        const bool named = damaged && damaged.value().size() == 1 && damaged.value().first().number == page;
        if (!named && damaged)
            qWarning("byte %lld: %lld findings", static_cast<long long>(place),
                     static_cast<long long>(damaged.value().size()));
        noticed += named || (!damaged && page == 1) ? 1 : 0; // without its first page a file does not open at all
    }
    QCOMPARE(noticed, places.size());
}

void TestVerifyPages::freePagesAreReadToo()
{
    // integrity_check never reads them, which is why verifying goes page by page.
    QByteArray bytes = m_bytes;
    const qsizetype last = bytes.size() - 5000; // deleted rows stand at the end
    bytes[last] = static_cast<char>(bytes[last] ^ 1);
    const auto damaged = check(bytes);
    QVERIFY(damaged);
    QCOMPARE(damaged.value().size(), 1);
    const auto connection = Connection::open(spec(m_folder.filePath(QStringLiteral("altered"))));
    QVERIFY(connection);
    auto query = Statement::prepare(connection.value()->handle(), "PRAGMA integrity_check");
    QVERIFY(query && query.value().next());
    QCOMPARE(query.value().text(0), QStringLiteral("ok"));
}

void TestVerifyPages::damageNamesThePage()
{
    QByteArray bytes = m_bytes;
    for (const int page : { 3, 7, 8, 90 })
        bytes[(page - 1) * 16384 + 100] = static_cast<char>(bytes[(page - 1) * 16384 + 100] ^ 4);
    const auto damaged = check(bytes);
    QVERIFY(damaged);
    QStringList numbers;
    for (const DamagedPage &page : damaged.value())
        numbers << QString::number(page.number);
    QCOMPARE(numbers.join(u' '), QStringLiteral("3 7 8 90"));
}

void TestVerifyPages::theUnencryptedFirstBytesAreChecked()
{
    for (const int place : { 1, 12, 18 }) {
        QByteArray bytes = m_bytes;
        bytes[place] = static_cast<char>(bytes[place] ^ 2);
        const auto damaged = check(bytes);
        QVERIFY(!damaged || !damaged.value().isEmpty());
    }
}

void TestVerifyPages::extraBytesAreNoticed()
{
    const auto damaged = check(m_bytes + QByteArray(16384, 'x'));
    QVERIFY(damaged);
    QCOMPARE(damaged.value().size(), 1);
    QCOMPARE(damaged.value().first().number, m_bytes.size() / 16384 + 1);
}

void TestVerifyPages::itCanBeCancelled()
{
    SilentJob job;
    job.cancelAfter = 0;
    QCOMPARE(kindOf(damagedPages(spec(m_folder.filePath(QStringLiteral("p"))), job)), QStringLiteral("cancelled"));
}

QTEST_GUILESS_MAIN(TestVerifyPages)
#include "tst_verifypages.moc"
