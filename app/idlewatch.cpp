#include "app/idlewatch.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QEvent>

namespace tb {

IdleWatch::IdleWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
    QCoreApplication::instance()->installEventFilter(this);
    QDBusConnection bus = QDBusConnection::sessionBus();
    for (const char *name : { "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver" }) {
        const QString service = QLatin1String(name);
        const QString path = QLatin1Char('/') + QString(service).replace(QLatin1Char('.'), QLatin1Char('/'));
        bus.connect(service, path, service, QStringLiteral("ActiveChanged"), this,
                    SLOT(screenSaverChanged(bool))); // QtDBus has no pointer-to-member form
    }
}

void IdleWatch::setInterval(std::chrono::milliseconds interval)
{
    m_timer.setInterval(interval);
    if (interval.count() <= 0)
        m_timer.stop();
    else if (m_running)
        m_timer.start();
}

void IdleWatch::start()
{
    m_running = true;
    if (m_timer.interval() > 0)
        m_timer.start();
}

void IdleWatch::stop()
{
    m_running = false;
    m_timer.stop();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.isActive())
            m_timer.start();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::screenSaverChanged(bool active)
{
    if (active && m_withScreen && m_running)
        emit idle();
}

} // namespace tb
