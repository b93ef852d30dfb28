#include "model/policies/textdiff.h"
#include "model/policies/versions.h"
#include "tests/support/projects.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tb;
using Code = FieldProblem::Code;

namespace {

Code firstProblem(const Error &error)
{
    return error.problems.isEmpty() ? Code::UnknownField : error.problems.first().code;
}

/// A policy with a draft, its author and its approver.
struct WithPolicy : TestProject
{
    PersonId ana = addPerson(QStringLiteral("Ana"));
    PersonId luis = addPerson(QStringLiteral("Luis"));
    PolicyId policy = made(createRecord(*project, [] {
        Policy draft;
        draft.code = QStringLiteral("PL-02");
        draft.title = QStringLiteral("Access control");
        return draft;
    }()));
    PolicyVersionId first = addDraft(QStringLiteral("# One\nText"));

    PolicyVersionId addDraft(const QString &body)
    {
        PolicyVersion draft;
        draft.policy = policy;
        draft.body = body;
        draft.author = ana;
        return made(addVersion(*project, draft));
    }
    const PolicyVersion &version(PolicyVersionId id) const { return *project->records().policyVersions.find(id); }
    Result<ChangeSet> approve(PolicyVersionId id, QDate on, QDate effective = {})
    {
        return approveVersion(*project, id, { luis, on, effective });
    }
    template <class Key> static Key made(const Result<Key> &result)
    {
        if (!result)
            qFatal("not made");
        return result.value();
    }
};

/// The two texts that a difference leads from and to.
std::pair<QString, QString> textsOf(const QList<DiffPart> &parts)
{
    QStringList before, after;
    for (const DiffPart &part : parts) {
        if (part.kind != DiffPart::Kind::Added)
            before += part.lines;
        if (part.kind != DiffPart::Kind::Removed)
            after += part.lines;
    }
    return { before.join(QLatin1Char('\n')), after.join(QLatin1Char('\n')) };
}

} // namespace

class TestPolicies : public QObject
{
    Q_OBJECT

private slots:
    void approvalBindsTheText()
    {
        WithPolicy t;
        QVERIFY(t.approve(t.first, QDate(2025, 7, 1), QDate(2025, 7, 15)));
        const PolicyVersion &version = t.version(t.first);
        QCOMPARE(version.state, VersionState::Approved);
        QCOMPARE(version.effectiveOn, QDate(2025, 7, 15));
        QCOMPARE(version.textHash, versionHash(t.project->records(), version));
        QVERIFY(matchesApproval(t.project->records(), version));
        QCOMPARE(t.project->records().policies.find(t.policy)->nextReviewOn, QDate(2026, 7, 1));
        QVERIFY(t.project->undo());
        QCOMPARE(t.version(t.first).state, VersionState::Draft);
    }

    void anApprovedTextNeverChanges()
    {
        WithPolicy t;
        QVERIFY(t.approve(t.first, QDate(2025, 7, 1)));
        const auto edited = setFields<PolicyVersion>(*t.project, { t.first },
                                                     { { QStringLiteral("body"), QStringLiteral("Other") } });
        QVERIFY(!edited);
        QCOMPARE(firstProblem(edited.error()), Code::Frozen);
        const auto removed = removeRecords<PolicyVersion>(*t.project, { t.first });
        QVERIFY(!removed);
        QCOMPARE(firstProblem(removed.error()), Code::Frozen);
        QVERIFY(!removeRecords<Policy>(*t.project, { t.policy })); // it would take the approved text with it
        QVERIFY(!t.approve(t.first, QDate(2025, 8, 1)));
        QVERIFY(!setInReview(*t.project, t.first, true));
        const EvidenceId proof = t.addEvidence(QStringLiteral("E-0001"));
        QVERIFY(setFields<PolicyVersion>(*t.project, { t.first }, { { QStringLiteral("proof_id"), proof.value } }));
    }

    void theNextVersionTakesItsPlace()
    {
        WithPolicy t;
        QVERIFY(t.approve(t.first, QDate(2025, 7, 1)));
        const PolicyVersionId second = t.addDraft(QStringLiteral("# One\nMore text"));
        QCOMPARE(t.version(second).number, 2);
        QVERIFY(t.approve(second, QDate(2026, 1, 10), QDate(2026, 2, 1)));
        QCOMPARE(t.version(t.first).state, VersionState::Superseded);
        const auto inForce = [&](QDate day) {
            const PolicyVersion *version = versionInForce(t.project->records(), t.policy, day);
            return version ? version->number : 0;
        };
        QCOMPARE(inForce(QDate(2025, 6, 30)), 0);
        QCOMPARE(inForce(QDate(2026, 1, 31)), 1);
        QCOMPARE(inForce(QDate(2026, 2, 1)), 2);
        QCOMPARE(latestVersion(t.project->records(), t.policy)->number, 2);
    }

    void oneDraftAtATime()
    {
        WithPolicy t;
        PolicyVersion draft;
        draft.policy = t.policy;
        QVERIFY(!addVersion(*t.project, draft));
        QVERIFY(setInReview(*t.project, t.first, true));
        QCOMPARE(t.version(t.first).state, VersionState::InReview);
        QVERIFY(!addVersion(*t.project, draft));
    }

    void whatIsMissingIsNamed()
    {
        WithPolicy t;
        QCOMPARE(firstProblem(approveVersion(*t.project, t.first, { {}, QDate(2025, 7, 1), {} }).error()),
                 Code::Required);
        QCOMPARE(firstProblem(approveVersion(*t.project, t.first, { { 99 }, QDate(2025, 7, 1), {} }).error()),
                 Code::UnknownRecord);
        QCOMPARE(firstProblem(approveVersion(*t.project, t.first, { t.luis, {}, {} }).error()), Code::Required);
        QCOMPARE(firstProblem(t.approve(t.first, QDate(2025, 7, 2), QDate(2025, 7, 1)).error()), Code::EndBeforeStart);
        QVERIFY(setFields<PolicyVersion>(*t.project, { t.first }, { { QStringLiteral("body"), QString() } }));
        QCOMPARE(firstProblem(t.approve(t.first, QDate(2025, 7, 2)).error()), Code::Required);
        QCOMPARE(t.version(t.first).state, VersionState::Draft);
    }

    void anOwnDocumentIsBoundByItsContent()
    {
        WithPolicy t;
        Evidence document;
        document.code = QStringLiteral("E-0009");
        document.title = QStringLiteral("Policy.docx");
        document.sha256 = QString(64, QLatin1Char('a'));
        const EvidenceId id = WithPolicy::made(createRecord(*t.project, document));
        QVERIFY(setFields<PolicyVersion>(
            *t.project, { t.first },
            { { QStringLiteral("body"), QString() }, { QStringLiteral("document_id"), id.value } }));
        QVERIFY(t.approve(t.first, QDate(2025, 7, 1)));
        QCOMPARE(t.version(t.first).textHash, document.sha256);
    }

    void aLinkCannotBeApproved()
    {
        WithPolicy t;
        Evidence link;
        link.code = QStringLiteral("E-0010");
        link.title = QStringLiteral("Policy in the wiki");
        link.address = QStringLiteral("https://wiki.example/policy");
        const EvidenceId id = WithPolicy::made(createRecord(*t.project, link));
        QVERIFY(setFields<PolicyVersion>(
            *t.project, { t.first },
            { { QStringLiteral("body"), QString() }, { QStringLiteral("document_id"), id.value } }));
        const auto approved = t.approve(t.first, QDate(2025, 7, 1));
        QVERIFY(!approved); // its text may change behind the address
        QCOMPARE(approved.error().problems.first().field, QStringLiteral("document_id"));
    }

    void peopleAcknowledgeOnce()
    {
        WithPolicy t;
        QVERIFY(t.approve(t.first, QDate(2025, 7, 1)));
        QVERIFY(acknowledge(*t.project, t.first, { t.ana, t.luis }, QDate(2025, 7, 3)));
        const auto again = acknowledge(*t.project, t.first, { t.ana }, QDate(2025, 7, 4));
        QVERIFY(again && again.value().isEmpty());
        QCOMPARE(t.project->records().acknowledgements.size(), 2);
        QVERIFY(!acknowledge(*t.project, t.first, { { 99 } }, QDate(2025, 7, 4)));
    }

    void differences_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("changed"); // lines removed and added
        QTest::newRow("same") << "a\nb"
                              << "a\nb" << 0;
        QTest::newRow("empty") << ""
                               << "" << 0;
        QTest::newRow("from nothing") << ""
                                      << "a\nb" << 3; // the empty line goes
        QTest::newRow("one line") << "a\nb\nc"
                                  << "a\nx\nc" << 2;
        QTest::newRow("added at the end") << "a"
                                          << "a\nb" << 1;
        QTest::newRow("removed at the start") << "a\nb"
                                              << "b" << 1;
        QTest::newRow("moved") << "a\nb\nc"
                               << "b\nc\na" << 2;
        QTest::newRow("Myers's example") << "a\nb\nc\na\nb\nb\na"
                                         << "c\nb\na\nb\na\nc" << 5;
    }
    void differences()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(int, changed);
        const QList<DiffPart> parts = diffLines(before, after);
        QCOMPARE(textsOf(parts), std::pair(before, after));
        qsizetype lines = 0;
        for (const DiffPart &part : parts)
            lines += part.kind == DiffPart::Kind::Same ? 0 : part.lines.size();
        QCOMPARE(lines, changed);
    }

    void anyTwoTextsComeBack()
    {
        QRandomGenerator random(7);
        const auto text = [&] {
            QStringList lines;
            for (int i = random.bounded(12); i >= 0; --i)
                lines.append(QString(QChar('a' + random.bounded(4))));
            return lines.join(QLatin1Char('\n'));
        };
        for (int i = 0; i < 500; ++i) {
            const QString before = text();
            const QString after = text();
            QCOMPARE(textsOf(diffLines(before, after)), std::pair(before, after));
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
