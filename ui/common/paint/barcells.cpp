#include "ui/common/cells.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tb {
namespace {

QRectF barIn(const QRect &rect, int height)
{
    return QRectF(rect.left(), rect.center().y() - height / 2 + 1, rect.width(), height);
}

/// One small box for each expected item, filled when collected, and "2/4" behind them.
class SlotsPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto fill = value.value<SlotsCell>();
        const QString text = QStringLiteral("%1/%2").arg(fill.have).arg(fill.want);
        const QFont font = textFont(TextStyle::Small);
        const int room = cell.rect.width() - QFontMetrics(font).horizontalAdvance(text) - 6;
        paintBoxes(painter, cell.rect, fill, room);
        drawText(painter, cell.rect, fill.want == 0 ? QStringLiteral("—") : text, font,
                 fill.have < fill.want ? theme().text : theme().text2, Qt::AlignRight);
    }

private:
    static void paintBoxes(QPainter &painter, const QRect &rect, const SlotsCell &fill, int room)
    {
        constexpr int width = 10;
        constexpr int height = 6;
        constexpr int step = 13;
        if (fill.want * step > room) { // too many for boxes: one bar of the same meaning
            if (fill.want > 0 && room > 8)
                paint::paintProgress(painter, QRectF(rect.left(), rect.center().y() - 2, room, height),
                                     static_cast<qreal>(fill.have) / fill.want, theme().tone(Tone::Ok).bar,
                                     theme().tone(Tone::Neutral).tint);
            return;
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        for (int i = 0; i < fill.want; ++i) {
            const QRectF box(rect.left() + i * step, rect.center().y() - 2, width, height);
            const bool full = i < fill.have;
            painter.setPen(full ? QPen(Qt::NoPen) : QPen(theme().field, 1));
            painter.setBrush(full ? QBrush(theme().tone(Tone::Ok).bar) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(full ? box : box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
        }
        painter.restore();
    }
};

class StackedPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        paint::paintStackedBar(painter, barIn(cell.rect, 8), barParts(value.value<TonePartList>()));
    }
};

class PeriodPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        paint::paintPeriod(painter, QRectF(cell.rect), value.value<paint::Period>(), periodColours(cell.ground));
    }
};

class ProgressPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto progress = value.value<ProgressCell>();
        QRect bar = cell.rect;
        if (!progress.text.isEmpty()) {
            const QFont font = textFont(TextStyle::Small);
            drawText(painter, cell.rect, progress.text, font, theme().text2, Qt::AlignRight);
            bar.setRight(bar.right() - std::max(32, QFontMetrics(font).horizontalAdvance(progress.text) + 8));
        }
        paint::paintProgress(painter, barIn(bar, 6), progress.fraction, theme().tone(Tone::Ok).bar,
                             theme().tone(Tone::Neutral).tint);
    }
};

template <class T> const CellPainter *shared()
{
    static const T painter;
    return &painter;
}

} // namespace

namespace cells {
const CellPainter *evidenceSlots()
{
    return shared<SlotsPainter>();
}
const CellPainter *stackedBar()
{
    return shared<StackedPainter>();
}
const CellPainter *period()
{
    return shared<PeriodPainter>();
}
const CellPainter *progress()
{
    return shared<ProgressPainter>();
}
} // namespace cells

} // namespace tb
