#pragma once

#include <QTimer>
#include <QWidget>

namespace tb {

/// A 3 px bar that runs to and fro while something of unknown length happens, such as key derivation.
class BusyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyBar(QWidget *parent = nullptr);
    QSize sizeHint() const override { return { 80, 3 }; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_timer;
    int m_step = 0;
};

} // namespace tb
