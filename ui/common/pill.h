#pragma once

#include "ui/common/cells.h"

#include <QWidget>

namespace tb {

/// A status as glyph and coloured word on its tint; for inspector and pane headers only.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(QWidget *parent = nullptr);
    void setLook(const StatusLook &look);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusLook m_look;
};

/// A status as glyph and plain word, as in tables; for inspectors' lists and legends.
class StatusLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLabel(const StatusLook &look = {}, QWidget *parent = nullptr);
    void setLook(const StatusLook &look);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusLook m_look;
};

} // namespace tb
