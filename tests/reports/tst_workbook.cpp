#include "reports/workbook/packagecheck.h"
#include "reports/workbook/sheets.h"
#include "reports/workbook/workbook.h"
#include "reports/workbook/xlsxfile.h"
#include "tests/reports/sample.h"
#include "tests/reports/xlsxreader.h"

#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <utime.h>
#endif

using namespace tb;

class TestWorkbook : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfAControlHasOneColumn();
    void sheetsHoldWhatTheRecordsSay();
    void computedCellsAreLockedAndOthersAreNot();
    void listsOfferTheirValues();
    void keysAreHiddenText();
    void everyTableCanBeScrolledFilteredAndPrinted();
    void columnsAreWideEnoughForTheirHeadings();
    void typedColumnsCheckWhatIsTyped();
    void warningsStandApartFromBlockers();
    void textNeverBecomesAFormula_data();
    void textNeverBecomesAFormula();
    void overlongTextIsCutWithAMark();
    void theSameInputGivesTheSameBytes();
    void cancellingLeavesTheTargetAlone();
    void aFolderThatIsNotThereIsAnError();
    void aProjectIsNeverTheTarget();
    void whatAKilledExportLeftIsSweptAfterADay();
    void aReadOnlyTargetIsAnError();
    void aFullDiskLeavesTheTargetAlone();
    void nothingElseStaysInTheFolder();
    void anEmptyProjectStillMakesAWorkbook();
    void aCutPackageIsNoticed();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("out.xlsx")); }
    void write(const Records &records)
    {
        sample::PlainJob job;
        const auto written = writeWorkbook(sample::input(records), path(), job);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    }
    QTemporaryDir m_folder;
};

namespace {

const QString matrix = QStringLiteral("Control matrix");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The address of the cell under the heading @p title in row @p row (1 is the first record).
QString cellUnder(const QHash<QString, XlsxReader::Value> &cells, const QString &title, int row)
{
    for (int column = 0; column < 60; ++column) {
        const QString letters = workbook::columnLetters(column);
        if (cells.value(letters + QLatin1Char('1')).text == title)
            return letters + QString::number(row + 1);
    }
    return {};
}

} // namespace

void TestWorkbook::everyFieldOfAControlHasOneColumn()
{
    const ReportInput input = sample::input(sample::records());
    const auto controls = workbook::controlSheet(input, workbook::placesOf(input.records));
    for (const auto &field : Description<Control>::fields) {
        if (!field.has(Fixed))
            QVERIFY2(controls.columnOf(field.nameString()) >= 0, field.name);
    }
    const auto evidence = workbook::evidenceSheet(input, workbook::placesOf(input.records));
    for (const auto &field : Description<Evidence>::fields) {
        if (!field.has(Fixed))
            QVERIFY2(evidence.columnOf(field.nameString()) >= 0, field.name);
    }
    for (const auto &table : { controls, evidence }) {
        QStringList titles;
        for (const auto &column : table.columns)
            titles.append(column.title);
        QCOMPARE(QSet<QString>(titles.cbegin(), titles.cend()).size(), titles.size()); // a table needs that
        QCOMPARE(table.row(0).size(), table.columns.size());
    }
}

void TestWorkbook::sheetsHoldWhatTheRecordsSay()
{
    write(sample::records());
    const XlsxReader xlsx(path());
    QCOMPARE(xlsx.sheetNames(),
             QStringList({ QStringLiteral("Cover"), matrix, QStringLiteral("Criteria coverage"),
                           QStringLiteral("Evidence index"), QStringLiteral("Lists") }));
    const auto cells = xlsx.cells(matrix);
    const auto at
        = [&](const char *title, int row) { return cells.value(cellUnder(cells, QLatin1String(title), row)).text; };
    QCOMPARE(at("ID", 1), QStringLiteral("AC-01"));
    QCOMPARE(at("Owner", 1), QStringLiteral("Luis Berg"));
    QCOMPARE(at("Frequency", 2), QStringLiteral("Quarterly"));
    QCOMPARE(at("Criteria", 1), QStringLiteral("CC6.1; CC6.2"));
    QCOMPARE(at("Work status", 1), QStringLiteral("In progress"));
    QCOMPARE(at("Status", 1), QStringLiteral("In progress"));
    QCOMPARE(at("Status", 2), QStringLiteral("Gap"));
    QVERIFY(at("What is missing", 2).contains(QStringLiteral("quarter ending 31 December 2025")));
    const qint64 days = QDate(1899, 12, 30).daysTo(QDate(2026, 4, 30)); // a real date, not text
    QCOMPARE(at("Target date", 1).toLongLong(), days);
    const QByteArray cover = xlsx.sheet(QStringLiteral("Cover"));
    QVERIFY(cover.contains("hyperlink"));
    const auto coverCells = xlsx.cells(QStringLiteral("Cover"));
    QStringList texts;
    for (const auto &cell : coverCells)
        texts.append(cell.text);
    QVERIFY(texts.contains(QStringLiteral("Northquill Software")));
    QVERIFY(texts.contains(QStringLiteral("1284 entries")) || texts.contains(QStringLiteral("1,284 entries")));
    QVERIFY(texts.contains(QString::fromLatin1(sample::input({}).head.hash.toHex())));
}

void TestWorkbook::computedCellsAreLockedAndOthersAreNot()
{
    write(sample::records());
    const XlsxReader xlsx(path());
    QVERIFY(xlsx.sheet(matrix).contains("<sheetProtection"));
    const auto cells = xlsx.cells(matrix);
    for (const char *title : { "Status", "Evidence", "Due", "What is missing", "Key" })
        QVERIFY2(xlsx.isLocked(cells.value(cellUnder(cells, QLatin1String(title), 1)).style), title);
    for (const char *title : { "ID", "Owner", "Work status", "Criteria", "Target date" })
        QVERIFY2(!xlsx.isLocked(cells.value(cellUnder(cells, QLatin1String(title), 1)).style), title);
}

void TestWorkbook::listsOfferTheirValues()
{
    write(sample::records());
    const XlsxReader xlsx(path());
    const QString sheet = QString::fromUtf8(xlsx.sheet(matrix));
    QVERIFY(sheet.contains(QStringLiteral("\"Not started,In progress,Implemented,Not applicable\"")));
    QVERIFY(sheet.contains(QStringLiteral("$A$2:$A$3"))); // two people
    const auto lists = xlsx.cells(QStringLiteral("Lists"));
    QCOMPARE(lists.value(QStringLiteral("A2")).text, QStringLiteral("Ana Ruiz"));
    QCOMPARE(lists.value(QStringLiteral("A3")).text, QStringLiteral("Luis Berg"));
}

void TestWorkbook::keysAreHiddenText()
{
    Records records = sample::records(0, 0);
    records.controls.put(sample::control(9223372036854775807, QStringLiteral("AC-01"), QStringLiteral("Big key")));
    write(records);
    const XlsxReader xlsx(path());
    const auto cells = xlsx.cells(matrix);
    const QString address = cellUnder(cells, QStringLiteral("Key"), 1);
    QCOMPARE(cells.value(address).text, QStringLiteral("9223372036854775807"));
    QCOMPARE(cells.value(address).type, QStringLiteral("s"));
    QVERIFY(xlsx.sheet(matrix).contains("hidden=\"1\""));
}

void TestWorkbook::everyTableCanBeScrolledFilteredAndPrinted()
{
    write(sample::records());
    const XlsxReader xlsx(path());
    const QByteArray book = xlsx.parts.value(QStringLiteral("xl/workbook.xml"));
    QCOMPARE(book.count("\"_xlnm.Print_Titles\""), 4); // all but the cover, which is one page
    int table = 0;
    for (const QString &name : xlsx.sheetNames()) {
        const QByteArray sheet = xlsx.sheet(name);
        const QByteArray said = name.toUtf8();
        QVERIFY2(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"), said.constData());
        QVERIFY2(sheet.contains("orientation=\"landscape\""), said.constData());
        QVERIFY2(!sheet.contains("fitToWidth"), said.constData()); // 1 when it is not said
        QVERIFY2(sheet.contains("&amp;P / &amp;N</oddFooter>"), said.constData());
        QVERIFY2(sheet.contains("<oddHeader>&amp;LNorthquill Software&amp;R&amp;A</oddHeader>"), said.constData());
        if (name == QStringLiteral("Cover"))
            continue;
        QVERIFY2(sheet.contains("fitToHeight=\"0\""), said.constData());
        QVERIFY2(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), said.constData());
        QVERIFY2(book.contains('\'' + said + "'!$1:$1") || book.contains(said + "!$1:$1"), said.constData());
        if (name == QStringLiteral("Lists"))
            continue;
        QVERIFY2(sheet.contains("<tableParts count=\"1\">"), said.constData());
        const QByteArray part = xlsx.parts.value(QStringLiteral("xl/tables/table%1.xml").arg(++table));
        QVERIFY2(part.contains("<autoFilter ref=\"A1:"), said.constData());
        QVERIFY2(sheet.contains("autoFilter=\"0\""), said.constData()); // the protection lets it be used
    }
    QCOMPARE(table, 3);
}

void TestWorkbook::columnsAreWideEnoughForTheirHeadings()
{
    const ReportInput input = sample::input(sample::records());
    const auto places = workbook::placesOf(input.records);
    write(sample::records());
    const XlsxReader xlsx(path());
    for (const auto &table : { workbook::controlSheet(input, places), workbook::coverageSheet(input, places),
                               workbook::evidenceSheet(input, places) }) {
        const QList<double> widths = xlsx.columnWidths(table.name);
        QCOMPARE(widths.size(), table.columns.size());
        for (int i = 0; i < widths.size(); ++i) {
            const QString title = table.columns.at(i).title;
            qsizetype longest = 0; // a heading is wrapped between words, over two lines
            for (const QString &word : title.split(QLatin1Char(' ')))
                longest = std::max(longest, word.size());
            QVERIFY2(widths.at(i) >= static_cast<double>(longest), qPrintable(title));
            QVERIFY2(widths.at(i) * 2 >= static_cast<double>(title.size()), qPrintable(title));
        }
    }
}

void TestWorkbook::typedColumnsCheckWhatIsTyped()
{
    write(sample::records());
    const XlsxReader xlsx(path());
    const auto cells = xlsx.cells(matrix);
    const auto types = xlsx.validations(matrix);
    const auto typeUnder = [&](const char *title) { return types.value(cellUnder(cells, QLatin1String(title), 1)); };
    for (const char *title : { "Work status", "Frequency", "Owner", "Performed by", "Type", "Nature", "Calendar" })
        QVERIFY2(typeUnder(title) == QStringLiteral("list"), title);
    for (const char *title : { "Target date", "Implemented on" })
        QVERIFY2(typeUnder(title) == QStringLiteral("date"), title);
    for (const char *title : { "Status", "What is missing", "Warnings", "Key", "ID" })
        QVERIFY2(typeUnder(title).isEmpty(), title);
}

void TestWorkbook::warningsStandApartFromBlockers()
{
    Records records = sample::records();
    ControlDecision decision;
    decision.id.value = 1;
    decision.control.value = 4;
    decision.rule = 8;
    decision.text = QStringLiteral("Agreed");
    decision.decidedBy.value = 1;
    decision.decidedOn = QDate(2025, 9, 1);
    records.controlDecisions.put(decision);
    Control late = *records.controls.find({ 4 });
    late.implementedOn = QDate(2025, 8, 1);
    records.controls.put(late);
    write(records);
    const XlsxReader xlsx(path());
    const auto cells = xlsx.cells(matrix);
    const QString missing = cells.value(cellUnder(cells, QStringLiteral("What is missing"), 2)).text;
    const QString warnings = cells.value(cellUnder(cells, QStringLiteral("Warnings"), 2)).text;
    QVERIFY2(missing.startsWith(QStringLiteral("\u25B2 ")), qPrintable(missing));
    QVERIFY2(warnings.startsWith(QStringLiteral("\u25F7 What is due on 30 June 2026")), qPrintable(warnings));
    QVERIFY(xlsx.isLocked(cells.value(cellUnder(cells, QStringLiteral("Warnings"), 2)).style));
    const QString decided = cells.value(cellUnder(cells, QStringLiteral("Warnings"), 4)).text;
    QVERIFY2(decided.contains(QStringLiteral("implemented on 1 August 2025"), Qt::CaseInsensitive)
                 && decided.contains(QStringLiteral("a decision is noted")),
             qPrintable(decided));
    const auto coverage = xlsx.cells(QStringLiteral("Criteria coverage"));
    QVERIFY(!cellUnder(coverage, QStringLiteral("Warnings"), 1).isEmpty());
    QVERIFY(coverage.value(cellUnder(coverage, QStringLiteral("What is missing"), 1))
                .text.startsWith(QStringLiteral("\u25B2 AC-01 is not ready")));
}

void TestWorkbook::textNeverBecomesAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("equals") << QStringLiteral("=1+1");
    QTest::newRow("plus") << QStringLiteral("+1");
    QTest::newRow("minus") << QStringLiteral("-1+2");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)");
    QTest::newRow("command") << QStringLiteral("=cmd|' /C calc'!A0");
    QTest::newRow("tab") << QStringLiteral("\t=1");
    QTest::newRow("return") << QStringLiteral("\r=1");
    QTest::newRow("address") << QStringLiteral("http://example.org/");
    QTest::newRow("xml") << QStringLiteral("</t><f>1</f> & \"<>\"");
    QTest::newRow("escape") << QStringLiteral("_x0041_ stays");
    QTest::newRow("right to left") << QString::fromUtf8("مراجعة الوصول");
    QTest::newRow("emoji") << QString::fromUtf8("🔐 keys 👩‍💻");
    QTest::newRow("spaces") << QStringLiteral("  around  ");
}

void TestWorkbook::textNeverBecomesAFormula()
{
    QFETCH(QString, text);
    Records records = sample::records();
    Control control = records.controls.all().first();
    control.notes = text;
    control.title = text;
    records.controls.put(control);
    Person person = records.people.all().first();
    person.name = text;
    records.people.put(person);
    write(records);
    const XlsxReader xlsx(path());
    for (const QString &sheet : xlsx.sheetNames())
        (void)xlsx.cells(sheet);
    QCOMPARE(xlsx.formulas, QStringList());
    const auto cells = xlsx.cells(matrix);
    const auto cell = cells.value(cellUnder(cells, QStringLiteral("Notes"), 1));
    QCOMPARE(cell.type, QStringLiteral("s"));
    // XML readers turn a bare return into a line feed unless it is written as a reference.
    QString expected = text;
    QCOMPARE(QString(cell.text)
                 .replace(QStringLiteral("_x005F_"), QStringLiteral("_"))
                 .replace(QStringLiteral("_x000D_"), QStringLiteral("\r")),
             expected);
}

void TestWorkbook::overlongTextIsCutWithAMark()
{
    const QString lock = QString::fromUtf8("🔐");
    const QString cut = workbook::cellText(lock.repeated(500000));
    QVERIFY(cut.size() <= 32767);
    QVERIFY(cut.endsWith(QLatin1Char(']')));
    QVERIFY(QString::fromUtf8(cut.toUtf8()) == cut); // no half character
    QCOMPARE(workbook::cellText(QString(32767, QLatin1Char('x'))).size(), 32767);
    Records records = sample::records();
    Control control = records.controls.all().first();
    control.notes = QString(1'000'000, QLatin1Char('x'));
    records.controls.put(control);
    write(records);
    const XlsxReader xlsx(path());
    const auto cells = xlsx.cells(matrix);
    QVERIFY(cells.value(cellUnder(cells, QStringLiteral("Notes"), 1)).text.size() > 30000);
}

void TestWorkbook::theSameInputGivesTheSameBytes()
{
    write(sample::records());
    const QByteArray first = contentOf(path());
    QTest::qSleep(2100); // zip times have two seconds of grain
    write(sample::records());
    QVERIFY(!first.isEmpty());
    QCOMPARE(contentOf(path()), first);
}

void TestWorkbook::cancellingLeavesTheTargetAlone()
{
    QFile before(path());
    QVERIFY(before.open(QIODevice::WriteOnly | QIODevice::Truncate));
    before.write("earlier export");
    before.close();
    for (const int patience : { 0, 3, 7 }) {
        sample::PlainJob job(patience);
        const auto written = writeWorkbook(sample::input(sample::records()), path(), job);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Cancelled);
        QCOMPARE(contentOf(path()), QByteArrayLiteral("earlier export"));
    }
    QFile::remove(path());
}

void TestWorkbook::aFolderThatIsNotThereIsAnError()
{
    sample::PlainJob job;
    const auto written
        = writeWorkbook(sample::input(sample::records()), m_folder.filePath(QStringLiteral("none/out.xlsx")), job);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::NotFound);
    const auto folder = writeWorkbook(sample::input(sample::records()), m_folder.path(), job);
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, Error::Kind::Io);
}

void TestWorkbook::aProjectIsNeverTheTarget()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("audit.trustbench"));
    QFile project(target);
    QVERIFY(project.open(QIODevice::WriteOnly));
    QCOMPARE(project.write("TBN1 and so on"), 14);
    project.close();
    sample::PlainJob job;
    const auto written = writeWorkbook(sample::input(sample::records()), target, job);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::IsProject);
    QCOMPARE(project.size(), 14);
}

void TestWorkbook::whatAKilledExportLeftIsSweptAfterADay()
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    const auto left = [&](const QString &name, const QDateTime &when) {
        const QString path = folder.filePath(name);
        QVERIFY(QDir().mkpath(path));
        QFile half(path + QStringLiteral("/new"));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half a workbook") > 0);
        half.close();
        const utimbuf times { when.toSecsSinceEpoch(), when.toSecsSinceEpoch() };
        QCOMPARE(utime(QFile::encodeName(path).constData(), &times), 0);
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    left(QStringLiteral(".trustbench-export-old123"), now.addDays(-2));
    left(QStringLiteral(".trustbench-export-new123"), now);
    left(QStringLiteral(".trustbench-exported"), now.addDays(-2)); // not one of ours
    const QString link = folder.filePath(QStringLiteral(".trustbench-export-link12"));
    QVERIFY(QFile::link(elsewhere.path(), link));
    sample::PlainJob job;
    QVERIFY(writeWorkbook(sample::input(sample::records()), folder.filePath(QStringLiteral("out.xlsx")), job));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
             (QStringList { QStringLiteral(".trustbench-export-link12"), QStringLiteral(".trustbench-export-new123"),
                            QStringLiteral(".trustbench-exported"), QStringLiteral("out.xlsx") }));
    QVERIFY(QDir(elsewhere.path()).exists());
}

void TestWorkbook::aReadOnlyTargetIsAnError()
{
    const QString folder = m_folder.filePath(QStringLiteral("closed"));
    QVERIFY(QDir().mkpath(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    sample::PlainJob job;
    const QString target = folder + QStringLiteral("/out.xlsx");
    const auto written = writeWorkbook(sample::input(sample::records()), target, job);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // The superuser may write anywhere.
    if (written) {
        QVERIFY(workbook::isWholePackage(target));
        return;
    }
    QCOMPARE(written.error().kind, Error::Kind::ReadOnly);
    QVERIFY(!QFile::exists(target));
}

void TestWorkbook::aFullDiskLeavesTheTargetAlone()
{
#ifdef Q_OS_UNIX
    QFile before(path());
    QVERIFY(before.open(QIODevice::WriteOnly | QIODevice::Truncate));
    before.write("earlier export");
    before.close();
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN); // a write past the limit then fails like one on a full disk
    rlimit old {};
    getrlimit(RLIMIT_FSIZE, &old);
    const ReportInput input = sample::input(sample::records(200, 200));
    for (const rlim_t limit : { rlim_t(512), rlim_t(4096), rlim_t(20000), rlim_t(60000) }) {
        const rlimit small { limit, old.rlim_max };
        setrlimit(RLIMIT_FSIZE, &small);
        sample::PlainJob job;
        const auto written = writeWorkbook(input, path(), job);
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY2(!written, qPrintable(QString::number(limit)));
        QCOMPARE(written.error().kind, Error::Kind::DiskFull);
        QCOMPARE(contentOf(path()), QByteArrayLiteral("earlier export"));
    }
    std::signal(SIGXFSZ, ignored);
    QFile::remove(path());
#endif
}

void TestWorkbook::nothingElseStaysInTheFolder()
{
    write(sample::records());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList { QStringLiteral("out.xlsx") });
    QVERIFY(!QDir(m_folder.path())
                 .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)
                 .contains(QStringLiteral(".trustbench")));
}

void TestWorkbook::anEmptyProjectStillMakesAWorkbook()
{
    write(Records {});
    const XlsxReader xlsx(path());
    QCOMPARE(xlsx.sheetNames(), QStringList({ QStringLiteral("Cover"), QStringLiteral("Lists") }));
}

void TestWorkbook::aCutPackageIsNoticed()
{
    write(sample::records());
    QVERIFY(workbook::isWholePackage(path()));
    QFile file(path());
    QVERIFY(file.resize(file.size() - 2000));
    QVERIFY(!workbook::isWholePackage(path()));
}

QTEST_GUILESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
