#include "tests/ui/sample.h"
#include "ui/common/recordindex.h"

#include <QTest>

#include <ctime>

using namespace tb;

/// Prints what the index shows: groups in brackets, codes, * for a repeat.
static QString printed(const RecordIndex &index, const TableRecords<Sample> &records)
{
    QStringList parts;
    for (const RecordIndex::Group &group : index.groups()) {
        if (index.grouped())
            parts << QStringLiteral("[%1]").arg(group.key.id);
        for (const RecordIndex::Row &row : group.rows)
            parts << records.text(row.slot, 0) + (row.repeat ? QStringLiteral("*") : QString());
    }
    return parts.join(u' ');
}

class TestRecordIndex : public QObject
{
    Q_OBJECT

private slots:
    void digitsSortAsNumbers()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordIndex index(records);
        QCOMPARE(printed(index, records), QStringLiteral("AC-1 AC-2 AC-3 AC-10"));
        index.setSort(0, Qt::DescendingOrder);
        QCOMPARE(printed(index, records), QStringLiteral("AC-10 AC-3 AC-2 AC-1"));
    }

    void recordsWithoutAValueComeLastInBothOrders()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordIndex index(records);
        index.setSort(5, Qt::AscendingOrder);
        QCOMPARE(printed(index, records), QStringLiteral("AC-3 AC-10 AC-1 AC-2"));
        index.setSort(5, Qt::DescendingOrder);
        QCOMPARE(printed(index, records), QStringLiteral("AC-10 AC-3 AC-1 AC-2"));
    }

    void aRecordStandsInEachOfItsGroupsAndIsCountedOnce()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordIndex index(records);
        index.setGrouping(0);
        QCOMPARE(printed(index, records), QStringLiteral("[CC6.1] AC-1 AC-2 [CC6.2] AC-2* AC-10 [] AC-3"));
        QCOMPARE(index.shown(), 4);
        index.setShowOnce(true);
        QCOMPARE(printed(index, records), QStringLiteral("[CC6.1] AC-1 AC-2 [CC6.2] AC-10 [] AC-3"));
    }

    void wordsMustAllMatchAndChipsCombine()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordIndex index(records);
        index.setText(QStringLiteral("priya FACTOR"));
        QCOMPARE(printed(index, records), QStringLiteral("AC-2"));
        index.setText({});
        index.setChips({ { QStringLiteral("owner"), { QStringLiteral("Priya Raman"), QStringLiteral("Daniel Berg") } },
                         { QStringLiteral("criterion"), { QStringLiteral("CC6.2") } } });
        QCOMPARE(printed(index, records), QStringLiteral("AC-2 AC-10"));
        index.setText(QStringLiteral("leaver"));
        QCOMPARE(printed(index, records), QStringLiteral("AC-10"));
        index.setText(QStringLiteral("nothing like it"));
        QCOMPARE(index.shown(), 0);
    }

    void aTouchedRecordMovesAndOthersKeepTheirCaches()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordIndex index(records);
        index.setText(QStringLiteral("a"));
        const qint64 built = index.haystacksBuilt();
        Sample changed = *records.find(1);
        changed.code = QStringLiteral("AC-99");
        records.put({ changed });
        index.touch({ records.slotOf(1) });
        QCOMPARE(printed(index, records), QStringLiteral("AC-2 AC-3 AC-10 AC-99"));
        QCOMPARE(index.haystacksBuilt() - built, 1);
        const int gone = records.slotOf(2);
        records.put({}, { 2 });
        index.touch({ gone });
        QCOMPARE(printed(index, records), QStringLiteral("AC-3 AC-10 AC-99"));
        QCOMPARE(index.total(), 3);
    }

    void haystacksAreGatheredInSlicesBeforeAnybodyTypes()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(manySamples(100));
        RecordIndex index(records);
        QVERIFY(index.gather(60));
        QCOMPARE(index.haystacksBuilt(), 60);
        const int touched = records.slotOf(4);
        index.touch({ touched });
        while (index.gather(60)) { }
        index.setText(QStringLiteral("p"));
        QCOMPARE(index.haystacksBuilt(), 101); // the touched one once more
        index.setSearched({ 0 });
        while (index.gather(60)) { }
        QCOMPARE(index.haystacksBuilt(), 201);
    }

    void typingBuildsEachHaystackOnceAndNarrows()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(manySamples(20000));
        RecordIndex index(records);
        index.setGrouping(0);
        index.setText(QStringLiteral("p"));
        QCOMPARE(index.haystacksBuilt(), 20000);
        std::clock_t slowest = 0; // of the processor, so that a busy machine prints much the same
        for (const QString &text : { QStringLiteral("pr"), QStringLiteral("pri"), QStringLiteral("priya"),
                                     QStringLiteral("priya 77"), QStringLiteral("priya 777") }) {
            const qint64 searched = index.haystacksSearched();
            const int before = index.shown();
            const std::clock_t start = std::clock();
            index.setText(text);
            slowest = std::max(slowest, std::clock() - start);
            QCOMPARE(index.haystacksSearched() - searched, before); // only what was still shown
        }
        QCOMPARE(index.haystacksBuilt(), 20000);
        QVERIFY(index.shown() > 0);
        qInfo("slowest key stroke over 20,000 records in two groups each: %.2f ms",
              double(slowest) * 1000 / CLOCKS_PER_SEC);
    }
};

QTEST_GUILESS_MAIN(TestRecordIndex)
#include "tst_recordindex.moc"
