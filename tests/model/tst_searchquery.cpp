#include "model/search/snippet.h"

#include <QTest>

using namespace tb;

/// What people type, and what of a text is shown for it.
class TestSearchQuery : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedIsNeverSyntax_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expression");
        const auto row = [](const char *name, const char *typed, const char *expression) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(expression);
        };
        row("nothing", "", "");
        row("blanks", "  \t ", "");
        row("a word", "access ", R"("access")");
        row("a word being typed", "acc", R"("acc" *)");
        row("one letter", "a", R"("a")");
        row("two words", "Access Rev", R"("access" "rev" *)");
        row("operators", "a AND b OR NOT c NEAR d ", R"("a" "and" "b" "or" "not" "c" "near" "d")");
        row("signs", "head:x* ^y (z) -w {v}+u ", R"("head x" "y" "z" "w" "v u")");
        row("a code", "AC-08 ", R"("ac 08")");
        row("a code being typed", "AC-08", R"("ac 08" *)");
        row("a phrase", "\"access review\" x ", R"("access review" "x")");
        row("a phrase being typed", "\"access rev", R"("access rev" *)");
        row("quotation marks only", "\"\"\"\"", "");
        row("an apostrophe", "O'Neil ", R"("o neil")");
        row("accents", "Überprüfung ", R"("uberprufung")");
        row("accents of their own", "e\xcc\x81tude ", R"("etude")");
        row("signs only", "-- * % ", "");
    }
    void whatIsTypedIsNeverSyntax()
    {
        QFETCH(QString, typed);
        QTEST(SearchQuery::parse(typed).expression(2), "expression");
    }

    void hostileInputIsCut()
    {
        const SearchQuery query = SearchQuery::parse(QStringLiteral("ab ").repeated(400'000));
        QVERIFY(query.terms().size() <= 24);
        QVERIFY(SearchQuery::parse(QString(1'000'000, QLatin1Char('x'))).expression(2).size() < 500);
        QCOMPARE(SearchQuery::parse(QString(5, QChar(0))).expression(2), QString());
        QVERIFY(!SearchQuery::parse(QString(QChar(0xD800)) + QLatin1Char('a')).expression(1).isEmpty());
    }

    void matchesAreMarked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char *name, const char *typed, const char *text, const char *marked) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(text) << QString::fromUtf8(marked);
        };
        row("a word", "review ", "Access review of reviewers", "Access [review] of reviewers");
        row("a prefix", "review", "Access review of reviewers", "Access [review] of [reviewers]");
        row("case and accents", "uber ",
            "Die \xc3\x9c"
            "ber-Pr\xc3\xbc"
            "fung",
            "Die [\xc3\x9c"
            "ber]-Pr\xc3\xbc"
            "fung");
        row("a code", "ac-08 ", "Control AC 08, AC-081", "Control [AC 08], AC-081");
        row("inside a word", "cess ", "Access", "Access");
        row("two words", "b a ", "a b c", "[a] [b] c");
        row("a phrase", "\"a b\" ", "b a, a-b", "b a, [a-b]");
        row("none", "x ", "a b", "a b");
        row("one within another", "\"a b\" b ", "a b", "[a b]");
        row("lines and blanks", "b ", "a\n\n  b\tc", "a [b] c");
    }
    void matchesAreMarked()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        const TermFinder finder(SearchQuery::parse(typed));
        QTEST(finder.around(text).marked(QStringLiteral("["), QStringLiteral("]")), "marked");
    }

    void aLongTextIsCutAroundTheMatch()
    {
        const QString text = QStringLiteral("lorem ipsum ").repeated(2000) + QStringLiteral("the needle lies here ")
            + QStringLiteral("dolor sit ").repeated(2000);
        const Snippet snippet = TermFinder(SearchQuery::parse(QStringLiteral("needle"))).around(text, 80);
        QVERIFY(snippet.text.size() <= 82);
        QVERIFY(snippet.text.startsWith(QChar(0x2026)));
        QVERIFY(snippet.text.endsWith(QChar(0x2026)));
        QCOMPARE(snippet.marks.size(), 1);
        QCOMPARE(snippet.text.mid(snippet.marks.first().start, snippet.marks.first().length), QStringLiteral("needle"));
    }
    void aTextWithoutBlanksIsCutToo()
    {
        const QString text
            = QString(5000, QLatin1Char('x')) + QStringLiteral(",needle") + QString(5000, QLatin1Char('y'));
        const Snippet snippet = TermFinder(SearchQuery::parse(QStringLiteral("needle"))).around(text, 80);
        QVERIFY(snippet.text.size() <= 82);
        QVERIFY(snippet.text.contains(QStringLiteral("needle")));
    }
    void termsAreCounted()
    {
        const TermFinder finder(SearchQuery::parse(QStringLiteral("a b \"c d\" ")));
        QCOMPARE(finder.count(QStringLiteral("a c")), 1);
        QCOMPARE(finder.count(QStringLiteral("d c b a")), 2);
        QCOMPARE(finder.count(QStringLiteral("c d b a")), 3);
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
