#include "tests/model/readinessrandom.h"

#include <QtTest>

using namespace tb;
using namespace tb::readiness;

/// The engine's promise: a difference costs what it touches, and gives what evaluating everything gives.
class TestReadinessEngine : public QObject
{
    Q_OBJECT

private slots:
    void anyEditsEqualAFullEvaluation_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyEditsEqualAFullEvaluation()
    {
        QFETCH(quint32, seed);
        RandomRecords random(seed);
        ReadinessEngine engine;
        Inputs start;
        start.engagement = random.engagement();
        QDate at = day("2025-11-15");
        engine.reset(start, at);
        for (int edit = 0; edit < 300; ++edit) {
            InputChange change;
            for (int n = random.upTo(3); n >= 0; --n)
                change.written.append(random.record());
            for (int n = random.upTo(2); n > 0; --n)
                change.removed.append(random.key());
            if (random.oneIn(60))
                change.engagement = random.engagement();
            engine.apply(change);
            if (random.oneIn(60))
                engine.setDate(at = day("2025-03-01").addDays(random.upTo(500)));
            ReadinessEngine full;
            full.reset(engine.inputs(), at);
            QVERIFY2(engine.result() == full.result(), qPrintable(difference(engine.result(), full.result())));
        }
    }

    void whatAControlSaysIsFollowedOnlyWhereItChanges()
    {
        Programme p;
        p.control.policies = { PolicyId { 1 } };
        p.inputs.put(PolicyInput { PolicyId { 1 }, {}, { { day("2025-01-01"), day("2025-01-01"), {} } } });
        p.performed(QStringLiteral("2025-09-20 2025-12-20 2026-03-20 2026-06-20"));
        p.inputs.put(p.control);
        ReadinessEngine engine;
        engine.reset(p.inputs, day("2026-07-15"));
        QCOMPARE(engine.result().controls.value(p.control.id).state, ControlState::Ready);
        engine.apply(
            { { PolicyInput { PolicyId { 1 }, {}, { { day("2025-01-02"), day("2025-01-02"), {} } } } }, {}, {} });
        QCOMPARE(engine.lastWork().controls, 1);
        QCOMPARE(engine.lastWork().criteria, 0); // still ready
        engine.apply({ { PolicyInput { PolicyId { 1 }, {}, {} } }, {}, {} });
        QCOMPARE(engine.result().controls.value(p.control.id).state, ControlState::Gap);
        QCOMPARE(engine.lastWork().criteria, 1);
        QCOMPARE(engine.lastWork().evidence, 0); // a policy moves no due date
    }

    void anEditCostsWhatItTouches()
    {
        ReadinessEngine engine = hundredControls();
        QCOMPARE(engine.lastWork().controls, 100);
        QCOMPARE(engine.lastWork().criteria, 10);
        QCOMPARE(engine.lastWork().evidence, 300);
        const auto cost = [&engine](const InputChange &change) {
            engine.apply(change);
            const ReadinessEngine::Work work = engine.lastWork();
            return QStringLiteral("%1 controls, %2 criteria, %3 evidence")
                .arg(work.controls)
                .arg(work.criteria)
                .arg(work.evidence);
        };
        const Inputs &now = engine.inputs();
        QCOMPARE(cost({ { *now.find<EvidenceInput>(EvidenceId { 5 }) }, {}, {} }),
                 QStringLiteral("1 controls, 0 criteria, 3 evidence"));
        QCOMPARE(cost({ { *now.find<ControlInput>(ControlId { 5 }) }, {}, {} }),
                 QStringLiteral("1 controls, 1 criteria, 3 evidence"));
        QCOMPARE(cost({ { *now.find<PolicyInput>(PolicyId { 1 }) }, {}, {} }),
                 QStringLiteral("4 controls, 0 criteria, 0 evidence"));
        QCOMPARE(cost({ { *now.find<CriterionInput>(CriterionId { 1 }) }, {}, {} }),
                 QStringLiteral("10 controls, 1 criteria, 0 evidence"));
        QCOMPARE(cost({ { SystemInput { SystemId { 1 }, true } }, {}, {} }),
                 QStringLiteral("2 controls, 0 criteria, 6 evidence"));
        ControlInput quarterly = *now.find<ControlInput>(ControlId { 2 });
        quarterly.revisions[0].frequency = Frequency::Quarterly;
        engine.apply({ { quarterly }, {}, {} });
        QCOMPARE(cost({ { ChangeInput { ChangeId { 1 }, day("2025-08-01"), {} } }, {}, {} }),
                 QStringLiteral("1 controls, 0 criteria, 0 evidence"));
        QCOMPARE(
            cost({ { VendorInput { VendorId { 1 }, SubserviceMethod::CarveOut, day("2025-07-01"), {} } }, {}, {} }),
            QStringLiteral("1 controls, 1 criteria, 0 evidence"));
        QCOMPARE(cost({ { PlanItemInput { PlanItemId { 1 }, ControlId { 5 }, {}, {} } }, {}, {} }),
                 QStringLiteral("0 controls, 0 criteria, 0 evidence"));
        EvidenceInput shown;
        shown.id = EvidenceId { 777 };
        shown.collectedOn = day("2025-08-01");
        engine.apply(
            { { shown, DrawInput { DrawId { 1 }, ControlId { 9 }, false, { { {}, { shown.id }, false } }, {} } },
              {},
              {} });
        QCOMPARE(cost({ { shown }, {}, {} }), QStringLiteral("1 controls, 0 criteria, 4 evidence"));
        engine.apply(
            { { PopulationInput { PopulationId { 1 }, ControlId { 11 }, shown.id, {}, true, 0, {}, false } }, {}, {} });
        QCOMPARE(cost({ { shown }, {}, {} }), QStringLiteral("2 controls, 0 criteria, 7 evidence"));
        engine.apply({ {}, { EvidenceId { 777 }, DrawId { 1 }, PopulationId { 1 } }, {} });
        QCOMPARE(cost({ {}, { ControlId { 7 } }, {} }), QStringLiteral("0 controls, 1 criteria, 3 evidence"));
        QCOMPARE(cost({ {}, { ControlId { 7 }, EvidenceId { 999 } }, {} }),
                 QStringLiteral("0 controls, 0 criteria, 0 evidence"));
        QCOMPARE(cost({ {}, {}, now.engagement }), QStringLiteral("0 controls, 0 criteria, 0 evidence"));
        EngagementInput shorter = now.engagement;
        shorter.window.to = day("2025-12-31");
        QCOMPARE(cost({ {}, {}, shorter }), QStringLiteral("99 controls, 10 criteria, 300 evidence"));
    }

private:
    /// Controls 1 to 100 under ten criteria and 25 policies, three items of evidence each; 1 and 2 are continuous, and
    /// 3 monitors vendor 1 for criterion 1.
    static ReadinessEngine hundredControls()
    {
        Programme p;
        for (qint64 i = 1; i <= 100; ++i) {
            p.control.id = ControlId { i };
            p.control.criteria = { CriterionId { 1 + i % 10 } };
            p.control.policies = { PolicyId { 1 + i % 25 } };
            p.control.revisions[0].frequency = i <= 2 ? Frequency::Continuous : Frequency::Quarterly;
            p.inputs.put(p.control);
            p.inputs.put(
                CriterionInput { CriterionId { 1 + i % 10 }, QStringLiteral("CC1"), Category::Security, false, false });
            p.inputs.put(PolicyInput { PolicyId { 1 + i % 25 }, {}, {} });
            for (int n = 0; n < 3; ++n)
                p.performed(QStringLiteral("2025-09-20"));
        }
        p.inputs.put(VendorInput { VendorId { 1 }, SubserviceMethod::CarveOut, day("2025-07-01"), {} });
        p.inputs.put(CsocInput { CsocId { 1 }, VendorId { 1 }, { CriterionId { 1 } }, ControlId { 3 } });
        ReadinessEngine engine;
        engine.reset(p.inputs, day("2025-11-15"));
        return engine;
    }
    static QString difference(const Evaluation &a, const Evaluation &b)
    {
        QStringList parts;
        if (a.controls != b.controls)
            parts += QStringLiteral("controls");
        if (a.criteria != b.criteria)
            parts += QStringLiteral("criteria");
        if (a.vendors != b.vendors)
            parts += QStringLiteral("vendors");
        if (a.evidence != b.evidence)
            parts += QStringLiteral("evidence");
        if (a.planItems != b.planItems)
            parts += QStringLiteral("plan items");
        if (a.totals != b.totals || a.series != b.series || a.categories != b.categories)
            parts += QStringLiteral("figures");
        if (a.evidenceBy != b.evidenceBy)
            parts += QStringLiteral("evidence figures");
        return parts.join(QStringLiteral(", "));
    }
};

QTEST_GUILESS_MAIN(TestReadinessEngine)
#include "tst_readinessengine.moc"
