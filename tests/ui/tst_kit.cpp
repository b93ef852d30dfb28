#include "ui/common/appearance.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/cells.h"
#include "ui/common/choicebox.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/inspectorframe.h"
#include "ui/common/metrics.h"
#include "ui/common/pickdialog.h"
#include "ui/common/picklist.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/toast.h"
#include "ui/common/valuepicker.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFocusFrame>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRawFont>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tb;

class TestKit : public QObject
{
    Q_OBJECT

private slots:
    void aNarrowProblemStripShowsItsWholeSentence()
    {
        QWidget panel;
        auto *column = new QVBoxLayout(&panel);
        auto *strip = new ProblemStrip;
        column->addWidget(strip);
        column->addStretch();
        panel.resize(336, 600);
        panel.show();
        strip->setProblem(QStringLiteral("This project is open in another window, or somebody else is working in it."),
                          QStringLiteral("Open read-only"));
        const auto *sentence = strip->findChild<QLabel *>();
        QTRY_VERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
        QVERIFY(strip->rect().contains(sentence->geometry()));
        QVERIFY(sentence->width() > 200);
    }
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }

    void codeIsReadLetterByLetter()
    {
        const QFont font = textFont(TextStyle::Mono);
        const QString code = QStringLiteral("<!-- a != b --> 0x1f");
        QTextLayout layout(code, font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        const QList<QGlyphRun> runs = layout.glyphRuns();
        QCOMPARE(runs.size(), 1);
        // A font that joins "-->" to an arrow would show what is not in the file.
        QCOMPARE(runs.first().glyphIndexes(), QRawFont::fromFont(font).glyphIndexesForString(code));
    }

    void theBundledFontsAreThereAndUsed()
    {
        QVERIFY(QFontDatabase::families().contains(QStringLiteral("Inter")));
        QVERIFY(QFontDatabase::families().contains(QStringLiteral("JetBrains Mono")));
        QCOMPARE(QApplication::font().family(), QStringLiteral("Inter"));
        QCOMPARE(textFont(TextStyle::RecordTitle).weight(), QFont::DemiBold);
    }

    void heightsFollowTheTextSize()
    {
        m_appearance->setTextSize(13);
        QCOMPARE(metrics::row(), 30);
        QCOMPARE(metrics::control(), 28);
        const int row = metrics::row();
        m_appearance->setTextSize(17);
        QVERIFY(metrics::row() > row);
        m_appearance->setTextSize(13);
        QCOMPARE(metrics::row(), row);
    }

    void aSwitchRecoloursIconsInPlace()
    {
        m_appearance->setMode(Appearance::Mode::Light);
        const QIcon same = icon(QStringLiteral("lock"), Ink::Text);
        const auto darkest = [&same] {
            const QImage image = same.pixmap(QSize(32, 32)).toImage();
            int solid = 0;
            int lightness = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (qAlpha(image.pixel(x, y)) > 250) {
                        ++solid;
                        lightness += QColor(image.pixel(x, y)).lightness();
                    }
                }
            }
            return solid ? lightness / solid : -1;
        };
        const int light = darkest();
        QVERIFY(light >= 0 && light < 80);
        m_appearance->setMode(Appearance::Mode::Dark);
        QVERIFY(darkest() > 180);
        m_appearance->setMode(Appearance::Mode::Light);
    }

    void anIconButtonHasANameAndATooltipWithItsShortcut()
    {
        const std::unique_ptr<QToolButton> button(
            makeIconButton(QStringLiteral("x"), QStringLiteral("Close"), QKeySequence(Qt::Key_F9)));
        QCOMPARE(button->accessibleName(), QStringLiteral("Close"));
        QCOMPARE(button->toolTip(), QStringLiteral("Close (F9)"));
    }

    void theSafeAnswerHasTheFocus()
    {
        ConfirmDialog dialog({ QStringLiteral("Erase 3 files for good?"), QStringLiteral("Gone."),
                               QStringLiteral("Erase 3 files"), QStringLiteral("Keep files"), true });
        dialog.open();
        QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("confirmKeep"));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
        dialog.open();
        dialog.findChild<QPushButton *>(QStringLiteral("confirmAction"))->click();
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void aToastCountsStopsUnderTheFocusAndUndoes()
    {
        QWidget pane;
        pane.resize(600, 300);
        Toast toast(&pane);
        pane.show();
        toast.showMessage(QStringLiteral("4 controls changed"), QStringLiteral("Undo"));
        QVERIFY(toast.isCounting());
        auto *undo = toast.findChild<QPushButton *>(QStringLiteral("toastAction"));
        QFocusEvent arrives(QEvent::FocusIn, Qt::TabFocusReason);
        QCoreApplication::sendEvent(undo, &arrives);
        QVERIFY(!toast.isCounting());
        QSignalSpy clicked(&toast, &Toast::actionClicked);
        undo->click();
        QCOMPARE(clicked.count(), 1);
        QVERIFY(!toast.isVisible());
    }

    void theSafeAnswerIsFramedBeforeAnyKey()
    {
        ConfirmDialog dialog({ QStringLiteral("Erase 3 files for good?"), QStringLiteral("Gone."),
                               QStringLiteral("Erase 3 files"), QStringLiteral("Keep files"), true });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto framed = [&dialog]() -> const QWidget * {
            const auto *frame = dialog.findChild<QFocusFrame *>();
            return frame && frame->isVisible() ? frame->widget() : nullptr;
        };
        QTRY_VERIFY(framed() && framed()->objectName() == QLatin1String("confirmKeep"));
    }

    void aToastFloatsOverItsGroundAndFollowsIt()
    {
        QWidget pane;
        pane.resize(600, 300);
        auto *column = new QVBoxLayout(&pane);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto *table = new QWidget;
        auto *bar = new QWidget;
        bar->setFixedHeight(44);
        bar->hide();
        column->addWidget(table, 1);
        column->addWidget(bar);
        Toast toast(&pane);
        toast.setGround(table);
        pane.show();
        toast.showMessage(QStringLiteral("4 controls changed"), QStringLiteral("Undo"));
        bar->show(); // as the bulk bar does, after the toast
        QTRY_COMPARE(toast.geometry().bottom() + 16, table->geometry().bottom());
        QVERIFY(!toast.geometry().intersects(bar->geometry()));
        toast.setGround(nullptr);
        QCOMPARE(toast.geometry().bottom() + 16, pane.rect().bottom());
    }

    void aLongToastKeepsItsButtonsInThePane()
    {
        QWidget pane;
        pane.resize(400, 300);
        Toast toast(&pane);
        pane.show();
        const QString sentence = QStringLiteral("Control AC-01: title changed from this to that ").repeated(9);
        toast.showMessage(sentence, QStringLiteral("Undo"));
        QVERIFY(pane.rect().contains(toast.geometry()));
        QCOMPARE(toast.text(), sentence);
        QCOMPARE(toast.accessibleName(), sentence); // read whole
        auto *undo = toast.findChild<QPushButton *>(QStringLiteral("toastAction"));
        QCOMPARE(toast.focusProxy(), undo);
        toast.showMessage(sentence, {});
        QVERIFY(toast.focusProxy() != undo); // no focus on what is not there
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        ConfirmDialog dialog({ QStringLiteral("Erase 3 files for good?"), QStringLiteral("Gone."),
                               QStringLiteral("Erase 3 files"), QStringLiteral("Keep files"), true });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *erase = dialog.findChild<QPushButton *>(QStringLiteral("confirmAction"));
        erase->setFocus(Qt::TabFocusReason);
        QTest::keyClick(erase, Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(!dialog.isVisible());
    }

    void enterInTheSearchTurnsOverWhatWasFound()
    {
        PickDialog dialog(QStringLiteral("Evidence of AC-01"), QStringLiteral("Link"),
                          { { 7, QStringLiteral("E-0001"), QStringLiteral("Access list"), Qt::Unchecked },
                            { 8, QStringLiteral("E-0012"), QStringLiteral("Backup log"), Qt::Unchecked } });
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy picked(&dialog, &PickDialog::picked);
        auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("pickSearch"));
        search->setText(QStringLiteral("backup"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.findChild<PickList *>()->item(1)->checkState(), Qt::Checked);
        search->clear();
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().at(0).value<QList<qint64>>(), QList<qint64> { 8 });
    }

    void aPickedRowIsTurnedOverByClickAndBySpace()
    {
        PickDialog dialog(QStringLiteral("Evidence of AC-01"), QStringLiteral("Link"),
                          { { 7, QStringLiteral("E-0001"), QStringLiteral("Access list"), Qt::PartiallyChecked },
                            { 8, QStringLiteral("E-12"), QStringLiteral("Backup log"), Qt::Unchecked } });
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *list = dialog.findChild<PickList *>();
        QCOMPARE(list->sizeHintForRow(0), metrics::row());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(1)).center()); // on the title, not on the box
        QCOMPARE(list->item(1)->checkState(), Qt::Checked);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(list->item(0)->checkState(), Qt::Checked); // what some have, all get
        QTest::keyClick(list, Qt::Key_Space);
        auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("pickSearch"));
        search->setText(QStringLiteral("e-12"));
        QVERIFY(list->item(0)->isHidden() && !list->item(1)->isHidden()); // by code as well as by title
        QSignalSpy picked(&dialog, &PickDialog::picked);
        dialog.findChild<QPushButton *>(QStringLiteral("pickAgree"))->click();
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().at(0).value<QList<qint64>>(), QList<qint64> { 8 });
        QCOMPARE(picked.first().at(1).value<QList<qint64>>(), QList<qint64> { 7 });
    }

    void theNoteBelowTheChoicesShowsAllOfItself()
    {
        QWidget window;
        window.resize(500, 500);
        ChoiceBox box({ { 1, QStringLiteral("Not started"), {} }, { 2, QStringLiteral("In progress"), {} } }, &window);
        box.resize(104, metrics::control());
        const QString note = QStringLiteral("Shown as Gap: no occurrence for the quarter that ended on 31 March 2026, "
                                            "and evidence for the quarter before is missing");
        box.setNote(note);
        window.show();
        box.showPopup();
        const QAbstractItemView &list = *box.view();
        const QModelIndex last = box.model()->index(box.count() - 1, 0);
        const QRect place = list.visualRect(last);
        QVERIFY(list.viewport()->rect().contains(place));
        const QRect lines = QFontMetrics(textFont(TextStyle::Small))
                                .boundingRect(QRect(0, 0, place.width() - 20, 1000), Qt::TextWordWrap, note);
        QVERIFY2(lines.height() + 4 <= place.height(), qPrintable(QString::number(place.height())));
        box.hidePopup();
    }

    void timeLeftIsToldOnlyWhenItIsKnown()
    {
        QVERIFY(remainingTime(500, 500).isEmpty());
        QVERIFY(remainingTime(60000, 5).isEmpty());
        QCOMPARE(remainingTime(10000, 333), QStringLiteral("About 20 s"));
        QCOMPARE(remainingTime(60000, 250), QStringLiteral("About 3 min"));
    }

    void whatDoesNotFitIsUnderMore()
    {
        BulkBar bar;
        QAction first(QStringLiteral("Status"));
        QAction second(QStringLiteral("Link evidence to these controls"));
        bar.addAction(&first);
        bar.addAction(&second);
        bar.setCount(1);
        QVERIFY(bar.isHidden()); // one row is no bulk
        bar.resize(900, 44);
        bar.setCount(4);
        QVERIFY(!bar.isHidden());
        const auto menu = [&bar] { return bar.findChild<QMenu *>(); };
        QVERIFY(menu()->isEmpty());
        bar.resize(380, 44);
        QTRY_COMPARE(menu()->actions(), QList<QAction *> { &second });
    }

    void aNarrowInspectorTakesTheCountsOffItsTabsAndHidesNone()
    {
        InspectorFrame frame;
        for (const char *title : { "Details", "Evidence", "Tests", "Notes", "Activity" })
            frame.addTab(QLatin1String(title), new QWidget);
        frame.setHeading(QStringLiteral("AC-04"), {}, QStringLiteral("Administrators"));
        frame.setTabCount(1, QStringLiteral("12/24"));
        frame.show();
        auto *tabs = frame.findChild<QTabBar *>();
        const auto shown = [&](int width) {
            frame.resize(width, 600);
            for (const QToolButton *arrow : tabs->findChildren<QToolButton *>()) {
                if (arrow->isVisible())
                    return QStringLiteral("arrows");
            }
            return tabs->tabText(1);
        };
        QCOMPARE(shown(520), QStringLiteral("Evidence  12/24"));
        QCOMPARE(shown(320), QStringLiteral("Evidence"));
        QCOMPARE(tabs->tabToolTip(1), QStringLiteral("Evidence  12/24"));
        QCOMPARE(shown(280), QStringLiteral("Evidence"));
        QVERIFY(tabs->tabRect(4).right() < tabs->width());
        QCOMPARE(shown(520), QStringLiteral("Evidence  12/24"));
        QCOMPARE(tabs->tabToolTip(1), QString());
    }

    void anInspectorWithoutARecordShowsNothingOfTheLastOne()
    {
        InspectorFrame frame;
        auto *field = new QLineEdit(QStringLiteral("of AC-04"));
        frame.addTab(QStringLiteral("Details"), field);
        frame.addTab(QStringLiteral("Notes"), new QWidget);
        frame.resize(320, 600);
        frame.show();
        frame.setHeading(QStringLiteral("AC-04"), {}, QStringLiteral("Administrators"));
        frame.setBadge({ Glyph::Triangle, Tone::Bad, QStringLiteral("Exception") }, QStringLiteral("of a test"));
        QVERIFY(field->isVisible());
        frame.setNothing(QStringLiteral("No control selected"), QStringLiteral("Select a row."));
        const auto *nothing = frame.findChild<EmptyState *>();
        QVERIFY(nothing->isVisible());
        QCOMPARE(nothing->accessibleName(), QStringLiteral("No control selected"));
        QVERIFY(!field->isVisible());
        QVERIFY(!frame.findChild<QTabBar *>()->isVisible());
        QVERIFY(!frame.findChild<QWidget *>(QStringLiteral("badge"))->isVisible());
        frame.setHeading(QStringLiteral("AC-05"), {}, QStringLiteral("Customer data"));
        QVERIFY(field->isVisible());
        QVERIFY(!nothing->isVisible());
    }

    void aLongFieldsTextLeavesItsFrameWhole()
    {
        QPlainTextEdit text;
        text.resize(200, 100);
        text.show();
        QVERIFY(text.viewport()->x() >= 2); // the frame of what has the focus is two pixels
        QVERIFY(text.viewport()->geometry().right() <= text.width() - 3);
    }

    void aValueIsPickedByAClickAnywhereOnItsRow()
    {
        QPointer<ValuePicker> picker = new ValuePicker({ QString(), QStringLiteral("Ready") }, { 3, 4 }, {});
        QSignalSpy chosen(picker, &ValuePicker::chosenChanged);
        picker->show();
        auto *list = picker->findChild<PickList *>();
        QCOMPARE(list->item(1)->text(), QStringLiteral("Ready  (4)"));
        const QRect row = list->visualItemRect(list->item(1));
        QVERIFY(row.height() >= metrics::row());
        QVERIFY(list->viewport()->rect().contains(row)); // no need to scroll for two values
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 4, row.center().y()));
        QCOMPARE(chosen.last().first().toStringList(), QStringList { QStringLiteral("Ready") });
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(chosen.last().first().toStringList(), QStringList({ QString(), QStringLiteral("Ready") }));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(!picker);
    }

    void detailsStayClosedUntilAskedFor()
    {
        ProblemStrip strip;
        strip.setProblem(QStringLiteral("The disk is full."), {}, QStringLiteral("ENOSPC"));
        QVERIFY(strip.isVisible());
        QCOMPARE(strip.accessibleName(), QStringLiteral("The disk is full."));
        strip.clear();
        QVERIFY(!strip.isVisible());
    }

private:
    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(TestKit)
#include "tst_kit.moc"
