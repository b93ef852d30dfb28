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
        watch.setInterval(std::chrono::milliseconds(400));
        // Whether the keys came close enough together: of a machine that stood still between two, nothing can be said.
        const auto typedWithoutAGap = [&] {
            idle.clear();
            watch.start();
            QElapsedTimer sinceLast;
            sinceLast.start();
            qint64 longest = 0;
            for (int i = 0; i < 20; ++i) {
                QTest::keyClick(&window, Qt::Key_A, Qt::NoModifier, 20); // twice 20 ms, 800 ms in all
                longest = std::max(longest, sinceLast.restart());
            }
            return longest < 180; // two of these may lie between two keys
        };
        for (int rounds = 1; !typedWithoutAGap(); ++rounds)
            QVERIFY2(rounds < 100, "this machine does not come round to typing");
        QCOMPARE(idle.size(), 0);
        QTRY_COMPARE(idle.size(), 1);
        watch.stop();
        QVERIFY(!idle.wait(600));
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
