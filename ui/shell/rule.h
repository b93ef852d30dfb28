#pragma once

#include <QWidget>

namespace tb {

/// A hairline between parts of a form.
class Rule final : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tb
