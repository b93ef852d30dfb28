#include "ui/common/focusring.h"

#include <QAbstractButton>
#include <QVariant>

namespace tb {

void FocusRing::follow(QWidget *widget)
{
    auto *button = qobject_cast<QAbstractButton *>(widget);
    const QWidget *window = button ? button->window() : nullptr;
    const bool show
        = window && (window->testAttribute(Qt::WA_KeyboardFocusChange) || window->property(alwaysProperty).toBool());
    setWidget(show ? button : nullptr);
}

} // namespace tb
