#pragma once

#include <QWidget>

namespace tb {

/// A plain ground of the theme behind other widgets; follows a theme switch by itself.
class Panel final : public QWidget
{
    Q_OBJECT

public:
    enum class Ground { Surface, Rail, Sunken };
    explicit Panel(Ground ground, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
};

} // namespace tb
