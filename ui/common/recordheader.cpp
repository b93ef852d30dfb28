#include "ui/common/recordheader.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/recordtablemodel.h"

#include <QApplication>
#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

namespace tb {

RecordHeader::RecordHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setStretchLastSection(false);
    setMinimumSectionSize(28);
    setSectionsClickable(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void RecordHeader::setBoxState(Qt::CheckState state)
{
    if (state == m_box)
        return;
    m_box = state;
    updateSection(RecordTableModel::BoxColumn);
}

void RecordHeader::setBoxShown(bool shown)
{
    m_boxShown = shown;
    viewport()->update();
}

void RecordHeader::setPeriod(int section, const paint::Period &window)
{
    m_periods.insert(section, window);
    viewport()->update();
}

QSize RecordHeader::sizeHint() const
{
    return { QHeaderView::sizeHint().width(), metrics::header() };
}

void RecordHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &t = theme();
    painter->fillRect(rect, t.sunken);
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), t.line);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    const bool last = visualIndex(section) == count() - 1;
    if (!last && section != RecordTableModel::BoxColumn)
        painter->fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12), t.line);
    if (section == RecordTableModel::BoxColumn) {
        const int side = metrics::scaled(14);
        if (m_boxShown)
            paintCheckBox(*painter, QRectF(rect.left() + 12, rect.center().y() - side / 2 + 1, side, side), m_box,
                          true);
        return;
    }
    const auto period = m_periods.constFind(section);
    if (period != m_periods.constEnd())
        paint::paintMonths(*painter, QRectF(rect.adjusted(8, 0, -8, -1)), *period, textFont(TextStyle::Micro), t.text2);
    else
        paintTitle(*painter, rect.adjusted(8, 0, -8, -1), section);
}

void RecordHeader::paintTitle(QPainter &painter, const QRect &rect, int section) const
{
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const auto &records = static_cast<const RecordTableModel *>(model())->records();
    const bool sorted = records.sortColumn() == section - 1;
    const QFont font = textFont(TextStyle::SmallMedium);
    const int side = sorted ? metrics::scaled(13) : 0;
    const int width = qMin(QFontMetrics(font).horizontalAdvance(title) + 2, rect.width() - side);
    QRect text(rect.left(), rect.top(), width, rect.height());
    if (alignment.testFlag(Qt::AlignRight))
        text.moveLeft(rect.right() + 1 - width - (sorted ? side + 2 : 0));
    drawText(painter, text, title, font, theme().text2);
    if (!sorted)
        return;
    const QRect arrow(text.right() + 4, rect.center().y() - side / 2 + 1, side, side);
    paintIcon(painter, arrow,
              records.sortOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"),
              Ink::Text2);
}

void RecordHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = logicalIndexAt(event->pos());
    m_pressedAt = event->pos();
    QHeaderView::mousePressEvent(event);
}

void RecordHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const bool still = (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    const bool resizing = cursor().shape() == Qt::SplitHCursor;
    if (event->button() != Qt::LeftButton || !still || resizing || logicalIndexAt(event->pos()) != m_pressed)
        return;
    if (m_pressed == RecordTableModel::BoxColumn)
        emit boxClicked();
    else if (m_pressed > 0)
        emit sortAsked(m_pressed);
}

} // namespace tb
