#include "model/store/projectfile.h"
#include "tests/support/failingdevice.h"
#include "tests/support/projectfixture.h"
#include "tests/support/silentjob.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace tb;
using namespace fixture;
using Access = ProjectFile::Access;

class TestProjectCopy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCopyHasTheSamePassphrase();
    void aCopyMayHaveAnotherPassphrase();
    void editsGoOnMeanwhileAndTheCopyShowsOneMoment();
    void whoEditsWithoutEndWaitsInTheEnd();
    void aCopyOntoItselfOrAFolderIsInvalid();
    void aCopyOverAFileInUseIsRefused();
    void progressGoesToTheEnd();
    void cancellingLeavesNothing();
    void theNewPassphraseReplacesTheOld();
    void openConnectionsForbidANewPassphrase();
    void aFullDiskLeavesTheOldFile();
    void aFailingReadLeavesTheOldFile();
    void aKilledProcessLeavesOneWholeFile();

private:
    void restore(const QString &secret = QStringLiteral("one"));
    QStringList entries() const;
    QString kind(const QString &path, const QString &secret) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ProjectFile> m_file;
    static constexpr int rows = 300;
};

void TestProjectCopy::init()
{
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("p.trustbench"));
    auto file = ProjectFile::create(m_path, passphrase(QStringLiteral("one")), plainFormat());
    QVERIFY(file);
    m_file = std::move(file).value();
    QVERIFY(fill(*m_file, rows, 12000));
}

void TestProjectCopy::restore(const QString &secret)
{
    m_file.reset();
    auto file = ProjectFile::open(m_path, passphrase(secret), Access::ReadWrite, plainFormat());
    m_file = file ? std::move(file).value() : nullptr;
}

QStringList TestProjectCopy::entries() const
{
    QStringList names = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    names.removeAll(QStringLiteral("p.trustbench-journal")); // empty, while the project is open
    return names;
}

QString TestProjectCopy::kind(const QString &path, const QString &secret) const
{
    const auto file = ProjectFile::open(path, passphrase(secret), Access::ReadWrite, plainFormat());
    if (!file)
        return kindOf(file);
    const qint64 count = number(*file.value(), "SELECT count(*) FROM t WHERE length(b) = 12000");
    const qint64 sound = number(*file.value(), "SELECT integrity_check = 'ok' FROM pragma_integrity_check");
    return count == rows && sound == 1 ? QStringLiteral("whole") : QStringLiteral("broken");
}

void TestProjectCopy::aCopyHasTheSamePassphrase()
{
    SilentJob job;
    const QString copy = m_folder->filePath(QStringLiteral("copy.trustbench"));
    QCOMPARE(kindOf(m_file->saveCopy(copy, {}, job)), QStringLiteral("ok"));
    QCOMPARE(kind(copy, QStringLiteral("one")), QStringLiteral("whole"));
    QCOMPARE(bytesOf(copy).first(saltSize), m_file->salt());
    QCOMPARE(entries().size(), 3); // project, lock, copy
}

void TestProjectCopy::aCopyMayHaveAnotherPassphrase()
{
    SilentJob job;
    const QString copy = m_folder->filePath(QStringLiteral("copy.trustbench"));
    QVERIFY(write(copy, "an older file of that name"));
    QCOMPARE(kindOf(m_file->saveCopy(copy, passphrase(QStringLiteral("two")), job)), QStringLiteral("ok"));
    QCOMPARE(kind(copy, QStringLiteral("one")), QStringLiteral("wrong passphrase"));
    QCOMPARE(kind(copy, QStringLiteral("two")), QStringLiteral("whole"));
    QVERIFY(bytesOf(copy).first(saltSize) != m_file->salt());
    restore();
    QCOMPARE(number(*m_file, "SELECT count(*) FROM t"), rows);
}

void TestProjectCopy::editsGoOnMeanwhileAndTheCopyShowsOneMoment()
{
    SilentJob job;
    bool edited = false;
    job.onProgress = [&] {
        if (std::exchange(edited, true))
            return;
        const std::unique_ptr<QThread> writer(QThread::create([&] {
            const WriteGate::Turn turn = m_file->gate().enter(WriteGate::Foreground);
            QVERIFY(connectTo(*m_file)->execute("UPDATE t SET b = zeroblob(12001)"));
        }));
        writer->start();
        QVERIFY(writer->wait()); // the copy is at its first step and holds nothing
    };
    const QString copy = m_folder->filePath(QStringLiteral("copy.trustbench"));
    QCOMPARE(kindOf(m_file->saveCopy(copy, {}, job)), QStringLiteral("ok"));
    QVERIFY(edited);
    QVERIFY(!job.wentBackwards);
    const auto file = ProjectFile::open(copy, passphrase(QStringLiteral("one")), Access::ReadWrite, plainFormat());
    QVERIFY(file);
    QCOMPARE(number(*file.value(), "SELECT count(*) FROM t WHERE length(b) = 12001"), rows);
    QCOMPARE(number(*file.value(), "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
}

void TestProjectCopy::whoEditsWithoutEndWaitsInTheEnd()
{
    SilentJob job;
    std::unique_ptr<QThread> writer;
    int edits = 0;
    job.onProgress = [&] {
        if (writer && !writer->isFinished())
            return; // waits for the end of the copy by now
        writer.reset(QThread::create([&] {
            const WriteGate::Turn turn = m_file->gate().enter(WriteGate::Foreground);
            connectTo(*m_file)->execute("UPDATE t SET b = zeroblob(12000)") ? ++edits : edits;
        }));
        writer->start();
        while (!writer->wait(QDeadlineTimer(10))) {
            if (m_file->gate().waiting() > 0)
                return; // the copy keeps its turn now
        }
    };
    const QString copy = m_folder->filePath(QStringLiteral("copy.trustbench"));
    QCOMPARE(kindOf(m_file->saveCopy(copy, {}, job)), QStringLiteral("ok"));
    QVERIFY(writer && writer->wait());
    QVERIFY(edits > 1);
    QCOMPARE(kind(copy, QStringLiteral("one")), QStringLiteral("whole"));
}

void TestProjectCopy::aCopyOntoItselfOrAFolderIsInvalid()
{
    SilentJob job;
    QCOMPARE(kindOf(m_file->saveCopy(m_path, {}, job)), QStringLiteral("invalid"));
    QCOMPARE(kindOf(m_file->saveCopy(m_folder->path(), {}, job)), QStringLiteral("invalid"));
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(m_path, link));
    QCOMPARE(kindOf(m_file->saveCopy(link, {}, job)), QStringLiteral("invalid"));
}

void TestProjectCopy::aCopyOverAFileInUseIsRefused()
{
    const QString other = m_folder->filePath(QStringLiteral("other.trustbench"));
    const auto open = ProjectFile::create(other, passphrase(QStringLiteral("x")), plainFormat());
    QVERIFY(open);
    SilentJob job;
    QCOMPARE(kindOf(m_file->saveCopy(other, {}, job)), QStringLiteral("in use"));
    QCOMPARE(number(*open.value(), "SELECT count(*) FROM t"), 0);
}

void TestProjectCopy::progressGoesToTheEnd()
{
    SilentJob job;
    QVERIFY(m_file->saveCopy(m_folder->filePath(QStringLiteral("copy")), {}, job));
    QVERIFY(job.reports > 4);
    QVERIFY(!job.wentBackwards);
    QVERIFY(job.lastDone * 10 > job.lastTotal * 8);
    QVERIFY(job.lastTotal >= 2 * rows * 12000);
}

void TestProjectCopy::cancellingLeavesNothing()
{
    const QByteArray before = bytesOf(m_path);
    for (const int after : { -1, 0, 1, 3, 6 }) {
        SilentJob job;
        job.cancelAfter = after;
        QCOMPARE(kindOf(m_file->saveCopy(m_folder->filePath(QStringLiteral("copy")), {}, job)),
                 QStringLiteral("cancelled"));
        job = SilentJob();
        job.cancelAfter = after;
        QCOMPARE(kindOf(m_file->changePassphrase(passphrase(QStringLiteral("two")), job)), QStringLiteral("cancelled"));
        QCOMPARE(entries().size(), 2);
    }
    restore();
    QVERIFY(m_file);
    QCOMPARE(bytesOf(m_path), before);
}

void TestProjectCopy::theNewPassphraseReplacesTheOld()
{
    SilentJob job;
    QCOMPARE(kindOf(m_file->changePassphrase(passphrase(QStringLiteral("two")), job)), QStringLiteral("ok"));
    QCOMPARE(number(*m_file, "SELECT count(*) FROM t"), rows); // still open, under the new key
    QVERIFY(fill(*m_file, 1, 5));
    QCOMPARE(number(*m_file, "DELETE FROM t WHERE length(b) = 5 RETURNING 1"), 1);
    QCOMPARE(kindOf(ProjectFile::open(m_path, passphrase(QStringLiteral("two")), Access::ReadOnly, plainFormat())),
             QStringLiteral("in use"));
    m_file.reset();
    QCOMPARE(kind(m_path, QStringLiteral("one")), QStringLiteral("wrong passphrase"));
    QCOMPARE(kind(m_path, QStringLiteral("two")), QStringLiteral("whole"));
    QCOMPARE(entries().filter(QStringLiteral("tmp")), QStringList());
}

void TestProjectCopy::openConnectionsForbidANewPassphrase()
{
    const auto connection = connectTo(*m_file);
    SilentJob job;
    QCOMPARE(kindOf(m_file->changePassphrase(passphrase(QStringLiteral("two")), job)), QStringLiteral("in use"));
}

void TestProjectCopy::aFullDiskLeavesTheOldFile()
{
    const QByteArray before = bytesOf(m_path);
    for (const long long room : { 0LL, 10000LL, 20000LL, 1000000LL, 3000000LL }) {
        FailingDevice device;
        device.fillAfter(room);
        SilentJob job;
        QCOMPARE(kindOf(m_file->changePassphrase(passphrase(QStringLiteral("two")), job)), QStringLiteral("disk full"));
        QCOMPARE(entries().size(), 2);
    }
    m_file.reset();
    QCOMPARE(bytesOf(m_path), before);
    QCOMPARE(kind(m_path, QStringLiteral("one")), QStringLiteral("whole"));
}

void TestProjectCopy::aFailingReadLeavesTheOldFile()
{
    int failures = 0;
    for (int at = 0; at < 400; at += 23) {
        FailingDevice device;
        device.failRead(at);
        SilentJob job;
        const QString result = kindOf(m_file->changePassphrase(passphrase(QStringLiteral("two")), job));
        device.failRead(-1);
        if (result == QStringLiteral("ok"))
            break;
        ++failures;
        QCOMPARE(entries().size(), 2);
        restore();
        QVERIFY(m_file);
    }
    QVERIFY(failures > 5);
}

void TestProjectCopy::aKilledProcessLeavesOneWholeFile()
{
    m_file.reset();
    QElapsedTimer timer;
    timer.start();
    QProcess whole;
    whole.start(QCoreApplication::applicationFilePath(),
                { QStringLiteral("--rekey"), m_path, QStringLiteral("one"), QStringLiteral("one") });
    QVERIFY(whole.waitForFinished(-1));
    QCOMPARE(whole.exitCode(), 0);
    const int usual = static_cast<int>(timer.elapsed());
    QString secret = QStringLiteral("one");
    int changed = 0;
    constexpr int rounds = 25;
    for (int i = 0; i < rounds; ++i) {
        const QString next = secret == QStringLiteral("one") ? QStringLiteral("two") : QStringLiteral("one");
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--rekey"), m_path, secret, next });
        QVERIFY(child.waitForStarted());
        if (!child.waitForFinished(i + 1 == rounds ? -1 : usual * i / rounds)) // the last may finish
            child.kill();
        child.waitForFinished(-1);
        const bool isNew = kind(m_path, next) == QStringLiteral("whole");
        QCOMPARE(kind(m_path, isNew ? secret : next), QStringLiteral("wrong passphrase"));
        secret = isNew ? next : secret;
        changed += isNew ? 1 : 0;
        QCOMPARE(kind(m_path, secret), QStringLiteral("whole"));
    }
    qInfo("%d of %d killed changes had happened; an undisturbed one takes %d ms", changed, rounds, usual);
    QVERIFY(changed > 0 && changed < rounds);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QStringLiteral("--rekey")) {
        auto file = ProjectFile::open(arguments.at(2), passphrase(arguments.at(3)), Access::ReadWrite, plainFormat());
        SilentJob job;
        return file && file.value()->changePassphrase(passphrase(arguments.at(4)), job) ? 0 : 1;
    }
    TestProjectCopy test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_projectcopy.moc"
