#include "tests/support/projects.h"
#include "ui/shell/search/searchpopup.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace tb;

namespace {

QString listed(const QList<SearchHit> &hits)
{
    QStringList lines;
    for (const SearchHit &hit : hits)
        lines.append(hit.table + QLatin1Char(' ') + hit.code);
    return lines.join(QStringLiteral("; "));
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void codesComeFirstThenTitlesThenText()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-02"), QStringLiteral("Second factor"));
        test.addControl(QStringLiteral("AC-08"), QStringLiteral("Access removed for leavers"));
        test.addControl(QStringLiteral("LV-01"), QStringLiteral("Checklist of a leaver"));
        test.addEvidence(QStringLiteral("E-0001"), QStringLiteral("Leaver list"));
        SearchIndex index;
        index.rebuild(test.project->records());
        QCOMPARE(listed(index.find(QStringLiteral("leaver"))),
                 QStringLiteral("control AC-08; control LV-01; evidence E-0001"));
        QCOMPARE(listed(index.find(QStringLiteral("ac-0"))), QStringLiteral("control AC-02; control AC-08"));
        QCOMPARE(listed(index.find(QStringLiteral("leaver access"))), QStringLiteral("control AC-08"));
        QVERIFY(index.find(QStringLiteral("nowhere")).isEmpty());
        QVERIFY(index.find(QStringLiteral("  ")).isEmpty());
    }
    void atMostFiveOfAKind()
    {
        Records records;
        for (int i = 1; i <= 20; ++i) {
            Control control;
            control.id.value = i;
            control.title = QStringLiteral("Access %1").arg(i);
            records.controls.put(control);
        }
        SearchIndex index;
        index.rebuild(records);
        QCOMPARE(index.find(QStringLiteral("access")).size(), 5);
    }
    void answersWithinAKeyStroke()
    {
        Records records;
        for (int i = 1; i <= 20'000; ++i) {
            Evidence item;
            item.id.value = i;
            item.code = QStringLiteral("E-%1").arg(i);
            item.title = QStringLiteral("Export of the access groups, week %1").arg(i);
            records.evidence.put(item);
        }
        SearchIndex index;
        index.rebuild(records);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(index.find(QStringLiteral("access groups week 19")).size(), 5);
        QVERIFY2(clock.elapsed() < 200,
                 qPrintable(QString::number(clock.elapsed()))); // a debug build on a busy machine
    }
    void enterOpensTheChosenRecordAndEscapeGivesTheFocusBack()
    {
        TestProject test;
        const ControlId id = test.addControl(QStringLiteral("AC-08"), QStringLiteral("Access removed"));
        QWidget window;
        window.resize(1100, 700);
        auto *before = new QLineEdit(&window);
        window.show();
        before->setFocus();
        SearchPopup popup(&window);
        QSignalSpy chosen(&popup, &SearchPopup::recordChosen);
        popup.open(test.project->records(), {}, QStringLiteral("removed"));
        QTest::keyClick(&popup.line(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).toLongLong(), id.value);
        QVERIFY(popup.isHidden());
        popup.open(test.project->records(), {}, {});
        QTest::keyClick(&popup.line(), Qt::Key_Escape);
        QVERIFY(popup.isHidden());
    }
    void greaterThanListsCommands()
    {
        QWidget window;
        window.resize(1100, 700);
        window.show();
        SearchPopup popup(&window);
        QAction undo(QStringLiteral("&Undo"));
        QAction redo(QStringLiteral("&Redo"));
        redo.setEnabled(false);
        QSignalSpy triggered(&undo, &QAction::triggered);
        popup.open(Records(), { &undo, &redo }, QStringLiteral(">"));
        const auto *list = popup.findChild<QListView *>(QStringLiteral("searchList"));
        QCOMPARE(list->model()->rowCount(), 2); // heading and Undo; what is off is not offered
        QTest::keyClick(&popup.line(), Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
    }
    void nothingOfTheProjectStaysInAClosedList()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-08"), QStringLiteral("CANARY title"));
        QWidget window;
        window.show();
        SearchPopup popup(&window);
        popup.open(test.project->records(), {}, QStringLiteral("canary"));
        popup.dismiss();
        const auto *list = popup.findChild<QListView *>(QStringLiteral("searchList"));
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(popup.line().text().isEmpty());
    }
    void keepsTheModelContract()
    {
        SearchListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SearchListModel::Row heading;
        heading.title = QStringLiteral("Controls");
        SearchListModel::Row record;
        record.kind = SearchListModel::Kind::Record;
        model.setRows({ heading, record }, QStringLiteral("x"));
        QVERIFY(!model.index(model.rowCount(), 0).isValid());
        QCOMPARE(model.neighbour({}, 1).row(), 1);
        QVERIFY(!model.neighbour(model.index(1), 1).isValid());
        model.setRows({}, {});
        QVERIFY(!model.index(model.rowCount(), 0).isValid());
    }
};

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
