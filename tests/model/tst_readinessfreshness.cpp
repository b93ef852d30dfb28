#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// Rule 22: what evidence rows say.
class TestReadinessFreshness : public QObject
{
    Q_OBJECT

    static QString word(Programme &p, EvidenceId id, const char *at)
    {
        return wordOf(p.evaluation(at).evidence.value(id).freshness);
    }

private slots:
    void periodicEvidence_data()
    {
        QTest::addColumn<QString>("performed");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *performed, const char *at, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(performed) << QString::fromLatin1(at)
                                << QString::fromLatin1(expected);
        };
        row("more than 30 days ahead", "2025-09-20", "2025-11-30", "current");
        row("30 days ahead", "2025-09-20", "2025-12-01", "due_soon");
        row("past due, within grace", "2025-09-20", "2026-01-15", "due_soon");
        row("past grace", "2025-09-20", "2026-01-16", "stale");
        row("performed on the due date", "2025-09-30", "2025-11-30", "current");
        row("in the grace of the last one", "2025-10-10", "2025-11-30", "current");
        row("in the grace of the last one, due soon", "2025-10-10", "2025-12-01", "due_soon");
        row("early for the last one", "2025-07-20", "2025-10-01", "current");
        row("the latest day of several", "2025-09-20 2025-12-20", "2026-01-16", "current");
        row("before the window, for the one before", "2025-06-20", "2025-10-15", "due_soon");
        row("before the window, stale", "2025-06-20", "2025-10-16", "stale");
        row("all to come", "2025-12-20", "2025-12-19", "stale");
    }
    void periodicEvidence()
    {
        QFETCH(QString, performed);
        QFETCH(QString, at);
        QFETCH(QString, expected);
        Programme p;
        const EvidenceId id = p.performed(performed);
        QCOMPARE(word(p, id, at.toLatin1().constData()), expected);
    }

    void nothingIsDueAfterTheControlRetired()
    {
        Programme p;
        const EvidenceId id = p.performed(QStringLiteral("2025-09-20"));
        p.control.retiredOn = day("2025-12-31"); // the day of the next due date: still due
        QCOMPARE(word(p, id, "2026-01-16"), QStringLiteral("stale"));
        p.control.retiredOn = day("2025-12-30");
        QCOMPARE(word(p, id, "2026-01-16"), QStringLiteral("current"));
    }

    void anEarlyFillIsCurrentUntilTheNextOne()
    {
        Programme p;
        p.performed(QStringLiteral("2025-09-20"));
        const EvidenceId early = p.performed(QStringLiteral("2025-10-05")); // fills December
        QCOMPARE(word(p, early, "2026-01-20"), QStringLiteral("current"));
        QCOMPARE(word(p, early, "2026-03-01"), QStringLiteral("due_soon"));
    }

    void newerEvidenceLetsTheOlderRest()
    {
        Programme p;
        const EvidenceId old = p.performed(QStringLiteral("2025-09-20"));
        QCOMPARE(word(p, old, "2026-01-16"), QStringLiteral("stale"));
        EvidenceInput newer = p.evidence();
        newer.performedOn = days(QStringLiteral("2025-09-20"));
        p.inputs.put(newer);
        QCOMPARE(word(p, old, "2026-01-16"), QStringLiteral("stale")); // of the same day is not newer
        newer.performedOn = days(QStringLiteral("2025-09-21"));
        p.inputs.put(newer);
        QCOMPARE(word(p, old, "2026-01-16"), QStringLiteral("current"));
        newer.withheld = true;
        p.inputs.put(newer);
        QCOMPARE(word(p, old, "2026-01-16"), QStringLiteral("stale"));
    }

    void whatFillsNothingLetsNothingRest()
    {
        Programme p;
        const EvidenceId old = p.performed(QStringLiteral("2025-09-20"));
        EvidenceInput newer = p.evidence();
        newer.covers = span("2025-10-01", "2025-12-31");
        newer.collectedOn = day("2026-01-02");
        p.inputs.put(newer);
        QCOMPARE(p.at("2026-01-16").slotCount.filled, 1);
        QCOMPARE(word(p, old, "2026-01-16"), QStringLiteral("stale"));
        newer.performedOn = days(QStringLiteral("2025-12-30"));
        p.inputs.put(newer);
        QCOMPARE(p.at("2026-01-16").slotCount.filled, 2);
        QCOMPARE(word(p, old, "2026-01-16"), QStringLiteral("current"));
    }

    void whatDoesNotCountIsStale()
    {
        Programme p;
        EvidenceInput item = p.evidence();
        item.controls = {};
        p.inputs.put(item);
        QVERIFY(!p.evaluation("2025-07-10").evidence.value(item.id).counts);
        QCOMPARE(word(p, item.id, "2025-07-10"), QStringLiteral("stale"));
        item.collectedOn = day("2025-07-01");
        p.inputs.put(item);
        QVERIFY(p.evaluation("2025-07-10").evidence.value(item.id).counts);
        QCOMPARE(word(p, item.id, "2025-07-10"), QStringLiteral("current"));
        item.collectedOn = {};
        item.covers = span("2025-07-01", "2025-07-01");
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2025-07-10"), QStringLiteral("current"));
        item.replaced = true;
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2025-07-10"), QStringLiteral("stale"));
        item.replaced = false;
        item.withheld = true;
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2025-07-10"), QStringLiteral("stale"));
    }

    void theDayOfAnItemWithoutPerformedDates()
    {
        Programme p;
        EvidenceInput item = p.evidence();
        item.covers = span("2025-07-01", "2025-09-30");
        item.collectedOn = day("2025-12-31");
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2026-01-16"), QStringLiteral("stale"));
        item.covers = {};
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2026-01-16"), QStringLiteral("current"));
    }

    void theBar()
    {
        Programme p;
        EvidenceInput item = p.evidence();
        item.performedOn = days(QStringLiteral("2025-09-20 2025-07-01 2025-06-30"));
        item.covers = span("2025-06-01", "2025-09-20");
        p.inputs.put(item);
        EvidenceResult result = p.evaluation("2026-01-20").evidence.value(item.id);
        QCOMPARE(text(result.covered), QStringLiteral("2025-07-01..2025-09-20"));
        QCOMPARE(text(result.missing), QStringLiteral("2025-10-01..2026-01-19"));
        QCOMPARE(result.points, days(QStringLiteral("2025-07-01 2025-09-20")));
        result = p.evaluation("2025-09-19").evidence.value(item.id);
        QCOMPARE(result.points, days(QStringLiteral("2025-07-01")));
        QVERIFY(result.missing.isEmpty());
    }

    void theWorstControlWins()
    {
        Programme p;
        ControlInput monthly = p.control;
        monthly.id = ControlId { 2 };
        monthly.revisions = { Programme::revision(Frequency::Monthly) };
        p.inputs.put(monthly);
        EvidenceInput item = p.evidence();
        item.performedOn = days(QStringLiteral("2025-09-30"));
        item.controls = { ControlId { 2 }, controlId };
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2025-11-05"), QStringLiteral("due_soon"));
        QCOMPARE(word(p, item.id, "2025-11-06"), QStringLiteral("stale"));
        item.controls = { controlId, ControlId { 2 }, ControlId { 77 } };
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2025-11-06"), QStringLiteral("stale"));
        monthly.workStatus = WorkStatus::NotApplicable;
        monthly.notApplicableApproved = true;
        p.inputs.put(monthly);
        QCOMPARE(word(p, item.id, "2025-11-06"), QStringLiteral("current"));
        monthly = p.control;
        monthly.id = ControlId { 2 };
        monthly.revisions[0].frequency.reset();
        p.inputs.put(monthly);
        QCOMPARE(word(p, item.id, "2025-11-06"), QStringLiteral("current"));
    }

    void configurations()
    {
        Programme p(Frequency::Continuous);
        p.inputs.put(SystemInput { SystemId { 1 }, true });
        const EvidenceId id = p.configured("2025-08-01", { SystemId { 1 } });
        QCOMPARE(word(p, id, "2025-08-31"), QStringLiteral("current"));
        QCOMPARE(word(p, id, "2025-09-01"), QStringLiteral("stale"));
        p.window("2025-07-01", "2025-08-31");
        QCOMPARE(word(p, id, "2025-12-01"), QStringLiteral("current"));
        p.inputs.put(ChangeInput { ChangeId { 1 }, day("2025-08-02"), {} });
        QCOMPARE(word(p, id, "2025-08-10"), QStringLiteral("stale"));
        p.inputs.put(ChangeInput { ChangeId { 1 }, day("2025-08-02"), { SystemId { 2 } } });
        QCOMPARE(word(p, id, "2025-08-10"), QStringLiteral("current"));
        p.inputs.put(ChangeInput { ChangeId { 1 }, day("2025-08-02"), {} });
        const EvidenceId newer = p.configured("2025-08-03", { SystemId { 1 } });
        QCOMPARE(word(p, id, "2025-08-10"), QStringLiteral("current"));
        QCOMPARE(word(p, newer, "2025-08-10"), QStringLiteral("current"));
    }

    void eachSystemNeedsItsOwnNewerConfiguration()
    {
        Programme p(Frequency::Continuous);
        p.inputs.put(SystemInput { SystemId { 1 }, true });
        p.inputs.put(SystemInput { SystemId { 2 }, true });
        const EvidenceId first = p.configured("2025-08-01", { SystemId { 1 } });
        const EvidenceId both = p.configured("2025-08-01", { SystemId { 1 }, SystemId { 2 } });
        p.inputs.put(ChangeInput { ChangeId { 1 }, day("2025-08-02"), { SystemId { 1 } } });
        const EvidenceId second = p.configured("2025-08-03", { SystemId { 2 } });
        QCOMPARE(text(p.at("2025-08-10").blockers), QStringLiteral("16 change_not_shown"));
        QCOMPARE(word(p, first, "2025-08-10"), QStringLiteral("stale")); // the newer item shows another system
        QCOMPARE(word(p, both, "2025-08-10"), QStringLiteral("stale"));
        QCOMPARE(word(p, second, "2025-08-10"), QStringLiteral("current"));
        QCOMPARE(word(p, both, "2025-09-01"), QStringLiteral("stale")); // 31 days old, and one system newer
        EvidenceInput note = p.evidence(EvidenceKind::Document);
        note.collectedOn = day("2025-08-04");
        note.systems = { SystemId { 1 } };
        p.inputs.put(note);
        QCOMPARE(word(p, first, "2025-08-10"), QStringLiteral("stale")); // no configuration
        p.configured("2025-08-05", { SystemId { 1 } });
        QCOMPARE(word(p, first, "2025-08-10"), QStringLiteral("current"));
        QCOMPARE(word(p, both, "2025-08-10"), QStringLiteral("current"));
    }

    void aSystemOutOfScopeIsNotWaitedFor()
    {
        Programme p(Frequency::Continuous);
        p.inputs.put(SystemInput { SystemId { 1 }, true });
        p.inputs.put(SystemInput { SystemId { 2 }, true });
        const EvidenceId both = p.configured("2025-08-01", { SystemId { 1 }, SystemId { 2 } });
        p.configured("2025-08-20", { SystemId { 1 } });
        QCOMPARE(word(p, both, "2025-09-01"), QStringLiteral("stale"));
        p.inputs.put(SystemInput { SystemId { 2 }, false });
        QCOMPARE(word(p, both, "2025-09-01"), QStringLiteral("current"));
    }

    void theRevisionOfTheDayAndOfTheWindowJudges()
    {
        Programme p;
        p.control.revisions = { Programme::revision(Frequency::Quarterly, "", "2025-11-30"),
                                Programme::revision(Frequency::Monthly, "2025-12-01") };
        const EvidenceId id = p.performed(QStringLiteral("2025-09-20"));
        QCOMPARE(word(p, id, "2025-11-30"), QStringLiteral("current"));
        QCOMPARE(word(p, id, "2025-12-01"), QStringLiteral("stale"));
        p.window("2025-07-01", "2025-11-30");
        QCOMPARE(word(p, id, "2025-12-01"), QStringLiteral("due_soon"));
    }

    void populations()
    {
        Programme p(Frequency::PerEvent);
        EvidenceInput item = p.evidence(EvidenceKind::Export);
        item.covers = span("2025-07-01", "2025-08-31");
        item.collectedOn = day("2025-09-01");
        p.inputs.put(item);
        QCOMPARE(word(p, item.id, "2025-12-01"), QStringLiteral("current")); // no population
        PopulationInput population;
        population.id = PopulationId { 1 };
        population.control = controlId;
        population.evidence = item.id;
        population.period = item.covers;
        p.inputs.put(population);
        QCOMPARE(word(p, item.id, "2025-10-02"), QStringLiteral("current")); // a tolerated tail
        const EvidenceResult result = p.evaluation("2025-10-03").evidence.value(item.id);
        QCOMPARE(result.freshness, Freshness::PeriodGap);
        QCOMPARE(text(result.missing), QStringLiteral("2025-09-01..2025-10-02"));
        QCOMPARE(text(result.covered), QStringLiteral("2025-07-01..2025-08-31"));
        ControlInput twin = p.control; // with the same hole, which is drawn once
        twin.id = ControlId { 2 };
        p.inputs.put(twin);
        PopulationInput same = population;
        same.id = PopulationId { 2 };
        same.control = twin.id;
        p.inputs.put(same);
        item.controls = { controlId, twin.id };
        p.inputs.put(item);
        QCOMPARE(text(p.evaluation("2025-10-03").evidence.value(item.id).missing),
                 QStringLiteral("2025-09-01..2025-10-02"));
        item.controls = { controlId };
        p.inputs.put(item);
        population.control = ControlId { 9 };
        p.inputs.put(population);
        QCOMPARE(word(p, item.id, "2025-10-03"), QStringLiteral("current"));
    }

    void vendorReports()
    {
        Programme p;
        EvidenceInput item = p.evidence();
        item.controls = {};
        item.collectedOn = day("2025-09-01");
        p.inputs.put(item);
        VendorInput vendor { VendorId { 1 }, SubserviceMethod::CarveOut, day("2025-07-01"), {} };
        const auto with = [&](const char *from, const char *to) {
            vendor.reports = { { VendorReportId { 1 }, VendorReportKind::Soc2TypeTwo, span(from, to), day("2025-09-01"),
                                 item.id } };
            p.inputs.put(vendor);
            return word(p, item.id, "2026-07-01");
        };
        QCOMPARE(with("2025-07-01", "2026-06-30"), QStringLiteral("current"));
        QCOMPARE(with("2025-07-01", "2026-06-29"), QStringLiteral("period_gap"));
        QCOMPARE(text(p.evaluation("2026-07-01").evidence.value(item.id).missing),
                 QStringLiteral("2026-06-30..2026-06-30"));
        QCOMPARE(with("2024-07-01", "2025-06-30"), QStringLiteral("period_gap"));
        QCOMPARE(with("2024-07-01", "2025-06-29"), QStringLiteral("stale"));
        vendor.subservice = SubserviceMethod::None;
        QCOMPARE(with("2025-07-01", "2026-06-29"), QStringLiteral("current"));
    }

    void typeOneEvidence()
    {
        Programme p;
        p.inputs.engagement.type = ReportType::TypeOne;
        p.inputs.engagement.asOf = day("2025-11-15");
        const EvidenceId id = p.performed(QStringLiteral("2025-09-20"));
        QCOMPARE(word(p, id, "2025-11-30"), QStringLiteral("current"));
        QCOMPARE(word(p, id, "2025-12-01"), QStringLiteral("due_soon"));
        const EvidenceId old = p.performed(QStringLiteral("2025-08-14"));
        QCOMPARE(word(p, old, "2025-11-20"), QStringLiteral("stale"));
        const EvidenceId edge = p.performed(QStringLiteral("2025-08-15"));
        QCOMPARE(word(p, edge, "2025-11-20"), QStringLiteral("current")); // there is a newer one
        const EvidenceId newest = p.performed(QStringLiteral("2025-10-20"));
        QCOMPARE(word(p, newest, "2026-02-28"), QStringLiteral("current"));
        QCOMPARE(word(p, newest, "2026-03-01"), QStringLiteral("due_soon"));
        p.control.revisions[0].frequency = Frequency::Continuous;
        QCOMPARE(word(p, newest, "2026-03-01"), QStringLiteral("current"));
    }

    void planItemsAndDueOccurrencesAreRows()
    {
        Programme p;
        PlanItemInput item { PlanItemId { 1 }, controlId, day("2025-08-15"), {} };
        p.inputs.put(item);
        const auto notCollected
            = [&p](const char *at) { return p.evaluation(at).evidenceBy[size_t(Freshness::NotCollected)]; };
        QCOMPARE(notCollected("2025-07-10"), 1);
        QCOMPARE(p.evaluation("2025-07-10").planItems.value(item.id), Freshness::NotCollected);
        QCOMPARE(notCollected("2025-09-29"), 1);
        QCOMPARE(notCollected("2025-09-30"), 2); // the occurrence is due today
        item.due = day("2025-09-30");
        p.inputs.put(item);
        QCOMPARE(notCollected("2025-09-29"), 1);
        QCOMPARE(notCollected("2025-09-30"), 1); // the same row
        item.evidence = { p.performed(QStringLiteral("2025-09-20")) };
        p.inputs.put(item);
        QCOMPARE(notCollected("2025-09-30"), 0);
        const Evaluation evaluation = p.evaluation("2025-09-30");
        QCOMPARE(evaluation.planItems.value(item.id), Freshness::Current);
        QCOMPARE(evaluation.evidenceBy[size_t(Freshness::Current)], 1);
        QCOMPARE(p.evaluation("2025-12-01").planItems.value(item.id), Freshness::DueSoon);
        EvidenceInput shown = *p.inputs.find<EvidenceInput>(item.evidence[0]);
        shown.replaced = true;
        p.inputs.put(shown);
        QCOMPARE(p.evaluation("2025-12-01").planItems.value(item.id), Freshness::NotCollected);
    }

    void aControlThatDoesNotApplyWaitsForNoPlanItem()
    {
        Programme p;
        const PlanItemInput item { PlanItemId { 1 }, controlId, day("2025-08-15"), {} };
        p.inputs.put(item);
        QVERIFY(p.evaluation("2025-07-10").planItems.contains(item.id));
        p.control.workStatus = WorkStatus::NotApplicable;
        p.control.notApplicableApproved = true;
        QVERIFY(!p.evaluation("2025-07-10").planItems.contains(item.id));
        QCOMPARE(p.evaluation("2025-07-10").evidenceBy[size_t(Freshness::NotCollected)], 0);
    }

    void aPlanItemSaysTheWorstOfItsEvidence()
    {
        Programme p;
        p.inputs.put(CriterionInput { CriterionId { 2 }, {}, Category::Security, false, false });
        PlanItemInput item { PlanItemId { 1 }, controlId, day("2025-08-15"), {} };
        const EvidenceId stale = p.performed(QStringLiteral("2025-09-20"));
        EvidenceInput free = p.evidence();
        free.controls = {};
        free.collectedOn = day("2025-09-20");
        p.inputs.put(free);
        item.evidence = { stale, free.id, EvidenceId { 99 } };
        p.inputs.put(item);
        QCOMPARE(p.evaluation("2026-01-16").planItems.value(item.id), Freshness::Stale);
        item.evidence = { free.id, stale };
        p.inputs.put(item);
        QCOMPARE(p.evaluation("2026-01-16").planItems.value(item.id), Freshness::Stale);
    }
};

QTEST_GUILESS_MAIN(TestReadinessFreshness)
#include "tst_readinessfreshness.moc"
