#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tb {

/// "Status of 4 controls set to In progress   Undo": bottom left of its ground for 8 s, paused while the mouse or the
/// focus is on it. F6 of the window may give it the focus like a region.
class Toast : public QWidget
{
    Q_OBJECT

public:
    static constexpr int ShownForMs = 8000;

    explicit Toast(QWidget *pane); ///< child of the pane, floats over it

    /// Floats at the bottom left of @p ground, a widget in the pane, wherever that goes; null: of the whole pane.
    void setGround(QWidget *ground);
    /// @p action is "Undo" unless given; empty after tr(): no button.
    void showMessage(const QString &text, const QString &action);
    void dismiss();
    QString text() const;
    bool isCounting() const { return m_timer.isActive(); }

signals:
    void actionClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
    void place();
    void pause();
    void resume();

    QPointer<QWidget> m_ground; ///< null: the pane
    QPointer<QWidget> m_before; ///< had the focus before the toast
    QString m_sentence; ///< whole
    QLabel *m_text; // child
    QPushButton *m_action; // child
    QWidget *m_close; // child
    QTimer m_timer;
    int m_left = ShownForMs;
};

} // namespace tb
