#pragma once

#include <QWidget>

class QLabel;

namespace tb {

/// One quiet line above the panes that says what holds for the whole window, such as "read-only".
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text; // child
};

} // namespace tb
