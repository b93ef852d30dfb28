#include "model/catalog/catalog.h"
#include "reports/words/livetext.h"

#include <QTest>

using namespace tb;
using words::liveText;

namespace {

/// Records that give every field of the library's texts a value.
Records fullRecords(const Catalog &catalog)
{
    Records records;
    Engagement engagement;
    engagement.organisation = QStringLiteral("Northquill");
    engagement.service = QStringLiteral("Ledger");
    engagement.from = QDate(2025, 7, 1);
    engagement.to = QDate(2026, 6, 30);
    engagement.categories = { QStringLiteral("security"), QStringLiteral("availability") };
    records.engagements.put(engagement);
    Person ana;
    ana.id = { 1 };
    ana.name = QStringLiteral("Ana Ruiz");
    records.people.put(ana);
    qint64 id = 100;
    for (const CatalogRole &entry : catalog.policies.roles)
        records.roles.put({ { ++id }, entry.key, entry.title, {}, ana.id, {}, {}, 0 });
    for (const CatalogParameter &entry : catalog.policies.parameters)
        records.policyParameters.put(
            { { ++id }, entry.key, entry.title, entry.defaultValue, {}, {}, false, {}, {}, 0 });
    for (const CatalogControl &entry : catalog.controls) {
        Control control;
        control.id = { ++id };
        control.code = entry.key;
        records.controls.put(control);
    }
    return records;
}

} // namespace

class TestLiveText : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAreFilled_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("missing");
        const QStringList none;
        QTest::newRow("none") << "plain"
                              << "plain" << none;
        QTest::newRow("organisation") << "{{organisation}}'s {{service}}"
                                      << "Northquill's Ledger" << none;
        QTest::newRow("window") << "in {{window}}."
                                << "in 1 Jul 2025 – 30 Jun 2026." << none;
        QTest::newRow("categories") << "{{categories}}"
                                    << "Security and Availability" << none;
        QTest::newRow("control") << "({{control:AC-01}})"
                                 << "(AC-01)" << none;
        QTest::newRow("unknown control") << "{{control:ZZ-99}}"
                                         << "{{control:ZZ-99}}" << QStringList { QStringLiteral("control:ZZ-99") };
        QTest::newRow("unknown field") << "{{weather}}"
                                       << "{{weather}}" << QStringList { QStringLiteral("weather") };
        QTest::newRow("unclosed") << "a {{organisation"
                                  << "a {{organisation" << none;
        QTest::newRow("a value is not read again") << "{{param:nested}}"
                                                   << "{{service}}" << none;
    }
    void fieldsAreFilled()
    {
        QFETCH(QString, markdown);
        Records records = m_records;
        records.policyParameters.put(
            { { 9 }, QStringLiteral("nested"), {}, QStringLiteral("{{service}}"), {}, {}, false, {}, {}, 0 });
        const words::LiveText live = liveText(markdown, records);
        QTEST(live.text, "text");
        QTEST(live.missing, "missing");
    }

    void aRoleNamesItsHolder()
    {
        Records records;
        Person ana;
        ana.id = { 1 };
        ana.name = QStringLiteral("Ana Ruiz");
        records.people.put(ana);
        records.roles.put({ { 2 }, QStringLiteral("lead"), QStringLiteral("Security lead"), {}, {}, {}, {}, 0 });
        QCOMPARE(liveText(QStringLiteral("{{role:lead}}"), records).text, QStringLiteral("Security lead"));
        records.roles.put({ { 2 }, QStringLiteral("lead"), QStringLiteral("Security lead"), {}, ana.id, {}, {}, 0 });
        QCOMPARE(liveText(QStringLiteral("{{role:lead}}"), records).text, QStringLiteral("Security lead"));
        const words::LiveText person = liveText(QStringLiteral("{{role:lead}}"), records, words::RolesAs::People);
        QCOMPARE(person.text, QStringLiteral("Ana Ruiz"));
    }

    void aParameterBringsItsUnit()
    {
        Records records;
        const auto shown = [&](const char *value) {
            records.policyParameters.put({ { 3 },
                                           QStringLiteral("wait"),
                                           {},
                                           QLatin1String(value),
                                           QStringLiteral("days"),
                                           QStringLiteral("day"),
                                           true,
                                           {},
                                           {},
                                           0 });
            return liveText(QStringLiteral("{{param:wait}}"), records).text;
        };
        QCOMPARE(shown("30"), QStringLiteral("30 days"));
        QCOMPARE(shown("1"), QStringLiteral("1 day"));
        QCOMPARE(shown(""), QStringLiteral("{{param:wait}}"));
    }

    void everyPolicyTemplateIsFilledWhole()
    {
        QVERIFY(m_catalog.policies.policies.size() >= 24);
        for (const CatalogPolicy &policy : m_catalog.policies.policies) {
            const words::LiveText live = liveText(policy.body, m_records);
            QVERIFY2(live.missing.isEmpty(), qPrintable(policy.key + live.missing.join(QLatin1Char(' '))));
            QVERIFY(!live.text.contains(QLatin1String("{{")));
        }
    }

    void everyListOfTheDescriptionIsKnown()
    {
        Records records = m_records;
        records.systems.put({ { 1 },
                              QStringLiteral("Production"),
                              SystemKind::Infrastructure,
                              QStringLiteral("Cloudbarn"),
                              true,
                              {},
                              {} });
        records.systems.put({ { 2 }, QStringLiteral("Ledger"), SystemKind::Software, {}, true, {}, {} });
        records.systems.put({ { 3 }, QStringLiteral("Invoices"), SystemKind::Data, {}, true, {}, {} });
        records.systems.put({ { 4 }, QStringLiteral("Old"), SystemKind::Software, {}, false, {}, {} });
        records.locations.put({ { 5 }, QStringLiteral("Porto"), QStringLiteral("Rua 1"), {}, true });
        records.commitments.put({ { 6 },
                                  QStringLiteral("SC-01"),
                                  QStringLiteral("Open all day"),
                                  CommitmentKind::ServiceCommitment,
                                  {},
                                  {},
                                  {} });
        records.commitments.put({ { 7 },
                                  QStringLiteral("SR-01"),
                                  QStringLiteral("Backups"),
                                  CommitmentKind::SystemRequirement,
                                  {},
                                  {},
                                  {} });
        records.incidents.put({ { 8 }, QStringLiteral("Outage"), QDate(2025, 9, 1), {}, {}, true, {} });
        records.significantChanges.put({ { 9 }, QStringLiteral("New region"), QDate(2025, 10, 1), {}, {}, true, {} });
        Vendor vendor;
        vendor.id = { 10 };
        vendor.name = QStringLiteral("Cloudbarn");
        vendor.subservice = SubserviceMethod::CarveOut;
        records.vendors.put(vendor);
        records.csocs.put({ { 11 }, vendor.id, QStringLiteral("CS-1"), QStringLiteral("Guards its sites"), {}, {} });
        records.userControls.put(
            { { 12 }, QStringLiteral("UC-1"), QStringLiteral("Customers remove leavers"), true, {} });
        Policy policy;
        policy.id = { 13 };
        policy.code = QStringLiteral("PL-01");
        policy.title = QStringLiteral("Security");
        records.policies.put(policy);
        Criterion criterion;
        criterion.id = { 14 };
        criterion.code = QStringLiteral("CC6.4");
        criterion.notRelevant = true;
        criterion.notRelevantReason = QStringLiteral("No premises.");
        records.criteria.put(criterion);
        criterion.id = { 15 };
        criterion.code = QStringLiteral("CC6.1");
        criterion.notRelevant = false;
        records.criteria.put(criterion);
        records.controlCriteria.add(m_records.controls.all().first().id.value, 15);
        ControlRevision revision;
        revision.id = { 16 };
        revision.control = m_records.controls.all().first().id;
        revision.to = QDate(2025, 9, 30);
        records.controlRevisions.put(revision);
        for (const CatalogDescriptionSection &section : m_catalog.description) {
            const words::LiveText live = liveText(section.body, records, words::RolesAs::People);
            QVERIFY2(live.missing.isEmpty(), qPrintable(section.key + live.missing.join(QLatin1Char(' '))));
        }
        QCOMPARE(liveText(QStringLiteral("{{list:software}}"), records).text, QStringLiteral("- Ledger"));
        QCOMPARE(liveText(QStringLiteral("{{list:infrastructure}}"), records).text,
                 QStringLiteral("- Production: Cloudbarn"));
        QCOMPARE(liveText(QStringLiteral("{{list:not_relevant}}"), records).text,
                 QStringLiteral("- CC6.4: No premises."));
    }

    void initTestCase()
    {
        auto loaded = loadCatalog();
        QVERIFY(loaded);
        m_catalog = loaded.value();
        m_records = fullRecords(m_catalog);
    }

private:
    Catalog m_catalog;
    Records m_records;
};

QTEST_GUILESS_MAIN(TestLiveText)
#include "tst_livetext.moc"
