#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// Rules 8 and 10 to 15, 19, 21: periodic controls of a Type II window.
class TestReadinessPeriodic : public QObject
{
    Q_OBJECT

private slots:
    void states_data()
    {
        QTest::addColumn<QString>("performed");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *performed, const char *at, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(performed) << QString::fromLatin1(at)
                                << QString::fromLatin1(expected);
        };
        // Two quarters, 1 Apr to 30 Sep 2025: due 30 Jun and 30 Sep, grace 15 days.
        row("before the window all is open", "", "2025-03-31", "2025-06-30 not_due_yet; 2025-09-30 not_due_yet");
        row("first day", "", "2025-04-01", "2025-06-30 not_due_yet; 2025-09-30 not_due_yet");
        row("31 days ahead", "", "2025-05-30", "2025-06-30 not_due_yet; 2025-09-30 not_due_yet");
        row("30 days ahead", "", "2025-05-31", "2025-06-30 due_soon; 2025-09-30 not_due_yet");
        row("on the last day of grace", "", "2025-07-15", "2025-06-30 due_soon; 2025-09-30 not_due_yet");
        row("a day after grace", "", "2025-07-16", "2025-06-30 missing; 2025-09-30 not_due_yet");
        row("on the due date", "2025-06-30", "2025-07-20", "2025-06-30 filled 2025-06-30; 2025-09-30 not_due_yet");
        row("performed today", "2025-06-30", "2025-06-30", "2025-06-30 filled 2025-06-30; 2025-09-30 not_due_yet");
        row("the day after is within grace", "2025-07-01", "2025-07-20",
            "2025-06-30 filled_in_grace 2025-07-01; 2025-09-30 not_due_yet");
        row("d + grace", "2025-07-15", "2025-07-20", "2025-06-30 filled_in_grace 2025-07-15; 2025-09-30 not_due_yet");
        row("d + grace + 1", "2025-07-16", "2025-07-20", "2025-06-30 late 2025-07-16; 2025-09-30 not_due_yet");
        row("one each", "2025-06-01 2025-06-02", "2025-10-20", "2025-06-30 filled 2025-06-01; 2025-09-30 missing");
        row("earliest unfilled first", "2025-07-02 2025-07-03", "2025-07-20",
            "2025-06-30 filled_in_grace 2025-07-02; 2025-09-30 filled 2025-07-03");
        row("within grace of the due date before L is extra", "2025-04-15", "2025-07-16",
            "2025-06-30 missing; 2025-09-30 not_due_yet");
        row("a day later it is not", "2025-04-16", "2025-07-16",
            "2025-06-30 filled 2025-04-16; 2025-09-30 not_due_yet");
        row("before the window never counts", "2025-03-31", "2025-07-16", "2025-06-30 missing; 2025-09-30 not_due_yet");
        row("after the window never counts", "2025-06-30 2025-10-01", "2025-10-16",
            "2025-06-30 filled 2025-06-30; 2025-09-30 missing");
        row("within grace but after the window", "2025-06-30 2025-10-01", "2025-10-15",
            "2025-06-30 filled 2025-06-30; 2025-09-30 due_soon");
        row("tomorrow has not happened", "2025-06-30", "2025-06-29", "2025-06-30 due_soon; 2025-09-30 not_due_yet");
        row("late, then in time", "2025-07-20 2025-09-20", "2025-10-20",
            "2025-06-30 late 2025-07-20; 2025-09-30 filled 2025-09-20");
        row("one for two, in the end", "2025-07-20", "2025-10-16", "2025-06-30 missing; 2025-09-30 filled 2025-07-20");
        row("nearer to the next one", "2025-08-16", "2025-10-15", "2025-06-30 missing; 2025-09-30 filled 2025-08-16");
        row("as near to both", "2025-08-15", "2025-10-15", "2025-06-30 missing; 2025-09-30 filled 2025-08-15");
        row("nearer to the one before", "2025-08-14", "2025-10-15", "2025-06-30 late 2025-08-14; 2025-09-30 due_soon");
        row("one for two, while open", "2025-07-20", "2025-10-15", "2025-06-30 late 2025-07-20; 2025-09-30 due_soon");
        row("caught up after the second", "2025-09-10 2025-09-12", "2025-10-20",
            "2025-06-30 late 2025-09-10; 2025-09-30 filled 2025-09-12");
    }
    void states()
    {
        QFETCH(QString, performed);
        QFETCH(QString, at);
        QFETCH(QString, expected);
        Programme p;
        p.window("2025-04-01", "2025-09-30");
        p.performed(performed);
        QCOMPARE(text(p.at(at.toLatin1().constData()).occurrences), expected);
    }

    void expectedCounts_data()
    {
        QTest::addColumn<Frequency>("frequency");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("expected");
        const auto row
            = [](const char *name, Frequency f, const char *anchor, const char *from, const char *to, int n) {
                  QTest::newRow(name) << f << QString::fromLatin1(anchor) << QString::fromLatin1(from)
                                      << QString::fromLatin1(to) << n;
              };
        row("1 Jul to 30 Jun", Frequency::Quarterly, "", "2025-07-01", "2026-06-30", 4);
        row("15 Feb to 14 May", Frequency::Quarterly, "", "2025-02-15", "2025-05-14", 1);
        row("1 Apr to 30 Sep", Frequency::Quarterly, "", "2025-04-01", "2025-09-30", 2);
        row("annual anchored outside", Frequency::Annual, "2025-03-04", "2025-04-01", "2025-09-30", 0);
        row("three months not aligned", Frequency::Monthly, "", "2025-02-15", "2025-05-14", 3);
        row("twelve months not aligned", Frequency::Monthly, "", "2025-02-15", "2026-02-14", 12);
        // Six months that begin and end within a quarter: 15 Feb (a Sunday) to 14 Aug 2026 (a Friday).
        const auto half = [&](const char *name, Frequency f, const char *anchor, int n) {
            row(name, f, anchor, "2026-02-15", "2026-08-14", n);
        };
        half("six months not aligned, daily", Frequency::Daily, "", 181);
        half("six months not aligned, weekly", Frequency::Weekly, "", 26);
        half("six months not aligned, weekly on Fridays", Frequency::Weekly, "2026-02-13", 26);
        half("six months not aligned, monthly", Frequency::Monthly, "", 6);
        half("six months not aligned, monthly on the 14th", Frequency::Monthly, "2025-01-14", 6);
        half("six months not aligned, monthly on the 15th", Frequency::Monthly, "2025-01-15", 6);
        half("six months not aligned, quarterly", Frequency::Quarterly, "", 2);
        half("six months not aligned, quarterly on the first day", Frequency::Quarterly, "2025-02-15", 2);
        half("six months not aligned, quarterly on the last day", Frequency::Quarterly, "2025-02-14", 2);
        half("six months not aligned, half-yearly", Frequency::SemiAnnual, "", 1);
        half("six months not aligned, half-yearly on the day before", Frequency::SemiAnnual, "2025-02-14", 1);
        half("six months not aligned, annual", Frequency::Annual, "", 0);
        half("six months not aligned, annual on the last day", Frequency::Annual, "2025-08-14", 1);
        half("six months not aligned, annual a day later", Frequency::Annual, "2025-08-15", 0);
        row("leap February, daily", Frequency::Daily, "", "2024-02-01", "2024-02-29", 29);
        row("one day, daily", Frequency::Daily, "", "2024-02-29", "2024-02-29", 1);
    }
    void expectedCounts()
    {
        QFETCH(Frequency, frequency);
        QFETCH(QString, anchor);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, expected);
        Programme p;
        p.window(from.toLatin1().constData(), to.toLatin1().constData());
        p.control.revisions = { Programme::revision(frequency, "", "", anchor.toLatin1().constData()) };
        QCOMPARE(p.at(from.toLatin1().constData()).expected, expected);
    }

    void weekdaysOfSixMonthsNotAligned()
    {
        Programme p(Frequency::Daily);
        p.window("2026-02-15", "2026-08-14");
        p.control.revisions[0].calendar = Calendar::Weekdays;
        QCOMPARE(p.at("2026-02-15").expected, 130); // 25 weeks of five, and from Sunday to Friday
    }

    void lifetimesCutTheDueDates_data()
    {
        QTest::addColumn<QString>("implemented");
        QTest::addColumn<QString>("retired");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *implemented, const char *retired, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(implemented) << QString::fromLatin1(retired)
                                << QString::fromLatin1(expected);
        };
        row("implemented long before", "2024-01-01", "", "2025-09-30 2025-12-31 2026-03-31 2026-06-30");
        row("implemented on a due date", "2025-12-31", "", "2025-12-31 2026-03-31 2026-06-30");
        row("implemented a day later", "2026-01-01", "", "2026-03-31 2026-06-30");
        row("retired on a due date", "2024-01-01", "2025-12-31", "2025-09-30 2025-12-31");
        row("retired a day before", "2024-01-01", "2025-12-30", "2025-09-30");
        row("retired on the first day", "2024-01-01", "2025-07-01", "");
        row("retired before the window", "2024-01-01", "2025-06-30", "");
        row("implemented after the window", "2026-07-01", "", "");
    }
    void lifetimesCutTheDueDates()
    {
        QFETCH(QString, implemented);
        QFETCH(QString, retired);
        QFETCH(QString, expected);
        Programme p;
        p.control.implementedOn = QDate::fromString(implemented, Qt::ISODate);
        p.control.retiredOn = QDate::fromString(retired, Qt::ISODate);
        QStringList due;
        for (const Occurrence &o : p.at("2026-07-01").occurrences)
            due += o.due.toString(Qt::ISODate);
        QCOMPARE(due.join(QLatin1Char(' ')), expected);
    }

    void aPlannedControlIsExpectedFromNowOn()
    {
        Programme p;
        p.control.workStatus = WorkStatus::InProgress;
        ControlResult result = p.at("2026-01-10");
        QCOMPARE(text(result.occurrences), QStringLiteral("2026-03-31 not_due_yet; 2026-06-30 not_due_yet"));
        QCOMPARE(text(result.blockers), QStringLiteral("4 no_implemented_date"));
        QCOMPARE(result.state, ControlState::InProgress);
        QVERIFY(!result.hasException());
        p.control.workStatus = WorkStatus::Implemented;
        p.control.implementedOn = {};
        result = p.at("2026-01-10");
        QCOMPARE(result.expected, 2);
        QCOMPARE(text(result.blockers), QStringLiteral("4 no_implemented_date"));
        QCOMPARE(result.state, ControlState::Gap);
    }

    void aFrequencyChangedInTheWindowSums()
    {
        Programme p(std::nullopt);
        p.control.revisions = { Programme::revision(Frequency::Monthly, "2025-11-16"),
                                Programme::revision(Frequency::Quarterly, "", "2025-11-15") };
        p.performed(QStringLiteral("2025-09-20 2025-10-10 2025-12-02"));
        const ControlResult result = p.at("2026-01-06");
        QCOMPARE(result.expected, 1 + 8);
        QCOMPARE(text(result.occurrences.mid(0, 4)),
                 QStringLiteral("2025-09-30 filled 2025-09-20; 2025-11-30 filled_in_grace 2025-12-02; "
                                "2025-12-31 missing; 2026-01-31 due_soon"));
        QCOMPARE(result.occurrences[0].graceEnds, day("2025-10-15"));
        QCOMPARE(result.occurrences[1].graceEnds, day("2025-12-05"));
        // 31 October lies before the monthly revision and was never due: its grace is taken off.
        QCOMPARE(result.occurrences[1].opensAfter, day("2025-11-05"));
        QCOMPARE(result.nextDue, day("2026-01-31"));
    }

    void aRevisionOfTheWordsAloneChangesNothing()
    {
        Programme p(std::nullopt);
        p.control.revisions = { Programme::revision(Frequency::Quarterly, "", "2025-10-31"),
                                Programme::revision(Frequency::Quarterly, "2025-11-01") };
        p.performed(QStringLiteral("2025-09-20 2025-10-10"));
        QCOMPARE(text(p.at("2025-10-20").occurrences.mid(0, 2)),
                 QStringLiteral("2025-09-30 filled 2025-09-20; 2025-12-31 filled 2025-10-10"));
        QCOMPARE(p.at("2025-10-20").occurrences[1].opensAfter, day("2025-09-30"));
    }

    void aRevisionOfAnotherRhythmOpensAfterTheLastDueDate()
    {
        Programme p(std::nullopt);
        p.window("2025-01-01", "2025-12-31");
        p.control.revisions = { Programme::revision(Frequency::Monthly, "", "2025-05-15"),
                                Programme::revision(Frequency::Quarterly, "2025-05-16") };
        // The quarterly due date before is 31 March, but 30 April has been due since.
        QCOMPARE(p.at("2025-01-01").occurrences[4].due, day("2025-06-30"));
        QCOMPARE(p.at("2025-01-01").occurrences[4].opensAfter, day("2025-04-30"));
        p.control.revisions[1].anchor = day("2025-05-10");
        QCOMPARE(p.at("2025-01-01").occurrences[4].due, day("2025-08-10"));
        QCOMPARE(p.at("2025-01-01").occurrences[4].opensAfter, day("2025-05-25"));
        p.control.revisions[1].graceDays = 0;
        p.control.revisions[0].to = day("2025-05-31");
        p.control.revisions[1].from = day("2025-06-01");
        QCOMPARE(p.at("2025-01-01").occurrences[5].opensAfter, day("2025-05-31"));
    }

    void graceByFrequency_data()
    {
        QTest::addColumn<Frequency>("frequency");
        QTest::addColumn<int>("grace");
        QTest::newRow("daily") << Frequency::Daily << 0;
        QTest::newRow("weekly") << Frequency::Weekly << 2;
        QTest::newRow("monthly") << Frequency::Monthly << 5;
        QTest::newRow("quarterly") << Frequency::Quarterly << 15;
        QTest::newRow("half-yearly") << Frequency::SemiAnnual << 15;
        QTest::newRow("annual") << Frequency::Annual << 15;
    }
    void graceByFrequency()
    {
        QFETCH(Frequency, frequency);
        QFETCH(int, grace);
        Programme p(frequency);
        const Occurrence first = p.at("2025-07-01").occurrences.first();
        QCOMPARE(int(first.due.daysTo(first.graceEnds)), grace);
        p.control.revisions[0].graceDays = 3;
        QCOMPARE(p.at("2025-07-01").occurrences.first().graceEnds, first.due.addDays(3));
        p.control.revisions[0].graceDays = -3;
        QCOMPARE(p.at("2025-07-01").occurrences.first().graceEnds, first.due);
        p.control.revisions[0].graceDays.reset();
        p.inputs.engagement.graceDays.fill(4);
        QCOMPARE(p.at("2025-07-01").occurrences.first().graceEnds, first.due.addDays(4));
    }

    void dailyHasNoGraceAndFollowsItsCalendar()
    {
        Programme p(Frequency::Daily);
        p.window("2025-09-01", "2025-09-30");
        p.control.revisions[0].calendar = Calendar::Weekdays;
        p.performed(QStringLiteral("2025-09-01 2025-09-02 2025-09-03 2025-09-04 2025-09-06"));
        ControlResult result = p.at("2025-09-08");
        QCOMPARE(result.expected, 22);
        // Saturday's is late for Friday while Monday can still be done ...
        QCOMPARE(text(result.occurrences.mid(3, 3)),
                 QStringLiteral("2025-09-04 filled 2025-09-04; 2025-09-05 late 2025-09-06; 2025-09-08 due_soon"));
        // ... and Monday's when Monday passed without.
        result = p.at("2025-09-09");
        QCOMPARE(text(result.occurrences.mid(4, 2)),
                 QStringLiteral("2025-09-05 missing; 2025-09-08 filled 2025-09-06"));
        p.control.revisions[0].calendar = Calendar::EveryDay;
        QCOMPARE(p.at("2025-09-09").expected, 30);
    }

    void filesAndDaysAreNotTheSame()
    {
        Programme p;
        const EvidenceId both = p.performed(QStringLiteral("2025-09-30 2025-12-31"));
        const EvidenceId again = p.performed(QStringLiteral("2025-09-30 2025-09-30"));
        EvidenceInput period = p.evidence();
        period.covers = span("2026-01-01", "2026-03-31");
        period.collectedOn = day("2026-03-31");
        p.inputs.put(period);
        const ControlResult result = p.at("2026-04-16");
        QCOMPARE(text(result.occurrences),
                 QStringLiteral("2025-09-30 filled 2025-09-30; 2025-12-31 filled 2025-12-31; 2026-03-31 missing; "
                                "2026-06-30 not_due_yet"));
        QCOMPARE(result.occurrences[0].evidence, QList<EvidenceId>({ both, again }));
        QCOMPARE(result.occurrences[1].evidence, QList<EvidenceId>({ both }));
        QVERIFY(result.occurrences[2].evidence.isEmpty());
        QCOMPARE(result.slotCount.filled, 2);
        QCOMPARE(result.slotCount.expected, 4);
    }

    void whatDoesNotCountFillsNothing_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::addColumn<bool>("withheld");
        QTest::addColumn<int>("filled");
        QTest::newRow("counts") << false << false << 1;
        QTest::newRow("replaced") << true << false << 0;
        QTest::newRow("withheld") << false << true << 0;
    }
    void whatDoesNotCountFillsNothing()
    {
        QFETCH(bool, replaced);
        QFETCH(bool, withheld);
        QFETCH(int, filled);
        Programme p;
        EvidenceInput item = p.evidence();
        item.performedOn = days(QStringLiteral("2025-09-30"));
        item.replaced = replaced;
        item.withheld = withheld;
        p.inputs.put(item);
        QCOMPARE(p.at("2025-10-01").slotCount.filled, filled);
    }

    void lateStartBlocksUntilDecided()
    {
        Programme p;
        p.control.implementedOn = day("2025-07-01");
        QCOMPARE(text(p.at("2025-07-20").blockers), QString());
        p.control.implementedOn = day("2025-07-02");
        ControlResult result = p.at("2025-07-20");
        QCOMPARE(text(result.blockers), QStringLiteral("8 late_start"));
        QCOMPARE(result.blockers[0].from, day("2025-07-01"));
        QCOMPARE(result.blockers[0].to, day("2025-07-02"));
        QCOMPARE(result.blockers[0].mend, Mend::NoteDecision);
        QCOMPARE(result.state, ControlState::Gap);
        const Decision decision { 8, QStringLiteral("Not in force before go-live"), reviewerId, day("2025-07-20") };
        p.control.decisions = { decision };
        result = p.at("2025-07-20");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(notes(result.warnings), QStringLiteral("8 late_start"));
        QVERIFY(result.warnings.first().decided);
        QCOMPARE(result.warnings[0].mend, Mend::Nothing);
        QCOMPARE(result.state, ControlState::Ready);
        for (int spoiled = 0; spoiled < 5; ++spoiled) {
            Decision broken = decision;
            if (spoiled == 0)
                broken.rule = 9;
            else if (spoiled == 1)
                broken.text = QStringLiteral("  ");
            else if (spoiled == 2)
                broken.who = {};
            else
                broken.on = spoiled == 3 ? QDate() : day("2025-07-21");
            p.control.decisions = { broken };
            QCOMPARE(text(p.at("2025-07-20").blockers), QStringLiteral("8 late_start"));
        }
    }

    void nothingDueBlocksUntilDoneEarlyOrAgreed()
    {
        Programme p(std::nullopt);
        p.window("2025-04-01", "2025-09-30");
        p.control.revisions = { Programme::revision(Frequency::Annual, "", "", "2025-03-04") };
        ControlResult result = p.at("2025-03-31");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(notes(result.warnings), QStringLiteral("11 nothing_due"));
        result = p.at("2025-04-01");
        QCOMPARE(text(result.blockers), QStringLiteral("11 nothing_due"));
        QCOMPARE(result.blockers[0].from, day("2026-03-04"));
        QVERIFY(result.noOccurrence);
        QVERIFY(result.occurrences.isEmpty());
        QCOMPARE(result.slotCount, (Slots { Slots::Kind::Occurrences, 0, 0 }));
        p.control.decisions = { { 11, QStringLiteral("Auditor agrees"), reviewerId, day("2025-04-01") } };
        result = p.at("2025-04-01");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(notes(result.warnings), QStringLiteral("11 nothing_due"));
        QVERIFY(result.noOccurrence);
        p.control.decisions = {};
        p.control.revisions[0].graceDays = 40;
        p.performed(QStringLiteral("2025-04-13")); // still in the grace of 4 March
        QCOMPARE(text(p.at("2025-05-01").blockers), QStringLiteral("11 nothing_due"));
        p.performed(QStringLiteral("2025-04-14"));
        result = p.at("2025-05-01");
        QCOMPARE(text(result.blockers), QString());
        QCOMPARE(text(result.occurrences), QStringLiteral("2026-03-04 filled 2025-04-14"));
        QVERIFY(result.occurrences[0].early);
        QVERIFY(!result.noOccurrence);
        QCOMPARE(result.expected, 0);
        QCOMPARE(result.slotCount, (Slots { Slots::Kind::Occurrences, 1, 1 }));
    }

    void aControlThatAlsoRunsOtherwiseNeedsNoOccurrence()
    {
        Programme p(std::nullopt);
        p.window("2025-04-01", "2025-09-30");
        p.control.revisions = { Programme::revision(Frequency::Annual, "", "2025-05-31"),
                                Programme::revision(Frequency::PerEvent, "2025-06-01") };
        QVERIFY(!text(p.at("2025-04-02").blockers).contains(QStringLiteral("nothing_due")));
    }

    void graceBeyondTheWindowWarns()
    {
        Programme p;
        p.window("2025-07-01", "2025-10-15");
        QCOMPARE(text(p.at("2025-08-01").warnings), QString());
        p.window("2025-07-01", "2025-10-14");
        QCOMPARE(text(p.at("2025-06-01").warnings), QStringLiteral("14 grace_ends_after_window"));
        const ControlResult result = p.at("2025-08-01");
        QCOMPARE(text(result.warnings), QStringLiteral("14 grace_ends_after_window"));
        QCOMPARE(result.warnings[0].from, day("2025-09-30"));
        QCOMPARE(result.warnings[0].to, day("2025-10-15"));
        QCOMPARE(text(p.at("2025-09-15").warnings), QStringLiteral("14 grace_ends_after_window"));
        p.performed(QStringLiteral("2025-09-30"));
        QCOMPARE(text(p.at("2025-10-01").warnings), QString());
    }

    void exceptionsStayAndClearOnlyWithFindingResponseAndALaterOne_data()
    {
        QTest::addColumn<FindingState>("state");
        QTest::addColumn<QDate>("closedOn");
        QTest::addColumn<bool>("response");
        QTest::addColumn<QDate>("about");
        QTest::addColumn<QString>("later");
        QTest::addColumn<int>("mend");
        const auto row = [](const char *name, FindingState state, const char *closed, bool response, const char *about,
                            const char *performed, Mend mend) {
            QTest::newRow(name) << state << day(closed) << response << day(about) << QString::fromLatin1(performed)
                                << int(mend);
        };
        using S = FindingState;
        row("all there", S::Closed, "2026-01-10", true, "2025-09-30", "2025-12-31", Mend::Nothing);
        row("closed today", S::Closed, "2026-01-20", true, "2025-09-30", "2025-12-31", Mend::Nothing);
        row("closed tomorrow", S::Closed, "2026-01-21", true, "2025-09-30", "2025-12-31", Mend::CloseFinding);
        row("closed without a date", S::Closed, "", true, "2025-09-30", "2025-12-31", Mend::CloseFinding);
        row("open", S::Open, "2026-01-10", true, "2025-09-30", "2025-12-31", Mend::CloseFinding);
        row("risk accepted", S::RiskAccepted, "2026-01-10", true, "2025-09-30", "2025-12-31", Mend::CloseFinding);
        row("no response", S::Closed, "2026-01-10", false, "2025-09-30", "2025-12-31", Mend::RespondToFinding);
        row("about something else", S::Closed, "2026-01-10", true, "2025-12-31", "2025-12-31", Mend::RecordFinding);
        row("nothing later", S::Closed, "2026-01-10", true, "2025-09-30", "", Mend::PerformLaterOccurrence);
    }
    void exceptionsStayAndClearOnlyWithFindingResponseAndALaterOne()
    {
        QFETCH(FindingState, state);
        QFETCH(QDate, closedOn);
        QFETCH(bool, response);
        QFETCH(QDate, about);
        QFETCH(QString, later);
        QFETCH(int, mend);
        Programme p;
        p.performed(later);
        if (later.isEmpty())
            p.inputs.engagement.graceDays[size_t(Frequency::Quarterly)] = 21; // December is not missing yet
        p.inputs.put(
            FindingInput { FindingId { 5 }, Severity::Low, state, closedOn, response, {}, { { controlId, about } } });
        const ControlResult result = p.at("2026-01-20");
        QVERIFY(result.hasException());
        QCOMPARE(result.exceptions.size(), 1);
        QCOMPARE(result.exceptions[0].kind, Exception::Kind::Missing);
        QCOMPARE(result.exceptions[0].cleared, mend == int(Mend::Nothing));
        if (mend == int(Mend::Nothing)) {
            QVERIFY(result.blockers.isEmpty());
            QCOMPARE(result.state, ControlState::Ready);
            QCOMPARE(result.exceptions[0].finding, FindingId { 5 });
        } else {
            QCOMPARE(text(result.blockers), QStringLiteral("13 occurrence_missing"));
            QCOMPARE(int(result.blockers[0].mend), mend);
            QCOMPARE(result.blockers[0].from, day("2025-09-30"));
            QCOMPARE(bool(result.blockers[0].record), Mend(mend) != Mend::RecordFinding);
            QCOMPARE(result.state, ControlState::Gap);
        }
    }

    void everyFindingAboutAnExceptionMustBeSettled()
    {
        Programme p;
        p.performed(QStringLiteral("2025-12-31"));
        const FindingInput closed { FindingId { 5 },
                                    Severity::Low,
                                    FindingState::Closed,
                                    day("2026-01-01"),
                                    true,
                                    {},
                                    { { controlId, day("2025-09-30") } } };
        FindingInput open = closed;
        open.id = FindingId { 6 };
        open.state = FindingState::InRemediation;
        p.inputs.put(closed);
        p.inputs.put(open);
        QCOMPARE(p.at("2026-01-20").exceptions[0].finding, FindingId { 6 });
        QVERIFY(!p.at("2026-01-20").exceptions[0].cleared);
        open.state = FindingState::Closed;
        open.hasResponse = false;
        open.id = FindingId { 4 };
        p.inputs.put(open);
        QCOMPARE(p.at("2026-01-20").exceptions[0].finding, FindingId { 4 });
    }

    void aLateOneIsAnExceptionToo()
    {
        Programme p;
        p.performed(QStringLiteral("2025-10-16 2025-12-20"));
        ControlResult result = p.at("2026-01-20");
        QCOMPARE(text(result.blockers), QStringLiteral("13 occurrence_late"));
        QCOMPARE(result.blockers[0].from, day("2025-09-30"));
        QCOMPARE(result.blockers[0].to, day("2025-10-16"));
        QCOMPARE(result.slotCount.filled, 1);
        QCOMPARE(result.exceptions.size(), 1);
        QCOMPARE(result.exceptions[0].kind, Exception::Kind::Late);
        p.inputs.put(FindingInput { FindingId { 5 },
                                    Severity::Low,
                                    FindingState::Closed,
                                    day("2026-01-01"),
                                    true,
                                    {},
                                    { { controlId, day("2025-09-30") } } });
        result = p.at("2026-01-20");
        QCOMPARE(text(result.blockers), QString());
        QVERIFY(result.hasException());
    }

    void missingOnesInARowAreOneRemark()
    {
        Programme p;
        ControlResult result = p.at("2026-04-16");
        QCOMPARE(text(result.blockers), QStringLiteral("13 occurrence_missing"));
        QCOMPARE(result.blockers[0].count, 3);
        QCOMPARE(result.blockers[0].from, day("2025-09-30"));
        QCOMPARE(result.blockers[0].to, day("2026-03-31"));
        QCOMPARE(result.exceptions.size(), 3);
        p.inputs.put(FindingInput {
            FindingId { 5 }, Severity::Low, FindingState::Open, {}, false, {}, { { controlId, day("2025-12-31") } } });
        result = p.at("2026-04-16");
        QCOMPARE(result.blockers.size(), 3);
        QCOMPARE(result.blockers[1].count, 1);
        QCOMPARE(result.blockers[1].record, RecordRef(FindingId { 5 }));
        QCOMPARE(result.blockers[2].from, day("2026-03-31"));
    }

    void oneThatDidNotWorkIsFilledAndAnException()
    {
        Programme p;
        p.performed(QStringLiteral("2025-09-29 2025-12-31"));
        for (const char *said : { "2025-09-29", "2025-09-30" }) {
            p.inputs.put(DeviationInput { DeviationId { 1 }, { controlId, day(said) } });
            const ControlResult result = p.at("2026-01-20");
            QVERIFY(result.occurrences[0].deviates);
            QCOMPARE(text(result.blockers), QStringLiteral("19 occurrence_deviates"));
            QCOMPARE(result.blockers[0].from, day("2025-09-30"));
            QCOMPARE(result.exceptions.size(), 1);
        }
        p.inputs.put(FindingInput { FindingId { 5 },
                                    Severity::Low,
                                    FindingState::Closed,
                                    day("2026-01-01"),
                                    true,
                                    {},
                                    { { controlId, day("2025-09-30") } } });
        QCOMPARE(text(p.at("2026-01-20").blockers), QString());
        // A later one that did not work either clears nothing.
        p.inputs.put(DeviationInput { DeviationId { 2 }, { controlId, day("2025-12-31") } });
        QCOMPARE(text(p.at("2026-01-20").blockers), QStringLiteral("19 occurrence_deviates; 19 occurrence_deviates"));
        QCOMPARE(p.at("2026-01-20").blockers[0].mend, Mend::PerformLaterOccurrence);
    }

    void anOccurrenceCanBeLateAndNotWorkButOnlyOnce()
    {
        Programme p;
        p.performed(QStringLiteral("2025-10-16 2025-12-20"));
        p.inputs.put(DeviationInput { DeviationId { 1 }, { controlId, day("2025-10-16") } });
        p.inputs.put(DeviationInput { DeviationId { 2 }, { controlId, day("2025-09-30") } });
        QCOMPARE(text(p.at("2026-01-20").blockers), QStringLiteral("13 occurrence_late; 19 occurrence_deviates"));
        QCOMPARE(p.at("2026-01-20").exceptions.size(), 2);
    }

    void deviationsOutsideTheWindowAreNone()
    {
        Programme p(std::nullopt);
        p.control.revisions = { Programme::revision(Frequency::Continuous) };
        p.configured("2025-07-01", {});
        const auto said = [&p](const char *on) {
            p.inputs.put(DeviationInput { DeviationId { 1 }, { controlId, day(on) } });
            return p.at("2025-07-20").exceptions.size();
        };
        QCOMPARE(said("2025-06-30"), 0);
        QCOMPARE(said("2025-07-01"), 1);
        QCOMPARE(said("2025-07-20"), 1);
        QCOMPARE(said("2025-07-21"), 0);
    }

    void theNextDueDateIsTheFirstOpenOne()
    {
        Programme p;
        QCOMPARE(p.at("2025-07-01").nextDue, day("2025-09-30"));
        QCOMPARE(p.at("2025-10-16").nextDue, day("2025-12-31"));
        p.performed(QStringLiteral("2025-12-01 2026-02-01 2026-06-30"));
        QCOMPARE(p.at("2025-12-02").nextDue, day("2026-03-31"));
        QCOMPARE(p.at("2026-07-01").nextDue, QDate());
    }

    void aWindowWithoutDatesExpectsNothing()
    {
        Programme p;
        p.inputs.engagement.window = {};
        QVERIFY(p.at("2025-10-01").occurrences.isEmpty());
        p.control.retiredOn = day("2030-01-01");
        QVERIFY(p.at("2025-10-01").occurrences.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReadinessPeriodic)
#include "tst_readinessperiodic.moc"
