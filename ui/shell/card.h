#pragma once

#include <QFrame>

namespace tb {

/// A frame with rounded corners around a few lines of text.
class Card final : public QFrame
{
    Q_OBJECT

public:
    enum class Ground { Surface, Sunken };
    explicit Card(Ground ground = Ground::Surface, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
};

} // namespace tb
