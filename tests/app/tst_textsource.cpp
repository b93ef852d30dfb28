#include "app/text/filetextsource.h"
#include "app/text/htmltext.h"
#include "model/job.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace tb;

namespace {

/// Cancels after so many questions.
struct Control final : JobControl
{
    mutable int asked = 0;
    int cancelAt = -1;
    bool cancelled() const override { return cancelAt >= 0 && asked++ >= cancelAt; }
    void progress(qint64, qint64, const QString &) override { }
};

/// What reading a file came to.
struct Read
{
    QString text;
    QString outcome; ///< "whole", "cut", "none", "refused: why", "error"
};

QString worded(const Result<TextOutcome> &outcome)
{
    if (!outcome)
        return QStringLiteral("error %1").arg(static_cast<int>(outcome.error().kind));
    switch (outcome.value().kind) {
    case TextOutcome::Kind::Whole: return QStringLiteral("whole");
    case TextOutcome::Kind::Cut: return QStringLiteral("cut");
    case TextOutcome::Kind::NoText: return QStringLiteral("none");
    case TextOutcome::Kind::Refused: return QStringLiteral("refused: ") + outcome.value().detail;
    }
    return {};
}

Read readBytes(const QString &name, const QByteArray &content, const TextLimits &limits = {}, int cancelAt = -1,
               const QString &mediaType = {})
{
    QBuffer bytes;
    bytes.setData(content);
    bytes.open(QIODevice::ReadOnly);
    Control job;
    job.cancelAt = cancelAt;
    Read read;
    FileTextSource source(limits);
    read.outcome = worded(source.read({ name, mediaType }, bytes, job, [&](QStringView text) -> Status {
        read.text += text;
        return Ok {};
    }));
    return read;
}

using Parts = QList<std::pair<QByteArray, QByteArray>>;

/// A zip of @p parts.
QByteArray zipped(const Parts &parts)
{
    QByteArray bytes(8 << 20, Qt::Uninitialized);
    std::size_t used = 0;
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_memory(zip, bytes.data(), static_cast<std::size_t>(bytes.size()), &used);
    for (const auto &[name, content] : parts) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, content.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(zip, entry);
        archive_write_data(zip, content.constData(), static_cast<std::size_t>(content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    bytes.truncate(static_cast<qsizetype>(used));
    return bytes;
}

QByteArray document(const QByteArray &body, const QByteArray &before = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + before
        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
        + "</w:body></w:document>";
}

QByteArray docx(const QByteArray &body, const QByteArray &before = {})
{
    return zipped({ { "[Content_Types].xml", "<Types/>" }, { "word/document.xml", document(body, before) } });
}

QByteArray paragraph(const QByteArray &text)
{
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

QByteArray pdf(const QStringList &pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            painter.drawText(QPointF(500, 500), pages.at(i));
        }
    }
    return buffer.data();
}

} // namespace

/// Text out of files, honest and hostile.
class TestTextSource : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadAsItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const QString umlaut = QString::fromUtf8("Pr\xc3\xbc"
                                                 "fung");
        QTest::newRow("utf-8") << QStringLiteral("a.txt") << umlaut.toUtf8() << umlaut;
        QTest::newRow("utf-8 with a mark")
            << QStringLiteral("a.md") << QByteArray("\xef\xbb\xbf") + umlaut.toUtf8() << umlaut;
        QTest::newRow("latin-1") << QStringLiteral("a.CSV") << umlaut.toLatin1() << umlaut;
        QTest::newRow("utf-16") << QStringLiteral("a.log")
                                << QByteArray("\xff\xfe"
                                              "P\0r\0\xfc\0"
                                              "f\0u\0n\0g\0",
                                              16)
                                << umlaut;
        QTest::newRow("empty") << QStringLiteral("a.txt") << QByteArray() << QString();
        QTest::newRow("csv") << QStringLiteral("a.csv") << QByteArray("a,b\n\"c d\",e\n")
                             << QStringLiteral("a,b\n\"c d\",e\n");
    }
    void textIsReadAsItIs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const Read read = readBytes(name, bytes);
        QCOMPARE(read.outcome, QStringLiteral("whole"));
        QTEST(read.text, "text");
    }

    void aCharacterAcrossTwoBlocksStaysWhole()
    {
        const QString text
            = QString((1 << 18) - 1, QLatin1Char('x')) + QString::fromUtf8("\xe2\x82\xac") + QStringLiteral(" end");
        const Read read = readBytes(QStringLiteral("a.txt"), text.toUtf8());
        QCOMPARE(read.text, text);
    }

    void theKindIsThatOfTheNameElseOfTheType()
    {
        QCOMPARE(readBytes(QStringLiteral("a.png"), "text").outcome, QStringLiteral("none"));
        QCOMPARE(readBytes(QStringLiteral("noname"), "text").outcome, QStringLiteral("none"));
        QCOMPARE(readBytes(QStringLiteral("noname"), "text", {}, -1, QStringLiteral("text/plain")).text,
                 QStringLiteral("text"));
        QCOMPARE(readBytes(QStringLiteral("noname"), "<b>text</b>", {}, -1, QStringLiteral("text/html")).text,
                 QStringLiteral("text"));
        QCOMPARE(readBytes(QStringLiteral(".pdf"), "text").outcome.section(u':', 0, 0), QStringLiteral("refused"));
    }

    void markupIsTakenOff_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *html, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(text);
        };
        row("tags", "<p>One <b>bold</b>ness</p><p>Two", "One boldness Two");
        row("scripts and styles", "a<script>if (x<y) canary()</script>b<style>p{}</style >c", "a b c");
        row("comments", "a<!-- <b> canary -->b", "ab");
        row("a quoted bracket", "<a title=\"x > y\">link</a>", "link");
        row("entities", "a &amp; b &lt;c&gt; &#65;&#x42; &uuml; &nbsp;x", "a & b <c> AB \xc3\xbc x");
        row("no entities", "a & b &; &unknown; &#0; &#xD800; &#x110000;",
            "a & b &; &unknown; &#0; &#xD800; &#x110000;");
        row("no tag", "a < b <3 c", "a < b <3 c");
        row("not closed", "a <b title='", "a");
        row("a comment not closed", "a <!-- b", "a");
        row("a script not closed", "a <script> b", "a");
        row("only a bracket", "<", "<");
        row("a bracket and a slash", "</", "");
    }
    void markupIsTakenOff()
    {
        QFETCH(QString, html);
        QTEST(textOfHtml(html).simplified(), "text");
    }

    void nothingButAmpersandsIsReadOnce()
    {
        const QString page(8'000'000, QLatin1Char('&')); // searched whole for each of them it would take hours
        QCOMPARE(textOfHtml(page + QLatin1Char(';')).size(), page.size() + 1);
    }

    void aPdfIsReadPageByPage()
    {
        const Read read = readBytes(QStringLiteral("a.pdf"),
                                    pdf({ QStringLiteral("Quarterly access review"), QStringLiteral("second page") }));
        QCOMPARE(read.outcome, QStringLiteral("whole"));
        QCOMPARE(read.text.simplified(), QStringLiteral("Quarterly access review second page"));
    }
    void aPdfKeepsToItsLimits()
    {
        TextLimits limits;
        limits.pages = 1;
        const QByteArray bytes = pdf({ QStringLiteral("first"), QStringLiteral("second") });
        const Read read = readBytes(QStringLiteral("a.pdf"), bytes, limits);
        QCOMPARE(read.outcome, QStringLiteral("cut"));
        QCOMPARE(read.text.simplified(), QStringLiteral("first"));
        QCOMPARE(readBytes(QStringLiteral("a.pdf"), bytes, {}, 0).outcome, QStringLiteral("error 0"));
        QVERIFY(readBytes(QStringLiteral("a.pdf"), bytes.left(bytes.size() / 3)).outcome != QStringLiteral("whole"));
        QVERIFY(readBytes(QStringLiteral("a.pdf"), {}).outcome.startsWith(QStringLiteral("refused")));
    }

    void aWordDocumentIsRead()
    {
        const Read read = readBytes(
            QStringLiteral("a.DOCX"),
            zipped(
                { { "[Content_Types].xml", "<Types/>" },
                  { "word/document.xml",
                    document(paragraph("First")
                             + "<w:p><w:r><w:t>Sec</w:t></w:r><w:r><w:t>ond</w:t><w:tab/><w:t>&amp; &#65;</w:t></w:r>"
                               "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>") },
                  { "word/footnotes.xml", document(paragraph("Note")) },
                  { "word/header1.xml", document(paragraph("Head")) },
                  { "word/styles.xml", document(paragraph("styles")) },
                  { "word/theme/document.xml", document(paragraph("theme")) },
                  { "docProps/core.xml", "<a><t>core</t></a>" } }));
        QCOMPARE(read.outcome, QStringLiteral("whole"));
        QCOMPARE(read.text, QStringLiteral("First\nSecond & A\nNote\nHead\n"));
    }

    void aWorkbookIsRead()
    {
        const Read read = readBytes(
            QStringLiteral("a.xlsx"),
            zipped({ { "xl/workbook.xml",
                       "<workbook><sheets><sheet name=\"Users &amp; roles\" sheetId=\"1\"/></sheets></workbook>" },
                     { "xl/sharedStrings.xml",
                       "<sst><si><t>Ana Costa</t></si><si><r><t>Lu</t></r><r><t>is</t></r></si></sst>" },
                     { "xl/worksheets/sheet1.xml",
                       "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c><v>4711</v></c>"
                       "<c t=\"inlineStr\"><is><t>inline</t></is></c><c "
                       "t=\"str\"><f>A1</f><v>result</v></c></row></sheetData></worksheet>" },
                     { "xl/worksheets/_rels/sheet1.xml", "<a><t>rels</t></a>" },
                     { "xl/comments1.xml", "<comments><comment><text><t>checked</t></text></comment></comments>" } }));
        QCOMPARE(read.outcome, QStringLiteral("whole"));
        QCOMPARE(read.text.simplified(), QStringLiteral("Users & roles Ana Costa Luis 4711 inline result checked"));
    }

    void hostileArchivesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &bytes, const char *why) {
            QTest::newRow(name) << bytes << QString::fromUtf8(why);
        };
        row("nothing", {}, "");
        row("no zip", QByteArray(5000, 'x'), "");
        row("cut off", docx(paragraph("text")).left(200), "");
        row("another kind", zipped({ { "a.txt", "text" } }), "none of the parts");
        row("a bomb", docx(paragraph(QByteArray(50'000, ' ')).repeated(60)), "unpacks to too much");
        row(
            "many entries",
            [] {
                Parts parts;
                for (int i = 0; i < 60; ++i)
                    parts.append({ QByteArray::number(i), "x" });
                return zipped(parts);
            }(),
            "too many entries");
        row("deep", docx(QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100)), "too deep");
        row("an entity", docx(paragraph("&x;"), "<!DOCTYPE d [<!ENTITY x \"canary\">]>"), "defines entities");
        row("a billion laughs",
            docx(paragraph("&c;"),
                 "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                 "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"),
            "defines entities");
        row("an entity elsewhere", docx(paragraph("&x;"), "<!DOCTYPE d [<!ENTITY x SYSTEM \"canary.txt\">]>"),
            "defines entities");
        row("a tag without an end", docx("<w:p a=\"" + QByteArray(300'000, 'a') + "\"/>"), "without an end");
        row("not well-formed", docx("<w:p></w:r>"), "not well-formed");
        row("not ended", zipped({ { "word/document.xml", "<w:document xmlns:w=\"x\"><w:p>" } }), "");
    }
    void hostileArchivesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        TextLimits limits;
        limits.unpacked = 1 << 20;
        limits.entries = 50;
        limits.depth = 50;
        limits.token = 100'000;
        const Read read = readBytes(QStringLiteral("a.docx"), bytes, limits);
        QVERIFY2(read.outcome.startsWith(QStringLiteral("refused: ")), qPrintable(read.outcome));
        QVERIFY2(read.outcome.contains(why), qPrintable(read.outcome));
        QVERIFY(!read.text.contains(QStringLiteral("canary")));
    }

    void nothingIsUnpackedToDisk()
    {
        const QTemporaryDir around;
        QVERIFY(QDir(around.path()).mkdir(QStringLiteral("in")));
        const QDir folder(around.filePath(QStringLiteral("in")));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const Read read = readBytes(QStringLiteral("a.docx"),
                                    zipped({ { "../canary.txt", "x" },
                                             { "canary.txt", "x" },
                                             { "word/document.xml", document(paragraph("text")) } }));
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(read.text, QStringLiteral("text\n"));
        QVERIFY(folder.isEmpty());
        QVERIFY(!QFile::exists(around.filePath(QStringLiteral("canary.txt"))));
    }

    void damageAtAnyPlaceIsSurvived()
    {
        const QByteArray whole = docx(paragraph("text of a document") + paragraph("and more"));
        int refused = 0;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray bytes = whole;
            bytes[i] = static_cast<char>(bytes.at(i) ^ 0x5a);
            const Read read = readBytes(QStringLiteral("a.docx"), bytes);
            refused += read.outcome.startsWith(QStringLiteral("refused")) ? 1 : 0;
            QVERIFY2(!read.outcome.startsWith(QStringLiteral("error")), qPrintable(read.outcome));
        }
        QVERIFY(refused > whole.size() / 10);
    }

    void longTextIsCut()
    {
        TextLimits limits;
        limits.characters = 10;
        for (const Read &read :
             { readBytes(QStringLiteral("a.txt"), QByteArray(100, 'x'), limits),
               readBytes(QStringLiteral("a.html"), QByteArray(100, 'x'), limits),
               readBytes(QStringLiteral("a.docx"), docx(paragraph(QByteArray(100, 'x'))), limits),
               readBytes(QStringLiteral("a.pdf"), pdf({ QString(30, QLatin1Char('x')) }), limits) }) {
            QCOMPARE(read.outcome, QStringLiteral("cut"));
            QCOMPARE(read.text.size(), 10);
        }
        limits = {};
        limits.markup = 50;
        QCOMPARE(readBytes(QStringLiteral("a.html"), QByteArray(100, 'x'), limits).outcome, QStringLiteral("cut"));
    }

    void everyReaderCanBeCancelled()
    {
        const QByteArray many = paragraph("text").repeated(20'000);
        QCOMPARE(readBytes(QStringLiteral("a.txt"), QByteArray(2 << 20, 'x'), {}, 2).outcome,
                 QStringLiteral("error 0"));
        QCOMPARE(readBytes(QStringLiteral("a.html"), "<p>x", {}, 0).outcome, QStringLiteral("error 0"));
        QCOMPARE(readBytes(QStringLiteral("a.docx"), docx(many), {}, 4).outcome, QStringLiteral("error 0"));
    }
};

QTEST_MAIN(TestTextSource)
#include "tst_textsource.moc"
