#include "model/readiness/events.h"
#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// Rules 16 to 18: continuous and per-event controls of a Type II window.
class TestReadinessEvents : public QObject
{
    Q_OBJECT

    static constexpr SystemId web { 1 };
    static constexpr SystemId db { 2 };
    static constexpr SystemId laptop { 3 };

    static Programme continuous()
    {
        Programme p(Frequency::Continuous);
        p.inputs.put(SystemInput { web, true });
        p.inputs.put(SystemInput { db, true });
        p.inputs.put(SystemInput { laptop, false });
        return p;
    }
    static QString shown(const ControlResult &result)
    {
        return QStringLiteral("%1 of %2").arg(result.slotCount.filled).arg(result.slotCount.expected);
    }

    static Programme perEvent()
    {
        Programme p(Frequency::PerEvent);
        p.window("2025-07-01", "2025-12-31");
        return p;
    }
    static PopulationInput population(Programme &p, qint64 id, const char *from, const char *to, int count,
                                      const char *collected = "")
    {
        EvidenceInput item = p.evidence(EvidenceKind::Export);
        item.collectedOn = day(*collected ? collected : to);
        p.inputs.put(item);
        PopulationInput result;
        result.id = PopulationId { id };
        result.control = controlId;
        result.evidence = item.id;
        result.period = span(from, to);
        result.complete = true;
        result.count = count;
        result.collectedOn = day(collected);
        p.inputs.put(result);
        return result;
    }
    /// The whole window with @p count events, exported after its end.
    static PopulationInput wholeYear(Programme &p, int count)
    {
        return population(p, 1, "2025-07-01", "2025-12-31", count, "2026-01-01");
    }
    static void draw(Programme &p, int items, int withoutEvidence = 0, qint64 id = 1)
    {
        const EvidenceId shown = p.performed(QStringLiteral("2025-08-01"));
        DrawInput result { DrawId { id }, controlId, false, {}, PopulationId { 1 } };
        for (int i = 0; i < items; ++i) {
            SampleItem item { day("2025-08-01").addDays(i), {}, false };
            if (i >= withoutEvidence)
                item.evidence = { shown };
            result.items.append(item);
        }
        p.inputs.put(result);
    }

private slots:
    void everySystemInScopeIsShown()
    {
        Programme p = continuous();
        QCOMPARE(text(p.at("2025-07-01").blockers), QStringLiteral("16 system_not_shown; 16 system_not_shown"));
        QCOMPARE(p.at("2025-07-01").blockers[0].record, RecordRef(web));
        QCOMPARE(shown(p.at("2025-07-01")), QStringLiteral("0 of 2"));
        QCOMPARE(text(p.at("2025-06-30").blockers), QString());
        p.configured("2025-06-30", { web, db });
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("0 of 2"));
        p.configured("2025-07-01", { web });
        QCOMPARE(text(p.at("2025-07-10").blockers), QStringLiteral("16 system_not_shown"));
        QCOMPARE(p.at("2025-07-10").blockers[0].record, RecordRef(db));
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("1 of 2"));
        p.configured("2025-07-11", { db });
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("1 of 2"));
        QCOMPARE(shown(p.at("2025-07-11")), QStringLiteral("2 of 2"));
        QCOMPARE(text(p.at("2025-07-11").blockers), QString());
        QCOMPARE(p.at("2025-07-11").slotCount.kind, Slots::Kind::Systems);
        QCOMPARE(p.at("2025-07-11").state, ControlState::Ready);
    }

    void systemsComeInOrder()
    {
        Programme p(Frequency::Continuous);
        for (qint64 i = 40; i > 0; --i)
            p.inputs.put(SystemInput { SystemId { i }, true });
        const QList<Remark> blockers = p.at("2025-07-01").blockers;
        QCOMPARE(blockers.size(), 40);
        for (qint64 i = 0; i < 40; ++i)
            QCOMPARE(blockers[i].record, RecordRef(SystemId { i + 1 }));
    }

    void theControlsOwnSystems()
    {
        Programme p = continuous();
        p.control.systems = { db, laptop, db };
        p.configured("2025-07-01", { web });
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("0 of 1"));
        p.configured("2025-07-01", { db });
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("1 of 1"));
        p.control.systems = { laptop }; // none in scope: still one item, of any system
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("1 of 1"));
        Programme none(Frequency::Continuous);
        QCOMPARE(text(none.at("2025-07-10").blockers), QStringLiteral("16 system_not_shown"));
        none.configured("2025-07-05", {});
        QCOMPARE(text(none.at("2025-07-10").blockers), QString());
    }

    void onlyConfigurationItemsShowASystem()
    {
        Programme p = continuous();
        p.control.systems = { web };
        EvidenceInput item = p.evidence(EvidenceKind::Screenshot);
        item.collectedOn = day("2025-07-01");
        item.systems = { web };
        p.inputs.put(item);
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("0 of 1"));
        item.kind = EvidenceKind::Configuration;
        p.inputs.put(item);
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("1 of 1"));
        item.performedOn = days(QStringLiteral("2025-06-30")); // what counts is when it was so, not when it was fetched
        p.inputs.put(item);
        QCOMPARE(shown(p.at("2025-07-10")), QStringLiteral("0 of 1"));
        item.performedOn = days(QStringLiteral("2026-06-30"));
        p.inputs.put(item);
        QCOMPARE(shown(p.at("2026-07-10")), QStringLiteral("1 of 1"));
        item.performedOn = days(QStringLiteral("2026-07-01"));
        p.inputs.put(item);
        QCOMPARE(shown(p.at("2026-07-10")), QStringLiteral("0 of 1"));
    }

    void changesAreShownAfterwards_data()
    {
        QTest::addColumn<QString>("on");
        QTest::addColumn<qint64>("system");
        QTest::addColumn<bool>("blocks");
        const auto row = [](const char *name, const char *on, SystemId system, bool blocks) {
            QTest::newRow(name) << QString::fromLatin1(on) << system.value << blocks;
        };
        // The system was shown on 15 July, T is 10 August.
        row("before it was shown", "2025-07-14", web, false);
        row("on the day it was shown", "2025-07-15", web, false);
        row("afterwards", "2025-07-16", web, true);
        row("of everything", "2025-07-16", {}, true);
        row("of another system", "2025-07-16", laptop, false);
        row("today", "2025-08-10", web, true);
        row("tomorrow", "2025-08-11", web, false);
        row("before the window", "2025-06-30", web, false);
    }
    void changesAreShownAfterwards()
    {
        QFETCH(QString, on);
        QFETCH(qint64, system);
        QFETCH(bool, blocks);
        Programme p = continuous();
        p.control.systems = { web };
        p.configured("2025-07-15", { web });
        ChangeInput change { ChangeId { 8 }, QDate::fromString(on, Qt::ISODate), {} };
        if (system)
            change.systems = { SystemId { system } };
        p.inputs.put(change);
        const ControlResult result = p.at("2025-08-10");
        QCOMPARE(text(result.blockers), blocks ? QStringLiteral("16 change_not_shown") : QString());
        if (blocks) {
            QCOMPARE(result.blockers[0].record, RecordRef(ChangeId { 8 }));
            QCOMPARE(result.blockers[0].other, RecordRef(web));
            QCOMPARE(result.blockers[0].from, change.on);
        }
        QCOMPARE(shown(result), QStringLiteral("1 of 1"));
    }

    void changesComeInOrder()
    {
        Programme p = continuous();
        p.control.systems = { web };
        p.configured("2025-07-15", { web });
        p.inputs.put(ChangeInput { ChangeId { 3 }, day("2025-07-18"), {} });
        p.inputs.put(ChangeInput { ChangeId { 2 }, day("2025-07-18"), {} });
        p.inputs.put(ChangeInput { ChangeId { 9 }, day("2025-07-17"), {} });
        QList<RecordRef> order;
        for (const Remark &r : p.at("2025-08-10").blockers)
            order += r.record;
        QCOMPARE(order, QList<RecordRef>({ ChangeId { 9 }, ChangeId { 2 }, ChangeId { 3 } }));
    }

    void notShownLatelyWarns()
    {
        Programme p = continuous();
        p.control.systems = { web };
        p.configured("2025-07-01", { web });
        p.configured("2025-07-15", { web });
        QCOMPARE(text(p.at("2025-08-14").warnings), QString());
        const ControlResult result = p.at("2025-08-15");
        QCOMPARE(text(result.warnings), QStringLiteral("16 no_recent_configuration"));
        QCOMPARE(result.warnings[0].from, day("2025-07-15"));
        QCOMPARE(result.state, ControlState::Ready);
        p.window("2025-07-01", "2025-08-14"); // afterwards the last day counts
        QCOMPARE(text(p.at("2025-12-01").warnings), QString());
        p.window("2025-07-01", "2025-08-15");
        QCOMPARE(text(p.at("2025-12-01").warnings), QStringLiteral("16 no_recent_configuration"));
    }

    void aRevisionToComeAsksForNothingYet()
    {
        Programme p = continuous();
        p.control.revisions = { Programme::revision(Frequency::Quarterly, "", "2025-08-31"),
                                Programme::revision(Frequency::Continuous, "2025-09-01") };
        QCOMPARE(text(p.at("2025-08-31").blockers), QStringLiteral("11 nothing_due").left(0));
        QCOMPARE(text(p.at("2025-09-01").blockers), QStringLiteral("16 system_not_shown; 16 system_not_shown"));
        p.control.workStatus = WorkStatus::InProgress;
        QCOMPARE(text(p.at("2025-09-01").blockers), QStringLiteral("4 no_implemented_date"));
        QCOMPARE(shown(p.at("2025-09-01")), QStringLiteral("0 of 2"));
    }

    void populationsCoverTheDays_data()
    {
        QTest::addColumn<QString>("periods");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("gap");
        QTest::addColumn<QString>("tail");
        const auto row = [](const char *name, const char *periods, const char *at, const char *gap, const char *tail) {
            QTest::newRow(name) << QString::fromLatin1(periods) << QString::fromLatin1(at) << QString::fromLatin1(gap)
                                << QString::fromLatin1(tail);
        };
        // 1 July to 31 December 2025.
        row("before", "", "2025-06-30", "", "");
        row("first day", "", "2025-07-01", "", "");
        row("second day", "", "2025-07-02", "", "2025-07-01..2025-07-01");
        row("31 days are tolerated", "", "2025-08-01", "", "2025-07-01..2025-07-31");
        row("32 are not", "", "2025-08-02", "2025-07-01..2025-08-01 32", "");
        row("all there", "2025-07-01 2025-09-30", "2025-10-01", "", "");
        row("more than all", "2025-06-01 2025-12-31", "2025-10-01", "", "");
        row("a tail", "2025-07-01 2025-09-30", "2025-10-15", "", "2025-10-01..2025-10-14");
        row("a hole at the start", "2025-07-02 2025-09-30", "2025-10-01", "2025-07-01..2025-07-01 1", "");
        row("a hole and a tail", "2025-07-01 2025-07-31 2025-08-02 2025-09-30", "2025-10-02",
            "2025-08-01..2025-08-01 1", "2025-10-01..2025-10-01");
        row("two holes", "2025-07-02 2025-07-31 2025-08-02 2025-09-30", "2025-10-01", "2025-07-01..2025-07-01 2", "");
        row("tolerated on the last day", "2025-07-01 2025-11-30", "2025-12-31", "", "2025-12-01..2025-12-30");
        row("not after it", "2025-07-01 2025-11-30", "2026-01-01", "2025-12-01..2025-12-31 31", "");
        row("one day missing after it", "2025-07-01 2025-12-30", "2026-01-01", "2025-12-31..2025-12-31 1", "");
    }
    void populationsCoverTheDays()
    {
        QFETCH(QString, periods);
        QFETCH(QString, at);
        QFETCH(QString, gap);
        QFETCH(QString, tail);
        Programme p = perEvent();
        const QStringList ends = periods.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            const PopulationInput made = population(p, i + 1, ends[i].toLatin1().constData(),
                                                    ends[i + 1].toLatin1().constData(), 0, "2025-07-01");
            PopulationInput stated = made;
            stated.zeroStated = true;
            p.inputs.put(stated);
        }
        const ControlResult result = p.at(at.toLatin1().constData());
        QString foundGap;
        QString foundTail;
        for (const Remark &r : result.blockers + result.warnings) {
            if (r.code == RemarkCode::PopulationGap)
                foundGap = text({ DaySpan { r.from, r.to } }) + QLatin1Char(' ') + QString::number(r.count);
            if (r.code == RemarkCode::PopulationTail)
                foundTail = text({ DaySpan { r.from, r.to } });
        }
        QCOMPARE(foundGap, gap);
        QCOMPARE(foundTail, tail);
        QCOMPARE(text(result.blockers), gap.isEmpty() ? QString() : QStringLiteral("17 population_gap"));
    }

    void aTailIsTheLatestDaysOnly()
    {
        Programme p = perEvent();
        p.control.retiredOn = day("2025-09-30");
        PopulationInput made = population(p, 1, "2025-07-01", "2025-09-20", 0);
        made.zeroStated = true;
        p.inputs.put(made);
        const ControlResult open = p.at("2025-10-01");
        QCOMPARE(text(open.blockers), QString());
        QCOMPARE(text(open.warnings), QStringLiteral("17 population_tail; 18 no_events"));
        QCOMPARE(DaySpan({ open.warnings[0].from, open.warnings[0].to }), span("2025-09-21", "2025-09-30"));
        QCOMPARE(text(p.at("2025-10-02").blockers), QStringLiteral("17 population_gap"));
    }

    void eachStretchPerEventHasPopulationsOfItsOwn()
    {
        Programme p = perEvent();
        p.control.revisions = { Programme::revision(Frequency::PerEvent, "", "2025-08-31"),
                                Programme::revision(Frequency::Quarterly, "2025-09-01", "2025-10-31"),
                                Programme::revision(Frequency::PerEvent, "2025-11-01") };
        population(p, 1, "2025-07-01", "2025-08-31", 0);
        population(p, 2, "2025-11-01", "2025-12-31", 0, "2026-01-01");
        const QString blockers = text(p.at("2026-01-02").blockers);
        QVERIFY2(!blockers.contains(QStringLiteral("population_gap")), qPrintable(blockers));
        QVERIFY2(blockers.contains(QStringLiteral("18 no_statement")), qPrintable(blockers));
    }

    void populationsThatCount_data()
    {
        QTest::addColumn<int>("spoiled");
        QTest::addColumn<QString>("expected");
        QTest::newRow("good") << 0 << QString();
        QTest::newRow("not complete") << 1 << QStringLiteral("17 population_not_complete");
        QTest::newRow("replaced export") << 2 << QStringLiteral("17 population_gap");
        QTest::newRow("no export") << 3 << QStringLiteral("17 population_gap");
        QTest::newRow("collected later") << 4 << QStringLiteral("17 population_gap");
        QTest::newRow("of other days") << 5 << QStringLiteral("17 population_gap");
        QTest::newRow("export on the last day") << 6 << QStringLiteral("17 final_export_too_early");
        QTest::newRow("as its file says") << 7 << QStringLiteral("17 final_export_too_early");
        QTest::newRow("no statement") << 8 << QStringLiteral("18 no_statement_of_no_events");
    }
    void populationsThatCount()
    {
        QFETCH(int, spoiled);
        QFETCH(QString, expected);
        Programme p = perEvent();
        PopulationInput made = wholeYear(p, 0);
        made.zeroStated = spoiled != 8;
        EvidenceInput item = *p.inputs.find<EvidenceInput>(made.evidence);
        switch (spoiled) {
        case 1: made.complete = false; break;
        case 2: item.replaced = true; break;
        case 3: made.evidence = {}; break;
        case 4: made.collectedOn = day("2026-01-11"); break;
        case 5: made.period = span("2024-07-01", "2025-06-30"); break;
        case 6: made.collectedOn = day("2025-12-31"); break;
        case 7:
            made.collectedOn = {};
            item.collectedOn = day("2025-12-31");
            break;
        default: break;
        }
        p.inputs.put(made);
        p.inputs.put(item);
        const ControlResult result = p.at("2026-01-10");
        QCOMPARE(text(result.blockers), expected);
        QCOMPARE(result.noOccurrence, !expected.contains(QStringLiteral("gap")));
        if (spoiled == 0)
            QCOMPARE(text(result.warnings), QStringLiteral("18 no_events"));
        if (spoiled == 6) {
            QCOMPARE(result.blockers[0].from, day("2025-12-31"));
            QCOMPARE(result.blockers[0].to, day("2025-12-31"));
            QCOMPARE(result.blockers[0].record, RecordRef(made.id));
        }
    }

    void theFinalExportIsAskedForAfterTheEnd()
    {
        Programme p = perEvent();
        PopulationInput made = population(p, 1, "2025-07-01", "2025-12-31", 0, "2025-12-31");
        made.zeroStated = true;
        p.inputs.put(made);
        QCOMPARE(text(p.at("2025-12-31").blockers), QString());
        QCOMPARE(text(p.at("2026-01-01").blockers), QStringLiteral("17 final_export_too_early"));
        population(p, 2, "2025-12-01", "2025-12-31", 0, "2026-01-01"); // a second one mends it
        QCOMPARE(text(p.at("2026-01-01").blockers), QString());
        population(p, 2, "2025-12-01", "2025-12-30", 0, "2026-01-01"); // when it holds the last day
        QCOMPARE(text(p.at("2026-01-01").blockers), QStringLiteral("17 final_export_too_early"));
    }

    void sampleSizes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("size");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("in full") << 10 << 10;
        QTest::newRow("eleven") << 11 << 11;
        QTest::newRow("at the profile") << 40 << 40;
        QTest::newRow("above") << 41 << 40;
    }
    void sampleSizes()
    {
        QFETCH(int, count);
        QFETCH(int, size);
        QCOMPARE(sampleSizeOf(count, SampleProfile {}), size);
        QCOMPARE(sampleSizeOf(count, SampleProfile { 5, 0 }), qMin(count, 5));
        QCOMPARE(sampleSizeOf(count, SampleProfile { 5, 10 }), count <= 10 ? count : 5);
        QCOMPARE(sampleSizeOf(count, SampleProfile { 5, 11 }), count <= 11 ? count : 5);
    }

    void samplesAreDrawnAndShown()
    {
        Programme p = perEvent();
        wholeYear(p, 100);
        population(p, 2, "2025-08-01", "2025-08-31", -5); // nonsense counts nothing
        ControlResult result = p.at("2026-01-10");
        QCOMPARE(text(result.blockers), QStringLiteral("18 sample_not_drawn"));
        QCOMPARE(result.blockers[0].expected, 40);
        QCOMPARE(result.slotCount.kind, Slots::Kind::None);
        draw(p, 39, 1);
        result = p.at("2026-01-10");
        QCOMPARE(text(result.blockers), QStringLiteral("18 sample_too_small; 18 sample_without_evidence"));
        QCOMPARE(result.blockers[0].count, 39);
        QCOMPARE(result.blockers[0].expected, 40);
        QCOMPARE(result.blockers[0].record, RecordRef(DrawId { 1 }));
        QCOMPARE(result.blockers[1].count, 1);
        QCOMPARE(result.blockers[1].expected, 39);
        QCOMPARE(result.slotCount, (Slots { Slots::Kind::Samples, 38, 40 }));
        draw(p, 40);
        QCOMPARE(text(p.at("2026-01-10").blockers), QString());
        QCOMPARE(p.at("2026-01-10").slotCount, (Slots { Slots::Kind::Samples, 40, 40 }));
        QVERIFY(!p.at("2026-01-10").noOccurrence);
        draw(p, 2, 2, 2); // a second draw adds to the first
        QCOMPARE(p.at("2026-01-10").slotCount, (Slots { Slots::Kind::Samples, 40, 42 }));
        QCOMPARE(p.at("2026-01-10").blockers[0].record, RecordRef(DrawId { 2 }));
        DrawInput redrawn = *p.inputs.find<DrawInput>(DrawId { 2 });
        redrawn.superseded = true;
        p.inputs.put(redrawn);
        QCOMPARE(p.at("2026-01-10").slotCount, (Slots { Slots::Kind::Samples, 40, 40 }));
    }

    void aSampleOfAnotherPopulationShowsNothing()
    {
        Programme p = perEvent();
        wholeYear(p, 20);
        draw(p, 20);
        QCOMPARE(text(p.at("2026-01-10").blockers), QString());
        DrawInput lastYears = *p.inputs.find<DrawInput>(DrawId { 1 });
        lastYears.population = PopulationId { 9 };
        p.inputs.put(lastYears);
        QCOMPARE(text(p.at("2026-01-10").blockers), QStringLiteral("18 sample_not_drawn"));
    }

    void moreEventsThanAnIntHoldsWantASample()
    {
        Programme p = perEvent();
        wholeYear(p, 2'000'000'000);
        population(p, 2, "2025-08-01", "2025-08-31", 2'000'000'000, "2026-01-01");
        QCOMPARE(text(p.at("2026-01-10").blockers), QStringLiteral("18 sample_not_drawn"));
    }

    void anInterimDrawMayGrow()
    {
        Programme p = perEvent();
        population(p, 1, "2025-07-01", "2025-12-31", 20, "2025-12-01");
        QCOMPARE(text(p.at("2025-12-31").blockers), QString());
        QCOMPARE(text(p.at("2025-12-31").warnings), QString());
        draw(p, 19);
        QCOMPARE(text(p.at("2025-12-31").blockers), QString());
        QCOMPARE(text(p.at("2025-12-31").warnings), QStringLiteral("18 sample_too_small"));
        draw(p, 20, 1);
        QCOMPARE(text(p.at("2025-12-31").blockers), QStringLiteral("18 sample_without_evidence"));
        wholeYear(p, 20);
        draw(p, 19);
        QCOMPARE(text(p.at("2026-01-01").blockers), QStringLiteral("18 sample_too_small"));
    }

    void evidenceOfAnItemMustCount()
    {
        Programme p = perEvent();
        wholeYear(p, 1);
        draw(p, 1);
        EvidenceInput item = *p.inputs.find<EvidenceInput>(EvidenceId { p.lastEvidence });
        item.withheld = true;
        p.inputs.put(item);
        QCOMPARE(text(p.at("2026-01-10").blockers), QStringLiteral("18 sample_without_evidence"));
        DrawInput drawn = *p.inputs.find<DrawInput>(DrawId { 1 });
        drawn.items[0].evidence.append(p.performed(QStringLiteral("2025-08-02")));
        p.inputs.put(drawn);
        QCOMPARE(text(p.at("2026-01-10").blockers), QString());
    }

    void aDeviatingItemIsAnException()
    {
        Programme p = perEvent();
        wholeYear(p, 2);
        draw(p, 2);
        DrawInput drawn = *p.inputs.find<DrawInput>(DrawId { 1 });
        drawn.items[0].deviates = true;
        p.inputs.put(drawn);
        QCOMPARE(text(p.at("2026-01-10").blockers), QStringLiteral("19 occurrence_deviates"));
        FindingInput finding { FindingId { 5 },
                               Severity::Low,
                               FindingState::Closed,
                               day("2026-01-01"),
                               true,
                               {},
                               { { controlId, drawn.items[0].on } } };
        p.inputs.put(finding);
        QCOMPARE(text(p.at("2026-01-10").blockers), QString());
        QVERIFY(p.at("2026-01-10").hasException());
        drawn.items[1].evidence.clear(); // the later one is not shown to have worked
        p.inputs.put(drawn);
        QCOMPARE(p.at("2026-01-10").blockers.last().mend, Mend::PerformLaterOccurrence);
        drawn.items[1].evidence = drawn.items[0].evidence;
        drawn.items[1].on = drawn.items[0].on; // of the same day is not later
        p.inputs.put(drawn);
        QCOMPARE(p.at("2026-01-10").blockers.last().mend, Mend::PerformLaterOccurrence);
        drawn.items[1].on = day("2026-01-11"); // has not happened
        p.inputs.put(drawn);
        QCOMPARE(p.at("2026-01-10").blockers.last().mend, Mend::PerformLaterOccurrence);
        drawn.items[1].on = day("2026-01-10"); // happened today
        p.inputs.put(drawn);
        QCOMPARE(text(p.at("2026-01-10").blockers), QString());
        drawn.items[1].on = day("2025-08-02");
        drawn.items[1].deviates = true;
        p.inputs.put(drawn);
        QCOMPARE(p.at("2026-01-10").exceptions.size(), 2);
        drawn.superseded = true; // redrawing hides nothing
        p.inputs.put(drawn);
        QCOMPARE(p.at("2026-01-10").exceptions.size(), 2);
    }

    void aConfigurationThatWorkedAgain()
    {
        Programme p = continuous();
        p.control.systems = { web };
        p.inputs.put(DeviationInput { DeviationId { 1 }, { controlId, day("2025-07-20") } });
        p.inputs.put(FindingInput { FindingId { 5 },
                                    Severity::Low,
                                    FindingState::Closed,
                                    day("2025-08-01"),
                                    true,
                                    {},
                                    { { controlId, day("2025-07-20") } } });
        p.configured("2025-07-20", { web });
        QCOMPARE(text(p.at("2025-08-10").blockers), QStringLiteral("19 occurrence_deviates"));
        QCOMPARE(p.at("2025-08-10").blockers[0].mend, Mend::PerformLaterOccurrence);
        EvidenceInput item = p.evidence(EvidenceKind::Document);
        item.collectedOn = day("2025-07-21");
        p.inputs.put(item);
        QCOMPARE(text(p.at("2025-08-10").blockers), QStringLiteral("19 occurrence_deviates"));
        p.configured("2025-07-21", { web });
        QCOMPARE(text(p.at("2025-08-10").blockers), QString());
        p.window("2025-07-01", "2025-07-20"); // outside the window it does not count
        QCOMPARE(text(p.at("2025-08-10").blockers), QStringLiteral("19 occurrence_deviates"));
    }

    void slotsOfTheLastFrequency()
    {
        Programme p = continuous();
        p.control.revisions = { Programme::revision(Frequency::Continuous, "", "2025-08-31"),
                                Programme::revision(Frequency::Quarterly, "2025-09-01") };
        QCOMPARE(p.at("2025-09-01").slotCount, (Slots { Slots::Kind::Occurrences, 0, 4 }));
        p.control.revisions[1].frequency = Frequency::PerEvent;
        QCOMPARE(p.at("2025-09-01").slotCount.kind, Slots::Kind::None);
        p.control.revisions[1].frequency = Frequency::Continuous;
        QCOMPARE(p.at("2025-09-01").slotCount.kind, Slots::Kind::Systems);
        p.control.revisions[0].frequency = Frequency::PerEvent;
        QCOMPARE(p.at("2025-09-01").slotCount.kind, Slots::Kind::Systems);
    }
};

QTEST_GUILESS_MAIN(TestReadinessEvents)
#include "tst_readinessevents.moc"
