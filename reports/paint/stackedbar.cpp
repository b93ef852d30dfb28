#include "reports/paint/stackedbar.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace tb::paint {
namespace {

/// Takes what the enlarged small parts need from the largest ones.
void raiseSmallParts(QList<int> &widths, const QList<qreal> &amounts, int least)
{
    for (qsizetype i = 0; i < widths.size(); ++i) {
        while (amounts.at(i) > 0 && widths.at(i) < least) {
            const auto widest = std::max_element(widths.begin(), widths.end());
            if (*widest <= least)
                return;
            --*widest;
            ++widths[i];
        }
    }
}

} // namespace

QList<int> shares(const QList<qreal> &amounts, int space, int least)
{
    const qreal total = std::accumulate(amounts.begin(), amounts.end(), 0.0);
    QList<int> widths(amounts.size(), 0);
    if (total <= 0 || space <= 0)
        return widths;
    QList<qsizetype> byRemainder(amounts.size());
    std::iota(byRemainder.begin(), byRemainder.end(), 0);
    QList<qreal> remainder(amounts.size());
    int left = space;
    for (qsizetype i = 0; i < amounts.size(); ++i) {
        const qreal exact = amounts.at(i) * space / total;
        widths[i] = static_cast<int>(exact);
        remainder[i] = exact - widths.at(i);
        left -= widths.at(i);
    }
    std::stable_sort(byRemainder.begin(), byRemainder.end(),
                     [&remainder](qsizetype a, qsizetype b) { return remainder.at(a) > remainder.at(b); });
    for (qsizetype i = 0; left > 0; i = (i + 1) % byRemainder.size(), --left)
        ++widths[byRemainder.at(i)];
    raiseSmallParts(widths, amounts, least);
    return widths;
}

void paintStackedBar(QPainter &painter, const QRectF &bar, const QList<Part> &parts)
{
    QList<qreal> amounts;
    for (const Part &part : parts) {
        if (part.amount > 0)
            amounts << part.amount;
    }
    const int gaps = std::max(0, static_cast<int>(amounts.size()) - 1);
    const QList<int> widths = shares(amounts, static_cast<int>(bar.width()) - gaps, 3);
    painter.save();
    QPainterPath ends;
    ends.addRoundedRect(bar, 2, 2);
    painter.setClipPath(ends, Qt::IntersectClip);
    qreal x = bar.left();
    qsizetype next = 0;
    for (const Part &part : parts) {
        if (part.amount <= 0)
            continue;
        const int width = widths.at(next++);
        painter.fillRect(QRectF(x, bar.top(), width, bar.height()), part.colour);
        x += width + 1;
    }
    painter.restore();
}

void paintProgress(QPainter &painter, const QRectF &bar, qreal fraction, const QColor &fill, const QColor &track)
{
    painter.save();
    QPainterPath ends;
    ends.addRoundedRect(bar, 2, 2);
    painter.setClipPath(ends, Qt::IntersectClip);
    painter.fillRect(bar, track);
    const qreal width = std::clamp(fraction, 0.0, 1.0) * bar.width();
    if (width > 0)
        painter.fillRect(QRectF(bar.left(), bar.top(), std::max(3.0, width), bar.height()), fill);
    painter.restore();
}

} // namespace tb::paint
