#include "tests/support/evidenceproject.h"

#include <QTest>

using namespace tb;

namespace {
constexpr qint64 chunk = blobs::chunkSize;
}

namespace {

/// Counts in which thread further connections are opened.
class WatchedStorage final : public ProjectStorage
{
public:
    explicit WatchedStorage(const QString &path) : m_plain(PlainStorage::at(path)) { }

    Connection &connection() override { return m_plain->connection(); }
    Result<std::unique_ptr<Connection>> openForThread() const override
    {
        ++(QThread::currentThread() == m_home ? openedHere : openedElsewhere);
        return m_plain->openForThread();
    }
    WriteGate &gate() override { return m_plain->gate(); }
    bool isReadOnly() const override { return false; }
    QString path() const override { return m_plain->path(); }

    mutable std::atomic<int> openedHere = 0;
    mutable std::atomic<int> openedElsewhere = 0;

private:
    std::unique_ptr<PlainStorage> m_plain;
    QThread *m_home = QThread::currentThread();
};

} // namespace

class TestEvidenceStore : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesInComesOut_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size :
             { qint64(1), chunk - 1, chunk, chunk + 1, 4 * chunk, 4 * chunk + 1, 8 * chunk, 21 * chunk + 7 })
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }

    void whatGoesInComesOut()
    {
        QFETCH(qint64, size);
        EvidenceProject t;
        const QByteArray content = EvidenceProject::noise(size, 7);
        const auto attached = t.attach({ t.file(QStringLiteral("data.bin"), content) });
        QVERIFY(attached);
        QCOMPARE(attached.value().added.size(), 1);
        QCOMPARE(attached.value().bytes, size);
        QCOMPARE(t.item(0).size, size);
        QCOMPARE(t.item(0).sha256,
                 QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(t.chunks(), blobs::chunkCount(size));
        QTemporaryDir out;
        const auto path = extractInto(t.project->storage(), t.item(0), out.path(), t.job);
        QVERIFY(path);
        QVERIFY(EvidenceProject::bytesOf(path.value()) == content);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
    }

    void aDropIsOneChangeAndOneUndo()
    {
        EvidenceProject t;
        const ControlId control = t.addControl(QStringLiteral("AC-01"));
        const qint64 before = t.project->head().seq;
        const auto done
            = t.attach({ t.file(QStringLiteral("a.txt"), "one"), t.file(QStringLiteral("b.txt"), "two") }, { control });
        QVERIFY(done);
        QCOMPARE(t.project->head().seq, before + 1);
        QCOMPARE(t.itemCount(), 2);
        QCOMPARE(t.item(0).code, QStringLiteral("E-0001"));
        QCOMPARE(t.item(1).code, QStringLiteral("E-0002"));
        QVERIFY(t.project->records().evidenceControls.contains(t.item(0).id.value, control.value));
        QVERIFY(t.project->undo());
        QCOMPARE(t.itemCount(), 0);
        t.reopen();
        QVERIFY(t.project->redo());
        QCOMPARE(t.itemCount(), 2);
        QCOMPARE(t.verified(), QStringLiteral("2 blobs"));
    }

    void theSameContentIsStoredOnce_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("small") << qint64(5000);
        QTest::newRow("large") << qint64(9 * chunk + 3);
    }

    void theSameContentIsStoredOnce()
    {
        QFETCH(qint64, size);
        EvidenceProject t;
        const ControlId first = t.addControl(QStringLiteral("AC-01"));
        const ControlId second = t.addControl(QStringLiteral("AC-02"));
        const QByteArray content = EvidenceProject::noise(size, 3);
        const QString a = t.file(QStringLiteral("a.bin"), content);
        const QString b = t.file(QStringLiteral("b.bin"), content);
        QVERIFY(t.attach({ a }, { first }));
        const qint64 stored = t.chunks();
        const auto again = t.attach({ b, a }, { second });
        QVERIFY(again);
        QCOMPARE(again.value().added.size(), 0);
        QCOMPARE(again.value().duplicates.size(), 2);
        QCOMPARE(again.value().duplicates.first().code, QStringLiteral("E-0001"));
        QCOMPARE(t.itemCount(), 1);
        QVERIFY(t.project->records().evidenceControls.contains(t.item(0).id.value, second.value));
        QCOMPARE(t.chunks(), stored);
        QCOMPARE(t.blobRows(), 1);
    }

    void theSameContentTwiceInOneDropIsStoredOnce_data() { theSameContentIsStoredOnce_data(); }
    void theSameContentTwiceInOneDropIsStoredOnce()
    {
        QFETCH(qint64, size);
        EvidenceProject t;
        const QByteArray content = EvidenceProject::noise(size, 3);
        const auto done
            = t.attach({ t.file(QStringLiteral("a.bin"), content), t.file(QStringLiteral("b.bin"), content) });
        QVERIFY(done);
        QCOMPARE(done.value().added.size(), 1);
        QCOMPARE(done.value().duplicates.size(), 1);
        QCOMPARE(t.chunks(), blobs::chunkCount(size));
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
    }

    void aSecondItemOnTheSameContentCanBeAskedFor()
    {
        EvidenceProject t;
        AttachRequest request;
        request.paths = { t.file(QStringLiteral("a.txt"), "same") };
        request.sameContent = SameContent::AddAnyway;
        QVERIFY(attachFiles(*t.project, request, t.job));
        QVERIFY(attachFiles(*t.project, request, t.job));
        QCOMPARE(t.itemCount(), 2);
        QCOMPARE(t.blobRows(), 1);
    }

    void nothingNewIsNoChange()
    {
        EvidenceProject t;
        const QString path = t.file(QStringLiteral("a.txt"), "same");
        QVERIFY(t.attach({ path }));
        const LogHead head = t.project->head();
        const auto again = t.attach({ path });
        QVERIFY(again);
        QVERIFY(again.value().changes.isEmpty());
        QCOMPARE(t.project->head(), head);
    }

    void givenFactsAreRecordedAndNoneInvented()
    {
        EvidenceProject t;
        const PersonId ana = t.addPerson(QStringLiteral("Ana"));
        AttachRequest request;
        request.paths = { t.file(QStringLiteral("review_2025-Q3.csv"), "a,b\n") };
        request.performedOn = { QDate(2025, 9, 30) };
        request.coversFrom = QDate(2025, 7, 1);
        request.coversTo = QDate(2025, 9, 30);
        request.collectedOn = QDate(2025, 10, 2);
        request.collectedBy = ana;
        request.receivedAt = QDateTime(QDate(2025, 10, 3), QTime(8, 0), Qt::UTC);
        QVERIFY(attachFiles(*t.project, request, t.job));
        const Evidence item = t.item(0);
        QCOMPARE(item.title, QStringLiteral("review 2025-Q3"));
        QCOMPARE(item.fileName, QStringLiteral("review_2025-Q3.csv"));
        QCOMPARE(item.kind, EvidenceKind::Export);
        QCOMPARE(item.mediaType, QStringLiteral("text/csv"));
        QCOMPARE(item.performedOn, request.performedOn);
        QCOMPARE(item.coversTo, request.coversTo);
        QCOMPARE(item.collectedOn, request.collectedOn);
        QCOMPARE(item.receivedAt, request.receivedAt);
        QCOMPARE(item.collectedBy, ana);

        const auto plain = t.attach({ t.file(QStringLiteral("scan 2026-01.txt"), "x") });
        QVERIFY(plain);
        const Evidence &other = t.item(plain.value().added.first().id);
        QVERIFY(other.performedOn.isEmpty());
        QVERIFY(!other.coversFrom.isValid());
        QCOMPARE(other.collectedOn, other.receivedAt.toLocalTime().date());
        QCOMPARE(plain.value().added.first().suggested, (guess::Period { QDate(2026, 1, 1), QDate(2026, 1, 31) }));
    }

    void aReplacementKeepsDatesAndLinksAndMayBeMadeOnce()
    {
        EvidenceProject t;
        const ControlId control = t.addControl(QStringLiteral("AC-01"));
        AttachRequest request;
        request.paths = { t.file(QStringLiteral("old.txt"), "old") };
        request.controls = { control };
        request.performedOn = { QDate(2026, 1, 9) };
        QVERIFY(attachFiles(*t.project, request, t.job));
        const Evidence old = t.item(0);

        AttachRequest replacement;
        replacement.paths = { t.file(QStringLiteral("new.txt"), "new") };
        replacement.relation = Relation::Replacement;
        replacement.precedent = old.id;
        const auto replaced = attachFiles(*t.project, replacement, t.job);
        QVERIFY(replaced);
        const Evidence made = t.item(replaced.value().added.first().id);
        QCOMPARE(made.supersedes, old.id);
        QCOMPARE(made.title, old.title);
        QCOMPARE(made.performedOn, old.performedOn);
        QCOMPARE(made.fileName, QStringLiteral("new.txt"));
        QVERIFY(t.project->records().evidenceControls.contains(made.id.value, control.value));

        replacement.paths = { t.file(QStringLiteral("newer.txt"), "newer") };
        const auto again = attachFiles(*t.project, replacement, t.job);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QCOMPARE(t.itemCount(), 2);
        QCOMPARE(t.chunks(), 2);
    }

    void theReplacedContentMayComeBackAsANewItem()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("old.txt"), "old") }));
        AttachRequest replacement;
        replacement.paths = { t.file(QStringLiteral("new.txt"), "new") };
        replacement.relation = Relation::Replacement;
        replacement.precedent = t.item(0).id;
        QVERIFY(attachFiles(*t.project, replacement, t.job));
        const auto back = t.attach({ t.files.filePath(QStringLiteral("old.txt")) });
        QVERIFY(back);
        QCOMPARE(back.value().added.size(), 1);
        QCOMPARE(t.blobRows(), 2);
    }

    void theNextOccurrenceKeepsLinksButNoDates()
    {
        EvidenceProject t;
        const ControlId control = t.addControl(QStringLiteral("AC-01"));
        AttachRequest request;
        request.paths = { t.file(QStringLiteral("jan.txt"), "same every month") };
        request.controls = { control };
        request.performedOn = { QDate(2026, 1, 9) };
        request.sourceSystem = QStringLiteral("Directory");
        QVERIFY(attachFiles(*t.project, request, t.job));
        AttachRequest next;
        next.paths = { t.file(QStringLiteral("feb.txt"), "same every month") };
        next.relation = Relation::NextOccurrence;
        next.precedent = t.item(0).id;
        next.performedOn = { QDate(2026, 2, 9) };
        const auto done = attachFiles(*t.project, next, t.job);
        QVERIFY(done);
        const Evidence made = t.item(done.value().added.first().id);
        QVERIFY(!made.supersedes);
        QCOMPARE(made.performedOn, next.performedOn);
        QCOMPARE(made.sourceSystem, QStringLiteral("Directory"));
        QVERIFY(t.project->records().evidenceControls.contains(made.id.value, control.value));
    }

    void aCancelledDropLeavesNothing_data()
    {
        QTest::addColumn<int>("after");
        for (const int after : { 0, 1, 2, 3, 5, 9, 14, 20 })
            QTest::addRow("after %d questions", after) << after;
    }

    void aCancelledDropLeavesNothing()
    {
        QFETCH(int, after);
        EvidenceProject t;
        const QStringList paths { t.file(QStringLiteral("a.bin"), EvidenceProject::noise(3 * chunk, 1)),
                                  t.file(QStringLiteral("b.bin"), EvidenceProject::noise(19 * chunk + 5, 2)) };
        const LogHead head = t.project->head();
        t.job.cancelAt = after;
        const auto done = t.attach(paths);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Cancelled);
        QCOMPARE(t.chunks(), 0);
        QCOMPARE(t.blobRows(), 0);
        QCOMPARE(t.project->head(), head);
        QCOMPARE(t.count("PRAGMA freelist_count"), 0);
    }

    void cancellingDoesNotWaitForTheRemoval()
    {
        EvidenceProject t;
        QVERIFY(t.project->storage().connection().execute(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
            " INSERT INTO chunk SELECT (7<<24)+i, zeroblob(100000) FROM n"));
        {
            const auto turn = t.project->storage().gate().enter(WriteGate::Foreground);
            t.project->remover().remove({ 7 }); // would never return if it removed here
        }
        QCOMPARE(t.chunks(), 0);
        QCOMPARE(t.count("PRAGMA freelist_count"), 0);
    }

    void transactionsAreShortWhileSomebodyEdits()
    {
        EvidenceProject t;
        WriteGate &gate = t.project->storage().gate();
        ChunkWriter writer(t.project->storage().connection(), gate, t.project->remover());
        QCOMPARE(writer.room(), blobs::chunksPerStep);
        {
            const auto edit = gate.enter(WriteGate::Foreground);
        }
        int few = 0;
        while (writer.room() < blobs::chunksPerStep)
            ++few;
        QCOMPARE(few, 256);
        QCOMPARE(writer.room(), blobs::chunksPerStep);
    }

    void aRefusedChangeLeavesNothing()
    {
        EvidenceProject t;
        const auto done = t.attach({ t.file(QStringLiteral("a.bin"), EvidenceProject::noise(9 * chunk, 1)) },
                                   { ControlId { 4711 } }); // there is no such control
        QVERIFY(!done);
        QCOMPARE(t.chunks(), 0);
        QCOMPARE(t.blobRows(), 0);
        QCOMPARE(t.itemCount(), 0);
    }

    void aReadOnlyProjectTakesNothing()
    {
        EvidenceProject t;
        static_cast<PlainStorage &>(t.project->storage()).readOnly = true;
        const auto done = t.attach({ t.file(QStringLiteral("a.txt"), "a") });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::ReadOnly);
    }

    void twoDropsAtOnceStoreTheSameContentOnce()
    {
        EvidenceProject t;
        const QByteArray content = EvidenceProject::noise(30 * chunk, 5);
        const QString a = t.file(QStringLiteral("a.bin"), content);
        const QString b = t.file(QStringLiteral("b.bin"), content);
        const auto drop = [&](const QString &path) {
            return QtConcurrent::run([project = t.project.get(), path] {
                TestJob job;
                AttachRequest request;
                request.paths = { path };
                const auto done = attachFiles(*project, request, job);
                return done ? QString() : done.error().detail;
            });
        };
        auto first = drop(a);
        auto second = drop(b);
        QCOMPARE(first.result() + second.result(), QString()); // both have ended before anything is judged
        QTRY_COMPARE(t.itemCount(), 1);
        QCOMPARE(t.chunks(), 30);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
    }

    void leftoversAreSwept()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "kept") }));
        Connection &connection = t.project->storage().connection();
        QVERIFY(connection.execute(
            "INSERT INTO chunk VALUES((7<<24)+0, zeroblob(900000)), ((7<<24)+1, x'00'), (3, x'00')"));
        QCOMPARE(t.verified(), QStringLiteral("1 blobs, 3 leftover"));
        QVERIFY(t.project->remover().sweep());
        QCOMPARE(t.chunks(), 1);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
    }

    void openingDoesNotWaitForTheSweep()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "kept") }));
        QVERIFY(t.project->storage().connection().execute(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
            " INSERT INTO chunk SELECT (7<<24)+i, zeroblob(100000) FROM n"));
        t.project.reset();
        auto watched = std::make_unique<WatchedStorage>(t.folder.filePath(QStringLiteral("project.db")));
        const WatchedStorage &storage = *watched;
        auto loaded = Project::load(std::move(watched), QStringLiteral("Ana"));
        QVERIFY(loaded);
        t.project = std::move(loaded).value();
        QCOMPARE(t.chunks(), 1); // waits for the remover
        QCOMPARE(storage.openedHere.load(), 0); // what overwrites has a connection of its own, in a thread of its own
        QVERIFY(storage.openedElsewhere > 0);
    }

    void verifyNamesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *tag, const char *sql, const char *said) {
            QTest::newRow(tag) << QByteArray(sql) << QString::fromLatin1(said);
        };
        row("bytes", "UPDATE chunk SET data=zeroblob(length(data)) WHERE id=(SELECT max(id) FROM chunk)",
            "2 blobs, fault 3 E-0002");
        row("missing first chunk", "DELETE FROM chunk WHERE id=(SELECT seq<<24 FROM blob WHERE size>5)",
            "2 blobs, fault 1 E-0002");
        row("missing last chunk", "DELETE FROM chunk WHERE id=(SELECT max(id) FROM chunk)", "2 blobs, fault 1 E-0002");
        row("short chunk", "UPDATE chunk SET data=x'00' WHERE id=(SELECT max(id) FROM chunk)",
            "2 blobs, fault 2 E-0002");
        row("extra chunk", "INSERT INTO chunk SELECT max(id)+1, x'00' FROM chunk", "2 blobs, fault 2 E-0002");
        row("blob gone", "DELETE FROM blob WHERE size>5", "1 blobs, 3 leftover, fault 0 E-0002");
        row("size of item", "UPDATE evidence SET size=size+1 WHERE code='E-0001'", "2 blobs, fault 2 E-0001");
    }

    void verifyNamesWhatIsWrong()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, said);
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "small"),
                           t.file(QStringLiteral("b.bin"), EvidenceProject::noise(2 * chunk + 9, 4)) }));
        QCOMPARE(t.verified(), QStringLiteral("2 blobs"));
        QVERIFY(t.project->storage().connection().execute(sql.constData()));
        QCOMPARE(t.verified(), said);
    }

    void damagedBytesAreNeverHandedOut()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.bin"), EvidenceProject::noise(6 * chunk, 4)) }));
        QVERIFY(t.project->storage().connection().execute(
            "UPDATE chunk SET data=zeroblob(length(data)) WHERE id=(SELECT max(id) FROM chunk)"));
        QTemporaryDir out;
        QFile target(out.filePath(QStringLiteral("a.bin")));
        QVERIFY(target.open(QIODevice::WriteOnly) && target.write("before") == 6);
        target.close();
        const auto done = extractTo(t.project->storage(), t.item(0), target.fileName(), t.job);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Damaged);
        QCOMPARE(EvidenceProject::bytesOf(target.fileName()), QByteArray("before"));
        QCOMPARE(QDir(out.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aCancelledExtractionLeavesTheTargetAsItWas()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.bin"), EvidenceProject::noise(20 * chunk, 4)) }));
        QTemporaryDir out;
        t.job.asked = 0;
        t.job.cancelAt = 9;
        const auto done = extractInto(t.project->storage(), t.item(0), out.path(), t.job);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Cancelled);
        QVERIFY(QDir(out.path()).isEmpty());
    }

    void anUnwritableTargetIsAnError()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "a") }));
        QVERIFY(!extractTo(t.project->storage(), t.item(0), t.files.filePath(QStringLiteral("none/a.txt")), t.job));
        QVERIFY(!extractInto(t.project->storage(), t.item(0), t.files.filePath(QStringLiteral("none")), t.job));
    }

    void aCopyDoesNotReplaceAProject()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "one") }));
        const QString target = t.file(QStringLiteral("audit.trustbench"), "TBN1 and so on");
        const Status done = extractTo(t.project->storage(), t.item(0), target, t.job);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::IsProject);
        QCOMPARE(EvidenceProject::bytesOf(target), QByteArray("TBN1 and so on"));
    }

    void allItemsComeOutUnderNamesThatDiffer()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("x/Report.txt"), "one"), t.file(QStringLiteral("y/report.TXT"), "two"),
                           t.file(QStringLiteral("z/aux.txt"), "three") }));
        Evidence link;
        link.code = QStringLiteral("E-0099");
        link.title = QStringLiteral("A page");
        QVERIFY(createRecord(*t.project, link));
        QTemporaryDir out;
        const QString folder = out.filePath(QStringLiteral("new/folder"));
        const auto done = extractAll(t.project->storage(), t.items(), folder, t.job);
        QVERIFY(done);
        QCOMPARE(done.value().without.size(), 1);
        QCOMPARE(QDir(folder).entryList(QDir::Files),
                 (QStringList { QStringLiteral("_aux.txt"), QStringLiteral("report (2).TXT"),
                                QStringLiteral("Report.txt") }));
        const auto again = extractInto(t.project->storage(), t.item(0), folder, t.job);
        QVERIFY(again);
        QCOMPARE(QFileInfo(again.value()).fileName(), QStringLiteral("Report (3).txt"));
    }

    void oneDamagedItemDoesNotHoldUpTheOthers()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "one"), t.file(QStringLiteral("b.txt"), "two") }));
        QVERIFY(t.project->storage().connection().execute(
            "UPDATE chunk SET data=x'000000' WHERE id=(SELECT min(id) FROM chunk)"));
        QTemporaryDir out;
        const auto done = extractAll(t.project->storage(), t.items(), out.path(), t.job);
        QVERIFY(done);
        QCOMPARE(done.value().failures.size(), 1);
        QCOMPARE(done.value().failures.first().code, QStringLiteral("E-0001"));
        QCOMPARE(done.value().paths.size(), 1);
    }

    void aPreviewIsLimited()
    {
        EvidenceProject t;
        const QByteArray content = EvidenceProject::noise(12 * chunk, 4);
        QVERIFY(t.attach({ t.file(QStringLiteral("a.bin"), content) }));
        const auto part = readPreview(t.project->storage(), t.item(0), 2 * chunk + 5, t.job);
        QVERIFY(part);
        QVERIFY(!part.value().isWhole);
        QVERIFY(part.value().bytes == content.left(2 * chunk + 5));
        const auto whole = readPreview(t.project->storage(), t.item(0), 12 * chunk, t.job);
        QVERIFY(whole);
        QVERIFY(whole.value().isWhole);
        QVERIFY(whole.value().bytes == content);
    }
};

QTEST_GUILESS_MAIN(TestEvidenceStore)
#include "tst_evidencestore.moc"
