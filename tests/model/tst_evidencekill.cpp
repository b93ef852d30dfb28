// A process that dies in the middle of a drop, at many moments: this program starts itself as the one that dies.
#include "tests/support/evidenceproject.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace tb;

namespace {

constexpr qint64 fileSize = 40 * blobs::chunkSize + 11;

/// The child: attaches and says how far it is.
int attachAndTell(const QString &folder, const QStringList &paths)
{
    auto project = Project::load(PlainStorage::at(folder + QStringLiteral("/project.db")), QStringLiteral("Child"));
    if (!project)
        return 2;
    TestJob job;
    job.onProgress = [](qint64 done) {
        std::printf("%lld\n", static_cast<long long>(done));
        std::fflush(stdout);
    };
    AttachRequest request;
    request.paths = paths;
    const auto done = attachFiles(*project.value(), request, job);
    std::printf("done\n");
    return done ? 0 : 1;
}

} // namespace

class TestEvidenceKill : public QObject
{
    Q_OBJECT

private slots:
    void aKilledDropLeavesNothingBehind_data()
    {
        QTest::addColumn<qint64>("after");
        for (int step = 0; step <= 40; step += 5)
            QTest::addRow("%d MiB", step) << step * blobs::chunkSize;
    }

    void aKilledDropLeavesNothingBehind()
    {
        QFETCH(qint64, after);
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("kept.txt"), "kept") }));
        const LogHead head = t.project->head();
        const QString small = t.file(QStringLiteral("small.txt"), "small");
        const QString large = t.file(QStringLiteral("large.bin"), EvidenceProject::noise(fileSize, 5));
        t.project.reset();

        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    { QStringLiteral("--drop"), t.folder.path(), small, large });
        waitFor(child, after);
        child.kill();
        QVERIFY(child.waitForFinished(-1));

        t.project = t.reopened();
        // Nothing of it or all of it: it does not wait for whoever reads what it says, and may be quicker than the
        // knife.
        const bool all = t.project->head() != head;
        QCOMPARE(t.itemCount(), all ? 3 : 1);
        QCOMPARE(t.verified(), all ? QStringLiteral("3 blobs") : QStringLiteral("1 blobs"));
        if (!all)
            QCOMPARE(t.chunks(), 1);
    }

private:
    /// Until the child has taken @p bytes, is done, or has not said anything for long.
    static void waitFor(QProcess &child, qint64 bytes)
    {
        for (;;) {
            while (child.canReadLine()) {
                const QByteArray line = child.readLine().trimmed();
                if (line == "done" || line.toLongLong() >= bytes)
                    return;
            }
            if (!child.waitForReadyRead(60'000))
                return;
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 3 && arguments.at(1) == QLatin1String("--drop"))
        return attachAndTell(arguments.at(2), arguments.mid(3));
    TestEvidenceKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_evidencekill.moc"
