#include "model/catalog/catalogid.h"
#include "model/commands.h"
#include "model/making/projectmaking.h"
#include "model/record/bulkwriter.h"
#include "model/store/replay.h"
#include "tests/support/plainstorage.h"
#include "tests/support/projects.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tb;

/// Making a project from the library: one change, everything linked, nothing of a draft that does not hold.
class TestProjectMaking : public QObject
{
    Q_OBJECT

private:
    static NewProject draft()
    {
        NewProject made;
        made.engagement.organisation = QStringLiteral("Fernbrook Analytics Ltd");
        made.engagement.service = QStringLiteral("Fernbrook Insight");
        made.engagement.from = QDate(2026, 4, 1);
        made.engagement.to = QDate(2026, 9, 30);
        made.engagement.categories = { QStringLiteral("security"), QStringLiteral("availability") };
        made.engagement.lead = QStringLiteral("Ana Costa");
        return made;
    }
    Result<std::unique_ptr<Project>> make(const NewProject &wanted)
    {
        const QString path = m_folder.filePath(QString::number(++m_made) + QStringLiteral(".db"));
        return makeProject(PlainStorage::at(path), wanted, m_catalog, QStringLiteral("Ana Costa"));
    }

    NewProject fullDraft(const QStringList &categories) const
    {
        NewProject wanted = draft();
        wanted.startingSet = StartingSet::Full;
        wanted.engagement.categories = categories;
        return wanted;
    }
    static QStringList everyCategory()
    {
        QStringList all;
        for (const char *word : Words<Category>::all)
            all.append(QLatin1String(word));
        return all;
    }
    template <class Entry> static int inScope(const QList<Entry> &entries, const QStringList &categories)
    {
        return static_cast<int>(std::count_if(entries.cbegin(), entries.cend(), [&](const Entry &entry) {
            return entry.category == QLatin1String("security") || categories.contains(entry.category);
        }));
    }

    QTemporaryDir m_folder;
    Catalog m_catalog;
    int m_made = 0;

private slots:
    void initTestCase()
    {
        auto catalog = loadCatalog();
        QVERIFY(catalog);
        m_catalog = std::move(catalog).value();
    }

    void makesEverythingInOneChangeThatCannotBeUndone()
    {
        auto made = make(draft());
        QVERIFY(made);
        const Project &project = *made.value();
        QCOMPARE(project.head().seq, 1);
        QVERIFY(!project.canUndo());
        QCOMPARE(project.records().engagement().service, QStringLiteral("Fernbrook Insight"));
        QCOMPARE(project.records().frameworks.size(), 1);
        QCOMPARE(project.records().criteria.size(), m_catalog.criteria.size());
        QCOMPARE(project.records().people.all().first().name, QStringLiteral("Ana Costa"));
        QCOMPARE(made.value()->entry(1).value().kind, EntryKind::Create);
        const auto faults = checkReplay(made.value()->storage().connection());
        QVERIFY(faults && faults.value().isEmpty());
    }

    void startingSetsGrowAndFollowTheCategories()
    {
        NewProject wanted = draft();
        QList<qsizetype> sizes;
        for (const StartingSet set :
             { StartingSet::None, StartingSet::Lean, StartingSet::Standard, StartingSet::Full }) {
            wanted.startingSet = set;
            const auto made = make(wanted);
            QVERIFY(made);
            sizes.append(made.value()->records().controls.size());
        }
        QCOMPARE(sizes.first(), 0);
        QVERIFY(std::is_sorted(sizes.cbegin(), sizes.cend(), std::less_equal<>()));
        wanted.engagement.categories.append(QStringLiteral("privacy"));
        const auto withPrivacy = make(wanted);
        QVERIFY(withPrivacy);
        QVERIFY(withPrivacy.value()->records().controls.size() > sizes.last());
    }

    void controlsKnowTheirCriteriaAndTheirOrigin()
    {
        const auto made = make(draft());
        QVERIFY(made);
        const Records &records = made.value()->records();
        for (const CatalogControl &entry :
             startingControls(m_catalog, QStringLiteral("standard"), { QStringLiteral("availability") })) {
            const Control *control = records.controls.find({ entry.origin.id() });
            QVERIFY2(control, qPrintable(entry.key));
            QCOMPARE(control->originKey, entry.key);
            QCOMPARE(control->originHash, QString::fromLatin1(entry.origin.hash.toHex()));
            QStringList codes;
            for (const qint64 key : records.controlCriteria.rightsOf(control->id.value))
                codes.append(records.criteria.find({ key })->code);
            QCOMPARE(QSet<QString>(codes.cbegin(), codes.cend()),
                     QSet<QString>(entry.criteria.cbegin(), entry.criteria.cend()));
        }
    }

    void twoProjectsOfOneLibraryShareTheirKeys()
    {
        const auto one = make(draft());
        const auto other = make(draft());
        QVERIFY(one && other);
        QCOMPARE(one.value()->records().controls.all(), other.value()->records().controls.all());
        QCOMPARE(one.value()->records().criteria.all(), other.value()->records().criteria.all());
    }

    void theWholeLibraryComesInWithOneChange()
    {
        const auto made = make(fullDraft(everyCategory()));
        QVERIFY(made);
        const Records &records = made.value()->records();
        QCOMPARE(made.value()->head().seq, 1);
        QCOMPARE(records.controls.size(), m_catalog.controls.size());
        QCOMPARE(records.testProcedures.size(), m_catalog.controls.size());
        QCOMPARE(records.pointsOfFocus.size(), 330);
        QCOMPARE(records.policies.size(), m_catalog.policies.policies.size());
        QCOMPARE(records.policyVersions.size(), records.policies.size());
        QCOMPARE(records.roles.size(), m_catalog.policies.roles.size());
        QCOMPARE(records.policyParameters.size(), m_catalog.policies.parameters.size());
        QCOMPARE(records.checklistItems.size(), m_catalog.checklist.size());
        QCOMPARE(records.requests.size(), m_catalog.requests.size());
        QCOMPARE(records.risks.size(), m_catalog.risks.size());
        QCOMPARE(records.samplingProfiles.size(), 8);
        QCOMPARE(records.descriptionSections.size(), 9);
        QCOMPARE(records.questionnaires.size(), m_catalog.questionnaires.size() + 1);
        qsizetype questions = m_catalog.reportReview.size();
        for (const CatalogQuestionnaire &entry : m_catalog.questionnaires)
            questions += entry.questions.size();
        QCOMPARE(records.questions.size(), questions);
        qsizetype requirements = 0;
        for (const CatalogPolicy &policy : m_catalog.policies.policies)
            requirements += policy.requirements.size();
        QCOMPARE(records.policyRequirements.size(), requirements);
        QCOMPARE(records.findings.size(), 0);
    }

    /// Written past the commands, so that the commands' own checks must find nothing to say.
    void everyRecordPassesTheChecksOfItsSubject()
    {
        const auto made = make(fullDraft(everyCategory()));
        QVERIFY(made);
        const Records &records = made.value()->records();
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

    /// Nothing that the library says of a control's test and evidence may be lost on the way into a project.
    void everythingTheLibraryExpectsIsThere()
    {
        const auto made = make(fullDraft(everyCategory()));
        QVERIFY(made);
        int expected = 0;
        for (const CatalogControl &entry : m_catalog.controls) {
            const TestProcedure *procedure = made.value()->records().testProcedures.find(
                { catalogId(QStringLiteral("test-procedures"), entry.key) });
            QVERIFY2(procedure, qPrintable(entry.key));
            QCOMPARE(procedure->control.value, entry.origin.id());
            QCOMPARE(procedure->methods, entry.test.methods);
            QCOMPARE(procedure->population, entry.test.population);
            QCOMPARE(procedure->attributes.split(QLatin1Char('\n')), entry.test.attributes);
            const QStringList lines = procedure->expectedEvidence.split(QLatin1Char('\n'));
            QCOMPARE(lines.size(), entry.evidence.size());
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const QStringList parts = lines.at(i).split(QStringLiteral(" \u2014 "));
                QCOMPARE(parts,
                         (QStringList { entry.evidence.at(i).what, entry.evidence.at(i).source,
                                        entry.evidence.at(i).dates }));
                ++expected;
            }
        }
        QVERIFY(expected > 300);
    }

    void everyLinkOfTheLibraryIsThere()
    {
        const auto made = make(fullDraft(everyCategory()));
        QVERIFY(made);
        const Records &records = made.value()->records();
        qsizetype points = 0;
        for (const CatalogControl &entry : m_catalog.controls) {
            points += entry.points.size();
            const QList<qint64> policies = records.controlPolicies.rightsOf(entry.origin.id());
            QCOMPARE(policies.size(), 1);
            QCOMPARE(records.policies.find({ policies.first() })->originKey, entry.policy);
        }
        QCOMPARE(records.controlPointsOfFocus.size(), points);
        qsizetype requests = 0;
        for (const CatalogRequest &entry : m_catalog.requests)
            requests += entry.controls.size();
        QCOMPARE(records.requestControls.size(), requests);
        qsizetype risks = 0;
        for (const CatalogRisk &entry : m_catalog.risks)
            risks += entry.controls.size();
        QCOMPARE(records.riskControls.size(), risks);
        qsizetype requirements = 0;
        for (const CatalogPolicy &policy : m_catalog.policies.policies) {
            for (const CatalogRequirement &requirement : policy.requirements)
                requirements += requirement.controls.size();
        }
        QCOMPARE(records.policyRequirementControls.size(), requirements);
    }

    void recordsSayWhereTheyComeFrom()
    {
        const auto made = make(draft());
        QVERIFY(made);
        int stamped = 0;
        for (const SubjectOperations &subject : subjectOperations()) {
            if (!subject.spec->find(QStringLiteral("origin_key")))
                continue;
            for (const QJsonObject &record : subject.list(made.value()->records())) {
                QVERIFY(!record.value(QStringLiteral("origin_key")).toString().isEmpty());
                QCOMPARE(record.value(QStringLiteral("origin_hash")).toString().size(), 64);
                QVERIFY(record.value(QStringLiteral("origin_version")).toInt() >= 1);
                ++stamped;
            }
        }
        QVERIFY(stamped > 800);
        const Policy *policy = made.value()->records().policies.find(
            { catalogId(QStringLiteral("policies"), QStringLiteral("access-control")) });
        QVERIFY(policy);
        QCOMPARE(policy->originHash, QString::fromLatin1(m_catalog.policies.policies.at(1).origin.hash.toHex()));
    }

    void policiesAreDraftsWithTheirFieldsLive()
    {
        const auto made = make(draft());
        QVERIFY(made);
        for (const CatalogPolicy &entry : m_catalog.policies.policies) {
            const PolicyVersion *version = made.value()->records().policyVersions.find(
                { catalogId(QStringLiteral("policy-versions"), entry.key) });
            QVERIFY(version);
            QCOMPARE(version->state, VersionState::Draft);
            QCOMPARE(version->number, qint64(1));
            QCOMPARE(version->body, entry.body);
            QVERIFY2(version->body.contains(QLatin1String("{{role:")), qPrintable(entry.key));
        }
        for (const Policy &policy : made.value()->records().policies.all())
            QVERIFY2(policy.reviewMonths >= 6, qPrintable(policy.code));
    }

    void everyValueInAPolicyKeepsItsUnit()
    {
        const auto made = make(draft());
        QVERIFY(made);
        QHash<QString, QString> texts;
        for (const PolicyParameter &parameter : made.value()->records().policyParameters.all())
            texts.insert(parameter.key, withUnit(parameter.value, parameter.unit, parameter.unitOfOne));
        int ones = 0;
        for (const CatalogParameter &entry : m_catalog.policies.parameters) {
            QCOMPARE(texts.value(entry.key), withUnit(entry.defaultValue, entry.unit, entry.unitOfOne));
            QVERIFY2(entry.unit.isEmpty() || texts.value(entry.key).contains(QLatin1Char(' ')), qPrintable(entry.key));
            ones += entry.defaultValue == QLatin1String("1") && !entry.unit.isEmpty() ? 1 : 0;
        }
        QVERIFY(ones > 0); // "1 day", not "1" nor "1 days"
        for (const PolicyVersion &version : made.value()->records().policyVersions.all()) {
            for (const QString &field : fieldsIn(version.body))
                QVERIFY2(!field.startsWith(QLatin1String("param:")) || texts.contains(field.mid(6)), qPrintable(field));
        }
    }

    void requestsAndChecklistFollowTheCategories()
    {
        for (const QStringList &categories :
             { QStringList { QStringLiteral("security") }, draft().engagement.categories, everyCategory() }) {
            const auto made = make(fullDraft(categories));
            QVERIFY(made);
            QCOMPARE(made.value()->records().requests.size(), inScope(m_catalog.requests, categories));
            QCOMPARE(made.value()->records().checklistItems.size(), inScope(m_catalog.checklist, categories));
            QCOMPARE(made.value()->records().pointsOfFocus.size(), 330);
        }
    }

    void choicesOfQuestionsAreOnesThatCanBeAnswered()
    {
        const auto made = make(draft());
        QVERIFY(made);
        int choices = 0;
        for (const Question &question : made.value()->records().questions.all()) {
            if (question.answerType != AnswerType::Choice)
                continue;
            ++choices;
            for (const QString &line : question.options.split(QLatin1Char('\n'))) {
                bool number = false;
                const int percent = line.section(QLatin1Char(' '), 0, 0).toInt(&number);
                QVERIFY2(number && percent >= 0 && percent <= 100, qPrintable(line));
                QVERIFY2(!line.section(QLatin1Char(' '), 1).isEmpty(), qPrintable(line));
            }
        }
        QVERIFY(choices > 8);
    }

    void anEmptySetHasListsAndNoLinksToControls()
    {
        NewProject wanted = draft();
        wanted.startingSet = StartingSet::None;
        const auto made = make(wanted);
        QVERIFY(made);
        const Records &records = made.value()->records();
        QVERIFY(records.requests.size() > 100);
        QCOMPARE(records.testProcedures.size(), 0);
        for (const LinkMap Records::*map :
             { &Records::controlCriteria, &Records::controlPolicies, &Records::controlPointsOfFocus,
               &Records::requestControls, &Records::riskControls, &Records::policyRequirementControls })
            QCOMPARE((records.*map).size(), 0);
    }

    void controlsAddedLaterBringWhatTheyWouldHaveHad()
    {
        NewProject wanted = fullDraft(everyCategory());
        const auto whole = make(wanted);
        wanted.startingSet = StartingSet::None;
        const auto grown = make(wanted);
        QVERIFY(whole && grown);
        QStringList keys;
        for (const CatalogControl &entry : m_catalog.controls)
            keys.append(entry.key);
        QVERIFY(addLibraryControls(*grown.value(), m_catalog, keys));
        const Records &one = whole.value()->records();
        const Records &other = grown.value()->records();
        QCOMPARE(other.controls.size(), one.controls.size());
        for (const Control &control : one.controls.all())
            QCOMPARE(*other.controls.find(control.id), control);
        for (const TestProcedure &procedure : one.testProcedures.all())
            QCOMPARE(*other.testProcedures.find(procedure.id), procedure);
        for (const LinkMap Records::*map :
             { &Records::controlCriteria, &Records::controlPolicies, &Records::controlPointsOfFocus,
               &Records::requestControls, &Records::riskControls, &Records::policyRequirementControls })
            QCOMPARE((other.*map).size(), (one.*map).size());
        QVERIFY(grown.value()->undo());
        QCOMPARE(grown.value()->records().testProcedures.size(), 0);
        QVERIFY(!grown.value()->canUndo());
    }

    void addingAControlAgainChangesNothing()
    {
        const auto made = make(draft());
        QVERIFY(made);
        const Control first = made.value()->records().controls.all().first();
        QVERIFY(setLinks(*made.value(), controlPolicy, { first.id.value },
                         made.value()->records().controlPolicies.rightsOf(first.id.value), false));
        const LogHead before = made.value()->head();
        QVERIFY(addLibraryControls(*made.value(), m_catalog, { first.code }));
        QCOMPARE(made.value()->head(), before); // the link that somebody took away stays away
    }

    void aBulkInsertPreparesOneStatementATable()
    {
        const auto made = make(draft());
        QVERIFY(made);
        qsizetype prepared = 0;
        const auto done = made.value()->change([&](Connection &connection) -> Status {
            store::BulkWriter rows(connection);
            for (int i = 0; i < 300; ++i) {
                Person person;
                person.id.value = newKey();
                person.name = QString::number(i);
                if (auto inserted = rows.insert(person); !inserted)
                    return inserted;
                Risk risk;
                risk.id.value = newKey();
                risk.code = person.name;
                risk.title = person.name;
                if (auto inserted = rows.insert(risk); !inserted)
                    return inserted;
                const qint64 control = made.value()->records().controls.all().first().id.value;
                if (auto linked = rows.link(riskControl, risk.id.value, control); !linked)
                    return linked;
            }
            prepared = rows.prepared();
            return rows.insert(made.value()->records().people.all().first()); // its key is taken
        });
        QVERIFY(!done);
        QCOMPARE(prepared, 3);
        QCOMPARE(made.value()->records().people.size(), 1);
    }

    void aDraftWithProblemsIsRefusedWithThem()
    {
        NewProject wanted = draft();
        wanted.engagement.organisation.clear();
        wanted.engagement.to = QDate(2026, 3, 1);
        QCOMPARE(problemsOf(wanted).size(), 2);
        const auto made = make(wanted);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Invalid);
        QCOMPARE(made.error().problems, problemsOf(wanted));
    }

    void anEmptyProjectIsFilledAtTheTimeGiven()
    {
        TestProject t;
        const QDateTime at(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC);
        NewProject refused = draft();
        refused.engagement.service.clear();
        QVERIFY(!fillProject(*t.project, refused, m_catalog, at));
        QCOMPARE(t.project->head().seq, 0);
        QVERIFY(fillProject(*t.project, draft(), m_catalog, at));
        QCOMPARE(t.project->head().seq, 1);
        QCOMPARE(t.project->entry(1).value().at, at);
        QCOMPARE(t.project->records().criteria.size(), m_catalog.criteria.size());
    }

    void whatIsAddedLaterStandsLast()
    {
        const auto made = make(draft());
        QVERIFY(made);
        const QString rank = rankAfterLast(made.value()->records());
        for (const Control &control : made.value()->records().controls.all())
            QVERIFY(control.rank < rank);
        QVERIFY(!rankAfterLast(Records {}).isEmpty());
    }

    void countsTheCriteriaInScope()
    {
        QCOMPARE(criteriaInScope(m_catalog, {}), 33);
        QCOMPARE(criteriaInScope(m_catalog, { QStringLiteral("availability"), QStringLiteral("confidentiality") }), 38);
    }
};

QTEST_GUILESS_MAIN(TestProjectMaking)
#include "tst_projectmaking.moc"
