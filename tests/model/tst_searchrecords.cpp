#include "model/record/recordstore.h"
#include "model/search/search.h"
#include "model/search/subjectindex.h"
#include "model/seededkeys.h"
#include "model/store/replay.h"
#include "model/store/schema.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "model/subjects.h"
#include "tests/support/projects.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tb;

namespace {

/// Hits as "table code-or-key field [snippet]" lines.
QString listed(Project &project, const QString &text, int limit = 20)
{
    const auto answer = searchProject(project.storage(), text, limit);
    if (!answer)
        return QStringLiteral("error ") + answer.error().detail;
    QStringList lines;
    for (const IndexHit &hit : answer.value().hits)
        lines.append(hit.subject + QLatin1Char(' ') + hit.field + QLatin1Char(' ')
                     + hit.snippet.marked(QStringLiteral("["), QStringLiteral("]")));
    return lines.join(QStringLiteral("; "));
}

/// Everything that the index of records holds, in an order of its own.
QStringList contents(Connection &connection)
{
    auto query = Statement::prepare(connection.handle(),
                                    "SELECT r.subject, r.record_id, s.head, s.body FROM search_record r"
                                    " LEFT JOIN search_words s ON s.rowid=r.id ORDER BY r.subject, r.record_id");
    QStringList rows;
    while (query && query.value().next()) {
        rows.append(QStringLiteral("%1 %2 %3 | %4")
                        .arg(query.value().text(0))
                        .arg(query.value().integer(1))
                        .arg(query.value().text(2), query.value().text(3)));
    }
    return rows;
}

qint64 count(Connection &connection, const char *sql)
{
    auto query = Statement::prepare(connection.handle(), sql);
    return query && query.value().next() ? query.value().integer(0) : -1;
}

/// A text for @p field that no other field has.
QString wordFor(const SubjectSpec &subject, const FieldSpec &field)
{
    QString word = QLatin1Char('w') + subject.tableName() + field.nameString();
    return word.remove(QLatin1Char('_'));
}

/// A row 77 whose searched fields hold their words, and the others as little as the table allows.
Status insertWords(Connection &connection, const SubjectSpec &subject)
{
    auto columns = Statement::prepare(connection.handle(), "SELECT name, type, \"notnull\" FROM pragma_table_info(?)");
    if (!columns)
        return columns.error();
    columns.value().bind(1, QStringView(QString(subject.tableName())));
    QStringList values;
    while (columns.value().next()) {
        const FieldSpec *field = subject.find(columns.value().text(0));
        const bool isText = columns.value().text(1) == QLatin1String("TEXT");
        values.append(columns.value().text(0) == QLatin1String("id") ? QStringLiteral("77")
                          : field && field->has(Searched)
                          ? QLatin1Char('\'') + wordFor(subject, *field) + QLatin1Char('\'')
                          : columns.value().integer(2) == 0 ? QStringLiteral("NULL")
                          : isText                          ? QStringLiteral("'-'")
                                                            : QStringLiteral("0"));
    }
    const QString sql
        = QStringLiteral("INSERT INTO \"%1\" VALUES(%2)").arg(subject.tableName(), values.join(QLatin1Char(',')));
    return connection.execute(sql.toUtf8().constData());
}

} // namespace

/// The search index of records and searching it.
class TestSearchRecords : public QObject
{
    Q_OBJECT

private slots:
    void everySearchedFieldOfEverySubjectIsFound()
    {
        TestProject test;
        Connection &connection = test.project->storage().connection();
        QVERIFY(connection.execute("PRAGMA foreign_keys=OFF"));
        int fields = 0;
        for (const SubjectOperations &operations : subjectOperations()) {
            const SubjectSpec &subject = *operations.spec;
            const auto searched = subjectindex::searchedFields(subject.tableName());
            if (searched.names.isEmpty())
                continue;
            // Straight into the table by the door: whatever else a subject requires is not the index's concern.
            const auto done = test.project->change([&](Connection &inside) { return insertWords(inside, subject); });
            QVERIFY2(done,
                     qPrintable(subject.tableName() + QLatin1Char(' ') + (done ? QString() : done.error().detail)));
            for (const QByteArray &name : searched.names) {
                const QString word = wordFor(subject, *subject.find(QString::fromLatin1(name)));
                const auto answer = search(connection, word + QLatin1Char(' '), 20);
                QVERIFY(answer);
                QCOMPARE(answer.value().hits.size(), 1);
                const IndexHit &hit = answer.value().hits.first();
                QCOMPARE(hit.subject, QString(subject.tableName()));
                QCOMPARE(hit.id, 77);
                QCOMPARE(hit.field, QString::fromLatin1(name));
                QCOMPARE(hit.snippet.marked(QStringLiteral("["), QStringLiteral("]")),
                         QLatin1Char('[') + word + QLatin1Char(']'));
                ++fields;
            }
        }
        QVERIFY(fields >= 12);
    }

    /// Long texts are searched, whoever wrote them; but for what the library says beside its questions and steps.
    void longTextsAreSearched()
    {
        static const QStringList library { QStringLiteral("description_section guidance"),
                                           QStringLiteral("question guidance"),
                                           QStringLiteral("question bad_answer"),
                                           QStringLiteral("question options"),
                                           QStringLiteral("questionnaire description"),
                                           QStringLiteral("checklist_item done_when"),
                                           QStringLiteral("role description") };
        QStringList left;
        for (const SubjectOperations &operations : subjectOperations()) {
            const SubjectSpec &subject = *operations.spec;
            for (int i = 0; i < subject.fieldCount; ++i) {
                const FieldSpec &field = subject.fieldAt(i);
                if (field.has(Long) && !field.has(Searched))
                    left.append(subject.tableName() + QLatin1Char(' ') + field.nameString());
            }
        }
        left.sort();
        QStringList expected = library;
        expected.sort();
        QCOMPARE(left, expected);
    }

    void theEngagementAndEarlierWordingsAreFound()
    {
        TestProject test;
        Engagement engagement;
        engagement.organisation = QStringLiteral("Fernbrook");
        engagement.service = QStringLiteral("Insight");
        engagement.categories = { QStringLiteral("security") };
        engagement.from = QDate(2026, 1, 1);
        engagement.to = QDate(2026, 6, 30);
        QVERIFY(createRecord(*test.project, engagement));
        QCOMPARE(listed(*test.project, QStringLiteral("fernbrook ")),
                 QStringLiteral("engagement organisation [Fernbrook]"));
        QCOMPARE(listed(*test.project, QStringLiteral("insight ")), QStringLiteral("engagement service [Insight]"));
        const ControlId id = test.addControl(QStringLiteral("AC-08"), QStringLiteral("Badges"));
        QVERIFY(setWorkStatus(*test.project, { id }, WorkStatus::Implemented, QDate(2026, 1, 10)));
        QVERIFY(reviseControl(*test.project, id, { { QStringLiteral("title"), QStringLiteral("Lanyards") } },
                              QDate(2026, 2, 1)));
        QCOMPARE(listed(*test.project, QStringLiteral("badges ")), QStringLiteral("control_revision title [Badges]"));
    }

    void namesComeBeforeTheRest()
    {
        TestProject test;
        Control other;
        other.code = QStringLiteral("LV-01");
        other.title = QStringLiteral("Checklist");
        other.description = QStringLiteral("for a leaver, and again a leaver");
        QVERIFY(createRecord(*test.project, other));
        test.addControl(QStringLiteral("AC-08"), QStringLiteral("Leaver loses access"));
        QCOMPARE(listed(*test.project, QStringLiteral("leaver")),
                 QStringLiteral("control title [Leaver] loses access; control description for a [leaver], and again a "
                                "[leaver]"));
        QCOMPARE(listed(*test.project, QStringLiteral("ac-0")), QStringLiteral("control code [AC-08]"));
        QCOMPARE(listed(*test.project, QStringLiteral("lv-01 again")),
                 QStringLiteral("control code [LV-01]")); // words of different fields; the first is shown
    }

    void aPhraseDoesNotReachAcrossFields()
    {
        TestProject test;
        Control control;
        control.code = QStringLiteral("AC-01");
        control.title = QStringLiteral("Quarterly review");
        control.description = QStringLiteral("Access is looked at");
        QVERIFY(createRecord(*test.project, control));
        QCOMPARE(listed(*test.project, QStringLiteral("\"review access\" ")), QString());
        QCOMPARE(listed(*test.project, QStringLiteral("\"quarterly review\" ")),
                 QStringLiteral("control title [Quarterly review]"));
        QCOMPARE(listed(*test.project, QStringLiteral("\"review quarterly\" ")), QString());
    }

    void nothingTypedIsAnError_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
             { "\"",      "*", "a*b", "head:", "NEAR(", "(",  ")",  "^",       "-",       "a AND", "OR",
               "NOT NOT", "{", "'",   "\\",    ";",     "--", "%s", "\"a\" *", "a\"b\"c", "+",     "\xf0\x9f\x98\x80" })
            QTest::newRow(typed) << QString::fromUtf8(typed);
        QTest::newRow("zero") << QString(3, QChar(0));
        QTest::newRow("surrogate") << QString(QChar(0xDC00));
        QTest::newRow("a megabyte") << QStringLiteral("x\" ").repeated(400'000);
    }
    void nothingTypedIsAnError()
    {
        QFETCH(QString, typed);
        TestProject test;
        test.addControl(QStringLiteral("AC-08"));
        const auto answer = searchProject(test.project->storage(), typed, 5);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    }

    void undoRedoAndRevertAreFollowed()
    {
        TestProject test;
        const ControlId id = test.addControl(QStringLiteral("AC-08"), QStringLiteral("First"));
        const auto titled = [&](const QString &title) {
            return setFields<Control>(*test.project, { id }, { { QStringLiteral("title"), title } });
        };
        const auto second = titled(QStringLiteral("Second"));
        QVERIFY(second);
        QCOMPARE(listed(*test.project, QStringLiteral("first ")), QString());
        QCOMPARE(listed(*test.project, QStringLiteral("second ")), QStringLiteral("control title [Second]"));
        QVERIFY(test.project->undo());
        QCOMPARE(listed(*test.project, QStringLiteral("first ")), QStringLiteral("control title [First]"));
        QCOMPARE(listed(*test.project, QStringLiteral("second ")), QString());
        QVERIFY(test.project->redo());
        QCOMPARE(listed(*test.project, QStringLiteral("second ")), QStringLiteral("control title [Second]"));
        QVERIFY(test.project->revert(second.value().seq));
        QCOMPARE(listed(*test.project, QStringLiteral("first ")), QStringLiteral("control title [First]"));
        QVERIFY(removeRecords<Control>(*test.project, { id }));
        QCOMPARE(listed(*test.project, QStringLiteral("ac-08 ")), QString());
        QVERIFY(test.project->undo());
        QCOMPARE(listed(*test.project, QStringLiteral("ac-08 ")), QStringLiteral("control code [AC-08]"));
    }

    void aRefusedChangeLeavesTheIndex()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-08"));
        const QStringList before = contents(test.project->storage().connection());
        const auto refused = test.project->change([](Connection &connection) -> Status {
            if (auto done = connection.execute("UPDATE control SET title='Elsewhere'"); !done)
                return done;
            return Error { Error::Kind::Conflict };
        });
        QVERIFY(!refused);
        QCOMPARE(contents(test.project->storage().connection()), before);
        QCOMPARE(listed(*test.project, QStringLiteral("elsewhere")), QString());
    }

    void aChangeOfOtherFieldsWritesNothingToTheIndex()
    {
        TestProject test;
        const ControlId id = test.addControl(QStringLiteral("AC-08"));
        Connection &connection = test.project->storage().connection();
        const auto blocks = [&] { return count(connection, "SELECT sum(length(block)) FROM search_words_data"); };
        const qint64 before = blocks();
        QVERIFY(setFields<Control>(*test.project, { id }, { { QStringLiteral("grace_days"), 5 } }));
        QCOMPARE(blocks(), before);
        QVERIFY(setFields<Control>(*test.project, { id }, { { QStringLiteral("notes"), QStringLiteral("new") } }));
        QVERIFY(blocks() != before);
    }

    void changesOfJobsAreFollowed()
    {
        TestProject test;
        Person person;
        person.id = { 5 };
        person.name = QStringLiteral("Jo Elsewhere");
        const Work work = [&](Connection &connection) { return store::insert(connection, person); };
        const auto changed = QtConcurrent::run([&] { return static_cast<bool>(test.project->change(work)); }).result();
        QVERIFY(changed);
        QCOMPARE(listed(*test.project, QStringLiteral("elsewhere")), QStringLiteral("person name Jo [Elsewhere]"));
    }

    void theIndexIsWhatARebuildMakes_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void theIndexIsWhatARebuildMakes()
    {
        QFETCH(quint32, seed);
        const SeededKeys keys("seed " + QByteArray::number(seed)); // else a seed says nothing the next time
        TestProject test;
        QRandomGenerator random(seed);
        for (int step = 0; step < 120; ++step)
            randomStep(test, random);
        Connection &connection = test.project->storage().connection();
        const QStringList kept = contents(connection);
        QVERIFY(kept.size() > 3);
        QVERIFY(subjectindex::rebuild(connection));
        QCOMPARE(kept, contents(connection));
        QCOMPARE(count(connection, "SELECT count(*) FROM search_words"), kept.size());
        const auto checked = connection.execute("INSERT INTO search_words(search_words) VALUES('integrity-check')");
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
        const auto replay = checkReplay(connection);
        QVERIFY(replay);
        QCOMPARE(replay.value(), QList<LogFault> {});
    }

    void aFileOfAnOlderVersionIsIndexedWhenItOpens()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-08"), QStringLiteral("Older"));
        Connection &connection = test.project->storage().connection();
        const QStringList before = contents(connection);
        QVERIFY(subjectindex::isCurrent(connection).value());
        // What migration leaves: tables without a row and nothing remembered.
        QVERIFY(connection.execute("DELETE FROM search_words; DELETE FROM search_record;"
                                   "DELETE FROM meta WHERE key='search_index'"));
        QVERIFY(!subjectindex::isCurrent(connection).value());
        QCOMPARE(listed(*test.project, QStringLiteral("older")), QString());
        test.reopen();
        QCOMPARE(contents(test.project->storage().connection()), before);
        QCOMPARE(listed(*test.project, QStringLiteral("older")), QStringLiteral("control title [Older]"));
    }

    void migrationFromTheFirstVersionKeepsTheRecords()
    {
        auto opened = schema::openMemory();
        QVERIFY(opened);
        Connection &connection = *opened.value();
        QVERIFY(schema::migrate(connection, 1));
        QCOMPARE(count(connection, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'search%'"), 0);
        QVERIFY(connection.execute("INSERT INTO person VALUES(3, 'Ana Costa', '', '', '', 1)"));
        QVERIFY(schema::migrate(connection));
        QVERIFY(schema::checkText(connection));
        QVERIFY(!subjectindex::isCurrent(connection).value());
        QVERIFY(subjectindex::rebuild(connection));
        QVERIFY(subjectindex::isCurrent(connection).value());
        const auto answer = search(connection, QStringLiteral("costa"), 5);
        QVERIFY(answer);
        QCOMPARE(answer.value().hits.size(), 1);
        QCOMPARE(answer.value().hits.first().id, 3);
    }

    void aReadOnlyProjectIsSearchedAndNotWritten()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-08"));
        test.project.reset();
        auto storage = PlainStorage::at(test.folder.filePath(QStringLiteral("project.db")));
        QVERIFY(storage->connection().execute("DELETE FROM meta WHERE key='search_index'"));
        storage->readOnly = true;
        auto project = Project::load(std::move(storage), QStringLiteral("Ana"));
        QVERIFY(project);
        QCOMPARE(listed(*project.value(), QStringLiteral("ac-08")), QStringLiteral("control code [AC-08]"));
        QVERIFY(!subjectindex::isCurrent(project.value()->storage().connection()).value());
    }

    void theLimitIsKeptAndSaid()
    {
        TestProject test;
        for (int i = 1; i <= 7; ++i)
            test.addControl(QStringLiteral("AC-%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("Same"));
        const auto some = searchProject(test.project->storage(), QStringLiteral("same"), 5);
        QVERIFY(some);
        QCOMPARE(some.value().hits.size(), 5);
        QVERIFY(!some.value().isComplete);
        const auto all = searchProject(test.project->storage(), QStringLiteral("same"), 7);
        QVERIFY(all);
        QCOMPARE(all.value().hits.size(), 7);
        QVERIFY(all.value().isComplete);
        for (qsizetype i = 1; i < all.value().hits.size(); ++i)
            QVERIFY(all.value().hits.at(i - 1).rank <= all.value().hits.at(i).rank);
        QCOMPARE(searchProject(test.project->storage(), QStringLiteral("same"), 0).value().hits.size(), 0);
    }

    void theLimitIsOfEachSubjectWhereThatIsAskedFor()
    {
        TestProject test;
        for (int i = 1; i <= 7; ++i)
            test.addControl(QStringLiteral("AC-%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("Same"));
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = QStringLiteral("The same in many more words than these that stand here before it");
        QVERIFY(createRecord(*test.project, risk)); // the last by relevance
        const auto some = searchSubjects(test.project->storage(), QStringLiteral("same"), 5);
        QVERIFY(some);
        QCOMPARE(some.value().hits.size(), 6);
        QCOMPARE(some.value().hits.last().subject, QStringLiteral("risk"));
        QVERIFY(!some.value().isComplete);
        for (qsizetype i = 1; i < some.value().hits.size(); ++i)
            QVERIFY(some.value().hits.at(i - 1).rank <= some.value().hits.at(i).rank);
        const auto all = searchSubjects(test.project->storage(), QStringLiteral("same"), 7);
        QVERIFY(all);
        QCOMPARE(all.value().hits.size(), 8);
        QVERIFY(all.value().isComplete);
    }

    void onlyOneTurnIsTakenAtATime()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-08"));
        // A writer's turn is under way: the search waits for it instead of failing.
        QFuture<bool> found;
        {
            const auto turn = test.project->storage().gate().enter(WriteGate::Foreground);
            found = QtConcurrent::run([&] {
                const auto answer = searchProject(test.project->storage(), QStringLiteral("ac-08"), 5);
                return answer && answer.value().hits.size() == 1;
            });
            while (test.project->storage().gate().waiting() == 0)
                QThread::yieldCurrentThread();
        }
        QVERIFY(found.result());
    }

private:
    static void randomStep(TestProject &test, QRandomGenerator &random)
    {
        static const QStringList words {
            QStringLiteral("Zugriff"),    QStringLiteral("\u00dcberpr\u00fcfung"), QStringLiteral("access"),
            QStringLiteral("\"quoted\""), QString(QChar(subjectindex::boundary)),  QString()
        };
        const QString word = words.at(random.bounded(static_cast<int>(words.size())));
        const QList<Control> controls = test.project->records().controls.all();
        const auto any = [&] { return controls.at(random.bounded(static_cast<int>(controls.size()))).id; };
        switch (random.bounded(controls.isEmpty() ? 2 : 9)) {
        case 0:
            test.addControl(QStringLiteral("C-%1").arg(random.bounded(40)), word + QStringLiteral(" title"));
            return;
        case 1: test.addPerson(word + QString::number(random.bounded(9))); return;
        case 2: static_cast<void>(removeRecords<Control>(*test.project, { any() })); return;
        case 3: static_cast<void>(test.project->undo()); return;
        case 4: static_cast<void>(test.project->redo()); return;
        case 5:
            static_cast<void>(test.project->revert(1 + random.bounded(static_cast<int>(test.project->head().seq))));
            return;
        case 6: test.reopen(); return;
        default:
            static_cast<void>(setFields<Control>(*test.project, { any() }, { { QStringLiteral("notes"), word } }));
            return;
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchRecords)
#include "tst_searchrecords.moc"
