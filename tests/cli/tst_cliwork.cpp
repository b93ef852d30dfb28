#include "tests/cli/program.h"

#include <QtTest>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <pty.h>
#include <unistd.h>
#endif

using namespace tb;

/// The commands of the built program that are more than setting fields, on copies of one small project.
class TestCliWork : public QObject
{
    Q_OBJECT

private:
    /// Works on a copy of the project from now on.
    void use(const char *name)
    {
        m_name = QLatin1String(name) + QStringLiteral(".trustbench");
        QVERIFY(QFile::copy(m_program.path(QStringLiteral("main.trustbench")), m_program.path(m_name)));
    }
    Run work(const char *line) const { return m_program.on(m_name, QString::fromUtf8(line)); }
    /// Whether each line ends well; names the first that does not.
    void workAll(std::initializer_list<const char *> lines) const
    {
        for (const char *line : lines) {
            const Run done = work(line);
            QVERIFY2(done.code == 0, qPrintable(QString::fromUtf8(line) + QLatin1String(": ") + done.err));
        }
    }
    /// The field of each record of a subject, in the order of the list.
    QStringList values(const char *subject, const char *field) const
    {
        const Run listed = m_program.on(m_name, QStringLiteral("list %1 --json").arg(QLatin1String(subject)));
        QStringList found;
        for (const QJsonValue &value : listed.array())
            found.append(value.toObject().value(QLatin1String(field)).toVariant().toString());
        return found;
    }
    qint64 entries() const
    {
        return work("readiness --json")
            .object()
            .value(QLatin1String("head"))
            .toObject()
            .value(QLatin1String("seq"))
            .toInteger();
    }
    /// What @p all, of readiness --json, says of a record under @p list.
    static QJsonObject stateIn(const QJsonObject &all, const char *list, const char *record)
    {
        for (const QJsonValue &value : all.value(QLatin1String(list)).toArray()) {
            if (value.toObject().value(QLatin1String("record")).toString() == QLatin1String(record))
                return value.toObject();
        }
        return {};
    }
    QString stateOf(const char *control, const char *day) const
    {
        const Run done = m_program.on(m_name, QStringLiteral("readiness --json --at ") + QLatin1String(day));
        return stateIn(done.object(), "control_states", control).value(QLatin1String("shown")).toString();
    }
    /// "FROM..TO DAYS" of each span in the array @p key.
    static QString spans(const QJsonObject &object, const char *key)
    {
        QStringList spans;
        for (const QJsonValue &value : object.value(QLatin1String(key)).toArray()) {
            const QJsonObject span = value.toObject();
            spans.append(QStringLiteral("%1..%2 %3")
                             .arg(span.value(QLatin1String("from")).toString(),
                                  span.value(QLatin1String("to")).toString(),
                                  span.value(QLatin1String("days")).toVariant().toString()));
        }
        return spans.join(QLatin1String(", "));
    }

#ifdef Q_OS_LINUX
    static QByteArray readAll(int terminal)
    {
        QByteArray bytes;
        char buffer[4096];
        for (ssize_t count = 0; (count = ::read(terminal, buffer, sizeof buffer)) > 0;)
            bytes.append(buffer, count);
        return bytes;
    }
    /// A command whose standard error is a terminal; what it writes there is the run's err.
    Run onTerminal(const QStringList &arguments) const
    {
        int terminal = -1;
        int program = -1;
        if (openpty(&terminal, &program, nullptr, nullptr, nullptr) != 0)
            return {};
        fcntl(terminal, F_SETFL, O_NONBLOCK);
        QProcess process;
        process.setChildProcessModifier([program] { dup2(program, STDERR_FILENO); });
        process.start(QStringLiteral(TB_CLI), arguments);
        QByteArray shown;
        while (process.state() != QProcess::NotRunning) {
            process.waitForFinished(20); // a terminal holds a few kilobytes: whoever writes more waits for its reader
            shown += readAll(terminal);
        }
        shown += readAll(terminal);
        ::close(program);
        ::close(terminal);
        return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(shown) };
    }
#endif

    Program m_program;
    QString m_name;

private slots:
    void initTestCase()
    {
        const Run made = m_program.makeProject();
        QVERIFY2(made.code == 0, qPrintable(made.err));
    }

    void aControlOfTheLibraryBecomesReady()
    {
        use("ready");
        m_program.write(QStringLiteral("q2.csv"), "asset\nlaptop\n");
        m_program.write(QStringLiteral("q3.csv"), "asset\nserver\n");
        QCOMPARE(stateOf("AM-01", "2026-10-20"), QStringLiteral("Not started"));
        workAll({ "add person 'name=Ana Costa'", "add person 'name=Luis Vega'",
                  "approve PL-11 --by 'Ana Costa' --on 2026-03-01",
                  "set control AM-01 'owner_id=Ana Costa' 'performer_id=Luis Vega' work_status=implemented "
                  "implemented_on=2026-01-15",
                  "attach q2.csv --control AM-01 --performed 2026-06-30 --collected 2026-07-01",
                  "attach q3.csv --control AM-01 --performed 2026-09-30 --collected 2026-10-01" });
        QCOMPARE(stateOf("AM-01", "2026-10-20"), QStringLiteral("In review"));
        workAll({ "signoff AM-01 --by 'Ana Costa' --on 2026-10-05" });
        QCOMPARE(stateOf("AM-01", "2026-10-20"), QStringLiteral("Ready"));
        workAll({ "revise AM-01 'title=Inventory reconciled' --since 2026-10-10", "verify --deep" });
        QCOMPARE(stateOf("AM-01", "2026-10-20"), QStringLiteral("In review")); // nobody signed the new wording off
        QCOMPARE(values("control_revisions", "title").size(), 1);
        QCOMPARE(work("revise AM-01 title=Earlier --since 2026-10-10").code, 2);
        QCOMPARE(work("revise AM-01 title=Undated").code, 2);
        QCOMPARE(work("signoff AM-01 --on 2026-10-05").code, 2);
        QCOMPARE(work("signoff AM-01 --by Nobody").code, 2);
    }

    void aPolicyIsWrittenReviewedApprovedAndRead()
    {
        use("policy");
        m_program.write(QStringLiteral("text.md"), "# Ours\n\nBadges are worn.\n");
        workAll({ "add person name=Ana", "add person name=Luis", "review PL-16", "review PL-16 --back",
                  "version PL-16 --text text.md --note Ours --author Luis", "review PL-16",
                  "approve PL-16 --by Ana --on 2026-03-01 --effective 2026-03-15",
                  "acknowledge PL-16 Ana Luis --on 2026-03-20" });
        const QStringList ids = values("policy_versions", "id");
        QCOMPARE(values("acknowledgements", "acknowledged_on"), QStringList(2, QStringLiteral("2026-03-20")));
        const Run next = work("version PL-16 --note 'Visitors too'");
        QCOMPARE(next.code, 0);
        QCOMPARE(values("policy_versions", "id").size(), ids.size() + 1);
        const QJsonObject second
            = m_program.on(m_name, QStringLiteral("show policy_version %1 --json").arg(next.out.trimmed())).object();
        QCOMPARE(second.value(QLatin1String("number")).toInt(), 2);
        QCOMPARE(second.value(QLatin1String("state")).toString(), QStringLiteral("draft"));
        QCOMPARE(second.value(QLatin1String("body")).toString(), QStringLiteral("# Ours\n\nBadges are worn.\n"));
        workAll({ "approve PL-16 --by Ana --on 2026-06-01" });
        QCOMPARE(values("policy_versions", "state").count(QStringLiteral("superseded")), 1);
        QCOMPARE(values("policy_versions", "state").count(QStringLiteral("approved")), 1);
        workAll({ "verify --deep" });
    }

    void whatDoesNotHoldIsRefusedAndChangesNothing()
    {
        use("refused");
        workAll({ "add person name=Ana", "approve PL-01 --by Ana --on 2026-03-01" });
        m_program.write(QStringLiteral("binary.md"), "\xff\xfe\xfd");
        const qint64 before = entries();
        const std::pair<const char *, int> lines[] {
            { "approve PL-01 --by Ana", 2 }, // approved already
            { "approve PL-02", 2 },
            { "approve PL-02 --by Nobody", 2 },
            { "approve PL-99 --by Ana", 2 },
            { "approve PL-02 --by Ana --on 2026-03-01 --effective 2026-02-01", 2 },
            { "approve PL-02 --by Ana --proof E-9999", 2 },
            { "review PL-01", 2 },
            { "version PL-02 --text absent.md", 6 },
            { "version PL-02 --text binary.md", 2 },
            { "acknowledge PL-02 Ana", 2 }, // nothing in force
            { "acknowledge PL-01 Ana --on 2026-01-01", 2 },
            { "adopt AC-12 XX-99", 2 },
            { "move control AC-01", 2 },
            { "move control AC-01 --after AC-01", 2 },
            { "move vendor AC-01 --after AC-02", 2 },
            { "add policy_version policy_id=PL-01 number=2 state=approved", 2 },
            { "add draw population_id=1", 2 },
            { "add sampled_item draw_id=1", 2 },
        };
        for (const auto &[line, code] : lines) {
            const Run done = work(line);
            QVERIFY2(done.code == code && !done.err.isEmpty(), line);
        }
        QCOMPARE(entries(), before);
    }

    void aLabelThatSeveralShareCallsNone()
    {
        use("shared");
        m_program.write(QStringLiteral("one.txt"), "1");
        m_program.write(QStringLiteral("two.txt"), "2");
        workAll({ "add person name=Ana", "add person name=Luis", "approve PL-16 --by Ana --on 2026-03-01",
                  "acknowledge PL-16 Ana Luis --on 2026-03-02", "attach one.txt two.txt",
                  "set evidence E-0001 title=E-0002" });
        const Run refused = work("remove acknowledgements 2026-03-02");
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.err.contains(QStringLiteral("2 acknowledgements")));
        QVERIFY(refused.err.contains(QStringLiteral("id")));
        const QStringList ids = values("acknowledgements", "id");
        QCOMPARE(ids.size(), 2);
        QCOMPARE(m_program.on(m_name, QStringLiteral("remove acknowledgements ") + ids.last()).code, 0);
        QCOMPARE(values("acknowledgements", "id"), ids.mid(0, 1));
        QCOMPARE(work("remove acknowledgements 2026-03-02").code, 0); // now only one is called so
        // A code goes before the label of another record, wherever that stands.
        QCOMPARE(work("show evidence E-0002 --json").object().value(QLatin1String("title")).toString(),
                 QStringLiteral("two"));
        QCOMPARE(work("set policy_version 1 change_note=Which").code, 2);
    }

    void readinessTellsOccurrencesVendorsAndEvidence()
    {
        use("told");
        m_program.write(QStringLiteral("q3.csv"), "asset\nlaptop\n");
        workAll({ "add person name=Ana",
                  "set control AM-01 owner_id=Ana work_status=implemented implemented_on=2026-01-15",
                  "attach q3.csv --control AM-01 --performed 2026-09-30 --collected 2026-10-01",
                  "add vendor name=Cloudbarn subservice=carve_out",
                  "add vendor_report vendor_id=Cloudbarn title=SOC2 kind=soc2_type2 covers_from=2026-01-01 "
                  "covers_to=2026-06-30 reviewed_by_id=Ana reviewed_on=2026-08-01",
                  "add vendor_report vendor_id=Cloudbarn title=Letter kind=bridge_letter covers_from=2026-07-01 "
                  "covers_to=2026-07-31",
                  "add questionnaire title=Short",
                  "add question questionnaire_id=Short code=S1 text=Reviewed answer_type=yes_partly_no",
                  "add assessment vendor_id=Cloudbarn questionnaire_id=Short started_on=2026-05-01" });
        const QJsonObject all = work("readiness --json --at 2026-10-20").object();
        const QJsonObject control = stateIn(all, "control_states", "AM-01");
        QCOMPARE(control.value(QLatin1String("slots")).toObject(),
                 QJsonObject({ { QStringLiteral("kind"), QStringLiteral("occurrences") },
                               { QStringLiteral("filled"), 1 },
                               { QStringLiteral("expected"), 2 } }));
        const QJsonArray occurrences = control.value(QLatin1String("occurrences")).toArray();
        QCOMPARE(occurrences.size(), 2);
        QCOMPARE(occurrences.first().toObject().value(QLatin1String("due")).toString(), QStringLiteral("2026-06-30"));
        QCOMPARE(occurrences.first().toObject().value(QLatin1String("state")).toString(), QStringLiteral("missing"));
        const QJsonObject second = occurrences.last().toObject();
        QCOMPARE(second.value(QLatin1String("performed_on")).toString(), QStringLiteral("2026-09-30"));
        QCOMPARE(second.value(QLatin1String("evidence")).toArray().first().toObject().value(QLatin1String("record")),
                 QJsonValue(QStringLiteral("E-0001")));
        const QJsonObject exception = control.value(QLatin1String("exceptions")).toArray().first().toObject();
        QCOMPARE(exception.value(QLatin1String("kind")).toString(), QStringLiteral("missing"));
        QCOMPARE(exception.value(QLatin1String("occurrence")).toString(), QStringLiteral("2026-06-30"));

        const QJsonObject vendor = stateIn(all, "vendor_states", "Cloudbarn");
        QCOMPARE(spans(vendor, "covered"), QStringLiteral("2026-04-01..2026-06-30 91"));
        QCOMPARE(spans(vendor, "bridged"), QStringLiteral("2026-07-01..2026-07-31 31"));
        QCOMPARE(spans(vendor, "uncovered"), QStringLiteral("2026-07-01..2026-09-30 92"));
        QVERIFY(vendor.value(QLatin1String("outcome_withheld")).toBool()); // its questionnaire is not complete
        QVERIFY(vendor.value(QLatin1String("outcome")).isNull());
        workAll({ "answer 2026-05-01 S1 yes", "complete 2026-05-01 --outcome approved --on 2026-05-02" });
        const QJsonObject decided
            = stateIn(work("readiness --json --at 2026-10-20").object(), "vendor_states", "Cloudbarn");
        QCOMPARE(decided.value(QLatin1String("outcome")).toString(), QStringLiteral("approved"));

        const QJsonObject evidence = stateIn(all, "evidence_states", "E-0001");
        QVERIFY(evidence.value(QLatin1String("counts")).toBool());
        QCOMPARE(evidence.value(QLatin1String("freshness")).toString(), QStringLiteral("current"));
        QCOMPARE(evidence.value(QLatin1String("performed")).toArray(), QJsonArray { QStringLiteral("2026-09-30") });
    }

    void anEarlierStateIsEvaluatedOnTheDayItHadHere()
    {
        use("zones");
        const QString at = work("log --json").array().first().toObject().value(QLatin1String("at")).toString();
        const QDateTime made = QDateTime::fromString(at, Qt::ISODate).toUTC();
        QVERIFY2(made.isValid(), qPrintable(at));
        // A zone in which it was another day than in Greenwich then; POSIX counts hours to the west.
        const bool ahead = made.time().hour() >= 12;
        const QString zone = ahead ? QStringLiteral("TZ=AHEAD-14") : QStringLiteral("TZ=BEHIND+12");
        const QDate day = made.date().addDays(ahead ? 1 : -1);
        const Run done = m_program.on(m_name, QStringLiteral("readiness --json --seq 1"), { zone });
        QCOMPARE(done.object().value(QLatin1String("at")).toString(), day.toString(Qt::ISODate));
    }

    void libraryControlsAreAddedAndPutInTheirPlace()
    {
        use("moved");
        const QStringList before = values("controls", "code");
        QVERIFY(!before.contains(QStringLiteral("AC-12")));
        workAll({ "adopt AC-12", "adopt AC-12" });
        QCOMPARE(values("test_procedures", "code").count(QStringLiteral("TP-AC-12")), 1);
        workAll({ "move control AC-12 --before AC-01" });
        QCOMPARE(values("controls", "code"), QStringList(QStringLiteral("AC-12")) + before);
        workAll({ "move controls AC-12 --after AC-01" });
        QCOMPARE(values("controls", "code").indexOf(QStringLiteral("AC-12")), 1);
        const QString last = QStringLiteral("move control AC-12 --after ") + before.last();
        QCOMPARE(m_program.on(m_name, last).code, 0);
        QCOMPARE(values("controls", "code"), before + QStringList(QStringLiteral("AC-12")));
    }

    void theLibraryIsShownWithoutAProject()
    {
        const Run kinds = m_program.run(QStringLiteral("library"));
        QCOMPARE(kinds.code, 0);
        for (const QString &kind : kinds.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            const Run listed = m_program.run(QStringLiteral("library ") + kind);
            QVERIFY2(listed.code == 0 && listed.err.isEmpty(), qPrintable(kind));
            const Run json = m_program.run(QStringLiteral("library %1 --json").arg(kind));
            QCOMPARE(json.array().size(), listed.out.count(QLatin1Char('\n')));
            QVERIFY2(!listed.out.contains(QStringLiteral("\t\n")), qPrintable(kind)); // each has a title
        }
        QCOMPARE(m_program.run(QStringLiteral("library findings --json")).array().size(), 38);
        const Run criterion = m_program.run(QStringLiteral("library criteria CC6.1"));
        QVERIFY(criterion.out.contains(QStringLiteral("Looks for: ")));
        QVERIFY(criterion.out.contains(QStringLiteral("Gaps:\n  ")));
        QVERIFY(m_program.run(QStringLiteral("library sampling quarterly")).out.contains(QStringLiteral("Guidance: ")));
        QVERIFY(m_program.run(QStringLiteral("library policies access-control"))
                    .out.contains(QStringLiteral("{{organisation}}")));
        const QJsonArray two = m_program.run(QStringLiteral("library controls AC-12 AC-01 --json")).array();
        QCOMPARE(two.size(), 2);
        QCOMPARE(two.first().toObject().value(QLatin1String("key")).toString(), QStringLiteral("AC-12"));
        QCOMPARE(m_program.run(QStringLiteral("library songs")).code, 2);
        QCOMPARE(m_program.run(QStringLiteral("library controls XX-99")).code, 2);
    }

    void evidenceIsRelatedAndErased()
    {
        use("evidence");
        for (const char *name : { "one.txt", "two.txt", "three.txt" })
            m_program.write(QLatin1String(name), name);
        workAll(
            { "attach one.txt two.txt three.txt", "relate E-0002 follows E-0001", "relate E-0003 replaces E-0002" });
        const QJsonObject two = work("show evidence E-0002 --json").object();
        QCOMPARE(work("show evidence E-0003 --json").object().value(QLatin1String("supersedes_id")),
                 two.value(QLatin1String("id")));
        QCOMPARE(work("relate E-0001 redacts E-0003").code, 2); // without a reason
        QCOMPARE(work("relate E-0001 supports E-0003").code, 2);
        workAll({ "relate E-0001 redacts E-0003 --reason 'Names of customers'", "erase E-0002", "verify --deep" });
        QCOMPARE(work("extract E-0002 .").code, 1); // nothing is left to extract
        QCOMPARE(work("erase E-0009").code, 2);
    }

#ifdef Q_OS_LINUX
    void progressIsShownOnATerminalOnly()
    {
        use("progress");
        const QStringList command { QStringLiteral("verify"), m_program.path(m_name), QStringLiteral("--deep"),
                                    QStringLiteral("--recovery-key-file"), m_program.path(QStringLiteral("key")) };
        const Run shown = onTerminal(command);
        QCOMPARE(shown.code, 0);
        static const QRegularExpression step(QStringLiteral("\r *\\d{1,3} %"));
        QVERIFY2(shown.err.contains(step), qPrintable(shown.err));
        QVERIFY(shown.err.endsWith(QStringLiteral("\r\033[K"))); // the line is left empty
        QVERIFY(!QString(shown.err).remove(step).remove(QStringLiteral("\r\033[K")).contains(QChar(u'\n')));
        QVERIFY(!shown.out.contains(QLatin1Char('%')));
        const Run piped = work("verify --deep");
        QCOMPARE(piped.err, QString());
        QCOMPARE(piped.out, shown.out);
        // What fails before there is progress writes its sentence alone.
        const Run refused
            = onTerminal({ QStringLiteral("log"), m_program.path(QStringLiteral("absent.trustbench")),
                           QStringLiteral("--recovery-key-file"), m_program.path(QStringLiteral("key")) });
        QCOMPARE(refused.code, 6);
        QVERIFY(!refused.err.contains(step));
        QCOMPARE(refused.err.count(QLatin1Char('\n')), 1);
    }
#endif

    void sampledItemsGetTheirResults()
    {
        use("sampled");
        m_program.write(QStringLiteral("tickets.csv"), "id\n1\n2\n");
        workAll({ "attach tickets.csv",
                  "add population control_id=AC-07 title=Tickets covers_from=2026-04-01 covers_to=2026-06-30 count=212 "
                  "evidence_id=E-0001",
                  "sample Tickets --freeze --seed abc --size 3 --on 2026-07-02" });
        const QStringList at = values("sampled_items", "position");
        QCOMPARE(at.size(), 3);
        const auto results = [&](const QString &arguments) {
            return m_program.on(m_name, QStringLiteral("results Tickets ") + arguments);
        };
        const qint64 before = entries();
        QCOMPARE(results(QStringLiteral("%1=ppp %2=ppd").arg(at.at(0), at.at(1))).code, 0);
        QCOMPARE(entries(), before + 1); // one change
        QCOMPARE(values("sampled_items", "results"), QStringList({ QStringLiteral("ppp"), QStringLiteral("ppd"), {} }));
        QCOMPARE(values("sampled_items", "deviates"),
                 QStringList({ QStringLiteral("false"), QStringLiteral("true"), QStringLiteral("false") }));
        QCOMPARE(results(QStringLiteral("%1=pass").arg(at.at(2))).code, 2);
        QCOMPARE(results(QStringLiteral("%1=p 9999=p").arg(at.at(2))).code, 2);
        QCOMPARE(results(at.at(2)).code, 2);
        QCOMPARE(entries(), before + 1);
    }

    void aHaphazardSampleSaysWhoPickedIt()
    {
        use("picked");
        m_program.write(QStringLiteral("tickets.csv"), "id\n1\n2\n");
        workAll({ "attach tickets.csv", "add person name=Ana",
                  "add population control_id=AC-07 title=Tickets covers_from=2026-04-01 covers_to=2026-06-30 count=50 "
                  "evidence_id=E-0001" });
        const Run drawn = work("sample Tickets --freeze --picks 40,3,17 --by Ana --on 2026-07-02");
        QVERIFY2(drawn.code == 0, qPrintable(drawn.err));
        QVERIFY(drawn.out.endsWith(QStringLiteral("\n3\n17\n40\n")));
        QCOMPARE(values("draws", "method"), QStringList(QStringLiteral("haphazard")));
        QCOMPARE(values("draws", "drawn_by_id"), values("people", "id").filter(values("draws", "drawn_by_id").first()));
        for (const char *line :
             { "sample Tickets --picks 3,3 --reason Again", "sample Tickets --picks 3,51 --reason Again",
               "sample Tickets --picks 3,x --reason Again", "sample Tickets --method haphazard --reason Again",
               "sample Tickets --picks 3 --method random --seed a --reason Again",
               "sample Tickets --picks 3 --by Nobody --reason Again", "sample Tickets --picks 3" })
            QVERIFY2(work(line).code == 2, line);
        QCOMPARE(values("draws", "id").size(), 1);
        QVERIFY(work("sample Tickets --method dice").err.contains(QStringLiteral("haphazard")));
    }

    void anAssessmentIsAnsweredAndDecided()
    {
        use("vendor");
        workAll({ "add vendor name=Cloudbarn", "add questionnaire title=Short",
                  "add question questionnaire_id=Short code=S1 'text=Is access reviewed?' answer_type=yes_partly_no",
                  "add question questionnaire_id=Short code=S2 'text=Since when?' answer_type=date",
                  "add assessment vendor_id=Cloudbarn questionnaire_id=Short started_on=2026-05-01",
                  "answer 2026-05-01 S1 yes --note 'Seen in the report'" });
        const char *complete = "complete 2026-05-01 --outcome approved --on 2026-05-20 --next 2027-05-01";
        QCOMPARE(work(complete).code, 2); // a question is open
        QCOMPARE(work("answer 2026-05-01 S2 soon").code, 2);
        QCOMPARE(work("answer 2026-05-01 S9 yes").code, 2);
        workAll({ "answer 2026-05-01 S2 2025-01-31", "answer 2026-05-01 S1 partly" });
        QCOMPARE(values("answers", "value").size(), 2);
        QCOMPARE(work("complete 2026-05-01").code, 2);
        QCOMPARE(work("complete 2026-05-01 --outcome fine").code, 2);
        workAll({ complete, "verify --deep" });
        QCOMPARE(values("assessments", "outcome"), QStringList(QStringLiteral("approved")));
        QCOMPARE(values("assessments", "next_due_on"), QStringList(QStringLiteral("2027-05-01")));
    }
};

QTEST_GUILESS_MAIN(TestCliWork)
#include "tst_cliwork.moc"
