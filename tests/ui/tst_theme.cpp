#include "ui/common/stylesheet.h"
#include "ui/common/theme.h"

#include <QTest>

#include <cmath>

using namespace tb;

/// Contrast ratio as WCAG 2.2 defines it (relative luminance of sRGB).
static double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textReadsOnItsGrounds_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textReadsOnItsGrounds()
    {
        QFETCH(bool, dark);
        const Theme &t = dark ? Theme::dark() : Theme::light();
        for (const QColor &ground : { t.surface, t.selection }) {
            for (const QColor &ink : { t.text, t.text2, t.text3, t.accent })
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + ground.name()));
            for (const Theme::Shades &shades : t.tones)
                QVERIFY2(contrast(shades.text, ground) >= 4.5, qPrintable(shades.text.name() + ground.name()));
        }
        for (const QColor &fill : { t.accentFill, t.dangerFill })
            QVERIFY(contrast(t.onFill, fill) >= 4.5);
        QVERIFY(contrast(t.toastText, t.toast) >= 4.5);
        QVERIFY(contrast(t.toastAction, t.toast) >= 4.5);
    }

    void statusTextReadsOnItsTint()
    {
        for (const Theme::Shades &shades : Theme::light().tones)
            QVERIFY2(contrast(shades.text, shades.tint) >= 5.25, qPrintable(shades.text.name()));
        for (const Theme::Shades &shades : Theme::dark().tones)
            QVERIFY2(contrast(shades.text, shades.tint) >= 5.95, qPrintable(shades.text.name()));
    }

    void shapesThatCarryMeaningStandOut()
    {
        for (const Theme *t : { &Theme::light(), &Theme::dark() }) {
            QVERIFY(contrast(t->field, t->surface) >= 3.0);
            for (const Tone tone : { Tone::Ok, Tone::Info, Tone::Review, Tone::Warn, Tone::Bad }) {
                QVERIFY(contrast(t->tone(tone).bar, t->surface) >= 3.0);
                QVERIFY(contrast(t->tone(tone).bar, t->selection) >= 3.0);
            }
            QVERIFY(contrast(t->tone(Tone::Neutral).bar, t->surface) >= 3.0);
        }
    }

    void selectionNeverInvertsText()
    {
        const QPalette palette = Theme::dark().palette();
        QCOMPARE(palette.color(QPalette::HighlightedText), palette.color(QPalette::Text));
    }

    void highContrastKeepsTheSystemsColours()
    {
        QPalette system(Qt::yellow, Qt::black);
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::Text, Qt::yellow);
        system.setColor(QPalette::Highlight, Qt::yellow);
        const Theme t = Theme::contrast(system);
        QCOMPARE(t.surface, QColor(Qt::black));
        QVERIFY(contrast(t.text, t.selection) >= 4.5);
        QVERIFY(contrast(t.tone(Tone::Bad).text, t.tone(Tone::Bad).tint) >= 4.5);
    }

    void theStyleSheetNamesNoTokenAnyMoreAndStaysShort()
    {
        const QString sheet = styleSheet(Theme::dark());
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.count(u'\n') < 200);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
