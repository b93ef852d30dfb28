#include "model/activity/logreading.h"
#include "model/evidence/evidencerelation.h"
#include "model/policies/versions.h"
#include "model/store/projectstorage.h"
#include "model/store/replay.h"
#include "model/testing/drawing.h"
#include "model/vendors/vendorscore.h"
#include "tests/support/projects.h"
#include "tests/support/projectstate.h"
#include "tests/support/silentjob.h"

#include <QTest>

#include <functional>

using namespace tb;

namespace {

const QDate today(2026, 2, 3);

template <class Key> Key made(const Result<Key> &result)
{
    if (!result)
        qFatal("not made: %s",
               result.error().problems.isEmpty() ? "" : qPrintable(result.error().problems.first().field));
    return result.value();
}

template <class T> Status statusOf(const Result<T> &result)
{
    return result ? Status(Ok {}) : Status(result.error());
}

FieldValue value(const char *field, const char *given)
{
    return { QLatin1String(field), QString(QLatin1String(given)) };
}

/// A project with something for each command to work on.
struct Workshop : TestProject
{
    PersonId ana = addPerson(QStringLiteral("Ana"));
    PersonId luis = addPerson(QStringLiteral("Luis"));
    CriterionId criterion = addCriterion(QStringLiteral("CC6.1"));
    CriterionId other = addCriterion(QStringLiteral("CC6.2"));
    ControlId draft = addControl(QStringLiteral("AC-01"));
    ControlId running = addRunning();
    EvidenceId earlier = addFile("E-0001");
    EvidenceId later = addFile("E-0002");
    PolicyId policy = add<Policy>([](Policy &p) { p.code = p.title = QStringLiteral("PL-01"); });
    PolicyVersionId version = addText(QStringLiteral("# One"));
    PopulationId population = add<Population>([this](Population &p) {
        p.control = running;
        p.title = QStringLiteral("Tickets");
        p.evidence = earlier;
        p.coversFrom = QDate(2025, 7, 1);
        p.coversTo = QDate(2025, 12, 31);
        p.count = 40;
    });
    VendorId vendor = add<Vendor>([](Vendor &v) { v.name = QStringLiteral("Cloudbarn"); });
    QuestionnaireId questionnaire = add<Questionnaire>([](Questionnaire &q) { q.title = QStringLiteral("Light"); });
    QuestionId question = add<Question>([this](Question &q) {
        q.questionnaire = questionnaire;
        q.code = q.text = QStringLiteral("Q-1");
    });
    AssessmentId assessment = add<Assessment>([this](Assessment &a) {
        a.vendor = vendor;
        a.questionnaire = questionnaire;
        a.startedOn = QDate(2026, 1, 5);
    });

    template <class R, class Fill> decltype(R::id) add(Fill fill)
    {
        R record;
        fill(record);
        return made(createRecord(*project, record));
    }
    ControlId addRunning()
    {
        const ControlId id = addControl(QStringLiteral("AC-02"));
        must(setWorkStatus(*project, { id }, WorkStatus::Implemented, QDate(2025, 6, 1)));
        must(setLinks(*project, controlCriterion, { id.value }, { criterion.value }, true));
        return id;
    }
    EvidenceId addFile(const char *code)
    {
        return add<Evidence>([code](Evidence &e) {
            e.code = e.title = QLatin1String(code);
            e.sha256 = QString(64, QLatin1Char(code[5]));
        });
    }
    PolicyVersionId addText(const QString &body)
    {
        PolicyVersion text;
        text.policy = policy;
        text.body = body;
        text.author = ana;
        return made(addVersion(*project, text));
    }
    /// The order of a draw, from a population frozen before.
    DrawOrder order() const
    {
        return { population, DrawMethod::Random, QStringLiteral("seed"), 3, {}, {}, ana, today };
    }
    void draw()
    {
        must(freezePopulation(*project, population, today));
        must(drawSample(*project, order()));
    }
    SampledItemId item() const { return project->records().sampledItems.all().first().id; }
    Control rewritten(ControlId id, const char *title) const
    {
        Control control = TestProject::control(id);
        control.title = QLatin1String(title);
        return control;
    }
    template <class T> static void must(const Result<T> &result) { static_cast<void>(made(result)); }
};

using Step = std::function<Status(Workshop &)>;

/// A command with what has to be there before it.
struct Command
{
    const char *name;
    Step run;
    std::function<void(Workshop &)> first = {};
};

/// Whatever changes the records of one or several controls, or of any subject.
QList<Command> recordCommands()
{
    using W = Workshop;
    return {
        { "setFields",
          [](W &w) {
              return statusOf(setFields<Control>(*w.project, { w.draft, w.running }, { value("notes", "N") }));
          } },
        { "setFields of the wording",
          [](W &w) {
              return statusOf(setFields<Control>(*w.project, { w.running }, { value("frequency", "daily") }));
          } },
        { "setFields to no frequency",
          [](W &w) { return statusOf(setFields<Control>(*w.project, { w.draft }, { value("frequency", "") })); } },
        { "saveRecords",
          [](W &w) {
              const QList<Control> after { w.rewritten(w.draft, "One"), w.rewritten(w.running, "Other") };
              return statusOf(saveRecords(*w.project, after));
          } },
        { "createRecord",
          [](W &w) {
              Control control;
              control.code = control.title = QStringLiteral("AC-09");
              return statusOf(createRecord(*w.project, control));
          } },
        { "removeRecords", [](W &w) { return statusOf(removeRecords<Control>(*w.project, { w.draft })); } },
        { "removeRecords with parts", [](W &w) { return statusOf(removeRecords<Vendor>(*w.project, { w.vendor })); },
          [](W &w) { W::must(setAnswer(*w.project, w.assessment, w.question, QStringLiteral("yes"))); } },
        { "moveRecord", [](W &w) { return statusOf(moveRecord<Control>(*w.project, w.draft, w.running, {})); } },
        { "personNamed", [](W &w) { return statusOf(personNamed(*w.project, QStringLiteral("Noa Lind"))); } },
        { "setWorkStatus",
          [](W &w) { return statusOf(setWorkStatus(*w.project, { w.draft }, WorkStatus::Implemented, today)); } },
        { "setNotApplicable",
          [](W &w) {
              return statusOf(
                  setNotApplicable(*w.project, { w.draft, w.running }, QStringLiteral("No office"), w.luis));
          } },
        { "signOff",
          [](W &w) {
              return statusOf(signOff(*w.project, { w.draft, w.running }, w.luis, today));
          } },
        { "signOff by somebody new",
          [](W &w) { return statusOf(signOff(*w.project, { w.draft }, QStringLiteral("Noa Lind"), today)); } },
        { "reviseControl",
          [](W &w) {
              return statusOf(reviseControl(*w.project, w.running, { value("title", "From now on") }, today));
          } },
        { "reviseControl again",
          [](W &w) { return statusOf(reviseControl(*w.project, w.running, { value("title", "Third") }, today)); },
          [](W &w) {
              W::must(reviseControl(*w.project, w.running, { value("title", "Second") }, today.addDays(-30)));
          } },
    };
}

QList<Command> relationCommands()
{
    using W = Workshop;
    const auto related = [](W &w) {
        W::must(setLinks(*w.project, evidenceControl, { w.earlier.value }, { w.running.value }, true));
        W::must(setFields<Evidence>(*w.project, { w.earlier }, { value("performed_on", "2025-09-30") }));
    };
    const auto relate = [](EvidenceRelation relation, const char *reason) {
        return [relation, reason](W &w) {
            return statusOf(relateEvidence(*w.project, w.later, relation, w.earlier, QLatin1String(reason)));
        };
    };
    return {
        { "setLinks",
          [](W &w) {
              return statusOf(setLinks(*w.project, controlCriterion, { w.draft.value, w.running.value },
                                       { w.criterion.value, w.other.value }, true));
          } },
        { "setLinks off",
          [](W &w) {
              return statusOf(
                  setLinks(*w.project, controlCriterion, { w.running.value }, { w.criterion.value }, false));
          } },
        { "changeLinks",
          [](W &w) {
              return statusOf(changeLinks(*w.project, controlCriterion, { w.running.value }, { w.other.value },
                                          { w.criterion.value }));
          } },
        { "changeLinksFromRight",
          [](W &w) {
              return statusOf(changeLinksFromRight(*w.project, controlCriterion, { w.criterion.value },
                                                   { w.draft.value }, { w.running.value }));
          } },
        { "relateEvidence, next occurrence", relate(EvidenceRelation::NextOccurrence, ""), related },
        { "relateEvidence, replacement", relate(EvidenceRelation::Replacement, ""), related },
        { "relateEvidence, redacted copy", relate(EvidenceRelation::RedactedCopy, "Names of customers"), related },
    };
}

QList<Command> policyAndVendorCommands()
{
    using W = Workshop;
    const auto approve = [](W &w) {
        W::must(approveVersion(*w.project, w.version, { w.luis, today.addDays(-60), {} }));
    };
    const auto answer = [](const char *text) {
        return [text](W &w) {
            return statusOf(
                setAnswer(*w.project, w.assessment, w.question, QLatin1String(text), QStringLiteral("By mail")));
        };
    };
    const auto answered = [](W &w) { W::must(setAnswer(*w.project, w.assessment, w.question, QStringLiteral("yes"))); };
    return {
        { "setInReview", [](W &w) { return statusOf(setInReview(*w.project, w.version, true)); } },
        { "setInReview back", [](W &w) { return statusOf(setInReview(*w.project, w.version, false)); },
          [](W &w) { W::must(setInReview(*w.project, w.version, true)); } },
        { "approveVersion",
          [](W &w) {
              return statusOf(approveVersion(*w.project, w.version, { w.luis, today, today.addDays(9), w.earlier }));
          } },
        { "addVersion",
          [](W &w) {
              PolicyVersion text;
              text.policy = w.policy;
              text.body = QStringLiteral("# Two");
              return statusOf(addVersion(*w.project, text));
          },
          approve },
        { "approveVersion in its place",
          [](W &w) {
              const PolicyVersionId second = latestVersion(w.project->records(), w.policy)->id;
              return statusOf(approveVersion(*w.project, second, { w.ana, today, {} }));
          },
          [approve](W &w) {
              approve(w);
              w.addText(QStringLiteral("# Two"));
          } },
        { "acknowledge",
          [](W &w) {
              return statusOf(acknowledge(*w.project, w.version, { w.ana, w.luis }, today));
          },
          approve },
        { "setAnswer", answer("yes") },
        { "setAnswer, another", answer("no"), answered },
        { "setAnswer, taken back", answer(""), answered },
        { "completeAssessment",
          [](W &w) {
              return statusOf(completeAssessment(
                  *w.project, w.assessment,
                  { VendorOutcome::Conditional, today, QStringLiteral("With a fence"), today.addYears(1) }));
          },
          answered },
    };
}

QList<Command> samplingCommands()
{
    using W = Workshop;
    return {
        { "freezePopulation", [](W &w) { return statusOf(freezePopulation(*w.project, w.population, today)); } },
        { "drawSample", [](W &w) { return statusOf(drawSample(*w.project, w.order())); },
          [](W &w) { W::must(freezePopulation(*w.project, w.population, today)); } },
        { "drawSample again",
          [](W &w) {
              DrawOrder again = w.order();
              again.seed = QStringLiteral("another");
              again.redrawReason = QStringLiteral("Two were test entries.");
              return statusOf(drawSample(*w.project, again));
          },
          [](W &w) { w.draw(); } },
        { "setItemResults", [](W &w) { return statusOf(setItemResults(*w.project, w.item(), QStringLiteral("pd"))); },
          [](W &w) { w.draw(); } },
    };
}

constexpr qint64 nobody = 99; ///< no record's id

/// Commands that are given an id that is no record's beside ones that are.
QList<Command> commandsOfNobody()
{
    using W = Workshop;
    const auto controls = [](W &w) { return QList<ControlId> { w.draft, { nobody } }; };
    const auto link = [](W &w, const QList<qint64> &lefts, const QList<qint64> &added, const QList<qint64> &removed) {
        return statusOf(changeLinks(*w.project, controlCriterion, lefts, added, removed));
    };
    return {
        { "setFields",
          [=](W &w) { return statusOf(setFields<Control>(*w.project, controls(w), { value("notes", "N") })); } },
        { "saveRecords",
          [](W &w) {
              Control gone = w.rewritten(w.draft, "Gone");
              gone.id.value = nobody;
              return statusOf(saveRecords(*w.project, QList<Control> { w.rewritten(w.draft, "Fine"), gone }));
          } },
        { "removeRecords", [=](W &w) { return statusOf(removeRecords<Control>(*w.project, controls(w))); } },
        { "moveRecord", [](W &w) { return statusOf(moveRecord<Control>(*w.project, { nobody }, w.running, {})); } },
        { "moveRecord after", [](W &w) { return statusOf(moveRecord<Control>(*w.project, w.draft, { nobody }, {})); } },
        { "moveRecord before",
          [](W &w) { return statusOf(moveRecord<Control>(*w.project, w.draft, {}, { nobody })); } },
        { "signOff", [=](W &w) { return statusOf(signOff(*w.project, controls(w), w.luis, today)); } },
        { "signOff by somebody new",
          [=](W &w) { return statusOf(signOff(*w.project, controls(w), QStringLiteral("Noa Lind"), today)); } },
        { "setWorkStatus",
          [=](W &w) { return statusOf(setWorkStatus(*w.project, controls(w), WorkStatus::InProgress, today)); } },
        { "setNotApplicable",
          [=](W &w) { return statusOf(setNotApplicable(*w.project, controls(w), QStringLiteral("None"), w.luis)); } },
        { "reviseControl",
          [](W &w) { return statusOf(reviseControl(*w.project, { nobody }, { value("title", "T") }, today)); } },
        { "changeLinks of",
          [=](W &w) {
              return link(w, { w.draft.value, nobody }, { w.other.value }, {});
          } },
        { "changeLinks to",
          [=](W &w) {
              return link(w, { w.draft.value }, { w.other.value, nobody }, {});
          } },
        { "changeLinks from", [=](W &w) { return link(w, { w.draft.value }, { w.other.value }, { nobody }); } },
        { "changeLinksFromRight",
          [](W &w) {
              return statusOf(
                  changeLinksFromRight(*w.project, controlCriterion, { w.other.value }, { w.draft.value, nobody }, {}));
          } },
        { "setLinks",
          [](W &w) { return statusOf(setLinks(*w.project, controlCriterion, { nobody }, { w.other.value }, true)); } },
        { "relateEvidence",
          [](W &w) {
              return statusOf(relateEvidence(*w.project, w.later, EvidenceRelation::Replacement, { nobody }, {}));
          } },
        { "setInReview", [](W &w) { return statusOf(setInReview(*w.project, { nobody }, true)); } },
        { "approveVersion",
          [](W &w) {
              return statusOf(approveVersion(*w.project, { nobody }, { w.luis, today, {} }));
          } },
        { "completeAssessment",
          [](W &w) {
              return statusOf(completeAssessment(*w.project, { nobody }, { VendorOutcome::Approved, today }));
          } },
        { "freezePopulation", [](W &w) { return statusOf(freezePopulation(*w.project, { nobody }, today)); } },
        { "drawSample",
          [](W &w) {
              DrawOrder order = w.order();
              order.population = { nobody };
              return statusOf(drawSample(*w.project, order));
          } },
        { "setItemResults",
          [](W &w) { return statusOf(setItemResults(*w.project, { nobody }, QStringLiteral("p"))); } },
    };
}

QList<Command> commands()
{
    return recordCommands() + relationCommands() + policyAndVendorCommands() + samplingCommands();
}

} // namespace

/// Every command: one step of the log, taken back and done again exactly.
class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void doneUndoneAndRedone_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Command &command : commands())
            QTest::newRow(command.name) << index++;
    }
    void doneUndoneAndRedone()
    {
        QFETCH(int, index);
        const Command command = commands().at(index);
        Workshop w;
        if (command.first)
            command.first(w);
        const QJsonObject before = stateOf(w.project->records());
        const qint64 seq = w.project->head().seq;
        const Status done = command.run(w);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(w.project->head().seq, seq + 1);
        const QJsonObject after = stateOf(w.project->records());
        QVERIFY(after != before);
        QVERIFY(w.project->undo());
        QCOMPARE(stateOf(w.project->records()), before);
        QCOMPARE(stateOf(w.reopened()->records()), before);
        QVERIFY(w.project->redo());
        QCOMPARE(stateOf(w.project->records()), after);
        QCOMPARE(stateOf(w.reopened()->records()), after);
        const auto faults = checkReplay(w.project->storage().connection());
        QVERIFY(faults && faults.value().isEmpty());
    }

    void theStateShowsEveryDifference()
    {
        // What the comparison above rests on: a link to another record of the same number must show.
        Workshop w;
        const QJsonObject before = stateOf(w.project->records());
        QVERIFY(
            changeLinks(*w.project, controlCriterion, { w.running.value }, { w.other.value }, { w.criterion.value }));
        QCOMPARE(w.project->records().controlCriteria.size(), 1);
        QVERIFY(stateOf(w.project->records()) != before);
    }

    void linksOfSeveralChangeOnBothSides()
    {
        Workshop w;
        const auto rights = [&](ControlId id) { // sorted: their own order is that of the links' random keys
            QList<qint64> ids = w.project->records().controlCriteria.rightsOf(id.value);
            std::sort(ids.begin(), ids.end());
            return ids;
        };
        QVERIFY(changeLinks(*w.project, controlCriterion, { w.draft.value, w.running.value }, { w.other.value },
                            { w.criterion.value }));
        QCOMPARE(rights(w.draft), QList<qint64> { w.other.value });
        QCOMPARE(rights(w.running), QList<qint64> { w.other.value });
        QVERIFY(changeLinksFromRight(*w.project, controlCriterion, { w.criterion.value, w.other.value },
                                     { w.draft.value }, { w.running.value }));
        QList<qint64> both { w.criterion.value, w.other.value };
        std::sort(both.begin(), both.end());
        QCOMPARE(rights(w.draft), both);
        QCOMPARE(rights(w.running), QList<qint64> {});
        const auto unknown = changeLinks(*w.project, controlCriterion, { w.draft.value }, { 99 }, {});
        QVERIFY(!unknown);
        QCOMPARE(rights(w.draft), both);
    }

    void peopleAreFoundByNameBeforeOneIsMade()
    {
        Workshop w;
        const qsizetype people = w.project->records().people.size();
        QCOMPARE(made(personNamed(*w.project, QStringLiteral("  aNA "))), w.ana);
        QCOMPARE(w.project->records().people.size(), people);
        const PersonId noa = made(personNamed(*w.project, QStringLiteral(" Noa Lind ")));
        QCOMPARE(w.project->records().personName(noa), QStringLiteral("Noa Lind"));
        const auto nobody = personNamed(*w.project, QStringLiteral("  "));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().problems.first().code, FieldProblem::Code::Required);
        QCOMPARE(w.project->records().people.size(), people + 1);
    }

    void savingSeveralIsAllOrNothing()
    {
        Workshop w;
        const LogHead head = w.project->head();
        const auto refused
            = saveRecords(*w.project, QList<Control> { w.rewritten(w.draft, "Fine"), w.rewritten(w.running, " ") });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        Control gone = w.rewritten(w.draft, "Gone");
        gone.id.value = 99;
        const auto unknown = saveRecords(*w.project, QList<Control> { w.rewritten(w.draft, "Fine"), gone });
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
        QCOMPARE(w.project->head(), head);
        QCOMPARE(w.control(w.draft).title, QStringLiteral("A control"));
    }

    void anUnknownIdIsRefusedAndNothingIsDone_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Command &command : commandsOfNobody())
            QTest::newRow(command.name) << index++;
    }
    void anUnknownIdIsRefusedAndNothingIsDone()
    {
        QFETCH(int, index);
        Workshop w;
        const QJsonObject before = stateOf(w.project->records());
        const LogHead head = w.project->head();
        const Status refused = commandsOfNobody().at(index).run(w);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NotFound);
        QCOMPARE(refused.error().problems.size(), 1);
        QCOMPARE(refused.error().problems.first().code, FieldProblem::Code::UnknownRecord);
        QCOMPARE(refused.error().problems.first().value, QString::number(nobody));
        QVERIFY(!refused.error().problems.first().field.isEmpty());
        QCOMPARE(w.project->head(), head);
        QCOMPARE(stateOf(w.project->records()), before);
    }

    void anIdGivenTwiceIsRemovedOnce()
    {
        Workshop w;
        QVERIFY(removeRecords<Evidence>(*w.project, { w.later, w.later }));
        QVERIFY(!w.project->records().evidence.contains(w.later));
    }

    void recordsCanBeSeenAsTheyWere()
    {
        Workshop w;
        const qint64 seq = w.project->head().seq;
        const QJsonObject then = stateOf(w.project->records());
        QVERIFY(changeLinks(*w.project, controlCriterion, { w.draft.value }, { w.other.value }, {}));
        QVERIFY(removeRecords<Vendor>(*w.project, { w.vendor }));
        QVERIFY(w.project->undo());
        const QJsonObject now = stateOf(w.project->records());
        const auto before = recordsAt(*w.project, seq);
        QVERIFY(before);
        QCOMPARE(stateOf(before.value()), then);
        const auto first = recordsAt(*w.project, 1);
        QVERIFY(first);
        QCOMPARE(first.value().people.size(), 1);
        QCOMPARE(first.value().controls.size(), 0);
        const auto newest = recordsAt(*w.project, w.project->head().seq);
        QVERIFY(newest);
        QCOMPARE(stateOf(newest.value()), now);
        QCOMPARE(stateOf(w.project->records()), now); // looking back changed nothing
    }

    void theLogIsReadInSpansAndChecked()
    {
        Workshop w;
        SilentJob job;
        const auto seqs = [&](const LogSpan &span) {
            QList<qint64> read;
            const Status done = visitLog(w.project->storage(), span, job, [&](const LogEntry &entry) -> Status {
                read.append(entry.seq);
                return Ok {};
            });
            return done ? read : QList<qint64> {};
        };
        const qint64 newest = w.project->head().seq;
        QCOMPARE(seqs({}).size(), newest);
        QCOMPARE(seqs({ 2, 5 }), (QList<qint64> { 3, 4, 5 }));
        QCOMPARE(seqs({ newest }), QList<qint64> {});
        int visited = 0;
        const Status stopped = visitLog(w.project->storage(), {}, job, [&](const LogEntry &) -> Status {
            return ++visited < 3 ? Status(Ok {})
                                 : Status(Error { Error::Kind::NotFound, QStringLiteral("enough"), {} });
        });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().subject, QStringLiteral("enough"));
        QCOMPARE(visited, 3);
        const auto checked = checkLog(w.project->storage(), true, newest, job);
        QVERIFY(checked);
        QCOMPARE(checked.value().head, w.project->head());
        QVERIFY(checked.value().faults.isEmpty());
    }

    void aChangeKnowsItsDay()
    {
        Workshop w;
        const QDateTime at(QDate(2025, 3, 4), QTime(23, 30), Qt::UTC);
        QDate seen;
        QVERIFY(
            w.project->change(Action { QStringLiteral("Ana"), EntryKind::Edit, {}, at }, [&](Connection &connection) {
                seen = w.project->changeDay();
                Person person;
                person.id.value = newKey();
                person.name = QStringLiteral("Noa");
                return store::insert(connection, person);
            }));
        QCOMPARE(seen, QDate(2025, 3, 4));
        QVERIFY(w.project->changeDay() > QDate(2025, 3, 4)); // today again
    }

    void relationsAreFoundByTable()
    {
        for (const LinkSpec &link : linkSpecs()) {
            QCOMPARE(findLink(QLatin1String(link.table)), &link);
            QCOMPARE(link.leftColumn(), QLatin1String(link.leftTable) + QLatin1String("_id"));
        }
        QVERIFY(!findLink(QStringLiteral("control")));
        QVERIFY(!findLinkBetween(QStringLiteral("person"), QStringLiteral("risk")));
    }

    void changesCarryTheNameOfWhoeverWorks()
    {
        Workshop w;
        w.project->setActor(QStringLiteral("Priya"));
        QCOMPARE(w.project->actor(), QStringLiteral("Priya"));
        QVERIFY(setFields<Control>(*w.project, { w.draft }, { value("notes", "Mine") }));
        QCOMPARE(w.project->entry(w.project->head().seq).value().actor, QStringLiteral("Priya"));
        QCOMPARE(w.project->entry(w.project->head().seq - 1).value().actor, QStringLiteral("Ana"));
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
