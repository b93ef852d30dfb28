#include "app/daywatch.h"

#include <QGuiApplication>

namespace tb {

DayWatch::DayWatch(std::function<QDate()> today, QObject *parent) : QObject(parent), m_today(std::move(today))
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    setInterval(std::chrono::minutes(1));
    connect(&m_timer, &QTimer::timeout, this, &DayWatch::look);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && isRunning())
            look();
    });
}

void DayWatch::start(QDate known)
{
    m_day = known;
    m_timer.start();
}

void DayWatch::look()
{
    const QDate day = m_today();
    if (day == m_day)
        return;
    m_day = day;
    emit dayChanged(day);
}

} // namespace tb
