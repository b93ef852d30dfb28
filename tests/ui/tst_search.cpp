#include "model/search/textindexing.h"
#include "tests/support/evidenceproject.h"
#include "tests/support/plaintextsource.h"
#include "ui/shell/search/recordcard.h"
#include "ui/shell/search/searchlookup.h"
#include "ui/shell/search/searchpopup.h"

#include <QAbstractItemModelTester>
#include <QLabel>
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
        lines.append(hit.table + QLatin1Char(' ') + (hit.inFile ? QStringLiteral("file ") : QString()) + hit.code);
    return lines.join(QStringLiteral("; "));
}

SearchHit controlHit(qint64 id, const QString &code, const QString &title)
{
    return { QStringLiteral("control"), id, code, title, false };
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void everySubjectIsFoundTheBestFirst()
    {
        EvidenceProject test;
        test.addControl(QStringLiteral("AC-02"), QStringLiteral("Second factor"));
        test.addControl(QStringLiteral("AC-08"), QStringLiteral("Access removed for leavers"));
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = QStringLiteral("A leaver keeps access");
        QVERIFY(createRecord(*test.project, risk));
        Vendor vendor;
        vendor.name = QStringLiteral("Leaver Records Ltd");
        const auto made = createRecord(*test.project, vendor);
        QVERIFY(made);
        test.addPerson(QStringLiteral("Ana Leaver"));
        QCOMPARE(tables(test, QStringLiteral("leaver")),
                 (QSet<QString> { QStringLiteral("control"), QStringLiteral("risk"), QStringLiteral("vendor"),
                                  QStringLiteral("person") }));
        const QList<SearchHit> named = find(test, QStringLiteral("leaver records"));
        QCOMPARE(named.size(), 1);
        QCOMPARE(named.first(), (SearchHit { QStringLiteral("vendor"), made.value().value, {}, vendor.name, false }));
        QCOMPARE(listed(find(test, QStringLiteral("leavers acc"))), QStringLiteral("control AC-08"));
        QVERIFY(find(test, QStringLiteral("nowhere")).isEmpty());
    }
    void aCodeThatStartsSoComesFirst()
    {
        TestProject test;
        Control about;
        about.code = QStringLiteral("CM-01");
        about.title = QStringLiteral("AC-02 and AC-02 again: what AC-02 leaves open");
        QVERIFY(createRecord(*test.project, about));
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = QStringLiteral("AC-02 fails, AC-02 is missing, AC-02");
        QVERIFY(createRecord(*test.project, risk));
        test.addControl(QStringLiteral("AC-02"), QStringLiteral("Second factor for everybody who may enter anything"));
        QCOMPARE(listed(find(test, QStringLiteral("ac-02"))),
                 QStringLiteral("control AC-02; control CM-01; risk R-01"));
    }
    void fiveOfASubjectAreNamedHoweverManyMatch()
    {
        TestProject test;
        constexpr int many = 2'000;
        const auto filled = test.project->change([&](Connection &connection) -> Status {
            for (int i = 1; i <= many; ++i) {
                Evidence item;
                item.id.value = newKey();
                item.code = QStringLiteral("E-%1").arg(i);
                item.title = QStringLiteral("Export of the access groups, week %1").arg(i);
                if (auto done = store::insert(connection, item); !done)
                    return done;
            }
            return Ok {};
        });
        QVERIFY(filled);
        test.addControl(QStringLiteral("AC-02"), QStringLiteral("Access groups"));
        const QList<SearchHit> hits = find(test, QStringLiteral("access groups"));
        QCOMPARE(hits.size(), SearchLookup::mostOfASubject + 1); // what the window's thread has to name and to draw
        QCOMPARE(tables(test, QStringLiteral("access groups")).size(), 2); // the many do not push the one out
    }
    void partsOfARecordStandBehindControlsEvidenceCriteriaAndPolicies()
    {
        EvidenceProject test;
        const QString title = QStringLiteral("Zebra"); // the shorter the better for the engine: the parts rank first
        const QString longer = QStringLiteral("Zebra crossings are swept by whoever walks there each day of the year");
        Policy policy;
        policy.title = longer;
        policy.code = QStringLiteral("P-77");
        const auto made = createRecord(*test.project, policy);
        QVERIFY(made);
        PolicyRequirement requirement;
        requirement.policy = made.value();
        requirement.number = QStringLiteral("1.1");
        requirement.title = title;
        QVERIFY(createRecord(*test.project, requirement));
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = title;
        QVERIFY(createRecord(*test.project, risk));
        QVERIFY(test.attach({ test.file(QStringLiteral("zebra crossings are swept.txt"), "once") }));
        test.addControl(QStringLiteral("AC-02"), longer);
        QStringList order;
        for (const SearchHit &hit : find(test, QStringLiteral("zebra")))
            order.append(hit.table);
        QCOMPARE(order,
                 QStringList({ QStringLiteral("control"), QStringLiteral("evidence"), QStringLiteral("policy"),
                               QStringLiteral("risk"), QStringLiteral("policy_requirement") }));
    }
    void theTextOfEvidenceIsFoundAndOnlyTheLastQuestionIsAnswered()
    {
        EvidenceProject test;
        QVERIFY(test.attach({ test.file(QStringLiteral("a.txt"), "minutes of the pelican review") }));
        PlainTextSource source;
        QVERIFY(indexTexts(test.project->storage(), source, test.job));
        QThreadPool pool;
        SearchLookup lookup(*test.project, pool);
        QSignalSpy found(&lookup, &SearchLookup::found);
        lookup.ask(QStringLiteral("pel"));
        lookup.ask(QStringLiteral("peli"));
        QVERIFY(found.isEmpty()); // nothing is looked up in the caller's thread
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().at(0).toString(), QStringLiteral("peli"));
        const auto hits = found.first().at(1).value<QList<SearchHit>>();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first(),
                 (SearchHit { QStringLiteral("evidence"), test.item(0).id.value, test.item(0).code,
                              QStringLiteral("minutes of the pelican review"), true }));
        lookup.ask(QStringLiteral("nowhere"));
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(found.last().at(1).value<QList<SearchHit>>().isEmpty());
    }
    void enterOpensTheChosenRecordAndEscapeGivesTheFocusBack()
    {
        Window w;
        QSignalSpy chosen(&w.popup, &SearchPopup::recordChosen);
        w.popup.open({}, QStringLiteral("removed"));
        w.popup.showHits(QStringLiteral("removed"),
                         { controlHit(42, QStringLiteral("AC-08"), QStringLiteral("Access removed")) });
        QTest::keyClick(&w.popup.line(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).toLongLong(), 42);
        QVERIFY(w.popup.isHidden());
        w.popup.open({}, {});
        QTest::keyClick(&w.popup.line(), Qt::Key_Escape);
        QVERIFY(w.popup.isHidden());
        QVERIFY(w.before->hasFocus());
    }
    void controlEnterOpensAndKeepsTheList()
    {
        Window w;
        QSignalSpy chosen(&w.popup, &SearchPopup::recordChosen);
        w.popup.open({}, QStringLiteral("access"));
        w.popup.showHits(QStringLiteral("access"),
                         { controlHit(1, QStringLiteral("AC-01"), QStringLiteral("Access granted")),
                           controlHit(2, QStringLiteral("AC-02"), QStringLiteral("Access removed")) });
        connect(&w.popup, &SearchPopup::recordChosen, w.before, [&w] { w.before->setFocus(); }); // as a pane does
        QTest::keyClick(&w.popup.line(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!w.popup.isHidden());
        QVERIFY(w.popup.line().hasFocus());
        QTest::keyClick(&w.popup.line(), Qt::Key_Down);
        QTest::keyClick(&w.popup.line(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.at(0).at(1).toLongLong(), 1);
        QCOMPARE(chosen.at(1).at(1).toLongLong(), 2);
        QCOMPARE(w.popup.line().text(), QStringLiteral("access"));
    }
    void anEnterBeforeTheAnswerWaitsForIt()
    {
        Window w;
        QSignalSpy chosen(&w.popup, &SearchPopup::recordChosen);
        w.popup.open({}, QStringLiteral("acc"));
        w.popup.showHits(QStringLiteral("acc"), { controlHit(1, QStringLiteral("AC-01"), QStringLiteral("Account")) });
        w.popup.line().setText(QStringLiteral("access"));
        QTest::keyClick(&w.popup.line(), Qt::Key_Return);
        QVERIFY(chosen.isEmpty()); // the row that is shown was for something else
        w.popup.showHits(QStringLiteral("acc"), { controlHit(1, QStringLiteral("AC-01"), QStringLiteral("Account")) });
        QVERIFY(chosen.isEmpty());
        w.popup.showHits(QStringLiteral("access"),
                         { controlHit(2, QStringLiteral("AC-02"), QStringLiteral("Access")) });
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).toLongLong(), 2);
        QVERIFY(w.popup.isHidden());
    }
    void rowsStandUnderTheNameOfTheirSubject()
    {
        Window w;
        w.popup.setLook([](const SearchHit &hit) {
            return StatusLook { Glyph::TickDisc, Tone::Ok, QStringLiteral("look of %1").arg(hit.code) };
        });
        w.popup.open({}, QStringLiteral("leaver"));
        w.popup.showHits(
            QStringLiteral("leaver"),
            { controlHit(1, QStringLiteral("AC-08"), QStringLiteral("Leavers")),
              { QStringLiteral("risk"), 2, QStringLiteral("R-01"), QStringLiteral("Leaver"), false },
              { QStringLiteral("evidence"), 3, QStringLiteral("E-01"), QStringLiteral("…leaver…"), true } });
        const QAbstractItemModel &rows = *w.list()->model();
        QStringList titles;
        for (int row = 0; row < rows.rowCount(); ++row)
            titles.append(rows.index(row, 0).data(SearchListModel::TitleRole).toString());
        QCOMPARE(titles,
                 QStringList({ QStringLiteral("Controls"), QStringLiteral("Leavers"), QStringLiteral("Risks"),
                               QStringLiteral("Leaver"), QStringLiteral("In files"), QStringLiteral("…leaver…") }));
        const auto look
            = [&](int row) { return rows.index(row, 0).data(SearchListModel::LookRole).value<StatusLook>(); };
        QCOMPARE(look(1).text, QStringLiteral("look of AC-08"));
        QCOMPARE(look(5), StatusLook()); // the text of a file has no status
    }
    void greaterThanListsCommands()
    {
        Window w;
        QAction undo(QStringLiteral("&Undo"));
        QAction redo(QStringLiteral("&Redo"));
        redo.setEnabled(false);
        QSignalSpy triggered(&undo, &QAction::triggered);
        QSignalSpy asked(&w.popup, &SearchPopup::asked);
        w.popup.open({ &undo, &redo }, QStringLiteral(">"));
        QCOMPARE(asked.last().first().toString(), QString());
        QCOMPARE(w.list()->model()->rowCount(), 2); // heading and Undo; what is off is not offered
        QTest::keyClick(&w.popup.line(), Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
    }
    void nothingOfTheProjectStaysInAClosedList()
    {
        Window w;
        w.popup.open({}, QStringLiteral("canary"));
        w.popup.showHits(QStringLiteral("canary"),
                         { controlHit(1, QStringLiteral("AC-08"), QStringLiteral("CANARY title")) });
        w.popup.dismiss();
        w.popup.showHits(QString(), { controlHit(1, QStringLiteral("AC-08"), QStringLiteral("CANARY title")) });
        QCOMPARE(w.list()->model()->rowCount(), 0);
        QVERIFY(w.popup.line().text().isEmpty());
    }
    void aSubjectWithoutAPaneHasACardThatLeadsOn()
    {
        TestProject test;
        const PersonId owner = test.addPerson(QStringLiteral("Ana Reyes"));
        const ControlId control = test.addControl(QStringLiteral("AC-08"), QStringLiteral("Access removed"));
        Risk risk;
        risk.code = QStringLiteral("R-01");
        risk.title = QStringLiteral("A leaver keeps access");
        risk.owner = owner;
        const auto id = createRecord(*test.project, risk);
        QVERIFY(id);
        QVERIFY(setLinks(*test.project, riskControl, { id.value().value }, { control.value }, true));
        RecordCard card(test.project->records(), QStringLiteral("risk"), id.value().value);
        card.setAttribute(Qt::WA_DeleteOnClose, false);
        card.show();
        QStringList shown;
        for (const QLabel *label : card.findChildren<QLabel *>())
            shown.append(label->text());
        QVERIFY2(shown.contains(QStringLiteral("Risk")), qPrintable(shown.join(u'|')));
        QVERIFY2(shown.contains(QStringLiteral("R-01 A leaver keeps access")), qPrintable(shown.join(u'|')));
        QSignalSpy asked(&card, &RecordCard::recordAsked);
        const auto link = [&card](const QString &table, qint64 key) -> QAbstractButton * {
            for (QAbstractButton *button : card.findChildren<QAbstractButton *>()) {
                if (button->property("tbRecord").toString() == QStringLiteral("%1/%2").arg(table).arg(key))
                    return button;
            }
            return nullptr;
        };
        QVERIFY(link(QStringLiteral("person"), owner.value)); // what a field names
        QVERIFY(link(QStringLiteral("control"), control.value)); // what it is linked to
        link(QStringLiteral("control"), control.value)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).toLongLong(), control.value);
        QVERIFY(!card.isVisible());
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

private:
    /// A window with something that has the focus, and the list over it.
    struct Window
    {
        QWidget window;
        QLineEdit *before = new QLineEdit(&window);
        SearchPopup popup { &window };

        Window()
        {
            window.resize(1100, 700);
            window.show();
            if (!QTest::qWaitForWindowActive(&window))
                qFatal("no active window");
            before->setFocus();
        }
        QListView *list() const { return popup.findChild<QListView *>(QStringLiteral("searchList")); }
    };
    static QList<SearchHit> find(TestProject &test, const QString &text)
    {
        QThreadPool pool;
        SearchLookup lookup(*test.project, pool);
        QSignalSpy found(&lookup, &SearchLookup::found);
        lookup.ask(text);
        if (!QTest::qWaitFor([&found] { return !found.isEmpty(); }, 60'000))
            qFatal("no answer");
        return found.first().at(1).value<QList<SearchHit>>();
    }
    static QSet<QString> tables(TestProject &test, const QString &text)
    {
        QSet<QString> all;
        for (const SearchHit &hit : find(test, text))
            all.insert(hit.table);
        return all;
    }
};

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
