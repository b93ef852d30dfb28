#include "tests/support/anyrecord.h"
#include "tests/support/projects.h"
#include "tests/support/projectstate.h"

#include <QTest>

using namespace tb;
using Code = FieldProblem::Code;

namespace {

/// "state=blocked;blocked_by=" as values.
QList<FieldValue> valuesOf(const QString &text)
{
    QList<FieldValue> values;
    for (const QString &pair : text.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        values.append({ pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1) });
    return values;
}

/// A record of a subject with a value in every field, to which values are given.
struct OneRecord
{
    TestProject t;
    AnyRecord any { *t.project };
    const SubjectOperations &subject;
    qint64 id;

    explicit OneRecord(const char *name) : subject(*findOperations(QLatin1String(name))), id(any.add(subject)) { }

    Result<ChangeSet> set(const QString &values) { return subject.set(*t.project, id, valuesOf(values)); }
    /// Whether the values are refused for @p field with @p code, whatever else is wrong with them.
    bool refuses(const QString &values, const char *field, Code code)
    {
        const QJsonObject before = stateOf(t.project->records());
        const auto done = set(values);
        if (done) {
            static_cast<void>(t.project->undo());
            return false;
        }
        if (done.error().kind != Error::Kind::Invalid || stateOf(t.project->records()) != before)
            qFatal("%s: refused otherwise or not whole", qPrintable(values));
        const auto &problems = done.error().problems;
        return std::any_of(problems.cbegin(), problems.cend(), [&](const FieldProblem &problem) {
            return problem.field == QLatin1String(field) && problem.code == code;
        });
    }
};

struct Order
{
    const char *subject;
    const char *from;
    const char *to;
};
constexpr Order orders[] {
    { "engagement", "period_from", "period_to" },   { "control", "implemented_on", "retired_on" },
    { "evidence", "covers_from", "covers_to" },     { "vendor", "contract_from", "contract_to" },
    { "assessment", "started_on", "completed_on" }, { "vendor_report", "covers_from", "covers_to" },
    { "finding", "found_on", "closed_on" },         { "finding", "found_on", "retested_on" },
    { "population", "covers_from", "covers_to" },   { "test", "tested_on", "reviewed_on" },
};

struct Range
{
    const char *subject;
    const char *field;
    qint64 lowest;
    std::optional<qint64> highest;
};
constexpr Range ranges[] {
    { "risk", "inherent_likelihood", 1, 5 },
    { "risk", "inherent_impact", 1, 5 },
    { "risk", "residual_likelihood", 1, 5 },
    { "risk", "residual_impact", 1, 5 },
    { "risk", "appetite", 1, 25 },
    { "sampling_profile", "size", 1, 10000 },
    { "sampling_profile", "test_all_up_to", 0, 10000 },
    { "sampling_profile", "tolerable_rate", 0, 100 },
    { "sampling_profile", "grace_days", 0, 366 },
    { "control", "grace_days", 0, 366 },
    { "engagement", "due_soon_days", 0, 366 },
    { "question", "weight", 0, 1000 },
    { "test", "tolerable_rate", 0, 100 },
    { "evidence", "ipe_rows", 0, {} },
    { "control_decision", "rule", 1, 24 },
    { "policy", "review_months", 0, 120 },
    { "population", "count", 0, 1'000'000'000 },
};

/// What a state needs: the values that lack it, and what mends them.
struct Need
{
    const char *name;
    const char *subject;
    const char *values;
    const char *field;
    Code code;
    const char *mended; ///< in place of the values that are empty; "@person" is somebody
};
constexpr Need needs[] {
    { "blocked item", "checklist_item", "state=blocked;blocked_by=", "blocked_by", Code::NeedsReason,
      "state=blocked;blocked_by=The auditor" },
    { "item that does not apply", "checklist_item", "state=not_applicable;reason= ", "reason", Code::NeedsReason,
      "state=not_applicable;reason=No office" },
    { "undisclosed incident", "incident", "disclosed=false;undisclosed_reason=", "undisclosed_reason",
      Code::NeedsReason, "disclosed=false;undisclosed_reason=No effect" },
    { "undisclosed change", "significant_change", "disclosed=false;undisclosed_reason=", "undisclosed_reason",
      Code::NeedsReason, "disclosed=false;undisclosed_reason=No effect" },
    { "undisclosed event", "subsequent_event", "disclosed=false;undisclosed_reason=", "undisclosed_reason",
      Code::NeedsReason, "disclosed=false;undisclosed_reason=No effect" },
    { "criterion that is not relevant", "criterion", "not_relevant=true;not_relevant_reason=", "not_relevant_reason",
      Code::NeedsReason, "not_relevant=true;not_relevant_reason=Nothing is stored" },
    { "control that does not apply", "control", "work_status=not_applicable;not_applicable_reason=",
      "not_applicable_reason", Code::NeedsReason, "work_status=not_applicable;not_applicable_reason=No office" },
    { "withheld evidence", "evidence", "shared=false;withheld_reason=", "withheld_reason", Code::NeedsReason,
      "shared=false;withheld_reason=Names of customers" },
    { "vendor approved with conditions", "assessment", "outcome=approved_with_conditions;conditions=", "conditions",
      Code::NeedsReason, nullptr },
    { "vendor approved on no day", "assessment", "outcome=approved;completed_on=", "completed_on", Code::Required,
      nullptr },
    { "accepted risk, by nobody", "risk", "response=accept;accepted_by_id=", "accepted_by_id", Code::Required,
      "response=accept;accepted_by_id=@person" },
    { "accepted risk, for ever", "risk", "response=accept;accepted_until=", "accepted_until", Code::Required,
      "response=accept;accepted_until=2026-12-31" },
    { "accepted finding, by nobody", "finding", "state=risk_accepted;accepted_by_id=", "accepted_by_id", Code::Required,
      "state=risk_accepted;accepted_by_id=@person" },
    { "accepted finding, for ever", "finding", "state=risk_accepted;accepted_until=", "accepted_until", Code::Required,
      "state=risk_accepted;accepted_until=2026-12-31" },
    { "closed finding", "finding", "state=closed;closed_on=", "closed_on", Code::Required,
      "state=closed;closed_on=2026-01-02" },
    { "reviewed report", "vendor_report", "reviewed_on=2026-01-02;reviewed_by_id=", "reviewed_by_id", Code::Required,
      "reviewed_on=2026-01-02;reviewed_by_id=@person" },
    { "concluded test, on no day", "test", "conclusion=passed;tested_on=", "tested_on", Code::Required,
      "conclusion=passed;tested_on=2026-01-02" },
    { "concluded test, by nobody", "test", "conclusion=passed;tester_id=", "tester_id", Code::Required,
      "conclusion=passed;tester_id=@person" },
    { "choice of nothing", "question", "answer_type=choice;options=", "options", Code::Required,
      "answer_type=choice;options=100 Yes" },
    { "window without a start", "engagement", "report_type=type2;period_from=", "period_from", Code::Required,
      "report_type=type2;period_from=2025-07-01;period_to=2026-06-30" },
    { "window without an end", "engagement", "report_type=type2;period_to=", "period_to", Code::Required,
      "report_type=type2;period_from=2025-07-01;period_to=2026-06-30" },
    { "point without a date", "engagement", "report_type=type1;as_of=", "as_of", Code::Required,
      "report_type=type1;as_of=2026-01-02" },
    { "three years and a day", "engagement", "period_from=2025-01-01;period_to=2028-01-01", "period_to",
      Code::OutOfRange, "period_from=2025-01-01;period_to=2027-12-31" },
};

EvidenceId Evidence::*const relations[] { &Evidence::supersedes, &Evidence::redacts, &Evidence::follows };
constexpr const char *relationFields[] { "supersedes_id", "redacts_id", "follows_id" };

} // namespace

/// What is refused beyond the kinds of the fields, and that what lies just inside is taken.
class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    void noEndBeforeItsStart_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(orders)); ++i)
            QTest::addRow("%s %s", orders[i].subject, orders[i].to) << i;
    }
    void noEndBeforeItsStart()
    {
        QFETCH(int, index);
        const Order &order = orders[index];
        OneRecord r(order.subject);
        const auto days = [&](const char *from, const char *to) {
            return QStringLiteral("%1=%2;%3=%4")
                .arg(QLatin1String(order.from), QLatin1String(from), QLatin1String(order.to), QLatin1String(to));
        };
        QVERIFY(r.refuses(days("2026-02-10", "2026-02-09"), order.to, Code::EndBeforeStart));
        QVERIFY(!r.refuses(days("2026-02-10", "2026-02-10"), order.to, Code::EndBeforeStart));
        QVERIFY(!r.refuses(days("2026-02-10", ""), order.to, Code::EndBeforeStart));
        QVERIFY(!r.refuses(days("", "2026-02-09"), order.to, Code::EndBeforeStart));
    }

    void numbersStayInTheirRange_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(ranges)); ++i)
            QTest::addRow("%s %s", ranges[i].subject, ranges[i].field) << i;
    }
    void numbersStayInTheirRange()
    {
        QFETCH(int, index);
        const Range &range = ranges[index];
        OneRecord r(range.subject);
        const auto given = [&](qint64 number) {
            return QStringLiteral("%1=%2").arg(QLatin1String(range.field), QString::number(number));
        };
        QVERIFY(r.refuses(given(range.lowest - 1), range.field, Code::OutOfRange));
        QVERIFY(r.set(given(range.lowest)));
        const qint64 highest = range.highest.value_or(std::numeric_limits<qint64>::max());
        QVERIFY(r.set(given(highest)));
        if (range.highest)
            QVERIFY(r.refuses(given(highest + 1), range.field, Code::OutOfRange));
    }

    void whatAStateNeeds_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(needs)); ++i)
            QTest::newRow(needs[i].name) << i;
    }
    void whatAStateNeeds()
    {
        QFETCH(int, index);
        const Need &need = needs[index];
        OneRecord r(need.subject);
        QVERIFY(r.refuses(QLatin1String(need.values), need.field, need.code));
        if (!need.mended)
            return;
        QString mended = QLatin1String(need.mended);
        const PersonId somebody = r.t.addPerson(QStringLiteral("Priya"));
        const auto done = r.set(mended.replace(QStringLiteral("@person"), somebody.toString()));
        QVERIFY2(done, done ? "" : qPrintable(done.error().problems.first().field));
    }

    void noItemLeadsBackToItself_data()
    {
        QTest::addColumn<int>("relation");
        QTest::addColumn<int>("length");
        for (int relation = 0; relation < 3; ++relation) {
            for (const int length : { 1, 2, 3 })
                QTest::addRow("%s, %d", relationFields[relation], length) << relation << length;
        }
    }
    void noItemLeadsBackToItself()
    {
        QFETCH(int, relation);
        QFETCH(int, length);
        TestProject t;
        QList<EvidenceId> items;
        for (int i = 0; i < length; ++i)
            items.append(t.addEvidence(QStringLiteral("E-000%1").arg(i)));
        const auto lead = [&](EvidenceId from, EvidenceId to) {
            return setFields<Evidence>(*t.project, { from }, { { QLatin1String(relationFields[relation]), to.value } });
        };
        for (int i = 1; i < length; ++i)
            QVERIFY(lead(items.at(i - 1), items.at(i)));
        const auto closed = lead(items.last(), items.first());
        QVERIFY(!closed);
        QCOMPARE(closed.error().problems,
                 (QList<FieldProblem> { { QLatin1String(relationFields[relation]), Code::Cycle, {} } }));
        QVERIFY(!(t.project->records().evidence.find(items.last())->*relations[relation]));
    }
};

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
