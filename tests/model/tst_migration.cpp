#include "model/commands.h"
#include "model/store/filestorage.h"
#include "model/store/replay.h"
#include "model/store/schema.h"
#include "tests/support/projectstate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

/// Copies of what an older version wrote, in a folder that goes with the test.
struct OldFile
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("old.trustbench"));

    explicit OldFile(int version)
    {
        const QString name = QStringLiteral(TB_FIXTURES "/version%1.").arg(version);
        QFile key(name + QStringLiteral("key"));
        if (!QFile::copy(name + QStringLiteral("trustbench"), path) || !key.open(QIODevice::ReadOnly))
            qFatal("no fixture of version %d", version);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        m_key = QString::fromLatin1(key.readAll()).trimmed();
    }
    Result<std::unique_ptr<ProjectFile>> open(ProjectFile::Access access,
                                              const FileFormat &format = projectFormat()) const
    {
        Unlock unlock;
        unlock.rawKey = parseRecoveryText(m_key).value();
        return ProjectFile::open(path, unlock, access, format);
    }
    std::unique_ptr<Project> project() const
    {
        auto file = open(ProjectFile::Access::ReadWrite);
        auto storage = file ? FileStorage::attach(std::move(file).value()) : file.error();
        auto loaded = storage ? Project::load(std::move(storage).value(), QStringLiteral("Ana")) : storage.error();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return std::move(loaded).value();
    }

private:
    QString m_key;
};

QString titleOf(const Project &project, const char *code)
{
    for (const Control &control : project.records().controls.all()) {
        if (control.code == QLatin1String(code))
            return control.title;
    }
    return {};
}

} // namespace

/// Files of every earlier version open, hold what they held, and their history still adds up.
class TestMigration : public QObject
{
    Q_OBJECT

private slots:
    void opensWithEverythingInIt_data() { versions(); }
    void opensWithEverythingInIt()
    {
        QFETCH(int, version);
        const OldFile old(version);
        const auto project = old.project();
        QCOMPARE(project->records().criteria.size(), 61);
        QCOMPARE(project->records().controls.size(), 34);
        QCOMPARE(project->records().evidence.size(), 1);
        QCOMPARE(titleOf(*project, "AC-02"), QStringLiteral("Edited in version one"));
        QCOMPARE(project->records().engagement().privacyRole, PrivacyRole::NotStated);
        QVERIFY(schema::checkText(project->storage().connection()));
    }

    void itsHistoryStillAddsUp_data() { versions(); }
    void itsHistoryStillAddsUp()
    {
        QFETCH(int, version);
        const OldFile old(version);
        const auto project = old.project();
        Connection &connection = project->storage().connection();
        QVERIFY(checkChain(connection).value().faults.isEmpty());
        const auto faults = checkReplay(connection);
        QVERIFY(faults && faults.value().isEmpty());
    }

    void whatTheOlderVersionDidCanBeUndone_data() { versions(); }
    void whatTheOlderVersionDidCanBeUndone()
    {
        QFETCH(int, version);
        const OldFile old(version);
        const auto project = old.project();
        const ControlId id {
            findOperations(QStringLiteral("control"))->find(project->records(), QStringLiteral("AC-02"))
        };
        QVERIFY(setFields<Control>(*project, { id }, { { QStringLiteral("notes"), QStringLiteral("2026-01-01") } }));
        QVERIFY(project->undo()); // what this version wrote
        QVERIFY(project->undo()); // what the older one wrote
        QVERIFY(titleOf(*project, "AC-02") != QStringLiteral("Edited in version one"));
        QVERIFY(project->redo());
        QCOMPARE(titleOf(*project, "AC-02"), QStringLiteral("Edited in version one"));
        const auto faults = checkReplay(project->storage().connection());
        QVERIFY(faults && faults.value().isEmpty());
    }

    /// Rule 3: the inverse of what an older version wrote lacks the columns that came since; the log holds what
    /// applying it did instead.
    void whatWasAppendedSinceSurvivesTheUndoOfAnOldInsert()
    {
        const OldFile old(1);
        const auto project = old.project();
        const EvidenceId id = project->records().evidence.all().first().id;
        constexpr qint64 inserted = 2; // the entry that added it
        QVERIFY(setFields<Evidence>(*project, { id },
                                    { { QStringLiteral("ipe_query"), QStringLiteral("members of admins") },
                                      { QStringLiteral("ipe_rows"), 12 } }));
        const QJsonObject with = stateOf(project->records());
        QVERIFY(project->revert(inserted));
        QVERIFY(!project->records().evidence.contains(id));
        const QJsonObject without = stateOf(project->records());
        QVERIFY(project->undo());
        QCOMPARE(stateOf(project->records()), with);
        QCOMPARE(project->records().evidence.find(id)->query, QStringLiteral("members of admins"));
        QVERIFY(project->redo());
        QCOMPARE(stateOf(project->records()), without);
        QVERIFY(project->undo());
        QCOMPARE(stateOf(project->records()), with);
        const auto faults = checkReplay(project->storage().connection());
        QVERIFY(faults);
        QCOMPARE(faults.value(), QList<LogFault> {});
    }

    void aCopyOfItIsKept()
    {
        const OldFile old(1);
        const auto readOnly = old.open(ProjectFile::Access::ReadOnly);
        QVERIFY(!readOnly);
        QCOMPARE(readOnly.error().kind, Error::Kind::OlderVersion);
        QVERIFY(!QFile::exists(old.path + QStringLiteral(".v1"))); // reading changed nothing
        {
            const auto migrated = old.open(ProjectFile::Access::ReadWrite);
            QVERIFY(migrated);
            QCOMPARE(migrated.value()->keptCopy(), migrated.value()->path() + QStringLiteral(".v1"));
        }
        QVERIFY(QFile::exists(old.path + QStringLiteral(".v1")));
        const auto again = old.open(ProjectFile::Access::ReadOnly);
        QVERIFY(again);
        QVERIFY(again.value()->keptCopy().isEmpty()); // told once
    }

    void anEarlierCopyIsNeverReplaced()
    {
        const OldFile old(1);
        QFile earlier(old.path + QStringLiteral(".v1"));
        QVERIFY(earlier.open(QIODevice::WriteOnly) && earlier.write("kept") == 4);
        earlier.close();
        static_cast<void>(old.project());
        QVERIFY(earlier.open(QIODevice::ReadOnly));
        QCOMPARE(earlier.readAll(), QByteArray("kept"));
        QVERIFY(QFileInfo(old.path + QStringLiteral(".v1-2")).size() > 4);
    }

    void whatIsHiddenInAnOlderFileDoesNotActWhileItIsBroughtUpToDate()
    {
        const OldFile old(1);
        {
            FileFormat asItIs = projectFormat();
            asItIs.version = 1;
            asItIs.check = nullptr;
            const auto file = old.open(ProjectFile::Access::ReadWrite, asItIs);
            QVERIFY(file);
            const auto connection = Connection::open(file.value()->specForThread());
            QVERIFY(connection);
            QVERIFY(connection.value()->execute(
                "CREATE TRIGGER t AFTER UPDATE ON control BEGIN DELETE FROM evidence; END"));
        }
        const auto opened = old.open(ProjectFile::Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Damaged);
        QVERIFY(!QFile::exists(old.path + QStringLiteral(".v1"))); // refused before anything was done
    }

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        for (const int version : { 1 }) // formats that a release wrote; 2 and 3 came together
            QTest::addRow("version %d", version) << version;
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
