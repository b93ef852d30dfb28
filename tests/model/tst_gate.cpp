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
        QVERIFY(pool.waitForDone(5000));
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
        QVERIFY(pool.waitForDone(5000));
        QCOMPARE(order.size(), 3);
        QCOMPARE(order.first(), QStringLiteral("foreground"));
    }

    void aReadingThatAPersonWaitsForGoesBesideReadersAndBeforeTheRest()
    {
        WriteGate gate;
        QMutex guard;
        QStringList order;
        const auto run = [&](QThreadPool &pool, WriteGate::Priority priority, const QString &who) {
            return QtConcurrent::run(&pool, [&, priority, who] {
                const auto turn = gate.enter(priority);
                const QMutexLocker lock(&guard);
                order.append(who);
            });
        };
        QThreadPool pool;
        pool.setMaxThreadCount(3);
        {
            const auto reading = gate.enter(WriteGate::Reader);
            const auto beside = gate.enter(WriteGate::ForegroundReader); // would never return if it waited for readers
        }
        {
            const auto busy = gate.enter(WriteGate::Background);
            run(pool, WriteGate::Background, QStringLiteral("background"));
            run(pool, WriteGate::Reader, QStringLiteral("reader"));
            run(pool, WriteGate::ForegroundReader, QStringLiteral("person"));
            QTRY_COMPARE(gate.waiting(), 3);
        }
        QVERIFY(pool.waitForDone(5000));
        QCOMPARE(order.size(), 3);
        QCOMPARE(order.first(), QStringLiteral("person"));
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
