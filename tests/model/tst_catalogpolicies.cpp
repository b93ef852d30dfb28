#include "model/catalog/catalog.h"
#include "tests/support/projects.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

/// Copies the built-in library into \a folder, so that a test can spoil one file of it.
void copyLibrary(const QString &folder)
{
    QDirIterator files(builtInCatalog(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = folder + from.mid(builtInCatalog().size());
        QVERIFY(QDir().mkpath(QFileInfo(to).path()));
        QVERIFY(QFile::copy(from, to));
        QVERIFY(QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner));
    }
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Paragraph
{
    QString number;
    QString title;
    QString sentence; ///< with its controls
};

/// The numbered paragraphs of a policy document, in order.
QList<Paragraph> requirementsIn(const QString &body)
{
    static const QRegularExpression paragraph(QStringLiteral("^\\*\\*(\\d+\\.\\d+) (.+?)\\.\\*\\* (.+)$"),
                                              QRegularExpression::MultilineOption);
    QList<Paragraph> found;
    for (auto matches = paragraph.globalMatch(body); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        found.append({ match.captured(1), match.captured(2), match.captured(3) });
    }
    return found;
}

/// The keys that fields of \a kind name in \a text, such as the controls of a requirement.
QStringList keysIn(const QString &text, const QString &kind)
{
    QStringList keys;
    for (const QString &field : fieldsIn(text)) {
        if (field.startsWith(kind + QLatin1Char(':')))
            keys.append(field.mid(kind.size() + 1));
    }
    return keys;
}

} // namespace

class TestCatalogPolicies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void holdsThePoliciesWithTheirDocuments();
    void everyRequirementOfTheIndexIsInItsDocument();
    void everyControlBelongsToThePolicyThatClaimsIt();
    void everyCriterionHasEvidenceATestAndARequest();
    void controlsPerEventHaveAPopulationAndASample();
    void populationsShowThatTheyAreComplete();
    void requestsAndRisksReachEveryControl();
    void listsAreAsLongAsPromised();
    void aCopyOutsideTheProgramIsTheSame();
    void spoiltLibraryIsRefused_data();
    void spoiltLibraryIsRefused();
    void aHugeDocumentIsRefusedUnread();
    void aHostileLibraryLeavesTheProjectBesideItAlone();
    void hashFollowsTheDocument();
    void fieldsAreFoundOnceAndUnclosedOnesToo();
    void requirementsAreNumberedAndNameTheirControls();
    void requirementsAreOneSentenceWithoutVagueWords();
    void criteriaOfAPolicyAreThoseOfItsControls();
    void sentencesLeaveTheUnitToTheParameter();
    void everyRoleAndParameterIsUsed();
    void parameterTextAgreesInNumber_data();
    void parameterTextAgreesInNumber();

private:
    QString path(const QString &file) const { return m_dir->filePath(file); }
    void replace(const QString &file, const QByteArray &before, const QByteArray &after);

    Catalog m_catalog; // the one inside the program
    std::unique_ptr<QTemporaryDir> m_dir; // a fresh one for each test
};

void TestCatalogPolicies::initTestCase()
{
    auto loaded = loadCatalog();
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().subject + loaded.error().detail));
    m_catalog = std::move(loaded).value();
}

void TestCatalogPolicies::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestCatalogPolicies::replace(const QString &file, const QByteArray &before, const QByteArray &after)
{
    QByteArray bytes = contents(path(file));
    const qsizetype at = bytes.indexOf(before);
    QVERIFY2(at >= 0, before.constData());
    bytes.replace(at, before.size(), after);
    QFile out(path(file));
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

void TestCatalogPolicies::holdsThePoliciesWithTheirDocuments()
{
    const CatalogPolicies &read = m_catalog.policies;
    QVERIFY(read.policies.size() >= 24);
    QVERIFY(!read.roles.isEmpty());
    for (const CatalogPolicy &policy : read.policies) {
        const qsizetype words = policy.body.split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
        QVERIFY2(words >= 600 && words <= 1500, qPrintable(policy.key + QLatin1Char(' ') + QString::number(words)));
        QVERIFY2(!fieldsIn(policy.body).isEmpty(), qPrintable(policy.key));
    }
}

void TestCatalogPolicies::everyRequirementOfTheIndexIsInItsDocument()
{
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        for (const CatalogRequirement &requirement : policy.requirements) {
            const QString start = QStringLiteral("**%1 %2.**").arg(requirement.number, requirement.title);
            QVERIFY2(policy.body.contains(start), qPrintable(policy.key + QLatin1Char(' ') + start));
        }
    }
}

void TestCatalogPolicies::everyControlBelongsToThePolicyThatClaimsIt()
{
    QHash<QString, QString> claimed;
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        for (const QString &control : policy.controls)
            claimed.insert(control, policy.key);
    }
    for (const CatalogControl &control : m_catalog.controls)
        QCOMPARE(control.key + claimed.value(control.key), control.key + control.policy);
}

void TestCatalogPolicies::everyCriterionHasEvidenceATestAndARequest()
{
    QSet<QString> requested;
    for (const CatalogRequest &request : m_catalog.requests)
        requested.unite({ request.criteria.begin(), request.criteria.end() });
    QSet<QString> tested;
    for (const CatalogControl &control : m_catalog.controls) {
        if (!control.evidence.isEmpty() && !control.test.attributes.isEmpty())
            tested.unite({ control.criteria.begin(), control.criteria.end() });
    }
    for (const CatalogCriterion &criterion : m_catalog.criteria)
        QVERIFY2(requested.contains(criterion.key) && tested.contains(criterion.key), qPrintable(criterion.key));
}

void TestCatalogPolicies::controlsPerEventHaveAPopulationAndASample()
{
    QHash<QString, QSet<QString>> asked; // kind of request → controls
    for (const CatalogRequest &request : m_catalog.requests)
        asked[request.requestKind].unite({ request.controls.begin(), request.controls.end() });
    for (const CatalogControl &control : m_catalog.controls) {
        if (control.frequency != Frequency::PerEvent)
            continue;
        QVERIFY2(asked.value(QStringLiteral("population")).contains(control.key), qPrintable(control.key));
        QVERIFY2(asked.value(QStringLiteral("sample")).contains(control.key), qPrintable(control.key));
    }
}

void TestCatalogPolicies::populationsShowThatTheyAreComplete()
{
    // Information produced by the entity is relied on once its count, its maker and a second source are shown.
    const QRegularExpression count(QStringLiteral("\\b(counts?|number|total)\\b"));
    const QRegularExpression maker(QStringLiteral("\\b(who ran it|whoever ran it|who drew it|compiler)\\b"));
    const QRegularExpression second(QStringLiteral("\\b(compared|agreed|matched)\\b"));
    for (const CatalogRequest &request : m_catalog.requests) {
        if (request.requestKind != QLatin1String("population"))
            continue;
        for (const QRegularExpression &part : { count, maker, second })
            QVERIFY2(request.completeAnswer.contains(part), qPrintable(request.key + part.pattern()));
    }
}

void TestCatalogPolicies::requestsAndRisksReachEveryControl()
{
    QHash<QString, QStringList> criteriaOf;
    for (const CatalogControl &control : m_catalog.controls)
        criteriaOf.insert(control.key, control.criteria);
    QSet<QString> requested;
    for (const CatalogRequest &request : m_catalog.requests) {
        QStringList served;
        for (const QString &control : request.controls)
            served << criteriaOf.value(control);
        for (const QString &criterion : request.criteria)
            QVERIFY2(served.contains(criterion), qPrintable(request.key + QLatin1Char(' ') + criterion));
        requested.unite({ request.controls.begin(), request.controls.end() });
    }
    QSet<QString> answering;
    for (const CatalogRisk &risk : m_catalog.risks)
        answering.unite({ risk.controls.begin(), risk.controls.end() });
    for (const CatalogControl &control : m_catalog.controls)
        QVERIFY2(requested.contains(control.key) && answering.contains(control.key), qPrintable(control.key));
}

void TestCatalogPolicies::listsAreAsLongAsPromised()
{
    QVERIFY(m_catalog.checklist.size() >= 110);
    QVERIFY(m_catalog.requests.size() >= 130);
    QVERIFY(m_catalog.risks.size() >= 40);
    QVERIFY(m_catalog.findings.size() >= 20);
    QVERIFY(m_catalog.glossary.size() >= 60);
    QCOMPARE(m_catalog.description.size(), 9);
    QCOMPARE(m_catalog.questionnaires.size(), 2);
    QCOMPARE(m_catalog.questionnaires.first().questions.size(), 20);
    QVERIFY(m_catalog.questionnaires.last().questions.size() >= 70);
    QVERIFY(m_catalog.reportReview.size() >= 20);
    QCOMPARE(m_catalog.sampling.size(), 8);
}

void TestCatalogPolicies::aCopyOutsideTheProgramIsTheSame()
{
    copyLibrary(m_dir->path());
    const auto outside = loadCatalog(m_dir->path());
    QVERIFY2(outside, outside ? "" : qPrintable(outside.error().subject));
    QCOMPARE(outside.value().controls.size(), m_catalog.controls.size());
    for (qsizetype i = 0; i < m_catalog.controls.size(); ++i)
        QCOMPARE(outside.value().controls.at(i).origin, m_catalog.controls.at(i).origin);
}

void TestCatalogPolicies::spoiltLibraryIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const char *file, const char *before, const char *after, const char *expected) {
              QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(before) << QByteArray(after)
                                  << QString::fromUtf8(expected);
          };
    row("a criterion that does not exist", "risks.json", "\"AC-01\"", "\"ZZ-01\"",
        "risks.json: RK-01: controls | unknown key: \"ZZ-01\"");
    row("a document elsewhere", "policies/index.json", "\"access-control.md\"", "\"canary.md\"",
        "index.json: access-control: file | \"access-control.md\" expected");
    row("a document above", "policies/index.json", "\"access-control.md\"", "\"../canary.md\"",
        "index.json: policies[access-control]: file | not a key: \"../canary.md\"");
    row("a role nobody declared", "policies/access-control.md", "{{role:system_owner}}", "{{role:emperor}}",
        "policies.json: access-control: body | unknown key: \"emperor\"");
    row("a field of no kind", "policies/access-control.md", "{{organisation}}", "{{password}}",
        "policies.json: access-control: body | unknown key: \"password\"");
    row("a field left open", "policies/access-control.md", "{{organisation}}", "{{organisation",
        "policies.json: access-control: body | unknown key:");
    row("a document that is not UTF-8", "policies/access-control.md", "Purpose", "\xff\xfe",
        "access-control.md | not UTF-8 text");
    row("a parameter twice", "policies/index.json", "\"access_fix_days\"", "\"access_export_age_days\"",
        "index.json: parameters[access_export_age_days] | given twice");
    row("a control of an unknown size", "controls.json", "\"size\": \"lean\"", "\"size\": \"huge\"",
        "controls.json: AC-01: size | unknown word: \"huge\"");
    row("a number where evidence belongs", "controls.json", "\"what\": \"", "\"what\": 7, \"why\": \"",
        "controls.json: AC-01: evidence[0]: why | unknown field");
}

void TestCatalogPolicies::spoiltLibraryIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);
    copyLibrary(m_dir->path());
    QFile canary(path(QStringLiteral("canary.md")));
    QVERIFY(canary.open(QIODevice::WriteOnly));
    canary.close();
    replace(file, before, after);
    const auto loaded = loadCatalog(m_dir->path());
    QVERIFY(!loaded);
    const QString said = loaded.error().subject + QStringLiteral(" | ") + loaded.error().detail;
    QVERIFY2(said.startsWith(expected), qPrintable(said));
}

void TestCatalogPolicies::aHugeDocumentIsRefusedUnread()
{
    copyLibrary(m_dir->path());
    QFile document(path(QStringLiteral("policies/access-control.md")));
    QVERIFY(document.open(QIODevice::Append));
    QVERIFY(document.resize(qint64(100) * 1024 * 1024));
    document.close();
    const auto loaded = loadCatalog(m_dir->path());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().subject, QStringLiteral("access-control.md"));
    QVERIFY2(loaded.error().detail.startsWith(QLatin1String("larger than ")), qPrintable(loaded.error().detail));
}

void TestCatalogPolicies::aHostileLibraryLeavesTheProjectBesideItAlone()
{
    TestProject t;
    t.addControl(QStringLiteral("AC-01"));
    const QString file = t.folder.filePath(QStringLiteral("project.db"));
    const QByteArray before = contents(file);
    QVERIFY(before.size() > 1000);
    const QStringList listed = QDir(t.folder.path()).entryList(QDir::Files);
    m_dir = std::make_unique<QTemporaryDir>(t.folder.filePath(QStringLiteral("library-XXXXXX")));
    const struct
    {
        const char *file;
        QByteArray bytes;
    } hostile[] {
        { "controls.json", QByteArray(2'000'000, '[') },
        { "risks.json", "{\"kind\":\"risks\",\"version\":1,\"entries\":[{\"key\":\"../project.db\"}]}" },
        { "policies/index.json", "{\"kind\":\"policies\",\"version\":1,\"entries\":[]}" },
        { "policies/access-control.md", QByteArray("\0\xff{{organisation", 16) },
        { "criteria.json", "" },
    };
    for (const auto &[name, bytes] : hostile) {
        copyLibrary(m_dir->path());
        QFile out(path(QLatin1String(name)));
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(out.write(bytes), bytes.size());
        out.close();
        QVERIFY2(!loadCatalog(m_dir->path()), name);
        QVERIFY(QDir(m_dir->path()).removeRecursively());
        QVERIFY(QDir().mkpath(m_dir->path()));
    }
    const LogHead head = t.project->head();
    t.reopen();
    QCOMPARE(t.project->head(), head);
    QCOMPARE(contents(file), before);
    QCOMPARE(QDir(t.folder.path()).entryList(QDir::Files), listed);
}

void TestCatalogPolicies::hashFollowsTheDocument()
{
    copyLibrary(m_dir->path());
    const auto before = readPolicies(path(QStringLiteral("policies")));
    replace(QStringLiteral("policies/access-control.md"), "Purpose", "Aim");
    const auto after = readPolicies(path(QStringLiteral("policies")));
    QVERIFY(before && after);
    for (qsizetype i = 0; i < before.value().policies.size(); ++i) {
        const CatalogPolicy &policy = before.value().policies.at(i);
        const bool same = policy.origin == after.value().policies.at(i).origin;
        QCOMPARE(same, policy.key != QStringLiteral("access-control"));
    }
}

void TestCatalogPolicies::fieldsAreFoundOnceAndUnclosedOnesToo()
{
    QCOMPARE(fieldsIn(QStringLiteral("a {{b}} {{c:d}} {{b}} {e} {{")),
             QStringList({ QStringLiteral("b"), QStringLiteral("c:d"), QStringLiteral("{{") }));
    QCOMPARE(fieldsIn(QStringLiteral("nothing")), QStringList());
}

void TestCatalogPolicies::requirementsAreNumberedAndNameTheirControls()
{
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        const QList<Paragraph> paragraphs = requirementsIn(policy.body);
        QCOMPARE(paragraphs.size(), policy.requirements.size());
        QSet<QString> titles;
        for (qsizetype i = 0; i < paragraphs.size(); ++i) {
            const CatalogRequirement &requirement = policy.requirements.at(i);
            QCOMPARE(paragraphs.at(i).number, QStringLiteral("4.%1").arg(i + 1));
            QCOMPARE(paragraphs.at(i).number + paragraphs.at(i).title, requirement.number + requirement.title);
            QCOMPARE(keysIn(paragraphs.at(i).sentence, QStringLiteral("control")), requirement.controls);
            titles.insert(requirement.title);
        }
        QCOMPARE(titles.size(), paragraphs.size());
        for (const QString &control : policy.controls)
            QVERIFY2(policy.body.contains(control), qPrintable(policy.key + QLatin1Char(' ') + control));
    }
}

void TestCatalogPolicies::requirementsAreOneSentenceWithoutVagueWords()
{
    // Each can be tested on its own: one sentence, and no word of which an auditor asks what it means.
    const QRegularExpression next(QStringLiteral("[.!?] +[A-Z{]"));
    const QRegularExpression vague(
        QStringLiteral("\\b(appropriate(ly)?|adequate(ly)?|periodic(ally)?|regular(ly)?|as needed|"
                       "etc|timely|prompt(ly)?|reasonabl[ey]|sufficient(ly)?|may not)\\b"));
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        QVERIFY2(!policy.body.contains(vague),
                 qPrintable(policy.key + QLatin1Char(' ') + vague.match(policy.body).captured()));
        for (const Paragraph &paragraph : requirementsIn(policy.body))
            QVERIFY2(!paragraph.sentence.contains(next), qPrintable(policy.key + QLatin1Char(' ') + paragraph.number));
    }
}

void TestCatalogPolicies::criteriaOfAPolicyAreThoseOfItsControls()
{
    QHash<QString, QSet<QString>> expected;
    for (const CatalogControl &control : m_catalog.controls)
        expected[control.policy].unite({ control.criteria.begin(), control.criteria.end() });
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        const QSet<QString> claimed { policy.criteria.begin(), policy.criteria.end() };
        QVERIFY2(claimed == expected.value(policy.key), qPrintable(policy.key));
    }
}

void TestCatalogPolicies::sentencesLeaveTheUnitToTheParameter()
{
    QHash<QString, const CatalogParameter *> parameters;
    for (const CatalogParameter &parameter : m_catalog.policies.parameters) {
        QCOMPARE(parameter.unit.isEmpty(), parameter.unitOfOne.isEmpty());
        QVERIFY2(parameter.unit.isEmpty() || parameter.integer, qPrintable(parameter.key));
        parameters.insert(parameter.key, &parameter);
    }
    const QRegularExpression use(QStringLiteral("\\{\\{param:(\\w+)\\}\\} (\\w+)"));
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        for (auto uses = use.globalMatch(policy.body); uses.hasNext();) {
            const QRegularExpressionMatch match = uses.next();
            const CatalogParameter *parameter = parameters.value(match.captured(1));
            const QString first = parameter->unit.section(QLatin1Char(' '), 0, 0);
            QVERIFY2(first.isEmpty() || match.captured(2) != first, qPrintable(policy.key + match.captured()));
        }
    }
}

void TestCatalogPolicies::everyRoleAndParameterIsUsed()
{
    QStringList roles;
    QStringList parameters;
    for (const CatalogPolicy &policy : m_catalog.policies.policies) {
        roles << keysIn(policy.body, QStringLiteral("role"));
        parameters << keysIn(policy.body, QStringLiteral("param"));
        QVERIFY2(policy.body.contains(QStringLiteral("{{role:%1}}").arg(policy.ownerRole)), qPrintable(policy.key));
        QVERIFY2(policy.body.contains(QStringLiteral("{{param:%1}}").arg(policy.reviewCycleParameter)),
                 qPrintable(policy.key));
    }
    for (const CatalogRole &role : m_catalog.policies.roles)
        QVERIFY2(roles.contains(role.key), qPrintable(role.key));
    for (const CatalogParameter &parameter : m_catalog.policies.parameters)
        QVERIFY2(parameters.contains(parameter.key), qPrintable(parameter.key));
}

void TestCatalogPolicies::parameterTextAgreesInNumber_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("unitOfOne");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *unit, const char *one, const char *value, const char *expected) {
        QTest::newRow(expected) << QString::fromLatin1(unit) << QString::fromLatin1(one) << QString::fromLatin1(value)
                                << QString::fromLatin1(expected);
    };
    row("working days", "working day", "1", "1 working day");
    row("working days", "working day", "2", "2 working days");
    row("working days", "working day", "11", "11 working days");
    row("per cent", "per cent", "1", "1 per cent");
    row("", "", "1", "1");
    row("", "", "TLS 1.2", "TLS 1.2");
}

void TestCatalogPolicies::parameterTextAgreesInNumber()
{
    QFETCH(QString, unit);
    QFETCH(QString, unitOfOne);
    QFETCH(QString, value);
    QTEST(withUnit(value, unit, unitOfOne), "expected");
}

QTEST_GUILESS_MAIN(TestCatalogPolicies)
#include "tst_catalogpolicies.moc"
