#include "model/projectreadiness.h"
#include "tests/support/projects.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

const QDate today(2026, 3, 12);

void setScope(TestProject &t)
{
    Engagement engagement;
    engagement.organisation = QStringLiteral("Northquill");
    engagement.service = QStringLiteral("Ledger");
    engagement.from = QDate(2025, 7, 1);
    engagement.to = QDate(2026, 6, 30);
    engagement.categories = { QStringLiteral("security") };
    QVERIFY(createRecord(*t.project, engagement));
}

QString stateOf(const ProjectReadiness &readiness, ControlId id)
{
    return wordOf(readiness.control(id).state);
}

} // namespace

class TestProjectReadiness : public QObject
{
    Q_OBJECT

private slots:
    void aQuarterlyControlBecomesReadyStepByStep()
    {
        TestProject t;
        setScope(t);
        const CriterionId criterion = t.addCriterion(QStringLiteral("CC6.1"));
        const ControlId id = t.addControl(QStringLiteral("AC-11"));
        const PersonId owner = t.addPerson(QStringLiteral("Priya"));
        QVERIFY(setLinks(*t.project, controlCriterion, { id.value }, { criterion.value }, true));
        ProjectReadiness readiness(*t.project, today);
        QCOMPARE(stateOf(readiness, id), QStringLiteral("not_started"));

        QVERIFY(setFields<Control>(*t.project, { id }, { { QStringLiteral("owner_id"), owner.value } }));
        QVERIFY(setWorkStatus(*t.project, { id }, WorkStatus::Implemented, QDate(2025, 6, 1)));
        QCOMPARE(stateOf(readiness, id), QStringLiteral("gap")); // two quarters have passed without an occurrence

        const EvidenceId review = t.addEvidence(QStringLiteral("E-0001"));
        QVERIFY(setFields<Evidence>(*t.project, { review },
                                    { { QStringLiteral("performed_on"), QStringLiteral("2025-09-30,2025-12-31") },
                                      { QStringLiteral("collected_on"), QStringLiteral("2026-01-05") } }));
        QVERIFY(setLinks(*t.project, evidenceControl, { review.value }, { id.value }, true));
        QCOMPARE(stateOf(readiness, id), QStringLiteral("in_review"));
        QCOMPARE(readiness.control(id).slotCount.filled, 2);
        QCOMPARE(readiness.control(id).slotCount.expected, 4);

        QVERIFY(signOff(*t.project, { id }, owner, today));
        QCOMPARE(stateOf(readiness, id), QStringLiteral("ready"));
        QVERIFY(readiness.criterion(criterion).ready);
        QVERIFY(t.project->undo());
        QVERIFY(!readiness.criterion(criterion).ready);
    }

    void whatIsReplacedNoLongerCounts()
    {
        TestProject t;
        setScope(t);
        const EvidenceId old = t.addEvidence(QStringLiteral("E-0001"));
        QVERIFY(setFields<Evidence>(*t.project, { old },
                                    { { QStringLiteral("collected_on"), QStringLiteral("2026-01-05") } }));
        ProjectReadiness readiness(*t.project, today);
        QVERIFY(readiness.evidence(old).counts);
        const EvidenceId newer = t.addEvidence(QStringLiteral("E-0002"));
        QVERIFY(setFields<Evidence>(*t.project, { newer }, { { QStringLiteral("supersedes_id"), old.value } }));
        QVERIFY(!readiness.evidence(old).counts);
        QVERIFY(removeRecords<Evidence>(*t.project, { newer }));
        QVERIFY(readiness.evidence(old).counts);
    }

    void anEditCostsWhatItTouches()
    {
        TestProject t;
        setScope(t);
        QList<ControlId> ids;
        for (int i = 0; i < 60; ++i)
            ids.append(t.addControl(QStringLiteral("C-%1").arg(i)));
        ProjectReadiness readiness(*t.project, today);
        QSignalSpy updated(&readiness, &ProjectReadiness::updated);
        QVERIFY(setFields<Control>(*t.project, { ids.first() },
                                   { { QStringLiteral("frequency"), QStringLiteral("daily") } }));
        QCOMPARE(updated.size(), 1);
        QCOMPARE(readiness.lastWork().controls, 1);
    }

    void followingEqualsEvaluatingAfresh_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void followingEqualsEvaluatingAfresh()
    {
        QFETCH(quint32, seed);
        TestProject t;
        setScope(t);
        QRandomGenerator random(seed);
        QList<qint64> criteria, controls, evidence;
        for (int i = 0; i < 6; ++i)
            criteria.append(t.addCriterion(QStringLiteral("CC6.%1").arg(i)).value);
        for (int i = 0; i < 12; ++i)
            controls.append(t.addControl(QStringLiteral("C-%1").arg(i)).value);
        for (int i = 0; i < 20; ++i)
            evidence.append(t.addEvidence(QStringLiteral("E-%1").arg(i)).value);
        const PersonId owner = t.addPerson(QStringLiteral("Priya"));
        ProjectReadiness readiness(*t.project, today);

        const auto any = [&](const QList<qint64> &ids) { return ids.at(random.bounded(ids.size())); };
        const auto day = [&] { return QDate(2025, 5, 1).addDays(random.bounded(420)).toString(Qt::ISODate); };
        const auto frequency = [&] { return wordOf(static_cast<Frequency>(random.bounded(8))); };
        for (int i = 0; i < 100; ++i) {
            const ControlId control { any(controls) };
            const EvidenceId item { any(evidence) };
            switch (random.bounded(11)) {
            case 0:
                static_cast<void>(setLinks(*t.project, controlCriterion, { control.value }, { any(criteria) },
                                           random.bounded(4) > 0));
                break;
            case 1:
                static_cast<void>(
                    setLinks(*t.project, evidenceControl, { item.value }, { control.value }, random.bounded(4) > 0));
                break;
            case 2:
                static_cast<void>(
                    setFields<Control>(*t.project, { control }, { { QStringLiteral("frequency"), frequency() } }));
                break;
            case 3:
                static_cast<void>(
                    setFields<Control>(*t.project, { control }, { { QStringLiteral("owner_id"), owner.value } }));
                break;
            case 4:
                static_cast<void>(setWorkStatus(*t.project, { control }, WorkStatus::Implemented, QDate(2025, 6, 1)));
                break;
            case 5:
                static_cast<void>(
                    setFields<Evidence>(*t.project, { item }, { { QStringLiteral("performed_on"), day() } }));
                break;
            case 6:
                static_cast<void>(setFields<Evidence>(
                    *t.project, { item },
                    { { QStringLiteral("kind"), wordOf(static_cast<EvidenceKind>(random.bounded(8))) },
                      { QStringLiteral("covers_from"), QStringLiteral("2025-07-01") },
                      { QStringLiteral("covers_to"), day() } }));
                break;
            case 7:
                static_cast<void>(
                    setFields<Evidence>(*t.project, { item }, { { QStringLiteral("supersedes_id"), any(evidence) } }));
                break;
            case 8: static_cast<void>(removeRecords<Evidence>(*t.project, { item })); break;
            case 9: static_cast<void>(random.bounded(2) ? t.project->undo() : t.project->redo()); break;
            default: static_cast<void>(signOff(*t.project, { control }, owner, today));
            }
            ReadinessEngine fresh;
            fresh.reset(readinessInputs(t.project->records()), today);
            QVERIFY2(fresh.result() == readiness.result(), qPrintable(QString::number(i)));
        }
    }
};

QTEST_GUILESS_MAIN(TestProjectReadiness)
#include "tst_projectreadiness.moc"
