#include "tests/support/evidenceproject.h"
#include "tests/support/failingdevice.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace tb;

/// Attaching to and extracting onto a disk that fills up: said, and nothing is left half done.
class TestEvidenceFull : public QObject
{
    Q_OBJECT

private slots:
    void attachingLeavesNothing_data()
    {
        QTest::addColumn<qint64>("room");
        QTest::newRow("not a byte") << qint64(0);
        QTest::newRow("for less than a chunk") << qint64(300'000);
        QTest::newRow("for some chunks") << 3 * blobs::chunkSize;
        QTest::newRow("for most of it") << 9 * blobs::chunkSize;
    }
    void attachingLeavesNothing()
    {
        QFETCH(qint64, room);
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("before.txt"), "before") }));
        const LogHead head = t.project->head();
        const QString large = t.file(QStringLiteral("large.bin"), EvidenceProject::noise(10 * blobs::chunkSize, 3));
        {
            FailingDevice device;
            device.fillAfter(room);
            const auto done = t.attach({ large });
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Error::Kind::DiskFull);
            t.project->remover().wait(); // it meets the full disk, too
        }
        t.reopen(); // what could not be removed while the disk was full goes now
        QCOMPARE(t.project->head(), head);
        QCOMPARE(t.itemCount(), 1);
        QCOMPARE(t.blobRows(), 1);
        QVERIFY2(t.verified().startsWith(QStringLiteral("1 blobs")) && !t.verified().contains(QStringLiteral("fault")),
                 qPrintable(t.verified()));
        QVERIFY(t.attach({ large })); // once there is room again
        QCOMPARE(t.itemCount(), 2);
        QCOMPARE(t.reopened()->records().evidence.size(), 2);
    }

#ifdef Q_OS_UNIX
    void extractingLeavesTheTargetAsItWas()
    {
        EvidenceProject t;
        const QByteArray content = EvidenceProject::noise(6 * blobs::chunkSize, 5);
        QVERIFY(t.attach({ t.file(QStringLiteral("large.bin"), content) }));
        const QString target = t.file(QStringLiteral("out/earlier.bin"), "earlier");
        {
            const SmallFiles limit(2 * blobs::chunkSize);
            const Status done = extractTo(t.project->storage(), t.item(0), target, t.job);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Error::Kind::DiskFull);
            const auto all = extractAll(t.project->storage(), t.items(), QFileInfo(target).path(), t.job);
            QVERIFY(!all);
            QCOMPARE(all.error().kind, Error::Kind::DiskFull);
        }
        QCOMPARE(QDir(QFileInfo(target).path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList { QStringLiteral("earlier.bin") });
        QCOMPARE(EvidenceProject::bytesOf(target), QByteArray("earlier"));
        QVERIFY(extractTo(t.project->storage(), t.item(0), target, t.job));
        QCOMPARE(EvidenceProject::bytesOf(target), content);
    }

private:
    /// No file may grow beyond so many bytes while it lives: a write past that fails as on a full disk.
    class SmallFiles
    {
    public:
        explicit SmallFiles(qint64 most) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
        {
            getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit small { static_cast<rlim_t>(most), m_before.rlim_max };
            setrlimit(RLIMIT_FSIZE, &small);
        }
        ~SmallFiles()
        {
            setrlimit(RLIMIT_FSIZE, &m_before);
            std::signal(SIGXFSZ, m_handler);
        }
        Q_DISABLE_COPY_MOVE(SmallFiles)

    private:
        void (*m_handler)(int);
        rlimit m_before {};
    };
#endif
};

QTEST_GUILESS_MAIN(TestEvidenceFull)
#include "tst_evidencefull.moc"
