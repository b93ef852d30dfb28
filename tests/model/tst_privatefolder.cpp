#include "model/evidence/privatefolder.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace tb;

class TestPrivateFolder : public QObject
{
    Q_OBJECT

private slots:
    void onlyItsUserMayEnterIt()
    {
        QTemporaryDir base;
        const auto folder = PrivateFolder::make(base.path());
        QVERIFY(folder);
        struct stat info = {};
        QCOMPARE(stat(QFile::encodeName(folder.value()->path()).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0700U);
    }

    void namesAreKeptAndNeverMeet()
    {
        QTemporaryDir base;
        const auto folder = PrivateFolder::make(base.path());
        QVERIFY(folder);
        const auto one = folder.value()->pathFor(QStringLiteral("../a.txt"));
        const auto two = folder.value()->pathFor(QStringLiteral("../a.txt"));
        QVERIFY(one && two);
        QVERIFY(one.value() != two.value());
        QCOMPARE(QFileInfo(one.value()).fileName(), QStringLiteral("_._a.txt"));
        QVERIFY(QDir::cleanPath(one.value()).startsWith(folder.value()->path()));
    }

    void nothingStaysWhenTheSessionEnds()
    {
        QTemporaryDir base;
        // A second name for the same bytes shows that they are overwritten and not just unlinked.
        const QString witness = base.filePath(QStringLiteral("witness"));
        {
            const auto folder = PrivateFolder::make(base.path());
            QVERIFY(folder);
            write(folder.value()->pathFor(QStringLiteral("a.txt")).value(), witness);
        }
        QCOMPARE(read(witness), QByteArray(6, '\0'));
        QFile::remove(witness);
        QVERIFY(QDir(base.path()).isEmpty());
    }

    void aLinkInItIsRemovedAndItsTargetIsNot()
    {
        QTemporaryDir base;
        QTemporaryDir elsewhere;
        write(elsewhere.filePath(QStringLiteral("kept.txt")), {});
        {
            const auto folder = PrivateFolder::make(base.path());
            QVERIFY(folder);
            QVERIFY(QFile::link(elsewhere.path(), folder.value()->path() + QStringLiteral("/folder")));
            QVERIFY(QFile::link(elsewhere.filePath(QStringLiteral("kept.txt")),
                                folder.value()->path() + QStringLiteral("/file")));
        }
        QCOMPARE(read(elsewhere.filePath(QStringLiteral("kept.txt"))), QByteArray("canary"));
        QVERIFY(QDir(base.path()).isEmpty());
    }

    void theNextSessionWipesWhatADeadOneLeft()
    {
        QTemporaryDir base;
        const QString dead = base.filePath(QStringLiteral("trustbench-view-dead01"));
        QVERIFY(QDir().mkpath(dead + QStringLiteral("/1")));
        const QString witness = base.filePath(QStringLiteral("witness"));
        write(dead + QStringLiteral("/1/a.txt"), witness);
        const auto living = PrivateFolder::make(base.path());
        QVERIFY(living);
        QVERIFY(!QFileInfo::exists(dead));
        QCOMPARE(read(witness), QByteArray(6, '\0'));
    }

    void aLivingSessionIsLeftAlone()
    {
        QTemporaryDir base;
        const auto first = PrivateFolder::make(base.path());
        QVERIFY(first);
        write(first.value()->pathFor(QStringLiteral("a.txt")).value(), {});
        const auto second = PrivateFolder::make(base.path());
        QVERIFY(second);
        QVERIFY(second.value()->path() != first.value()->path());
        QCOMPARE(read(first.value()->path() + QStringLiteral("/1/a.txt")), QByteArray("canary"));
    }

    void aLinkInPlaceOfAFolderIsNotEntered()
    {
        QTemporaryDir base;
        QTemporaryDir elsewhere;
        write(elsewhere.filePath(QStringLiteral("kept.txt")), {});
        QVERIFY(QFile::link(elsewhere.path(), base.filePath(QStringLiteral("trustbench-view-trap"))));
        QCOMPARE(wipeDeadSessions(base.path()), 0);
        QCOMPARE(read(elsewhere.filePath(QStringLiteral("kept.txt"))), QByteArray("canary"));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QTemporaryDir base;
        QVERIFY(!PrivateFolder::make(base.filePath(QStringLiteral("none/here"))));
    }

private:
    static void write(const QString &path, const QString &secondName)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("canary") == 6);
        file.close();
        if (!secondName.isEmpty())
            QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(secondName).constData()), 0);
        file.setPermissions(QFile::ReadOwner);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }
};

QTEST_GUILESS_MAIN(TestPrivateFolder)
#include "tst_privatefolder.moc"
