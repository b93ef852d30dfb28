#include "ui/shell/rule.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace tb {

Rule::Rule(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), theme().line);
}

} // namespace tb
