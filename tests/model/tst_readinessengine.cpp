#include "tests/model/readinessrandom.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// The engine's promise: a difference costs what it touches, and gives what evaluating everything gives.
class TestReadinessEngine : public QObject
{
    Q_OBJECT

private slots:
    void anyEditsEqualAFullEvaluation_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyEditsEqualAFullEvaluation()
    {
        QFETCH(quint32, seed);
        RandomRecords random(seed);
        ReadinessEngine engine;
        Inputs start;
        start.engagement = random.engagement();
        engine.reset(start, day("2025-11-15"));
        for (int edit = 0; edit < 300; ++edit) {
            InputChange change;
            for (int n = random.upTo(3); n >= 0; --n)
                change.written.append(random.record());
            for (int n = random.upTo(2); n > 0; --n)
                change.removed.append(random.key());
            if (random.oneIn(60))
                change.engagement = random.engagement();
            engine.apply(change);
            if (random.oneIn(60))
                engine.setDate(day("2025-03-01").addDays(random.upTo(500)));
            ReadinessEngine full;
            full.reset(engine.inputs(), engine.result().at);
            QVERIFY2(engine.result() == full.result(), qPrintable(difference(engine.result(), full.result())));
        }
    }

private:
    static QString difference(const Evaluation &a, const Evaluation &b)
    {
        QStringList parts;
        if (a.controls != b.controls)
            parts += QStringLiteral("controls");
        if (a.criteria != b.criteria)
            parts += QStringLiteral("criteria");
        if (a.vendors != b.vendors)
            parts += QStringLiteral("vendors");
        if (a.evidence != b.evidence)
            parts += QStringLiteral("evidence");
        if (a.planItems != b.planItems)
            parts += QStringLiteral("plan items");
        if (a.totals != b.totals || a.series != b.series || a.categories != b.categories)
            parts += QStringLiteral("figures");
        if (a.evidenceBy != b.evidenceBy)
            parts += QStringLiteral("evidence figures");
        return parts.join(QStringLiteral(", "));
    }
};

QTEST_GUILESS_MAIN(TestReadinessEngine)
#include "tst_readinessengine.moc"
