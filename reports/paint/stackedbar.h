#pragma once

#include <QColor>
#include <QList>
#include <QRectF>

class QPainter;

namespace tb::paint {

/// One part of a stacked bar or donut: how many, in which colour.
struct Part
{
    qreal amount = 0;
    QColor colour;
};

/// Shares @p space whole units among @p amounts by largest remainder; every amount above zero gets at least @p least
/// where there is room for that. The sum is @p space unless all amounts are zero.
QList<int> shares(const QList<qreal> &amounts, int space, int least);

/// Parts side by side over the whole of @p bar, 1 unit apart, whole units wide, ends clipped to radius 2.
void paintStackedBar(QPainter &painter, const QRectF &bar, const QList<Part> &parts);

/// A fraction of 0 to 1 on a track.
void paintProgress(QPainter &painter, const QRectF &bar, qreal fraction, const QColor &fill, const QColor &track);

} // namespace tb::paint
