#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// Rules 5 to 7, and readiness-only engagements.
class TestReadinessTypeOne : public QObject
{
    Q_OBJECT

    static Programme asOf(const char *date, Frequency frequency = Frequency::Quarterly)
    {
        Programme p(frequency);
        p.inputs.engagement.type = ReportType::TypeOne;
        p.inputs.engagement.asOf = day(date);
        return p;
    }

private slots:
    void whatShowsTheDate_data()
    {
        QTest::addColumn<Frequency>("frequency");
        QTest::addColumn<QString>("performed");
        QTest::addColumn<QString>("covers");
        QTest::addColumn<QString>("collected");
        QTest::addColumn<bool>("shows");
        const auto row = [](const char *name, Frequency f, const char *performed, const char *covers,
                            const char *collected, bool shows) {
            QTest::newRow(name) << f << QString::fromLatin1(performed) << QString::fromLatin1(covers)
                                << QString::fromLatin1(collected) << shows;
        };
        using F = Frequency;
        // As of 31 May 2025, evaluated on 30 June.
        row("performed on it", F::Quarterly, "2025-05-31", "", "", true);
        row("collected on it", F::Quarterly, "", "", "2025-05-31", true);
        row("performed a day after", F::Quarterly, "2025-06-01", "", "", false);
        row("collected a day after", F::Quarterly, "", "", "2025-06-01", false);
        row("covers it", F::Quarterly, "", "2025-05-31 2025-06-30", "2025-06-30", true);
        row("covers up to it", F::Quarterly, "", "2025-05-01 2025-05-31", "", true);
        row("covers until the day before", F::Quarterly, "", "2025-01-01 2025-05-30", "", false);
        row("one cadence before", F::Quarterly, "2025-02-28", "", "", true);
        row("older than a cadence", F::Quarterly, "2025-02-27", "", "", false);
        row("collected a cadence before", F::Monthly, "", "", "2025-04-30", true);
        row("collected earlier", F::Monthly, "", "", "2025-04-29", false);
        row("continuous, 90 days", F::Continuous, "", "", "2025-03-02", true);
        row("continuous, 91 days", F::Continuous, "", "", "2025-03-01", false);
        row("per event, 90 days", F::PerEvent, "2025-03-02", "", "", true);
        row("the second of two", F::Daily, "2025-01-01 2025-05-30", "", "", true);
        row("performed long ago, collected lately", F::Daily, "2025-01-01", "", "2025-05-31", true);
    }
    void whatShowsTheDate()
    {
        QFETCH(Frequency, frequency);
        QFETCH(QString, performed);
        QFETCH(QString, covers);
        QFETCH(QString, collected);
        QFETCH(bool, shows);
        Programme p = asOf("2025-05-31", frequency);
        EvidenceInput item = p.evidence();
        item.performedOn = days(performed);
        if (const QList<QDate> ends = days(covers); !ends.isEmpty())
            item.covers = { ends[0], ends[1] };
        item.collectedOn = QDate::fromString(collected, Qt::ISODate);
        p.inputs.put(item);
        const ControlResult result = p.at("2025-06-30");
        QCOMPARE(text(result.blockers), shows ? QString() : QStringLiteral("6 no_evidence_at_as_of"));
        QCOMPARE(result.slotCount.kind, Slots::Kind::None);
        QVERIFY(result.occurrences.isEmpty());
        if (!shows)
            QCOMPARE(result.blockers[0].to, day("2025-05-31"));
        item.replaced = true;
        p.inputs.put(item);
        QCOMPARE(text(p.at("2025-06-30").blockers), QStringLiteral("6 no_evidence_at_as_of"));
    }

    void theCadenceIsSaid()
    {
        Programme p = asOf("2025-05-31", Frequency::Monthly);
        QCOMPARE(p.at("2025-06-30").blockers[0].from, day("2025-04-30"));
    }

    void implementedOnOrBefore()
    {
        Programme p = asOf("2025-05-31");
        p.performed(QStringLiteral("2025-05-31"));
        p.control.implementedOn = day("2025-05-31");
        QCOMPARE(text(p.at("2025-06-30").blockers), QString());
        p.control.implementedOn = day("2025-06-01");
        QCOMPARE(text(p.at("2025-06-30").blockers), QStringLiteral("5 implemented_after_as_of"));
        QCOMPARE(p.at("2025-06-30").blockers[0].from, day("2025-06-01"));
        QCOMPARE(p.at("2025-06-30").blockers[0].to, day("2025-05-31"));
    }

    void firstDueAfterItNeedsTheProcedureOnly()
    {
        Programme p = asOf("2025-05-31");
        p.control.implementedOn = day("2025-05-01");
        QCOMPARE(text(p.at("2025-06-30").blockers), QStringLiteral("6 no_evidence_at_as_of"));
        p.inputs.put(PolicyInput { PolicyId { 4 }, {}, { { day("2025-01-01"), day("2025-05-31"), {} } } });
        p.control.policies = { PolicyId { 4 } };
        ControlResult result = p.at("2025-06-30");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(text(result.warnings), QStringLiteral("7 not_yet_operated"));
        QCOMPARE(result.warnings[0].from, day("2025-06-30"));
        QVERIFY(result.notYetOperated);
        QCOMPARE(result.state, ControlState::Ready);
        p.control.implementedOn = day("2025-03-31"); // was due on that day
        QCOMPARE(text(p.at("2025-06-30").blockers), QStringLiteral("6 no_evidence_at_as_of"));
        p.control.implementedOn = day("2025-04-01");
        QCOMPARE(text(p.at("2025-06-30").blockers), QString());
        p.inputs.engagement.asOf = day("2025-06-30"); // due on D is not after it
        QCOMPARE(text(p.at("2025-07-30").blockers), QStringLiteral("6 no_evidence_at_as_of"));
        p.inputs.engagement.asOf = day("2025-05-31");
        p.control.revisions[0].frequency = Frequency::Continuous;
        QCOMPARE(text(p.at("2025-06-30").blockers), QStringLiteral("6 no_evidence_at_as_of"));
    }

    void anEarlierRevisionWasDue()
    {
        Programme p = asOf("2025-05-31");
        p.inputs.put(PolicyInput { PolicyId { 4 }, {}, { { day("2025-01-01"), day("2025-01-01"), {} } } });
        p.control.policies = { PolicyId { 4 } };
        p.control.implementedOn = day("2025-04-10");
        p.control.revisions = { Programme::revision(Frequency::Monthly, "", "2025-04-30"),
                                Programme::revision(Frequency::Quarterly, "2025-05-01") };
        QCOMPARE(text(p.at("2025-06-30").blockers), QStringLiteral("6 no_evidence_at_as_of"));
        p.control.revisions[0].to = day("2025-04-29");
        p.control.revisions[1].from = day("2025-04-30");
        QCOMPARE(text(p.at("2025-06-30").warnings), QStringLiteral("7 not_yet_operated"));
        QCOMPARE(p.at("2025-06-30").warnings[0].from, day("2025-06-30"));
    }

    void aPlanOnlyWarns()
    {
        Programme p = asOf("2025-05-31");
        p.control.implementedOn = day("2025-06-15");
        const ControlResult result = p.at("2025-05-30");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(text(result.warnings), QStringLiteral("5 implemented_after_as_of; 6 no_evidence_at_as_of"));
        QVERIFY(result.readyToDate);
        QCOMPARE(p.at("2025-05-31").blockers.size(), 2);
        QVERIFY(!p.at("2025-05-31").readyToDate);
    }

    void retiredBeforeTheDate()
    {
        Programme p = asOf("2025-05-31");
        p.control.retiredOn = day("2025-05-30");
        QCOMPARE(p.at("2025-06-30").state, ControlState::NotApplicable);
        p.control.retiredOn = day("2025-05-31");
        QCOMPARE(p.at("2025-06-30").state, ControlState::Gap);
    }

    void readinessOnlyLooksAtToday()
    {
        Programme p;
        p.inputs.engagement.type = ReportType::Readiness;
        p.inputs.engagement.asOf = day("2020-01-01");
        p.performed(QStringLiteral("2025-03-01"));
        QCOMPARE(p.at("2025-06-01").state, ControlState::Ready);
        QVERIFY(!p.at("2025-06-01").readyToDate);
        QCOMPARE(text(p.at("2025-06-02").blockers), QStringLiteral("6 no_evidence_at_as_of"));
        QCOMPARE(text(p.at("2025-02-28").blockers), QStringLiteral("6 no_evidence_at_as_of"));
    }

    void withoutADateNothingIsReady()
    {
        Programme p = asOf("");
        p.performed(QStringLiteral("2025-06-01"));
        QCOMPARE(text(p.at("2025-06-01").blockers), QStringLiteral("5 implemented_after_as_of"));
    }
};

QTEST_GUILESS_MAIN(TestReadinessTypeOne)
#include "tst_readinesstypeone.moc"
