#include "model/evidence/guess.h"
#include "model/evidence/safename.h"

#include <QTest>

using namespace tb;

class TestEvidenceNames : public QObject
{
    Q_OBJECT

private slots:
    void everySystemTakesTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        const auto row
            = [](const char *tag, const QString &name, const QString &safe) { QTest::newRow(tag) << name << safe; };
        row("plain", QStringLiteral("report.pdf"), QStringLiteral("report.pdf"));
        row("emoji and joiner", QStringLiteral("👩‍💻 log.txt"), QStringLiteral("👩‍💻 log.txt"));
        row("hebrew", QStringLiteral("דוח.pdf"), QStringLiteral("דוח.pdf"));
        row("composed", QStringLiteral("u\u0308ber.txt"), QStringLiteral("über.txt"));
        row("upwards", QStringLiteral("../../x"), QStringLiteral("_._.._x"));
        row("separators", QStringLiteral("a/b\\c:d"), QStringLiteral("a_b_c_d"));
        row("wildcards", QStringLiteral("a*b?\"<>|"), QStringLiteral("a_b_____"));
        row("newline", QStringLiteral("a\nb"), QStringLiteral("a_b"));
        row("direction override", QStringLiteral("a\u202Egpj.exe"), QStringLiteral("a_gpj.exe"));
        row("trailing dots", QStringLiteral("a. . "), QStringLiteral("a"));
        row("only dots", QStringLiteral("..."), QStringLiteral("file"));
        row("empty", QString(), QStringLiteral("file"));
        row("hidden", QStringLiteral(".profile"), QStringLiteral("_profile"));
        row("device", QStringLiteral("con"), QStringLiteral("_con"));
        row("device with suffix", QStringLiteral("LPT1.log.txt"), QStringLiteral("_LPT1.log.txt"));
        row("superscript device", QStringLiteral("com\u00b9.txt"), QStringLiteral("_com\u00b9.txt"));
        row("no device", QStringLiteral("console.txt"), QStringLiteral("console.txt"));
        row("unpaired surrogate", QString(QChar(0xd800)) + QStringLiteral("a"), QStringLiteral("_a"));
    }

    void everySystemTakesTheName()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QString expected = safe;
        if (name.startsWith(QChar(0xd800)))
            expected = safeFileName(name).startsWith(u'_') || safeFileName(name).startsWith(QChar(0xfffd))
                ? safeFileName(name)
                : safe;
        QCOMPARE(safeFileName(name), expected);
    }

    void longNamesKeepTheirSuffixAndWholeLetters()
    {
        const QString safe = safeFileName(QString(300, QChar(0x05d0)) + QStringLiteral(".pdf"));
        QVERIFY(safe.endsWith(QLatin1String(".pdf")));
        QVERIFY(safe.toUtf8().size() <= 240);
        QVERIFY(safe.toUtf8().size() > 230);
        const QString emoji = safeFileName(QString::fromUtf8("😀").repeated(200));
        QCOMPARE(emoji, QString::fromUtf8("😀").repeated(60));
    }

    void safeNamesStaySafe()
    {
        for (const auto &name :
             { QStringLiteral("nul . "), QStringLiteral(" .con"), QString(400, u'.') + QStringLiteral("x") }) {
            const QString once = safeFileName(name);
            QCOMPARE(safeFileName(once), once);
        }
    }

    void namesThatAreOneElsewhereGetANumber()
    {
        NamesInUse names;
        names.add(QStringLiteral("Report.pdf"));
        QCOMPARE(names.claim(QStringLiteral("report.PDF")), QStringLiteral("report (2).PDF"));
        QCOMPARE(names.claim(QStringLiteral("report.pdf")), QStringLiteral("report (3).pdf"));
        QCOMPARE(names.claim(QStringLiteral("über")), QStringLiteral("über"));
        QCOMPARE(names.claim(QStringLiteral("U\u0308BER")), QStringLiteral("U\u0308BER (2)"));
        QCOMPARE(names.claim(QStringLiteral("straße")), QStringLiteral("straße"));
        QCOMPARE(names.claim(QStringLiteral("STRASSE")), QStringLiteral("STRASSE (2)"));
    }

    void thePeriodIsReadFromTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("period");
        const auto row = [](const char *name, const char *period) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(period);
        };
        row("access review 2025-Q3.xlsx", "2025-07-01..2025-09-30");
        row("Q1_2026 backup.csv", "2026-01-01..2026-03-31");
        row("2025Q4.pdf", "2025-10-01..2025-12-31");
        row("report H2 2025.pdf", "2025-07-01..2025-12-31");
        row("report H3 2025.pdf", "");
        row("logs 2026-01.txt", "2026-01-01..2026-01-31");
        row("logs_2024_02.txt", "2024-02-01..2024-02-29");
        row("Vuln scan Jan 2026.pdf", "2026-01-01..2026-01-31");
        row("september-2025.pdf", "2025-09-01..2025-09-30");
        row("Screenshot 2026-01-09 at 10.11.12.png", "2026-01-09..2026-01-09");
        row("20260109.csv", "2026-01-09..2026-01-09");
        row("20260109T101112Z.log", "2026-01-09..2026-01-09");
        row("20260109101112.log", "2026-01-09..2026-01-09");
        row("2026-01-01_2026-03-31 joiners.csv", "2026-01-01..2026-03-31");
        row("joiners 2026-03-31 to 2026-01-01.csv", "2026-01-01..2026-03-31");
        row("2025-02-30.csv", "");
        row("invoice 120260109.pdf", "");
        row("policy v2025.pdf", "");
        row("sq3 2025x.pdf", "");
        row("marketing.pdf", "");
    }

    void thePeriodIsReadFromTheName()
    {
        QFETCH(QString, name);
        QFETCH(QString, period);
        const auto found = guess::period(name);
        const QString printed = found
            ? found->from.toString(Qt::ISODate) + QStringLiteral("..") + found->to.toString(Qt::ISODate)
            : QString();
        QCOMPARE(printed, period);
    }

    void theTitleIsReadable()
    {
        QCOMPARE(guess::title(QStringLiteral("access_review__2025-Q3.xlsx")), QStringLiteral("access review 2025-Q3"));
        QCOMPARE(guess::title(QStringLiteral("dump.tar.gz")), QStringLiteral("dump"));
        QCOMPARE(guess::title(QStringLiteral(".env")), QStringLiteral(".env"));
        QCOMPARE(guess::title(QStringLiteral("___")), QStringLiteral("___"));
        QCOMPARE(guess::title(QStringLiteral("no suffix")), QStringLiteral("no suffix"));
    }

    void kindAndMediaTypeComeFromNameAndContent()
    {
        const QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QCOMPARE(guess::mediaType(QStringLiteral("a.png"), png), QStringLiteral("image/png"));
        QCOMPARE(guess::mediaType(QStringLiteral("nosuffix"), png), QStringLiteral("image/png"));
        QCOMPARE(guess::mediaType(QStringLiteral("a.csv"), "a,b\n1,2\n"), QStringLiteral("text/csv"));
        QCOMPARE(guess::kind(QStringLiteral("a.png"), QStringLiteral("image/png")), EvidenceKind::Screenshot);
        QCOMPARE(guess::kind(QStringLiteral("a.CSV"), QStringLiteral("text/csv")), EvidenceKind::Export);
        QCOMPARE(guess::kind(QStringLiteral("a.xlsx"), {}), EvidenceKind::Export);
        QCOMPARE(guess::kind(QStringLiteral("a.log"), {}), EvidenceKind::Log);
        QCOMPARE(guess::kind(QStringLiteral("a.yaml"), {}), EvidenceKind::Configuration);
        QCOMPARE(guess::kind(QStringLiteral("a.pdf"), {}), EvidenceKind::Document);
    }
};

QTEST_GUILESS_MAIN(TestEvidenceNames)
#include "tst_evidencenames.moc"
