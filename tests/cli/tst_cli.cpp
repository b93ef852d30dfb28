#include "model/store/filestorage.h"
#include "model/store/schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace tb;

namespace {

/// What a run of the program came to.
struct Run
{
    int code = -1;
    QString out;
    QString err;
};

} // namespace

/// The built program as a process: every command and every exit code. A passphrase costs a key derivation of about a
/// second, so that most cases open with the raw key.
class TestCli : public QObject
{
    Q_OBJECT

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(TB_CLI), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                 QString::fromUtf8(process.readAllStandardOutput()),
                 QString::fromUtf8(process.readAllStandardError()) };
    }
    /// A command on a project with its raw key, which costs no key derivation.
    Run on(const char *project, const QStringList &command) const
    {
        QStringList arguments = command;
        arguments.insert(1, path(project));
        return run(arguments + QStringList { QStringLiteral("--recovery-key-file"), path("key") });
    }
    /// The same with the passphrase.
    Run withPassphrase(const char *project, const QStringList &command) const
    {
        QStringList arguments = command;
        arguments.insert(1, path(project));
        return run(arguments + QStringList { QStringLiteral("--passphrase-file"), path("pass") });
    }
    Run on(const QStringList &command) const { return on("main.trustbench", command); }
    static QJsonArray jsonArray(const Run &done) { return QJsonDocument::fromJson(done.out.toUtf8()).array(); }
    static QJsonObject jsonObject(const Run &done) { return QJsonDocument::fromJson(done.out.toUtf8()).object(); }
    Run made(const char *name, const QStringList &more = {}) const
    {
        return withPassphrase(
            name,
            QStringList { QStringLiteral("new"), QStringLiteral("--organisation"), QStringLiteral("Fernbrook"),
                          QStringLiteral("--service"), QStringLiteral("Insight"), QStringLiteral("--from"),
                          QStringLiteral("2026-04-01"), QStringLiteral("--to"), QStringLiteral("2026-09-30"),
                          QStringLiteral("--categories"), QStringLiteral("availability") }
                + more);
    }

    Unlock sharedKey() const
    {
        QFile file(path("key"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no key");
        const auto key = parseRecoveryText(QString::fromLatin1(file.readAll()).trimmed());
        Unlock unlock;
        unlock.rawKey = key ? key.value() : RawKey();
        return unlock;
    }

#ifdef Q_OS_LINUX
    /// Whether the process @p id has a handler of its own for SIGTERM.
    static bool catchesTermination(qint64 id)
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(id));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray status = file.readAll();
        const qsizetype at = status.indexOf("SigCgt:");
        return at >= 0 && (status.mid(at + 7, 17).trimmed().toULongLong(nullptr, 16) >> (SIGTERM - 1) & 1U) != 0;
    }
    /// A command that may make no file larger than @p room bytes: a write past that fails as on a full disk.
    Run onSmallDisk(qint64 room, const QStringList &command) const
    {
        QProcess process;
        process.setChildProcessModifier([room] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit { static_cast<rlim_t>(room), static_cast<rlim_t>(room) };
            setrlimit(RLIMIT_FSIZE, &limit);
        });
        process.start(QStringLiteral(TB_CLI),
                      command + QStringList { QStringLiteral("--recovery-key-file"), path("key") });
        if (!process.waitForFinished(60'000))
            return {};
        return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                 QString::fromUtf8(process.readAllStandardError()) };
    }
#endif

    /// A project as a later version of the program would make it, under the shared key.
    bool makeLater(const char *name) const
    {
        FileFormat later = projectFormat();
        later.version += 1;
        later.migrate = [](Connection &connection) -> Status {
            if (auto done = schema::migrate(connection); !done)
                return done;
            const QByteArray version = "PRAGMA user_version=" + QByteArray::number(schema::currentVersion() + 1);
            return connection.execute(version.constData());
        };
        later.check = nullptr;
        return static_cast<bool>(ProjectFile::create(path(name), sharedKey(), later));
    }

    /// The one of @p list about @p record with @p code; empty when there is none.
    static QJsonObject remarkIn(const QJsonValue &list, const char *record, const char *code)
    {
        for (const QJsonValue &value : list.toArray()) {
            const QJsonObject object = value.toObject();
            if (object.value(QLatin1String("record")).toString() == QLatin1String(record)
                && (!code || object.value(QLatin1String("code")).toString() == QLatin1String(code)))
                return object;
        }
        return {};
    }
    /// Whether @p object says @p expected, an object itself, key by key.
    static void compare(const QJsonObject &object, const QJsonObject &expected)
    {
        QVERIFY(!object.isEmpty());
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const QByteArray found = QJsonDocument(QJsonArray { object.value(it.key()) }).toJson();
            QVERIFY2(object.value(it.key()) == it.value(),
                     qPrintable(it.key() + QLatin1Char(' ') + QString::fromUtf8(found)));
        }
    }
    static QJsonObject expected(const char *json)
    {
        return QJsonDocument::fromJson(json).object();
    }
    /// The subject and name of a related record; its key is another one in each run.
    static QString nameIn(const QJsonObject &object, const char *key)
    {
        const QJsonObject record = object.value(QLatin1String(key)).toObject();
        if (record.value(QLatin1String("record_id")).toString().toLongLong() <= 0)
            return {};
        return record.value(QLatin1String("subject")).toString() + QLatin1Char(' ')
            + record.value(QLatin1String("record")).toString();
    }
    static void checkBlockers(const QJsonObject &all)
    {
        const QJsonValue list = all.value(QLatin1String("blockers"));
        const QJsonObject finding = remarkIn(list, "AC-01", "severe_finding_open");
        compare(finding, expected(R"({"subject": "control", "rule": 4, "decided": false, "other": null, "from": null,
                                      "mend": "close_finding", "remedy": "Close the finding",
                                      "text": "finding F-01 is high or critical and not closed"})"));
        QCOMPARE(nameIn(finding, "about"), QStringLiteral("finding F-01"));
        QVERIFY(finding.value(QLatin1String("record_id")).toString().toLongLong() > 0);
        const QJsonObject policy = remarkIn(list, "AC-01", "policy_not_approved");
        compare(policy, expected(R"({"rule": 4, "mend": "approve_policy",
                                     "text": "the policy “Access Control Policy” has no approved version"})"));
        QCOMPARE(nameIn(policy, "about"), QStringLiteral("policy PL-02"));
        const QJsonObject criterion = remarkIn(list, "CC6.2", "control_not_ready");
        compare(criterion, expected(R"({"subject": "criterion", "rule": 2, "mend": "mend_control"})"));
        QVERIFY(nameIn(criterion, "about").startsWith(QStringLiteral("control ")));
        const QJsonObject vendor = remarkIn(list, "Cloudbarn", "vendor_report_old");
        compare(vendor, expected(R"({"subject": "vendor", "rule": 20, "from": "2024-12-31", "to": null,
                                     "mend": "obtain_vendor_report"})"));
        QCOMPARE(nameIn(vendor, "about"), QStringLiteral("vendor Cloudbarn"));
        QCOMPARE(nameIn(vendor, "other"), QStringLiteral("vendor_report SOC2"));
    }
    static void checkWarnings(const QJsonObject &all)
    {
        const QJsonValue list = all.value(QLatin1String("warnings"));
        compare(remarkIn(list, "AC-01", "late_start"),
                expected(R"({"subject": "control", "rule": 8, "decided": true, "about": null, "mend": "nothing",
                             "remedy": "", "from": "2026-04-01", "to": "2026-05-01"})"));
        compare(remarkIn(list, "AC-01", "grace_ends_after_window"),
                expected(R"({"subject": "control", "rule": 14, "decided": false, "from": "2026-09-30",
                             "to": "2026-10-15", "mend": "perform_before_window_ends"})"));
        const QJsonObject vendor = remarkIn(list, "Cloudbarn", "vendor_days_uncovered");
        compare(vendor, expected(R"({"subject": "vendor", "rule": 20, "count": 105, "from": "2026-04-01",
                                     "to": "2026-07-14", "mend": "obtain_vendor_report"})"));
        QCOMPARE(nameIn(vendor, "about"), QStringLiteral("vendor Cloudbarn"));
    }
    static void checkStates(const QJsonObject &all)
    {
        const QJsonValue controls = all.value(QLatin1String("control_states"));
        compare(remarkIn(controls, "AC-01", nullptr),
                expected(R"({"subject": "control", "state": "gap", "shown": "Gap", "ready_to_date": false,
                             "in_scope": true, "exception": false, "blockers": 2, "warnings": 2,
                             "next_due": "2026-06-30"})"));
        compare(remarkIn(controls, "AC-02", nullptr), expected(R"({"state": "not_started", "shown": "Not started"})"));
        const QJsonValue criteria = all.value(QLatin1String("criterion_states"));
        compare(remarkIn(criteria, "CC6.2", nullptr),
                expected(R"({"subject": "criterion", "in_scope": true, "ready": false, "shown": "Not ready"})"));
        compare(remarkIn(criteria, "PI1.1", nullptr),
                expected(R"({"in_scope": false, "ready": false, "shown": "Not in scope", "blockers": 0})"));
    }

    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write("pass", "correct horse battery staple\n");
        write("wrong", "incorrect horse\n");
        const Run done = made("main.trustbench",
                              { QStringLiteral("--write-recovery-key"), path("key"), QStringLiteral("--controls"),
                                QStringLiteral("lean"), QStringLiteral("--actor"), QStringLiteral("Ana Costa") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 0);
        QVERIFY(done.out.contains(QStringLiteral("61 criteria")));
    }

    void saysWhatItCanDo()
    {
        const Run done = run({ QStringLiteral("--help") });
        QCOMPARE(done.code, 0);
        for (const char *name :
             { "new",    "demo",   "list",     "attach",     "extract", "set",     "show",        "add",
               "remove", "link",   "search",   "index",      "log",     "undo",    "readiness",   "lint",
               "sample", "export", "verify",   "passphrase", "copy",    "fixture", "upgrade",     "move",
               "adopt",  "revise", "signoff",  "version",    "review",  "approve", "acknowledge", "relate",
               "erase",  "answer", "complete", "results" }) {
            QVERIFY2(done.out.contains(QLatin1String(name)), name);
            const Run help = run({ QLatin1String(name), QStringLiteral("--help") });
            QCOMPARE(help.code, 0);
            QVERIFY2(help.out.contains(QLatin1String("trustbench-cli")), name);
            QVERIFY2(help.out.contains(QStringLiteral("--passphrase-file")), name);
        }
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const char *line) {
            QTest::newRow(name) << QString(QLatin1String(line)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("nothing", "");
        row("no such command", "sing p.trustbench");
        row("no project", "list --passphrase-file pass");
        row("too much", "log a.trustbench b --passphrase-file pass");
        row("no such option", "log main.trustbench --loud --passphrase-file pass");
        row("a passphrase as an argument", "log main.trustbench --passphrase hello");
        row("no secret", "log main.trustbench");
        row("two secrets", "log main.trustbench --passphrase-file pass --recovery-key-file key");
        row("both from stdin", "passphrase main.trustbench --passphrase-file - --new-passphrase-file -");
        row("no new passphrase", "passphrase main.trustbench --passphrase-file pass");
        row("no such subject", "list main.trustbench songs --passphrase-file pass");
        row("no such other subject", "link main.trustbench control AC-01 songs x --passphrase-file pass");
        row("what cannot be linked", "link main.trustbench risk x vendors y --passphrase-file pass");
        row("a day of lint that is none", "lint main.trustbench --at yesterday --passphrase-file pass");
        row("nothing to export", "export main.trustbench --passphrase-file pass");
        row("a paper that is none", "export main.trustbench --report r.pdf --paper a3 --passphrase-file pass");
        row("a date that is none", "readiness main.trustbench --at 2026-02-31 --passphrase-file pass");
        row("a number that is none", "fixture f.trustbench --controls many --passphrase-file pass");
        row("a target that is there", "copy main.trustbench pass --passphrase-file pass");
        row("a new project that is there", "new main.trustbench --passphrase-file pass");
        row("a new project without a name", "new n.trustbench --passphrase-file pass");
        row("extract without a folder", "extract main.trustbench E-0001 --passphrase-file pass");
    }
    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        const Run done = run(arguments);
        QCOMPARE(done.code, 2);
        QVERIFY(!done.err.isEmpty());
        QVERIFY(done.out.isEmpty());
        QVERIFY(!QFile::exists(path("n.trustbench")));
    }

    void whatCannotBeOpenedHasACodeOfItsOwn()
    {
        const QString main = path("main.trustbench");
        Run done = run({ QStringLiteral("log"), main, QStringLiteral("--passphrase-file"), path("wrong") });
        QCOMPARE(done.code, 3);
        QCOMPARE(done.err.count(QLatin1Char('\n')), 1);
        QVERIFY(done.out.isEmpty());

        QFile file(main);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        write("short.trustbench", whole.left(whole.size() / 2 + 100));
        QCOMPARE(on("short.trustbench", { QStringLiteral("log") }).code, 3);
        write("letter.trustbench", "Dear Ana, this is a letter and not a project.");
        QCOMPARE(on("letter.trustbench", { QStringLiteral("log") }).code, 4);
        QCOMPARE(on("absent.trustbench", { QStringLiteral("log") }).code, 6);
        QVERIFY(makeLater("later.trustbench"));
        QCOMPARE(on("later.trustbench", { QStringLiteral("log") }).code, 4);
        done = run({ QStringLiteral("log"), main, QStringLiteral("--passphrase-file"), path("absent") });
        QCOMPARE(done.code, 6);
    }

    void theRecoveryKeyAndStandardInputOpenToo()
    {
        const QString main = path("main.trustbench");
        QCOMPARE(QFile::permissions(path("key")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(run({ QStringLiteral("log"), main, QStringLiteral("--recovery-key-file"), path("key") }).code, 0);
        const QStringList fromInput { QStringLiteral("log"), main, QStringLiteral("--passphrase-file"),
                                      QStringLiteral("-") };
        QCOMPARE(run(fromInput, "correct horse battery staple\n").code, 0);
        QCOMPARE(run(fromInput, "correct horse").code, 3);
        write("mistyped", "not a recovery key");
        QCOMPARE(run({ QStringLiteral("log"), main, QStringLiteral("--recovery-key-file"), path("mistyped") }).code, 3);
    }

    void aRecordIsSetListedLoggedAndUndone()
    {
        const QJsonArray controls
            = jsonArray(on({ QStringLiteral("list"), QStringLiteral("controls"), QStringLiteral("--json") }));
        QVERIFY(controls.size() > 30);
        QVERIFY(controls.first().toObject().value(QStringLiteral("criteria")).isArray());
        const QString code = controls.first().toObject().value(QStringLiteral("code")).toString();

        Run done
            = on({ QStringLiteral("set"), QStringLiteral("control"), code, QStringLiteral("title=A = better title"),
                   QStringLiteral("target_on=2026-05-01"), QStringLiteral("--actor"), QStringLiteral("Luis Vega") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 0);
        QVERIFY(done.out.contains(code));

        const QJsonArray log = jsonArray(on({ QStringLiteral("log"), QStringLiteral("--json") }));
        QCOMPARE(log.size(), 2);
        const QJsonObject entry = log.last().toObject();
        QCOMPARE(entry.value(QStringLiteral("actor")).toString(), QStringLiteral("Luis Vega"));
        QCOMPARE(entry.value(QStringLiteral("changes")).toArray().size(), 2);
        QCOMPARE(entry.value(QStringLiteral("previous_hash")), log.first().toObject().value(QStringLiteral("hash")));

        QCOMPARE(on({ QStringLiteral("undo") }).code, 0);
        QCOMPARE(on({ QStringLiteral("undo") }).code, 1); // the making of the project is no change to take back
        done = on({ QStringLiteral("list"), QStringLiteral("controls") });
        QVERIFY(!done.out.contains(QStringLiteral("better title")));
    }

    void aControlNeedNotHaveAFrequencyYet()
    {
        const auto record = [this] {
            return jsonObject(on({ QStringLiteral("show"), QStringLiteral("control"), QStringLiteral("AC-01"),
                                   QStringLiteral("--json") }));
        };
        const QJsonValue before = record().value(QStringLiteral("frequency"));
        QVERIFY(before.isString());
        QCOMPARE(on({ QStringLiteral("set"), QStringLiteral("control"), QStringLiteral("AC-01"),
                      QStringLiteral("frequency=") })
                     .code,
                 0);
        QVERIFY(record().value(QStringLiteral("frequency")).isNull());
        const auto says
            = [this](const QStringList &command, const QString &text) { return on(command).out.contains(text); };
        QVERIFY(says({ QStringLiteral("readiness"), QStringLiteral("--json") }, QStringLiteral("no_frequency")));
        QVERIFY(
            says({ QStringLiteral("lint"), QStringLiteral("--json") }, QStringLiteral("control_without_frequency")));
        QCOMPARE(on({ QStringLiteral("undo") }).code, 0);
        QCOMPARE(record().value(QStringLiteral("frequency")), before);
    }

    void whatTheLibraryExpectsIsShown()
    {
        const QJsonArray procedures
            = jsonArray(on({ QStringLiteral("list"), QStringLiteral("test_procedures"), QStringLiteral("--json") }));
        QVERIFY(!procedures.isEmpty());
        for (const QJsonValue &procedure : procedures)
            QVERIFY(procedure.toObject().value(QStringLiteral("expected_evidence")).toString().contains(QChar(0x2014)));
        const Run shown = on({ QStringLiteral("show"), QStringLiteral("test_procedure"), QStringLiteral("TP-AC-01") });
        QVERIFY(shown.out.contains(QStringLiteral("Expected evidence")));
        QVERIFY(shown.out.contains(procedures.first()
                                       .toObject()
                                       .value(QStringLiteral("expected_evidence"))
                                       .toString()
                                       .section(QChar(0x2014), 0, 0)));
    }

    void whatIsNotThereOrDoesNotFitIsTwoAndChangesNothing()
    {
        const QString seq = on({ QStringLiteral("log") }).out;
        const auto set = [this](const QStringList &what) { return on(QStringList { QStringLiteral("set") } + what); };
        QCOMPARE(set({ QStringLiteral("song"), QStringLiteral("1"), QStringLiteral("a=b") }).code, 2);
        QCOMPARE(set({ QStringLiteral("control"), QStringLiteral("XX-99"), QStringLiteral("title=b") }).code, 2);
        QCOMPARE(set({ QStringLiteral("control"), QStringLiteral("AC-01"), QStringLiteral("title") }).code, 2);
        QCOMPARE(set({ QStringLiteral("control"), QStringLiteral("AC-01"), QStringLiteral("tune=b") }).code, 2);
        QCOMPARE(set({ QStringLiteral("control"), QStringLiteral("AC-01"), QStringLiteral("frequency=often") }).code,
                 2);
        QCOMPARE(set({ QStringLiteral("control"), QStringLiteral("AC-01"), QStringLiteral("owner_id=Nobody") }).code,
                 2);
        QCOMPARE(set({ QStringLiteral("control"), QStringLiteral("AC-01"), QStringLiteral("title=") }).code, 2);
        QCOMPARE(on({ QStringLiteral("log") }).out, seq);
    }

    void evidenceComesInAndGoesOut()
    {
        const QString file = write("access review 2026-Q2.csv", "account,decision\nana,keep\n");
        Run done = on({ QStringLiteral("attach"), file, QStringLiteral("--control"), QStringLiteral("AC-01"),
                        QStringLiteral("--performed"), QStringLiteral("2026-06-12,2026-06-30"),
                        QStringLiteral("--from"), QStringLiteral("2026-04-01"), QStringLiteral("--to"),
                        QStringLiteral("2026-06-30"), QStringLiteral("--collected"), QStringLiteral("2026-07-02") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 0);
        const QJsonObject item
            = jsonArray(on({ QStringLiteral("list"), QStringLiteral("evidence"), QStringLiteral("--json") }))
                  .first()
                  .toObject();
        QCOMPARE(item.value(QStringLiteral("collected_on")).toString(), QStringLiteral("2026-07-02"));
        QCOMPARE(item.value(QStringLiteral("controls")).toArray().size(), 1);
        const QString code = item.value(QStringLiteral("code")).toString();

        QDir(m_folder.path()).mkdir(QStringLiteral("out"));
        done = on({ QStringLiteral("extract"), code, path("out") });
        QCOMPARE(done.code, 0);
        QFile back(done.out.trimmed());
        QVERIFY(back.open(QIODevice::ReadOnly));
        QCOMPARE(back.readAll(), QByteArray("account,decision\nana,keep\n"));
        QCOMPARE(on({ QStringLiteral("extract"), QStringLiteral("--all"), path("everything") }).code, 0);
        QCOMPARE(QDir(path("everything")).entryList(QDir::Files).size(), 1);

        QCOMPARE(on({ QStringLiteral("extract"), QStringLiteral("E-9999"), path("out") }).code, 2);
        QCOMPARE(on({ QStringLiteral("attach"), file, QStringLiteral("--control"), QStringLiteral("XX-99") }).code, 2);
        QCOMPARE(on({ QStringLiteral("attach"), file, QStringLiteral("--from"), QStringLiteral("soon") }).code, 2);
        QCOMPARE(on({ QStringLiteral("attach"), path("absent.pdf") }).code, 6);
    }

    void readinessAndVerifyReadWhatIsThere()
    {
        const QJsonObject readiness = jsonObject(on({ QStringLiteral("readiness"), QStringLiteral("--json"),
                                                      QStringLiteral("--at"), QStringLiteral("2026-07-15") }));
        QCOMPARE(readiness.value(QStringLiteral("criteria")).toObject().value(QStringLiteral("in_scope")).toInt(), 36);
        QVERIFY(!readiness.value(QStringLiteral("blockers")).toArray().isEmpty());
        QCOMPARE(on({ QStringLiteral("readiness") }).code, 0);
        const Run whole = on({ QStringLiteral("verify"), QStringLiteral("--deep") });
        QCOMPARE(whole.err, QString());
        QCOMPARE(whole.code, 0);
        QCOMPARE(whole.out.count(QStringLiteral("whole")), 5);
    }

    void verifyFindsADamagedPage()
    {
        QFile file(path("main.trustbench"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        for (qsizetype at = bytes.size() - 200; at < bytes.size(); ++at)
            bytes[at] = static_cast<char>(bytes.at(at) ^ 0x55); // the last page holds a blob or nothing
        write("damaged.trustbench", bytes);
        const Run done = on("damaged.trustbench", { QStringLiteral("verify") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 1);
        QVERIFY(done.out.contains(QStringLiteral("is damaged")));
    }

    void readinessNamesEveryBlockerAndWarning()
    {
        // Of its own: what other tests attach to the shared project would tell.
        QCOMPARE(on("states.trustbench",
                    { QStringLiteral("new"), QStringLiteral("--organisation"), QStringLiteral("Fernbrook"),
                      QStringLiteral("--service"), QStringLiteral("Insight"), QStringLiteral("--from"),
                      QStringLiteral("2026-04-01"), QStringLiteral("--to"), QStringLiteral("2026-09-30"),
                      QStringLiteral("--categories"), QStringLiteral("availability"), QStringLiteral("--controls"),
                      QStringLiteral("lean") })
                     .code,
                 0);
        for (const char *line :
             { "add person name=Ana", "add finding code=F-01 title=Leavers severity=high",
               "link finding F-01 control AC-01",
               "set control AC-01 owner_id=Ana frequency=quarterly work_status=implemented implemented_on=2026-05-01",
               "add control_decision control_id=AC-01 rule=8 text=Agreed decided_by_id=Ana decided_on=2026-05-02",
               "add vendor name=Cloudbarn subservice=carve_out",
               "add vendor_report vendor_id=Cloudbarn title=SOC2 kind=soc2_type2 covers_from=2024-01-01 "
               "covers_to=2024-12-31" }) {
            const Run done = on("states.trustbench", QString(QLatin1String(line)).split(QLatin1Char(' ')));
            QVERIFY2(done.code == 0, qPrintable(done.err));
        }
        const auto readiness = [&](const QStringList &more) {
            return on("states.trustbench",
                      QStringList { QStringLiteral("readiness"), QStringLiteral("--at"), QStringLiteral("2026-07-15") }
                          + more);
        };
        const QJsonObject all = jsonObject(readiness({ QStringLiteral("--json") }));
        checkBlockers(all);
        checkWarnings(all);
        checkStates(all);

        const QString text = readiness({}).out;
        for (const char *line :
             { "AC-01: Gap", "  Blocker, rule 4: finding F-01 is high or critical and not closed. Close the finding.",
               "  Warning, rule 8: implemented on 1 May 2026, after the window opened on 1 April 2026, and a decision "
               "is "
               "noted.",
               "  Warning, rule 14: what is due on 30 September 2026 must be performed before the window ends. Perform "
               "it "
               "before the window ends.",
               "A1.1: Not ready", "Vendor Cloudbarn" })
            QVERIFY2(text.contains(QLatin1String(line) + QLatin1Char('\n')), line);
    }

    void exportsAWorkbookAndAReport()
    {
        const QString out = path("matrix.xlsx");
        const Run done = on({ QStringLiteral("export"), QStringLiteral("--workbook"), out, QStringLiteral("--date"),
                              QStringLiteral("2026-07-15") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 0);
        QVERIFY(QFileInfo(out).size() > 5000);
        const QStringList report { QStringLiteral("export"), QStringLiteral("--report"), path("readiness.pdf"),
                                   QStringLiteral("--date"), QStringLiteral("2026-07-15") };
        QCOMPARE(on(report).code, 0);
        QFile pdf(path("readiness.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
        QCOMPARE(on({ QStringLiteral("export"), QStringLiteral("--workbook"), path("no/such/folder/a.xlsx") }).code, 6);
    }

    void recordsAndTextsOfEvidenceAreSearched()
    {
        const auto search = [this](const QStringList &what) {
            return on("search.trustbench", QStringList { QStringLiteral("search") } + what);
        };
        QVERIFY(QFile::copy(path("main.trustbench"), path("search.trustbench")));
        const QString note = write("minutes.md", "# Minutes\n\nThe pelican review of AC-01 was postponed.\n");
        QCOMPARE(on("search.trustbench", { QStringLiteral("attach"), note }).code, 0);

        Run done = search({ QStringLiteral("pelican") });
        QCOMPARE(done.code, 0);
        QCOMPARE(done.out, QString());
        QVERIFY(done.err.contains(QStringLiteral("trustbench-cli index")));
        done = on("search.trustbench", { QStringLiteral("index") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 0);
        QVERIFY(done.out.contains(QStringLiteral("without text")));

        done = search({ QStringLiteral("pelican"), QStringLiteral("review") });
        QCOMPARE(done.err, QString());
        QVERIFY(done.out.startsWith(QStringLiteral("evidence\tE-")));
        QVERIFY(done.out.contains(QStringLiteral("\ttext\t")));
        QVERIFY(done.out.contains(QStringLiteral("The [pelican] [review] of AC-01")));
        QCOMPARE(search({ QStringLiteral("peli") }).out, QString()); // whole words
        QCOMPARE(search({ QStringLiteral("\"review pelican\"") }).out, QString());
        QVERIFY(!search({ QStringLiteral("\"pelican review\"") }).out.isEmpty());

        const QJsonObject object = jsonObject(search({ QStringLiteral("AC-01"), QStringLiteral("--json") }));
        QCOMPARE(object.value(QStringLiteral("complete")).toBool(), true);
        const QJsonArray hits = object.value(QStringLiteral("hits")).toArray();
        QVERIFY(hits.size() >= 2); // the control, and the note by its text
        QCOMPARE(hits.first().toObject().value(QStringLiteral("subject")).toString(), QStringLiteral("control"));
        QCOMPARE(hits.first().toObject().value(QStringLiteral("name")).toString(), QStringLiteral("AC-01"));
        QCOMPARE(hits.first().toObject().value(QStringLiteral("field")).toString(), QStringLiteral("code"));
        QCOMPARE(hits.first().toObject().value(QStringLiteral("marks")).toArray().size(), 1);
        QCOMPARE(hits.last().toObject().value(QStringLiteral("field")).toString(), QStringLiteral("text"));

        const QJsonObject few = jsonObject(search(
            { QStringLiteral("access"), QStringLiteral("--json"), QStringLiteral("--limit"), QStringLiteral("2") }));
        QCOMPARE(few.value(QStringLiteral("hits")).toArray().size(), 2);
        QCOMPARE(few.value(QStringLiteral("complete")).toBool(), false);
        for (const char *limit : { "0", "-1", "many", "10001" })
            QCOMPARE(search({ QStringLiteral("access"), QStringLiteral("--limit"), QLatin1String(limit) }).code, 2);
        QCOMPARE(search({}).code, 2);
        QCOMPARE(search({ QStringLiteral("\" OR (") }).code, 0);
        QCOMPARE(on("search.trustbench", { QStringLiteral("verify"), QStringLiteral("--deep") }).code, 0);
    }

    void recordsOfAnySubjectAreAddedShownLinkedAndRemoved()
    {
        QVERIFY(QFile::copy(path("main.trustbench"), path("any.trustbench")));
        const auto work = [&](const char *line) {
            return on("any.trustbench", QString(QLatin1String(line)).split(QLatin1Char(' ')));
        };
        const Run added = work("add vendor name=Cloudbarn tier=critical contract_to=2026-12-31");
        QCOMPARE(added.code, 0);
        const QString id = added.out.trimmed();
        QVERIFY(id.toLongLong() > 0);
        QCOMPARE(work("add vendor name=Cloudbarn").code, 2); // the name is taken
        QCOMPARE(work("add vendor tier=critical").code, 2); // no name
        QCOMPARE(work("add vendor_report vendor_id=Cloudbarn title=SOC2 covers_to=2026-03-31").code, 0);

        const QJsonObject shown = jsonObject(work("show vendor Cloudbarn --json"));
        QCOMPARE(shown.value(QLatin1String("id")).toString(), id);
        QCOMPARE(shown.value(QLatin1String("tier")).toString(), QStringLiteral("critical"));
        const Run text = work("show vendors Cloudbarn");
        QVERIFY(text.out.contains(QStringLiteral("Criticality: Critical\n")));
        QCOMPARE(work("show vendor Nobody").code, 2);
        for (const QString &subject :
             { QStringLiteral("vendors"), QStringLiteral("requests"), QStringLiteral("draws") })
            QCOMPARE(on("any.trustbench", { QStringLiteral("list"), subject, QStringLiteral("--json") }).code, 0);

        QCOMPARE(work("link control AC-01 criteria CC6.2 CC6.3").code, 0);
        QVERIFY(work("show control AC-01").out.contains(QStringLiteral("CC6.2")));
        QCOMPARE(work("link criterion CC6.2 control AC-01 --remove").code, 0); // from the other side
        QVERIFY(!work("show control AC-01").out.contains(QStringLiteral("CC6.2")));
        QCOMPARE(work("remove vendor Cloudbarn").code, 0); // its report goes with it
        QCOMPARE(jsonArray(work("list vendor_reports --json")).size(), 0);
        QCOMPARE(work("undo").code, 0);
        QCOMPARE(jsonArray(work("list vendor_reports --json")).size(), 1);
        QCOMPARE(work("verify --deep").code, 0);
    }

    void samplesAreDrawnOnceTheyMayBe()
    {
        QVERIFY(QFile::copy(path("main.trustbench"), path("sample.trustbench")));
        const auto work = [&](const char *line) {
            return on("sample.trustbench", QString(QLatin1String(line)).split(QLatin1Char(' ')));
        };
        QCOMPARE(on("sample.trustbench", { QStringLiteral("attach"), write("tickets.csv", "id\n1\n2\n") }).code, 0);
        QCOMPARE(
            work("add population control_id=AC-07 title=Tickets covers_from=2026-04-01 covers_to=2026-06-30 count=212 "
                 "evidence_id=E-0001")
                .code,
            0);
        QCOMPARE(work("sample Tickets --seed abc --size 8").code, 2); // not frozen yet
        const Run drawn = work("sample Tickets --freeze --seed abc --size 8 --on 2026-07-02");
        QCOMPARE(drawn.err, QString());
        QCOMPARE(drawn.code, 0);
        QCOMPARE(jsonArray(work("list sampled_items --json")).size(), 8);
        QCOMPARE(work("sample Tickets --seed other --size 8").code, 2); // a redraw needs a reason
        QCOMPARE(work("sample Tickets --seed abc --size 8 --method dice").code, 2);
        const Run again = work("sample Tickets --seed abc --size 8 --reason Checked");
        QCOMPARE(again.out, drawn.out); // the same seed draws the same
        QCOMPARE(jsonArray(work("list draws --json")).size(), 2);
    }

    void lintNamesWhatAnAuditorWouldBounce()
    {
        const QJsonArray found = jsonArray(on({ QStringLiteral("lint"), QStringLiteral("--json") }));
        const auto owner = std::count_if(found.begin(), found.end(), [](const QJsonValue &value) {
            return value.toObject().value(QLatin1String("code")).toString() == QLatin1String("control_without_owner");
        });
        QCOMPARE(
            owner,
            jsonArray(on({ QStringLiteral("list"), QStringLiteral("controls"), QStringLiteral("--json") })).size());
        QVERIFY(on({ QStringLiteral("lint") }).out.contains(QStringLiteral("Nobody owns this control.")));
    }

    void anEarlierStateIsEvaluated()
    {
        QVERIFY(QFile::copy(path("main.trustbench"), path("past.trustbench")));
        const auto readiness = [&](const QStringList &more) {
            return jsonObject(
                on("past.trustbench", QStringList { QStringLiteral("readiness"), QStringLiteral("--json") } + more));
        };
        const qint64 before
            = readiness({}).value(QLatin1String("head")).toObject().value(QLatin1String("seq")).toInteger();
        QCOMPARE(on("past.trustbench",
                    { QStringLiteral("set"), QStringLiteral("engagement"), QStringLiteral("Fernbrook"),
                      QStringLiteral("categories=security,availability,privacy") })
                     .code,
                 0);
        const auto inScope = [](const QJsonObject &object) {
            return object.value(QLatin1String("criteria")).toObject().value(QLatin1String("in_scope")).toInt();
        };
        const QString day = QStringLiteral("2026-06-01");
        const QJsonObject now = readiness({ QStringLiteral("--at"), day });
        const QJsonObject past
            = readiness({ QStringLiteral("--at"), day, QStringLiteral("--seq"), QString::number(before) });
        QVERIFY(inScope(now) > inScope(past));
        QCOMPARE(past.value(QLatin1String("head")).toObject().value(QLatin1String("seq")).toInteger(), before);
        QCOMPARE(on("past.trustbench", { QStringLiteral("readiness"), QStringLiteral("--seq"), QStringLiteral("9999") })
                     .code,
                 2);
    }

    void aCopyAndANewPassphraseOpenWithWhatTheyWereGiven()
    {
        write("second", "another passphrase entirely\n");
        const QStringList second { QStringLiteral("--new-passphrase-file"), path("second") };
        QCOMPARE(on(QStringList { QStringLiteral("copy"), path("copy.trustbench") } + second).code, 0);
        QCOMPARE(on("copy.trustbench", { QStringLiteral("log") }).code, 3);
        QCOMPARE(withPassphrase("copy.trustbench", { QStringLiteral("log") }).code, 3);

        QCOMPARE(on(QStringList { QStringLiteral("copy"), path("plain.trustbench") }).code, 0);
        QCOMPARE(on("plain.trustbench", QStringList { QStringLiteral("passphrase") } + second).code, 0);
        QCOMPARE(on("plain.trustbench", { QStringLiteral("log") }).code, 3);
        QCOMPARE(run({ QStringLiteral("log"), path("plain.trustbench"), QStringLiteral("--passphrase-file"),
                       path("second") })
                     .code,
                 0);
        QCOMPARE(
            run({ QStringLiteral("log"), path("plain.trustbench"), QStringLiteral("--recovery-key-file"), path("key") })
                .code,
            3);
    }

    void theKeyFileStaysWhenThePassphraseChanges()
    {
        write("factor", "a second factor\n");
        write("third", "yet another passphrase\n");
        const QStringList factor { QStringLiteral("--key-file"), path("factor") };
        QCOMPARE(made("factor.trustbench", factor).code, 0);
        QCOMPARE(withPassphrase("factor.trustbench",
                                QStringList { QStringLiteral("passphrase"), QStringLiteral("--new-passphrase-file"),
                                              path("third") }
                                    + factor)
                     .code,
                 0);
        const QStringList third { QStringLiteral("log"), path("factor.trustbench"), QStringLiteral("--passphrase-file"),
                                  path("third") };
        QCOMPARE(run(third + factor).code, 0);
        QCOMPARE(run(third).code, 3); // not by the passphrase alone
    }

    void aPassphraseThatIsChangedIsSaidToBe()
    {
        write("second", "another passphrase entirely\n");
        QCOMPARE(on({ QStringLiteral("copy"), path("said.trustbench") }).code, 0);
        const Run done = on("said.trustbench",
                            { QStringLiteral("passphrase"), QStringLiteral("--new-passphrase-file"), path("second"),
                              QStringLiteral("--write-recovery-key"), path("nowhere/key") });
        QCOMPARE(done.code, 6); // the recovery key could not be written
        QVERIFY(done.out.contains(QStringLiteral("The passphrase is changed")));
    }

    void nothingIsWrittenInThePlaceOfAProject()
    {
        QCOMPARE(on({ QStringLiteral("copy"), path("kept.trustbench") }).code, 0);
        write("next", "another passphrase entirely\n");
        const QString project = path("kept.trustbench");
        const QList<QStringList> calls {
            { QStringLiteral("export"), QStringLiteral("--workbook"), project },
            { QStringLiteral("export"), QStringLiteral("--report"), project },
        };
        for (const QStringList &call : calls) {
            const Run done = on("kept.trustbench", call);
            QCOMPARE(done.code, 2);
            QVERIFY2(done.err.contains(QStringLiteral("was not replaced")), qPrintable(done.err));
        }
        const Run changed = on("kept.trustbench",
                               { QStringLiteral("passphrase"), QStringLiteral("--new-passphrase-file"), path("next"),
                                 QStringLiteral("--write-recovery-key"), project });
        QCOMPARE(changed.code, 2);
        QCOMPARE(run({ QStringLiteral("log"), project, QStringLiteral("--passphrase-file"), path("next") }).code, 0);
    }

    void anOlderProjectIsOnlyBroughtUpToDateWhenAskedTo()
    {
        const QString old = path("old.trustbench");
        QVERIFY(QFile::copy(QStringLiteral(TB_FIXTURES "/version1.trustbench"), old));
        QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner);
        const QStringList key { QStringLiteral("--recovery-key-file"), QStringLiteral(TB_FIXTURES "/version1.key") };
        const auto bytes = [&] {
            QFile file(old);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        for (const char *command : { "verify", "log", "readiness" }) {
            const Run done = run(QStringList { QLatin1String(command), old } + key);
            QCOMPARE(done.code, 6);
            QVERIFY(done.err.contains(QStringLiteral("earlier version")));
        }
        QVERIFY(bytes() == before);
        QVERIFY(!QFile::exists(old + QStringLiteral(".v1")));
        QCOMPARE(run(QStringList { QStringLiteral("upgrade"), old } + key).code, 0);
        QVERIFY(QFile::exists(old + QStringLiteral(".v1")));
        QCOMPARE(run(QStringList { QStringLiteral("verify"), old } + key).code, 0);
    }

    void oneWriterAtATime()
    {
        QVERIFY(QFile::copy(path("main.trustbench"), path("held.trustbench")));
        auto held
            = ProjectFile::open(path("held.trustbench"), sharedKey(), ProjectFile::Access::ReadWrite, projectFormat());
        QVERIFY(held);
        const Run refused = on("held.trustbench", { QStringLiteral("undo") });
        QCOMPARE(refused.code, 5);
        QCOMPARE(refused.err.count(QLatin1Char('\n')), 1);
        QCOMPARE(on("held.trustbench", { QStringLiteral("log") }).code, 0); // reading goes on
        {
            const auto let = std::move(held).value();
        }
        QCOMPARE(on("held.trustbench",
                    { QStringLiteral("set"), QStringLiteral("control"), QStringLiteral("AC-01"),
                      QStringLiteral("title=Free again") })
                     .code,
                 0);
    }

#ifdef Q_OS_LINUX
    void stoppingLeavesNothing()
    {
        QVERIFY(QFile::copy(path("main.trustbench"), path("stopped.trustbench")));
        const QString file = write("stopped.txt", "never attached");
        QProcess process;
        process.start(QStringLiteral(TB_CLI),
                      { QStringLiteral("attach"), path("stopped.trustbench"), file,
                        QStringLiteral("--recovery-key-file"), QStringLiteral("-") });
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(catchesTermination(process.processId())); // it waits for its key then
        process.terminate();
        QFile key(path("key"));
        QVERIFY(key.open(QIODevice::ReadOnly));
        process.write(key.readAll());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QVERIFY(!QFile::exists(path("stopped.trustbench.lock")));
        QCOMPARE(on("stopped.trustbench", { QStringLiteral("log") }).out, on({ QStringLiteral("log") }).out);
    }

    void aFullDiskIsSixAndLeavesNothingHalfWritten()
    {
        QVERIFY(QFile::copy(path("main.trustbench"), path("full.trustbench")));
        const QString large = write("large.bin", QByteArray(8 << 20, 'x'));
        const QString before = on("full.trustbench", { QStringLiteral("log") }).out;
        const qint64 room = QFileInfo(path("full.trustbench")).size() + (2 << 20);
        const Run attached = onSmallDisk(room, { QStringLiteral("attach"), path("full.trustbench"), large });
        QCOMPARE(attached.code, 6);
        QCOMPARE(attached.err.count(QLatin1Char('\n')), 1);
        QCOMPARE(attached.out, QString());
        QCOMPARE(on("full.trustbench", { QStringLiteral("log") }).out, before);
        QCOMPARE(on("full.trustbench", { QStringLiteral("verify"), QStringLiteral("--deep") }).code, 0);

        QCOMPARE(on("full.trustbench", { QStringLiteral("attach"), large }).code, 0);
        const Run extracted = onSmallDisk(
            2 << 20, { QStringLiteral("extract"), path("full.trustbench"), QStringLiteral("--all"), path("little") });
        QCOMPARE(extracted.code, 6);
        QCOMPARE(extracted.err.count(QLatin1Char('\n')), 1);
        const QStringList left = QDir(path("little")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(!left.contains(QStringLiteral("large.bin")), qPrintable(left.join(QLatin1Char(' '))));
        QVERIFY2(left.filter(QStringLiteral("large")).isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
    }
#endif

    void theDemoIsWholeAndInTheStatesOfTheMockUps()
    {
        Run done = on("demo.trustbench", { QStringLiteral("demo") });
        QCOMPARE(done.err, QString());
        QCOMPARE(done.code, 0);
        done = on("demo.trustbench", { QStringLiteral("verify"), QStringLiteral("--deep") });
        QCOMPARE(done.code, 0);
        const QJsonObject readiness = jsonObject(on("demo.trustbench",
                                                    { QStringLiteral("readiness"), QStringLiteral("--json"),
                                                      QStringLiteral("--at"), QStringLiteral("2026-03-12") }));
        const QJsonObject states
            = readiness.value(QStringLiteral("controls")).toObject().value(QStringLiteral("by_state")).toObject();
        QCOMPARE(states.value(QStringLiteral("ready")).toInt(), 70);
        QCOMPARE(states.value(QStringLiteral("gap")).toInt(), 6);
        QCOMPARE(on("demo.trustbench", { QStringLiteral("extract"), QStringLiteral("--all"), path("demo") }).code, 0);
        const QStringList files = QDir(path("demo")).entryList(QDir::Files);
        QCOMPARE(files.size(), 179);
        for (const QString &name : files.filter(QStringLiteral(".png"))) {
            QFile picture(path("demo/") + name);
            QVERIFY(picture.open(QIODevice::ReadOnly));
            QVERIFY2(picture.read(8) == QByteArray("\x89PNG\r\n\x1a\n"), qPrintable(name));
        }
    }

    void twoFixturesOfOneSizeAreEqual()
    {
        const QStringList size { QStringLiteral("fixture"),    QStringLiteral("--controls"), QStringLiteral("40"),
                                 QStringLiteral("--evidence"), QStringLiteral("60"),         QStringLiteral("--bytes"),
                                 QStringLiteral("2000") };
        QCOMPARE(on("one.trustbench", size).code, 0);
        QCOMPARE(on("two.trustbench", size).code, 0);
        const Run one = on("one.trustbench", { QStringLiteral("log"), QStringLiteral("--json") });
        const Run two = on("two.trustbench", { QStringLiteral("log"), QStringLiteral("--json") });
        QCOMPARE(one.out, two.out);
        QCOMPARE(jsonArray(on("one.trustbench",
                              { QStringLiteral("list"), QStringLiteral("evidence"), QStringLiteral("--json") }))
                     .size(),
                 60);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
