#include "ui/common/appearance.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/icons.h"
#include "ui/common/metrics.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/toast.h"

#include <QAction>
#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
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
