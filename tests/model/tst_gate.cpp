#include "model/store/gate.h"

#include <QTest>
#include <QtConcurrent>

#include <atomic>

using namespace tb;

class TestGate : public QObject
{
    Q_OBJECT

private slots:
    void readersShareAndKeepWritersOut()
    {
        WriteGate gate;
        QThreadPool pool;
        std::atomic<bool> written = false;
        {
            const auto one = gate.enter(WriteGate::Reader);
            const auto two = gate.enter(WriteGate::Reader); // would never return if readers excluded each other
            auto writer = QtConcurrent::run(&pool, [&] {
                const auto turn = gate.enter(WriteGate::Background);
                written = true;
            });
            QTRY_COMPARE(gate.waiting(), 1);
            QVERIFY(!written);
        }
        QVERIFY(pool.waitForDone());
        QVERIFY(written);
    }

    void writersExcludeEachOther()
    {
        WriteGate gate;
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        QList<QFuture<void>> all;
        for (int i = 0; i < 4; ++i) {
            all.append(QtConcurrent::run(&pool, [&, i] {
                for (int n = 0; n < 500; ++n) {
                    const auto turn = gate.enter(i % 2 ? WriteGate::Background : WriteGate::Foreground);
                    most = std::max(most.load(), ++inside);
                    --inside;
                }
            }));
        }
        for (auto &future : all)
            future.waitForFinished();
        QCOMPARE(most.load(), 1);
    }

    void theForegroundGoesBeforeEverybodyWhoWaits()
    {
        WriteGate gate;
        QMutex guard;
        QStringList order;
        const auto note = [&](const QString &who) {
            const QMutexLocker lock(&guard);
            order.append(who);
        };
        QThreadPool pool;
        pool.setMaxThreadCount(3);
        {
            const auto busy = gate.enter(WriteGate::Background);
            auto back = QtConcurrent::run(&pool, [&] {
                const auto turn = gate.enter(WriteGate::Background);
                note(QStringLiteral("background"));
            });
            auto reader = QtConcurrent::run(&pool, [&] {
                const auto turn = gate.enter(WriteGate::Reader);
                note(QStringLiteral("reader"));
            });
            auto front = QtConcurrent::run(&pool, [&] {
                const auto turn = gate.enter(WriteGate::Foreground);
                note(QStringLiteral("foreground"));
            });
            QTRY_COMPARE(gate.waiting(), 3);
        }
        QVERIFY(pool.waitForDone());
        QCOMPARE(order.size(), 3);
        QCOMPARE(order.first(), QStringLiteral("foreground"));
    }

    void aReadingThatAPersonWaitsForGoesBesideReaders()
    {
        WriteGate gate;
        const auto reading = gate.enter(WriteGate::Reader);
        const auto beside = gate.enter(WriteGate::ForegroundReader); // would never return if it waited for readers
        QCOMPARE(gate.waiting(), 0);
    }

    void aReadingThatAPersonWaitsForGoesBeforeBackgroundWork()
    {
        QCOMPARE(firstOf(WriteGate::ForegroundReader, WriteGate::Background), WriteGate::ForegroundReader);
    }

    void aReaderLetsAReadingThatAPersonWaitsForGoFirst()
    {
        // Both may be inside together, so the order is not seen from what they do: a reader that is in asks whether
        // the person still waits. One round may miss a fault, hence many.
        for (int round = 0; round < 100; ++round) {
            WriteGate gate;
            std::atomic<int> leftWaiting = -1;
            QThreadPool pool;
            pool.setMaxThreadCount(2);
            {
                const auto busy = gate.enter(WriteGate::Background);
                pool.start([&] {
                    const auto turn = gate.enter(WriteGate::Reader);
                    leftWaiting = gate.waiting();
                });
                waitFor(gate, 1);
                pool.start([&] { const auto turn = gate.enter(WriteGate::ForegroundReader); });
                waitFor(gate, 2);
            }
            QVERIFY(pool.waitForDone());
            QCOMPARE(leftWaiting.load(), 0);
        }
    }

private:
    static void waitFor(WriteGate &gate, int waiting)
    {
        while (gate.waiting() < waiting)
            QThread::yieldCurrentThread();
    }
    /// Which of two that wait for a writer to leave goes in first; one of them must exclude the other.
    static WriteGate::Priority firstOf(WriteGate::Priority one, WriteGate::Priority other)
    {
        WriteGate gate;
        QList<WriteGate::Priority> order; // guarded by the gate itself, since the two exclude each other
        QThreadPool pool;
        pool.setMaxThreadCount(2);
        {
            const auto busy = gate.enter(WriteGate::Background);
            for (const auto priority : { other, one }) {
                pool.start([&, priority] {
                    const auto turn = gate.enter(priority);
                    order.append(priority);
                });
            }
            waitFor(gate, 2);
        }
        pool.waitForDone();
        return order.first();
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
