#include "model/readiness/states.h"
#include "model/subjects.h"
#include "reports/words/terms.h"
#include "reports/words/values.h"

#include <QtTest>

using namespace tb;

class TestTerms : public QObject
{
    Q_OBJECT

private slots:
    void everyStoredWordHasADisplayWord();
    void displayWordsOfOneEnumerationDiffer();
    void everyFieldHasAName();
    void everySubjectHasNames();
    void shownWordsAreReadBack();
    void datesAndSizesReadAlikeEverywhere();
    void valuesAreReadable_data();
    void valuesAreReadable();
};

namespace {

template <class... Enums> QStringList missingTerms()
{
    QStringList missing;
    const auto look = [&](auto words) {
        for (const char *word : words) {
            if (!words::hasTerm(QLatin1String(word)))
                missing.append(QLatin1String(word));
        }
    };
    (look(Words<Enums>::all), ...);
    return missing;
}

} // namespace

void TestTerms::everyStoredWordHasADisplayWord()
{
    const QStringList missing
        = missingTerms<ControlKind, ControlNature, Frequency, WorkStatus, Calendar, Category, ReportType, EvidenceKind,
                       Sensitivity, EntryKind, ControlState, Freshness, OccurrenceState>();
    QCOMPARE(missing, QStringList());
    for (const SubjectOperations &operations : subjectOperations()) {
        for (int i = 0; i < operations.spec->fieldCount; ++i) {
            for (const char *word : operations.spec->fieldAt(i).words)
                QVERIFY2(words::hasTerm(QLatin1String(word)), word);
        }
    }
}

void TestTerms::displayWordsOfOneEnumerationDiffer()
{
    for (const QStringList &shown :
         { words::terms<WorkStatus>(), words::terms<Frequency>(), words::terms<ControlState>(),
           words::terms<EvidenceKind>(), words::terms<Freshness>() })
        QCOMPARE(QSet<QString>(shown.cbegin(), shown.cend()).size(), shown.size());
}

void TestTerms::everyFieldHasAName()
{
    for (const SubjectOperations &operations : subjectOperations()) {
        for (int i = 0; i < operations.spec->fieldCount; ++i) {
            const QLatin1String field = operations.spec->fieldAt(i).nameString();
            QVERIFY2(words::fieldName(operations.spec->tableName(), field) != field, field.data());
        }
    }
}

void TestTerms::everySubjectHasNames()
{
    for (const SubjectOperations &operations : subjectOperations()) {
        const QLatin1String table = operations.spec->tableName();
        QVERIFY(words::subjectName(table) != table);
        QVERIFY(words::subjectCount(table, 1) != words::subjectCount(table, 2));
        QVERIFY(words::subjectCount(table, 7).startsWith(QLatin1Char('7')));
    }
}

void TestTerms::shownWordsAreReadBack()
{
    QCOMPARE(words::storedWord<Frequency>(QStringLiteral("Per event")), QStringLiteral("per_event"));
    QCOMPARE(words::storedWord<Frequency>(QStringLiteral("per_event")), QStringLiteral("per_event"));
    QCOMPARE(words::storedWord<Frequency>(QStringLiteral("sometimes")), QString());
}

void TestTerms::datesAndSizesReadAlikeEverywhere()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(words::date(QDate(2026, 3, 1)), QStringLiteral("1 Mar 2026"));
    QCOMPARE(words::longDate(QDate(2026, 12, 31)), QStringLiteral("31 December 2026"));
    QCOMPARE(words::date(QDate()), QString());
    QCOMPARE(words::span(QDate(2025, 7, 1), QDate(2026, 6, 30)), QStringLiteral("1 Jul 2025 – 30 Jun 2026"));
    QCOMPARE(words::span(QDate(2025, 7, 1), {}), QStringLiteral("from 1 Jul 2025"));
    QCOMPARE(words::bytes(2'400'000), QStringLiteral("2.4 MB"));
    QCOMPARE(words::number(1284), QStringLiteral("1,284"));
    QCOMPARE(words::list({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }),
             QStringLiteral("a, b and c"));
    QLocale::setDefault(before);
}

void TestTerms::valuesAreReadable_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("stored");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char *name, const char *subject, const char *field, const QVariant &stored, const char *shown) {
              QTest::newRow(name) << QString::fromUtf8(subject) << QString::fromUtf8(field) << stored
                                  << QString::fromUtf8(shown);
          };
    row("enumeration", "control", "frequency", QStringLiteral("semi_annual"), "Semi-annual");
    row("date", "control", "target_on", QStringLiteral("2026-04-30"), "30 Apr 2026");
    row("no date", "control", "target_on", QVariant::fromValue(nullptr), "");
    row("person", "control", "owner_id", 7LL, "Luis");
    row("gone person", "control", "owner_id", 8LL, "a record that is gone");
    row("yes", "evidence", "shared", 1LL, "Yes");
    row("no", "evidence", "shared", 0LL, "No");
    row("size", "evidence", "size", 2'400'000LL, "2.4 MB");
    row("dates", "evidence", "performed_on", QStringLiteral("2026-01-02,2026-04-03"), "2 Jan 2026 and 3 Apr 2026");
    row("categories", "engagement", "categories", QStringLiteral("security,processing_integrity"),
        "Security and Processing integrity");
    row("unknown word", "control", "frequency", QStringLiteral("hourly"), "hourly");
}

void TestTerms::valuesAreReadable()
{
    QFETCH(QString, subject);
    QFETCH(QString, field);
    QFETCH(QVariant, stored);
    const FieldSpec *spec = findSubject(subject)->find(field);
    QVERIFY(spec);
    const Labels labels(QStringLiteral(R"({"person":{"7":"Luis"}})"));
    QTEST(words::valueText(*spec, stored, labels), "shown");
}

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
