#pragma once

#include <QObject>

namespace tb {

/// Hears Alt that is pressed and released with nothing else in between, as menu bars do: it opens the menu. Watches the
/// application's events for one window while that is in front; Alt with a key, a click or a change of windows is none.
class LoneAlt final : public QObject
{
    Q_OBJECT

public:
    /// @p owner is in the window that counts.
    explicit LoneAlt(QWidget *owner);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void pressed();

private:
    bool inFront() const;

    QWidget *m_owner;
    bool m_armed = false; ///< Alt is down, and nothing happened since
};

} // namespace tb
