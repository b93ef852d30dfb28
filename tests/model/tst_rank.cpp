#include "model/record/rank.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tb;

class TestRank : public QObject
{
    Q_OBJECT

private slots:
    void liesBetweenItsNeighbours_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("first of all") << QString() << QString();
        QTest::newRow("at the end") << QStringLiteral("zzz") << QString();
        QTest::newRow("at the start") << QString() << QStringLiteral("b");
        QTest::newRow("neighbouring digits") << QStringLiteral("an") << QStringLiteral("ao");
        QTest::newRow("one is a prefix") << QStringLiteral("a") << QStringLiteral("ab");
        QTest::newRow("long prefix") << QStringLiteral("a") << QStringLiteral("aaab");
    }

    void liesBetweenItsNeighbours()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QString middle = rankBetween(before, after);
        QVERIFY2(before < middle, qPrintable(middle));
        QVERIFY2(after.isEmpty() || middle < after, qPrintable(middle));
    }

    void tenThousandMovesKeepTheOrder()
    {
        QRandomGenerator random(7);
        QStringList ranks { rankBetween({}, {}) };
        for (int i = 0; i < 10000; ++i) {
            const int at = static_cast<int>(random.bounded(ranks.size() + 1));
            const QString before = at == 0 ? QString() : ranks.at(at - 1);
            const QString after = at == ranks.size() ? QString() : ranks.at(at);
            ranks.insert(at, rankBetween(before, after));
        }
        QVERIFY(std::is_sorted(ranks.cbegin(), ranks.cend()));
        QVERIFY(std::adjacent_find(ranks.cbegin(), ranks.cend()) == ranks.cend());
    }

    void ranksOfAListAscend()
    {
        for (int i = 1; i < 20000; ++i)
            QVERIFY(rankAt(i - 1) < rankAt(i));
    }
};

QTEST_GUILESS_MAIN(TestRank)
#include "tst_rank.moc"
