#include "model/policies/versions.h"
#include "model/record/json.h"
#include "model/store/connection.h"
#include "model/store/projectstorage.h"
#include "model/store/replay.h"
#include "model/store/schema.h"
#include "model/store/statement.h"
#include "tests/support/anyrecord.h"
#include "tests/support/projects.h"
#include "tests/support/projectstate.h"

#include <QRegularExpression>
#include <QTest>

using namespace tb;

namespace {

/// A subject that only this test knows: whatever follows from a description follows for it too.
struct Badge
{
    Id<"badge"> id;
    QString code;
    QDate issuedOn;
    PersonId holder;

    bool operator==(const Badge &) const = default;
};

QStringList columnsOf(Connection &connection, const QString &table)
{
    const QByteArray sql = "PRAGMA table_info(\"" + table.toUtf8() + "\")";
    auto query = Statement::prepare(connection.handle(), sql.constData());
    QStringList columns;
    while (query && query.value().next())
        columns.append(query.value().text(1));
    return columns;
}

/// First columns of the indexes of a table.
QStringList indexedColumns(Connection &connection, const QString &table)
{
    const QByteArray sql = "SELECT (SELECT name FROM pragma_index_info(l.name) WHERE seqno=0) FROM pragma_index_list('"
        + table.toUtf8() + "') AS l";
    auto query = Statement::prepare(connection.handle(), sql.constData());
    QStringList columns;
    while (query && query.value().next())
        columns.append(query.value().text(0));
    return columns;
}

/// Fields that no other value fits by itself, and why the test need not find one.
const QStringList &bound()
{
    static const QStringList fields { // an assessment is complete with answers only: tst_vendors
                                      QStringLiteral("assessment completed_on"), QStringLiteral("assessment outcome")
    };
    return fields;
}

bool isTextField(const FieldSpec &field)
{
    return field.kind == FieldKind::Text && !field.has(Fixed);
}

} // namespace

template <> struct tb::Description<Badge>
{
    static constexpr const char *table = "badge";
    static constexpr const char *plural = "badges";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Badge::code>("code", Required),
        field<&Badge::issuedOn>("issued_on"),
        field<&Badge::holder>("holder_id"),
    };
};

/// What every subject gets from its description, tried on every subject.
class TestSubjects : public QObject
{
    Q_OBJECT

private slots:
    void oneLineMakesAField()
    {
        TestProject t;
        Connection &connection = t.project->storage().connection();
        QVERIFY(connection.execute("CREATE TEMP TABLE badge(id INTEGER PRIMARY KEY, code TEXT NOT NULL, issued_on TEXT,"
                                   " holder_id INTEGER)"));
        Badge badge { { 7 }, QStringLiteral("B-1"), QDate(2026, 2, 3), { 9 } };
        QVERIFY(store::insert(connection, badge));
        Badge renamed = badge;
        renamed.code = QStringLiteral("B-2");
        QVERIFY(store::update(connection, badge, renamed));
        const auto read = store::load<Badge>(connection, 7);
        QVERIFY(read);
        QCOMPARE(read.value(), renamed);
        QCOMPARE(toJson(renamed),
                 (QJsonObject { { QStringLiteral("id"), QStringLiteral("7") },
                                { QStringLiteral("code"), QStringLiteral("B-2") },
                                { QStringLiteral("issued_on"), QStringLiteral("2026-02-03") },
                                { QStringLiteral("holder_id"), QStringLiteral("9") } }));
        renamed.code = QStringLiteral(" ");
        QCOMPARE(checkFields(renamed).size(), 1);
    }

    void everyTableIsLoggedOrNamedAsNot()
    {
        QStringList described;
        for (const SubjectOperations &subject : subjectOperations())
            described.append(subject.spec->tableName());
        for (const LinkSpec &link : linkSpecs())
            described.append(QLatin1String(link.table));
        QStringList logged = schema::loggedTables();
        described.sort();
        logged.sort();
        QCOMPARE(logged, described);
    }

    void columnsStandAsTheDescriptionSays_data() { everySubject(); }
    void columnsStandAsTheDescriptionSays()
    {
        // The log names cells by position: a column in another place would be described as another field.
        QFETCH(int, index);
        TestProject t;
        const SubjectSpec &spec = *subjectOperations()[static_cast<std::size_t>(index)].spec;
        QStringList fields { QStringLiteral("id") };
        for (int i = 0; i < spec.fieldCount; ++i)
            fields.append(spec.fieldAt(i).nameString());
        QCOMPARE(columnsOf(t.project->storage().connection(), spec.tableName()), fields);
        QVERIFY(fields.contains(QLatin1String(spec.label)));
        QVERIFY(fields.contains(QLatin1String(spec.order)));
    }

    void everyReferenceLeadsSomewhereAndPartsHaveAnIndex_data() { everySubject(); }
    void everyReferenceLeadsSomewhereAndPartsHaveAnIndex()
    {
        QFETCH(int, index);
        TestProject t;
        const SubjectSpec &spec = *subjectOperations()[static_cast<std::size_t>(index)].spec;
        const QStringList indexed = indexedColumns(t.project->storage().connection(), spec.tableName());
        for (int i = 0; i < spec.fieldCount; ++i) {
            const FieldSpec &field = spec.fieldAt(i);
            if (field.kind != FieldKind::Reference)
                continue;
            QVERIFY2(findSubject(QLatin1String(field.target)), field.name);
            if (field.has(Part))
                QVERIFY2(indexed.contains(field.nameString()), field.name);
        }
    }

    void madeEditedUndoneAndRedone_data() { everySubject(); }
    void madeEditedUndoneAndRedone()
    {
        QFETCH(int, index);
        const SubjectOperations &subject = subjectOperations()[static_cast<std::size_t>(index)];
        TestProject t;
        AnyRecord any(*t.project);
        const qint64 id = any.add(subject);
        const QJsonObject whole = stateOf(t.project->records());
        QVERIFY(t.project->undo());
        QVERIFY(!subject.contains(t.project->records(), id));
        QVERIFY(t.project->redo());
        QCOMPARE(stateOf(t.project->records()), whole);
        QStringList stuck;
        for (int i = 0; i < subject.spec->fieldCount; ++i) {
            const FieldSpec &field = subject.spec->fieldAt(i);
            if (field.has(Fixed))
                continue;
            bool edited = false;
            editBackAndForth(*t.project, subject, id, field, any.alternatives(*subject.spec, field), edited);
            if (!edited)
                stuck.append(subject.spec->tableName() + QLatin1Char(' ') + field.nameString());
        }
        const QString table = subject.spec->tableName() + QLatin1Char(' ');
        QCOMPARE(stuck, bound().filter(QRegularExpression(QLatin1Char('^') + table)));
        const auto faults = checkReplay(t.project->storage().connection());
        QVERIFY(faults && faults.value().isEmpty());
        QCOMPARE(stateOf(t.reopened()->records()), stateOf(t.project->records()));
    }

    void removedWithItsPartsAndBroughtBack_data() { everySubject(); }
    void removedWithItsPartsAndBroughtBack()
    {
        QFETCH(int, index);
        const SubjectOperations &subject = subjectOperations()[static_cast<std::size_t>(index)];
        TestProject t;
        AnyRecord any(*t.project);
        const qint64 id = any.add(subject);
        const QJsonObject before = stateOf(t.project->records());
        const auto removed = subject.remove(*t.project, { id });
        static const QStringList lasting { QStringLiteral("draw"), QStringLiteral("sampled_item"),
                                           QStringLiteral("control_revision") };
        if (lasting.contains(subject.spec->tableName())) { // every draw stays listed, and what a control once said
            QVERIFY(!removed);
            QCOMPARE(removed.error().kind, Error::Kind::Invalid);
            QCOMPARE(removed.error().problems.first().code, FieldProblem::Code::Frozen);
            QCOMPARE(stateOf(t.project->records()), before);
            return;
        }
        QVERIFY2(removed, subject.spec->table);
        QVERIFY(!subject.contains(t.project->records(), id));
        const QJsonObject without = stateOf(t.project->records());
        QVERIFY(t.project->undo());
        QCOMPARE(stateOf(t.project->records()), before);
        QVERIFY(t.project->redo());
        QCOMPARE(stateOf(t.project->records()), without);
        QCOMPARE(stateOf(t.reopened()->records()), without);
        const auto faults = checkReplay(t.project->storage().connection());
        QVERIFY(faults && faults.value().isEmpty());
    }

    void whatOnlyACommandSaysIsNotTyped_data() { everySubject(); }
    void whatOnlyACommandSaysIsNotTyped()
    {
        QFETCH(int, index);
        const SubjectOperations &subject = subjectOperations()[static_cast<std::size_t>(index)];
        if (!isStamped(*subject.spec))
            return;
        TestProject t;
        AnyRecord any(*t.project);
        const qint64 id = any.add(subject);
        const LogHead head = t.project->head();
        QStringList refused;
        const auto made = subject.create(*t.project, any.values(subject, 2));
        QVERIFY(!made);
        for (const FieldProblem &problem : made.error().problems) {
            QCOMPARE(problem.code, FieldProblem::Code::NotEditable);
            refused.append(problem.field);
        }
        for (int i = 0; i < subject.spec->fieldCount; ++i) {
            const FieldSpec &field = subject.spec->fieldAt(i);
            QCOMPARE(refused.contains(field.nameString()), field.has(Stamped));
            if (field.has(Stamped)) {
                QVERIFY(field.has(Fixed) && field.has(Required));
                expectProblem(*t.project, subject, id, { field.nameString(), any.value(*subject.spec, field, 2) });
            }
        }
        QCOMPARE(t.project->head(), head);
    }

    void aTextMadeByNameIsTheNextDraft()
    {
        TestProject t;
        AnyRecord any(*t.project);
        const SubjectOperations &versions = *findOperations(QStringLiteral("policy_versions"));
        const qint64 policy = any.add(*findOperations(QStringLiteral("policy")));
        const QList<FieldValue> values { { QStringLiteral("policy_id"), policy },
                                         { QStringLiteral("body"), QStringLiteral("# Access") } };
        const auto first = versions.create(*t.project, values);
        QVERIFY(first);
        QVERIFY(!versions.create(*t.project, values)); // one draft at a time
        const PolicyVersionId id { first.value() };
        QCOMPARE(t.project->records().policyVersions.find(id)->number, 1);
        QCOMPARE(t.project->records().policyVersions.find(id)->state, VersionState::Draft);
        const PersonId approver = t.addPerson(QStringLiteral("Priya"));
        QVERIFY(approveVersion(*t.project, id, { approver, QDate(2026, 2, 3), {} }));
        const auto second = versions.create(*t.project, values);
        QVERIFY(second);
        QCOMPARE(t.project->records().policyVersions.find({ second.value() })->number, 2);
    }

    void badTextIsRefusedWhole_data() { everySubject(); }
    void badTextIsRefusedWhole()
    {
        QFETCH(int, index);
        const SubjectOperations &subject = subjectOperations()[static_cast<std::size_t>(index)];
        TestProject t;
        AnyRecord any(*t.project);
        const qint64 id = any.add(subject);
        const LogHead head = t.project->head();
        const QStringList bad { QString(1024 * 1024, QLatin1Char('x')), QStringLiteral("a\x01"),
                                QString(QChar(0xd800)) + QLatin1Char('a') };
        for (int i = 0; i < subject.spec->fieldCount; ++i) {
            const FieldSpec &field = subject.spec->fieldAt(i);
            if (!isTextField(field))
                continue;
            for (const QString &text : bad)
                expectProblem(*t.project, subject, id, { field.nameString(), text });
            if (field.has(Required))
                expectProblem(*t.project, subject, id, { field.nameString(), QStringLiteral("  ") });
        }
        expectProblem(*t.project, subject, id, { QStringLiteral("no_such_field"), 1 });
        QCOMPARE(t.project->head().seq, head.seq);
        QCOMPARE(t.project->head().hash, head.hash);
    }

    void whatIsNoValueIsRefused_data() { everySubject(); }
    void whatIsNoValueIsRefused()
    {
        QFETCH(int, index);
        const SubjectOperations &subject = subjectOperations()[static_cast<std::size_t>(index)];
        TestProject t;
        AnyRecord any(*t.project);
        const qint64 id = any.add(subject);
        const LogHead head = t.project->head();
        for (int i = 0; i < subject.spec->fieldCount; ++i) {
            const FieldSpec &field = subject.spec->fieldAt(i);
            if (field.kind == FieldKind::Text || field.kind == FieldKind::List)
                continue;
            expectProblem(*t.project, subject, id, { field.nameString(), QStringLiteral("neither word nor number") });
            if (field.kind == FieldKind::Reference && !field.has(Fixed))
                expectProblem(*t.project, subject, id, { field.nameString(), 4242 });
        }
        QCOMPARE(t.project->head().seq, head.seq);
    }

    void linkedUnlinkedAndUndone_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(linkLists)); ++i)
            QTest::newRow(linkLists[i].spec->table) << i;
    }
    void linkedUnlinkedAndUndone()
    {
        QFETCH(int, index);
        const LinkList &link = linkLists[index];
        TestProject t;
        AnyRecord any(*t.project);
        const SubjectOperations &left = *findOperations(QLatin1String(link.spec->leftTable));
        const SubjectOperations &right = *findOperations(QLatin1String(link.spec->rightTable));
        const qint64 a = any.add(left, 1);
        const qint64 b = any.add(right, 2);
        const auto linked = [&] { return (t.project->records().*link.map).contains(a, b); };
        QVERIFY(setLinks(*t.project, *link.spec, { a }, { b }, true));
        QVERIFY(linked());
        QVERIFY(t.project->undo());
        QVERIFY(!linked());
        QVERIFY(t.project->redo());
        QVERIFY(linked());
        QCOMPARE(findLinkBetween(right.spec->tableName(), left.spec->tableName()), &link);
        QVERIFY(left.remove(*t.project, { a })); // its links go with it
        QVERIFY(!linked());
        QVERIFY(t.project->undo());
        QVERIFY(linked());
        QCOMPARE(stateOf(t.reopened()->records()), stateOf(t.project->records()));
        QVERIFY(setLinks(*t.project, *link.spec, { a }, { b }, false));
        QVERIFY(!linked());
    }

    void anEditTouchesOneRowWhateverTheSubject_data() { everySubject(); }
    void anEditTouchesOneRowWhateverTheSubject()
    {
        QFETCH(int, index);
        const SubjectOperations &subject = subjectOperations()[static_cast<std::size_t>(index)];
        TestProject t;
        AnyRecord any(*t.project);
        const qint64 id = any.add(subject);
        const bool isControl = subject.spec->tableName() == QLatin1String("control");
        for (int i = 0; i < subject.spec->fieldCount; ++i) {
            const FieldSpec &field = subject.spec->fieldAt(i);
            if (!isTextField(field) || field.nameString() == QLatin1String("results"))
                continue;
            const auto set = subject.set(*t.project, id, { { field.nameString(), QStringLiteral("another text") } });
            if (set)
                QVERIFY(set.value().rows.size() <= (isControl ? 2 : 1)); // and what a control said until now
        }
    }

private:
    static void everySubject()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const SubjectOperations &subject : subjectOperations())
            QTest::newRow(subject.spec->table) << index++;
    }
    /// Gives the field the first of the values that it takes, undoes and redoes that.
    static void editBackAndForth(Project &project, const SubjectOperations &subject, qint64 id, const FieldSpec &field,
                                 const QVariantList &alternatives, bool &edited)
    {
        const QJsonObject before = stateOf(project.records());
        for (const QVariant &given : alternatives) {
            const auto set = subject.set(project, id, { { field.nameString(), given } });
            edited = set && !set.value().isEmpty();
            if (edited)
                break;
            QCOMPARE(stateOf(project.records()), before); // refused whole, or what it said already
        }
        if (!edited)
            return;
        const QJsonObject after = stateOf(project.records());
        QVERIFY2(after != before, field.name);
        QVERIFY(project.undo());
        QCOMPARE(stateOf(project.records()), before);
        QVERIFY(project.redo());
        QCOMPARE(stateOf(project.records()), after);
    }
    static void expectProblem(Project &project, const SubjectOperations &subject, qint64 id, const FieldValue &given)
    {
        const QJsonObject before = subject.json(project.records(), id);
        const auto set = subject.set(project, id, { given });
        QVERIFY2(!set, qPrintable(given.field));
        QCOMPARE(set.error().kind, Error::Kind::Invalid);
        const auto &problems = set.error().problems;
        QVERIFY(std::any_of(problems.cbegin(), problems.cend(),
                            [&](const FieldProblem &problem) { return problem.field == given.field; }));
        QCOMPARE(subject.json(project.records(), id), before);
    }
};

QTEST_GUILESS_MAIN(TestSubjects)
#include "tst_subjects.moc"
