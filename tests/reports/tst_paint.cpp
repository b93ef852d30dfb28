#include "reports/paint/donut.h"
#include "reports/paint/glyph.h"
#include "reports/paint/periodbar.h"
#include "reports/paint/stackedbar.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <numeric>

using namespace tb::paint;

class TestPaint : public QObject
{
    Q_OBJECT

private slots:
    void sharesFillTheSpaceAndKeepSmallPartsVisible()
    {
        QCOMPARE(shares({ 1, 1, 1 }, 10, 0), (QList<int> { 4, 3, 3 }));
        QCOMPARE(shares({ 1, 0, 999 }, 100, 3), (QList<int> { 3, 0, 97 }));
        QCOMPARE(shares({ 0, 0 }, 100, 3), (QList<int> { 0, 0 }));
        const QList<int> many = shares(QList<qreal>(200, 1), 100, 3); // no room for the least width
        QCOMPARE(std::accumulate(many.begin(), many.end(), 0), 100);
    }

    void arcsGoRoundOnce()
    {
        const QList<Arc> arcs = donutArcs({ 1, 0, 3, 1000 });
        QCOMPARE(arcs.at(0).start, 0.0);
        QVERIFY(arcs.at(0).span >= 2.0 && arcs.at(2).span >= 2.0);
        QCOMPARE(arcs.at(1).span, 0.0);
        QCOMPARE(arcs.at(3).start + arcs.at(3).span, 360.0);
    }

    void aDateLiesBetweenTheWindowsEnds()
    {
        const Period window { QDate(2025, 1, 1), QDate(2025, 12, 31), {}, {}, {} };
        QCOMPARE(window.x(QDate(2025, 1, 1), 10, 365), 10.0);
        QCOMPARE(window.x(QDate(2025, 1, 11), 10, 365), 20.0);
        QCOMPARE(window.x(QDate(2026, 1, 1), 10, 365), 375.0); // the day after the last is the right edge
        QCOMPARE(window.x(QDate(2024, 1, 1), 10, 365), 10.0);
        QCOMPARE(window.x(QDate(2030, 1, 1), 10, 365), 375.0);
    }

    void everyGlyphHasItsOwnShape()
    {
        QList<QImage> seen;
        for (int value = static_cast<int>(Glyph::DashedRing); value <= static_cast<int>(Glyph::Dash); ++value) {
            QImage image(28, 28, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintGlyph(painter, QRectF(0, 0, 28, 28), static_cast<Glyph>(value), Qt::black, Qt::white);
            painter.end();
            for (const QImage &other : seen)
                QVERIFY2(image != other, qPrintable(QString::number(value)));
            seen << image;
        }
        QCOMPARE(seen.size(), 16);
    }
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"
