#include "model/catalog/catalog.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

/// What the shipped library must cover, a key a phrase, by its area: the list at the end of the data model. Held here
/// too, so that nothing can drop out of the library's own list unseen.
struct Area
{
    const char *prefix;
    const char *keys;
};

constexpr Area areas[] {
    { "sec",
      "access-controls strong-authentication authorisation-privilege "
      "vulnerability-assessment penetration-testing monitoring-logging log-protection "
      "log-review log-retention incident-response-plan incident-notification "
      "incident-recovery post-incident-review physical-security firewalls "
      "intrusion-detection segmentation secure-development code-review "
      "application-monitoring vulnerability-remediation environmental-controls "
      "surveillance automated-alerts incident-detection incident-containment "
      "endpoint-hardening server-hardening cloud-hardening identity-management "
      "access-reviews segregation-of-duties" },
    { "chg", "requests approval testing rollback emergency documentation" },
    { "av",
      "service-levels redundancy failover uptime-monitoring performance-monitoring backup "
      "tested-recovery dr-plan continuity-testing capacity" },
    { "pi",
      "input-validation documentation data-quality error-monitoring error-correction "
      "controlled-changes completeness timeliness output-authorisation" },
    { "conf",
      "encryption-transit encryption-rest access-restriction access-review "
      "handling-training classification retention disposal nda contracts" },
    { "priv",
      "notice consent collection-limitation minimisation use retention disposal access "
      "correction disclosure breach-notification quality monitoring complaints "
      "impact-assessment anonymisation deletion-requests dpo" },
    { "gov",
      "integrity-ethics board-oversight structure competence accountability objectives "
      "risk-analysis fraud change-risk control-selection technology-controls "
      "policies-procedures outsourcing information-quality internal-communication "
      "external-communication ongoing-evaluation separate-evaluation compliance-monitoring "
      "legal-requirements deficiency-reporting" },
    { "prep",
      "scope categories report-type period cpa-firm independence peer-review budget "
      "vendor-contracts document-policies owners train gap-analysis action-plan remediate "
      "test-regularly third-party organise-evidence share-report keep-running" },
};

QStringList demandedPhrases()
{
    QStringList keys;
    for (const Area &area : areas) {
        for (const QString &key : QString(QLatin1String(area.keys)).split(QLatin1Char(' ')))
            keys.append(QLatin1String(area.prefix) + QLatin1Char('-') + key);
    }
    keys.sort();
    return keys;
}

QStringList sentences(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("(?<=[.!?])\\s+|\\n+"));
    return text.split(end, Qt::SkipEmptyParts);
}

/// The texts of one kind of the library.
struct Kind
{
    QString name;
    QStringList texts;
};

/// Every entry's texts, as @p textsOf names them.
template <class Entry, class TextsOf> Kind kind(const char *name, const QList<Entry> &entries, TextsOf textsOf)
{
    Kind made { QLatin1String(name), {} };
    for (const Entry &entry : entries)
        made.texts << textsOf(entry);
    return made;
}

QStringList textsOf(const CatalogQuestion &question)
{
    QStringList texts { question.text, question.guidance, question.badAnswer };
    texts.removeAll(QString()); // a question may do without a hint
    return texts;
}

QStringList textsOf(const CatalogPolicy &policy)
{
    static const QRegularExpression paragraph(QStringLiteral("^\\*\\*\\d+\\.\\d+ .+?\\.\\*\\* (.+)$"),
                                              QRegularExpression::MultilineOption);
    QStringList texts { policy.title, policy.summary };
    for (auto found = paragraph.globalMatch(policy.body); found.hasNext();)
        texts << found.next().captured(1);
    return texts;
}

QList<Kind> listKinds(const Catalog &c)
{
    return {
        kind("checklist", c.checklist,
             [](const CatalogChecklistItem &e) {
                 return QStringList { e.text, e.guidance } + e.doneWhen;
             }),
        kind("coverage", c.coverage, [](const CatalogPhrase &e) { return QStringList { e.phrase }; }),
        kind("description", c.description,
             [](const CatalogDescriptionSection &e) {
                 return QStringList { e.title, e.guidance } + e.commonMistakes;
             }),
        kind("findings", c.findings,
             [](const CatalogFinding &e) {
                 return QStringList { e.title, e.condition, e.cause, e.effect, e.remediation };
             }),
        kind("glossary", c.glossary,
             [](const CatalogTerm &e) {
                 return QStringList { e.term, e.definition };
             }),
        kind("report review", c.reportReview, [](const CatalogQuestion &e) { return textsOf(e); }),
        kind("requests", c.requests,
             [](const CatalogRequest &e) {
                 return QStringList { e.text, e.completeAnswer };
             }),
        kind("risks", c.risks,
             [](const CatalogRisk &e) {
                 return QStringList { e.title, e.threat, e.vulnerability };
             }),
        kind("sampling", c.sampling,
             [](const CatalogSampling &e) {
                 return QStringList { e.title, e.guidance };
             }),
    };
}

QList<Kind> frameworkKinds(const Catalog &c)
{
    return {
        kind("series", c.series, [](const CatalogSeries &e) { return QStringList { e.title }; }),
        kind("criteria", c.criteria,
             [](const CatalogCriterion &e) {
                 return QStringList { e.title, e.statement, e.looksFor } + e.gaps;
             }),
        kind("points", c.points, [](const CatalogPoint &e) { return QStringList { e.text }; }),
        kind("principles", c.principles,
             [](const CatalogPrinciple &e) {
                 return QStringList { e.title, e.statement };
             }),
        kind("controls", c.controls,
             [](const CatalogControl &e) {
                 QStringList texts { e.title, e.description, e.test.population };
                 for (const CatalogEvidence &item : e.evidence) // a source is a place and may serve many controls
                     texts << item.what << item.dates;
                 return texts + e.test.attributes;
             }),
        kind("roles", c.policies.roles,
             [](const CatalogRole &e) {
                 return QStringList { e.title, e.description };
             }),
        kind("parameters", c.policies.parameters,
             [](const CatalogParameter &e) {
                 return QStringList { e.title, e.description };
             }),
        kind("policies", c.policies.policies, [](const CatalogPolicy &e) { return textsOf(e); }),
    };
}

Kind questionsOf(const Catalog &catalog)
{
    Kind made { QStringLiteral("questionnaires"), {} };
    for (const CatalogQuestionnaire &entry : catalog.questionnaires) {
        made.texts << entry.title << entry.description;
        for (const CatalogQuestion &question : entry.questions)
            made.texts << textsOf(question);
    }
    return made;
}

} // namespace

/// What the library's lists owe the project as a whole: nothing demanded is missing, nothing is empty or said twice.
class TestCatalogLists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = loadCatalog();
        QVERIFY(loaded);
        m_catalog = std::move(loaded).value();
    }

    void theGlossaryIsReadAloneToo()
    {
        const auto terms = loadGlossary();
        QVERIFY(terms);
        QCOMPARE(terms.value().size(), m_catalog.glossary.size());
        QVERIFY(terms.value().size() > 50);
        for (qsizetype i = 0; i < terms.value().size(); ++i) {
            QCOMPARE(terms.value().at(i).origin, m_catalog.glossary.at(i).origin);
            QCOMPARE(terms.value().at(i).definition, m_catalog.glossary.at(i).definition);
        }
        QVERIFY(!loadGlossary(QTemporaryDir().path()));
    }

    void nothingDemandedIsMissingAndNothingElseIsClaimed()
    {
        const QStringList demanded = demandedPhrases();
        QCOMPARE(demanded.size(), 126);
        QStringList held;
        for (const CatalogPhrase &phrase : m_catalog.coverage)
            held.append(phrase.key);
        held.sort();
        QCOMPARE(held, demanded);
    }

    void everyPhraseHasAChecklistItem_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key : demandedPhrases())
            QTest::newRow(qPrintable(key)) << key;
    }
    void everyPhraseHasAChecklistItem()
    {
        QFETCH(QString, key);
        QStringList answering;
        for (const CatalogChecklistItem &item : m_catalog.checklist) {
            if (item.phrases.contains(key))
                answering.append(item.key);
        }
        QVERIFY(!answering.isEmpty());
        for (const CatalogPhrase &phrase : m_catalog.coverage) {
            if (phrase.key == key)
                QCOMPARE(QSet<QString>(phrase.checklist.cbegin(), phrase.checklist.cend()),
                         QSet<QString>(answering.cbegin(), answering.cend()));
        }
    }

    void everyChecklistItemAnswersAPhraseThatIsDemanded()
    {
        const QStringList demanded = demandedPhrases();
        for (const CatalogChecklistItem &item : m_catalog.checklist) {
            QVERIFY2(!item.phrases.isEmpty(), qPrintable(item.key));
            for (const QString &phrase : item.phrases)
                QVERIFY2(demanded.contains(phrase), qPrintable(item.key + QLatin1Char(' ') + phrase));
        }
    }

    void nothingIsEmptyOrSaidTwiceWithinAKind_data()
    {
        QTest::addColumn<QStringList>("texts");
        for (const Kind &kind : listKinds(m_catalog) + frameworkKinds(m_catalog) + QList { questionsOf(m_catalog) })
            QTest::newRow(qPrintable(kind.name)) << kind.texts;
    }
    void nothingIsEmptyOrSaidTwiceWithinAKind()
    {
        QFETCH(QStringList, texts);
        QVERIFY(!texts.isEmpty());
        QHash<QString, int> seen;
        QStringList twice;
        for (const QString &text : texts) {
            QVERIFY(!text.trimmed().isEmpty());
            for (const QString &sentence : sentences(text)) {
                const QString plain = sentence.toLower().remove(QLatin1Char('.')).trimmed();
                QVERIFY2(!plain.isEmpty(), qPrintable(text));
                if (++seen[plain] == 2)
                    twice.append(plain);
            }
        }
        QCOMPARE(twice, QStringList());
    }

private:
    Catalog m_catalog;
};

QTEST_GUILESS_MAIN(TestCatalogLists)
#include "tst_cataloglists.moc"
