#pragma once

#include <QLabel>

namespace tb {

/// A word in a thin frame, such as the type of report beside a project's name.
class TagLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit TagLabel(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tb
