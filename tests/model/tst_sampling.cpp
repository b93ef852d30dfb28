#include "model/testing/drawing.h"
#include "model/testing/sampling.h"
#include "tests/support/projects.h"

#include <QTest>

using namespace tb;
using Code = FieldProblem::Code;

namespace {

const QString populationHash = QStringLiteral("ab").repeated(32);
const QString seed = QStringLiteral("2026-01 tickets");

template <class Key> Key made(const Result<Key> &result)
{
    if (!result)
        qFatal("not made");
    return result.value();
}

Code firstProblem(const Error &error)
{
    return error.problems.isEmpty() ? Code::UnknownField : error.problems.first().code;
}

/// A per-event control with a population of 212 tickets.
struct WithPopulation : TestProject
{
    ControlId control = [this] {
        Control draft;
        draft.code = QStringLiteral("AC-07");
        draft.title = QStringLiteral("Access requests approved");
        draft.frequency = Frequency::PerEvent;
        return made(createRecord(*project, draft));
    }();
    EvidenceId file = [this] {
        Evidence draft;
        draft.code = QStringLiteral("E-0001");
        draft.title = QStringLiteral("Tickets");
        draft.sha256 = populationHash;
        return made(createRecord(*project, draft));
    }();
    PopulationId population = [this] {
        Population draft;
        draft.control = control;
        draft.title = QStringLiteral("Tickets of the second half");
        draft.evidence = file;
        draft.coversFrom = QDate(2025, 7, 1);
        draft.coversTo = QDate(2025, 12, 31);
        draft.count = 212;
        draft.complete = true;
        return made(createRecord(*project, draft));
    }();

    DrawOrder order() const { return { population, DrawMethod::Random, seed, 8, {}, {}, {}, QDate(2026, 1, 12) }; }
    QList<qint64> positions(DrawId draw) const
    {
        QList<qint64> found;
        for (const SampledItem &item : project->records().sampledItems.all()) {
            if (item.draw == draw)
                found.append(item.position);
        }
        std::sort(found.begin(), found.end());
        return found;
    }
    Result<ChangeSet> freeze() { return freezePopulation(*project, population, QDate(2026, 1, 10)); }
};

} // namespace

class TestSampling : public QObject
{
    Q_OBJECT

private slots:
    // The expected numbers were computed by another program from the steps in model/testing/README.md.
    void theStreamIsPinned()
    {
        DrawStream stream(seed, populationHash);
        QList<quint64> numbers;
        for (int i = 0; i < 5; ++i)
            numbers.append(stream.below(std::numeric_limits<quint64>::max()));
        QCOMPARE(numbers,
                 (QList<quint64> { 10444010716701175740U, 13276581580950551919U, 1107442083177592188U,
                                   2528625072667982049U, 1095933861574235074U }));
    }

    void theSameSeedDrawsTheSame()
    {
        QCOMPARE(drawPositions(DrawMethod::Random, seed, populationHash, 212, 8),
                 (QList<qint64> { 7, 23, 71, 80, 101, 134, 141, 172 }));
        QCOMPARE(drawPositions(DrawMethod::Systematic, seed, populationHash, 212, 8),
                 (QList<qint64> { 13, 40, 66, 93, 119, 146, 172, 199 }));
        QVERIFY(drawPositions(DrawMethod::Random, seed + QLatin1Char('x'), populationHash, 212, 8)
                != drawPositions(DrawMethod::Random, seed, populationHash, 212, 8));
        const QString composed = QStringLiteral("\u00fc"), decomposed = QStringLiteral("u\u0308");
        QCOMPARE(drawPositions(DrawMethod::Random, composed, populationHash, 212, 8),
                 drawPositions(DrawMethod::Random, decomposed, populationHash, 212, 8));
    }

    void edges_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("drawn");
        for (const DrawMethod method : { DrawMethod::Random, DrawMethod::Systematic }) {
            const int m = static_cast<int>(method);
            QTest::addRow("%d: none", m) << m << 0 << 5 << 0;
            QTest::addRow("%d: one of one", m) << m << 1 << 1 << 1;
            QTest::addRow("%d: all but one", m) << m << 10 << 9 << 9;
            QTest::addRow("%d: more than there are", m) << m << 10 << 25 << 10;
            QTest::addRow("%d: one of many", m) << m << 1'000'000 << 1 << 1;
            QTest::addRow("%d: many of many", m) << m << 1'000'000 << 10'000 << 10'000;
        }
        QTest::newRow("all") << static_cast<int>(DrawMethod::All) << 30 << 2 << 30;
        QTest::newRow("haphazard") << static_cast<int>(DrawMethod::Haphazard) << 30 << 2 << 0;
    }
    void edges()
    {
        QFETCH(int, method);
        QFETCH(int, count);
        QFETCH(int, size);
        QFETCH(int, drawn);
        const QList<qint64> positions
            = drawPositions(static_cast<DrawMethod>(method), seed, populationHash, count, size);
        QCOMPARE(positions.size(), drawn);
        QVERIFY(std::is_sorted(positions.cbegin(), positions.cend()));
        QVERIFY(std::adjacent_find(positions.cbegin(), positions.cend()) == positions.cend());
        QVERIFY(positions.isEmpty() || (positions.first() >= 1 && positions.last() <= count));
    }

    void everyItemIsAsLikely()
    {
        // 3 of 10, 4,000 seeds: each position is expected 1,200 times with a deviation of about 29.
        QList<int> hits(10, 0);
        for (int i = 0; i < 4000; ++i) {
            for (const qint64 position : drawPositions(DrawMethod::Random, QString::number(i), populationHash, 10, 3))
                ++hits[position - 1];
        }
        for (const int hit : hits)
            QVERIFY2(hit > 1060 && hit < 1340, qPrintable(QString::number(hit)));
    }

    void sizesComeFromTheProfile()
    {
        SamplingProfile profile;
        profile.size = 25;
        profile.testAllUpTo = 10;
        QCOMPARE(sampleSize(profile, 0), 0);
        QCOMPARE(sampleSize(profile, 10), 10);
        QCOMPARE(sampleSize(profile, 11), 11);
        QCOMPARE(sampleSize(profile, 26), 25);
    }

    void frozenBeforeASeedMayBeChosen()
    {
        WithPopulation t;
        const auto early = drawSample(*t.project, t.order());
        QVERIFY(!early);
        QCOMPARE(early.error().problems.first().field, QStringLiteral("frozen_hash"));
        QVERIFY(t.freeze());
        QVERIFY(!t.freeze());
        const DrawId draw = made(drawSample(*t.project, t.order()));
        QCOMPARE(t.positions(draw), (QList<qint64> { 7, 23, 71, 80, 101, 134, 141, 172 }));
        QCOMPARE(t.project->records().draws.find(draw)->populationHash, populationHash);
        const auto widened = setFields<Population>(*t.project, { t.population }, { { QStringLiteral("count"), 300 } });
        QVERIFY(!widened);
        QCOMPARE(firstProblem(widened.error()), Code::Frozen);
        QVERIFY(!removeRecords<Population>(*t.project, { t.population }));
    }

    void aRedrawNeedsAReasonAndEveryDrawStays()
    {
        WithPopulation t;
        QVERIFY(t.freeze());
        const DrawId first = made(drawSample(*t.project, t.order()));
        DrawOrder again = t.order();
        again.seed = QStringLiteral("another");
        const auto unreasoned = drawSample(*t.project, again);
        QVERIFY(!unreasoned);
        QCOMPARE(firstProblem(unreasoned.error()), Code::NeedsReason);
        again.redrawReason = QStringLiteral("Two of the tickets were test entries.");
        const DrawId second = made(drawSample(*t.project, again));
        QCOMPARE(t.project->records().draws.size(), 2);
        QVERIFY(t.project->records().draws.find(first)->superseded);
        QVERIFY(!t.project->records().draws.find(second)->superseded);
        QVERIFY(!removeRecords<Draw>(*t.project, { first }));
        QVERIFY(t.project->undo());
        QVERIFY(!t.project->records().draws.find(first)->superseded);
        QCOMPARE(t.positions(second), QList<qint64> {});
    }

    void ordersThatDoNotFit()
    {
        WithPopulation t;
        QVERIFY(t.freeze());
        const LogHead head = t.project->head();
        DrawOrder order = t.order();
        order.seed = QStringLiteral(" ");
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::Required);
        order = t.order();
        order.size = 213;
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::OutOfRange);
        order.size = 0;
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::OutOfRange);
        order = t.order();
        order.drawnBy = { 99 };
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::UnknownRecord);
        order = t.order();
        order.method = DrawMethod::Haphazard;
        order.picks = { 3, 3 };
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::NotUnique);
        order.picks = { 3, 213 };
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::OutOfRange);
        QCOMPARE(t.project->head().seq, head.seq);
        order.picks = { 30, 3 };
        QCOMPARE(t.positions(made(drawSample(*t.project, order))), (QList<qint64> { 3, 30 }));
    }

    void aDrawIsNeverSoLargeThatItsRecordsFillTheFile()
    {
        WithPopulation t;
        QVERIFY(setFields<Population>(*t.project, { t.population }, { { QStringLiteral("count"), 1'000'000'000 } }));
        QVERIFY(t.freeze());
        DrawOrder order = t.order();
        order.size = 100'001; // a record each
        QCOMPARE(firstProblem(drawSample(*t.project, order).error()), Code::OutOfRange);
    }

    void deviationsAreCounted()
    {
        WithPopulation t;
        QVERIFY(t.freeze());
        const DrawId draw = made(drawSample(*t.project, t.order()));
        TestProcedure procedure;
        procedure.control = t.control;
        procedure.code = QStringLiteral("TP-01");
        procedure.methods = { QStringLiteral("inspection") };
        procedure.attributes = QStringLiteral("Approved before granting\nApprover is the owner");
        Test test;
        test.code = QStringLiteral("T-01");
        test.procedure = made(createRecord(*t.project, procedure));
        test.population = t.population;
        test.tolerableRate = 20;
        QCOMPARE(outcomeOf(t.project->records(), test), TestOutcome {});
        QList<SampledItemId> items;
        for (const SampledItem &item : t.project->records().sampledItems.all())
            items.append(item.id);
        QVERIFY(setItemResults(*t.project, items.at(0), QStringLiteral("pp")));
        QVERIFY(setItemResults(*t.project, items.at(1), QStringLiteral("pd")));
        QVERIFY(setItemResults(*t.project, items.at(2), QStringLiteral("n-")));
        QVERIFY(!setItemResults(*t.project, items.at(3), QStringLiteral("maybe")));
        QCOMPARE(outcomeOf(t.project->records(), test), (TestOutcome { 2, 1, 50, false }));
        DrawOrder again = t.order();
        again.redrawReason = QStringLiteral("Drawn again.");
        QVERIFY(drawSample(*t.project, again));
        QCOMPARE(outcomeOf(t.project->records(), test).tested, 0); // a replaced draw no longer counts
        static_cast<void>(draw);
    }

    void anItemDeviatesWhenItsResultsSaySo()
    {
        WithPopulation t;
        QVERIFY(t.freeze());
        QVERIFY(drawSample(*t.project, t.order()));
        const SampledItemId id = t.project->records().sampledItems.all().first().id;
        const SubjectOperations &items = *findOperations(QStringLiteral("sampled_items"));
        const auto set = [&](const char *field, const QVariant &value) {
            return items.set(*t.project, id.value, { { QLatin1String(field), value } });
        };
        const auto deviates = [&] { return t.project->records().sampledItems.find(id)->deviates; };
        QVERIFY(set("results", QStringLiteral("pd")));
        QVERIFY(deviates());
        const auto denied = set("deviates", false);
        QVERIFY(!denied);
        QCOMPARE(firstProblem(denied.error()), Code::NotEditable);
        QVERIFY(set("note", QStringLiteral("Approved a day late")));
        QVERIFY(deviates());
        QVERIFY(set("results", QStringLiteral("pn-")));
        QVERIFY(!deviates());
        SampledItem claimed = *t.project->records().sampledItems.find(id);
        claimed.deviates = true; // what no result says
        QVERIFY(saveRecords(*t.project, QList<SampledItem> { claimed }));
        QVERIFY(!deviates());
    }

    void aDrawIsNotThinned()
    {
        WithPopulation t;
        QVERIFY(t.freeze());
        const DrawId draw = made(drawSample(*t.project, t.order()));
        const QList<SampledItem> items = t.project->records().sampledItems.all();
        const auto removed = removeRecords<SampledItem>(*t.project, { items.first().id });
        QVERIFY(!removed);
        QCOMPARE(firstProblem(removed.error()), Code::Frozen);
        QCOMPARE(t.positions(draw).size(), 8);
        QVERIFY(t.project->undo()); // the whole draw goes and comes back
        QCOMPARE(t.positions(draw).size(), 0);
        QVERIFY(t.project->redo());
        QCOMPARE(t.positions(draw).size(), 8);
    }

    void inquiryAloneNeverSuffices()
    {
        WithPopulation t;
        TestProcedure procedure;
        procedure.control = t.control;
        procedure.code = QStringLiteral("TP-01");
        procedure.attributes = QStringLiteral("Works");
        procedure.methods = { QStringLiteral("inquiry") };
        QCOMPARE(firstProblem(createRecord(*t.project, procedure).error()), Code::Insufficient);
        procedure.methods = { QStringLiteral("inquiry"), QStringLiteral("telepathy") };
        QCOMPARE(firstProblem(createRecord(*t.project, procedure).error()), Code::NotAValue);
        procedure.methods = { QStringLiteral("inquiry"), QStringLiteral("inspection") };
        QVERIFY(createRecord(*t.project, procedure));
    }
};

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"
