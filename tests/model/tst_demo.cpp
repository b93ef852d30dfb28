#include "model/demo/demoproject.h"
#include "model/demo/fixture.h"
#include "model/demo/pdfwriter.h"
#include "model/evidence/blobs.h"
#include "model/job.h"
#include "model/projectreadiness.h"
#include "model/store/replay.h"
#include "tests/support/plainstorage.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tb;

namespace {

/// Runs to its end unless told to stop after some steps.
class CountingJob final : public JobControl
{
public:
    explicit CountingJob(int most = -1) : m_left(most) { }
    bool cancelled() const override { return m_left == 0; }
    void progress(qint64, qint64, const QString &) override
    {
        if (m_left > 0)
            --m_left;
    }

private:
    int m_left;
};

QByteArray picture(const DemoFile &file)
{
    return "PNG " + file.title.toUtf8();
}

} // namespace

/// The demo engagement and the fixture: what they hold, and that it adds up.
class TestDemo : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ProjectStorage> storage() const
    {
        return PlainStorage::at(m_folder.filePath(QString::number(++m_made) + QStringLiteral(".db")));
    }
    std::unique_ptr<Project> fixture(const FixtureSize &size) const
    {
        CountingJob job;
        auto made = makeFixture(storage(), m_catalog, size, job);
        return made ? std::move(made).value() : nullptr;
    }

    QTemporaryDir m_folder;
    Catalog m_catalog;
    std::unique_ptr<Project> m_demo;
    mutable int m_made = 0;

private slots:
    void initTestCase()
    {
        auto catalog = loadCatalog();
        QVERIFY(catalog);
        m_catalog = std::move(catalog).value();
        CountingJob job;
        auto made = makeDemo(storage(), m_catalog, picture, job);
        QVERIFY2(made, made ? "" : qPrintable(made.error().subject + made.error().detail));
        m_demo = std::move(made).value();
    }

    void holdsTheProgrammeOfTheMockUps()
    {
        const Records &records = m_demo->records();
        QCOMPARE(records.engagement().organisation, QStringLiteral("Northquill Software"));
        QCOMPARE(records.controls.size(), 96);
        QCOMPARE(records.evidence.size(), 160);
        QCOMPARE(records.criteria.size(), 61);
        QVERIFY(records.people.size() >= 12);
        QVERIFY(m_demo->head().seq > 400);
    }

    void everyFileIsStoredAndOfManyKinds()
    {
        QSet<QString> suffixes;
        QSet<QString> hashes;
        for (const Evidence &item : m_demo->records().evidence.all()) {
            suffixes.insert(item.fileName.section(QLatin1Char('.'), -1));
            hashes.insert(item.sha256);
            const auto blob = blobs::find(m_demo->storage().connection(), item.sha256);
            QVERIFY(blob && blob.value());
            QCOMPARE(blob.value()->size, item.size);
            QVERIFY(item.size > 0);
            QVERIFY2(item.collectedOn <= demoDate(), qPrintable(item.title));
        }
        QCOMPARE(hashes.size(), 160);
        QCOMPARE(suffixes.size(), 6);
    }

    void theLogIsWholeAndReplaysToTheTables()
    {
        Connection &connection = m_demo->storage().connection();
        const auto chain = checkChain(connection);
        QVERIFY(chain && chain.value().faults.isEmpty());
        const auto replay = checkReplay(connection);
        QVERIFY(replay && replay.value().isEmpty());
    }

    void theHistoryRunsForwardThroughManyHands()
    {
        QSet<QString> actors;
        QSet<EntryKind> kinds;
        QDateTime last;
        bool forward = true;
        const auto read = activitylog::forEach(m_demo->storage().connection(), 0, [&](const LogEntry &entry) {
            actors.insert(entry.actor);
            kinds.insert(entry.kind);
            forward = forward && (!last.isValid() || last <= entry.at);
            last = entry.at;
            return true;
        });
        QVERIFY(read);
        QVERIFY(forward);
        QCOMPARE(last.date(), demoDate());
        QVERIFY(actors.size() >= 8);
        QVERIFY(kinds.contains(EntryKind::Undo));
    }

    void everyStateAndEveryFreshnessIsThere()
    {
        const ProjectReadiness readiness(*m_demo, demoDate());
        const readiness::StateCounts &counts = readiness.result().totals.controls;
        QString text;
        for (const ControlState state : { ControlState::NotApplicable, ControlState::Gap, ControlState::NotStarted,
                                          ControlState::InProgress, ControlState::InReview, ControlState::Ready })
            text += wordOf(state) + QLatin1Char(' ') + QString::number(counts.of(state)) + QLatin1String("; ");
        QCOMPARE(text,
                 QStringLiteral("not_applicable 1; gap 25; not_started 5; in_progress 14; in_review 5; ready 46; "));
        for (const int count : readiness.result().evidenceBy)
            QVERIFY(count > 0);
        QCOMPARE(readiness.result().totals.criteriaInScope, 38);
        QVERIFY(readiness.result().totals.criteriaReady > 0);
    }

    void twoDemosHaveTheSameLog()
    {
        CountingJob job;
        const auto other = makeDemo(storage(), m_catalog, picture, job);
        QVERIFY(other);
        QCOMPARE(other.value()->head(), m_demo->head());
    }

    void aCancelledDemoIsAnErrorAndNothingElse()
    {
        CountingJob job(20);
        const auto made = makeDemo(storage(), m_catalog, picture, job);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Cancelled);
    }

    void thePdfIsOneThatItsOffsetsDescribe()
    {
        DemoFile file { QStringLiteral("a.pdf"),
                        QStringLiteral("Title (with brackets)"),
                        {},
                        QString(400, QLatin1Char('x')),
                        { QStringLiteral("A") },
                        {} };
        for (int i = 0; i < 90; ++i)
            file.rows.append({ QString::number(i) });
        const QByteArray pdf = pdfOf(file);
        QVERIFY(pdf.contains("Page 3 of 3"));
        const qsizetype table = pdf.mid(pdf.lastIndexOf("startxref") + 10).trimmed().split('\n').first().toLongLong();
        QCOMPARE(pdf.mid(table, 4), QByteArray("xref"));
        const QList<QByteArray> lines = pdf.mid(table).split('\n');
        for (int object = 1; object < 8; ++object) {
            const qsizetype offset = lines.at(object + 2).left(10).toLongLong();
            QVERIFY(pdf.mid(offset).startsWith(QByteArray::number(object) + " 0 obj"));
        }
    }

    void aFixtureHasWhatItWasAskedFor_data()
    {
        QTest::addColumn<int>("controls");
        QTest::addColumn<int>("evidence");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("nothing") << 0 << 0 << qint64(0);
        QTest::newRow("no bytes") << 3 << 5 << qint64(0);
        QTest::newRow("one byte") << 1 << 700 << qint64(1);
        QTest::newRow("small") << 400 << 1200 << qint64(100);
        QTest::newRow("more than a chunk") << 0 << 3 << qint64((1 << 20) + 17);
    }
    void aFixtureHasWhatItWasAskedFor()
    {
        QFETCH(int, controls);
        QFETCH(int, evidence);
        QFETCH(qint64, bytes);
        const auto made = fixture({ controls, evidence, bytes });
        QVERIFY(made);
        QCOMPARE(made->records().controls.size(), controls);
        QCOMPARE(made->records().evidence.size(), evidence);
        const auto leftovers = blobs::countLeftovers(made->storage().connection());
        QVERIFY(leftovers);
        QCOMPARE(leftovers.value(), 0);
        for (const Evidence &item : made->records().evidence.all()) {
            QCOMPARE(item.size, bytes);
            const auto blob = blobs::find(made->storage().connection(), item.sha256);
            QVERIFY(blob && blob.value());
        }
        const auto replay = checkReplay(made->storage().connection());
        QVERIFY(replay && replay.value().isEmpty());
        QCOMPARE(fixture({ controls, evidence, bytes })->head(), made->head());
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
