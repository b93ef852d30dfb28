#include "reports/paint/fonts.h"
#include "reports/pdf/pagetable.h"
#include "reports/pdf/readinessreport.h"
#include "tests/reports/sample.h"

#include <QPdfBookmarkModel>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPdfWriter>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace tb;

class TestReadinessReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesSayWhatTheRecordsSay();
    void warningsAreNamedOnceWithWhereTheyStand();
    void everyPageIsNumbered();
    void tableHeadingsAreRepeated();
    void bookmarksLeadToTheSections();
    void propertiesAreSet();
    void theSameInputGivesTheSameBytes();
    void letterIsLetter();
    void rowsStayWhole();
    void longRowsAreSplit();
    void hostileTextIsPrinted();
    void whatNoFontDrawsIsReplaced();
    void cancellingLeavesTheTargetAlone();
    void aFullDiskLeavesTheTargetAlone();
    void anEmptyProjectStillMakesAReport();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("out.pdf")); }
    void write(const Records &records, pdf::Paper paper = pdf::Paper::A4)
    {
        sample::PlainJob job;
        const auto written = writeReadinessReport(sample::input(records), path(), job, paper);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    }
    QStringList pageTexts() const
    {
        QPdfDocument document;
        document.load(path());
        QStringList texts;
        for (int i = 0; i < document.pageCount(); ++i)
            texts.append(document.getAllText(i).text().simplified());
        return texts;
    }
    QTemporaryDir m_folder;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestReadinessReport::initTestCase()
{
    QVERIFY(paint::loadFonts());
}

void TestReadinessReport::pagesSayWhatTheRecordsSay()
{
    write(sample::records());
    const QStringList texts = pageTexts();
    QCOMPARE(texts.size(), 6); // cover, contents, summary, controls, warnings, evidence
    QVERIFY(texts.at(0).contains(QStringLiteral("Northquill Software")));
    QVERIFY(texts.at(0).contains(QStringLiteral("1 July 2025 to 30 June 2026")));
    QVERIFY(texts.at(2).contains(QStringLiteral("0 of 3 criteria in scope are ready")));
    QVERIFY(texts.at(3).contains(QStringLiteral("CC6.1 Logical access security")));
    QVERIFY(texts.at(3).contains(QStringLiteral("AC-01"))); // with a hyphen that can be searched for
    QVERIFY(texts.at(3).contains(QStringLiteral("Listed under CC6.1 too")));
    QVERIFY(texts.at(3).contains(QStringLiteral("Not ready: no control")));
    const QString hash = sample::records().evidence.all().first().sha256;
    QVERIFY(QString(texts.at(5)).remove(QLatin1Char(' ')).contains(hash));
    QVERIFY(!texts.join(QLatin1Char(' ')).contains(QStringLiteral("compliant"), Qt::CaseInsensitive));
}

void TestReadinessReport::warningsAreNamedOnceWithWhereTheyStand()
{
    write(sample::records());
    QVERIFY(pageTexts().at(2).contains(QStringLiteral("are in section 3")));
    const QString page = pageTexts().at(4);
    QCOMPARE(page.count(QStringLiteral("What is due on 30 June 2026")), 1);
    QVERIFY2(page.contains(QStringLiteral("AC-01, AC-02, AC-03,")) && page.contains(QStringLiteral("AC-04")),
             qPrintable(page));
    QVERIFY(page.contains(QStringLiteral("Perform it before")));
    QVERIFY(!page.contains(QStringLiteral("no occurrence"))); // a blocker
    Records calm = sample::records(0, 0);
    write(calm);
    QVERIFY(pageTexts().at(4).contains(QStringLiteral("Nothing is to be watched")));
}

void TestReadinessReport::everyPageIsNumbered()
{
    write(sample::records(60, 80));
    const QStringList texts = pageTexts();
    QVERIFY(texts.size() > 6);
    for (int i = 1; i < texts.size(); ++i) { // not the cover
        QVERIFY2(texts.at(i).contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(texts.size())),
                 qPrintable(texts.at(i)));
        QVERIFY(texts.at(i).contains(QStringLiteral("12 Mar 2026 · record e41b7d02")));
        QVERIFY(texts.at(i).contains(QStringLiteral("Confidential")));
    }
}

void TestReadinessReport::tableHeadingsAreRepeated()
{
    write(sample::records(4, 80));
    int headed = 0;
    const QStringList texts = pageTexts();
    for (const QString &text : texts)
        headed += text.contains(QStringLiteral("Collected Freshness")) ? 1 : 0;
    QVERIFY2(headed >= 4, qPrintable(QString::number(headed)));
}

void TestReadinessReport::bookmarksLeadToTheSections()
{
    write(sample::records());
    QPdfDocument document;
    document.load(path());
    QPdfBookmarkModel bookmarks;
    bookmarks.setDocument(&document);
    QStringList titles;
    for (int row = 0; row < bookmarks.rowCount({}); ++row)
        titles.append(
            bookmarks.index(row, 0).data(static_cast<int>(QPdfBookmarkModel::Role::Title)).toString().simplified());
    QCOMPARE(titles,
             QStringList({ QStringLiteral("1 Summary"), QStringLiteral("2 Controls by criterion"),
                           QStringLiteral("3 Warnings"), QStringLiteral("4 Evidence index") }));
    const QModelIndex controls = bookmarks.index(1, 0);
    QCOMPARE(controls.data(static_cast<int>(QPdfBookmarkModel::Role::Page)).toInt(), 3);
    QCOMPARE(bookmarks.rowCount(controls), 3); // one per criterion
}

void TestReadinessReport::propertiesAreSet()
{
    write(sample::records());
    QPdfDocument document;
    document.load(path());
    QCOMPARE(document.metaData(QPdfDocument::MetaDataField::Title).toString(),
             QStringLiteral("Northquill Software: readiness report"));
    QCOMPARE(document.metaData(QPdfDocument::MetaDataField::Author).toString(), QStringLiteral("Maren Okafor"));
    QCOMPARE(document.metaData(QPdfDocument::MetaDataField::CreationDate).toDateTime().toUTC().date(),
             QDate(2026, 3, 12));
    const QByteArray bytes = contentOf(path());
    QVERIFY(bytes.contains("<pdfaid:part>1</pdfaid:part>"));
    QVERIFY(bytes.contains("/Lang (en)"));
    QVERIFY(bytes.contains("/OutputIntents"));
}

void TestReadinessReport::theSameInputGivesTheSameBytes()
{
    write(sample::records());
    const QByteArray first = contentOf(path());
    QTest::qSleep(1100); // a clock would have moved on
    write(sample::records());
    QVERIFY(!first.isEmpty());
    QVERIFY(contentOf(path()) == first);
}

void TestReadinessReport::letterIsLetter()
{
    write(sample::records(), pdf::Paper::Letter);
    QPdfDocument document;
    document.load(path());
    QCOMPARE(document.pagePointSize(0).toSize(), QSize(612, 792));
}

void TestReadinessReport::rowsStayWhole()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdf::resolution);
    const pdf::FontSet fonts(writer);
    const pdf::Geometry geometry = pdf::geometryOf(pdf::Paper::A4);
    pdf::PageFlow flow(fonts, geometry);
    flow.startPage(QStringLiteral("section"));
    pdf::PageTable table(flow, { { QStringLiteral("ID"), 52 }, { QStringLiteral("Text"), 0 } });
    const QString threeLines
        = QStringLiteral("words that fill a line of this column and go on to the next one ").repeated(4);
    for (int i = 0; i < 100; ++i)
        table.addRow({ { { QString::number(i) }, { threeLines } } });
    QVERIFY(flow.pages().size() > 3);
    QSet<QString> ids;
    for (const pdf::Page &page : flow.pages()) {
        qreal lastRule = 0;
        qreal lowest = 0;
        for (const pdf::Item &item : page.items) {
            if (const auto *text = std::get_if<pdf::TextItem>(&item)) {
                lowest = std::max(lowest, text->baseline.y());
                ids.insert(text->text);
            } else if (const auto *box = std::get_if<pdf::BoxItem>(&item)) {
                lastRule = std::max(lastRule, box->box.top());
            }
        }
        QVERIFY(lowest < lastRule); // every row is closed on the page it began on
        QVERIFY(lastRule <= geometry.bottom + 1);
    }
    QVERIFY(ids.contains(QStringLiteral("99")));
}

void TestReadinessReport::longRowsAreSplit()
{
    Records records = sample::records();
    Evidence item = records.evidence.all().first();
    item.title = QStringLiteral("endless ").repeated(20000);
    records.evidence.put(item);
    write(records);
    QVERIFY(pageTexts().size() > 20);
}

void TestReadinessReport::hostileTextIsPrinted()
{
    Records records = sample::records();
    Engagement engagement = records.engagement();
    engagement.organisation = QStringLiteral("A & B <script> (x) \\ %1 \u2028 Łódź");
    engagement.lead = QString::fromUtf8("مراجعة 🔐");
    records.engagements.put(engagement);
    Control control = records.controls.all().first();
    control.title = QString(900, QLatin1Char('W'));
    records.controls.put(control);
    write(records);
    QVERIFY(pageTexts().first().contains(QStringLiteral("A & B <script> (x)")));
}

void TestReadinessReport::whatNoFontDrawsIsReplaced()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    const pdf::FontSet fonts(writer);
    const auto shown = [&](const QString &text) { return fonts.printable(pdf::Style::Body, text); };
    const QString usual = QStringLiteral("Łódź “AC-02” · 2/4 – …");
    QCOMPARE(shown(usual), usual);
    QCOMPARE(shown(QStringLiteral("a\tb\u2028c\u200Dd\u202Ee")), QStringLiteral("a b cde"));
    const char32_t nobodysCharacter = 0x10FFFD; // for private use
    const QString replaced = shown(QString::fromUcs4(&nobodysCharacter, 1));
    QCOMPARE(replaced.size(), 1);
    QVERIFY(!replaced.at(0).isSurrogate());
    QCOMPARE(shown(QString(QChar(0xD800))), QStringLiteral("\uFFFD"));
    QCOMPARE(fonts.wrapped(pdf::Style::Body, QStringLiteral("one\ntwo"), 400),
             QStringList({ QStringLiteral("one"), QStringLiteral("two") }));
}

void TestReadinessReport::cancellingLeavesTheTargetAlone()
{
    QFile before(path());
    QVERIFY(before.open(QIODevice::WriteOnly | QIODevice::Truncate));
    before.write("earlier report");
    before.close();
    for (const int patience : { 0, 4, 8, 11 }) {
        sample::PlainJob job(patience);
        const auto written = writeReadinessReport(sample::input(sample::records()), path(), job);
        QVERIFY2(!written, qPrintable(QString::number(patience)));
        QCOMPARE(written.error().kind, Error::Kind::Cancelled);
        QCOMPARE(contentOf(path()), QByteArrayLiteral("earlier report"));
    }
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList { QStringLiteral("out.pdf") });
    QFile::remove(path());
}

void TestReadinessReport::aFullDiskLeavesTheTargetAlone()
{
#ifdef Q_OS_UNIX
    QFile before(path());
    QVERIFY(before.open(QIODevice::WriteOnly | QIODevice::Truncate));
    before.write("earlier report");
    before.close();
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old {};
    getrlimit(RLIMIT_FSIZE, &old);
    const ReportInput input = sample::input(sample::records());
    for (const rlim_t limit : { rlim_t(512), rlim_t(8192), rlim_t(30000) }) {
        const rlimit small { limit, old.rlim_max };
        setrlimit(RLIMIT_FSIZE, &small);
        sample::PlainJob job;
        const auto written = writeReadinessReport(input, path(), job);
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY2(!written, qPrintable(QString::number(limit)));
        QCOMPARE(written.error().kind, Error::Kind::DiskFull);
        QCOMPARE(contentOf(path()), QByteArrayLiteral("earlier report"));
    }
    std::signal(SIGXFSZ, ignored);
    QFile::remove(path());
#endif
}

void TestReadinessReport::anEmptyProjectStillMakesAReport()
{
    write(Records {});
    QVERIFY(pageTexts().size() >= 4);
}

QTEST_MAIN(TestReadinessReport)
#include "tst_readinessreport.moc"
