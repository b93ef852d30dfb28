#include "ui/common/cellwidget.h"

#include "ui/common/metrics.h"

#include <QPainter>

namespace tb {

CellWidget::CellWidget(const CellPainter *painter, const QVariant &value, const QString &spoken, QWidget *parent)
    : QWidget(parent)
    , m_painter(painter)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setValue(value, spoken);
}

void CellWidget::setValue(const QVariant &value, const QString &spoken)
{
    m_value = value;
    setAccessibleName(spoken);
    setToolTip(spoken);
    update();
}

QSize CellWidget::sizeHint() const
{
    return { metrics::scaled(160), metrics::pill() };
}

void CellWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    CellContext cell;
    cell.rect = rect();
    cell.font = textFont(TextStyle::Body);
    cell.ground = theme().surface;
    cell.text = accessibleName();
    m_painter->paint(painter, cell, m_value);
}

} // namespace tb
