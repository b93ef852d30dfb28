#include "model/store/filesniff.h"
#include "model/store/filestorage.h"
#include "model/store/projectfile.h"
#include "model/store/transaction.h"
#include "tests/support/failingdevice.h"
#include "tests/support/projectfixture.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>

using namespace tb;
using namespace fixture;
using Access = ProjectFile::Access;

class TestProjectFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aNewFileOpensWithItsPassphraseOnly();
    void aNewFileIsPrivateAndLeavesNothingBeside();
    void whatAKilledCopyLeftIsSweptAfterADay();
    void theRecoveryKeyOpensTheFile();
    void theKeyFileIsPartOfTheKey();
    void theFirstBytesAreKeptInside();
    void aSecondWriterIsRefusedAndAReaderWelcome();
    void thisProcessOpensAFileOnce();
    void nothingWrittenOutMayReplaceAProject();
    void theLockOfADeadProcessIsTakenOver();
    void creatingReplacesOnlyWhatIsNotInUse();
    void aNewerVersionIsRefused();
    void anOlderFileIsBroughtUpToDateAfterACopy();
    void anOlderFileIsNotChangedReadOnly();
    void aFailedCreationLeavesNothing();
    void furtherThreadsNeedNoPassphrase();
    void aHotJournalIsRolledBackOnlyByAWriter();
    void aWrongKeyLeavesAHotJournalAlone();
    void aHalfWrittenFirstPageStillKnowsItsKey();
    void aFullDiskTakesBackTheWholeEdit();
    void aLinkOpensTheFileItLeadsTo();
    void theRealSchemaOpensAndIsChecked();
    void nothingIsOnDiskInPlainText();

private:
    std::unique_ptr<ProjectFile> created();
    Result<std::unique_ptr<ProjectFile>> opened(const QString &secret, Access access = Access::ReadWrite);
    void leaveHotJournal();
    QStringList entries() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    const QString m_secret = QStringLiteral("correct horse");
};

void TestProjectFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("p.trustbench"));
}

std::unique_ptr<ProjectFile> TestProjectFile::created()
{
    auto file = ProjectFile::create(m_path, passphrase(m_secret), plainFormat());
    if (!file)
        qWarning("create: %s", qPrintable(kindOf(file) + file.error().detail));
    return file ? std::move(file).value() : nullptr;
}

Result<std::unique_ptr<ProjectFile>> TestProjectFile::opened(const QString &secret, Access access)
{
    return ProjectFile::open(m_path, passphrase(secret), access, plainFormat());
}

QStringList TestProjectFile::entries() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

/// As a crash leaves them: half of a change in the file, the way back in the journal.
void TestProjectFile::leaveHotJournal()
{
    const QString copy = m_folder->filePath(QStringLiteral("hot"));
    {
        const auto file = created();
        QVERIFY(fill(*file, 64, 12000));
        const auto writer = connectTo(*file);
        QVERIFY(writer->execute("PRAGMA cache_size = 4; BEGIN; UPDATE t SET b = zeroblob(12000); "
                                "CREATE TABLE later (x); INSERT INTO later VALUES (randomblob(200000))"));
        QVERIFY(QFile::copy(m_path, copy));
        QVERIFY(QFile::copy(m_path + QStringLiteral("-journal"), copy + QStringLiteral("-journal")));
        QVERIFY(writer->execute("ROLLBACK"));
    }
    QFile::remove(m_path);
    QFile::remove(m_path + QStringLiteral("-journal"));
    QVERIFY(QFile::rename(copy, m_path));
    QVERIFY(QFile::rename(copy + QStringLiteral("-journal"), m_path + QStringLiteral("-journal")));
}

void TestProjectFile::aNewFileOpensWithItsPassphraseOnly()
{
    QVERIFY(fill(*created(), 10, 100));
    QCOMPARE(kindOf(opened(QStringLiteral("wrong"))), QStringLiteral("wrong passphrase"));
    QCOMPARE(kindOf(opened(QString())), QStringLiteral("wrong passphrase"));
    const auto file = opened(m_secret);
    QCOMPARE(kindOf(file), QStringLiteral("ok"));
    QCOMPARE(number(*file.value(), "SELECT count(*) FROM t"), 10);
}

void TestProjectFile::aNewFileIsPrivateAndLeavesNothingBeside()
{
    {
        const auto file = created();
        QVERIFY(file);
        QCOMPARE(entries(), (QStringList { QStringLiteral("p.trustbench"), QStringLiteral("p.trustbench.lock") }));
        QVERIFY(fill(*file, 3, 10));
    }
    QCOMPARE(entries(), QStringList { QStringLiteral("p.trustbench") });
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(m_path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void TestProjectFile::whatAKilledCopyLeftIsSweptAfterADay()
{
    created();
    const auto leave = [this](const QString &name, int hours) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly)
            && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600 * hours),
                                QFileDevice::FileModificationTime);
    };
    QVERIFY(leave(QStringLiteral(".trustbench-0123456789abcdef.tmp"), 30));
    QVERIFY(leave(QStringLiteral(".trustbench-0123456789abcdef.tmp-journal"), 30));
    QVERIFY(leave(QStringLiteral(".trustbench-fedcba9876543210.tmp"), 2));
    QVERIFY(leave(QStringLiteral("notes.tmp"), 30));
    QCOMPARE(kindOf(opened(m_secret)), QStringLiteral("ok"));
    QCOMPARE(entries().join(u' '), QStringLiteral(".trustbench-fedcba9876543210.tmp notes.tmp p.trustbench"));
}

void TestProjectFile::theRecoveryKeyOpensTheFile()
{
    const QString sheet = recoveryText(created()->key());
    Unlock unlock;
    unlock.rawKey = parseRecoveryText(sheet.toLower()).value();
    QCOMPARE(kindOf(ProjectFile::open(m_path, unlock, Access::ReadWrite, plainFormat())), QStringLiteral("ok"));
    unlock.rawKey = RawKey::random();
    QCOMPARE(kindOf(ProjectFile::open(m_path, unlock, Access::ReadWrite, plainFormat())),
             QStringLiteral("wrong passphrase"));
}

void TestProjectFile::theKeyFileIsPartOfTheKey()
{
    Unlock unlock = passphrase(m_secret);
    unlock.keyFileHash = QByteArray(32, 'k');
    QVERIFY(ProjectFile::create(m_path, unlock, plainFormat()));
    QCOMPARE(kindOf(opened(m_secret)), QStringLiteral("wrong passphrase"));
    QCOMPARE(kindOf(ProjectFile::open(m_path, unlock, Access::ReadOnly, plainFormat())), QStringLiteral("ok"));
}

void TestProjectFile::theFirstBytesAreKeptInside()
{
    Unlock byKey;
    QByteArray salt;
    {
        const auto file = created();
        byKey.rawKey = file->key();
        salt = file->salt();
    }
    QByteArray bytes = bytesOf(m_path);
    QCOMPARE(bytes.first(saltSize), salt);
    bytes[9] = static_cast<char>(bytes[9] ^ 1);
    QVERIFY(write(m_path, bytes));
    QCOMPARE(kindOf(opened(m_secret)), QStringLiteral("wrong passphrase"));
    const auto file = ProjectFile::open(m_path, byKey, Access::ReadWrite, plainFormat());
    QCOMPARE(kindOf(file), QStringLiteral("ok"));
    QCOMPARE(file.value()->salt(), salt);
}

void TestProjectFile::aSecondWriterIsRefusedAndAReaderWelcome()
{
    created();
    // Another process holds the lock: this one's claim on the file does not count.
    QProcess holder;
    holder.start(QStringLiteral("sleep"), { QStringLiteral("60") });
    QVERIFY(holder.waitForStarted());
    // By the name that the system gives it: where the tools are one program, that is not "sleep".
    const QString program = QFileInfo(QStringLiteral("/proc/%1/exe").arg(holder.processId())).symLinkTarget();
    const QString name = program.isEmpty() ? QStringLiteral("sleep") : QFileInfo(program).fileName();
    const QString lock = m_path + QStringLiteral(".lock");
    QVERIFY(write(lock,
                  QByteArray::number(holder.processId()) + '\n' + name.toUtf8() + '\n'
                      + QSysInfo::machineHostName().toUtf8() + "\n" + QSysInfo::machineUniqueId() + "\n"
                      + QSysInfo::bootUniqueId() + "\n"));
    const auto writer = opened(m_secret);
    QCOMPARE(kindOf(writer), QStringLiteral("in use"));
    QVERIFY(writer.error().detail.contains(name));
    const auto reader = opened(m_secret, Access::ReadOnly);
    QCOMPARE(kindOf(reader), QStringLiteral("ok"));
    QVERIFY(reader.value()->isReadOnly());
    QVERIFY(!fill(*reader.value(), 1, 1));
    holder.kill();
    holder.waitForFinished();
}

void TestProjectFile::thisProcessOpensAFileOnce()
{
    const auto file = created();
    QCOMPARE(kindOf(opened(m_secret)), QStringLiteral("in use"));
    QCOMPARE(kindOf(opened(m_secret, Access::ReadOnly)), QStringLiteral("in use"));
}

void TestProjectFile::nothingWrittenOutMayReplaceAProject()
{
    QVERIFY(refuseProject(m_path)); // nothing is there
    {
        const auto file = created();
        QCOMPARE(kindOf(refuseProject(m_path)), QStringLiteral("is a project"));
        QVERIFY(fill(*file, 1, 10)); // its locks are whole
    }
    QCOMPARE(kindOf(refuseProject(m_path)), QStringLiteral("is a project"));
    const QString link = m_folder->filePath(QStringLiteral("link.xlsx"));
    QVERIFY(QFile::link(m_path, link));
    QCOMPARE(kindOf(refuseProject(link)), QStringLiteral("is a project"));
    const QString other = m_folder->filePath(QStringLiteral("other.txt"));
    QVERIFY(write(other, "TBN and no more"));
    QVERIFY(refuseProject(other));
    QVERIFY(write(other, {}));
    QVERIFY(refuseProject(other));
    QVERIFY(refuseProject(m_folder->path()));
}

void TestProjectFile::theLockOfADeadProcessIsTakenOver()
{
    created();
    QVERIFY(write(m_path + QStringLiteral(".lock"),
                  "4194303\ntrustbench\n" + QSysInfo::machineHostName().toUtf8() + "\n" + QSysInfo::machineUniqueId()
                      + "\n" + QSysInfo::bootUniqueId() + "\n"));
    QCOMPARE(kindOf(opened(m_secret)), QStringLiteral("ok"));
}

void TestProjectFile::creatingReplacesOnlyWhatIsNotInUse()
{
    {
        const auto file = created();
        QVERIFY(fill(*file, 5, 10));
        QCOMPARE(kindOf(ProjectFile::create(m_path, passphrase(m_secret), plainFormat())), QStringLiteral("in use"));
        QCOMPARE(number(*file, "SELECT count(*) FROM t"), 5);
    }
    const auto again = created();
    QVERIFY(again);
    QCOMPARE(number(*again, "SELECT count(*) FROM t"), 0);
}

void TestProjectFile::aNewerVersionIsRefused()
{
    QVERIFY(ProjectFile::create(m_path, passphrase(m_secret), plainFormat(7)));
    const QByteArray before = bytesOf(m_path);
    QCOMPARE(kindOf(opened(m_secret)), QStringLiteral("newer version"));
    QCOMPARE(kindOf(opened(m_secret, Access::ReadOnly)), QStringLiteral("newer version"));
    QCOMPARE(bytesOf(m_path), before);
}

void TestProjectFile::anOlderFileIsBroughtUpToDateAfterACopy()
{
    QVERIFY(fill(*created(), 3, 10));
    {
        const auto file = ProjectFile::open(m_path, passphrase(m_secret), Access::ReadWrite, plainFormat(2));
        QCOMPARE(kindOf(file), QStringLiteral("ok"));
        QCOMPARE(number(*file.value(), "PRAGMA user_version"), 2);
    }
    m_path += QStringLiteral(".v1");
    const auto backup = opened(m_secret);
    QCOMPARE(kindOf(backup), QStringLiteral("ok"));
    QCOMPARE(number(*backup.value(), "SELECT count(*) FROM t"), 3);
}

void TestProjectFile::anOlderFileIsNotChangedReadOnly()
{
    created();
    const QByteArray before = bytesOf(m_path);
    QCOMPARE(kindOf(ProjectFile::open(m_path, passphrase(m_secret), Access::ReadOnly, plainFormat(2))),
             QStringLiteral("older version"));
    QCOMPARE(bytesOf(m_path), before);
    QCOMPARE(entries(), QStringList { QStringLiteral("p.trustbench") });
}

void TestProjectFile::aFailedCreationLeavesNothing()
{
    FileFormat failing = plainFormat();
    failing.migrate = [](Connection &) { return Status(Error { Error::Kind::DiskFull }); };
    QCOMPARE(kindOf(ProjectFile::create(m_path, passphrase(m_secret), failing)), QStringLiteral("disk full"));
    QCOMPARE(entries(), QStringList());
}

void TestProjectFile::furtherThreadsNeedNoPassphrase()
{
    const auto file = created();
    QVERIFY(fill(*file, 20, 1000));
    std::atomic<int> right = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([&] { right += number(*file, "SELECT count(*) FROM t") == 20 ? 1 : 0; });
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(right.load(), 4);
    QCOMPARE(file->connectionCount(), 0);
}

void TestProjectFile::aHotJournalIsRolledBackOnlyByAWriter()
{
    leaveHotJournal();
    const QByteArray before = bytesOf(m_path);
    QCOMPARE(kindOf(opened(m_secret, Access::ReadOnly)), QStringLiteral("unfinished write"));
    QCOMPARE(bytesOf(m_path), before);
    const auto file = opened(m_secret);
    QCOMPARE(kindOf(file), QStringLiteral("ok"));
    QCOMPARE(number(*file.value(), "SELECT count(*) + sum(b = zeroblob(12000)) FROM t"), 64);
    QCOMPARE(number(*file.value(), "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
}

void TestProjectFile::aWrongKeyLeavesAHotJournalAlone()
{
    leaveHotJournal();
    const QByteArray before = bytesOf(m_path) + bytesOf(m_path + QStringLiteral("-journal"));
    QCOMPARE(kindOf(opened(QStringLiteral("wrong"))), QStringLiteral("wrong passphrase"));
    QCOMPARE(bytesOf(m_path) + bytesOf(m_path + QStringLiteral("-journal")), before);
}

void TestProjectFile::aHalfWrittenFirstPageStillKnowsItsKey()
{
    leaveHotJournal();
    QByteArray bytes = bytesOf(m_path);
    bytes.replace(8192, 8192, QByteArray(8192, 'x')); // the second half of page 1 never reached the device
    QVERIFY(write(m_path, bytes));
    QCOMPARE(kindOf(opened(QStringLiteral("wrong"))), QStringLiteral("wrong passphrase"));
    const auto file = opened(m_secret);
    QCOMPARE(kindOf(file), QStringLiteral("ok"));
    QCOMPARE(number(*file.value(), "SELECT count(*) + sum(b = zeroblob(12000)) FROM t"), 64);
}

void TestProjectFile::aFullDiskTakesBackTheWholeEdit()
{
    const auto file = created();
    QVERIFY(fill(*file, 20, 12000));
    const auto writer = connectTo(*file);
    for (const long long room : { 0LL, 5000LL, 40000LL, 200000LL }) {
        FailingDevice device;
        device.fillAfter(room);
        auto transaction = Transaction::begin(writer->handle());
        QVERIFY(transaction);
        Status status
            = writer->execute("UPDATE t SET b = randomblob(12000); INSERT INTO t (b) VALUES (zeroblob(400000))");
        if (status)
            status = transaction.value().commit();
        QCOMPARE(kindOf(status), QStringLiteral("disk full"));
        transaction.value().rollback();
        device.fillAfter(-1);
        QVERIFY(sqlite3_get_autocommit(writer->handle()) != 0);
        QCOMPARE(number(*file, "SELECT count(*) FROM t WHERE length(b) = 12000"), 20);
        QCOMPARE(number(*file, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
    }
    QVERIFY(fill(*file, 1, 10));
}

void TestProjectFile::aLinkOpensTheFileItLeadsTo()
{
    created();
    const QString target = m_path;
    m_path = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(target, m_path));
    const auto file = opened(m_secret);
    QCOMPARE(kindOf(file), QStringLiteral("ok"));
    QCOMPARE(file.value()->path(), QFileInfo(target).canonicalFilePath());
    QVERIFY(QFile::exists(target + QStringLiteral(".lock")));
}

void TestProjectFile::theRealSchemaOpensAndIsChecked()
{
    QVERIFY(ProjectFile::create(m_path, passphrase(m_secret), projectFormat()));
    {
        auto file = ProjectFile::open(m_path, passphrase(m_secret), Access::ReadWrite, projectFormat());
        QCOMPARE(kindOf(file), QStringLiteral("ok"));
        auto storage = FileStorage::attach(std::move(file).value());
        QCOMPARE(kindOf(storage), QStringLiteral("ok"));
        QVERIFY(storage.value()->connection().execute("CREATE TABLE stranger (a)"));
        QVERIFY(storage.value()->openForThread());
        QCOMPARE(storage.value()->file().connectionCount(), 1);
        QCOMPARE(FileStorage::detach(std::move(storage).value())->connectionCount(), 0);
    }
    QCOMPARE(kindOf(ProjectFile::open(m_path, passphrase(m_secret), Access::ReadWrite, projectFormat())),
             QStringLiteral("damaged"));
}

void TestProjectFile::nothingIsOnDiskInPlainText()
{
    const QByteArray canary = "canary-7f3a91c2-in-plain-text";
    const QTemporaryDir temporary;
    qputenv("SQLITE_TMPDIR", QFile::encodeName(temporary.path()));
    const auto file = created();
    const auto writer = connectTo(*file);
    // Big enough to spill from a cache of four pages, into the file, the journal and, if SQLite were let, temp files.
    const QByteArray sql = "PRAGMA cache_size = 4; BEGIN; "
                           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                           "INSERT INTO t (b) SELECT printf('%s %d %s', '"
        + canary
        + "', 999999 - i, hex(zeroblob(200))) FROM n; SELECT b, count(*) FROM t GROUP BY b ORDER BY b DESC; "
          "UPDATE t SET b = b || '"
        + canary + "'";
    QVERIFY(writer->execute(sql.constData()));
    int files = 0;
    for (const QString &folder : { m_folder->path(), temporary.path() }) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden)) {
            ++files;
            QVERIFY2(!bytesOf(dir.filePath(name)).contains(canary), qPrintable(name));
        }
    }
    QVERIFY(files >= 3); // project, journal, lock
    QVERIFY(bytesOf(m_path + QStringLiteral("-journal")).size() > 16384);
    QVERIFY(writer->execute("COMMIT"));
    QVERIFY(!bytesOf(m_path).contains(canary));
    QVERIFY(!bytesOf(m_path).contains("CREATE TABLE"));
    qunsetenv("SQLITE_TMPDIR");
}

QTEST_GUILESS_MAIN(TestProjectFile)
#include "tst_projectfile.moc"
