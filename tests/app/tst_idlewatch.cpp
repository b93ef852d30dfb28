#include "app/idlewatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace tb;

class TestIdleWatch : public QObject
{
    Q_OBJECT

private slots:
    void neverMeansNever()
    {
        IdleWatch watch;
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.setMinutes(0);
        watch.start();
        QVERIFY(watch.isRunning());
        QVERIFY(!idle.wait(100));
    }
    void saysSoAfterTheTimeAndNotWhileSomebodyTypes()
    {
        IdleWatch watch;
        QSignalSpy idle(&watch, &IdleWatch::idle);
        QWidget window;
        window.show();
        watch.setInterval(std::chrono::milliseconds(200));
        watch.start();
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(&window, Qt::Key_A, Qt::NoModifier, 40); // 400 ms in all, never 200 in a row
            QCOMPARE(idle.size(), 0);
        }
        QTRY_COMPARE(idle.size(), 1);
        watch.stop();
        QVERIFY(!idle.wait(300));
    }
    void aLockedScreenCountsOnlyWhileRunningAndWanted()
    {
        IdleWatch watch;
        QSignalSpy idle(&watch, &IdleWatch::idle);
        const auto screenLocks
            = [&watch] { QMetaObject::invokeMethod(&watch, "screenSaverChanged", Q_ARG(bool, true)); };
        screenLocks();
        QCOMPARE(idle.size(), 0);
        watch.start();
        screenLocks();
        QCOMPARE(idle.size(), 1);
        watch.setWithScreen(false);
        screenLocks();
        QCOMPARE(idle.size(), 1);
        watch.setWithScreen(true);
        watch.stop();
        screenLocks();
        QCOMPARE(idle.size(), 1);
    }
};

QTEST_MAIN(TestIdleWatch)
#include "tst_idlewatch.moc"
