// Files that are no project, or no longer: each gives one kind of Error, at once, and is left as it was.
#include "model/store/filestorage.h"
#include "model/store/projectfile.h"
#include "tests/support/projectfixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace tb;
using namespace fixture;
using Access = ProjectFile::Access;

class TestHostileFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void foreignBytesAreNotOurs_data();
    void foreignBytesAreNotOurs();
    void everyTruncationIsDamage();
    void thingsThatAreNoFilesAreRefusedAtOnce();
    void aMissingFileIsNotFound();
    void namesThatAreTooLongAreInvalid();
    void strangeNamesWork_data();
    void strangeNamesWork();
    void aFolderInThePlaceOfTheTargetIsInvalid();
    void aReadOnlyFolderIsReadOnly();

private:
    QString kind(const QString &path, Access access) const;
    void checkBoth(const QString &path, const QString &expected) const;

    QTemporaryDir m_folder;
    QString m_good;
    QByteArray m_bytes;
    const Unlock m_unlock = passphrase(QStringLiteral("secret"));
};

void TestHostileFiles::initTestCase()
{
    m_good = m_folder.filePath(QStringLiteral("good.trustbench"));
    auto file = ProjectFile::create(m_good, m_unlock, plainFormat());
    QVERIFY(file);
    QVERIFY(fill(*file.value(), 30, 9000));
    file = Error {};
    m_bytes = bytesOf(m_good);
}

QString TestHostileFiles::kind(const QString &path, Access access) const
{
    return kindOf(ProjectFile::open(path, m_unlock, access, plainFormat()));
}

void TestHostileFiles::checkBoth(const QString &path, const QString &expected) const
{
    const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    QCOMPARE(kind(path, Access::ReadWrite), expected);
    QCOMPARE(kind(path, Access::ReadOnly), expected);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System), before);
}

void TestHostileFiles::foreignBytesAreNotOurs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("T");
    QTest::newRow("half a magic and rubbish") << QByteArray("TBN?");
    QTest::newRow("plain SQLite") << QByteArray("SQLite format 3\0", 16) + QByteArray(65536 - 16, '\0');
    QTest::newRow("text") << QByteArray("hello world\n").repeated(5000);
    QTest::newRow("zeros") << QByteArray(100000, '\0');
}

void TestHostileFiles::foreignBytesAreNotOurs()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(QStringLiteral("foreign"));
    QVERIFY(write(path, bytes));
    checkBoth(path, bytes == "T" ? QStringLiteral("damaged") : QStringLiteral("not ours"));
    QCOMPARE(bytesOf(path), bytes);
}

void TestHostileFiles::everyTruncationIsDamage()
{
    const QString path = m_folder.filePath(QStringLiteral("short"));
    QList<qsizetype> lengths { 1, 3, 4, 15, 16, 17, 100, 4096, 16383, 16384, 16385, 20000 };
    for (qsizetype length = 32768; length < m_bytes.size(); length += 16384)
        lengths << length << length + 5000;
    lengths << m_bytes.size() - 1;
    for (const qsizetype length : std::as_const(lengths)) {
        QVERIFY(write(path, m_bytes.first(length)));
        QCOMPARE(kind(path, Access::ReadOnly), QStringLiteral("damaged"));
        QCOMPARE(kind(path, Access::ReadWrite), QStringLiteral("damaged"));
        QCOMPARE(bytesOf(path).size(), length);
    }
}

void TestHostileFiles::thingsThatAreNoFilesAreRefusedAtOnce()
{
    const QString fifo = m_folder.filePath(QStringLiteral("fifo"));
    QCOMPARE(mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    checkBoth(fifo, QStringLiteral("not ours"));
    checkBoth(m_folder.path(), QStringLiteral("not ours"));
    const QString loop = m_folder.filePath(QStringLiteral("loop"));
    QVERIFY(QFile::link(loop, loop));
    checkBoth(loop, QStringLiteral("io"));
    const QString dangling = m_folder.filePath(QStringLiteral("dangling"));
    QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("gone")), dangling));
    checkBoth(dangling, QStringLiteral("not found"));
}

void TestHostileFiles::aMissingFileIsNotFound()
{
    checkBoth(m_folder.filePath(QStringLiteral("missing")), QStringLiteral("not found"));
    checkBoth(m_folder.filePath(QStringLiteral("no/such/folder")), QStringLiteral("not found"));
    checkBoth(m_good + QStringLiteral("/inside a file"), QStringLiteral("not found"));
}

void TestHostileFiles::namesThatAreTooLongAreInvalid()
{
    const QString path = m_folder.filePath(QString(300, u'n'));
    checkBoth(path, QStringLiteral("invalid"));
    QCOMPARE(kindOf(ProjectFile::create(path, m_unlock, plainFormat())), QStringLiteral("invalid"));
}

void TestHostileFiles::strangeNamesWork_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("emoji") << QStringLiteral("\U0001F512\U0001F468\u200D\U0001F469.trustbench");
    QTest::newRow("right to left") << QStringLiteral("\u05d3\u05d5\u05d7 \u202Ehcnebtsurt.trustbench");
    QTest::newRow("URI") << QStringLiteral("file:a?mode=memory&b%20c#d.trustbench");
    QTest::newRow("quotes") << QStringLiteral("it's \"x\"; DROP TABLE t; --.trustbench");
    QTest::newRow("line break") << QStringLiteral("a\nb\t.trustbench");
    QTest::newRow("long") << QString(240, u'n');
}

void TestHostileFiles::strangeNamesWork()
{
    QFETCH(QString, name);
    const QString path = m_folder.filePath(name);
    QCOMPARE(kindOf(ProjectFile::create(path, m_unlock, plainFormat())), QStringLiteral("ok"));
    QVERIFY(QFile::exists(path));
    QCOMPARE(kind(path, Access::ReadWrite), QStringLiteral("ok"));
    QCOMPARE(kind(path, Access::ReadOnly), QStringLiteral("ok"));
}

void TestHostileFiles::aFolderInThePlaceOfTheTargetIsInvalid()
{
    const QString path = m_folder.filePath(QStringLiteral("folder"));
    QVERIFY(QDir().mkdir(path));
    QCOMPARE(kindOf(ProjectFile::create(path, m_unlock, plainFormat())), QStringLiteral("invalid"));
    QCOMPARE(kindOf(ProjectFile::create(m_folder.filePath(QStringLiteral("no/folder/p")), m_unlock, plainFormat())),
             QStringLiteral("not found"));
}

void TestHostileFiles::aReadOnlyFolderIsReadOnly()
{
    const QString folder = m_folder.filePath(QStringLiteral("sealed"));
    QVERIFY(QDir().mkdir(folder));
    const QString path = folder + QStringLiteral("/p.trustbench");
    QVERIFY(QFile::copy(m_good, path));
    chmod(QFile::encodeName(path).constData(), 0444);
    chmod(QFile::encodeName(folder).constData(), 0555);
    // Root may write anywhere: an ordinary user's identity for the calls that ask.
    const bool root = geteuid() == 0;
    if (root) {
        chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
        QCOMPARE(seteuid(65534), 0);
    }
    const QString writing = kind(path, Access::ReadWrite);
    const QString reading = kind(path, Access::ReadOnly);
    const QString creating
        = kindOf(ProjectFile::create(folder + QStringLiteral("/new.trustbench"), m_unlock, plainFormat()));
    if (root)
        QCOMPARE(seteuid(0), 0);
    QCOMPARE(writing, QStringLiteral("read only"));
    QCOMPARE(reading, QStringLiteral("ok"));
    QCOMPARE(creating, QStringLiteral("read only"));
    chmod(QFile::encodeName(folder).constData(), 0755);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
