#pragma once

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QPushButton>

namespace tb {

/// A wide button of the start screen: icon and text at the left, its keys at the right.
class StartButton final : public QPushButton
{
    Q_OBJECT

public:
    /// A quiet one is a line of a list: no frame, body weight.
    StartButton(const QString &iconName, const QString &text, const QKeySequence &keys, ButtonRole role,
                QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QString m_keys;
};

} // namespace tb
