#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tb {

/// Says when nobody has used the program for a while, or when the desktop locked its screen. GUI thread; owned by app.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    void setMinutes(int minutes) { setInterval(std::chrono::minutes(minutes)); } ///< 0: never
    void setInterval(std::chrono::milliseconds interval);
    void setWithScreen(bool on) { m_withScreen = on; }
    void start();
    void stop();
    bool isRunning() const { return m_running; }

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private slots:
    void screenSaverChanged(bool active);

private:
    QTimer m_timer;
    bool m_withScreen = true;
    bool m_running = false;
};

} // namespace tb
