#include "model/store/filesniff.h"
#include "tests/support/evidenceproject.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace tb;

namespace {

/// Each refusal as "name: reason number", sorted.
QStringList refusals(const AttachResult &result)
{
    QStringList lines;
    for (const IntakeIssue &issue : result.refused)
        lines.append(QStringLiteral("%1 %2").arg(QFileInfo(issue.path).fileName()).arg(static_cast<int>(issue.reason)));
    lines.sort();
    return lines;
}

QString refusal(const QString &name, Refusal reason)
{
    return QStringLiteral("%1 %2").arg(name).arg(static_cast<int>(reason));
}

} // namespace

class TestEvidenceIntake : public QObject
{
    Q_OBJECT

private slots:
    void aFolderIsTakenWithEverythingBelowIt()
    {
        EvidenceProject t;
        t.file(QStringLiteral("drop/b.txt"), "b");
        t.file(QStringLiteral("drop/a/c.txt"), "c");
        t.file(QStringLiteral("drop/a.txt"), "a");
        t.file(QStringLiteral("drop/.hidden"), "h");
        t.file(QStringLiteral("drop/.git/config"), "g");
        QDir().mkpath(t.files.filePath(QStringLiteral("drop/none")));
        const auto done
            = t.attach({ t.files.filePath(QStringLiteral("drop")), t.files.filePath(QStringLiteral("drop/b.txt")) });
        QVERIFY(done);
        QStringList names;
        for (const AttachResult::Added &added : done.value().added)
            names.append(QFileInfo(added.path).fileName());
        QCOMPARE(names, (QStringList { QStringLiteral("a.txt"), QStringLiteral("b.txt"), QStringLiteral("c.txt") }));
        QCOMPARE(refusals(done.value()),
                 (QStringList { refusal(QStringLiteral(".git"), Refusal::Hidden),
                                refusal(QStringLiteral(".hidden"), Refusal::Hidden) }));
    }

    void anEmptyFolderIsSaid()
    {
        EvidenceProject t;
        QDir().mkpath(t.files.filePath(QStringLiteral("drop/none")));
        const auto done = t.attach({ t.files.filePath(QStringLiteral("drop")) });
        QVERIFY(done);
        QCOMPARE(refusals(done.value()), QStringList { refusal(QStringLiteral("drop"), Refusal::EmptyFolder) });
        QVERIFY(done.value().changes.isEmpty());
    }

    void theFolderOfTheProjectItselfIsTakenWithoutTheProject()
    {
        EvidenceProject t;
        const QString project = t.file(QStringLiteral("drop/audit.trustbench"), "stands for a project");
        t.file(QStringLiteral("drop/audit.trustbench.lock"), "lock");
        t.file(QStringLiteral("drop/audit.trustbench-journal"), "journal");
        t.file(QStringLiteral("drop/note.txt"), "note");
        const QStringList drop { t.files.filePath(QStringLiteral("drop")) };
        {
            const auto claim = FileClaim::take(project);
            QVERIFY(claim);
            const auto done = t.attach(drop);
            QVERIFY(done);
            QCOMPARE(done.value().added.size(), 1);
            QCOMPARE(t.item(0).fileName, QStringLiteral("note.txt"));
            QCOMPARE(refusals(done.value()),
                     (QStringList { refusal(QStringLiteral("audit.trustbench"), Refusal::OpenProject),
                                    refusal(QStringLiteral("audit.trustbench-journal"), Refusal::OpenProject),
                                    refusal(QStringLiteral("audit.trustbench.lock"), Refusal::OpenProject) }));
        }
        const auto closed = t.attach(drop); // one that is not open is a file like any other
        QVERIFY(closed);
        QCOMPARE(closed.value().added.size(), 3);
    }

    void whatCannotBeTakenHindersNothingElse()
    {
        EvidenceProject t;
        const auto done
            = t.attach({ t.files.filePath(QStringLiteral("gone.txt")), t.file(QStringLiteral("empty.txt"), {}),
                         t.file(QStringLiteral("good.txt"), "good") });
        QVERIFY(done);
        QCOMPARE(done.value().added.size(), 1);
        QCOMPARE(refusals(done.value()),
                 (QStringList { refusal(QStringLiteral("empty.txt"), Refusal::Empty),
                                refusal(QStringLiteral("gone.txt"), Refusal::Vanished) }));
    }

    void nothingButRefusalsChangesNothing()
    {
        EvidenceProject t;
        const LogHead head = t.project->head();
        const auto done = t.attach({ t.file(QStringLiteral("empty.txt"), {}) });
        QVERIFY(done);
        QCOMPARE(t.project->head(), head);
        QCOMPARE(t.chunks(), 0);
    }

#ifdef Q_OS_UNIX
    void pipesAndSocketsAreRefusedWithoutWaitingForThem()
    {
        EvidenceProject t;
        const QString pipe = t.files.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString socketPath = t.files.filePath(QStringLiteral("sock"));
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, "sock", sizeof address.sun_path); // a whole path may be longer than it takes
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(t.files.path()));
        const int bound = bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(bound, 0);
        const auto done = t.attach({ pipe, socketPath, t.files.path() });
        ::close(socket);
        QVERIFY(done);
        QVERIFY(done.value().added.isEmpty());
        QVERIFY(refusals(done.value()).contains(refusal(QStringLiteral("pipe"), Refusal::NotAFile)));
        QVERIFY(refusals(done.value()).contains(refusal(QStringLiteral("sock"), Refusal::NotAFile)));
    }

    void linksInAFolderAreNotFollowed()
    {
        EvidenceProject t;
        const QByteArray canary = "canary-outside";
        const QString outside = t.file(QStringLiteral("outside/secret.txt"), canary);
        t.file(QStringLiteral("drop/in.txt"), "in");
        QVERIFY(QFile::link(outside, t.files.filePath(QStringLiteral("drop/link.txt"))));
        QVERIFY(
            QFile::link(t.files.filePath(QStringLiteral("outside")), t.files.filePath(QStringLiteral("drop/folder"))));
        QVERIFY(QFile::link(t.files.filePath(QStringLiteral("drop")), t.files.filePath(QStringLiteral("drop/round"))));
        const auto done = t.attach({ t.files.filePath(QStringLiteral("drop")) });
        QVERIFY(done);
        QCOMPARE(done.value().added.size(), 1);
        QCOMPARE(refusals(done.value()).size(), 3);
        QCOMPARE(t.count("SELECT count(*) FROM chunk WHERE instr(data, 'canary-outside')"), 0);
    }

    void aLinkThatAPersonNamesIsFollowed()
    {
        EvidenceProject t;
        const QString link = t.files.filePath(QStringLiteral("link.txt"));
        QVERIFY(QFile::link(t.file(QStringLiteral("real.txt"), "real"), link));
        const auto done = t.attach({ link });
        QVERIFY(done);
        QCOMPARE(done.value().added.size(), 1);
        QCOMPARE(t.item(0).fileName, QStringLiteral("link.txt"));
        const QString round = t.files.filePath(QStringLiteral("round"));
        QVERIFY(QFile::link(round, round));
        QCOMPARE(refusals(t.attach({ round }).value()),
                 QStringList { refusal(QStringLiteral("round"), Refusal::Unreadable) });
    }

    void unreadableFilesAndFoldersAreRefused()
    {
        EvidenceProject t;
        const QString file = t.file(QStringLiteral("locked.txt"), "locked");
        QDir().mkpath(t.files.filePath(QStringLiteral("closed")));
        QCOMPARE(chmod(QFile::encodeName(file).constData(), 0), 0);
        QCOMPARE(chmod(QFile::encodeName(t.files.filePath(QStringLiteral("closed"))).constData(), 0), 0);
        QCOMPARE(chmod(QFile::encodeName(t.files.path()).constData(), 0755), 0);
        const bool isRoot = geteuid() == 0; // root reads everything: look through another user's eyes
        if (isRoot)
            QCOMPARE(seteuid(65534), 0);
        const auto opened = SourceFile::open(file, true);
        const auto scan = scanDrop({ t.files.filePath(QStringLiteral("closed")) }, t.job);
        if (isRoot)
            QCOMPARE(seteuid(0), 0);
        QVERIFY(std::holds_alternative<IntakeIssue>(opened));
        QCOMPARE(std::get<IntakeIssue>(opened).reason, Refusal::Unreadable);
        QVERIFY(scan);
        QCOMPARE(scan.value().refused.size(), 1);
        QCOMPARE(scan.value().refused.first().reason, Refusal::UnreadableFolder);
    }

    void namesAreKeptAsGiven_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("as long as the system takes") << QString(251, u'n') + QStringLiteral(".txt");
        QTest::newRow("emoji") << QString::fromUtf8("📎 proof 👩‍💻.txt");
        QTest::newRow("right to left") << QString::fromUtf8("דוח גישה.txt");
        QTest::newRow("decomposed") << QStringLiteral("u\u0308ber.txt");
        QTest::newRow("spaces") << QStringLiteral("  a  b .txt");
        QTest::newRow("formula") << QStringLiteral("=1+1.txt");
        QTest::newRow("option") << QStringLiteral("--all.txt");
    }

    void namesAreKeptAsGiven()
    {
        QFETCH(QString, name);
        EvidenceProject t;
        const auto done = t.attach({ t.file(name, "x") });
        QVERIFY(done);
        QCOMPARE(done.value().added.size(), 1);
        QCOMPARE(t.item(0).fileName, name);
        QVERIFY(!t.item(0).title.trimmed().isEmpty());
        QVERIFY(setFields<Evidence>(*t.project, { t.item(0).id },
                                    { { QStringLiteral("title"), QStringLiteral("Other") } }));
    }

    void aNameThatNoRecordMayHoldIsMended()
    {
        EvidenceProject t;
        const auto done = t.attach({ t.file(QStringLiteral("line\nbreak\x01.txt"), "x") });
        QVERIFY(done);
        QCOMPARE(t.item(0).fileName, QStringLiteral("line\uFFFDbreak\uFFFD.txt"));
        QVERIFY(setFields<Evidence>(*t.project, { t.item(0).id },
                                    { { QStringLiteral("title"), QStringLiteral("Other") } }));
    }

    void aNameLongerThanTheSystemTakesIsRefused()
    {
        EvidenceProject t;
        const auto done = t.attach({ t.files.filePath(QString(300, u'n')) });
        QVERIFY(done);
        QCOMPARE(done.value().refused.size(), 1);
        QVERIFY(done.value().added.isEmpty());
    }
#endif

    void whatHappensToAFileWhileItIsReadIsNoticed_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("reason");
        QTest::newRow("grows") << 0 << static_cast<int>(Refusal::Changed);
        QTest::newRow("shrinks") << 1 << static_cast<int>(Refusal::Changed);
        QTest::newRow("is written over") << 2 << static_cast<int>(Refusal::Changed);
        QTest::newRow("is replaced") << 3 << static_cast<int>(Refusal::Changed);
        QTest::newRow("is deleted") << 4 << static_cast<int>(Refusal::Vanished);
    }

    void whatHappensToAFileWhileItIsReadIsNoticed()
    {
        QFETCH(int, what);
        QFETCH(int, reason);
        EvidenceProject t;
        const QString good = t.file(QStringLiteral("good.txt"), "good");
        const QString path = t.file(QStringLiteral("moving.bin"), EvidenceProject::noise(40 * blobs::chunkSize, 3));
        QFile older(path); // of another time than the write below, however coarse the file system's clock is
        QVERIFY(
            older.open(QIODevice::ReadWrite)
            && older.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600), QFileDevice::FileModificationTime));
        older.close();
        bool done = false;
        t.job.onProgress = [&](qint64 bytes) {
            if (!done && bytes > blobs::chunkSize) {
                done = true;
                disturb(path, what);
            }
        };
        const auto attached = t.attach({ path, good });
        QVERIFY(attached);
        QVERIFY(done);
        QCOMPARE(refusals(attached.value()),
                 QStringList { refusal(QStringLiteral("moving.bin"), static_cast<Refusal>(reason)) });
        QCOMPARE(t.itemCount(), 1);
        QCOMPARE(t.chunks(), 1);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
    }

    void aFileThatVanishesBetweenDropAndReadingIsRefused()
    {
        EvidenceProject t;
        const QString first = t.file(QStringLiteral("a.txt"), "first");
        const QString second = t.file(QStringLiteral("b.txt"), "second");
        t.job.onProgress = [&](qint64) { QFile::remove(second); };
        const auto done = t.attach({ first, second });
        QVERIFY(done);
        QCOMPARE(refusals(done.value()), QStringList { refusal(QStringLiteral("b.txt"), Refusal::Vanished) });
        QCOMPARE(t.itemCount(), 1);
    }

    void progressReachesTheTotal()
    {
        EvidenceProject t;
        AttachRequest request;
        request.paths = { t.file(QStringLiteral("a.bin"), EvidenceProject::noise(6 * blobs::chunkSize, 3)),
                          t.file(QStringLiteral("b.txt"), "small") };
        request.meter = std::make_shared<TransferMeter>();
        qint64 last = 0;
        t.job.onProgress = [&](qint64 done) {
            QVERIFY(done >= last);
            last = done;
        };
        QVERIFY(attachFiles(*t.project, request, t.job));
        QCOMPARE(last, 6 * blobs::chunkSize + 5);
        QCOMPARE(request.meter->done, request.meter->total);
    }

    void aScanCanBeCancelled()
    {
        EvidenceProject t;
        for (int i = 0; i < 50; ++i)
            t.file(QStringLiteral("drop/%1.txt").arg(i), "x");
        t.job.cancelAt = 10;
        const auto scan = scanDrop({ t.files.filePath(QStringLiteral("drop")) }, t.job);
        QVERIFY(!scan);
        QCOMPARE(scan.error().kind, Error::Kind::Cancelled);
    }

private:
    static void disturb(const QString &path, int what)
    {
        QFile file(path);
        switch (what) {
        case 0: QVERIFY(file.open(QIODevice::Append) && file.write("more") == 4); return;
        case 1: QVERIFY(file.resize(5)); return;
        case 2: QVERIFY(file.open(QIODevice::ReadWrite) && file.write("over") == 4); return;
        case 3:
            QVERIFY(QFile::copy(path, path + QStringLiteral(".new")) && QFile::remove(path));
            QVERIFY(QFile::rename(path + QStringLiteral(".new"), path));
            return;
        default: QVERIFY(QFile::remove(path)); return;
        }
    }
};

QTEST_GUILESS_MAIN(TestEvidenceIntake)
#include "tst_evidenceintake.moc"
