#include "tests/support/heldpool.h"
#include "tests/ui/evidencesample.h"
#include "ui/common/emptystate.h"
#include "ui/evidence/drawingcheck.h"
#include "ui/evidence/evidencepreview.h"
#include "ui/evidence/previewcontent.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tb;
using Kind = PreviewContent::Kind;

namespace {

/// A grid as text: fields joined by |, rows by /.
QString printed(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows)
        lines.append(row.join(QLatin1Char('|')));
    return lines.join(QLatin1Char('/'));
}

} // namespace

class TestEvidencePreview : public QObject
{
    Q_OBJECT

private:
    /// Attaches one file and previews it.
    static PreviewContent previewOf(EvidenceProject &p, const QString &name, const QByteArray &content)
    {
        const auto done = p.attach({ p.file(name, content) });
        if (!done || done.value().added.isEmpty())
            qFatal("not attached: %s", qPrintable(name));
        const auto shown = loadPreview(p.project->storage(), p.item(done.value().added.first().id), 400, p.job);
        if (!shown)
            qFatal("no preview: %s", qPrintable(shown.error().detail));
        return shown.value();
    }

private slots:
    void delimitedTextBecomesRows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const char *text, const char *rows) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows);
        };
        row("plain", "a,b\n1,2\n", "a|b/1|2");
        row("no end of line", "a,b\n1,2", "a|b/1|2");
        row("semicolons", "a;b\n1,5;2\n", "a|b/1,5|2");
        row("tabs", "a\tb\n1\t2\n", "a|b/1|2");
        row("quotes", "a,b\n\"x, \"\"y\"\"\nz\",2\n", "a|b/x, \"y\"\nz|2");
        row("windows lines", "a,b\r\n1,2\r\n", "a|b/1|2");
        row("empty fields", "a,,b\n,,\n", "a||b/||");
        row("nothing", "", "");
        row("an open quote", "a,\"b\n1,2\n", "a|b\n1,2\n");
    }
    void delimitedTextBecomesRows()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        QCOMPARE(printed(delimitedRows(text, 100, 10)), rows);
    }

    void gridsStopAtTheirLimits()
    {
        QCOMPARE(printed(delimitedRows(QStringLiteral("a,b,c\n1,2,3\n4,5,6\n"), 2, 2)), QStringLiteral("a|b/1|2"));
    }

    void textIsDecodedAsWhatItIs()
    {
        QCOMPARE(decodeText(QByteArray("gr\xC3\xBC\xC3\x9F"), true), QStringLiteral("grüß"));
        QCOMPARE(decodeText(QByteArray("gr\xFC\xDF"), true), QStringLiteral("grüß"));
        QCOMPARE(decodeText(QByteArray("\xFF\xFEg\0r\0", 6), true), QStringLiteral("gr"));
        QCOMPARE(decodeText(QByteArray("one\ntwo\nth"), false), QStringLiteral("one\ntwo"));
    }

    void eachTypeIsShownItsOwnWay()
    {
        EvidenceProject p;
        const PreviewContent csv = previewOf(p, QStringLiteral("a.csv"), "name,role\nana,admin\n");
        QCOMPARE(printed(csv.rows), QStringLiteral("name|role/ana|admin"));
        const PreviewContent text = previewOf(p, QStringLiteral("a.log"), "started\n");
        QCOMPARE(text.text, QStringLiteral("started\n"));
        const PreviewContent picture = previewOf(p, QStringLiteral("a.png"), EvidenceSample::picture());
        QCOMPARE(picture.image.size(), QSize(900, 560));
        const PreviewContent pdf = previewOf(p, QStringLiteral("a.pdf"), EvidenceSample::document(3));
        QCOMPARE(pdf.kind, Kind::Pdf);
        QCOMPARE(pdf.pages, 3);
        QCOMPARE(pdf.image.width(), 400);
        const PreviewContent last = renderPage(pdf.document, 2, 200);
        QCOMPARE(last.page, 2);
        QCOMPARE(last.image.width(), 200);
        const PreviewContent unknown = previewOf(p, QStringLiteral("a.bin"), QByteArray("\x01\x02\x00\xff", 4));
        QCOMPARE(unknown.kind, Kind::None);
    }

    void brokenFilesSaySoAndNothingElse()
    {
        EvidenceProject p;
        const PreviewContent pdf = previewOf(p, QStringLiteral("a.pdf"), "%PDF-1.4\nnothing of the kind");
        QCOMPARE(pdf.kind, Kind::None);
        QVERIFY(!pdf.reason.isEmpty());
        const PreviewContent png = previewOf(p, QStringLiteral("a.png"), EvidenceSample::picture().left(60));
        QCOMPARE(png.kind, Kind::None);
        QVERIFY(!png.reason.isEmpty());
    }

    void aDrawingThatNamesOtherFilesIsShownAsText_data()
    {
        QTest::addColumn<QByteArray>("before"); // the root element
        QTest::addColumn<QByteArray>("inside"); // FILE: the canary's path
        QTest::addColumn<bool>("isDrawn");
        const QByteArray none;
        QTest::newRow("plain") << none << none << true;
        QTest::newRow("document type") << QByteArray("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>")
                                       << none << true;
        QTest::newRow("gradient inside") << none << QByteArray("<g fill='url(#g)'><use href='#g'/></g>") << true;
        QTest::newRow("link to click") << none << QByteArray("<a href='https://example.com/'><g/></a>") << true;
        QTest::newRow("picture") << none << QByteArray("<image href='FILE'/>") << false;
        QTest::newRow("picture with a prefix")
            << none << QByteArray("<s:image xmlns:s='http://www.w3.org/2000/svg' href='FILE'/>") << false;
        QTest::newRow("filter picture") << none << QByteArray("<filter><feImage href='FILE'/></filter>") << false;
        QTest::newRow("used from elsewhere") << none << QByteArray("<use href='FILE#a'/>") << false;
        QTest::newRow("style sheet") << QByteArray("<?xml-stylesheet type='text/css' href='FILE'?>") << none << false;
        QTest::newRow("import") << none << QByteArray("<style>@IMPORT 'FILE';</style>") << false;
        QTest::newRow("hidden import") << none << QByteArray("<style>@\\69mport 'FILE';</style>") << false;
        QTest::newRow("address in a style") << none << QByteArray("<g style='fill: url( FILE )'/>") << false;
        QTest::newRow("address in a link's style") << none << QByteArray("<a style='fill: url(FILE)'/>") << false;
        QTest::newRow("entity") << QByteArray("<!DOCTYPE svg [<!ENTITY e SYSTEM 'FILE'>]>") << QByteArray("<g>&e;</g>")
                                << false;
        QTest::newRow("not XML") << none << QByteArray("<g>") << false;
    }
    void aDrawingThatNamesOtherFilesIsShownAsText()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, inside);
        QFETCH(bool, isDrawn);
        EvidenceProject p;
        const QByteArray canary = p.file(QStringLiteral("canary.png"), EvidenceSample::picture()).toUtf8();
        QByteArray drawing = "<?xml version='1.0'?>" + before
            + "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='20' height='10'/>" + inside
            + "</svg>";
        drawing.replace("FILE", canary);
        const Kind kind = previewOf(p, QStringLiteral("a.svg"), drawing).kind;
        QCOMPARE(kind, isDrawn ? Kind::Image : Kind::Text);
        // In another encoding it is the same drawing.
        QStringEncoder wide(QStringConverter::Utf16, QStringConverter::Flag::WriteBom);
        drawing.remove(0, static_cast<int>(qstrlen("<?xml version='1.0'?>")));
        QCOMPARE(isSelfContained(wide(QString::fromUtf8(drawing))), isDrawn);
    }

    void aDrawingUnderAnotherTypesNameIsNotDrawn()
    {
        EvidenceProject p;
        const QByteArray drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'/>";
        QVERIFY(p.attach({ p.file(QStringLiteral("a.svg"), drawing) }));
        Evidence item = p.item(0);
        for (const char *type : { "image/png", "image/svg+xml-compressed" }) {
            item.mediaType = QLatin1String(type);
            const auto shown = loadPreview(p.project->storage(), item, 400, p.job);
            QVERIFY(shown);
            QCOMPARE(shown.value().kind, Kind::None);
        }
    }

    void onlyTheBeginningOfALongTextIsShown()
    {
        EvidenceProject p;
        const PreviewContent text = previewOf(p, QStringLiteral("long.log"), QByteArray("line\n").repeated(200000));
        QVERIFY(!text.isWhole);
        QVERIFY(text.text.size() <= 256 * 1024);
    }

    void aReplyForAnotherItemIsDropped()
    {
        EvidenceProject p;
        const auto done
            = p.attach({ p.file(QStringLiteral("a.log"), "first"), p.file(QStringLiteral("b.log"), "second") });
        QVERIFY(done);
        QThreadPool pool;
        EvidencePreview preview(p.project->storage(), pool);
        preview.show(p.item(0));
        preview.show(p.item(1)); // the first reply may be on its way
        auto *text = preview.findChild<QPlainTextEdit *>(QStringLiteral("previewText"));
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("second"));
        pool.waitForDone();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(text->toPlainText(), QStringLiteral("second"));
        preview.release();
        QCOMPARE(text->toPlainText(), QString());
    }

    void theLastItemIsGoneBeforeTheNextOneIsThere()
    {
        EvidenceProject p;
        QVERIFY(p.attach({ p.file(QStringLiteral("a.log"), "first"), p.file(QStringLiteral("b.csv"), "name\nana\n"),
                           p.file(QStringLiteral("c.png"), EvidenceSample::picture()) }));
        QThreadPool pool;
        EvidencePreview preview(p.project->storage(), pool);
        preview.resize(400, 500);
        static_cast<QWidget &>(preview).show();
        auto *text = preview.findChild<QPlainTextEdit *>(QStringLiteral("previewText"));
        const auto *grid = preview.findChild<QTableView *>(QStringLiteral("previewGrid"));
        const auto *words = preview.findChild<EmptyState *>();
        preview.show(p.item(0));
        QTRY_VERIFY(text->isVisible());
        for (const int next : { 1, 2 }) {
            HeldPool held(pool); // the next page waits behind this
            preview.show(p.item(next));
            QVERIFY(!text->isVisible() && text->toPlainText().isEmpty());
            QVERIFY(!grid->isVisible() && !grid->model());
            QTRY_VERIFY(words->isVisible()); // that it is loading
            held.letGo();
            QTRY_VERIFY(!words->isVisible());
        }
        QVERIFY(!grid->isVisible());
    }

    void closingDuringAPreviewIsQuiet()
    {
        EvidenceProject p;
        const auto done = p.attach({ p.file(QStringLiteral("a.pdf"), EvidenceSample::document(8)) });
        QVERIFY(done);
        QThreadPool pool;
        {
            EvidencePreview preview(p.project->storage(), pool);
            preview.show(p.item(0));
        }
        pool.waitForDone();
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestEvidencePreview)
#include "tst_evidencepreview.moc"
