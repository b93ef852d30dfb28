#include "ui/common/focusring.h"

#include <QAbstractButton>
#include <QApplication>

namespace tb {

FocusRing::FocusRing()
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::follow(QWidget *widget)
{
    auto *button = qobject_cast<QAbstractButton *>(widget);
    const bool show = button && button->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    setWidget(show ? button : nullptr);
}

} // namespace tb
