#pragma once

#include <QLineEdit>

namespace tb {

/// A search or filter field: an icon in front and the shortcut as a key hint behind, while it is empty.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    FilterLine(const QString &iconName, const QString &placeholder, const QString &keyHint, QWidget *parent = nullptr);

signals:
    void leftByDown(); ///< ↓ or Enter: the person wants to go to the rows

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_iconName;
    QString m_keyHint;
};

} // namespace tb
