#include "model/vendors/vendorscore.h"
#include "tests/support/projects.h"

#include <QTest>

using namespace tb;
using Code = FieldProblem::Code;

namespace {

template <class Key> Key made(const Result<Key> &result)
{
    if (!result)
        qFatal("not made: %s",
               result.error().problems.isEmpty() ? "" : qPrintable(result.error().problems.first().field));
    return result.value();
}

/// A vendor under assessment with one question of each kind.
struct WithAssessment : TestProject
{
    VendorId vendor = made(createRecord(*project, [] {
        Vendor draft;
        draft.name = QStringLiteral("Cloudbarn");
        return draft;
    }()));
    QuestionnaireId questionnaire = made(createRecord(*project, [] {
        Questionnaire draft;
        draft.title = QStringLiteral("Light");
        return draft;
    }()));
    QuestionId yesNo = addQuestion("Q-1", AnswerType::YesPartlyNo, 4);
    QuestionId choice = addQuestion("Q-2", AnswerType::Choice, 8, "100 SOC 2 Type II\n50 SOC 3\n0 None");
    QuestionId number = addQuestion("Q-3", AnswerType::Number, 3);
    QuestionId text = addQuestion("Q-4", AnswerType::Text, 0);
    AssessmentId assessment = made(createRecord(*project, [this] {
        Assessment draft;
        draft.vendor = vendor;
        draft.questionnaire = questionnaire;
        draft.startedOn = QDate(2026, 1, 5);
        return draft;
    }()));

    QuestionId addQuestion(const char *code, AnswerType type, int weight, const char *options = "")
    {
        Question draft;
        draft.questionnaire = questionnaire;
        draft.code = QLatin1String(code);
        draft.text = QStringLiteral("A question?");
        draft.answerType = type;
        draft.weight = weight;
        draft.options = QLatin1String(options);
        return made(createRecord(*project, draft));
    }
    Result<ChangeSet> answer(QuestionId question, const char *value)
    {
        return setAnswer(*project, assessment, question, QLatin1String(value));
    }
    VendorScore score() const { return scoreOf(project->records(), *project->records().assessments.find(assessment)); }
};

} // namespace

class TestVendors : public QObject
{
    Q_OBJECT

private slots:
    void answersScoreByWeight()
    {
        WithAssessment t;
        QVERIFY(!t.score().percent());
        QVERIFY(t.answer(t.yesNo, "partly"));
        QCOMPARE(t.score().percent(), 17); // 2 of 12: what is open counts as not reached
        QVERIFY(t.answer(t.choice, "SOC 2 Type II"));
        QCOMPARE(t.score().percent(), 83); // 2 + 8 of 12
        QVERIFY(t.answer(t.yesNo, "not_applicable"));
        QCOMPARE(t.score().percent(), 100); // it leaves the total
        QVERIFY(t.answer(t.choice, "SOC 3"));
        QCOMPARE(t.score().percent(), 50);
        QVERIFY(t.answer(t.number, "12"));
        QCOMPARE(t.score().percent(), 50); // numbers are unscored
    }

    void anAnswerFitsItsQuestion_data()
    {
        QTest::addColumn<int>("question");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fits");
        QTest::newRow("yes") << 0 << "yes" << true;
        QTest::newRow("perhaps") << 0 << "perhaps" << false;
        QTest::newRow("one of the choices") << 1 << "None" << true;
        QTest::newRow("no choice") << 1 << "SOC 9" << false;
        QTest::newRow("choice not applicable") << 1 << "not_applicable" << true;
        QTest::newRow("number") << 2 << "3.5" << true;
        QTest::newRow("no number") << 2 << "many" << false;
        QTest::newRow("text") << 3 << "whatever they say" << true;
    }
    void anAnswerFitsItsQuestion()
    {
        QFETCH(int, question);
        QFETCH(QString, value);
        QFETCH(bool, fits);
        WithAssessment t;
        const QuestionId asked[] { t.yesNo, t.choice, t.number, t.text };
        const auto set = setAnswer(*t.project, t.assessment, asked[question], value);
        QCOMPARE(static_cast<bool>(set), fits);
        QCOMPARE(t.project->records().answers.size(), fits ? 1 : 0);
    }

    void anAnswerBelongsToItsQuestionnaire()
    {
        WithAssessment t;
        Questionnaire other;
        other.title = QStringLiteral("Other");
        t.questionnaire = made(createRecord(*t.project, other));
        const QuestionId foreign = t.addQuestion("X-1", AnswerType::Text, 0);
        const auto set = t.answer(foreign, "text");
        QVERIFY(!set);
        QCOMPARE(set.error().problems.first().field, QStringLiteral("question_id"));
    }

    void completeOnlyWhenAllIsAnswered()
    {
        WithAssessment t;
        const AssessmentOutcome outcome { VendorOutcome::Approved, QDate(2026, 2, 1) };
        const auto early = completeAssessment(*t.project, t.assessment, outcome);
        QVERIFY(!early);
        QCOMPARE(early.error().problems.size(), 4);
        QCOMPARE(early.error().problems.first().value, QStringLiteral("Q-1"));
        QVERIFY(t.answer(t.yesNo, "yes") && t.answer(t.choice, "None") && t.answer(t.number, "1")
                && t.answer(t.text, "x"));
        QVERIFY(t.score().isComplete());
        QVERIFY(!completeAssessment(*t.project, t.assessment, { VendorOutcome::Conditional, QDate(2026, 2, 1) }));
        QVERIFY(!completeAssessment(*t.project, t.assessment, { VendorOutcome::Approved, QDate(2026, 1, 1) }));
        QVERIFY(completeAssessment(*t.project, t.assessment, outcome));
        QCOMPARE(latestAssessment(t.project->records(), t.vendor)->id, t.assessment);
        QVERIFY(t.project->undo());
        QVERIFY(!latestAssessment(t.project->records(), t.vendor));
    }

    void noFieldCompletesWhatIsOpen()
    {
        WithAssessment t;
        const auto set = [&](const char *field, const char *value) {
            return setFields<Assessment>(*t.project, { t.assessment },
                                         { { QLatin1String(field), QString(QLatin1String(value)) } });
        };
        QVERIFY(t.answer(t.yesNo, "yes") && t.answer(t.choice, "None") && t.answer(t.number, "1"));
        const auto early = set("completed_on", "2026-02-01");
        QVERIFY(!early);
        QCOMPARE(early.error().problems,
                 (QList<FieldProblem> { { QStringLiteral("value"), Code::Required, QStringLiteral("Q-4") } }));
        QVERIFY(t.answer(t.text, "x"));
        QVERIFY(set("completed_on", "2026-02-01"));
        const auto opened = t.answer(t.text, "");
        QVERIFY(!opened);
        QCOMPARE(opened.error().problems.first().code, Code::Required);
        t.addQuestion("Q-5", AnswerType::Text, 0); // asked later: what was complete stays so
        QVERIFY(set("next_due_on", "2027-02-01"));
        QVERIFY(set("completed_on", "2026-02-02"));
        QVERIFY(set("completed_on", ""));
        QVERIFY(!set("completed_on", "2026-02-02"));
    }

    void aQuestionnaireThatAsksNothingIsNeverComplete()
    {
        WithAssessment t;
        Questionnaire empty;
        empty.title = QStringLiteral("Empty");
        Assessment draft;
        draft.vendor = t.vendor;
        draft.questionnaire = made(createRecord(*t.project, empty));
        draft.startedOn = draft.completedOn = QDate(2026, 1, 5);
        const auto refused = createRecord(*t.project, draft);
        QVERIFY(!refused);
        QCOMPARE(refused.error().problems.first().field, QStringLiteral("questionnaire_id"));
    }

    void aQuestionIsAnsweredOnce()
    {
        WithAssessment t;
        QVERIFY(t.answer(t.yesNo, "yes"));
        Answer second;
        second.assessment = t.assessment;
        second.question = t.yesNo;
        second.value = QStringLiteral("no");
        const auto refused = createRecord(*t.project, second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().problems,
                 (QList<FieldProblem> { { QStringLiteral("question_id"), Code::NotUnique, QStringLiteral("Q-1") } }));
        QVERIFY(t.answer(t.yesNo, "no")); // the one answer, changed
        QCOMPARE(t.project->records().answers.size(), 1);
    }

    void aReportIsOfTheSameVendor()
    {
        WithAssessment t;
        Vendor other;
        other.name = QStringLiteral("Elsewhere");
        VendorReport report;
        report.vendor = made(createRecord(*t.project, other));
        report.title = QStringLiteral("SOC 2");
        VendorCuec cuec;
        cuec.vendor = t.vendor;
        cuec.report = made(createRecord(*t.project, report));
        cuec.code = QStringLiteral("CUEC-1");
        cuec.text = QStringLiteral("Customers manage their users.");
        QVERIFY(!createRecord(*t.project, cuec));
        cuec.report = {};
        QVERIFY(createRecord(*t.project, cuec));
    }

    void goesWithAllItsParts()
    {
        WithAssessment t;
        QVERIFY(t.answer(t.yesNo, "yes"));
        const LogHead head = t.project->head();
        QVERIFY(removeRecords<Vendor>(*t.project, { t.vendor }));
        QCOMPARE(t.project->head().seq, head.seq + 1);
        QVERIFY(t.project->records().assessments.all().isEmpty());
        QVERIFY(t.project->records().answers.all().isEmpty());
        QVERIFY(t.project->undo());
        QCOMPARE(t.score().answered, 1);
        QVERIFY(!removeRecords<Questionnaire>(*t.project, { t.questionnaire })); // an assessment rests on it
    }
};

QTEST_GUILESS_MAIN(TestVendors)
#include "tst_vendors.moc"
