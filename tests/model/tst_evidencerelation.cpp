#include "model/evidence/evidencerelation.h"
#include "tests/support/projects.h"

#include <QTest>

using namespace tb;
using Relation = EvidenceRelation;

namespace {

/// An item for a control and a request, and a newer one without anything.
struct TwoItems : TestProject
{
    ControlId control = addControl(QStringLiteral("AC-01"));
    EvidenceId old = addEvidence(QStringLiteral("E-0001"));
    EvidenceId newer = addEvidence(QStringLiteral("E-0002"));
    RequestId request;

    TwoItems()
    {
        Request draft;
        draft.code = draft.text = QStringLiteral("R-001");
        request = createRecord(*project, draft).value();
        const bool made = setLinks(*project, evidenceControl, { old.value }, { control.value }, true)
            && setLinks(*project, evidenceRequest, { old.value }, { request.value }, true)
            && setFields<Evidence>(*project, { old },
                                   { { QStringLiteral("performed_on"), QStringLiteral("2025-09-30") } });
        if (!made)
            qFatal("not made");
    }
    const Evidence &item(EvidenceId id) const { return *project->records().evidence.find(id); }
    bool isFor(EvidenceId id, ControlId which) const
    {
        return project->records().evidenceControls.contains(id.value, which.value);
    }
    bool answers(EvidenceId id) const { return project->records().evidenceRequests.contains(id.value, request.value); }
};

} // namespace

class TestEvidenceRelation : public QObject
{
    Q_OBJECT

private slots:
    void theNextOccurrenceIsForTheSameControl()
    {
        TwoItems t;
        QVERIFY(relateEvidence(*t.project, t.newer, Relation::NextOccurrence, t.old));
        QCOMPARE(t.item(t.newer).follows, t.old);
        QVERIFY(t.isFor(t.newer, t.control));
        QVERIFY(!t.answers(t.newer));
        QVERIFY(t.item(t.newer).performedOn.isEmpty()); // it operated on another day
        QVERIFY(t.project->undo());
        QVERIFY(!t.isFor(t.newer, t.control));
        QVERIFY(!t.item(t.newer).follows);
    }

    void aReplacementTakesOverEverything()
    {
        TwoItems t;
        QVERIFY(relateEvidence(*t.project, t.newer, Relation::Replacement, t.old));
        QCOMPARE(t.item(t.newer).supersedes, t.old);
        QVERIFY(t.isFor(t.newer, t.control) && t.answers(t.newer));
        QCOMPARE(t.item(t.newer).performedOn, QList<QDate> { QDate(2025, 9, 30) });
    }

    void whatIsThereAlreadyStays()
    {
        TwoItems t;
        const ControlId own = t.addControl(QStringLiteral("AC-02"));
        QVERIFY(setLinks(*t.project, evidenceControl, { t.newer.value }, { own.value }, true));
        QVERIFY(setFields<Evidence>(*t.project, { t.newer },
                                    { { QStringLiteral("covers_from"), QStringLiteral("2025-10-01") } }));
        QVERIFY(relateEvidence(*t.project, t.newer, Relation::Replacement, t.old));
        QVERIFY(!t.isFor(t.newer, t.control));
        QVERIFY(t.item(t.newer).performedOn.isEmpty());
    }

    void aRedactedCopyWithholdsTheOriginal()
    {
        TwoItems t;
        const auto unreasoned = relateEvidence(*t.project, t.newer, Relation::RedactedCopy, t.old);
        QVERIFY(!unreasoned);
        QCOMPARE(unreasoned.error().problems.first().field, QStringLiteral("withheld_reason"));
        QVERIFY(!t.item(t.newer).redacts); // nothing half done
        QVERIFY(
            relateEvidence(*t.project, t.newer, Relation::RedactedCopy, t.old, QStringLiteral("Names of customers")));
        QVERIFY(!t.item(t.old).shared);
        QVERIFY(t.item(t.newer).shared);
        QVERIFY(t.isFor(t.newer, t.control));
        const LogHead head = t.project->head();
        QVERIFY(t.project->undo()); // one change
        QCOMPARE(t.project->head().seq, head.seq + 1);
        QVERIFY(t.item(t.old).shared && !t.item(t.newer).redacts);
    }

    void anOccurrenceOutlivesTheOneBefore()
    {
        TwoItems t;
        QVERIFY(relateEvidence(*t.project, t.newer, Relation::NextOccurrence, t.old));
        QVERIFY(removeRecords<Evidence>(*t.project, { t.old }));
        QVERIFY(!t.item(t.newer).follows);
        QVERIFY(t.project->undo());
        QCOMPARE(t.item(t.newer).follows, t.old);
        QVERIFY(relateEvidence(*t.project, t.newer, Relation::Replacement, t.old));
        const auto removed = removeRecords<Evidence>(*t.project, { t.old });
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Error::Kind::Conflict);
    }

    void circlesAreRefused()
    {
        TwoItems t;
        QVERIFY(!relateEvidence(*t.project, t.old, Relation::Replacement, t.old));
        QVERIFY(relateEvidence(*t.project, t.newer, Relation::Replacement, t.old));
        const auto back = relateEvidence(*t.project, t.old, Relation::Replacement, t.newer);
        QVERIFY(!back);
        QCOMPARE(back.error().problems.first().code, FieldProblem::Code::Cycle);
        QVERIFY(!relateEvidence(*t.project, t.newer, Relation::NextOccurrence, { 99 }));
    }

    void recordsMoveByOneRow()
    {
        TestProject t;
        QList<RequestId> ids;
        for (int i = 0; i < 3; ++i) {
            Request draft;
            draft.code = draft.text = QStringLiteral("R-%1").arg(i);
            draft.rank = rankAt(i);
            ids.append(createRecord(*t.project, draft).value());
        }
        const auto order = [&] {
            QList<Request> all = t.reopened()->records().requests.all(); // loaded by rank
            QString codes;
            for (const Request &request : all)
                codes += request.code.back();
            return codes;
        };
        QCOMPARE(order(), QStringLiteral("012"));
        const auto moved = moveRecord<Request>(*t.project, ids.at(2), {}, ids.at(0));
        QVERIFY(moved);
        QCOMPARE(moved.value().rows.size(), 1);
        QCOMPARE(order(), QStringLiteral("201"));
        QVERIFY(moveRecord<Request>(*t.project, ids.at(2), ids.at(1), {}));
        QCOMPARE(order(), QStringLiteral("012"));
        QVERIFY(moveRecord<Request>(*t.project, ids.at(0), ids.at(1), ids.at(2)));
        QCOMPARE(order(), QStringLiteral("102"));
        QVERIFY(t.project->undo());
        QCOMPARE(order(), QStringLiteral("012"));
        QVERIFY(!moveRecord<Request>(*t.project, { 99 }, {}, {}));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceRelation)
#include "tst_evidencerelation.moc"
