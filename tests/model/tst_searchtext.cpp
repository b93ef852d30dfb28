// The text of evidence in the search index; the program starts itself as a process that dies while indexing.
#include "model/search/search.h"
#include "model/search/textindex.h"
#include "model/search/textindexing.h"
#include "model/search/textwriter.h"
#include "model/store/filestorage.h"
#include "model/store/replay.h"
#include "model/store/transaction.h"
#include "tests/support/evidenceproject.h"
#include "tests/support/plaintextsource.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace tb;

namespace {

/// Text of words that differ from place to place: word n is "w<n>".
QByteArray numbered(int words, int from = 0)
{
    QByteArray text;
    for (int i = 0; i < words; ++i)
        text += 'w' + QByteArray::number(from + i) + (i % 9 == 8 ? '\n' : ' ');
    return text;
}

struct TextProject : EvidenceProject
{
    PlainTextSource source;

    QString add(const QString &name, const QByteArray &content)
    {
        const auto added = attach({ file(name, content) });
        return added ? name : QString();
    }
    Result<TextIndexing> index() { return indexTexts(project->storage(), source, job); }
    /// File names of the hits, newest first.
    QString found(const QString &text, int limit = 10)
    {
        const auto answer = searchTexts(project->storage(), text, limit);
        if (!answer)
            return QStringLiteral("error ") + answer.error().detail;
        QStringList names;
        for (const IndexHit &hit : answer.value().hits)
            names.append(item(EvidenceId { hit.id }).fileName);
        return names.join(QLatin1Char(' '));
    }
    qint64 documents() const { return count("SELECT count(*) FROM search_document"); }
    qint64 pieces() const { return count("SELECT count(*) FROM search_piece"); }
    /// The engine's own check of the index.
    bool isSound() { return static_cast<bool>(project->storage().connection().execute(soundSql)); }
    static constexpr const char *soundSql = "INSERT INTO search_text(search_text, rank) VALUES('integrity-check', 0)";
};

/// The child: indexes and says how far it is.
int indexAndTell(const QString &folder)
{
    auto project = Project::load(PlainStorage::at(folder + QStringLiteral("/project.db")), QStringLiteral("Child"));
    if (!project)
        return 2;
    PlainTextSource source;
    int blocks = 0;
    source.onBlock = [&] {
        std::printf("%d\n", ++blocks);
        std::fflush(stdout);
    };
    TestJob job;
    const auto done = indexTexts(project.value()->storage(), source, job);
    std::printf("done\n");
    return done ? 0 : 1;
}

} // namespace

class TestSearchText : public QObject
{
    Q_OBJECT

private slots:
    void filesAreFoundByTheirText()
    {
        TextProject t;
        t.add(QStringLiteral("a.txt"), "The quarterly access review was signed by Maren.");
        t.add(QStringLiteral("b.txt"), "Backup restored; review pending.");
        QCOMPARE(t.found(QStringLiteral("review")), QString());
        const auto done = t.index();
        QVERIFY(done);
        QCOMPARE(done.value(), (TextIndexing { 2, 0, 0, 0 }));
        QCOMPARE(t.found(QStringLiteral("maren ")), QStringLiteral("a.txt"));
        QCOMPARE(t.found(QStringLiteral("revi")).split(u' ').size(), 2);
        QCOMPARE(t.found(QStringLiteral("review restored ")), QStringLiteral("b.txt"));
        QCOMPARE(t.found(QStringLiteral("\"access review\"")), QStringLiteral("a.txt"));
        QCOMPARE(t.found(QStringLiteral("\"review access\"")), QString());
        const auto answer = search(t.project->storage().connection(), QStringLiteral("maren"), 5);
        QVERIFY(answer);
        QCOMPARE(answer.value().hits.size(), 1);
        QCOMPARE(answer.value().hits.first().field, QStringLiteral("text"));
        QCOMPARE(answer.value().hits.first().snippet.marked(QStringLiteral("<"), QStringLiteral(">")),
                 QStringLiteral("The quarterly access review was signed by <Maren>."));
        QVERIFY(t.isSound());
    }

    void eachContentIsReadOnce()
    {
        TextProject t;
        t.add(QStringLiteral("a.txt"), "same content");
        const EvidenceId first = t.item(0).id;
        AttachRequest again;
        again.paths = { t.file(QStringLiteral("b.txt"), "same content") };
        again.relation = Relation::NextOccurrence;
        again.precedent = first;
        QVERIFY(attachFiles(*t.project, again, t.job));
        QCOMPARE(t.itemCount(), 2);
        QVERIFY(t.index());
        QCOMPARE(t.source.files, 1);
        QCOMPARE(t.documents(), 1);
        QCOMPARE(t.found(QStringLiteral("content")).split(u' ').size(), 2); // both items rest on it
        QVERIFY(t.index());
        QCOMPARE(t.source.files, 1);
        t.add(QStringLiteral("c.txt"), "other content");
        QVERIFY(t.index());
        QCOMPARE(t.source.files, 2);
    }

    void aLongTextIsFoundFromEndToEnd()
    {
        TextProject t;
        const QByteArray text = numbered(60'000); // several pieces
        t.add(QStringLiteral("long.txt"), text);
        QVERIFY(t.index());
        QVERIFY(t.pieces() >= text.size() / textindex::pieceSize);
        for (int word = 0; word < 60'000; word += 977) // a word cut in two would be missing
            QCOMPARE(t.found(QStringLiteral("w%1 ").arg(word)), QStringLiteral("long.txt"));
        QCOMPARE(t.found(QStringLiteral("w60000 ")), QString());
        QVERIFY(t.isSound());
    }

    void aTransactionHoldsAtMost512Kilobytes()
    {
        TextProject t;
        t.add(QStringLiteral("long.txt"), numbered(300'000)); // two megabytes
        // The storage between two blocks of reading: what has been added since the last look is one transaction, or
        // two.
        qint64 seen = 0;
        qint64 most = 0;
        auto other = t.project->storage().openForThread();
        QVERIFY(other);
        t.source.onBlock = [&] {
            auto query = Statement::prepare(other.value()->handle(), "SELECT count(*) FROM search_piece");
            const qint64 now = query && query.value().next() ? query.value().integer(0) : 0;
            most = std::max(most, now - seen);
            seen = now;
        };
        QVERIFY(t.index());
        QVERIFY(seen > 8);
        QVERIFY(most > 0);
        QVERIFY2(most * textindex::pieceSize <= 512 * 1024, qPrintable(QString::number(most)));
    }

    void outcomesAreKeptAndNotAskedForAgain()
    {
        TextProject t;
        t.add(QStringLiteral("cut.txt"), "the beginning");
        t.add(QStringLiteral("none.png"), "no words here");
        t.add(QStringLiteral("bomb.docx"), numbered(40'000));
        using Kind = TextOutcome::Kind;
        t.source.outcomes = { { QStringLiteral("cut.txt"), { Kind::Cut, {} } },
                              { QStringLiteral("none.png"), { Kind::NoText, {} } },
                              { QStringLiteral("bomb.docx"), { Kind::Refused, QStringLiteral("too deep") } } };
        const auto done = t.index();
        QVERIFY(done);
        QCOMPARE(done.value(), (TextIndexing { 3, 1, 1, 1 }));
        QCOMPARE(t.found(QStringLiteral("beginning")), QStringLiteral("cut.txt"));
        QCOMPARE(t.found(QStringLiteral("words")), QString());
        QCOMPARE(t.found(QStringLiteral("w3 ")), QString()); // what a refused file gave first is taken back
        QCOMPARE(t.pieces(), 1);
        QCOMPARE(t.count("SELECT count(*) FROM search_document WHERE state='refused' AND detail='too deep'"), 1);
        QVERIFY(t.index());
        QCOMPARE(t.source.files, 3);
        QVERIFY(t.isSound());
    }

    void anotherReaderReadsEverythingAgain()
    {
        TextProject t;
        t.add(QStringLiteral("a.txt"), "content");
        QVERIFY(t.index());
        t.source.madeVersion = 2;
        QVERIFY(t.index());
        QCOMPARE(t.source.files, 2);
        QCOMPARE(t.documents(), 1);
        QCOMPARE(t.pieces(), 1);
        QCOMPARE(t.found(QStringLiteral("content")), QStringLiteral("a.txt"));
        QVERIFY(t.isSound());
    }

    void anInterruptedRunIsContinued()
    {
        TextProject t;
        t.add(QStringLiteral("long.txt"), numbered(200'000));
        t.add(QStringLiteral("short.txt"), "short");
        int runs = 0;
        for (int after = 3; runs < 50; after += 9, ++runs) {
            t.job.asked = 0;
            t.job.cancelAt = after;
            const qint64 before = t.pieces();
            const auto done = t.index();
            QVERIFY(t.pieces() >= before);
            if (done)
                break;
            QCOMPARE(done.error().kind, Error::Kind::Cancelled);
            QVERIFY(t.isSound());
        }
        QVERIFY(runs > 2);
        t.job.cancelAt = -1;
        for (int word = 0; word < 200'000; word += 4999)
            QCOMPARE(t.found(QStringLiteral("w%1 ").arg(word)), QStringLiteral("long.txt"));
        QCOMPARE(t.count("SELECT count(*) FROM search_document WHERE state='whole'"), 2);
    }

    void textThatDiffersFromTheInterruptedRunIsReadAnew()
    {
        TextProject t;
        t.add(QStringLiteral("long.txt"), numbered(100'000));
        t.job.cancelAt = 14;
        QVERIFY(!t.index());
        QVERIFY(t.pieces() > 0);
        QVERIFY(t.project->storage().connection().execute("UPDATE search_document SET state='pending'"));
        t.job.cancelAt = -1;
        t.source.onBlock = [] {};
        // The same bytes, read in another way: pieces do not begin where they did.
        struct Shifted final : TextSource
        {
            PlainTextSource inner;
            int version() const override { return inner.version(); }
            Result<TextOutcome> read(const TextFile &file, QIODevice &bytes, JobControl &job,
                                     const TextSink &sink) override
            {
                if (const Status taken = sink(QStringLiteral("shifted ")); !taken)
                    return taken.error();
                return inner.read(file, bytes, job, sink);
            }
        } shifted;
        QVERIFY(indexTexts(t.project->storage(), shifted, t.job));
        QCOMPARE(t.found(QStringLiteral("shifted w1 ")), QStringLiteral("long.txt"));
        QCOMPARE(t.found(QStringLiteral("w99999 ")), QStringLiteral("long.txt"));
        QCOMPARE(t.documents(), 1);
        QVERIFY(t.isSound());
    }

    void aKilledRunIsContinued_data()
    {
        QTest::addColumn<int>("after");
        for (int blocks = 1; blocks <= 41; blocks += 8)
            QTest::addRow("%d blocks", blocks) << blocks;
    }
    void aKilledRunIsContinued()
    {
        QFETCH(int, after);
        TextProject t;
        t.add(QStringLiteral("small.txt"), "small");
        t.add(QStringLiteral("long.txt"), numbered(170'000));
        t.project.reset();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--index"), t.folder.path() });
        for (int seen = 0; seen < after && child.waitForReadyRead(20'000);) {
            while (child.canReadLine())
                seen = std::max(seen, child.readLine().trimmed().toInt());
        }
        child.kill();
        QVERIFY(child.waitForFinished(-1));
        t.project = t.reopened();
        QVERIFY(t.isSound());
        QVERIFY(t.index());
        QVERIFY(t.isSound());
        QCOMPARE(t.documents(), 2);
        QCOMPARE(t.found(QStringLiteral("small ")), QStringLiteral("small.txt"));
        for (int word = 0; word < 170'000; word += 9973)
            QCOMPARE(t.found(QStringLiteral("w%1 ").arg(word)), QStringLiteral("long.txt"));
    }

    void whatIsNoEvidenceAnyMoreIsNotFound()
    {
        TextProject t;
        t.add(QStringLiteral("a.txt"), "needle");
        QVERIFY(t.index());
        QVERIFY(removeRecords<Evidence>(*t.project, { t.item(0).id }));
        QCOMPARE(t.found(QStringLiteral("needle")), QString());
        QVERIFY(t.project->undo());
        QCOMPARE(t.found(QStringLiteral("needle")), QStringLiteral("a.txt"));
    }

    void erasedEvidenceLosesItsText()
    {
        TextProject t;
        const QByteArray secret = QByteArray("the zanzibar canary sings ") + numbered(30'000);
        t.add(QStringLiteral("secret.txt"), secret);
        t.add(QStringLiteral("kept.txt"), "kept zanzibar words");
        QVERIFY(t.index());
        QCOMPARE(t.found(QStringLiteral("canary")), QStringLiteral("secret.txt"));
        QVERIFY(traces(t, "canary") > 0);
        const Evidence item
            = *std::find_if(t.project->records().evidence.all().cbegin(), t.project->records().evidence.all().cend(),
                            [](const Evidence &one) { return one.fileName == QLatin1String("secret.txt"); });
        const auto erased = eraseEvidence(*t.project, { item.id }, t.job);
        QVERIFY(erased && erased.value().isComplete);
        QCOMPARE(t.found(QStringLiteral("canary")), QString());
        QCOMPARE(t.found(QStringLiteral("zanzibar")), QStringLiteral("kept.txt"));
        QCOMPARE(t.documents(), 1);
        QCOMPARE(t.pieces(), 1);
        QCOMPARE(traces(t, "canary"), 0); // not in any page, used or free
        QVERIFY(t.isSound());
        QVERIFY(t.project->undo()); // the tombstone goes, the text does not come back
        QCOMPARE(t.found(QStringLiteral("canary")), QString());
        QVERIFY(t.index());
        QCOMPARE(t.source.files, 2);
    }

    void anErasureCutShortIsCompletedAtTheNextOpening()
    {
        TextProject t;
        t.add(QStringLiteral("secret.txt"), numbered(40'000));
        t.add(QStringLiteral("kept.txt"), "kept");
        QVERIFY(t.index());
        // As a crash between the tombstone and the removal leaves it, and again in the middle of the removal.
        QVERIFY(t.project->storage().connection().execute(
            "DELETE FROM blob WHERE sha256=(SELECT sha256 FROM evidence WHERE file_name='secret.txt')"));
        QCOMPARE(t.found(QStringLiteral("w7 ")), QString());
        {
            auto transaction = Transaction::begin(t.project->storage().connection().handle());
            QVERIFY(transaction);
            const auto orphan = textindex::orphans(t.project->storage().connection());
            QVERIFY(orphan && orphan.value().size() == 1);
            QVERIFY(textindex::removeLast(t.project->storage().connection(), orphan.value().first()).value());
            QVERIFY(transaction.value().commit());
        }
        QVERIFY(t.pieces() > 1);
        t.reopen();
        QCOMPARE(t.documents(), 1);
        QCOMPARE(t.pieces(), 1);
        QVERIFY(t.isSound());
    }

    void erasingWhileItIsReadLeavesNothing()
    {
        TextProject t;
        t.add(QStringLiteral("secret.txt"), numbered(1'200'000)); // eight chunks
        bool erased = false;
        int blocks = 0;
        t.source.onBlock = [&] {
            if (++blocks == 25) // some of it is in the index by now
                erased = static_cast<bool>(eraseEvidence(*t.project, { t.item(0).id }, t.job));
        };
        const auto done = t.index();
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY(erased);
        QCOMPARE(t.documents(), 0);
        QCOMPARE(t.pieces(), 0);
        QVERIFY(t.isSound());
    }

    void theFirstMatchOfTheNewestFilesIsShown()
    {
        TextProject t;
        for (int i = 1; i <= 6; ++i) {
            t.add(QStringLiteral("%1.txt").arg(i),
                  "needle first " + QByteArray::number(i) + ' ' + numbered(20'000, i * 100'000) + " needle last");
        }
        QVERIFY(t.index());
        const auto answer = searchTexts(t.project->storage(), QStringLiteral("needle "), 3);
        QVERIFY(answer);
        QCOMPARE(answer.value().hits.size(), 3);
        QVERIFY(!answer.value().isComplete);
        for (const IndexHit &hit : answer.value().hits)
            QVERIFY2(hit.snippet.text.startsWith(QStringLiteral("needle first")), qPrintable(hit.snippet.text));
        const auto all = searchTexts(t.project->storage(), QStringLiteral("needle "), 6);
        QVERIFY(all && all.value().isComplete);
        QCOMPARE(all.value().hits.size(), 6);
    }

    void strangeTextIsTaken()
    {
        TextProject t;
        struct Strange final : TextSource
        {
            int version() const override { return 1; }
            Result<TextOutcome> read(const TextFile &, QIODevice &, JobControl &, const TextSink &sink) override
            {
                QString text = QStringLiteral("before ");
                text += QChar(0);
                text += QStringLiteral(" of\ufb01ce \uff21\uff22 "); // a ligature and full-width letters
                text += QChar(0xD800);
                text += QStringLiteral(" after ");
                text += QString(200'000, QLatin1Char('x')); // one word, longer than a piece
                text += QStringLiteral(" end");
                const Status taken = sink(text);
                return taken ? Result<TextOutcome>(TextOutcome {}) : taken.error();
            }
        } strange;
        t.add(QStringLiteral("a.bin"), "any");
        QVERIFY(indexTexts(t.project->storage(), strange, t.job));
        for (const char *word : { "before ", "office ", "ab ", "after ", "end " })
            QCOMPARE(t.found(QLatin1String(word)), QStringLiteral("a.bin"));
        QVERIFY(t.isSound());
    }

    void aReadOnlyProjectIsNotIndexed()
    {
        TextProject t;
        t.add(QStringLiteral("a.txt"), "text");
        t.project.reset();
        auto storage = PlainStorage::at(t.folder.filePath(QStringLiteral("project.db")));
        storage->readOnly = true;
        const auto done = indexTexts(*storage, t.source, t.job);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::ReadOnly);
    }

    void theLogDoesNotHoldIt()
    {
        TextProject t;
        t.add(QStringLiteral("a.txt"), "text");
        const LogHead head = t.project->head();
        QVERIFY(t.index());
        t.reopen();
        QCOMPARE(t.project->head(), head);
        const auto replay = checkReplay(t.project->storage().connection());
        QVERIFY(replay);
        QCOMPARE(replay.value(), QList<LogFault> {});
    }

    void noTextIsOnDiskInPlain()
    {
        const QByteArray canary = "canary-of-the-index";
        const QTemporaryDir folder;
        const QTemporaryDir temporary;
        qputenv("SQLITE_TMPDIR", QFile::encodeName(temporary.path()));
        Unlock unlock;
        unlock.rawKey = RawKey::random();
        auto file = ProjectFile::create(folder.filePath(QStringLiteral("p.trustbench")), unlock, projectFormat());
        QVERIFY(file);
        auto storage = FileStorage::attach(std::move(file).value());
        QVERIFY(storage);
        auto project = Project::load(std::move(storage).value(), QStringLiteral("Ana"));
        QVERIFY(project);
        EvidenceProject files;
        AttachRequest request;
        request.paths = { files.file(QStringLiteral("a.txt"), (canary + ' ').repeated(20'000)) };
        TestJob job;
        QVERIFY(attachFiles(*project.value(), request, job));
        PlainTextSource source;
        int looked = 0;
        const auto look = [&](const QString &path) {
            for (QDirIterator it(path, QDir::Files | QDir::Hidden); it.hasNext();) {
                ++looked;
                const QString name = it.next();
                QVERIFY2(!EvidenceProject::bytesOf(name).contains("canary-of"), qPrintable(name));
            }
        };
        source.onBlock = [&] {
            look(folder.path());
            look(temporary.path());
        };
        QVERIFY(indexTexts(project.value()->storage(), source, job));
        const auto answer = searchTexts(project.value()->storage(), QStringLiteral("\"canary of the index\""), 5);
        QVERIFY(answer);
        QCOMPARE(answer.value().hits.size(), 1);
        look(folder.path());
        look(temporary.path());
        QVERIFY(looked > 20);
        qunsetenv("SQLITE_TMPDIR");
    }

private:
    /// Places where @p word can still be read: pages that hold it as it is, words of the index, and packed pieces.
    static qint64 traces(const TextProject &t, const char *word)
    {
        Connection &connection = t.project->storage().connection();
        qint64 found = 0;
        auto pages = Statement::prepare(connection.handle(), "SELECT count(*) FROM sqlite_dbpage WHERE instr(data, ?)");
        pages.value().bind(1, QByteArrayView(word));
        found += pages.value().next() ? pages.value().integer(0) : 1;
        auto pieces = Statement::prepare(connection.handle(), "SELECT id FROM search_piece");
        while (pieces.value().next()) {
            const auto text = textindex::piece(connection, pieces.value().integer(0));
            found += text && text.value()->contains(QLatin1String(word)) ? 1 : 0;
        }
        return found;
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments.at(1) == QLatin1String("--index"))
        return indexAndTell(arguments.at(2));
    TestSearchText test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_searchtext.moc"
