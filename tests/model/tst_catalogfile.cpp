#include "model/catalog/catalogfile.h"
#include "model/catalog/catalogid.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

const QString kind = QStringLiteral("series");

QByteArray entry(const QByteArray &key, const QByteArray &title)
{
    return "{\"key\":\"" + key + "\",\"title\":" + title + ",\"category\":\"security\"}";
}

QByteArray file(const QByteArray &entries)
{
    return "{\"kind\":\"series\",\"version\":3,\"entries\":[" + entries + "]}";
}

QByteArray good()
{
    return file(entry("CC1", "\"One\"") + "," + entry("CC2", "\"Two\""));
}

/// The error as "subject | detail", or "fine".
QString outcome(const Result<CatalogFile> &result)
{
    if (result)
        return QStringLiteral("fine");
    return result.error().subject + QStringLiteral(" | ") + result.error().detail;
}

} // namespace

class TestCatalogFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsWhatTheSchemaAllows();
    void namesFileEntryAndField_data();
    void namesFileEntryAndField();
    void refusesAHugeTextWithoutReadingItAll();
    void refusesAFileOverTheLimit();
    void refusesAFolderInPlaceOfTheFile();
    void refusesALink();
    void saysThatAFileIsMissing();
    void idsAreStablePositiveAndDependOnTheKind();
    void hashFollowsContentNotSpacing();

private:
    void write(const QByteArray &bytes)
    {
        QFile out(m_dir->filePath(QStringLiteral("series.json")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    Result<CatalogFile> read(const JsonLimits &limits = {}) const
    {
        return readCatalogFile(m_dir->path(), kind, limits);
    }

    std::unique_ptr<QTemporaryDir> m_dir; // a fresh one for each test
};

void TestCatalogFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestCatalogFile::readsWhatTheSchemaAllows()
{
    write(good());
    const auto result = read();
    QCOMPARE(outcome(result), QStringLiteral("fine"));
    QCOMPARE(result.value().version, 3);
    QCOMPARE(result.value().entries.size(), 2);
    QCOMPARE(result.value().entries.at(1).value(QLatin1String("title")).toString(), QStringLiteral("Two"));
}

void TestCatalogFile::namesFileEntryAndField_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromUtf8(expected);
    };
    row("wrong type", file(entry("CC1", "7")), "series.json: CC1: title | wrong type: text expected");
    row("null", file(entry("CC1", "null")), "series.json: CC1: title | wrong type: text expected");
    row("empty text", file(entry("CC1", "\" \"")), "series.json: CC1: title | empty");
    row("too long", file(entry("CC1", '"' + QByteArray(46, 'x') + '"')),
        "series.json: CC1: title | longer than 45 characters");
    row("missing field", file("{\"key\":\"CC1\",\"title\":\"One\"}"), "series.json: CC1: category | missing");
    row("unknown field", file("{\"key\":\"CC1\",\"owner\":\"x\"}"), "series.json: CC1: owner | unknown field");
    row("unknown word", file("{\"key\":\"CC1\",\"title\":\"One\",\"category\":\"safety\"}"),
        "series.json: CC1: category | unknown word: \"safety\"");
    row("not a key", file(entry("C 1", "\"One\"")), "series.json: C 1: key | not a key: \"C 1\"");
    row("entry is a text", file("\"CC1\""), "series.json: #1 | wrong type: object expected");
    row("no key", file("{\"title\":\"One\",\"category\":\"security\"}"), "series.json: #1: key | missing");
    row("key twice", file(entry("CC1", "\"One\"") + "," + entry("CC1", "\"Two\"")),
        "series.json: CC1: key | given twice");
    row("name twice", file("{\"key\":\"CC1\",\"title\":\"One\",\"title\":\"Two\"}"),
        "series.json: CC1: title | the name is given twice");
    row("name twice, escaped", file("{\"key\":\"CC1\",\"title\":\"One\",\"t\\u0069tle\":\"Two\"}"),
        "series.json: CC1: title | the name is given twice");
    row("deep", file("{\"key\":\"CC1\",\"title\":" + QByteArray(500'000, '[') + "}"),
        "series.json: CC1: title | nested deeper than 12 levels");
    row("deep before any entry", QByteArray(500'000, '['), "series.json: #1 | nested deeper than 12 levels");
    row("not UTF-8", file(entry("CC1", "\"\xff\xfe\"")), "series.json | not UTF-8 text");
    row("other kind", "{\"kind\":\"points\",\"version\":1,\"entries\":[]}", "series.json: kind | \"series\" expected");
    row("no version", "{\"kind\":\"series\",\"entries\":[]}", "series.json: version | missing");
    row("broken version", "{\"kind\":\"series\",\"version\":1.5,\"entries\":[]}",
        "series.json: version | wrong type: whole number expected");
    row("huge version", "{\"kind\":\"series\",\"version\":1e300,\"entries\":[]}",
        "series.json: version | not between 0 and 1000000");
    row("entries is an object", "{\"kind\":\"series\",\"version\":1,\"entries\":{}}",
        "series.json: entries | wrong type: list expected");
    row("extra beside entries", "{\"kind\":\"series\",\"version\":1,\"entries\":[],\"run\":\"x\"}",
        "series.json: run | unknown field");
    row("a list", "[]", "series.json | wrong type: object expected");
    row("only closers", "]]]}}}", "series.json | illegal value at byte 1");
    row("empty", "", "series.json | illegal value at byte 0");
    row("cut off", good().left(60), "series.json | unterminated string at byte 60");
}

void TestCatalogFile::namesFileEntryAndField()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    write(bytes);
    QCOMPARE(outcome(read()), expected);
}

void TestCatalogFile::refusesAHugeTextWithoutReadingItAll()
{
    write(file(entry("CC1", '"' + QByteArray(100 * 1024 * 1024, 'x') + '"')));
    QCOMPARE(outcome(read()), QStringLiteral("series.json: CC1: title | text longer than 65536 bytes"));
}

void TestCatalogFile::refusesAFileOverTheLimit()
{
    write(good() + QByteArray(1000, ' '));
    QCOMPARE(outcome(read({ .fileBytes = 500 })), QStringLiteral("series.json | larger than 500 bytes"));
}

void TestCatalogFile::refusesAFolderInPlaceOfTheFile()
{
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("series.json")));
    QCOMPARE(outcome(read()), QStringLiteral("series.json | not a file"));
}

void TestCatalogFile::refusesALink()
{
    write(good());
    const QString moved = m_dir->filePath(QStringLiteral("elsewhere.json"));
    QVERIFY(QFile::rename(m_dir->filePath(QStringLiteral("series.json")), moved));
    QVERIFY(QFile::link(moved, m_dir->filePath(QStringLiteral("series.json"))));
    QCOMPARE(outcome(read()), QStringLiteral("series.json | not a file"));
}

void TestCatalogFile::saysThatAFileIsMissing()
{
    const auto result = read();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::NotFound);
    QCOMPARE(result.error().subject, QStringLiteral("series.json"));
}

void TestCatalogFile::idsAreStablePositiveAndDependOnTheKind()
{
    // sha256("controls/AC-01") and sha256("criteria/CC6.1"), first eight bytes, shifted right by one.
    QCOMPARE(catalogId(QStringLiteral("controls"), QStringLiteral("AC-01")), Q_INT64_C(153206786022928821));
    QCOMPARE(catalogId(QStringLiteral("criteria"), QStringLiteral("CC6.1")), Q_INT64_C(6726177538746089));
}

void TestCatalogFile::hashFollowsContentNotSpacing()
{
    write(good());
    const QByteArray first = catalogHash(read().value().entries.at(0));
    write(file("{ \"category\" : \"security\", \"title\":\"One\",\n\"key\":\"CC1\"}"));
    QCOMPARE(catalogHash(read().value().entries.at(0)), first);
    write(file(entry("CC1", "\"one\"")));
    QVERIFY(catalogHash(read().value().entries.at(0)) != first);
    QCOMPARE(first.size(), 32);
}

QTEST_GUILESS_MAIN(TestCatalogFile)
#include "tst_catalogfile.moc"
