#include "app/daywatch.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

const QDate evening(2026, 3, 12);
const QDate morning(2026, 3, 13);

/// A clock that a test turns, and who watches it.
struct Calendar
{
    QDate today = evening;
    DayWatch watch { [this] { return today; } };
    QSignalSpy changed { &watch, &DayWatch::dayChanged };

    void useTheWindow() const { emit qGuiApp->applicationStateChanged(Qt::ApplicationActive); }
};

} // namespace

class TestDayWatch : public QObject
{
    Q_OBJECT

private slots:
    void saysOnceThatADayBegan()
    {
        Calendar c;
        c.watch.setInterval(std::chrono::milliseconds(1));
        c.watch.start(evening);
        c.today = morning;
        QTRY_COMPARE(c.changed.size(), 1);
        QCOMPARE(c.changed.first().first().toDate(), morning);
        c.useTheWindow();
        QCOMPARE(c.changed.size(), 1);
    }
    void looksWhenTheWindowIsUsedAgain()
    {
        Calendar c;
        c.watch.start(evening);
        c.useTheWindow();
        QCOMPARE(c.changed.size(), 0);
        c.today = morning;
        c.useTheWindow();
        QCOMPARE(c.changed.size(), 1);
    }
    void leavingTheWindowIsNotUsingIt()
    {
        Calendar c;
        c.watch.start(evening);
        c.today = morning;
        emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
        QCOMPARE(c.changed.size(), 0);
    }
    void isQuietWhileStopped()
    {
        Calendar c;
        c.useTheWindow();
        c.watch.start(evening);
        c.watch.stop();
        c.today = morning;
        c.useTheWindow();
        QCOMPARE(c.changed.size(), 0);
        c.watch.start(evening); // the day may have ended while nobody watched
        c.useTheWindow();
        QCOMPARE(c.changed.size(), 1);
    }
};

QTEST_MAIN(TestDayWatch)
#include "tst_daywatch.moc"
