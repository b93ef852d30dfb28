#pragma once

#include <QDate>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tb {

/// Says when another day has begun: soon after midnight, after the computer slept, and when the window is used again.
/// GUI thread; owned by app.
class DayWatch final : public QObject
{
    Q_OBJECT

public:
    /// @p today is asked for the day; a fixed one never changes.
    explicit DayWatch(std::function<QDate()> today, QObject *parent = nullptr);

    /// How often it looks. A timer to midnight would be late by what the computer slept.
    void setInterval(std::chrono::milliseconds interval) { m_timer.setInterval(interval); }
    /// From the day @p known on, which may be over already.
    void start(QDate known);
    void stop() { m_timer.stop(); }
    bool isRunning() const { return m_timer.isActive(); }

signals:
    void dayChanged(QDate day);

private:
    void look();

    std::function<QDate()> m_today;
    QDate m_day;
    QTimer m_timer;
};

} // namespace tb
