#pragma once

#include <QIcon>
#include <QWidget>

namespace tb {

/// A bundled icon as a widget; follows theme and screen by itself.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(const QIcon &icon, int side, QWidget *parent = nullptr);
    void setIcon(const QIcon &icon);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    int m_side; ///< at text size 13
};

} // namespace tb
