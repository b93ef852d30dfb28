#include "model/search/textindexing.h"
#include "tests/support/evidenceproject.h"
#include "tests/support/plaintextsource.h"
#include "ui/shell/search/searchpopup.h"

#include <QAbstractItemModelTester>
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
    void findsAFewAmongManyThatMatch()
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
        QCOMPARE(index.find(QStringLiteral("access groups week 19")).size(), 5);
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
        popup.showTexts(QStringLiteral("canary"), { { 1, QStringLiteral("E-1"), QStringLiteral("CANARY text") } });
        popup.dismiss();
        const auto *list = popup.findChild<QListView *>(QStringLiteral("searchList"));
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(popup.line().text().isEmpty());
    }
    void textsOfFilesJoinTheList()
    {
        TestProject test;
        test.addControl(QStringLiteral("AC-08"), QStringLiteral("Pelican control"));
        QWidget window;
        window.resize(1100, 700);
        window.show();
        SearchPopup popup(&window);
        QSignalSpy asked(&popup, &SearchPopup::textsAsked);
        QSignalSpy chosen(&popup, &SearchPopup::recordChosen);
        popup.open(test.project->records(), {}, QStringLiteral("pelican"));
        QVERIFY(!asked.isEmpty());
        QCOMPARE(asked.last().first().toString(), QStringLiteral("pelican"));
        const auto *list = popup.findChild<QListView *>(QStringLiteral("searchList"));
        const int before = list->model()->rowCount();
        const TextHit hit { 42, QStringLiteral("E-0001"), QStringLiteral("…the pelican review…") };
        popup.showTexts(QStringLiteral("pelic"), { hit }); // an answer to what was typed before
        QCOMPARE(list->model()->rowCount(), before);
        popup.showTexts(QStringLiteral("pelican"), { hit });
        QCOMPARE(list->model()->rowCount(), before + 2); // a heading and the file
        QCOMPARE(list->currentIndex().data(SearchListModel::CodeRole).toString(), QStringLiteral("AC-08"));
        QTest::keyClick(&popup.line(), Qt::Key_Down);
        QTest::keyClick(&popup.line(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).toString(), QStringLiteral("evidence"));
        QCOMPARE(chosen.first().at(1).toLongLong(), 42);
        popup.showTexts(QString(), { hit });
        QCOMPARE(list->model()->rowCount(), 0); // closed: nothing comes in late
        popup.open(test.project->records(), {}, QStringLiteral("pelican"));
        popup.showTexts(QStringLiteral("pelican"), { hit });
        popup.line().setText(QStringLiteral(">"));
        QCOMPARE(asked.last().first().toString(), QString());
        QVERIFY(list->model()->rowCount() <= 1);
    }
    void theTextOfEvidenceIsLookedUpOffTheThread()
    {
        EvidenceProject test;
        QVERIFY(test.attach({ test.file(QStringLiteral("a.txt"), "minutes of the pelican review") }));
        PlainTextSource source;
        QVERIFY(indexTexts(test.project->storage(), source, test.job));
        QThreadPool pool;
        TextLookup lookup(*test.project, pool);
        QSignalSpy found(&lookup, &TextLookup::found);
        lookup.ask(QStringLiteral("pel"));
        lookup.ask(QStringLiteral("peli"));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().at(0).toString(), QStringLiteral("peli"));
        const auto hits = found.first().at(1).value<QList<TextHit>>();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(
            hits.first(),
            (TextHit { test.item(0).id.value, test.item(0).code, QStringLiteral("minutes of the pelican review") }));
        lookup.ask(QStringLiteral("nowhere"));
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(found.last().at(1).value<QList<TextHit>>().isEmpty());
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
