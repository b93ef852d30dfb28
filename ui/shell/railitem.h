#pragma once

#include <QAbstractButton>

namespace tb {

/// One pane in the rail: icon, title and the number of items that need someone; collapsed, the icon with the number on
/// it.
class RailItem final : public QAbstractButton
{
    Q_OBJECT

public:
    RailItem(QString iconName, const QString &title, QWidget *parent = nullptr);

    void setBadge(int count);
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void describe();
    void paintBadge(QPainter &painter) const;

    QString m_iconName;
    int m_badge = 0;
    bool m_collapsed = false;
};

} // namespace tb
