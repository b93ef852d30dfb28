#pragma once

#include "ui/common/recordindex.h"

#include <QAbstractButton>

namespace tb {

/// One filter chip: "Owner  3 people  ×". Click or Enter edits, × or Delete removes.
class ChipButton : public QAbstractButton
{
    Q_OBJECT

public:
    ChipButton(const QString &title, const Chip &chip, QWidget *parent = nullptr);

    const Chip &chip() const { return m_chip; }
    void setChip(const Chip &chip);
    QSize sizeHint() const override;

signals:
    void editAsked();
    void removeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString valueText() const;
    QRect closeRect() const;

    QString m_title;
    Chip m_chip;
};

} // namespace tb
