#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// Rule 4, policies (rules 4, 5, 9), and the computed status of a control.
class TestReadinessState : public QObject
{
    Q_OBJECT

private slots:
    void aHealthyControlIsReady()
    {
        Programme p;
        const ControlResult result = p.at("2025-07-01");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(result.state, ControlState::Ready);
        QVERIFY(result.inScope);
    }

    void readyToDateUntilTheLastDay()
    {
        Programme p;
        p.performed(QStringLiteral("2025-09-30 2025-12-31 2026-03-31 2026-06-30"));
        QVERIFY(p.at("2025-06-30").readyToDate);
        QVERIFY(p.at("2026-06-29").readyToDate);
        QCOMPARE(p.at("2026-06-30").state, ControlState::Ready);
        QVERIFY(!p.at("2026-06-30").readyToDate);
        p.control.signOff.reset();
        QVERIFY(!p.at("2025-07-01").readyToDate);
    }

    void firstMatchWins_data()
    {
        QTest::addColumn<WorkStatus>("work");
        QTest::addColumn<bool>("approved");
        QTest::addColumn<bool>("finding");
        QTest::addColumn<bool>("blocker");
        QTest::addColumn<bool>("signedOff");
        QTest::addColumn<ControlState>("expected");
        const auto row = [](const char *name, WorkStatus work, bool approved, bool finding, bool blocker, bool sign,
                            ControlState expected) {
            QTest::newRow(name) << work << approved << finding << blocker << sign << expected;
        };
        using W = WorkStatus;
        using S = ControlState;
        row("not applicable before all", W::NotApplicable, true, true, true, true, S::NotApplicable);
        row("not applicable without approval", W::NotApplicable, false, false, false, true, S::NotStarted);
        row("severe finding on what is not started", W::NotStarted, false, true, false, false, S::Gap);
        row("severe finding on what is in progress", W::InProgress, false, true, false, false, S::Gap);
        row("implemented with a blocker", W::Implemented, false, false, true, true, S::Gap);
        row("not started with a blocker", W::NotStarted, false, false, true, true, S::NotStarted);
        row("in progress with a blocker", W::InProgress, false, false, true, true, S::InProgress);
        row("implemented, no sign-off", W::Implemented, false, false, false, false, S::InReview);
        row("implemented, signed off", W::Implemented, false, false, false, true, S::Ready);
    }
    void firstMatchWins()
    {
        QFETCH(WorkStatus, work);
        QFETCH(bool, approved);
        QFETCH(bool, finding);
        QFETCH(bool, blocker);
        QFETCH(bool, signedOff);
        QFETCH(ControlState, expected);
        Programme p;
        p.control.workStatus = work;
        p.control.notApplicableApproved = approved;
        p.control.ownerActive = !blocker;
        if (!signedOff)
            p.control.signOff.reset();
        if (finding)
            p.inputs.put(
                FindingInput { FindingId { 1 }, Severity::High, FindingState::Open, {}, true, { controlId }, {} });
        QCOMPARE(p.at("2025-07-10").state, expected);
    }

    void basics_data()
    {
        QTest::addColumn<int>("spoiled");
        QTest::addColumn<QString>("expected");
        QTest::newRow("owner") << 0 << QStringLiteral("4 no_active_owner");
        QTest::newRow("frequency") << 1 << QStringLiteral("4 no_frequency");
        QTest::newRow("no revision") << 2 << QStringLiteral("4 no_frequency; 11 nothing_due");
        QTest::newRow("one of two revisions") << 3 << QStringLiteral("4 no_frequency");
        QTest::newRow("date") << 4 << QStringLiteral("4 no_implemented_date");
        QTest::newRow("not applicable without approval")
            << 5 << QStringLiteral("4 no_implemented_date; 2 not_applicable_without_approval");
    }
    void basics()
    {
        QFETCH(int, spoiled);
        QFETCH(QString, expected);
        Programme p;
        switch (spoiled) {
        case 0: p.control.ownerActive = false; break;
        case 1: p.control.revisions[0].frequency.reset(); break;
        case 2: p.control.revisions.clear(); break;
        case 3:
            p.control.revisions[0].to = day("2025-12-31");
            p.control.revisions.append(Programme::revision(std::nullopt, "2026-01-01"));
            break;
        case 4: p.control.implementedOn = {}; break;
        default: p.control.workStatus = WorkStatus::NotApplicable;
        }
        QCOMPARE(text(p.at("2025-07-10").blockers), expected);
    }
    void rule4BlocksAPlanToo()
    {
        Programme p;
        p.control.ownerActive = false;
        QCOMPARE(text(p.at("2025-06-01").blockers), QStringLiteral("4 no_active_owner"));
        p.inputs.engagement.type = ReportType::TypeOne;
        p.inputs.engagement.asOf = day("2025-07-01");
        QCOMPARE(text(p.at("2025-06-01").blockers), QStringLiteral("4 no_active_owner"));
    }

    void findings_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<FindingState>("state");
        QTest::addColumn<QDate>("closedOn");
        QTest::addColumn<bool>("blocks");
        using F = FindingState;
        QTest::newRow("medium") << Severity::Medium << F::Open << QDate() << false;
        QTest::newRow("high") << Severity::High << F::Open << QDate() << true;
        QTest::newRow("critical") << Severity::Critical << F::InRemediation << QDate() << true;
        QTest::newRow("risk accepted") << Severity::High << F::RiskAccepted << day("2025-07-01") << true;
        QTest::newRow("closed") << Severity::High << F::Closed << day("2025-07-10") << false;
        QTest::newRow("closed tomorrow") << Severity::High << F::Closed << day("2025-07-11") << true;
        QTest::newRow("closed without a date") << Severity::High << F::Closed << QDate() << true;
    }
    void findings()
    {
        QFETCH(Severity, severity);
        QFETCH(FindingState, state);
        QFETCH(QDate, closedOn);
        QFETCH(bool, blocks);
        Programme p;
        p.inputs.put(FindingInput { FindingId { 3 }, severity, state, closedOn, true, { controlId }, {} });
        const ControlResult result = p.at("2025-07-10");
        QCOMPARE(text(result.blockers), blocks ? QStringLiteral("4 severe_finding_open") : QString());
        if (blocks)
            QCOMPARE(result.blockers[0].record, RecordRef(FindingId { 3 }));
    }

    void signOffIsForARevision()
    {
        Programme p;
        const auto stateOf = [&p](const char *at) { return p.at(at).state; };
        p.control.signOff->on = day("2025-07-10");
        QCOMPARE(stateOf("2025-07-09"), ControlState::InReview);
        QCOMPARE(stateOf("2025-07-10"), ControlState::Ready);
        p.control.signOff->who = {};
        QCOMPARE(stateOf("2025-07-10"), ControlState::InReview);
        p.control.signOff->who = reviewerId;
        p.control.signOff->on = {};
        QCOMPARE(stateOf("2025-07-10"), ControlState::InReview);
        p.control.signOff->on = day("2025-07-10");
        RevisionInput next = Programme::revision(Frequency::Quarterly, "2025-08-01");
        next.hash = "r2";
        p.control.revisions[0].to = day("2025-07-31");
        p.control.revisions.prepend(next);
        QCOMPARE(stateOf("2025-07-31"), ControlState::Ready);
        QCOMPARE(stateOf("2025-08-01"), ControlState::InReview);
        p.control.signOff->revisionHash = "r2";
        QCOMPARE(stateOf("2025-08-01"), ControlState::Ready);
        p.performed(QStringLiteral("2025-08-01")); // linking evidence voids nothing
        QCOMPARE(stateOf("2025-08-01"), ControlState::Ready);
        p.control.revisions = { Programme::revision(Frequency::Quarterly, "2025-09-01"), next };
        p.control.revisions[0].hash = "r3";
        QCOMPARE(stateOf("2025-07-15"), ControlState::Ready); // none in force yet: the earliest
        QCOMPARE(stateOf("2025-09-15"), ControlState::InReview);
    }

    void theRevisionInForce_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("before all") << QStringLiteral("2024-12-31") << QByteArray("first");
        QTest::newRow("first") << QStringLiteral("2025-01-01") << QByteArray("first");
        QTest::newRow("day before the second") << QStringLiteral("2025-05-31") << QByteArray("first");
        QTest::newRow("second") << QStringLiteral("2025-06-01") << QByteArray("second");
        QTest::newRow("long after") << QStringLiteral("2026-06-01") << QByteArray("second");
    }
    void theRevisionInForce()
    {
        QFETCH(QString, at);
        QFETCH(QByteArray, expected);
        RevisionInput first = Programme::revision(Frequency::Daily, "2025-01-01");
        first.hash = "first";
        RevisionInput second = Programme::revision(Frequency::Daily, "2025-06-01");
        second.hash = "second";
        ControlInput control;
        QVERIFY(!revisionAt(control, day("2025-01-01")));
        control.revisions = { first, second };
        QCOMPARE(revisionAt(control, QDate::fromString(at, Qt::ISODate))->hash, expected);
        control.revisions = { second, first };
        QCOMPARE(revisionAt(control, QDate::fromString(at, Qt::ISODate))->hash, expected);
    }

    void retiredBeforeTheWindowPlaysNoPart()
    {
        Programme p;
        p.control.ownerActive = false;
        p.control.retiredOn = day("2025-07-01");
        QCOMPARE(p.at("2025-07-10").state, ControlState::Gap);
        p.control.retiredOn = day("2025-06-30");
        const Evaluation evaluation = p.evaluation("2025-07-10");
        QCOMPARE(evaluation.controls[controlId].state, ControlState::NotApplicable);
        QVERIFY(!evaluation.controls[controlId].inScope);
        QCOMPARE(evaluation.totals.controls.by, StateCounts().by);
    }

    void policies_data()
    {
        QTest::addColumn<QString>("versions"); // approved, effective, to; separated by commas and semicolons
        QTest::addColumn<QString>("retired");
        QTest::addColumn<QString>("typeTwo");
        QTest::addColumn<QString>("typeOne");
        const auto row
            = [](const char *name, const char *versions, const char *retired, const char *two, const char *one) {
                  QTest::newRow(name) << QString::fromLatin1(versions) << QString::fromLatin1(retired)
                                      << QString::fromLatin1(two) << QString::fromLatin1(one);
              };
        // Evaluated on 20 August 2025: Type II over [1 July, 19 August], Type I as of 1 August.
        const char *const none = "4 policy_not_approved";
        row("no version", "", "", none, none);
        row("a draft", ",2025-01-01,", "", none, none);
        row("approved today", "2025-08-20,2025-01-01,", "", "2025-07-01..2025-08-19 50", "5 policy_not_effective");
        row("approved tomorrow", "2025-08-21,2025-01-01,", "", none, none);
        row("in force all along", "2025-01-01,2025-01-01,", "", "", "");
        row("in force from the first day", "2025-01-01,2025-07-01,", "", "", "");
        row("a day late", "2025-01-01,2025-07-02,", "", "2025-07-01..2025-07-01 1", "");
        row("approved after it was said to be effective", "2025-07-02,2025-01-01,", "", "2025-07-01..2025-07-01 1", "");
        row("no effective date", "2025-07-02,,", "", "2025-07-01..2025-07-01 1", "");
        row("successor in time", "2025-01-01,2025-01-01,;2025-01-01,2025-07-15,", "", "", "");
        row("a hole between two", "2025-01-01,2025-01-01,2025-07-10;2025-01-01,2025-07-15,", "",
            "2025-07-11..2025-07-14 4", "");
        row("no hole between two", "2025-01-01,2025-01-01,2025-07-14;2025-01-01,2025-07-15,", "", "", "");
        row("two holes", "2025-01-01,2025-07-02,2025-07-10;2025-01-01,2025-07-15,", "", "2025-07-01..2025-07-01 5", "");
        row("the successor ends early", "2025-01-01,2025-01-01,;2025-01-01,2025-07-15,2025-07-20", "",
            "2025-07-21..2025-08-19 30", "5 policy_not_effective");
        row("the draft successor does not replace", "2025-01-01,2025-01-01,;,2025-07-15,", "", "", "");
        row("retired on the last day", "2025-01-01,2025-01-01,", "2025-08-19", "", "");
        row("retired on the as-of date", "2025-01-01,2025-01-01,", "2025-08-01", "2025-08-02..2025-08-19 18", "");
        row("retired before", "2025-01-01,2025-01-01,", "2025-07-31", "2025-08-01..2025-08-19 19",
            "5 policy_not_effective");
        row("effective on the as-of date", "2025-01-01,2025-08-01,", "", "2025-07-01..2025-07-31 31", "");
        row("effective a day after", "2025-01-01,2025-08-02,", "", "2025-07-01..2025-08-01 32",
            "5 policy_not_effective");
    }
    void policies()
    {
        QFETCH(QString, versions);
        QFETCH(QString, retired);
        QFETCH(QString, typeTwo);
        QFETCH(QString, typeOne);
        PolicyInput policy { PolicyId { 4 }, QDate::fromString(retired, Qt::ISODate), {} };
        for (const QString &version : versions.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            const QStringList dates = version.split(QLatin1Char(','));
            const auto at = [&dates](int i) { return QDate::fromString(dates.at(i), Qt::ISODate); };
            policy.versions.prepend({ at(0), at(1), at(2) });
        }
        Programme p;
        p.inputs.put(policy);
        p.control.policies = { policy.id };
        ControlResult result = p.at("2025-08-20");
        if (typeTwo.contains(QStringLiteral(".."))) {
            QCOMPARE(text(result.blockers), QStringLiteral("9 policy_gap"));
            QCOMPARE(text({ DaySpan { result.blockers[0].from, result.blockers[0].to } }) + QLatin1Char(' ')
                         + QString::number(result.blockers[0].count),
                     typeTwo);
            QCOMPARE(result.blockers[0].record, RecordRef(policy.id));
            p.control.decisions = { { 9, QStringLiteral("Old text applied"), reviewerId, day("2025-08-20") } };
            QCOMPARE(text(p.at("2025-08-20").blockers), QString());
            QCOMPARE(notes(p.at("2025-08-20").warnings), QStringLiteral("9 policy_gap"));
        } else {
            QCOMPARE(text(result.blockers), typeTwo);
        }
        p.inputs.engagement.type = ReportType::TypeOne;
        p.inputs.engagement.asOf = day("2025-08-01");
        p.performed(QStringLiteral("2025-08-01"));
        QCOMPARE(text(p.at("2025-08-20").blockers), typeOne);
    }

    void aDecisionClearsNoGapThatCameAfterIt()
    {
        Programme p;
        p.inputs.put(PolicyInput { PolicyId { 4 },
                                   {},
                                   { { day("2025-01-01"), day("2025-01-01"), day("2025-07-09") },
                                     { day("2025-07-15"), day("2025-07-15"), {} } } }); // none from 10 to 14 July
        p.control.policies = { PolicyId { 4 } };
        const auto decided = [&](const char *on) {
            p.control.decisions = { { 9, QStringLiteral("The old text applied"), reviewerId, day(on) } };
            return text(p.at("2025-12-20").blockers).isEmpty();
        };
        p.performed(QStringLiteral("2025-09-30"));
        QVERIFY(!decided("2025-07-09"));
        QVERIFY(decided("2025-07-10"));
        p.inputs.put(PolicyInput { PolicyId { 5 }, day("2025-12-09"), { { day("2025-01-01"), {}, {} } } });
        p.control.policies.append(PolicyId { 5 });
        QCOMPARE(text(p.at("2025-12-20").blockers), QStringLiteral("9 policy_gap")); // another policy's, since December
        QVERIFY(decided("2025-12-10"));
    }

    void aPolicyThatIsGoneIsNotApproved()
    {
        Programme p;
        p.control.policies = { PolicyId { 99 } };
        QCOMPARE(text(p.at("2025-07-10").blockers), QStringLiteral("4 policy_not_approved"));
    }

    void thePolicyWindowEndsYesterdayAndAtTheEnd()
    {
        Programme p(Frequency::Daily);
        p.inputs.put(
            PolicyInput { PolicyId { 4 }, day("2025-08-19"), { { day("2025-01-01"), day("2025-01-01"), {} } } });
        p.control.policies = { PolicyId { 4 } };
        const auto hasGap
            = [&p](const char *at) { return text(p.at(at).blockers).contains(QStringLiteral("policy_gap")); };
        QVERIFY(!hasGap("2025-08-20"));
        QVERIFY(hasGap("2025-08-21"));
        p.window("2025-07-01", "2025-08-19");
        QVERIFY(!hasGap("2025-08-30"));
        p.window("2025-07-01", "2025-08-20");
        QVERIFY(hasGap("2025-08-30"));
    }
};

QTEST_GUILESS_MAIN(TestReadinessState)
#include "tst_readinessstate.moc"
