#include "ui/common/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace tb {

FlowLayout::FlowLayout(int gap, QWidget *parent) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
}

void FlowLayout::insertWidget(int at, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(std::clamp(at, 0, count()), new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int at)
{
    return at >= 0 && at < m_items.size() ? m_items.takeAt(at) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? m_gap : 0);
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    QPoint at = rect.topLeft();
    int lineHeight = 0;
    QList<std::pair<QLayoutItem *, QRect>> line;
    const auto finish = [&line, &lineHeight, apply] { // items of one line are centred to each other
        for (const auto &[item, place] : std::as_const(line)) {
            if (apply)
                item->setGeometry(place.translated(0, (lineHeight - place.height()) / 2));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(1, rect.width()), QLAYOUTSIZE_MAX));
        if (at.x() > rect.left() && at.x() + size.width() > rect.right() + 1) {
            finish();
            at = QPoint(rect.left(), at.y() + lineHeight + m_gap / 2);
            lineHeight = 0;
        }
        line.append({ item, QRect(at, size) });
        at.rx() += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    finish();
    return at.y() + lineHeight - rect.top();
}

} // namespace tb
