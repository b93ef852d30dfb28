#include "ui/common/focusring.h"

#include <QAbstractButton>

namespace tb {

void FocusRing::follow(QWidget *widget)
{
    auto *button = qobject_cast<QAbstractButton *>(widget);
    const bool show = button && button->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    setWidget(show ? button : nullptr);
}

} // namespace tb
