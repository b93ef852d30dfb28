#include "model/activity/labels.h"
#include "model/change.h"
#include "model/commands.h"
#include "model/job.h"
#include "model/record/rank.h"
#include "model/store/replay.h"
#include "model/store/schema.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tb;

namespace {

Person person(qint64 id, const QString &name)
{
    Person person;
    person.id = { id };
    person.name = name;
    return person;
}

Control control(qint64 id, const QString &code)
{
    Control control;
    control.id = { id };
    control.code = code;
    control.title = QStringLiteral("Control ") + code;
    control.rank = rankAt(static_cast<int>(id));
    return control;
}

Result<ChangeSet> edit(Connection &connection, const Work &work, EntryKind kind = EntryKind::Edit,
                       std::optional<qint64> target = {})
{
    return runChange(connection, Action { QStringLiteral("Ana"), kind, target }, work, labelsFor);
}

Status undoEntry(Connection &connection, qint64 seq)
{
    const auto entry = activitylog::entry(connection, seq);
    if (!entry)
        return entry.error();
    const auto inverse = changeset::inverted(entry.value().changeset);
    if (!inverse)
        return inverse.error();
    const auto done = edit(
        connection, [&](Connection &c) { return changeset::apply(c, inverse.value()); }, EntryKind::Undo, seq);
    return done ? Status(Ok {}) : Status(done.error());
}

qint64 count(Connection &connection, const char *sql)
{
    auto query = Statement::prepare(connection.handle(), sql);
    return query && query.value().next() ? query.value().integer(0) : -1;
}

/// Makes random edits over people, controls, evidence and links, with undos and reverts in between.
class RandomWork
{
public:
    RandomWork(Connection &connection, quint32 seed) : m_connection(connection), m_random(seed) { }

    void step()
    {
        const quint32 dice = m_random.bounded(100U);
        if (dice < 70)
            anEdit();
        else if (dice < 90)
            anUndo();
        else
            aRevert();
    }
    int applied = 0;
    int refused = 0;

private:
    void anEdit()
    {
        const auto done = edit(m_connection, [this](Connection &connection) -> Status {
            for (quint32 i = 0; i <= m_random.bounded(3U); ++i) {
                if (auto row = aRow(connection); !row)
                    return row;
            }
            return Ok {};
        });
        if (done && !done.value().isEmpty())
            m_undo.append(done.value().seq);
        note(static_cast<bool>(done));
    }

    Status aRow(Connection &connection)
    {
        const qint64 id = 1 + m_random.bounded(12);
        switch (m_random.bounded(7)) {
        case 0: return upsert(connection, person(id, QString::number(m_random.generate())));
        case 1: return store::deleteRow(connection, subjectOf<Person>(), id);
        case 2: {
            Control made = control(id, QString::number(m_random.bounded(99)));
            made.owner = { m_random.bounded(2) ? 1 + m_random.bounded(12) : 0 };
            return upsert(connection, made);
        }
        case 3: return store::deleteRow(connection, subjectOf<Control>(), id);
        case 4: {
            Evidence made;
            made.id = { id };
            made.code = QString::number(m_random.bounded(99));
            made.title = QStringLiteral("file");
            return upsert(connection, made);
        }
        case 5: return store::link(connection, evidenceControl, id, 1 + m_random.bounded(12));
        default: return store::unlinkAll(connection, evidenceControl, "control", id);
        }
    }

    template <class R> Status upsert(Connection &connection, const R &record)
    {
        const auto old = store::load<R>(connection, record.id.value);
        return old ? store::update(connection, old.value(), record) : store::insert(connection, record);
    }

    void anUndo()
    {
        if (m_undo.isEmpty())
            return;
        note(static_cast<bool>(undoEntry(m_connection, m_undo.takeLast())));
    }

    void aRevert()
    {
        if (m_undo.isEmpty())
            return;
        const qint64 seq = m_undo.at(m_random.bounded(m_undo.size()));
        note(static_cast<bool>(undoEntry(m_connection, seq)));
        m_undo.clear();
    }

    void note(bool done) { ++(done ? applied : refused); }

    Connection &m_connection;
    QRandomGenerator m_random;
    QList<qint64> m_undo;
};

} // namespace

class TestChange : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        auto opened = schema::openMemory();
        QVERIFY(opened);
        m_connection = std::move(opened).value();
        QVERIFY(schema::migrate(*m_connection));
    }

    void everyTableIsLoggedOrNamedAsUnlogged()
    {
        auto query = Statement::prepare(m_connection->handle(), "SELECT name FROM sqlite_schema WHERE type='table'");
        QVERIFY(query);
        while (query.value().next()) {
            const QString table = query.value().text(0);
            QVERIFY2(schema::loggedTables().contains(table) != schema::unloggedTables().contains(table),
                     qPrintable(table));
        }
    }

    void loggedTablesHaveKeysAndNoTriggers()
    {
        for (const QString &table : schema::loggedTables()) {
            auto query
                = Statement::prepare(m_connection->handle(), "SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0");
            QVERIFY(query);
            query.value().bind(1, table);
            QVERIFY(query.value().next());
            QVERIFY2(query.value().integer(0) > 0, qPrintable(table));
        }
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM sqlite_schema WHERE type='trigger'"), 0);
    }

    void theSchemaHoldsExactlyTheDescribedFields()
    {
        for (const SubjectOperations &subject : subjectOperations()) {
            QStringList described { QStringLiteral("id") };
            for (int i = 0; i < subject.spec->fieldCount; ++i)
                described.append(subject.spec->fieldAt(i).nameString());
            QStringList columns;
            auto query
                = Statement::prepare(m_connection->handle(), "SELECT name FROM pragma_table_info(?) ORDER BY cid");
            QVERIFY(query);
            query.value().bind(1, QString(subject.spec->tableName()));
            while (query.value().next())
                columns.append(query.value().text(0));
            QCOMPARE(columns, described);
        }
    }

    void oneChangeIsOneEntryAndNamesItsRows()
    {
        const auto changes = edit(*m_connection, [](Connection &connection) -> Status {
            if (auto done = store::insert(connection, person(5, QStringLiteral("Luis"))); !done)
                return done;
            return store::insert(connection, control(6, QStringLiteral("AC-02")));
        });
        QVERIFY(changes);
        QCOMPARE(changes.value().seq, 1);
        QCOMPARE(changes.value().keys(QLatin1String("person")), QSet<qint64> { 5 });
        QCOMPARE(changes.value().keys(QLatin1String("control")), QSet<qint64> { 6 });
        const auto entry = activitylog::entry(*m_connection, 1);
        QVERIFY(entry);
        QCOMPARE(Labels(entry.value().labels).of(QStringLiteral("control"), 6), QStringLiteral("AC-02"));
        QCOMPARE(entry.value().actor, QStringLiteral("Ana"));
    }

    void aFailedWorkLeavesNothing()
    {
        const auto changes = edit(*m_connection, [](Connection &connection) -> Status {
            if (auto done = store::insert(connection, person(5, QStringLiteral("Luis"))); !done)
                return done;
            return Error { Error::Kind::Invalid };
        });
        QVERIFY(!changes);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM person"), 0);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM activity"), 0);
    }

    void aWorkThatChangesNothingLeavesNoEntry()
    {
        QVERIFY(edit(*m_connection, [](Connection &c) { return store::insert(c, person(5, QStringLiteral("Luis"))); }));
        const auto again = edit(*m_connection, [](Connection &c) -> Status {
            auto query = Statement::prepare(c.handle(), "UPDATE person SET name = name");
            query.value().next();
            return query.value().status();
        });
        QVERIFY(again);
        QVERIFY(again.value().isEmpty());
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM activity"), 1);
    }

    /// Rule 4: SQLite empties a table without looking at its rows unless somebody listens when the statement is
    /// compiled; a statement kept from before the session would then go past the log.
    void aCachedDeleteOfAWholeTableIsRecorded()
    {
        Engagement engagement; // the one table that no other refers to: elsewhere foreign keys look at every row anyway
        QVERIFY(edit(*m_connection, [&](Connection &c) { return store::insert(c, engagement); }));
        auto wipe = Statement::prepare(m_connection->handle(), "DELETE FROM engagement");
        QVERIFY(wipe);
        const auto changes = edit(*m_connection, [&](Connection &) { return wipe.value().run(); });
        QVERIFY(changes);
        QCOMPARE(changes.value().rows.size(), 1);
    }

    /// Rule 2: SQLite itself skips a table that does not fit.
    void anEntryThatDoesNotFitIsRefused()
    {
        QVERIFY(edit(*m_connection, [](Connection &c) { return store::insert(c, person(5, QStringLiteral("Luis"))); }));
        const QByteArray change = activitylog::entry(*m_connection, 1).value().changeset;
        auto other = schema::openMemory();
        QVERIFY(other);
        QVERIFY(other.value()->execute("CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT)"));
        QVERIFY(Transaction::begin(other.value()->handle()));
        const auto applied = changeset::apply(*other.value(), change);
        QVERIFY(!applied);
        QCOMPARE(applied.error().kind, Error::Kind::Damaged);
    }

    /// Rule 2: foreign keys do nothing of their own while a changeset is applied, which lists every row itself.
    void aCascadeDoesNotComeBeforeTheEntry()
    {
        QVERIFY(m_connection->execute("DROP TABLE attestation; CREATE TABLE attestation(id INTEGER PRIMARY KEY, "
                                      "control_id INTEGER REFERENCES control(id) ON DELETE CASCADE, "
                                      "person_id INTEGER, attested_on TEXT, statement TEXT)"));
        QVERIFY(edit(*m_connection, [](Connection &c) -> Status {
            const auto made = store::insert(c, control(1, QStringLiteral("AC-01")));
            return made ? c.execute("INSERT INTO attestation VALUES(8,1,NULL,NULL,NULL)") : made;
        }));
        QVERIFY(undoEntry(*m_connection, 1));
        QVERIFY(undoEntry(*m_connection, 2));
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM attestation"), 1);
        const auto undone = undoEntry(*m_connection, 3);
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().detail));
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM attestation"), 0);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM control"), 0);
        const auto rows = changeset::rows(activitylog::entry(*m_connection, 4).value().changeset);
        QVERIFY(rows);
        QCOMPARE(rows.value().size(), 2); // the control and what hung on it
    }

    /// Rule 3: what an undo records is what applying did (of a file of an older version: tst_migration).
    void undoRestoresAndIsAnEntryOfItsOwn()
    {
        QVERIFY(edit(*m_connection, [](Connection &c) { return store::insert(c, person(5, QStringLiteral("Luis"))); }));
        QVERIFY(undoEntry(*m_connection, 1));
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM person"), 0);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM activity"), 2);
        QVERIFY(undoEntry(*m_connection, 2));
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM person"), 1);
    }

    void undoingWhatHasChangedSinceIsAConflict()
    {
        QVERIFY(edit(*m_connection, [](Connection &c) { return store::insert(c, person(5, QStringLiteral("Luis"))); }));
        const auto rename
            = [&](const char *sql) { return edit(*m_connection, [sql](Connection &c) { return c.execute(sql); }); };
        QVERIFY(rename("UPDATE person SET name='Lu' WHERE id=5"));
        QVERIFY(rename("UPDATE person SET name='Luisa' WHERE id=5"));
        const auto reverted = undoEntry(*m_connection, 2);
        QVERIFY(!reverted);
        QCOMPARE(reverted.error().kind, Error::Kind::Conflict);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM person WHERE name='Luisa'"), 1);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM activity"), 3);
    }

    void oneEditTouchesTheSameNumberOfRowsWhateverTheSize()
    {
        const auto rowsWritten = [&](const char *sql = "UPDATE control SET tags=tags||'!' WHERE id=1") {
            const auto before = count(*m_connection, "SELECT total_changes()");
            const auto done = edit(*m_connection, [sql](Connection &c) { return c.execute(sql); });
            return done ? count(*m_connection, "SELECT total_changes()") - before : -1;
        };
        QVERIFY(
            edit(*m_connection, [](Connection &c) { return store::insert(c, control(1, QStringLiteral("AC-01"))); }));
        const qint64 small = rowsWritten();
        QVERIFY(edit(*m_connection, [](Connection &c) -> Status {
            for (int i = 2; i < 2000; ++i) {
                if (auto done = store::insert(c, control(i, QString::number(i))); !done)
                    return done;
            }
            return Ok {};
        }));
        QCOMPARE(rowsWritten(), small);
        QCOMPARE(small, 2); // the control and its log entry
        QVERIFY(rowsWritten("UPDATE control SET title=title||'!' WHERE id=1")
                < 40); // and its words in the search index
    }

    void theLogReplayedIsTheTables_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void theLogReplayedIsTheTables()
    {
        QFETCH(quint32, seed);
        RandomWork work(*m_connection, seed);
        for (int i = 0; i < 300; ++i)
            work.step();
        QVERIFY(work.applied > 100);
        QVERIFY(work.refused > 0); // conflicts and foreign keys are part of the exercise

        const auto chain = checkChain(*m_connection);
        QVERIFY(chain);
        QCOMPARE(chain.value().faults, QList<LogFault> {});
        const auto replay = checkReplay(*m_connection);
        QVERIFY(replay);
        QCOMPARE(replay.value(), QList<LogFault> {});
    }

    void comparingTheTablesCanBeStopped()
    {
        RandomWork work(*m_connection, 1);
        while (work.applied < 20)
            work.step();
        struct Counting final : JobControl
        {
            bool cancelled() const override { return ++asked > most; }
            void progress(qint64, qint64, const QString &) override { }
            mutable qint64 asked = 0;
            qint64 most = std::numeric_limits<qint64>::max();
        };
        Counting all;
        QVERIFY(checkReplay(*m_connection, &all));
        const qint64 entries = count(*m_connection, "SELECT count(*) FROM activity");
        QVERIFY(all.asked > entries); // once for each entry, and on in the tables
        Counting stopped;
        stopped.most = entries + 1;
        const auto ended = checkReplay(*m_connection, &stopped);
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::Cancelled);
    }

    void aTamperedEntryIsNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("seq");
        using Kind = LogFault::Kind;
        QTest::newRow("actor") << QByteArray("UPDATE activity SET actor='Eve' WHERE seq=2") << int(Kind::Hash)
                               << qint64(2);
        QTest::newRow("time") << QByteArray("UPDATE activity SET at_utc=at_utc+1 WHERE seq=2") << int(Kind::Hash)
                              << qint64(2);
        QTest::newRow("labels") << QByteArray("UPDATE activity SET labels='{}' WHERE seq=2") << int(Kind::Hash)
                                << qint64(2);
        QTest::newRow("target") << QByteArray("UPDATE activity SET target_seq=1 WHERE seq=2") << int(Kind::Hash)
                                << qint64(2);
        QTest::newRow("other head") << QByteArray("UPDATE activity SET other_head=x'' WHERE seq=2") << int(Kind::Hash)
                                    << qint64(2);
        QTest::newRow("kind") << QByteArray("UPDATE activity SET kind='import' WHERE seq=2") << int(Kind::Hash)
                              << qint64(2);
        QTest::newRow("changeset") << QByteArray("UPDATE activity SET changeset=x'00' WHERE seq=2") << int(Kind::Hash)
                                   << qint64(2);
        QTest::newRow("removed") << QByteArray("DELETE FROM activity WHERE seq=2") << int(Kind::Missing) << qint64(2);
        QTest::newRow("link") << QByteArray("UPDATE activity SET previous_hash=zeroblob(32) WHERE seq=2")
                              << int(Kind::Link) << qint64(2);
    }

    void aTamperedEntryIsNamed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, kind);
        QFETCH(qint64, seq);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(
                edit(*m_connection, [i](Connection &c) { return store::insert(c, person(i, QString::number(i))); }));
        QVERIFY(m_connection->execute(sql.constData()));
        const auto check = checkChain(*m_connection);
        QVERIFY(check);
        QVERIFY(!check.value().faults.isEmpty());
        QCOMPARE(static_cast<int>(check.value().faults.first().kind), kind);
        QCOMPARE(check.value().faults.first().seq, seq);
    }

    void aRowChangedPastTheLogIsNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("changed") << QByteArray("UPDATE person SET name='Eve' WHERE id=2");
        QTest::newRow("removed") << QByteArray("DELETE FROM person WHERE id=2");
        QTest::newRow("added") << QByteArray("INSERT INTO person VALUES(2,'Eve','','','',1)");
    }

    void aRowChangedPastTheLogIsNamed()
    {
        QFETCH(QByteArray, sql);
        for (int i = 1; i <= 3; ++i) {
            if (i != 2 || !sql.startsWith("INSERT"))
                QVERIFY(edit(*m_connection,
                             [i](Connection &c) { return store::insert(c, person(i, QString::number(i))); }));
        }
        QVERIFY(m_connection->execute(sql.constData()));
        const auto replay = checkReplay(*m_connection);
        QVERIFY(replay);
        QCOMPARE(replay.value(), (QList<LogFault> { { LogFault::Kind::Table, 0, QStringLiteral("person"), 2 } }));
    }

    /// Rule 5: the log itself may lead to a row that refers to nothing.
    void aRowOfTheLogThatRefersToNothingIsNamed()
    {
        QVERIFY(m_connection->execute("PRAGMA foreign_keys=OFF"));
        QVERIFY(edit(*m_connection, [](Connection &c) {
            Control owned = control(4, QStringLiteral("AC-04"));
            owned.owner = { 77 };
            return store::insert(c, owned);
        }));
        const auto replay = checkReplay(*m_connection);
        QVERIFY(replay);
        QCOMPARE(replay.value(), (QList<LogFault> { { LogFault::Kind::Reference, 0, QStringLiteral("control"), 4 } }));
    }

    void anEarlierStateCanBeAskedFor()
    {
        for (int i = 1; i <= 3; ++i)
            QVERIFY(
                edit(*m_connection, [i](Connection &c) { return store::insert(c, person(i, QString::number(i))); }));
        auto state = stateAt(*m_connection, 2);
        QVERIFY(state);
        QCOMPARE(count(*state.value(), "SELECT count(*) FROM person"), 2);
    }

    void aChangedSchemaIsNoticed()
    {
        QVERIFY(schema::checkText(*m_connection));
        QVERIFY(m_connection->execute("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM control; END"));
        const auto checked = schema::checkText(*m_connection);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, Error::Kind::Damaged);
    }

    void aTriggerHidesBehindNoName()
    {
        QVERIFY(
            m_connection->execute("CREATE TRIGGER sqlitexstat1 AFTER INSERT ON person BEGIN DELETE FROM control; END"));
        QVERIFY(!schema::checkText(*m_connection));
    }

private:
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
