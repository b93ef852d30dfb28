#include "model/lint/lint.h"
#include "model/policies/versions.h"
#include "model/projectreadiness.h"
#include "model/vendors/vendorscore.h"
#include "tests/support/projects.h"

#include <QTest>

using namespace tb;

namespace {

const QDate today(2026, 3, 12);

template <class Key> Key made(const Result<Key> &result)
{
    if (!result)
        qFatal("not made: %s",
               result.error().problems.isEmpty() ? "" : qPrintable(result.error().problems.first().field));
    return result.value();
}

struct Linted : TestProject
{
    Linted()
    {
        Engagement engagement;
        engagement.organisation = engagement.service = QStringLiteral("Northquill");
        engagement.from = QDate(2025, 7, 1);
        engagement.to = QDate(2026, 6, 30);
        engagement.categories = { QStringLiteral("security") };
        static_cast<void>(createRecord(*project, engagement));
    }
    QList<LintFinding> findings() const
    {
        ReadinessEngine engine;
        engine.reset(readinessInputs(project->records()), today);
        return lint(project->records(), engine.result());
    }
    /// The findings of one code, as "record field word".
    QStringList of(LintCode code) const
    {
        QStringList found;
        for (const LintFinding &finding : findings()) {
            if (finding.code == code)
                found.append(
                    QStringList { finding.name, finding.field, finding.word }.join(QLatin1Char(' ')).simplified());
        }
        return found;
    }
    /// A control that nothing is wrong with.
    ControlId soundControl(const char *code, CriterionId criterion)
    {
        Control draft;
        draft.code = QLatin1String(code);
        draft.title = QStringLiteral("Accounts reviewed");
        draft.owner = addPerson(QStringLiteral("Ana"));
        draft.frequency = Frequency::Continuous; // the grace of a periodic one ends after the window
        const ControlId id = made(createRecord(*project, draft));
        static_cast<void>(setLinks(*project, controlCriterion, { id.value }, { criterion.value }, true));
        return id;
    }
    template <class R> void set(Id<"control"> id, const char *field, const R &value)
    {
        QVERIFY(setFields<Control>(*project, { id }, { { QLatin1String(field), value } }));
    }
};

} // namespace

/// Each finding appears when it should and goes when it is mended.
class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void controls()
    {
        Linted t;
        const CriterionId criterion = t.addCriterion(QStringLiteral("CC6.1"));
        const ControlId id = t.soundControl("AC-01", criterion);
        QCOMPARE(t.of(LintCode::OneControlOnly), QStringList { QStringLiteral("CC6.1") });
        t.soundControl("AC-02", criterion);
        QVERIFY(t.findings().isEmpty());

        t.set(id, "owner_id", QString());
        QCOMPARE(t.of(LintCode::ControlWithoutOwner), QStringList { QStringLiteral("AC-01 owner_id") });
        t.set(id, "description", QStringLiteral("Rights are reviewed Periodically."));
        QCOMPARE(t.of(LintCode::VagueWording), QStringList { QStringLiteral("AC-01 description Periodically") });
        t.set(id, "description", QStringLiteral("The lead grants access and reviews all access each quarter."));
        QCOMPARE(t.of(LintCode::MixedActivities), QStringList { QStringLiteral("AC-01 description") });
        t.set(id, "performer_id", t.addPerson(QStringLiteral("Ana")).value);
        QVERIFY(signOff(*t.project, { id }, t.addPerson(QStringLiteral("Ana")), today));
        QCOMPARE(t.of(LintCode::ReviewerPerformed), QStringList { QStringLiteral("AC-01 signed_off_by_id") });
        QVERIFY(setLinks(*t.project, controlCriterion, { id.value }, { criterion.value }, false));
        QCOMPARE(t.of(LintCode::ControlWithoutCriterion), QStringList { QStringLiteral("AC-01") });
        QVERIFY(setNotApplicable(*t.project, { id }, QStringLiteral("No such system."),
                                 t.addPerson(QStringLiteral("Luis"))));
        QCOMPARE(t.of(LintCode::ControlWithoutCriterion), QStringList {}); // nobody will test it
    }

    void worstFirst()
    {
        Linted t;
        static_cast<void>(t.addControl(QStringLiteral("AC-02"), QStringLiteral("Reviewed periodically")));
        const QList<LintFinding> findings = t.findings();
        QCOMPARE(findings.size(), 4); // nobody owns it, no criterion, a vague word, grace after the window
        QCOMPARE(findings.first().code, LintCode::ControlWithoutOwner);
        QVERIFY(std::is_sorted(findings.cbegin(), findings.cend(),
                               [](const LintFinding &a, const LintFinding &b) { return a.severity > b.severity; }));
    }

    void policies()
    {
        Linted t;
        Policy policy;
        policy.code = QStringLiteral("PL-01");
        policy.title = QStringLiteral("Backup");
        policy.nextReviewOn = QDate(2026, 3, 11);
        const PolicyId id = made(createRecord(*t.project, policy));
        QCOMPARE(t.of(LintCode::PolicyReviewOverdue), QStringList { QStringLiteral("PL-01") });
        QCOMPARE(t.of(LintCode::PolicyWithoutVersion), QStringList { QStringLiteral("PL-01") });
        PolicyVersion draft;
        draft.policy = id;
        draft.body = QStringLiteral("Backups run as needed.");
        draft.author = t.addPerson(QStringLiteral("Ana"));
        const PolicyVersionId version = made(addVersion(*t.project, draft));
        QCOMPARE(t.of(LintCode::PolicyWithoutVersion), QStringList {});
        QCOMPARE(t.of(LintCode::VagueWording), QStringList { QStringLiteral("1 body as needed") });
        QVERIFY(approveVersion(*t.project, version, { draft.author, QDate(2026, 3, 1), {} }));
        QCOMPARE(t.of(LintCode::PolicyReviewOverdue), QStringList {}); // approving sets the next review
        QCOMPARE(t.of(LintCode::AuthorApproved), QStringList { QStringLiteral("1 approved_by_id") });
        QCOMPARE(t.of(LintCode::ApprovalWithoutProof), QStringList { QStringLiteral("1 proof_id") });
        QCOMPARE(t.of(LintCode::ApprovalDoesNotMatch), QStringList {});
        // An edit past the commands, as a damaged or forged file would hold it.
        QVERIFY(t.project->change([&](Connection &connection) {
            PolicyVersion forged = *t.project->records().policyVersions.find(version);
            forged.body += QLatin1Char('!');
            return store::update(connection, *t.project->records().policyVersions.find(version), forged);
        }));
        QCOMPARE(t.of(LintCode::ApprovalDoesNotMatch), QStringList { QStringLiteral("1 text_hash") });
        PolicyRequirement requirement;
        requirement.policy = id;
        requirement.number = QStringLiteral("4.1");
        requirement.title = QStringLiteral("Backups");
        static_cast<void>(made(createRecord(*t.project, requirement)));
        QCOMPARE(t.of(LintCode::RequirementWithoutControl), QStringList { QStringLiteral("4.1") });
    }

    void evidence()
    {
        Linted t;
        const auto add = [&](const char *code, const char *performed) {
            Evidence draft;
            draft.code = QLatin1String(code);
            draft.title = QLatin1String(code);
            draft.sha256 = QString(64, QLatin1Char('a'));
            draft.performedOn = { QDate::fromString(QLatin1String(performed), Qt::ISODate) };
            return made(createRecord(*t.project, draft));
        };
        add("E-0001", "2025-07-01");
        const EvidenceId second = add("E-0002", "2025-06-30");
        QCOMPARE(t.of(LintCode::EvidenceReused), QStringList { QStringLiteral("E-0002 E-0001") });
        QCOMPARE(t.of(LintCode::EvidenceOutsideWindow), QStringList { QStringLiteral("E-0002 performed_on") });
        QVERIFY(setFields<Evidence>(*t.project, { second },
                                    { { QStringLiteral("shared"), false },
                                      { QStringLiteral("withheld_reason"), QStringLiteral("Names of customers") } }));
        QVERIFY(t.findings().isEmpty()); // what is withheld counts for nothing
    }

    void vendors()
    {
        Linted t;
        Vendor vendor;
        vendor.name = QStringLiteral("Cloudbarn");
        vendor.customerData = true;
        vendor.subservice = SubserviceMethod::CarveOut;
        const VendorId id = made(createRecord(*t.project, vendor));
        QCOMPARE(t.of(LintCode::VendorWithoutAssessment), QStringList { QStringLiteral("Cloudbarn") });
        QCOMPARE(t.of(LintCode::SubserviceWithoutControls), QStringList { QStringLiteral("Cloudbarn") });
        Csoc csoc;
        csoc.vendor = id;
        csoc.code = csoc.text = QStringLiteral("CSOC-1");
        static_cast<void>(made(createRecord(*t.project, csoc)));
        QCOMPARE(t.of(LintCode::SubserviceWithoutControls), QStringList {});
        Questionnaire questionnaire;
        questionnaire.title = QStringLiteral("Light");
        Assessment assessment;
        assessment.vendor = id;
        assessment.questionnaire = made(createRecord(*t.project, questionnaire));
        assessment.startedOn = assessment.completedOn = QDate(2025, 3, 1);
        assessment.nextDueOn = QDate(2026, 3, 1);
        static_cast<void>(made(createRecord(*t.project, assessment)));
        QCOMPARE(t.of(LintCode::VendorWithoutAssessment), QStringList {});
        QCOMPARE(t.of(LintCode::AssessmentOverdue), QStringList { QStringLiteral("Cloudbarn") });
        VendorCuec cuec;
        cuec.vendor = id;
        cuec.code = QStringLiteral("CUEC-1");
        cuec.text = QStringLiteral("Customers manage their users.");
        const VendorCuecId cuecId = made(createRecord(*t.project, cuec));
        QCOMPARE(t.of(LintCode::CuecNotMapped), QStringList { QStringLiteral("CUEC-1") });
        const ControlId control = t.addControl(QStringLiteral("AC-01"));
        QVERIFY(setLinks(*t.project, vendorCuecControl, { cuecId.value }, { control.value }, true));
        QCOMPARE(t.of(LintCode::CuecNotMapped), QStringList {});
        QVERIFY(setFields<Vendor>(*t.project, { id }, { { QStringLiteral("status"), QStringLiteral("ended") } }));
        QCOMPARE(t.of(LintCode::AssessmentOverdue), QStringList {});
    }

    void risksFindingsAndRequests()
    {
        Linted t;
        Risk risk;
        risk.code = QStringLiteral("RK-01");
        risk.title = QStringLiteral("Loss");
        risk.residualLikelihood = 4;
        risk.residualImpact = 4;
        risk.appetite = 15;
        RiskId riskId = made(createRecord(*t.project, risk));
        QCOMPARE(t.of(LintCode::RiskAboveAppetite), QStringList { QStringLiteral("RK-01") });
        QVERIFY(setFields<Risk>(*t.project, { riskId },
                                { { QStringLiteral("appetite"), 16 },
                                  { QStringLiteral("accepted_until"), QStringLiteral("2026-03-11") } }));
        QCOMPARE(t.of(LintCode::RiskAboveAppetite), QStringList {});
        QCOMPARE(t.of(LintCode::AcceptanceExpired), QStringList { QStringLiteral("RK-01") });
        Finding finding;
        finding.code = QStringLiteral("F-01");
        finding.title = QStringLiteral("Late removals");
        finding.dueOn = QDate(2026, 3, 11);
        const FindingId findingId = made(createRecord(*t.project, finding));
        QCOMPARE(t.of(LintCode::FindingOverdue), QStringList { QStringLiteral("F-01") });
        QVERIFY(setFields<Finding>(*t.project, { findingId },
                                   { { QStringLiteral("state"), QStringLiteral("closed") },
                                     { QStringLiteral("closed_on"), QStringLiteral("2026-03-10") } }));
        QCOMPARE(t.of(LintCode::FindingOverdue), QStringList {});
        Request request;
        request.code = QStringLiteral("R-001");
        request.text = QStringLiteral("Please provide the list of employees.");
        request.dueOn = today;
        const RequestId requestId = made(createRecord(*t.project, request));
        QCOMPARE(t.of(LintCode::RequestOverdue), QStringList {}); // due today is not overdue
        QVERIFY(setFields<Request>(*t.project, { requestId },
                                   { { QStringLiteral("due_on"), QStringLiteral("2026-03-11") } }));
        QCOMPARE(t.of(LintCode::RequestOverdue), QStringList { QStringLiteral("R-001") });
    }

    void wording_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("plain") << "The lead reviews the list each quarter."
                               << "";
        QTest::newRow("capital") << "Adequate locks"
                                 << "Adequate";
        QTest::newRow("two words") << "Logs are kept as required."
                                   << "as required";
        QTest::newRow("inside another word") << "An inappropriately regularised etching"
                                             << "";
        QTest::newRow("abbreviation") << "Locks, doors, etc."
                                      << "etc";
    }
    void wording()
    {
        QFETCH(QString, text);
        QTEST(vagueWordIn(text), "word");
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
