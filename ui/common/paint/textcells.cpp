#include "ui/common/cells.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tb {
namespace {

QColor inkOfCell(const CellContext &cell)
{
    return !cell.enabled ? theme().field : cell.secondary ? theme().text2 : theme().text;
}

class TextPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &) const override
    {
        drawText(painter, cell.rect, cell.text, cell.font, inkOfCell(cell), cell.alignment);
    }
};

class MonoPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &) const override
    {
        drawText(painter, cell.rect, cell.text, textFont(TextStyle::Mono), inkOfCell(cell), cell.alignment);
    }
};

class StatusPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto look = value.value<StatusLook>();
        const QRect rest = drawGlyph(painter, cell.rect, look.glyph, look.tone, cell.ground);
        drawText(painter, rest, look.text.isEmpty() ? cell.text : look.text, textFont(TextStyle::Small), theme().text);
    }
};

class DuePainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto due = value.value<DueCell>();
        const QString date = due.text.isEmpty() ? QStringLiteral("—") : due.text;
        const bool strong = due.urgent || due.daysLate > 0;
        QRect rect = cell.rect;
        const QFont font = textFont(strong ? TextStyle::SmallMedium : TextStyle::Small);
        if (due.daysLate > 0) { // days late stand in bold before the date, which keeps its right edge
            const QString late = QStringLiteral("+%1").arg(due.daysLate);
            const QFont bold = textFont(TextStyle::BodyStrong);
            const int taken = QFontMetrics(bold).horizontalAdvance(late) + 4;
            if (taken + QFontMetrics(font).horizontalAdvance(date) > rect.width()) // half a date says nothing
                return drawText(painter, rect, date, font, theme().tone(Tone::Bad).text, cell.alignment);
            drawText(painter, rect, late, bold, theme().tone(Tone::Bad).text);
            rect.setLeft(rect.left() + taken);
        }
        drawText(painter, rect, date, font, strong ? theme().text : theme().text2, cell.alignment);
    }
};

class PersonPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const QString name = value.isValid() ? value.value<PersonCell>().name : cell.text;
        drawText(painter, cell.rect, name.isEmpty() ? QStringLiteral("—") : name, cell.font, inkOfCell(cell));
    }
};

/// Text on a tint with radius 2; returns the x after it.
int drawTinted(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, Tone tone)
{
    const int width = std::min(rect.width(), QFontMetrics(font).horizontalAdvance(text) + 9);
    const QRect box(rect.left(), rect.center().y() - metrics::tag() / 2 + 1, width, metrics::tag());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().tone(tone).tint);
    painter.drawRoundedRect(QRectF(box), 2, 2);
    painter.restore();
    drawText(painter, box.adjusted(4, 0, -4, 0), text, font, theme().text);
    return box.right() + 1;
}

class DiffPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto diff = value.value<DiffCell>();
        QRect rect = cell.rect;
        QFont struck = cell.font;
        struck.setStrikeOut(true);
        const int half = std::max(40, (rect.width() - 32) / 2);
        const auto side = [&](const QString &text, const QFont &font, Tone tone) {
            const QRect part(rect.left(), rect.top(), std::min(half, rect.width()), rect.height());
            if (!text.isEmpty())
                return drawTinted(painter, part, text, font, tone);
            const QString empty = QCoreApplication::translate("tb::Diff", "empty", "no value before or after a change");
            drawText(painter, part, empty, cell.font, theme().text3);
            return part.left() + QFontMetrics(cell.font).horizontalAdvance(empty);
        };
        rect.setLeft(side(diff.before, struck, Tone::Bad) + 6);
        const int icon = metrics::scaled(14);
        paintIcon(painter, QRect(rect.left(), rect.center().y() - icon / 2, icon, icon), QStringLiteral("arrow-right"),
                  Ink::Text2);
        rect.setLeft(rect.left() + icon + 6);
        side(diff.after, cell.font, Tone::Ok);
    }
};

class TwoLinePainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto lines = value.value<TwoLineCell>();
        const int middle = cell.rect.center().y();
        const QRect upper(cell.rect.left(), middle - metrics::line() + 1, cell.rect.width(), metrics::line());
        const QRect title = drawGlyph(painter, upper, lines.look.glyph, lines.look.tone, cell.ground);
        drawText(painter, title, lines.title, textFont(TextStyle::BodyMedium), theme().text);
        drawText(painter, upper.translated(0, metrics::line()), lines.detail, textFont(TextStyle::Small),
                 theme().text2);
    }
};

class IconTextPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const int side = metrics::icon();
        const QRect box(cell.rect.left(), cell.rect.center().y() - side / 2 + 1, side, side);
        paintIcon(painter, box, value.toString(), Ink::Text2);
        drawText(painter, cell.rect.adjusted(side + 8, 0, 0, 0), cell.text, cell.font, inkOfCell(cell));
    }
};

template <class T> const CellPainter *shared()
{
    static const T painter;
    return &painter;
}

} // namespace

namespace cells {
const CellPainter *text()
{
    return shared<TextPainter>();
}
const CellPainter *mono()
{
    return shared<MonoPainter>();
}
const CellPainter *status()
{
    return shared<StatusPainter>();
}
const CellPainter *due()
{
    return shared<DuePainter>();
}
const CellPainter *person()
{
    return shared<PersonPainter>();
}
const CellPainter *diff()
{
    return shared<DiffPainter>();
}
const CellPainter *twoLine()
{
    return shared<TwoLinePainter>();
}
const CellPainter *iconText()
{
    return shared<IconTextPainter>();
}
} // namespace cells

} // namespace tb
