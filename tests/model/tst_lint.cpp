#include "model/lint/lint.h"
#include "model/policies/versions.h"
#include "model/projectreadiness.h"
#include "model/testing/drawing.h"
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
    /// Four tickets, exported and frozen.
    PopulationId frozenPopulation(ControlId control)
    {
        Evidence file;
        file.code = file.title = QStringLiteral("E-0001");
        file.sha256 = QString(64, QLatin1Char('b'));
        Population draft;
        draft.control = control;
        draft.title = QStringLiteral("Tickets");
        draft.evidence = made(createRecord(*project, file));
        draft.coversFrom = QDate(2025, 7, 1);
        draft.coversTo = QDate(2025, 12, 31);
        draft.count = 4;
        const PopulationId id = made(createRecord(*project, draft));
        static_cast<void>(freezePopulation(*project, id, today));
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
        t.set(id, "frequency", QString());
        QCOMPARE(t.of(LintCode::ControlWithoutFrequency), QStringList { QStringLiteral("AC-01 frequency") });
        t.set(id, "frequency", QStringLiteral("continuous"));
        QCOMPARE(t.of(LintCode::ControlWithoutFrequency), QStringList {});
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

    void requestsAreWordedForAnswers()
    {
        Linted t;
        Request request;
        request.code = QStringLiteral("R-01");
        request.text = QStringLiteral("The list of members as of a date");
        const RequestId id = made(createRecord(*t.project, request));
        QCOMPARE(t.of(LintCode::VagueWording), QStringList {});
        QVERIFY(setFields<Request>(*t.project, { id },
                                   { { QStringLiteral("text"), QStringLiteral("Adequate proof of reviews") } }));
        QCOMPARE(t.of(LintCode::VagueWording), QStringList { QStringLiteral("R-01 text Adequate") });
    }

    void aRetiredPolicyRequiresNothing()
    {
        Linted t;
        Policy policy;
        policy.code = policy.title = QStringLiteral("PL-01");
        policy.retiredOn = today; // its last day
        PolicyRequirement requirement;
        requirement.policy = made(createRecord(*t.project, policy));
        requirement.number = requirement.title = QStringLiteral("4.7");
        static_cast<void>(made(createRecord(*t.project, requirement)));
        QCOMPARE(t.of(LintCode::RequirementWithoutControl), QStringList { QStringLiteral("4.7") });
        const QString yesterday = today.addDays(-1).toString(Qt::ISODate);
        QVERIFY(setFields<Policy>(*t.project, { requirement.policy }, { { QStringLiteral("retired_on"), yesterday } }));
        QCOMPARE(t.of(LintCode::RequirementWithoutControl), QStringList {});
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

    void whoPerformsItShouldNotReviewIt()
    {
        Linted t;
        const ControlId id = t.soundControl("AC-01", t.addCriterion(QStringLiteral("CC6.1")));
        const PersonId ana = t.addPerson(QStringLiteral("Ana")), luis = t.addPerson(QStringLiteral("Luis"));
        QVERIFY(signOff(*t.project, { id }, ana, today)); // nobody else is named, so the owner performs it
        QCOMPARE(t.of(LintCode::ReviewerPerformed), QStringList { QStringLiteral("AC-01 signed_off_by_id") });
        t.set(id, "performer_id", luis.value);
        QCOMPARE(t.of(LintCode::ReviewerPerformed), QStringList {}); // an owner may review what another performs
        QVERIFY(signOff(*t.project, { id }, luis, today));
        QCOMPARE(t.of(LintCode::ReviewerPerformed), QStringList { QStringLiteral("AC-01 signed_off_by_id") });
    }

    void nobodyReviewsTheirOwnAccess()
    {
        Linted t;
        const ControlId id = t.soundControl("AC-01", t.addCriterion(QStringLiteral("CC6.1"))); // "Accounts reviewed"
        System system;
        system.name = QStringLiteral("Warehouse");
        system.owner = t.addPerson(QStringLiteral("Ana"));
        const SystemId warehouse = made(createRecord(*t.project, system));
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList {}); // it is about other systems
        QVERIFY(setLinks(*t.project, controlSystem, { id.value }, { warehouse.value }, true));
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList { QStringLiteral("AC-01 owner_id Warehouse") });
        t.set(id, "performer_id", t.addPerson(QStringLiteral("Luis")).value);
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList {});
        t.set(id, "performer_id", system.owner.value);
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList { QStringLiteral("AC-01 performer_id Warehouse") });
        t.set(id, "title", QStringLiteral("Backups are restored"));
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList {});
        t.set(id, "description", QStringLiteral("The lead reviews the list of all administrator rights."));
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList {}); // a list is a list
        t.set(id, "description", QStringLiteral("The lead reviews all administrator rights each quarter."));
        QCOMPARE(t.of(LintCode::OwnAccessReviewed), QStringList { QStringLiteral("AC-01 performer_id Warehouse") });
    }

    void graceThatEndsAfterTheWindow()
    {
        Linted t;
        const ControlId id = t.soundControl("AC-01", t.addCriterion(QStringLiteral("CC6.1")));
        QCOMPARE(t.of(LintCode::GraceEndsAfterWindow), QStringList {});
        t.set(id, "frequency", QStringLiteral("quarterly")); // due on 30 June with 15 days of grace
        QCOMPARE(t.of(LintCode::GraceEndsAfterWindow), QStringList { QStringLiteral("AC-01") });
        const QList<LintFinding> found = t.findings();
        const auto grace = std::find_if(found.cbegin(), found.cend(), [](const LintFinding &finding) {
            return finding.code == LintCode::GraceEndsAfterWindow;
        });
        QCOMPARE(grace->on, QDate(2026, 6, 30));
        QCOMPARE(grace->severity, LintSeverity::Note);
        t.set(id, "grace_days", 0);
        QCOMPARE(t.of(LintCode::GraceEndsAfterWindow), QStringList {});
        t.set(id, "grace_days", 1);
        QCOMPARE(t.of(LintCode::GraceEndsAfterWindow), QStringList { QStringLiteral("AC-01") });
        t.set(id, "anchor_on", QStringLiteral("2026-06-15")); // the last due date and its grace are inside
        QCOMPARE(t.of(LintCode::GraceEndsAfterWindow), QStringList {});
    }

    void testsThatPassedBeyondTheirTolerance()
    {
        Linted t;
        const ControlId control = t.soundControl("AC-01", t.addCriterion(QStringLiteral("CC6.1")));
        const PopulationId population = t.frozenPopulation(control);
        const DrawOrder order { population, DrawMethod::Haphazard, {}, {}, { 1, 2, 3, 4 }, {}, {}, today };
        static_cast<void>(made(drawSample(*t.project, order)));
        TestProcedure procedure;
        procedure.control = control;
        procedure.code = QStringLiteral("TP-01");
        procedure.methods = { QStringLiteral("inspection") };
        procedure.attributes = QStringLiteral("Approved");
        Test test;
        test.code = QStringLiteral("T-01");
        test.procedure = made(createRecord(*t.project, procedure));
        test.population = population;
        test.tolerableRate = 25;
        test.conclusion = Conclusion::Passed;
        test.testedOn = today;
        test.tester = t.addPerson(QStringLiteral("Luis"));
        const TestId id = made(createRecord(*t.project, test));
        const auto items = t.project->records().sampledItems.all();
        for (const SampledItem &item : items)
            QVERIFY(setItemResults(*t.project, item.id, QStringLiteral("p")));
        QVERIFY(setItemResults(*t.project, items.at(0).id, QStringLiteral("d"))); // one of four: tolerated
        QCOMPARE(t.of(LintCode::ConclusionBeyondTolerance), QStringList {});
        QVERIFY(setItemResults(*t.project, items.at(1).id, QStringLiteral("d")));
        QCOMPARE(t.of(LintCode::ConclusionBeyondTolerance), QStringList { QStringLiteral("T-01 conclusion") });
        QVERIFY(
            setFields<Test>(*t.project, { id }, { { QStringLiteral("conclusion"), wordOf(Conclusion::Exception) } }));
        QCOMPARE(t.of(LintCode::ConclusionBeyondTolerance), QStringList {});
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

    void evidenceThatShowsNothingOfTheWindow_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *type, const char *field, const char *day, const char *found) {
            QTest::addRow("%s: %s %s", type, field, day)
                << QString(QLatin1String(type)) << QString(QLatin1String(field)) << QString(QLatin1String(day))
                << QString(QLatin1String(found));
        };
        // The window is 1 July 2025 to 30 June 2026.
        row("type2", "performed_on", "2025-07-01", "");
        row("type2", "performed_on", "2025-06-30", "performed_on");
        row("type2", "performed_on", "2026-06-30", "");
        row("type2", "performed_on", "2026-07-01", "performed_on");
        row("type2", "covers_to", "2025-07-01", "");
        row("type2", "covers_to", "2025-06-30", "covers_to");
        row("type2", "covers_from", "2026-06-30", "");
        row("type2", "covers_from", "2026-07-01", "covers_from");
        row("type2", "collected_on", "2025-07-01", "");
        row("type2", "collected_on", "2025-06-30", "collected_on");
        row("type2", "collected_on", "2026-06-30", "");
        row("type2", "collected_on", "2026-07-01", "collected_on");
        // As of 31 March 2026, and a control that operates each month.
        row("type1", "performed_on", "2026-03-31", "");
        row("type1", "performed_on", "2026-04-01", "performed_on");
        row("type1", "performed_on", "2026-02-28", "");
        row("type1", "performed_on", "2026-02-27", "performed_on");
        row("type1", "covers_to", "2026-02-27", "covers_to");
        row("type1", "covers_from", "2026-04-01", "covers_from");
        row("type1", "collected_on", "2026-02-28", "");
        row("type1", "collected_on", "2026-04-01", "collected_on");
        row("readiness", "performed_on", "2020-01-01", "");
        row("readiness", "collected_on", "2030-01-01", "");
    }
    void evidenceThatShowsNothingOfTheWindow()
    {
        QFETCH(QString, type);
        QFETCH(QString, field);
        QFETCH(QString, day);
        QFETCH(QString, found);
        Linted t;
        QVERIFY(setFields<Engagement>(
            *t.project, { t.project->records().engagement().id },
            { { QStringLiteral("report_type"), type }, { QStringLiteral("as_of"), QStringLiteral("2026-03-31") } }));
        const ControlId control = t.soundControl("AC-01", t.addCriterion(QStringLiteral("CC6.1")));
        t.set(control, "frequency", QStringLiteral("monthly"));
        const EvidenceId item = t.addEvidence(QStringLiteral("E-0001"));
        QVERIFY(setFields<Evidence>(*t.project, { item }, { { field, day } }));
        const auto isCollected = [&] { return field == QLatin1String("collected_on"); };
        if (!isCollected()) // when it was collected says nothing beside what it is about
            QVERIFY(setFields<Evidence>(*t.project, { item },
                                        { { QStringLiteral("collected_on"), QStringLiteral("2027-01-01") } }));
        const auto expected = [&](bool any) {
            return any && !found.isEmpty() ? QStringList { QStringLiteral("A file ") + found } : QStringList();
        };
        // An item that shows no control may be of any time, such as an approval or a contract.
        QCOMPARE(t.of(LintCode::EvidenceOutsideWindow),
                 expected(field == QLatin1String("performed_on")
                          && (type == QLatin1String("type2") || day > QLatin1String("2026-03-31"))));
        QVERIFY(setLinks(*t.project, evidenceControl, { item.value }, { control.value }, true));
        QCOMPARE(t.of(LintCode::EvidenceOutsideWindow), expected(true));
        const QList<LintFinding> all = t.findings();
        for (const LintFinding &finding : all) {
            if (finding.code == LintCode::EvidenceOutsideWindow)
                QCOMPARE(finding.on.toString(Qt::ISODate), day);
        }
    }

    void evidenceThatIsRightlyOfOtherDays()
    {
        Linted t;
        const ControlId control = t.soundControl("AC-01", t.addCriterion(QStringLiteral("CC6.1")));
        const PopulationId population = t.frozenPopulation(control);
        const auto collected = [&](EvidenceId item) {
            QVERIFY(setLinks(*t.project, evidenceControl, { item.value }, { control.value }, true));
            QVERIFY(setFields<Evidence>(*t.project, { item },
                                        { { QStringLiteral("collected_on"), QStringLiteral("2026-07-02") } }));
        };
        const EvidenceId ticket = t.addEvidence(QStringLiteral("E-0002"));
        const EvidenceId report = t.addEvidence(QStringLiteral("E-0003"));
        collected(t.project->records().populations.find(population)->evidence); // rule 17 wants it after the end
        QCOMPARE(t.of(LintCode::EvidenceOutsideWindow), QStringList {});
        collected(ticket);
        collected(report);
        QCOMPARE(t.of(LintCode::EvidenceOutsideWindow).size(), 2);
        const DrawOrder order { population, DrawMethod::Haphazard, {}, {}, { 1 }, {}, {}, today };
        static_cast<void>(made(drawSample(*t.project, order)));
        QVERIFY(setLinks(*t.project, evidenceSampledItem, { ticket.value },
                         { t.project->records().sampledItems.all().first().id.value }, true));
        Vendor vendor;
        vendor.name = QStringLiteral("Cloudbarn");
        VendorReport soc;
        soc.vendor = made(createRecord(*t.project, vendor));
        soc.title = QStringLiteral("SOC 2");
        soc.evidence = report;
        static_cast<void>(made(createRecord(*t.project, soc)));
        QCOMPARE(t.of(LintCode::EvidenceOutsideWindow), QStringList {});
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
        assessment.startedOn = QDate(2025, 3, 1);
        assessment.nextDueOn = QDate(2026, 3, 1);
        Question question;
        question.questionnaire = assessment.questionnaire;
        question.code = question.text = QStringLiteral("Q-1");
        const QuestionId asked = made(createRecord(*t.project, question));
        const AssessmentId assessed = made(createRecord(*t.project, assessment));
        QVERIFY(setAnswer(*t.project, assessed, asked, QStringLiteral("yes")));
        QVERIFY(completeAssessment(*t.project, assessed,
                                   { VendorOutcome::Approved, QDate(2025, 3, 1), {}, QDate(2026, 3, 1) }));
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

    void whatAControlDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("reviews");
        QTest::addColumn<bool>("mixes");
        const auto row = [](const char *text, bool reviews, bool mixes) {
            QTest::newRow(text) << QString(QLatin1String(text)) << reviews << mixes;
        };
        row("Accounts reviewed", true, false);
        row("The owner reviews all access each quarter.", true, false);
        row("The owner recertifies administrator rights.", true, false);
        row("Access to production is reviewed every quarter.", true, false);
        row("Every access request is approved by the owner of the system.", false, false);
        row("The lead approves the request and reviews access each quarter.", true, true);
        row("The lead grants rights. The board reviews the budget.", false, false);
        row("Code is reviewed before it is merged.", false, false);
    }
    void whatAControlDoes()
    {
        QFETCH(QString, text);
        QTEST(reviewsAccess(text), "reviews");
        QTEST(mixesActivities(text), "mixes");
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
