#include "tests/modelcontract.h"
#include "tests/ui/sample.h"
#include "ui/common/appearance.h"
#include "ui/common/chipbar.h"
#include "ui/common/choicebox.h"
#include "ui/common/metrics.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/common/viewstate.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

class MemoryState final : public ViewState
{
public:
    QVariantMap load(const QString &view) const override { return states.value(view); }
    void save(const QString &view, const QVariantMap &state) override { states.insert(view, state); }
    QHash<QString, QVariantMap> states;
};

/// The visible rows of a table: groups in brackets, codes of records.
static QString printed(RecordTable &table)
{
    QStringList parts;
    const RecordView *view = table.view();
    for (QModelIndex at = table.model().index(0, 0); at.isValid(); at = view->indexBelow(at))
        parts << (table.model().isGroup(at) ? QStringLiteral("[%1]").arg(table.model().groupAt(at)->key.id)
                                            : at.siblingAtColumn(1).data().toString());
    return parts.join(u' ');
}

class TestRecordTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }

    void theModelKeepsItsContractWhileRecordsComeChangeAndGo_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::newRow("flat") << -1;
        QTest::newRow("grouped") << 0;
    }
    void theModelKeepsItsContractWhileRecordsComeChangeAndGo()
    {
        QFETCH(int, grouping);
        TableRecords<Sample> records(sampleSpec());
        RecordTableModel model(records);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        checkModelEdges(model);
        records.assign(fewSamples());
        model.setGrouping(grouping);
        checkModelEdges(model);
        Sample changed = *records.find(2);
        changed.criteria = { QStringLiteral("CC6.2"), QStringLiteral("CC7.1") };
        changed.code = QStringLiteral("AC-20");
        records.put({ changed,
                      { 50,
                        QStringLiteral("AC-50"),
                        QStringLiteral("New"),
                        {},
                        { QStringLiteral("CC1.1") },
                        0,
                        0,
                        false,
                        {} } },
                    { 10 });
        checkModelEdges(model);
        QCOMPARE(model.records().shown(), 4);
        model.setText(QStringLiteral("single"));
        QCOMPARE(model.records().shown(), 1);
        checkModelEdges(model);
        model.setText({});
        records.put({}, { 1, 2, 3, 50 });
        QCOMPARE(model.rowCount(), 0);
        checkModelEdges(model);
    }

    void aDifferenceTouchesOnlyItsRows()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTableModel model(records);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        Sample changed = *records.find(2);
        changed.title = QStringLiteral("Second factor everywhere");
        records.put({ changed });
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    }

    void selectionAndCurrentRowSurviveSortGroupAndSave()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.setCurrentId(10);
        table.setSelectedIds({ 2, 10 });
        table.sortBy(QStringLiteral("title"), Qt::DescendingOrder);
        table.groupBy(QStringLiteral("criterion"));
        Sample changed = *records.find(10);
        changed.title = QStringLiteral("Another title");
        records.put({ changed });
        QCOMPARE(table.currentId(), 10);
        QList<qint64> ids = table.selectedIds();
        std::sort(ids.begin(), ids.end());
        QCOMPARE(ids, (QList<qint64> { 2, 10 }));
        table.setFilterText(QStringLiteral("factor"));
        QCOMPARE(table.selectedIds(), QList<qint64> { 2 }); // rows that a filter hides leave the selection
    }

    void collapsedGroupsStayCollapsed()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.groupBy(QStringLiteral("criterion"));
        QCOMPARE(printed(table), QStringLiteral("[CC6.1] AC-1 AC-2 [CC6.2] AC-2 AC-10 [] AC-3"));
        table.setCurrentId(1);
        QTest::keyClick(table.view(), Qt::Key_Left);
        QCOMPARE(printed(table), QStringLiteral("[CC6.1] [CC6.2] AC-2 AC-10 [] AC-3"));
        table.sortBy(QStringLiteral("id"), Qt::DescendingOrder);
        QCOMPARE(printed(table), QStringLiteral("[CC6.1] [CC6.2] AC-10 AC-2 [] AC-3"));
    }

    void keysSelectOpenDeleteAndSignalDigits()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 400);
        QSignalSpy opened(&table, &RecordTable::opened);
        QSignalSpy digits(&table, &RecordTable::digitPressed);
        QSignalSpy deleted(&table, &RecordTable::deleteRequested);
        table.setCurrentId(1);
        QTest::keyClick(table.view(), Qt::Key_Return);
        QCOMPARE(opened.value(0).value(0).toLongLong(), 1);
        QTest::keyClick(table.view(), Qt::Key_Space);
        QVERIFY(table.selectedIds().isEmpty());
        QTest::keyClick(table.view(), Qt::Key_3);
        QCOMPARE(digits.value(0).value(0).toInt(), 3);
        QCOMPARE(digits.value(0).value(1).value<QList<qint64>>(), QList<qint64> { 1 });
        QTest::keyClick(table.view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table.selectedIds().size(), 4);
        QTest::keyClick(table.view(), Qt::Key_Delete);
        QCOMPARE(deleted.value(0).value(0).value<QList<qint64>>().size(), 4);
        QTest::keyClick(table.view(), Qt::Key_Escape);
        QVERIFY(table.selectedIds().isEmpty());
        QApplication::setKeyboardInputInterval(60'000); // however slowly the machine types
        QTest::keyClicks(table.view(), QStringLiteral("lea"));
        QCOMPARE(table.currentId(), 10);
    }

    void f2OpensTheEditorAndTheValueGoesOutBySignal()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 400);
        table.show();
        QSignalSpy edited(&table, &RecordTable::edited);
        table.setCurrentId(1);
        QTest::keyClick(table.view(), Qt::Key_F2);
        auto *box = table.view()->findChild<QComboBox *>();
        QVERIFY(box);
        box->hidePopup();
        box->setCurrentIndex(1);
        emit box->activated(1);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.at(0).at(0).toLongLong(), 1);
        QCOMPARE(edited.at(0).at(1).toString(), QStringLiteral("owner"));
        QCOMPARE(edited.at(0).at(2).toString(), QStringLiteral("Daniel Berg"));
        QCOMPARE(records.find(1)->owner, QStringLiteral("Priya Raman")); // the pane decides, not the table
    }

    void aKeyGoesOnToTheNextRowAndTheMouseStays()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        const auto offered = [&table]() -> QAbstractItemView * {
            auto *box = table.view()->findChild<ChoiceBox *>();
            if (!box)
                return nullptr;
            box->showPopup();
            return box->view();
        };
        table.setCurrentId(1);
        table.setSelectedIds({ 1, 2, 3 });
        table.editCurrent(QStringLiteral("owner"));
        QAbstractItemView *list = offered();
        QVERIFY(list);
        const QSignalSpy edited(&table, &RecordTable::edited);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(edited.count(), 1);
        QVERIFY(!table.view()->isEditing());
        QCOMPARE(table.currentId(), 1);
        QCOMPARE(table.selectedIds().size(), 3);

        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        table.editCurrent(QStringLiteral("owner"));
        list = offered();
        QVERIFY(list);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(edited.count(), 2);
        QCOMPARE(table.currentId(), 2);
    }

    void whoLeavesACellThatIsEditedGoesWhereTheyWanted()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 400);
        table.show();
        table.setCurrentId(1);
        table.editCurrent(QStringLiteral("owner"));
        QVERIFY(table.view()->isEditing());
        QVERIFY(table.selectNext(1)); // the inspector's chevron
        QVERIFY(!table.view()->isEditing());
        QCOMPARE(table.currentId(), 2); // one row, not two
        table.editCurrent(QStringLiteral("owner"));
        table.setCurrentId(1); // a new record, or a hit of the search
        QCOMPARE(table.currentId(), 1);
        table.editCurrent(QStringLiteral("owner"));
        table.view()->selectionModel()->setCurrentIndex(table.model().indexOf(3).siblingAtColumn(1),
                                                        QItemSelectionModel::NoUpdate);
        QCOMPARE(table.currentId(), 3);
    }

    void digitsPickInTheEditorAndTheNoteCannotBePicked()
    {
        ChoiceBox box({ { 1, QStringLiteral("Not started"), {} }, { 2, QStringLiteral("In progress"), {} } });
        box.setNumbered(true);
        box.setNote(QStringLiteral("Gap: no owner"));
        const QSignalSpy picked(&box, &QComboBox::activated);
        box.show();
        box.showPopup();
        const QAbstractItemModel &model = *box.model();
        QCOMPARE(model.index(box.count() - 1, 0).data().toString(), QStringLiteral("Gap: no owner"));
        QVERIFY(!model.flags(model.index(box.count() - 1, 0)).testFlag(Qt::ItemIsEnabled));
        QTest::keyClick(box.view(), Qt::Key_3); // the note's row is no choice
        QCOMPARE(picked.count(), 0);
        QTest::keyClick(box.view(), Qt::Key_2);
        QCOMPARE(picked.count(), 1);
        QCOMPARE(box.currentData().toInt(), 2);
    }

    void oneEscapeLeavesTheListAndTheCell()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 400);
        table.show();
        QSignalSpy edited(&table, &RecordTable::edited);
        table.setCurrentId(1);
        QTest::keyClick(table.view(), Qt::Key_F2);
        QPointer<ChoiceBox> box = table.view()->findChild<ChoiceBox *>();
        QVERIFY(box);
        QTRY_VERIFY(box->view()->isVisible());
        QTest::keyClick(box->view(), Qt::Key_Down);
        QTest::keyClick(box->view(), Qt::Key_Escape);
        QTRY_VERIFY(!box);
        QVERIFY(!table.view()->isEditing());
        QCOMPARE(edited.count(), 0);
    }

    void aRefreshKeepsTheNameOfTheFirstGroupInSight()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.groupBy(QStringLiteral("criterion"));
        table.show();
        table.resize(900, table.height() - table.view()->viewport()->height() + metrics::row()); // one row, as hidden
        const RecordTableModel &model = table.model();
        table.setCurrentId(model.idAt(model.index(0, 0, model.index(0, 0))));
        const QScrollBar *bar = table.view()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), 0);
        records.assign(fewSamples());
        QCOMPARE(bar->value(), 0);
    }

    void columnsGiveWayInTheirOrder()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(800, 300);
        table.show();
        QVERIFY(!table.view()->isColumnHidden(4));
        table.resize(560, 300);
        QTRY_VERIFY(table.view()->isColumnHidden(4)); // hide order 1
        QVERIFY(!table.view()->isColumnHidden(3));
        table.resize(480, 300);
        QTRY_VERIFY(table.view()->isColumnHidden(3)); // hide order 2
        table.resize(800, 300);
        QTRY_VERIFY(!table.view()->isColumnHidden(4) && !table.view()->isColumnHidden(3));
    }

    void whatThePersonSetsIsRemembered()
    {
        MemoryState state;
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        {
            RecordTable table(records, QStringLiteral("controls"), &state);
            table.setDefaults(QStringLiteral("id"), Qt::AscendingOrder, QStringLiteral("criterion"));
            QVERIFY(state.states.isEmpty()); // a default is not a choice
            table.sortBy(QStringLiteral("due"), Qt::DescendingOrder);
            table.setColumnShown(QStringLiteral("owner"), false);
        }
        RecordTable again(records, QStringLiteral("controls"), &state);
        again.setDefaults(QStringLiteral("id"));
        QCOMPARE(again.model().records().sortColumn(), 5);
        QCOMPARE(again.grouping(), QStringLiteral("criterion"));
        QVERIFY(!again.columnShown(QStringLiteral("owner")));
    }

    void nothingFoundOffersToClearTheFilters()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        ChipBar bar(table);
        table.show();
        QLineEdit *filter = bar.findChild<QLineEdit *>(QStringLiteral("filter"));
        filter->setText(QStringLiteral("zzz"));
        auto *clear = table.findChild<QPushButton *>(QStringLiteral("clearFilters"));
        QVERIFY(clear->isVisible());
        clear->click();
        QVERIFY(!clear->isVisible());
        QVERIFY(filter->text().isEmpty());
        QCOMPARE(table.shown(), 4);
    }

    void chipsFilterAndCanBeRemovedByKey()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        ChipBar bar(table);
        bar.setChips({ { QStringLiteral("owner"), { QStringLiteral("Daniel Berg") } } });
        QCOMPARE(printed(table), QStringLiteral("AC-10"));
        auto *chip = bar.findChild<QAbstractButton *>(QStringLiteral("chip_owner"));
        QVERIFY(chip);
        QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(table.shown(), 4);
        QVERIFY(bar.chips().isEmpty());
    }

    void cellsAndGroupsSpeak()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        QCOMPARE(table.model().index(0, 5).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Status: Ready"));
        QCOMPARE(table.model().headerData(1, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("ID, sorted ascending"));
        table.groupBy(QStringLiteral("criterion"));
        QCOMPARE(table.model().index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("CC6.1 Logical access, 2 controls, 2/2 ready"));
    }

    void filesAreTakenAsCopiesByTheRowUnderThem()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(fewSamples());
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 600);
        table.show();
        QMimeData files;
        files.setUrls({ QUrl::fromLocalFile(QStringLiteral("/a.txt")) });
        const QSignalSpy dropped(&table, &RecordTable::filesDropped);
        QWidget *viewport = table.view()->viewport();
        const QPoint at = table.view()->visualRect(table.model().index(1, 1)).center();
        const Qt::DropActions both = Qt::CopyAction | Qt::MoveAction; // with Shift a move is proposed
        QDragEnterEvent unwanted(at, both, &files, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(viewport, &unwanted);
        QVERIFY(!unwanted.isAccepted()); // nobody here would know what to do with it
        table.setTakesFiles(true);
        const QImage before = viewport->grab().toImage();
        QDragEnterEvent enter(at, both, &files, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(at, both, &files, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(viewport, &move);
        QVERIFY(move.isAccepted());
        QCOMPARE(move.dropAction(), Qt::CopyAction);
        QVERIFY(viewport->grab().toImage() != before); // the row says that it is meant
        QDropEvent drop(at, both, &files, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(viewport, &drop);
        QCOMPARE(drop.dropAction(), Qt::CopyAction); // else the file manager would delete them
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().at(1).toLongLong(), table.model().idAt(table.model().index(1, 1)));
        QVERIFY(viewport->grab().toImage() == before);
    }

    void twentyThousandRowsPaintOnlyWhatIsSeen()
    {
        TableRecords<Sample> records(sampleSpec());
        records.assign(manySamples(20000));
        RecordTable table(records, QStringLiteral("t"));
        table.resize(900, 600);
        table.show();
        QElapsedTimer timer;
        timer.start();
        table.setFilterText(QStringLiteral("7"));
        table.view()->viewport()->grab();
        qInfo("filter and repaint of 20,000 rows: %lld ms", timer.elapsed());
        table.groupBy(QStringLiteral("criterion"));
        timer.restart();
        table.setFilterText(QStringLiteral("77"));
        table.view()->viewport()->grab();
        qInfo("the same in groups: %lld ms", timer.elapsed());
        QVERIFY(table.shown() > 0);
    }

private:
    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(TestRecordTable)
#include "tst_recordtable.moc"
