#include "model/demo/demoproject.h"
#include "model/demo/fixture.h"
#include "model/demo/pdfwriter.h"
#include "model/evidence/blobs.h"
#include "model/job.h"
#include "model/policies/versions.h"
#include "model/projectreadiness.h"
#include "model/store/replay.h"
#include "model/testing/drawing.h"
#include "model/vendors/vendorscore.h"
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

    template <class R, class Test> static int countOf(const RecordList<R> &list, Test test)
    {
        return static_cast<int>(std::count_if(list.all().cbegin(), list.all().cend(), test));
    }
    template <class R, class State> static qsizetype statesIn(const RecordList<R> &list, State R::*state)
    {
        QSet<State> seen;
        for (const R &record : list.all())
            seen.insert(record.*state);
        return seen.size();
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
        QCOMPARE(records.evidence.size(), 179);
        QCOMPARE(records.criteria.size(), 61);
        QVERIFY(records.people.size() >= 12);
        QVERIFY(m_demo->head().seq > 900);
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
        QCOMPARE(hashes.size(), 179);
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

    void everySubjectHasSomethingToShow()
    {
        for (const SubjectOperations &subject : subjectOperations()) {
            // What happens after the window cannot have happened in its middle.
            const bool shown = subject.spec->tableName() != QLatin1String("subsequent_event");
            QVERIFY2(!shown || !subject.list(m_demo->records()).isEmpty(), subject.spec->table);
        }
        for (const LinkList &link : linkLists)
            QVERIFY2((m_demo->records().*link.map).size() > 0, link.spec->table);
    }

    /// The diary's records go through the commands, but those commands check a draft beside what was there then.
    void everyRecordStillPassesTheChecksOfItsSubject()
    {
        const Records &records = m_demo->records();
        QStringList problems;
        const auto checkList = [&]<class R>(const RecordList<R> &list) {
            for (const R &record : list.all()) {
                for (const FieldProblem &problem : check(records, record))
                    problems.append(QLatin1String(Description<R>::table) + QLatin1Char(' ') + problem.field
                                    + QLatin1Char(' ') + problem.value);
            }
        };
        std::apply([&](auto... list) { (checkList(records.*list), ...); }, recordLists);
        QCOMPARE(problems.join(QLatin1Char('\n')), QString());
    }

    void policiesAreInEveryStateAndApprovedTextsAreWhatWasApproved()
    {
        const Records &records = m_demo->records();
        QCOMPARE(records.policies.size(), 24);
        QHash<VersionState, int> states;
        int withProof = 0;
        for (const PolicyVersion &version : records.policyVersions.all()) {
            ++states[version.state];
            withProof += version.proof ? 1 : 0;
            if (version.state == VersionState::Approved || version.state == VersionState::Superseded) {
                QVERIFY(matchesApproval(records, version));
                QVERIFY(version.approvedBy && version.effectiveOn >= version.approvedOn);
            }
        }
        QCOMPARE(states.value(VersionState::Approved), 22);
        QCOMPARE(states.value(VersionState::Superseded), 4);
        QCOMPARE(states.value(VersionState::InReview), 3);
        QVERIFY(withProof >= 20);
        QCOMPARE(countOf(records.policies,
                         [](const Policy &p) { return p.nextReviewOn < demoDate() && p.nextReviewOn.isValid(); }),
                 1);
        QVERIFY(records.acknowledgements.size() > 60);
    }

    void vendorsAreJudgedByAnswersAndReports()
    {
        const Records &records = m_demo->records();
        QCOMPARE(records.vendors.size(), 30);
        QCOMPARE(countOf(records.vendors, [](const Vendor &v) { return v.subservice == SubserviceMethod::CarveOut; }),
                 2);
        QSet<VendorOutcome> outcomes;
        int overdue = 0;
        for (const Assessment &assessment : records.assessments.all()) {
            outcomes.insert(assessment.outcome);
            overdue += assessment.nextDueOn.isValid() && assessment.nextDueOn < demoDate() ? 1 : 0;
            if (assessment.completedOn.isValid())
                QVERIFY(scoreOf(records, assessment).isComplete());
        }
        QCOMPARE(outcomes.size(), 4);
        QVERIFY(overdue >= 2);
        QVERIFY(countOf(records.assessments, [](const Assessment &a) { return !a.completedOn.isValid(); }) >= 3);
        const ProjectReadiness readiness(*m_demo, demoDate());
        const qint64 skyfold = findOperations(QStringLiteral("vendor"))->find(records, QStringLiteral("Skyfold Cloud"));
        const readiness::VendorResult hosting = readiness.result().vendors.value(VendorId { skyfold });
        QVERIFY(hosting.blockers.isEmpty());
        QVERIFY(!hosting.missing.isEmpty());
        QVERIFY(!hosting.bridged.isEmpty());
    }

    void samplesAreDrawnFromFrozenPopulations()
    {
        const Records &records = m_demo->records();
        QCOMPARE(countOf(records.draws, [](const Draw &d) { return d.superseded; }), 1);
        QVERIFY(countOf(records.populations, [](const Population &p) { return !p.complete; }) >= 2);
        for (const Draw &draw : records.draws.all()) {
            const Population *population = records.populations.find(draw.population);
            QVERIFY(population && draw.populationHash == population->frozenHash && !draw.populationHash.isEmpty());
            QCOMPARE(records.evidence.find(population->evidence)->sha256, population->frozenHash);
        }
        int deviating = 0;
        for (const SampledItem &item : records.sampledItems.all()) {
            if (item.results.isEmpty())
                continue;
            QVERIFY2(!item.reference.isEmpty() && item.happenedOn.isValid(), qPrintable(item.reference));
            QVERIFY(!records.evidenceSampledItems.leftsOf(item.id.value).isEmpty());
            deviating += item.deviates ? 1 : 0;
        }
        QCOMPARE(deviating, 2);
        QSet<Conclusion> conclusions;
        for (const Test &test : records.tests.all()) {
            conclusions.insert(test.conclusion);
            if (test.conclusion == Conclusion::Passed)
                QVERIFY2(outcomeOf(records, test).deviations == 0, qPrintable(test.code));
        }
        QCOMPARE(conclusions.size(), 5);
    }

    void listsOfWorkAreInEveryState()
    {
        const Records &records = m_demo->records();
        QCOMPARE(statesIn(records.requests, &Request::state), 5);
        QCOMPARE(statesIn(records.checklistItems, &ChecklistItem::state), 5);
        QCOMPARE(statesIn(records.findings, &Finding::state), 4);
        QVERIFY(countOf(records.risks, [](const Risk &r) { return r.response == RiskResponse::Accept; }) == 1);
        QVERIFY(countOf(records.risks, [](const Risk &r) { return r.residualLikelihood.has_value(); }) > 50);
        QVERIFY(records.requestNotes.size() > 10);
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
                 QStringLiteral("not_applicable 1; gap 6; not_started 5; in_progress 10; in_review 4; ready 70; "));
        for (const int count : readiness.result().evidenceBy)
            QVERIFY(count > 0);
        QCOMPARE(readiness.result().totals.criteriaInScope, 38);
        QVERIFY2(readiness.result().totals.criteriaReady >= 15 && readiness.result().totals.criteriaReady <= 22,
                 qPrintable(QString::number(readiness.result().totals.criteriaReady)));
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
