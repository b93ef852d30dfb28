#include "model/commands.h"
#include "model/making/projectmaking.h"
#include "model/store/replay.h"
#include "tests/support/plainstorage.h"

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

    void countsTheCriteriaInScope()
    {
        QCOMPARE(criteriaInScope(m_catalog, {}), 33);
        QCOMPARE(criteriaInScope(m_catalog, { QStringLiteral("availability"), QStringLiteral("confidentiality") }), 38);
    }
};

QTEST_GUILESS_MAIN(TestProjectMaking)
#include "tst_projectmaking.moc"
