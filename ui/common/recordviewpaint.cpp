// The looks of RecordView: selection tint, content, separator, then the frame of the current row.
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/recorddelegate.h"
#include "ui/common/recordheader.h"
#include "ui/common/recordview.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tb {

namespace {
constexpr int shortestBar = 72; ///< pixels at text size 13; a shorter one hides its parts
} // namespace

void RecordView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const { }

void RecordView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect rect(0, option.rect.top(), viewport()->width(), option.rect.height());
    if (m_model.isGroup(index))
        paintGroup(*painter, rect, index);
    else
        paintRecord(*painter, rect, index);
    const auto isHere = [&index](const QModelIndex &row) {
        return row.isValid() && row.row() == index.row() && row.parent() == index.parent();
    };
    if (m_offered.isValid() ? isHere(m_offered) : isHere(currentIndex())) {
        painter->setPen(QPen(theme().accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

void RecordView::paintRecord(QPainter &painter, const QRect &rect, const QModelIndex &row) const
{
    const Theme &t = theme();
    const bool selected = selectionModel()->isRowSelected(row.row(), row.parent());
    const bool hovered = m_hover.isValid() && m_hover == row.siblingAtColumn(0);
    const bool tinted = selected || m_offered == row.siblingAtColumn(0);
    const QColor ground = tinted ? t.selection : hovered ? t.hover : t.surface;
    painter.fillRect(rect, ground);
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(column))
            continue;
        const QRect cell(columnViewportPosition(column), rect.top(), columnWidth(column), rect.height());
        m_delegate->paintCell(painter, cell, row.siblingAtColumn(column), ground, selected);
    }
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), selected ? t.selectionLine : t.line);
}

void RecordView::paintGroup(QPainter &painter, const QRect &rect, const QModelIndex &group) const
{
    const Theme &t = theme();
    painter.fillRect(rect, t.sunken);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    const GroupKey key = m_model.groupAt(group)->key;
    const GroupSummary summary = m_model.summaryAt(group);
    const int side = metrics::scaled(14);
    paintIcon(painter, QRect(8, rect.center().y() - side / 2 + 1, side, side),
              isExpanded(group) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Ink::Text2);

    const QFont small = textFont(TextStyle::Small);
    const QRect trailing = rect.adjusted(0, 0, -16, 0);
    drawText(painter, trailing, summary.trailing, small, t.text2, Qt::AlignRight);
    int right = trailing.right() - QFontMetrics(small).horizontalAdvance(summary.trailing) - 12;
    const QList<ColumnInfo> &columns = m_model.source().columns();
    for (int column = 0; column < columns.size() && !summary.bar.isEmpty(); ++column) {
        if (columns.at(column).id != summary.barColumn || isColumnHidden(column + 1))
            continue;
        // Aligned to the column that it sums up, or further left where the words at the end need that place.
        const int room = right - columnViewportPosition(column + 1) - 8;
        const int width = std::min(columnWidth(column + 1) - 8, std::max(room, metrics::scaled(shortestBar)));
        const int left = std::min(columnViewportPosition(column + 1) + 8, right - width);
        paint::paintStackedBar(painter, QRectF(left, rect.center().y() - 2, width, 6), barParts(summary.bar));
        right = left - 12;
    }
    QRect text(8 + side + 8, rect.top(), 0, rect.height());
    const auto put = [&](const QString &words, const QFont &font, const QColor &colour) {
        if (words.isEmpty())
            return;
        text.setRight(std::min(right, text.left() + QFontMetrics(font).horizontalAdvance(words) + 2));
        drawText(painter, text, words, font, colour);
        text.moveLeft(text.right() + 8);
    };
    const QString title
        = key.code.isEmpty() && key.title.isEmpty() ? tr("None", "group of rows without a value") : key.title;
    put(key.code, textFont(TextStyle::BodyStrong), t.text);
    put(title, textFont(key.code.isEmpty() ? TextStyle::BodyStrong : TextStyle::BodyMedium), t.text);
    put(summary.count, small, t.text2);
}

} // namespace tb
