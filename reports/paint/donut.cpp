#include "reports/paint/donut.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace tb::paint {

QList<Arc> donutArcs(const QList<qreal> &amounts)
{
    const QList<int> sixteenths = shares(amounts, 360 * 16, 2 * 16); // drawArc's own unit
    QList<Arc> arcs;
    int at = 0;
    for (const int width : sixteenths) {
        arcs << Arc { at / 16.0, width / 16.0 };
        at += width;
    }
    return arcs;
}

void paintDonut(QPainter &painter, const QRectF &box, qreal thickness, const QList<Part> &parts, const QColor &track)
{
    QList<qreal> amounts;
    for (const Part &part : parts)
        amounts << part.amount;
    const QRectF middle = box.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2);
    const auto draw = [&painter, &middle, thickness](const QColor &colour, qreal start, qreal span) {
        painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(middle, qRound((90 - start) * 16), qRound(-span * 16));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto filled = std::count_if(amounts.begin(), amounts.end(), [](qreal amount) { return amount > 0; });
    if (filled == 0)
        draw(track, 0, 360);
    const qreal gap = filled > 1 ? qRadiansToDegrees(1.5 / (middle.width() / 2)) : 0;
    const QList<Arc> arcs = donutArcs(amounts);
    for (qsizetype i = 0; i < arcs.size(); ++i) {
        if (amounts.at(i) > 0)
            draw(parts.at(i).colour, arcs.at(i).start + gap / 2, std::max(0.5, arcs.at(i).span - gap));
    }
    painter.restore();
}

} // namespace tb::paint
