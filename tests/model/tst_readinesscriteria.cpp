#include "model/readiness/vendors.h"
#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// Rules 1 to 3 and 20, and the counting rules.
class TestReadinessCriteria : public QObject
{
    Q_OBJECT

    static constexpr VendorId vendorId { 3 };
    static constexpr CsocId csocId { 6 };

    static VendorReportInput report(const char *from, const char *to, const char *reviewed,
                                    VendorReportKind kind = VendorReportKind::Soc2TypeTwo)
    {
        return { VendorReportId { 1 }, kind, span(from, to), day(reviewed), {} };
    }
    static VendorInput vendor(const QList<VendorReportInput> &reports)
    {
        return { vendorId, SubserviceMethod::CarveOut, day("2025-07-01"), reports };
    }
    /// A criterion that a carved-out vendor serves, monitored by our control, which maps to nothing else.
    static Programme carvedOut()
    {
        Programme p;
        p.control.criteria = {};
        p.inputs.put(vendor({ report("2025-01-01", "2025-12-31", "2026-01-10") }));
        p.inputs.put(CsocInput { csocId, vendorId, { criterionId }, controlId });
        return p;
    }
    static ControlInput another(const Programme &p, qint64 id)
    {
        ControlInput control = p.control;
        control.id = ControlId { id };
        return control;
    }

private slots:
    void readyWithAllApplicableControls()
    {
        Programme p;
        QVERIFY(p.criterion("2025-07-10").ready);
        ControlInput second = another(p, 2);
        second.ownerActive = false;
        p.inputs.put(second);
        CriterionResult result = p.criterion("2025-07-10");
        QVERIFY(!result.ready);
        QCOMPARE(text(result.blockers), QStringLiteral("2 control_not_ready"));
        QCOMPARE(result.blockers[0].record, RecordRef(ControlId { 2 }));
        QCOMPARE(result.controls, QList<ControlId>({ ControlId { 1 }, ControlId { 2 } }));
        second.workStatus = WorkStatus::NotApplicable;
        second.notApplicableApproved = true;
        p.inputs.put(second);
        QVERIFY(p.criterion("2025-07-10").ready);
        p.control.workStatus = WorkStatus::NotApplicable;
        p.control.notApplicableApproved = true;
        result = p.criterion("2025-07-10");
        QVERIFY(!result.ready);
        QCOMPARE(text(result.blockers), QStringLiteral("2 no_control"));
        QCOMPARE(result.blockers[0].record, RecordRef(criterionId));
    }

    void aControlInReviewIsNotReady()
    {
        Programme p;
        p.control.signOff.reset();
        QCOMPARE(text(p.criterion("2025-07-10").blockers), QStringLiteral("2 control_not_ready"));
    }

    void scope_data()
    {
        QTest::addColumn<Category>("category");
        QTest::addColumn<bool>("notRelevant");
        QTest::addColumn<bool>("approved");
        QTest::addColumn<bool>("inScope");
        QTest::newRow("selected") << Category::Security << false << false << true;
        QTest::newRow("not selected") << Category::Privacy << false << false << false;
        QTest::newRow("not relevant") << Category::Security << true << true << false;
        QTest::newRow("not relevant, not approved") << Category::Security << true << false << true;
        QTest::newRow("approved, but relevant") << Category::Security << false << true << true;
    }
    void scope()
    {
        QFETCH(Category, category);
        QFETCH(bool, notRelevant);
        QFETCH(bool, approved);
        QFETCH(bool, inScope);
        Programme p;
        p.inputs.put(CriterionInput { criterionId, QStringLiteral("CC6"), category, notRelevant, approved });
        const Evaluation evaluation = p.evaluation("2025-07-10");
        const CriterionResult result = evaluation.criteria.value(criterionId);
        QCOMPARE(result.inScope, inScope);
        QCOMPARE(result.ready, inScope);
        QCOMPARE(evaluation.controls.value(controlId).inScope, inScope);
        QCOMPARE(evaluation.totals.criteriaInScope, inScope ? 1 : 0);
        QCOMPARE(evaluation.totals.controls.total(), inScope ? 1 : 0);
        QCOMPARE(evaluation.series.size(), inScope ? 1 : 0);
        QCOMPARE(notes(result.warnings),
                 notRelevant && !approved ? QStringLiteral("1 not_relevant_without_approval") : QString());
    }

    void aCarvedOutControlCountsThroughItsMonitoring()
    {
        Programme p = carvedOut();
        QVERIFY(p.criterion("2026-02-01").blockers.size() == 1); // two occurrences are missing
        p.performed(QStringLiteral("2025-09-30 2025-12-31"));
        CriterionResult result = p.criterion("2026-02-01");
        QCOMPARE(text(result.blockers), QString());
        QVERIFY(result.ready);
        QVERIFY(result.controls.isEmpty());
        p.control.signOff.reset();
        result = p.criterion("2026-02-01");
        QCOMPARE(text(result.blockers), QStringLiteral("3 monitoring_not_ready"));
        QCOMPARE(result.blockers[0].record, RecordRef(controlId));
        QCOMPARE(result.blockers[0].other, RecordRef(csocId));
        p.inputs.put(CsocInput { csocId, vendorId, { criterionId }, {} });
        result = p.criterion("2026-02-01");
        QCOMPARE(text(result.blockers), QStringLiteral("3 csoc_not_monitored"));
        QCOMPARE(result.blockers[0].record, RecordRef(csocId));
        QCOMPARE(result.blockers[0].other, RecordRef(vendorId));
        p.inputs.put(CsocInput { csocId, vendorId, { criterionId }, controlId });
        p.control.workStatus = WorkStatus::NotApplicable;
        p.control.notApplicableApproved = true;
        QCOMPARE(text(p.criterion("2026-02-01").blockers), QStringLiteral("3 csoc_not_monitored"));
    }

    void onlyCarveOutCounts()
    {
        Programme p = carvedOut();
        VendorInput changed = *p.inputs.find<VendorInput>(vendorId);
        changed.subservice = SubserviceMethod::Inclusive;
        p.inputs.put(changed);
        QCOMPARE(text(p.criterion("2025-07-10").blockers), QStringLiteral("2 no_control"));
        p.inputs.table<VendorInput>().clear();
        QCOMPARE(text(p.criterion("2025-07-10").blockers), QStringLiteral("2 no_control"));
    }

    void anUnmonitoredCsocBlocksBesideOwnControls()
    {
        Programme p;
        p.inputs.put(vendor({}));
        p.inputs.put(CsocInput { csocId, vendorId, { criterionId }, {} });
        QCOMPARE(text(p.criterion("2025-07-10").blockers), QStringLiteral("3 csoc_not_monitored"));
    }

    void vendorReports_data()
    {
        QTest::addColumn<QList<VendorReportInput>>("reports");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QList<VendorReportInput> &reports, const char *expected) {
            QTest::newRow(name) << reports << QString::fromLatin1(expected);
        };
        // C is 31 December 2025; 365 days before it is 31 December 2024.
        row("none", {}, "20 vendor_report_missing");
        row("ends 365 days before", { report("2024-01-01", "2024-12-31", "2025-01-10") }, "");
        row("ends 366 days before", { report("2024-01-01", "2024-12-30", "2025-01-10") }, "20 vendor_report_old");
        row("reviewed 365 days before", { report("2024-01-01", "2025-06-30", "2024-12-31") }, "");
        row("reviewed 366 days before", { report("2024-01-01", "2025-06-30", "2024-12-30") }, "20 vendor_review_old");
        row("not reviewed", { report("2025-01-01", "2025-12-31", "") }, "20 vendor_review_old");
        row("reviewed today", { report("2025-01-01", "2025-12-31", "2026-02-01") }, "");
        row("reviewed tomorrow", { report("2025-01-01", "2025-12-31", "2026-02-02") }, "20 vendor_review_old");
        row("one good of two",
            { report("2025-07-01", "2025-12-31", ""), report("2025-01-01", "2025-06-30", "2025-07-10") }, "");
        row("no report has both",
            { report("2025-07-01", "2025-12-31", ""), report("2023-01-01", "2023-12-31", "2025-07-10") },
            "20 vendor_review_old");
        row("SOC 1", { report("2025-01-01", "2025-12-31", "2026-01-10", VendorReportKind::Soc1TypeTwo) }, "");
        row("SOC 1, a point in time",
            { report("2025-12-31", "2025-12-31", "2026-01-10", VendorReportKind::Soc1TypeOne) }, "");
        row("SOC 2, a point in time",
            { report("2025-12-31", "2025-12-31", "2026-01-10", VendorReportKind::Soc2TypeOne) }, "");
        row("SOC 3", { report("2025-01-01", "2025-12-31", "2026-01-10", VendorReportKind::Soc3) }, "");
        row("a certificate", { report("2025-01-01", "2025-12-31", "2026-01-10", VendorReportKind::Certificate) },
            "20 vendor_report_missing");
        row("a penetration test", { report("2025-01-01", "2025-12-31", "2026-01-10", VendorReportKind::PenTest) },
            "20 vendor_report_missing");
        row("a bridge letter", { report("2025-01-01", "2025-12-31", "2026-01-10", VendorReportKind::Bridge) },
            "20 vendor_report_missing");
        row("no period", { report("", "", "2026-01-10") }, "20 vendor_report_missing");
    }
    void vendorReports()
    {
        QFETCH(QList<VendorReportInput>, reports);
        QFETCH(QString, expected);
        Programme p = carvedOut();
        p.window("2025-07-01", "2025-12-31");
        p.performed(QStringLiteral("2025-09-30 2025-12-31"));
        p.inputs.put(vendor(reports));
        const Evaluation evaluation = p.evaluation("2026-02-01");
        QCOMPARE(text(evaluation.vendors.value(vendorId).blockers), expected);
        QCOMPARE(text(evaluation.controls.value(controlId).blockers), expected);
        QCOMPARE(evaluation.criteria.value(criterionId).ready, expected.isEmpty());
        p.inputs.put(VendorInput { vendorId, SubserviceMethod::None, day("2025-07-01"), reports });
        QVERIFY(p.evaluation("2026-02-01").vendors.value(vendorId).blockers.isEmpty());
        QVERIFY(p.evaluation("2026-02-01").vendors.value(vendorId).warnings.isEmpty());
    }

    void insideTheWindowAReportIsAsOldAsItIsToday()
    {
        Programme p = carvedOut();
        p.window("2025-07-01", "2025-12-31");
        p.inputs.put(vendor({ report("2023-08-01", "2024-07-31", "2024-09-01") }));
        // 365 days before yesterday, whenever the window ends.
        QCOMPARE(text(p.evaluation("2025-08-01").vendors.value(vendorId).blockers), QString());
        QCOMPARE(text(p.evaluation("2025-08-02").vendors.value(vendorId).blockers),
                 QStringLiteral("20 vendor_report_old"));
    }

    void vendorRemarksNameTheReport()
    {
        Programme p;
        VendorReportInput old = report("2023-01-01", "2023-12-31", "2024-01-10");
        VendorReportInput older = report("2022-01-01", "2022-12-31", "2023-01-10");
        older.id = VendorReportId { 2 };
        p.inputs.put(vendor({ older, old, older }));
        Remark blocker = p.evaluation("2026-02-01").vendors.value(vendorId).blockers.value(0);
        QCOMPARE(blocker.record, RecordRef(vendorId));
        QCOMPARE(blocker.other, RecordRef(VendorReportId { 1 }));
        QCOMPARE(blocker.from, day("2023-12-31"));
        p.inputs.put(vendor({ report("2025-01-01", "2025-12-31", "2024-06-01") }));
        blocker = p.evaluation("2026-02-01").vendors.value(vendorId).blockers.value(0);
        QCOMPARE(text({ blocker }), QStringLiteral("20 vendor_review_old"));
        QCOMPARE(blocker.from, day("2024-06-01"));
        VendorReportInput twin = report("2023-01-01", "2023-12-31", "2024-01-11");
        twin.id = VendorReportId { 3 };
        p.inputs.put(vendor({ old, twin, old })); // of equal periods the one reviewed last
        QCOMPARE(p.evaluation("2026-02-01").vendors.value(vendorId).blockers[0].other, RecordRef(VendorReportId { 3 }));
    }

    void vendorDays()
    {
        Programme p;
        p.window("2025-07-01", "2025-12-31");
        p.inputs.put(vendor({ report("2025-01-01", "2025-08-31", "2025-10-01"),
                              report("2025-09-01", "2025-10-31", "2025-10-01", VendorReportKind::Bridge),
                              report("2025-12-30", "2025-12-31", "2025-10-01", VendorReportKind::Certificate),
                              report("2025-11-01", "2025-11-05", "2025-10-01", VendorReportKind::Soc2TypeOne),
                              report("2025-11-07", "2025-11-08", "2025-10-01", VendorReportKind::Soc1TypeOne),
                              report("2025-11-10", "2025-11-30", "2025-10-01", VendorReportKind::Soc3) }));
        VendorResult result = p.evaluation("2025-12-11").vendors.value(vendorId);
        QCOMPARE(text(result.covered),
                 QStringLiteral(
                     "2025-07-01..2025-08-31 2025-11-05..2025-11-05 2025-11-08..2025-11-08 2025-11-10..2025-11-30"));
        QCOMPARE(text(result.bridged), QStringLiteral("2025-09-01..2025-10-31"));
        QCOMPARE(text(result.missing),
                 QStringLiteral(
                     "2025-09-01..2025-11-04 2025-11-06..2025-11-07 2025-11-09..2025-11-09 2025-12-01..2025-12-10"));
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(notes(result.warnings), QStringLiteral("20 vendor_days_uncovered"));
        QCOMPARE(result.warnings[0].from, day("2025-09-01"));
        QCOMPARE(result.warnings[0].to, day("2025-11-04"));
        QCOMPARE(result.warnings[0].count, 65 + 2 + 1 + 10);
        result = p.evaluation("2025-09-21").vendors.value(vendorId);
        QCOMPARE(text(result.bridged), QStringLiteral("2025-09-01..2025-09-20")); // only days that are over
        result = p.evaluation("2025-09-01").vendors.value(vendorId);
        QCOMPARE(notes(result.warnings), QString());
        result = p.evaluation("2025-06-01").vendors.value(vendorId);
        QVERIFY(result.covered.isEmpty() && result.missing.isEmpty());
    }

    void aPlanOnlyWarnsOfVendors()
    {
        Programme p = carvedOut();
        p.inputs.put(vendor({}));
        const Evaluation evaluation = p.evaluation("2025-06-30");
        QCOMPARE(text(evaluation.vendors.value(vendorId).blockers), QString());
        QCOMPARE(notes(evaluation.controls.value(controlId).warnings), QStringLiteral("20 vendor_report_missing"));
        p.inputs.put(CsocInput { CsocId { 7 }, vendorId, { criterionId }, controlId });
        QCOMPARE(notes(p.at("2025-06-30").warnings), QStringLiteral("20 vendor_report_missing")); // once per vendor
    }

    void outcomesAreWithheld_data()
    {
        QTest::addColumn<QString>("assessed");
        QTest::addColumn<SubserviceMethod>("method");
        QTest::addColumn<QList<VendorReportInput>>("reports");
        QTest::addColumn<bool>("withheld");
        using M = SubserviceMethod;
        const auto reviewed = report("2025-01-01", "2025-06-30", "2025-07-10");
        const auto tomorrow = report("2025-01-01", "2025-06-30", "2025-07-11");
        const QString done = QStringLiteral("2025-07-10");
        QTest::newRow("all done") << done << M::CarveOut << QList { reviewed } << false;
        QTest::newRow("questionnaire open") << QString() << M::CarveOut << QList { reviewed } << true;
        QTest::newRow("complete tomorrow") << QStringLiteral("2025-07-11") << M::CarveOut << QList { reviewed } << true;
        QTest::newRow("report unreviewed") << done << M::None << QList { tomorrow } << true;
        QTest::newRow("no report needed") << done << M::None << QList<VendorReportInput> {} << false;
        QTest::newRow("no report, subservice") << done << M::Inclusive << QList<VendorReportInput> {} << true;
        QTest::newRow("only the older one reviewed")
            << done << M::CarveOut << QList { reviewed, report("2025-01-01", "2025-07-01", "") } << true;
    }
    void outcomesAreWithheld()
    {
        QFETCH(QString, assessed);
        QFETCH(SubserviceMethod, method);
        QFETCH(QList<VendorReportInput>, reports);
        QFETCH(bool, withheld);
        Programme p;
        p.inputs.put(VendorInput { vendorId, method, QDate::fromString(assessed, Qt::ISODate), reports });
        QCOMPARE(p.evaluation("2025-07-10").vendors.value(vendorId).outcomeWithheld, withheld);
    }

    void numbersAddUp()
    {
        Programme p;
        p.inputs.engagement.categories = { Category::Security, Category::Availability };
        const auto criterion = [&p](qint64 id, const char *series, Category category) {
            p.inputs.put(CriterionInput { CriterionId { id }, QLatin1String(series), category, false, false });
        };
        criterion(2, "CC6", Category::Security);
        criterion(3, "CC7", Category::Security);
        criterion(4, "A1", Category::Availability);
        criterion(5, "P1", Category::Privacy);
        // Control 1: ready, two of CC6 (one of them twice), one of A1, one out of scope.
        p.control.criteria
            = { CriterionId { 1 }, CriterionId { 2 }, CriterionId { 2 }, CriterionId { 4 }, CriterionId { 5 } };
        ControlInput other = another(p, 2); // not ready, under CC6.2
        other.criteria = { CriterionId { 2 } };
        other.signOff.reset();
        p.inputs.put(other);
        other = another(p, 3); // out of scope
        other.criteria = { CriterionId { 5 } };
        p.inputs.put(other);
        other = another(p, 4); // unmapped, an exception
        other.criteria = {};
        other.revisions = { Programme::revision(Frequency::Daily) };
        p.inputs.put(other);
        other = another(p, 5); // not applicable
        other.workStatus = WorkStatus::NotApplicable;
        other.notApplicableApproved = true;
        p.inputs.put(other);
        const Evaluation e = p.evaluation("2025-07-10");
        QCOMPARE(e.totals.criteriaInScope, 4);
        QCOMPARE(e.totals.criteriaReady, 2); // CC6.1 and A1; CC6.2 is not, CC7 has no control
        QCOMPARE(e.totals.controls.total(), 3);
        QCOMPARE(e.totals.controls.ready(), 1);
        QCOMPARE(e.totals.controls.of(ControlState::InReview), 1);
        QCOMPARE(e.totals.controls.of(ControlState::Gap), 1);
        QCOMPARE(e.totals.controls.of(ControlState::NotApplicable), 1);
        QCOMPARE(e.totals.shown.total(), 3 + 1 + 1);
        QCOMPARE(e.totals.exceptions, 1);
        QCOMPARE(e.series.keys(), QStringList({ QStringLiteral("A1"), QStringLiteral("CC6"), QStringLiteral("CC7") }));
        const Figures cc6 = e.series.value(QStringLiteral("CC6"));
        QCOMPARE(cc6.criteriaInScope, 2);
        QCOMPARE(cc6.criteriaReady, 1);
        QCOMPARE(cc6.controls.total(), 2);
        QCOMPARE(cc6.shown.total(), 3);
        QCOMPARE(cc6.shown.ready(), 2);
        QCOMPARE(cc6.exceptions, 0);
        QCOMPARE(e.series.value(QStringLiteral("CC7")).criteriaInScope, 1);
        QCOMPARE(e.categories.keys(), QList<Category>({ Category::Security, Category::Availability }));
        QCOMPARE(e.categories.value(Category::Security).controls.total(), 2);
        QCOMPARE(e.categories.value(Category::Security).shown.total(), 3);
        QCOMPARE(e.categories.value(Category::Security).criteriaReady, 1);
        QCOMPARE(e.categories.value(Category::Availability).criteriaReady, 1);
        QVERIFY(!e.controls.value(ControlId { 3 }).inScope);
        QVERIFY(e.controls.value(ControlId { 4 }).inScope);
    }

    void everyCodeHasItsRule()
    {
        int last = 0;
        QSet<int> rules;
        for (std::size_t i = 0; i < Words<RemarkCode>::all.size(); ++i) {
            const int rule = ruleOf(static_cast<RemarkCode>(i));
            QVERIFY(rule >= last);
            rules.insert(last = rule);
        }
        QCOMPARE(rules, QSet<int>({ 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17, 18, 19, 20 }));
        QVERIFY(!RecordRef());
        QVERIFY(RecordRef(vendorId));
    }
};

QTEST_GUILESS_MAIN(TestReadinessCriteria)
#include "tst_readinesscriteria.moc"
