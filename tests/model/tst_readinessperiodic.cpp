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
};

QTEST_GUILESS_MAIN(TestReadinessPeriodic)
#include "tst_readinessperiodic.moc"
