#include "ui/shell/lonealt.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace tb {

LoneAlt::LoneAlt(QWidget *owner) : QObject(owner), m_owner(owner)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool LoneAlt::inFront() const
{
    return m_owner->isVisible() && m_owner->window()->isActiveWindow() && !QApplication::activePopupWidget()
        && !QApplication::activeModalWidget();
}

bool LoneAlt::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat())
            m_armed = key->key() == Qt::Key_Alt && (key->modifiers() & ~Qt::AltModifier) == Qt::NoModifier;
        break;
    }
    case QEvent::KeyRelease: // the same key comes by at window and widget: the first takes it
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt && std::exchange(m_armed, false) && inFront())
            QMetaObject::invokeMethod(this, &LoneAlt::pressed, Qt::QueuedConnection);
        break;
    case QEvent::Shortcut:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate:
    case QEvent::ApplicationDeactivate: m_armed = false; break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tb
