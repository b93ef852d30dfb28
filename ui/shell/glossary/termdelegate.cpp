#include "ui/shell/glossary/termdelegate.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace tb {

QSize TermDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return { metrics::scaled(160), metrics::row() };
}

void TermDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, selected ? t.selection : hover ? t.hover : t.surface);
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accentFill);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.accent, 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    const QFont font = textFont(selected ? TextStyle::BodyStrong : TextStyle::Body);
    drawText(*painter, option.rect.adjusted(16, 0, -8, 0), index.data().toString(), font, t.text);
}

} // namespace tb
