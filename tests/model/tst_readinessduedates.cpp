#include "model/readiness/duedates.h"
#include "tests/model/readinessfixture.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

class TestReadinessDueDates : public QObject
{
    Q_OBJECT

private slots:
    void dueDatesInsideAWindow_data()
    {
        QTest::addColumn<Frequency>("frequency");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *name, Frequency f, const char *anchor, const char *window, const char *expected) {
                  QTest::newRow(name) << f << QString::fromLatin1(anchor) << QString::fromLatin1(window)
                                      << QString::fromLatin1(expected);
              };
        using F = Frequency;
        row("quarterly, a year", F::Quarterly, "", "2025-07-01 2026-06-30",
            "2025-09-30 2025-12-31 2026-03-31 2026-06-30");
        row("quarterly, not aligned", F::Quarterly, "", "2025-02-15 2025-05-14", "2025-03-31");
        row("quarterly, half a year", F::Quarterly, "", "2025-04-01 2025-09-30", "2025-06-30 2025-09-30");
        row("annual anchored outside", F::Annual, "2025-03-04", "2025-04-01 2025-09-30", "");
        row("annual anchored inside", F::Annual, "2020-03-04", "2025-01-01 2025-12-31", "2025-03-04");
        row("annual anchored in the future", F::Annual, "2030-03-04", "2025-01-01 2025-12-31", "2025-03-04");
        row("annual, calendar", F::Annual, "", "2025-07-01 2026-06-30", "2025-12-31");
        row("annual anchored on a leap day", F::Annual, "2024-02-29", "2024-01-01 2028-12-31",
            "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29");
        row("half years, calendar", F::SemiAnnual, "", "2025-01-01 2026-06-30", "2025-06-30 2025-12-31 2026-06-30");
        row("half years anchored", F::SemiAnnual, "2025-08-31", "2025-01-01 2026-09-30",
            "2025-02-28 2025-08-31 2026-02-28 2026-08-31");
        row("monthly clamped from the anchor", F::Monthly, "2025-01-31", "2025-01-01 2025-06-01",
            "2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31");
        row("monthly anchored on the 30th", F::Monthly, "2024-04-30", "2024-01-01 2024-04-30",
            "2024-01-30 2024-02-29 2024-03-30 2024-04-30");
        row("monthly, calendar, leap year", F::Monthly, "", "2024-01-31 2024-03-30", "2024-01-31 2024-02-29");
        row("quarterly clamped", F::Quarterly, "2025-08-31", "2025-07-01 2026-06-30",
            "2025-08-31 2025-11-30 2026-02-28 2026-05-31");
        row("quarterly, nine months not aligned", F::Quarterly, "", "2025-05-15 2026-02-14",
            "2025-06-30 2025-09-30 2025-12-31");
        row("weekly ends on Sunday", F::Weekly, "", "2025-09-01 2025-09-21", "2025-09-07 2025-09-14 2025-09-21");
        row("weekly, one day before Sunday", F::Weekly, "", "2025-09-08 2025-09-13", "");
        row("weekly anchored on a Wednesday", F::Weekly, "2025-10-01", "2025-09-08 2025-09-24",
            "2025-09-10 2025-09-17 2025-09-24");
        row("daily over a weekend", F::Daily, "", "2025-09-05 2025-09-08",
            "2025-09-05 2025-09-06 2025-09-07 2025-09-08");
        row("one day that is due", F::Quarterly, "", "2025-09-30 2025-09-30", "2025-09-30");
        row("one day that is not", F::Quarterly, "", "2025-09-29 2025-09-29", "");
        row("over the turn of the year", F::Monthly, "2025-06-15", "2025-12-01 2026-01-31", "2025-12-15 2026-01-15");
    }
    void dueDatesInsideAWindow()
    {
        QFETCH(Frequency, frequency);
        QFETCH(QString, anchor);
        QFETCH(QString, window);
        QFETCH(QString, expected);
        const Schedule schedule(Programme::revision(frequency, "", "", anchor.toLatin1().constData()));
        const QList<QDate> edges = days(window);
        QStringList found;
        QDate before;
        for (QDate due = schedule.firstOnOrAfter(edges[0]); due <= edges[1]; due = schedule.next(due)) {
            found += due.toString(Qt::ISODate);
            if (before.isValid())
                QCOMPARE(schedule.lastBefore(due), before);
            before = due;
        }
        QCOMPARE(found.join(QLatin1Char(' ')), expected);
    }

    void weekdaysSkipTheWeekend()
    {
        RevisionInput revision = Programme::revision(Frequency::Daily);
        revision.calendar = Calendar::Weekdays;
        const Schedule schedule(revision);
        QCOMPARE(schedule.firstOnOrAfter(day("2025-09-05")), day("2025-09-05"));
        QCOMPARE(schedule.next(day("2025-09-05")), day("2025-09-08"));
        QCOMPARE(schedule.firstOnOrAfter(day("2025-09-06")), day("2025-09-08"));
        QCOMPARE(schedule.firstOnOrAfter(day("2025-09-07")), day("2025-09-08"));
        QCOMPARE(schedule.lastBefore(day("2025-09-08")), day("2025-09-05"));
        QCOMPARE(schedule.lastBefore(day("2025-09-07")), day("2025-09-05"));
        QCOMPARE(schedule.lastBefore(day("2025-09-05")), day("2025-09-04"));
    }

    /// Over thirteen years of days and every unit: the due date found is the first one, and the one before lies before.
    void neighboursAgreeOnEveryDay()
    {
        for (int f = static_cast<int>(Frequency::Daily); f <= static_cast<int>(Frequency::Annual); ++f) {
            for (const char *anchor : { "", "2003-01-31", "2004-02-29", "2031-11-30", "2016-05-01" }) {
                const Schedule schedule(Programme::revision(static_cast<Frequency>(f), "", "", anchor));
                QDate due = schedule.firstOnOrAfter(day("2000-01-01"));
                for (QDate d = day("2000-01-01"); d < day("2013-01-01"); d = d.addDays(1)) {
                    if (d > due)
                        due = schedule.next(due);
                    QCOMPARE(schedule.firstOnOrAfter(d), due);
                    const QDate previous = schedule.lastBefore(d);
                    QVERIFY(previous < d);
                    QCOMPARE(schedule.next(previous), due);
                }
            }
        }
    }

    void aCadenceBack_data()
    {
        QTest::addColumn<Frequency>("frequency");
        QTest::addColumn<QDate>("expected");
        QTest::newRow("daily") << Frequency::Daily << day("2025-05-30");
        QTest::newRow("weekly") << Frequency::Weekly << day("2025-05-24");
        QTest::newRow("monthly, clamped") << Frequency::Monthly << day("2025-04-30");
        QTest::newRow("quarterly, clamped") << Frequency::Quarterly << day("2025-02-28");
        QTest::newRow("half a year, clamped") << Frequency::SemiAnnual << day("2024-11-30");
        QTest::newRow("annual") << Frequency::Annual << day("2024-05-31");
        QTest::newRow("continuous") << Frequency::Continuous << day("2025-03-02");
        QTest::newRow("per event") << Frequency::PerEvent << day("2025-03-02");
    }
    void aCadenceBack()
    {
        QFETCH(Frequency, frequency);
        QFETCH(QDate, expected);
        QCOMPARE(oneCadenceBefore(day("2025-05-31"), frequency), expected);
    }

    void spansJoinAndLeaveHoles()
    {
        const QList<DaySpan> parts { span("2025-03-01", "2025-03-10"), span("2025-01-01", "2025-01-31"),
                                     span("2025-02-01", "2025-02-05"), span("2025-05-01", "2025-04-01") };
        QCOMPARE(text(joined(parts)), QStringLiteral("2025-01-01..2025-02-05 2025-03-01..2025-03-10"));
        QCOMPARE(text(joined({ span("2025-01-01", "2025-01-31"), span("2025-01-05", "2025-01-06") })),
                 QStringLiteral("2025-01-01..2025-01-31"));
        QCOMPARE(text(joined({ span("2025-01-01", "2025-01-31"), span("2025-02-02", "2025-02-03") })),
                 QStringLiteral("2025-01-01..2025-01-31 2025-02-02..2025-02-03"));
        QCOMPARE(text(joined({ span("2025-01-01", "2025-01-02"), span("2025-01-05", "2025-01-06"),
                               span("2025-01-06", "2025-01-08") })),
                 QStringLiteral("2025-01-01..2025-01-02 2025-01-05..2025-01-08"));
        QCOMPARE(text(joined({ span("2025-01-20", "2025-01-21"), span("2025-01-01", "2025-01-31"),
                               span("2025-01-10", "2025-01-11") })),
                 QStringLiteral("2025-01-01..2025-01-31"));
        QCOMPARE(text(joined({ span("2025-01-01", "2025-01-02"), span("2025-01-05", "2025-01-10"),
                               span("2025-01-06", "2025-01-08") })),
                 QStringLiteral("2025-01-01..2025-01-02 2025-01-05..2025-01-10"));
        const DaySpan whole = span("2025-01-10", "2025-03-20");
        QCOMPARE(text(uncovered(whole, parts)), QStringLiteral("2025-02-06..2025-02-28 2025-03-11..2025-03-20"));
        QCOMPARE(text(uncovered(whole, {})), QStringLiteral("2025-01-10..2025-03-20"));
        QCOMPARE(text(uncovered(whole, { whole })), QString());
        QCOMPARE(text(uncovered(whole, { span("2025-03-20", "2025-03-20") })),
                 QStringLiteral("2025-01-10..2025-03-19"));
        QCOMPARE(text(uncovered(whole, { span("2025-03-21", "2025-03-30") })),
                 QStringLiteral("2025-01-10..2025-03-20"));
        QCOMPARE(text(uncovered(DaySpan {}, parts)), QString());
        QCOMPARE(text(clipped(whole, parts)), QStringLiteral("2025-01-10..2025-02-05 2025-03-01..2025-03-10"));
        QCOMPARE(dayCount(parts), 10 + 31 + 5);
        QCOMPARE(span("2025-01-01", "2025-01-01").days(), 1);
        QVERIFY(!span("2025-01-01", "2025-01-02").contains(day("2025-01-03")));
        QVERIFY(!span("2025-01-01", "2025-01-02").contains(QDate()));
    }
};

QTEST_GUILESS_MAIN(TestReadinessDueDates)
#include "tst_readinessduedates.moc"
