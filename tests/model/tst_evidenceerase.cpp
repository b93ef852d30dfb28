#include "model/store/replay.h"
#include "tests/support/evidenceproject.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tb;

namespace {

constexpr qint64 chunk = blobs::chunkSize;
const QByteArray canary = "canary-of-erased-bytes/"; // 23 bytes: whole many times in every page it fills

QByteArray canaries(qint64 size)
{
    return canary.repeated(size / canary.size() + 1).left(size);
}

} // namespace

class TestEvidenceErase : public QObject
{
    Q_OBJECT

private slots:
    void noTraceOfTheBytesIsLeft_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("within a page") << qint64(300);
        QTest::newRow("one chunk") << chunk - 77;
        QTest::newRow("several steps") << 20 * chunk + 9;
    }

    void noTraceOfTheBytesIsLeft()
    {
        QFETCH(qint64, size);
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("before.bin"), EvidenceProject::noise(2 * chunk, 1)) }));
        QVERIFY(t.attach({ t.file(QStringLiteral("x.bin"), canaries(size)) }));
        QVERIFY(t.attach({ t.file(QStringLiteral("after.bin"), EvidenceProject::noise(3 * chunk, 2)) }));
        QVERIFY(tracesIn(t) > 0);

        const auto erased = eraseEvidence(*t.project, { t.item(1).id }, t.job);
        QVERIFY(erased);
        QVERIFY(erased.value().isComplete);
        QCOMPARE(tracesIn(t), 0);
        QCOMPARE(t.count("PRAGMA freelist_count"), 0);
        QVERIFY(t.item(1).erasedAt.isValid());
        QVERIFY(!t.item(1).sha256.isEmpty());
        QCOMPARE(t.verified(), QStringLiteral("2 blobs, 1 erased"));
        const QString path = t.project->storage().path();
        t.project.reset();
        for (const QFileInfo &file : QDir(QFileInfo(path).path()).entryInfoList(QDir::Files))
            QVERIFY2(!EvidenceProject::bytesOf(file.filePath()).contains("canary-of"), qPrintable(file.fileName()));
    }

    void anInterruptedErasureIsCompletedAtTheNextOpening()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("x.bin"), canaries(3 * chunk)) }));
        QVERIFY(t.attach({ t.file(QStringLiteral("y.bin"), EvidenceProject::noise(chunk, 2)) }));
        // As after a crash behind the tombstone's commit: the blob is given up, its chunks are still there.
        QVERIFY(t.project->storage().connection().execute("DELETE FROM blob WHERE seq=1"));
        QVERIFY(tracesIn(t) > 0);
        t.reopen();
        QCOMPARE(tracesIn(t), 0);
    }

    void sharedContentIsErasedForAllOrForNone()
    {
        EvidenceProject t;
        AttachRequest request;
        request.paths = { t.file(QStringLiteral("a.txt"), "shared") };
        request.sameContent = SameContent::AddAnyway;
        QVERIFY(attachFiles(*t.project, request, t.job));
        QVERIFY(attachFiles(*t.project, request, t.job));
        const LogHead head = t.project->head();
        const auto refused = eraseEvidence(*t.project, { t.item(0).id }, t.job);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(refused.error().subject, QStringLiteral("E-0002"));
        QCOMPARE(t.project->head(), head);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));

        QVERIFY(eraseEvidence(*t.project, { t.item(0).id, t.item(1).id }, t.job));
        QCOMPARE(t.project->head().seq, head.seq + 1);
        QCOMPARE(t.chunks(), 0);
        QCOMPARE(t.verified(), QStringLiteral("0 blobs, 2 erased"));
    }

    void erasedBytesAreNotHandedOut()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "a") }));
        QVERIFY(eraseEvidence(*t.project, { t.item(0).id }, t.job));
        QTemporaryDir out;
        const auto one = extractInto(t.project->storage(), t.item(0), out.path(), t.job);
        QVERIFY(!one);
        QCOMPARE(one.error().kind, Error::Kind::NotFound);
        const auto all = extractAll(t.project->storage(), t.items(), out.path(), t.job);
        QVERIFY(all);
        QCOMPARE(all.value().without.size(), 1);
        QVERIFY(QDir(out.path()).isEmpty());
    }

    void undoTakesBackTheTombstoneOnly()
    {
        EvidenceProject t;
        const QString path = t.file(QStringLiteral("a.txt"), "a");
        QVERIFY(t.attach({ path }));
        QVERIFY(eraseEvidence(*t.project, { t.item(0).id }, t.job));
        QVERIFY(t.project->undo());
        QVERIFY(!t.item(0).erasedAt.isValid());
        QCOMPARE(t.verified(), QStringLiteral("0 blobs, 1 erased")); // the log says that it was asked for
        QTemporaryDir out;
        QVERIFY(!extractInto(t.project->storage(), t.item(0), out.path(), t.job));

        const auto back = t.attach({ path }); // the file itself may come in again, for both
        QVERIFY(back);
        QCOMPARE(back.value().added.size(), 1);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
        QVERIFY(extractInto(t.project->storage(), t.item(0), out.path(), t.job));
    }

    void bytesThatNobodyAskedToEraseAreMissed()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.txt"), "a") }));
        QVERIFY(t.project->storage().connection().execute("DELETE FROM chunk; DELETE FROM blob"));
        QCOMPARE(t.verified(), QStringLiteral("0 blobs, fault 0 E-0001"));
    }

    void cancelledBeforeItBeganNothingHappens()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("x.bin"), canaries(chunk)) }));
        const LogHead head = t.project->head();
        t.job.cancelAt = 0;
        const auto erased = eraseEvidence(*t.project, { t.item(0).id }, t.job);
        QVERIFY(!erased);
        QCOMPARE(erased.error().kind, Error::Kind::Cancelled);
        QCOMPARE(t.project->head(), head);
        QCOMPARE(t.verified(), QStringLiteral("1 blobs"));
    }

    void cancelledWhileRemovingTheNextOpeningCompletesIt()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("x.bin"), canaries(20 * chunk)) }));
        qint64 told = -1;
        t.job.onProgress = [&told](qint64 done) { told = done; };
        t.job.cancelAt = 2; // once before, once before the second step
        const auto erased = eraseEvidence(*t.project, { t.item(0).id }, t.job);
        QVERIFY(erased);
        QVERIFY(!erased.value().isComplete);
        QVERIFY(told > 0 && told < 20 * chunk);
        QVERIFY(t.item(0).erasedAt.isValid());
        QVERIFY(t.chunks() > 0);
        t.reopen();
        QCOMPARE(t.chunks(), 0);
        QCOMPARE(tracesIn(t), 0);
    }

    void aLinkHasNothingToErase()
    {
        EvidenceProject t;
        const EvidenceId link = t.addEvidence(QStringLiteral("E-0001"));
        const auto refused = eraseEvidence(*t.project, { link }, t.job);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    }

    void anyOrderOfWorkKeepsBytesAndItemsInAgreement_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anyOrderOfWorkKeepsBytesAndItemsInAgreement()
    {
        QFETCH(quint32, seed);
        EvidenceProject t;
        QRandomGenerator random(seed);
        int cancelled = 0;
        for (int step = 0; step < 40; ++step) {
            cancelled += randomStep(t, random);
            const QString said = t.verified();
            QVERIFY2(!said.contains(QLatin1String("fault")) && !said.contains(QLatin1String("leftover")),
                     qPrintable(said));
        }
        QVERIFY(cancelled > 0);
        QTemporaryDir out;
        t.job.cancelAt = -1;
        const auto all = extractAll(t.project->storage(), t.items(), out.path(), t.job);
        QVERIFY(all);
        const auto replay = checkReplay(t.project->storage().connection());
        QVERIFY(replay);
        QCOMPARE(replay.value(), QList<LogFault> {});
    }

private:
    /// Pages, also free ones, that hold a piece of the canary.
    static qint64 tracesIn(const EvidenceProject &t)
    {
        return t.count("SELECT count(*) FROM sqlite_dbpage WHERE instr(data, CAST('canary-of' AS BLOB))");
    }

    /// One act of a person; 1 when it was a drop that was cancelled.
    static int randomStep(EvidenceProject &t, QRandomGenerator &random)
    {
        t.job.asked = 0;
        t.job.cancelAt = -1;
        const QList<Evidence> items = t.items();
        const auto any = [&] { return items.at(random.bounded(static_cast<int>(items.size()))).id; };
        switch (random.bounded(items.isEmpty() ? 3 : 10)) {
        case 0:
        case 1:
        case 2:
        case 3: return drop(t, random, Relation::None, {});
        case 4: return drop(t, random, Relation::Replacement, any());
        case 5: return drop(t, random, Relation::NextOccurrence, any());
        case 6: static_cast<void>(eraseEvidence(*t.project, { any() }, t.job)); return 0;
        case 7: static_cast<void>(t.project->redo()); return 0;
        case 8: static_cast<void>(t.project->undo()); return 0;
        default: t.reopen(); return 0;
        }
    }

    static int drop(EvidenceProject &t, QRandomGenerator &random, Relation relation, EvidenceId precedent)
    {
        AttachRequest request;
        request.relation = relation;
        request.precedent = precedent;
        const int count = relation == Relation::None ? random.bounded(4) : 1;
        for (int i = 0; i < count; ++i) {
            const quint32 content = random.bounded(9U); // few, so that the same content comes again
            const qint64 size = content % 4 == 0 ? 5 * chunk + content : 1000 + content;
            request.paths.append(
                t.file(QStringLiteral("%1-%2.bin").arg(i).arg(content), EvidenceProject::noise(size, content)));
        }
        t.job.cancelAt = random.bounded(2) == 0 ? random.bounded(12) : -1;
        const auto done = attachFiles(*t.project, request, t.job);
        return !done && done.error().kind == Error::Kind::Cancelled ? 1 : 0;
    }
};

QTEST_GUILESS_MAIN(TestEvidenceErase)
#include "tst_evidenceerase.moc"
